import type { Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Expectations, Value } from './expectations.ts';
import { withoutSpaces } from './given.ts';
import { checkLinks } from './read-back-links.ts';
import { mismatch, type ReadPage } from './read-back-page.ts';
import { NotAPdf } from './read/faults.ts';
import { readPdf } from './read/file.ts';
import { pagesOf } from './read/pages.ts';
import { linesOf } from './read/text.ts';
import { joinAddresses, mayHoldTokens, plain, type Token, tokensOf } from './tokens.ts';

/** A token of the finished file, and the page that it stands on. */
type Found = Token & { readonly page: number };

/**
 * Reads the finished bytes and compares every number, email address, web address and link in them with the record, the
 * guidance and the product's own words, which they must come from. It knows nothing of how the file was painted.
 */
export function readBack(bytes: Uint8Array, expected: Expectations, report: Report): void {
  const pages = openPages(bytes, expected, report);
  if (!pages) return;
  let faults = 0;
  const counting: Report = (diagnostic) => {
    faults += 1;
    report(diagnostic);
  };
  const found = foundIn(pages, expected);
  checkTokens(found, expected, counting);
  for (const page of pages) checkLinks(page, expected, counting);
  if (faults === 0) checkOrder(pages, expected, counting);
}

/** Text that is not painted (ISO 32000-2, 9.3.6): nobody can see it, so it proves nothing. */
const invisible = 3;

function openPages(bytes: Uint8Array, expected: Expectations, report: Report): ReadPage[] | undefined {
  const fault = (message: string): void => report(mismatch(message, expected, 1));
  let file;
  try {
    file = readPdf(bytes);
  } catch (cause) {
    if (!(cause instanceof NotAPdf)) throw cause;
    fault(`the finished file cannot be read: ${cause.message}`);
    return undefined;
  }
  const read = pagesOf(file).map((page, i) => {
    const lines = linesOf(page).filter(({ pieces }) => pieces.every(({ rendering }) => rendering !== invisible));
    return { page, number: i + 1, lines, pieces: lines.flatMap(({ pieces }) => pieces) };
  });
  const [damage] = file.faults;
  if (damage) fault(`the finished file is damaged: ${damage.message}`);
  else if (read.length === expected.pages.length) return read;
  else fault(`the finished file has ${read.length} pages, expected ${expected.pages.length}`);
  return undefined;
}

const GAP = /\[[a-z]+(\.\w+)*\]/gi;

/** The tokens of a line as it stands; the gaps of a draft are none. */
const tokensIn = (line: string, { known, status }: Expectations): Token[] =>
  tokensOf(status === 'draft' ? line.replace(GAP, '') : line, known);

function foundIn(pages: readonly ReadPage[], expected: Expectations): Found[] {
  const lines = pages.flatMap((page) => page.lines.map(({ text }) => ({ text, page: page.number })));
  const joined = joinAddresses(
    lines.map(({ text }) => (mayHoldTokens(text) ? plain(text) : text)),
    expected.known,
  );
  return joined.flatMap((line, i) => tokensIn(line, expected).map((token) => ({ ...token, page: lines[i]!.page })));
}

const tokenKinds = { phone: 'number', email: 'email', website: 'web' } as const;

/** How often a value was given and found, and the first page that it was given on. */
type Count = { given: number; found: number; readonly page: number };

