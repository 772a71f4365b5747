import { Memory } from '../memory.ts';
import { monthNames } from './dates.ts';
import type { Inline, Language } from './edition.ts';

const NBSP = '\u00A0';

/** Where a run of words stands: headings and list items keep a short last word with the one before it. */
export type Role = 'running' | 'heading' | 'item';

/**
 * Sets quotes, dashes and non-breaking spaces as the house wants them. What is typographic already stays, so a second
 * pass changes nothing; web and email addresses are left alone. The length of NFC text never changes.
 */
export function typographic(text: string, language: Language): string {
  const key = `${language} ${text}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  return texts.set(key, bind(quotesAndDashes(text.normalize('NFC'), language), language), text.length);
}

/** Most texts are those of the guidance, which all councils share. It counts characters, of which a guidance has 15,000. */
const texts = new Memory<string, string>(300_000);

/**
 * Sets a whole run of inlines: white space collapsed and trimmed, empty nodes gone, then `typographic` over the run as
 * one text, so that a quote knows what stands before it across bold and links.
 */
export function typographicInlines(inlines: readonly Inline[], language: Language, role: Role): Inline[] {
  const collapsed = collapse(inlines);
  const given = textOf(collapsed);
  const set = typographic(given, language);
  let rest = role === 'running' ? set : bindLastWord(set);
  return mapTexts(collapsed, (value) => {
    const [mine, others] = [rest.slice(0, value.length), rest.slice(value.length)];
    rest = others;
    return mine;
  });
}

/** The words of inlines, without their markup. */
export function textOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.kind === 'text' ? inline.value : textOf(inline.children))).join('');
}

function mapTexts(inlines: readonly Inline[], change: (value: string) => string): Inline[] {
  return inlines.map((inline) =>
    inline.kind === 'text'
      ? { ...inline, value: change(inline.value) }
      : { ...inline, children: mapTexts(inline.children, change) },
  );
}

/** One space between words, none at the ends; nothing empty is left. */
function collapse(inlines: readonly Inline[]): Inline[] {
  let last = ' ';
  const forwards = mapTexts(inlines, (value) => {
    const joined = (last + value.normalize('NFC')).replace(/[ \t\r\n\f]+/g, ' ').slice(1);
    last = joined.at(-1) ?? last;
    return joined;
  });
  return trimEnd(dropEmpty(forwards));
}

function dropEmpty(inlines: readonly Inline[]): Inline[] {
  const kept: Inline[] = [];
  for (const inline of inlines) {
    const whole = inline.kind === 'text' ? inline : { ...inline, children: dropEmpty(inline.children) };
    if (textOf([whole]) === '') continue;
    const before = kept.at(-1);
    if (whole.kind === 'text' && before?.kind === 'text') {
      kept[kept.length - 1] = { kind: 'text', value: before.value + whole.value };
    } else kept.push(whole);
  }
  return kept;
}

function trimEnd(inlines: readonly Inline[]): Inline[] {
  const last = inlines.at(-1);
  if (!last || !textOf([last]).endsWith(' ')) return [...inlines];
  const shorter: Inline =
    last.kind === 'text' ? { ...last, value: last.value.trimEnd() } : { ...last, children: trimEnd(last.children) };
  return textOf([shorter]) === '' ? trimEnd(inlines.slice(0, -1)) : [...inlines.slice(0, -1), shorter];
}

/** With a scheme, with a path, or with an `@`; in any script. */
const ADDRESS =
  /(?:https?:\/\/|(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{M}\p{N}-]+\.)+\p{L}{2,}\/)[^\s<>"“”]*[^\s<>"“”‘’'.,:;!?)]|[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.!#$%&'*+/=?^{|}~-]*@[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)+/gu;
/** What every such address has: to look for one takes long, and few texts hold any. */
const MAY_HOLD_ADDRESS = /:\/\/|@|\.[^\s./]{2,}\//;
const OPENS_AFTER = /^$|[\s([{<–—/“‘]/;

function quotesAndDashes(text: string, language: Language): string {
  const dashed = text.replace(/(?<=\s)-(?=\s)/g, '–');
  if (!MAY_HOLD_ADDRESS.test(dashed)) return quotes(dashed, '', '', language);
  let set = '';
  let from = 0;
  for (const address of dashed.matchAll(ADDRESS)) {
    set += quotes(dashed.slice(from, address.index), set, dashed.slice(address.index), language) + address[0];
    from = address.index + address[0].length;
  }
  return set + quotes(dashed.slice(from), set, '', language);
}

function quotes(text: string, before: string, after: string, language: Language): string {
  let previous = before.slice(-1);
  let set = '';
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    if (char === '"' || char === "'") {
      const next = text.slice(index + 1) + after;
      const opens = OPENS_AFTER.test(previous) && /^\S/.test(next);
      if (char === '"') previous = opens ? '“' : '”';
      else previous = opens && !isElision(next, language) ? '‘' : '’';
    } else previous = char;
    set += previous;
  }
  return set;
}

/** An apostrophe that opens a word: '90s; in Welsh 'r, 'n, 'ma … */
const isElision = (next: string, language: Language): boolean =>
  /^\d\ds?(?![\w])/.test(next) || (ELISIONS[language]?.test(next) ?? false);

/** Words that an apostrophe begins; a language without any needs no entry. */
const ELISIONS: { readonly [language: Language]: RegExp } = {
  cy: /^(?:r|n|m|i|u|w|ch|th|ma|na|nôl|sgwn)(?![\wÀ-ž'’])/,
};

/** Where every space is a non-breaking one. The gaps admit both spaces, so that a second pass finds the same. */
const boundIn = (months: string): readonly RegExp[] => [
  /\bOperation[ \u00A0]Ford\b/g,
  /\b999[ \u00A0]BSL\b/g,
  new RegExp(`\\b(?:\\d{1,2}[ \u00A0])?(?:${months})[ \u00A0]\\d{4}\\b`, 'g'),
  new RegExp(`\\b\\d{1,2}[ \u00A0](?:${months})\\b`, 'g'),
  // A line may end with a dash, but never begin with one.
  /[ \u00A0]–(?=\s)/g,
  /\b(?:page|Page) \d+(?: of \d+)?\b/g,
  /(?:\+\d+[ \u00A0])?\(?\d+\)?(?:[ \u00A0]\d+)+/g,
];

const bound = new Map<Language, readonly RegExp[]>();

/** English days stand in every guidance. */
function patternsOf(language: Language): readonly RegExp[] {
  const known = bound.get(language);
  if (known) return known;
  const made = boundIn([...new Set([...monthNames('en'), ...monthNames(language)])].join('|'));
  bound.set(language, made);
  return made;
}

function bind(text: string, language: Language): string {
  return patternsOf(language).reduce(
    (set, pattern) => set.replace(pattern, (match) => match.replaceAll(' ', NBSP)),
    text,
  );
}

function bindLastWord(text: string): string {
  return text.replace(/ (\S+)$/, (match, word: string) =>
    (word.match(/\p{L}/gu) ?? []).length < 6 ? NBSP + word : match,
  );
}
