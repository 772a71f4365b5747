import { brandFromLogo, neutralBrand } from '../data/brand-starter.ts';
import type { BrandStart } from '../data/brand-starter.ts';
import { parseLogo } from '../data/logo.ts';
import { bandColour, coloursOf, forBand } from '../data/logo-colours.ts';
import { logoText } from '../data/logo-text.ts';
import { error } from '../diagnostics/diagnostic.ts';
import { openOutput } from '../output.ts';
import type { Output } from '../output.ts';
import { readLogo } from '../project-logo.ts';
import { leastContrast } from '../typeset/scale.ts';
import type { Desk } from './bench.ts';
import { isOwn } from './init.ts';
import { loadRegistry } from './registry.ts';
import type { BrandNewCommand } from './specs/brand.ts';

/** Writes a brand's file and its logo into the project, from the colours of a logo. */
export function brandNew({ name: id, logo: path, primary }: BrandNewCommand, desk: Desk): void {
  const { project, console, cwd } = desk;
  if (!isOwn(desk, 'a brand')) return;
  const output = openOutput(project.root, cwd, console.report, undefined, ' with --project');
  if (!isFree(id, output)) return;
  const file = readLogo(cwd, path, console.report);
  const logo = file && parseLogo(file, '', console.report);
  if (!logo) return;
  const { colours } = coloursOf(logo);
  const [main, ...accents] = colours;
  const original = primary ?? main?.hex ?? neutralBrand;
  const brand = bandColour(original, leastContrast);
  const start: BrandStart = {
    name: loadRegistry(project, console.report)?.bySlug(id)?.name ?? nameOf(id),
    brand,
    origin: { from: primary ? 'given' : main ? 'logo' : 'nowhere', original },
    accents: primary === undefined || primary === main?.hex ? accents : colours,
  };
  const drawn = forBand(logo, main?.hex ?? '#000000');
  const written: string[] = [];
  for (const [to, text] of [
    [`${folderOf(id)}/brand.yaml`, brandFromLogo(start)],
    [`${folderOf(id)}/logo.svg`, logoText(drawn, start.name, brand)],
  ] as const) {
    if (!output.write(to, text)) break;
    written.push(output.shown(to));
  }
  console.attach('written', written);
  console.attach('colours', { brand, original, accents: start.accents.map(({ hex }) => hex) });
  for (const each of written) console.say(each);
}

const folderOf = (id: string): string => `content/brands/${id}`;

function isFree(id: string, output: Output): boolean {
  if (output.look(folderOf(id)) === 'nothing') return true;
  const shown = output.shown(folderOf(id));
  const hints = [
    `work on it, and look for faults with \`handbill brand check ${id}\``,
    'or move it away to begin the brand anew',
  ];
  const place = { kind: 'text', path: shown } as const;
  output.report(error('project/exists', `\`${shown}\` is there already, and was not changed`, place, ...hints));
  return false;
}

/** "north-moor" as people write it. */
const nameOf = (id: string): string =>
  id.replace(/(^|-)([a-z])/g, (_, gap: string, letter: string) => `${gap ? ' ' : ''}${letter.toUpperCase()}`);
