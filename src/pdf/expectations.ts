import { weekdayInWords } from '../content/dates.ts';
import type { Language } from '../content/edition.ts';
import type { Guidance } from '../content/guidance.ts';
import type { LinkTable } from '../content/links.ts';
import { gap, type Literals, literalsOf, withoutExpressions } from '../content/literals.ts';
import type { LocalWords } from '../content/local-words.ts';
import { setRecord } from '../content/set-record.ts';
import type { Furniture } from '../data/furniture.ts';
import { fixedEntries } from '../data/proof.ts';
import { isGap } from '../data/gaps.ts';
import type { Day, Record as CouncilRecord } from '../data/record.ts';
import { shownUrl } from '../data/text.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import { givenTexts, type GivenText, textOfPage } from './given.ts';
import type { LaidPage } from '../typeset/laid.ts';
import { plain, runsOf, sayingsOf, type TokenKind } from './tokens.ts';

/** A value of the record by which somebody is reached. */
export type Value = {
  readonly kind: 'phone' | 'email' | 'website';
  /** `returningOfficer.phones.0` */
  readonly keyPath: string;
  /** As the record gives it. */
  readonly text: string;
  readonly place?: Place;
};

/** Any text of the record that is printed: a title, a name, an address, hours. */
export type Detail = { readonly keyPath: string; readonly text: string; readonly place?: Place };

/** What a finished file must and may say, from where it comes from. */
export type Expectations = {
  /** Printed in messages, and the place of what comes from nowhere. */
  readonly product: string;
  /** A draft shows gaps, `[returningOfficer.phones]`, in the place of values. */
  readonly status: 'final' | 'draft';
  /** What may stand in the text, and the value of the record that it is, if it is one. */
  readonly known: { readonly [kind in TokenKind]: ReadonlyMap<string, Value | undefined> };
  /** Web addresses that links may lead to: whole ones, and those that an expression completes. */
  readonly addresses: { readonly whole: ReadonlySet<string>; readonly begun: readonly RegExp[] };
  readonly details: readonly Detail[];
  /** The words that were given to be set. */
  readonly given: readonly GivenText[];
  /** The words of each page without spaces, in the order in which they are painted. */
  readonly pages: readonly string[];
};

/** What an edition is made of, as far as its words come from it. */
export type Origins = {
  readonly guidance: Guidance;
  readonly links: LinkTable;
  readonly words?: LocalWords;
  readonly record: CouncilRecord;
  readonly furniture: Furniture;
};

/**
 * Says what the pages of a product must and may say. The values are the record's own, not what templates made of them.
 *
 * @param origins of each language that the product speaks
 * @param beside texts that stand outside the pages, which handbill says of the file: its name, the day, the page
 */
export function expectationsOf(
  product: string,
  status: Expectations['status'],
  origins: readonly Origins[],
  pages: readonly LaidPage[],
  beside: readonly string[] = [],
): Expectations {
  const known = { number: new Map(), email: new Map(), web: new Map() } satisfies Expectations['known'] as {
    [kind in TokenKind]: Map<string, Value | undefined>;
  };
  const given = givenTexts(pages);
  const addresses = origins.flatMap(addressesIn);
  for (const origin of origins) learnWords(origin, known);
  // What every product prints, whatever the guidance says.
  learn(tokensIn(fixedEntries.map(({ value }) => value).join(' ')), known);
  // What a proof sheet adds says where the values are from: paths, lines, a hash. A brand page tells of colours.
  if (product === 'proof-sheet' || product === 'brand-page') for (const { text } of given) learn(tokensIn(text), known);
  for (const text of beside) learn(tokensIn(text), known);
  for (const address of addresses) for (const form of formsOf(address)) learn(tokensIn(form), known);
  for (const { record } of origins) for (const value of valuesOf(record)) learnValue(value, known);
  return {
    product,
    status,
    known,
    addresses: {
      whole: new Set(addresses.filter((address) => !address.includes(gap))),
      begun: addresses.flatMap(begunBy),
    },
    details: origins.flatMap(detailsAsSet),
    given,
    pages: pages.map(textOfPage),
  };
}

const documentsOf = ({ guidance, words }: Origins): readonly (Guidance | LocalWords)[] =>
  words ? [guidance, words] : [guidance];

const valuesOf = (record: CouncilRecord): Value[] => detailsOf(record).flatMap(valueOf);

/** Every address that the guidance, the council's words and its details name. */
function addressesIn(origins: Origins): string[] {
  const { licence, source } = origins.guidance.facts;
  return [
    ...documentsOf(origins).flatMap((document) => literalsFor(document).urls),
    ...addressesOf(origins.links),
    licence.url,
    source,
    ...valuesOf(origins.record).flatMap(({ kind, text }) => (kind === 'website' ? [text] : [])),
  ];
}

