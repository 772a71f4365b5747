import { type Entry, sha256 } from '../manifest.ts';
import type { Kind } from '../output-names.ts';
import type { Input } from '../project.ts';
import { version } from '../project.ts';
import { fileOf, type Made, type Wanted } from './editions.ts';
import type { Contacts, Loaded } from './sources.ts';

/** What the manifest says of a file. */
export function entryOf(made: Made, wanted: Wanted, recipe: string): Entry {
  const { product, pressed, loaded, language, warnings } = made;
  const { council, area, status, day, purpose } = wanted;
  const of = { council, ...(area !== undefined && { area }) };
  const names = namesIn(language, wanted.names);
  return {
    path: fileOf(product, language, wanted),
    sha256: made.sha256 ?? sha256(pressed.bytes),
    size: pressed.bytes.length,
    pages: pressed.pages,
    template: product.template,
    ...of,
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
export function namesIn(language: string, names: Wanted['names'] = {}): Entry['names'] {
  const own = language.split('-').flatMap((tag) => {
    const name = names[tag];
    return name === undefined ? [] : [[tag, name] as const];
  });
  return own.length > 0 ? Object.fromEntries(own) : undefined;
}

/** Of what kind the job ticket of a product is. */
export const ticketKind = ({ kind }: Made['product']): Kind => (kind === 'sheet' ? 'sheet-job' : 'job');

/** What the manifest says of the ticket beside a file. */
export function ticketOf(ticket: string, made: Made, wanted: Wanted, recipe: string): Entry {
  const bytes = new TextEncoder().encode(ticket);
  const path = fileOf(made.product, made.language, wanted, ticketKind(made.product));
  const { sha256: _, ...rest } = made;
  return { ...entryOf({ ...rest, pressed: { bytes, pages: 0 } }, wanted, recipe), path };
}

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