/** Every token comes from somewhere, and every value of the record stands as often as it was given. */
function checkTokens(found: readonly Found[], expected: Expectations, report: Report): void {
  const counts = countsOf(found, expected);
  const strangers = new Map<string, Found[]>();
  for (const token of found) {
    if (!token.isKnown) strangers.set(token.text, [...(strangers.get(token.text) ?? []), token]);
  }
  const tooMany = [...counts].filter(([, count]) => count.found > count.given);
  for (const [value, count] of counts) {
    if (count.found >= count.given) continue;
    const kind = tokenKinds[value.kind];
    const others = [
      ...[...strangers.values()].flatMap(([token]) => (token?.kind === kind ? [token.text] : [])),
      ...tooMany.flatMap(([other]) => (other.kind === value.kind ? [other.text] : [])),
    ];
    const instead = nearest(value.text, others) ?? others[0];
    report(mismatch(missing(value, count, instead), expected, count.page, value.place));
    if (instead !== undefined) strangers.delete(instead);
  }
  const isAnyMissing = [...counts.values()].some((count) => count.found < count.given);
  for (const [value, { given, found: times, page }] of isAnyMissing ? [] : tooMany) {
    const message = `\`${value.text}\` stands ${timesOf(times)} in the finished file, expected ${timesOf(given)}`;
    report(mismatch(message, expected, page, value.place));
  }
  for (const [text, [first]] of strangers) {
    const page = first?.page ?? 1;
    const message = `\`${text}\` stands on page ${page} of the finished file, and comes from none of its sources`;
    report(mismatch(message, expected, page));
  }
}

function countsOf(found: readonly Found[], expected: Expectations): Map<Value, Count> {
  const counts = new Map<Value, Count>();
  const countOf = (token: Token, page: number): Count | undefined => {
    const value = expected.known[token.kind].get(token.text);
    if (!value) return undefined;
    const count = counts.get(value) ?? { given: 0, found: 0, page };
    counts.set(value, count);
    return count;
  };
  for (const { text, times, page } of expected.given) {
    for (const token of text.split('\n').flatMap((line) => tokensIn(line, expected))) {
      const count = countOf(token, page);
      if (count) count.given += times;
    }
  }
  for (const token of found) {
    const count = countOf(token, token.page);
    if (count) count.found += 1;
  }
  return counts;
}

const timesOf = (count: number): string => (count === 1 ? 'once' : `${count} times`);

function missing({ text }: Value, { given, found, page }: Count, instead: string | undefined): string {
  const stands = found === 0 ? 'is not there' : `stands there ${timesOf(found)}`;
  const expected = `\`${text}\` is to stand ${timesOf(given)} in the finished file, first on page ${page}, and ${stands}`;
  return instead === undefined ? expected : `${expected}; \`${instead}\` was found instead`;
}

/** Where one of the record's texts stands in the text of a page. */
type Standing = { readonly at: number; readonly detail: Expectations['details'][number] };

/** The record's texts stand in the order in which they were given: no number has come to stand at another's name. */
function checkOrder(pages: readonly ReadPage[], expected: Expectations, report: Report): void {
  pages.forEach(({ lines, number }, i) => {
    const given = expected.pages[i]!;
    const stands = withoutSpaces(lines.map(({ text }) => text).join(''));
    if (stands === given) return;
    const wanted = standings(given, expected);
    const found = standings(stands, expected);
    const first = wanted.findIndex(({ detail }, at) => detail.text !== found[at]?.detail.text);
    const [want, have] = first < 0 ? [undefined, found[wanted.length]] : [wanted[first], found[first]];
    const detail = want?.detail ?? have?.detail;
    if (!detail) return;
    const message = want
      ? `\`${want.detail.text}\` was expected on page ${number} of the finished file, and ${have ? `\`${have.detail.text}\`` : 'nothing'} stands in its place`
      : `\`${detail.text}\` stands on page ${number} of the finished file, where it was not expected`;
    report(mismatch(message, expected, number, detail.place));
  });
}

/** Every place of every text, from the beginning on; of two that begin together the longer one. */
export function standings(text: string, { details }: Expectations): Standing[] {
  const found = new Map<number, Standing>();
  for (const detail of details) {
    const wanted = withoutSpaces(detail.text);
    if (wanted.length < 2) continue;
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      const there = found.get(at);
      if (!there || there.detail.text.length < detail.text.length) found.set(at, { at, detail });
    }
  }
  return [...found.values()].toSorted((a, b) => a.at - b.at);
}