/** Takes in what the guidance, the council's words, the furniture and the details say that is no value. */
function learnWords(origins: Origins, known: Learnt): void {
  const { guidance, record, furniture } = origins;
  const { licence, source: _source, ...facts } = guidance.facts;
  for (const document of documentsOf(origins)) learn(literalsFor(document).tokens, known);
  learn(tokensOfFurniture(furniture), known);
  for (const text of [...Object.values(facts), licence.name]) learn(tokensIn(text), known);
  const own = new Set(valuesOf(record).map(({ keyPath }) => keyPath));
  for (const { keyPath, text } of detailsOf(record)) {
    if (!own.has(keyPath)) learn([...tokensIn(text), ...tokensIn(inWords(text, facts.language))], known);
  }
}

function detailsAsSet({ guidance, record }: Origins): Detail[] {
  const { language } = guidance.facts;
  const set = detailsOf(setRecord(record, language));
  return set.map((detail) => ({ ...detail, text: plain(printed(detail.text, language)) }));
}

/** Not printed, whatever they are. */
const notPrinted = /^(brand|gss|nation|example|election\.kind)$/;

/** Every text of a record that may be printed, with its key path and place. */
function detailsOf({ council, area, placeOf }: CouncilRecord): Detail[] {
  const found: Detail[] = [];
  const visit = (value: unknown, keyPath: string): void => {
    if (typeof value === 'string') {
      const place = placeOf(keyPath);
      if (!isGap(value) && !notPrinted.test(keyPath)) found.push({ keyPath, text: value, ...(place && { place }) });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) visit(inner, keyPath === '' ? key : `${keyPath}.${key}`);
    }
  };
  visit(council, '');
  if (area !== undefined) found.push({ keyPath: 'area', text: area });
  return found;
}

function valueOf(detail: Detail): Value[] {
  const key = /(?:^|\.)(phone|email|website)(?:s?\.\d+)?$/.exec(detail.keyPath)?.[1];
  return key === 'phone' || key === 'email' || key === 'website' ? [{ ...detail, kind: key }] : [];
}

/** A day as it is printed; nothing for other texts. */
const inWords = (text: string, language: Language): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) ? weekdayInWords(text as Day, language) : '';

const printed = (text: string, language: Language): string =>
  /^https?:/.test(text) && URL.canParse(text) ? shownUrl(text) : inWords(text, language) || text;

/** An address as it is written, and as it is shown. */
function formsOf(address: string): string[] {
  const bare = address.replace(/^(?:https?:\/\/|mailto:|tel:)/, '').replace(/\/$/, '');
  const isWeb = /^https?:/.test(address) && URL.canParse(address);
  return [address.replace(/^(?:mailto|tel):/, ''), bare, ...(isWeb ? [shownUrl(address)] : [])];
}

/** From so many digits on, a group is one number, and parts of it are none. */
const wholeNumber = 9;

type Saying = ReturnType<typeof sayingsOf>[number];

type Learnt = { readonly [kind in TokenKind]: Map<string, Value | undefined> };

/** What a text says: what stands in a source may stand on a page. */
function tokensIn(text: string): Saying[] {
  // A break in a source may be a space on the page, and the other way round.
  const lines = text.includes('\n') ? [text.replace(/\s+/g, ' '), ...text.split('\n')] : [text];
  return lines.flatMap((line) => sayingsOf(plain(line)));
}

function learn(tokens: readonly Saying[], known: Learnt): void {
  for (const { kind, text } of tokens) {
    known[kind].set(text, undefined);
    const runs = kind === 'number' ? runsOf(text) : [];
    if (runs.join('').replaceAll('+', '').length < wholeNumber) runs.forEach((run) => known.number.set(run, undefined));
  }
}

/** Takes in a value of the record; of two that are alike the first one counts. */
function learnValue(value: Value, known: Learnt): void {
  const forms = value.kind === 'website' ? formsOf(value.text) : [value.text];
  for (const token of forms.flatMap((form) => sayingsOf(plain(form)))) {
    if (!known[token.kind].get(token.text)) known[token.kind].set(token.text, value);
  }
}

/** The pattern of an address that an expression completes; it must name its host. */
function begunBy(address: string): RegExp[] {
  const [start = '', ...others] = address.split(gap);
  if (others.length === 0 || !/^https?:\/\/[^/]+\//.test(start)) return [];
  const pieces = [start, ...others].map((piece) => piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return [new RegExp(`^${pieces.join('.*')}$`, 'u')];
}

/** Keeps what is made of a source: those of the guidance and of the product serve every council of a run. */
function kept<S extends object, T>(make: (from: S) => T): (from: S) => T {
  const made = new WeakMap<S, T>();
  return (from) => {
    const found = made.get(from) ?? make(from);
    made.set(from, found);
    return found;
  };
}

const literalsFor = kept((document: Guidance | LocalWords): Literals & { readonly tokens: readonly Saying[] } => {
  const literals = literalsOf(document);
  return { ...literals, tokens: literals.texts.flatMap(tokensIn) };
});

const tokensOfFurniture = kept((furniture: Furniture): readonly Saying[] =>
  Object.values(furniture).flatMap((text) => tokensIn(withoutExpressions(text).replaceAll('**', ''))),
);

const addressesOf = kept((links: LinkTable): readonly string[] => [
  links.collection,
  ...[...links.links.values()].flatMap(({ url }) => url ?? []),
]);
