/** Numbers, email addresses and web addresses in text: what a reader may ring, write to or open. */

export type TokenKind = 'number' | 'email' | 'web';

/** What may stand in a text, by kind; numbers as their runs of digits with single spaces between. */
export type Known = { readonly [kind in TokenKind]: { has(text: string): boolean } };

export type Token = {
  readonly kind: TokenKind;
  /** As in `Known`. */
  readonly text: string;
  /** Whether it is one of those that may stand there. */
  readonly isKnown: boolean;
};

/** What another way of writing exists for: marks that follow their letter, and signs that are letters. */
const COMPOSED = /[\p{M}\u2126\u212a\u212b]/u;

/** Text as it is compared: one kind of space, one kind of hyphen, composed letters. */
export function plain(text: string): string {
  if (!/[^\n -~]/.test(text)) return text;
  const composed = COMPOSED.test(text) ? text.normalize('NFC') : text;
  return composed.replace(/[\u00a0\u2000-\u200a\u202f]/g, ' ').replace(/[\u2010\u2011]/g, '-');
}

const EMAIL = /[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)*/gu;

/** A host of two labels or more, the last of two letters or more, and what follows it. */
const WEB =
  /(?<![\p{L}\p{M}\p{N}@._/-])(?:https?:\/\/)?(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+\p{L}[\p{L}\p{M}\p{N}-]+(?:[/?#][^\s<>"“”‘’–—]*)?/gu;

/** What ends a sentence, not an address. */
const CLOSING = /[.,:;!?)\]}'/-]+$/;

/** Most lines hold no token at all: to ask this first is quicker than to look for each kind. */
export const mayHoldTokens = (text: string): boolean => /[@\d]|\S\.\S/.test(text);

const NUMBERS = /\+?\d+(?:[ ()-]{1,3}\+?\d+)*/g;

/** Digits of a number that stands in one of many places and is no number to ring: a day, a page, a time. */
const shortest = 3;

/**
 * The tokens of one line, which must be `plain`. A group of digits is taken apart into numbers that may stand there and
 * short ones; where that cannot be done it is one number that may not.
 */
export const tokensOf = (line: string, known: Known): Token[] =>
  pick(line, (kind, found) => {
    if (kind === 'number') return numbersOf(found, known);
    const text = kind === 'email' ? knownEmail(found, known) : knownWeb(found, known);
    return [{ kind, text, isKnown: known[kind].has(text) }];
  });

/** What one line of a source says, each token whole. */
export const sayingsOf = (line: string): Pick<Token, 'kind' | 'text'>[] =>
  pick(line, (kind, found) => [{ kind, text: kind === 'number' ? runsOf(found).join(' ') : trimmed(kind, found) }]);

/**
 * Whether two texts, in the same place, say the same numbers and addresses. Short numbers may differ: nobody rings a ward
 * for its number.
 */
export function saysTheSame(one: string, other: string): boolean {
  if (!mayHoldTokens(one) && !mayHoldTokens(other)) return true;
  return JSON.stringify(tellingIn(one)) === JSON.stringify(tellingIn(other));
}

const tellingIn = (text: string): Pick<Token, 'kind' | 'text'>[] =>
  sayingsOf(plain(text)).filter((said) => said.kind !== 'number' || runsOf(said.text).some(isLong));

const isLong = (run: string): boolean => run.length >= shortest;

function pick<T>(line: string, read: (kind: TokenKind, found: string) => readonly T[]): T[] {
  const tokens: T[] = [];
  if (!mayHoldTokens(line)) return tokens;
  let rest = line;
  const take = (kind: TokenKind, pattern: RegExp): void => {
    rest = rest.replace(pattern, (found) => {
      tokens.push(...read(kind, found));
      return ' '.repeat(found.length);
    });
  };
  if (rest.includes('@')) take('email', EMAIL);
  if (/\S\.\S/.test(rest)) take('web', WEB);
  for (const [group] of rest.matchAll(NUMBERS)) tokens.push(...read('number', group));
  return tokens;
}

const trimmed = (kind: 'email' | 'web', found: string): string => found.replace(kind === 'email' ? /-+$/ : CLOSING, '');

/** What stands before an address without a space, as in `Smith/ro@x.example`, may be part of it or not. */
function knownEmail(found: string, { email }: Known): string {
  const whole = trimmed('email', found);
  if (email.has(whole)) return whole;
  const starts = [...whole.matchAll(/(?<=[^\p{L}\p{M}\p{N}])/gu)].map(({ index }) => index);
  const [mailbox = ''] = whole.split('@', 1);
  const within = starts.filter((at) => at < mailbox.length).map((at) => whole.slice(at));
  return within.find((text) => email.has(text)) ?? whole;
}

/** What stands after an address without a space, as in `x.example/a,b`, may be part of it or not. */
function knownWeb(found: string, { web }: Known): string {
  const whole = trimmed('web', found);
  if (web.has(whole)) return whole;
  const ends = [...whole.matchAll(/[,:;!)\]}'|]/g)].map(({ index }) => whole.slice(0, index).replace(CLOSING, ''));
  return ends.findLast((text) => web.has(text)) ?? whole;
}

export const runsOf = (group: string): string[] => group.match(/\+?\d+/g) ?? [];

function numbersOf(group: string, { number }: Known): Token[] {
  const runs = runsOf(group);
  const failed = new Set<number>();
  const cover = (from: number): Token[] | undefined => {
    if (from === runs.length) return [];
    if (failed.has(from)) return undefined;
    for (let to = runs.length; to > from; to -= 1) {
      const text = runs.slice(from, to).join(' ');
      const after = number.has(text) && cover(to);
      if (after) return [{ kind: 'number', text, isKnown: true }, ...after];
    }
    const after = runs[from]!.length < shortest ? cover(from + 1) : undefined;
    if (!after) failed.add(from);
    return after;
  };
  return cover(0) ?? [{ kind: 'number', text: runs.join(' '), isKnown: false }];
}

/** An address of more lines than this has no room on any page; nor does more furniture stand before a page's text. */
const mostLines = 12;
const mostFurniture = 6;

/** The beginning of an address at a line's end. */
const BROKEN = /(?<![^\s([“‘])(?:https?:\/\/|www\.)(?:\S*[/.?-])?\s*$/u;

/**
 * A web address that is too long for its line goes on in the next, after `/`, `.`, `-` or `?`. Puts such an address
 * together on its first line, where the whole is known, and takes it out of the others.
 */
export function joinAddresses(lines: readonly string[], known: Known): string[] {
  const joined = [...lines];
  for (let at = 0; at < joined.length; at += 1) {
    const line = joined[at]!;
    const start = line.includes('://') || line.includes('www.') ? BROKEN.exec(line)?.index : undefined;
    if (start === undefined) continue;
    // At a page's end it goes on after the head and foot of the next one, which are painted first.
    for (let skipped = 0; skipped <= mostFurniture && !joinAt(joined, at, start, skipped, known);) skipped += 1;
  }
  return joined;
}

function joinAt(lines: string[], at: number, start: number, skipped: number, { web }: Known): boolean {
  let address = lines[at]!.slice(start).trimEnd();
  const first = at + 1 + skipped;
  for (let next = first; next < Math.min(lines.length, first + mostLines); next += 1) {
    const [piece = ''] = lines[next]!.split(/\s/, 1);
    address += piece;
    if (web.has(address.replace(CLOSING, ''))) {
      lines[at] = lines[at]!.slice(0, start) + address;
      for (let taken = first; taken < next; taken += 1) lines[taken] = '';
      lines[next] = lines[next]!.slice(piece.length);
      return true;
    }
    // Only a piece that fills its line and ends where an address may break goes on.
    if (piece.length < lines[next]!.trimEnd().length || !/[/.?-]$/.test(piece)) return false;
  }
  return false;
}
