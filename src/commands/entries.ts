import { type Entry, sha256 } from '../manifest.ts';
import type { Kind } from '../output-names.ts';
import type { Input } from '../project.ts';
import { version } from '../project.ts';
import { fileOf, type Made, type Wanted } from './editions.ts';
import type { Contacts, Loaded } from './sources.ts';

/** A file as it was written. */
export type Written = Pick<Entry, 'sha256' | 'size' | 'pages'>;

/** What a file was made of. */
export type Origin = Pick<Made, 'product' | 'language' | 'loaded' | 'warnings'>;

/**
 * What the manifest says of a file.
 *
 * @param kind `job` for the ticket beside a document
 */
export function entryOf(file: Written, of: Origin, wanted: Wanted, recipe: string, kind?: Kind): Entry {
  const { product, loaded, language, warnings } = of;
  const { council, area, status, day, purpose } = wanted;
  const { sha256: hash, size, pages } = file;
  const names = namesIn(language, wanted.names);
  return {
    path: fileOf(product, language, wanted, kind),
    sha256: hash,
    size,
    pages,
    template: product.template,
    council,
    ...(area !== undefined && { area }),
    ...(names && { names }),
    status,
    ...(purpose && purpose.kind !== 'screen' && { purpose: purpose.kind }),
    date: day,
    language,
    contacts: contactsIn(loaded.contacts),
    handbill: version(),
    recipe,
    inputs: inputsIn(loaded, product.kind === 'sheet' ? 'on-sheet' : 'alone'),
    ...(warnings && warnings.length > 0 && { warnings }),
  };
}

/** The names of an area that a document in these languages prints in the place of its usual one. */
export function namesIn(language: string, names: Wanted['names']): Entry['names'] {
  if (!names) return undefined;
  const own = language.split('-').flatMap((tag) => {
    const name = names[tag];
    return name === undefined ? [] : [[tag, name] as const];
  });
  return own.length > 0 ? Object.fromEntries(own) : undefined;
}

/** Of what kind the job ticket of a product is. */
export const ticketKind = ({ kind }: Made['product']): Kind => (kind === 'sheet' ? 'sheet-job' : 'job');

// The areas of a council have these in common: they are found once, and the same objects tell the manifest so.
const listed = new WeakMap<readonly Input[], Map<string, Entry['inputs']>>();
const signed = new WeakMap<Contacts, NonNullable<Entry['contacts']>>();

function inputsIn({ inputs, sheet }: Loaded, where: 'alone' | 'on-sheet'): Entry['inputs'] {
  const known = listed.get(inputs) ?? new Map<string, Entry['inputs']>();
  listed.set(inputs, known);
  const key = where === 'on-sheet' ? sheet.value.name : '';
  const all = known.get(key) ?? hashesOf([...inputs, ...(where === 'on-sheet' ? sheet.inputs : [])]);
  known.set(key, all);
  return all;
}

/** The content files of several councils together. */
export const inputsOf = (all: readonly Pick<Loaded, 'inputs'>[]): Entry['inputs'] =>
  hashesOf([...new Map(all.flatMap(({ inputs }) => inputs).map((input) => [input.name, input])).values()]);

const hashesOf = (inputs: readonly Input[]): Entry['inputs'] =>
  Object.fromEntries(inputs.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map((input) => [input.name, input.sha256]));

function contactsIn(contacts: Contacts): NonNullable<Entry['contacts']> {
  const known = signed.get(contacts) ?? contactsOf([contacts]);
  signed.set(contacts, known);
  return known;
}

/** The contacts of one council, or of several together: these nobody has signed for as a whole. */
export function contactsOf(councils: readonly Contacts[]): NonNullable<Entry['contacts']> {
  const [one] = councils;
  if (one && councils.length === 1) return { sha256: one.sha256, signedOff: signedOff(one) };
  const all = councils.map((each) => each.sha256).join('\n');
  return { sha256: sha256(new TextEncoder().encode(all)), signedOff: null };
}

/** Who has signed for the contacts as they are; for others nobody has. */
export function signedOff({
  sha256: now,
  signOff,
}: Pick<Contacts, 'sha256' | 'signOff'>): NonNullable<Entry['contacts']>['signedOff'] {
  const signing = signOff?.value.signedOff;
  return signing?.contacts === now ? { name: signing.name, date: signing.date } : null;
}
