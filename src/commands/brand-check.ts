import { checkBrand } from '../data/brand-checks.ts';
import { type Brand, brandRoles, type BrandRoles, type Hex } from '../data/brand.ts';
import { floor } from '../data/contrast.ts';
import { cmykInWords, type Ink } from '../data/ink.ts';
import { counting } from '../diagnostics/collect.ts';
import { error, type Report } from '../diagnostics/diagnostic.ts';
import { leastContrast, paletteOf } from '../typeset/scale.ts';
import { checkPairs, type Ratio, ratiosOf } from '../typeset/word-contrast.ts';
import type { Bench } from './bench.ts';
import { type BrandSources, openBrandShelf } from './brand-sources.ts';
import { PRODUCTS } from '../catalogue.ts';
import type { BrandCheckCommand } from './specs/brand.ts';

/** What the JSON document says of a brand. */
type Checked = {
  readonly brand: string;
  readonly name?: string;
  readonly sound: boolean;
  readonly roles: { readonly [role in keyof BrandRoles]: { readonly hex: Hex; readonly from: From } & Ink };
  readonly contrast: readonly (Ratio & { readonly least: number })[];
};

type From = 'given' | 'derived';

/** Looks for faults in each brand of the project, or in those that are named, and prints what becomes of it. */
export async function brandCheck(command: BrandCheckCommand, bench: Bench): Promise<void> {
  const { console } = bench;
  const brands = command.brands.length > 0 ? command.brands : brandsOf(bench);
  const shelf = openBrandShelf(bench);
  const checked: Checked[] = [];
  let sound = 0;
  for (const id of brands) {
    if (console.stopped()) break;
    const { report, errors } = counting(console.report);
    const sources = shelf.load(id, report);
    if (!sources) {
      console.say(`${id}: faults`);
      continue;
    }
    const { brand } = sources;
    const palette = paletteOf(brand.roles);
    checkPairs(palette, brand, report);
    checkBrand(brand, palette, report);
    // One brand after the other: what is said of one stands together.
    // oxlint-disable-next-line no-await-in-loop
    if (brand.logo) await checkLogoUse(sources, command, bench, report);
    const summary = summaryOf(brand, errors() === 0 ? 'sound' : 'faulty');
    checked.push(summary);
    if (summary.sound) sound++;
    for (const line of linesOf(summary)) console.say(line);
  }
  console.attach('brands', checked);
  const faulty = brands.length - sound;
  const count = `${brands.length} ${brands.length === 1 ? 'brand' : 'brands'}`;
  if (brands.length > 0) console.say(`checked ${count}: ${faulty === 0 ? 'all sound' : `${faulty} with faults`}`);
}

/** The project's own brands, not the example below it; a project without any is checked with the example. */
function brandsOf({ project, console }: Bench): readonly string[] {
  const own = project.brands('own');
  const brands = own.length > 0 ? own : project.brands('all');
  if (brands.length === 0) {
    const hint = 'begin one with `handbill brand new`';
    console.report(error('project/no-brands', 'the project has no brands', undefined, hint));
  }
  return brands;
}

/** Sets every product that has pages, to see whether the logo has its room on them; what else is found is no brand's. */
async function checkLogoUse(
  { loaded }: BrandSources,
  { common }: BrandCheckCommand,
  { press, console }: Bench,
  report: Report,
): Promise<void> {
  for (const { name, kind } of PRODUCTS) {
    if (kind !== 'pdf' || console.stopped()) continue;
    const job = { product: name, sources: loaded.sources, status: 'final', day: common.day } as const;
    const aboutLogos: Report = (diagnostic) => {
      if (/^preflight\/logo-(size|clear-space)$/.test(diagnostic.rule)) report(diagnostic);
    };
    const watch = console.watch(`${loaded.sources.brand.id} ${name}`);
    // oxlint-disable-next-line no-await-in-loop
    await press(job, aboutLogos, watch.clock);
    watch.tell();
  }
}

function summaryOf(brand: Brand, state: 'sound' | 'faulty'): Checked {
  const role = (name: keyof BrandRoles) => ({
    hex: brand.roles[name],
    from: (brand.given[name] ? 'given' : 'derived') satisfies From as From,
    ...brand.given[name],
  });
  return {
    brand: brand.id,
    ...(brand.name !== undefined && { name: brand.name }),
    sound: state === 'sound',
    roles: { brand: role('brand'), onBrand: role('onBrand'), tint: role('tint') },
    contrast: ratiosOf(paletteOf(brand.roles)).map((ratio) => ({ ...ratio, least: leastContrast })),
  };
}

function linesOf({ brand, name, sound, roles, contrast }: Checked): string[] {
  const colours = brandRoles.map((role) => {
    const { hex, from, cmyk, spot } = roles[role];
    return [role, hex, from, ...(cmyk ? [`CMYK ${cmykInWords(cmyk)}`] : []), ...(spot === undefined ? [] : [spot])];
  });
  const ratios = contrast.map(({ what, words, on, ratio, least }) => [
    what,
    `${words} on ${on}`,
    `${floor(ratio)} : 1`.padStart(9),
    ratio >= least ? '' : `too little, expected ${least} : 1`,
  ]);
  return [
    `${brand}${name === undefined ? '' : ` (${name})`}: ${sound ? 'sound' : 'faults'}`,
    ...aligned(colours),
    ...aligned(ratios),
  ];
}

/** Rows as text, each cell below the one above. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((text, at) => text.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd());
}
