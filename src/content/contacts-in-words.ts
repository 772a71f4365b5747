import type { Nodes } from 'mdast';
import type { InWords } from '../data/contacts.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { LocalWords } from './local-words.ts';
import { placeOf, placeWithin, sourceOf } from './nodes.ts';

/** A number or an address in a council's own words, the slot that it stands in, and where. */
export type Found = InWords & { readonly slot: string; readonly place: Place };

/**
 * The numbers and addresses that a council's own words give by themselves. What a merge field brings belongs to the
 * record. 999, 101 and 18000 are everybody's.
 */
export const contactsInWords = (words: LocalWords | undefined): readonly Found[] =>
  words === undefined
    ? []
    : [...words.slots].flatMap(([slot, node]) => inNode(node, words).map((found) => ({ ...found, slot })));

type Here = Omit<Found, 'slot'>;

function inNode(node: Nodes, words: LocalWords): Here[] {
  if (node.type === 'text') return inText(node.value, node, words);
  if (node.type === 'image') return [node.alt, node.title].flatMap((text) => inText(text ?? '', node, words));
  const inside = 'children' in node ? node.children.flatMap((child) => inNode(child, words)) : [];
  if (node.type !== 'link') return inside;
  const leads = inAddress(node.url);
  // Most links show what they lead to.
  if (!leads || inside.some(({ value }) => bare(value) === bare(leads.value))) return inside;
  return [...inside, { ...leads, place: placeOf(node, words.file) }];
}

const bare = (value: string): string =>
  value
    .replace(/[\s/]+$/g, '')
    .replace(/\s+/g, '')
    .toLowerCase();

function inAddress(url: string): InWords | undefined {
  if (url.includes('{{')) return undefined;
  const [, scheme = '', rest = ''] = /^(https?|mailto|tel):(?:\/\/)?(.*)$/i.exec(url) ?? [];
  if (scheme === '') return undefined;
  const kind = { mailto: 'email', tel: 'phone' } as const;
  return { kind: kind[scheme.toLowerCase() as keyof typeof kind] ?? 'website', value: rest.replace(/\/$/, '') };
}

const FIELD = /\{\{[\s\S]*?\}\}/g;

const PATTERNS = [
  ['email', /[^\s@<>(),;:{}]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu],
  ['website', /(?<![\p{L}\p{N}@.])(?:https?:\/\/|www\.)[^\s<>(){}]*[^\s<>(){}.,;:!?]/giu],
  // Relay UK's codes before a number, the short numbers of helplines, and numbers from the 0 or +44 on.
  [
    'phone',
    /(?<![\p{L}\p{N}+.,/-])(?:1800[12][ \u00a0][\d \u00a0]*\d|116[ \u00a0]?\d{3}|(?:\+44|\(?0)[\d\s()-]{7,15}\d)(?![\p{L}\p{N}])/gu,
  ],
] as const;

function inText(given: string, node: Nodes, { file }: LocalWords): Here[] {
  const text = given.replace(FIELD, (field) => '\u0000'.repeat(field.length));
  const source = sourceOf(node, file);
  const found = PATTERNS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, written: match[0], at: match.index })),
  );
  return found
    .filter(({ kind, written }) => kind !== 'phone' || isNumber(written))
    .toSorted((a, b) => a.at - b.at)
    .map(({ kind, written }) => {
      const from = source.indexOf(written);
      const place = from < 0 ? placeOf(node, file) : placeWithin(node, file, from, from + written.length);
      const value = kind === 'website' ? written.replace(/^https?:\/\//i, '').replace(/\/$/, '') : written;
      return { kind, value: value.replace(/\s+/g, ' '), place };
    });
}

/** A day in figures (`01 05 2025`) has fewer digits. Nobody tries 999 and 101, through Relay UK neither. */
const isNumber = (text: string): boolean => {
  const digits = text.replace(/\D/g, '');
  return digits.startsWith('116') || (digits.length >= 9 && !/^1800[12](999|101)$/.test(digits));
};
