import { openShelf } from '../../src/commands/sources.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { PagedName } from '../../src/catalogue.ts';
import { type Pressed, press, type Sources } from '../../src/pipeline.ts';
import { conversionOf } from '../../src/print/conversion.ts';
import { readProfile, usualIdentifier } from '../../src/print/icc-profile.ts';
import type { Purpose } from '../../src/print/purpose.ts';
import { ownProfile } from '../../src/project-profile.ts';
import { openProject, packageFolder } from '../../src/project.ts';
import { DAY, noClock, silent } from '../sources.ts';

/** Everything that is made for a print unit, of the three councils that handbill brings along. */
export const printed = [
  'leaflet',
  'large-print',
  'booklet',
  'trifold',
  'trifold-z',
  'wallet-card',
  'folded-card',
  'poster',
] as const satisfies readonly PagedName[];
export const councils = ['anyshire', 'northmoor', 'llanfair-y-wyl'] as const;
export type Printed = (typeof printed)[number];
export type CouncilSlug = (typeof councils)[number];

export const profile = {
  ...readProfile(ownProfile(), { kind: 'text', path: 'fogra39l-coated.icc' }, silent)!,
  identifier: usualIdentifier,
};

export const conversion = (await conversionOf(profile, silent))!;

export const purposes = {
  screen: { kind: 'screen' },
  print: { kind: 'print', profile, marks: 'none' },
  marked: { kind: 'print', profile, marks: 'all', copies: 500 },
  proof: { kind: 'proof' },
  'soft proof': { kind: 'proof', press: profile },
} as const satisfies Readonly<Record<string, Purpose>>;

export type PurposeName = keyof typeof purposes;

/** Points in a millimetre. */
export const mm = 72 / 25.4;

/** How far the paper of each reaches beyond the page, in millimetres. */
export const around: { readonly [name in PurposeName]: number } = {
  screen: 0,
  print: 3,
  marked: 15,
  proof: 15,
  'soft proof': 15,
};

const shelf = openShelf(openProject(packageFolder(), undefined, silent)!, silent);

export const sourcesOf = (council: CouncilSlug): Sources => shelf.load(council, undefined, silent)!.sources;

/** A file made anew, and what was reported of it. */
export const pressAnew = async (
  product: Printed,
  sources: Sources,
  purpose: Purpose,
): Promise<{ readonly file: Pressed | undefined; readonly found: readonly Diagnostic[] }> => {
  const found: Diagnostic[] = [];
  const job = {
    product,
    sources,
    status: 'final',
    day: DAY,
    purpose,
    file: `${product}.en.${purpose.kind}.pdf`,
  } as const;
  const file = await press(job, (diagnostic) => found.push(diagnostic), noClock);
  return { file, found };
};

const made = new Map<string, Promise<Pressed>>();

/** A file, made once; nothing may be reported of it. */
export const pressed = (product: Printed, council: CouncilSlug, name: PurposeName): Promise<Pressed> => {
  const key = `${product} ${council} ${name}`;
  const known = made.get(key) ?? sound(product, council, name);
  made.set(key, known);
  return known;
};

const sound = async (product: Printed, council: CouncilSlug, name: PurposeName): Promise<Pressed> => {
  const { file, found } = await pressAnew(product, sourcesOf(council), purposes[name]);
  if (!file || found.length > 0) throw new Error(`${product} of ${council}: ${JSON.stringify(found)}`);
  return file;
};

/** Each product of each council. */
export const everything = printed.flatMap((product) => councils.map((council) => [product, council] as const));
