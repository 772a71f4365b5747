import type { Record as CouncilRecord } from '../data/record.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Expectations } from '../pdf/expectations.ts';
import { withoutSpaces } from '../pdf/given.ts';
import { faultOfLink } from '../pdf/read-back-links.ts';
import { mismatch } from '../pdf/read-back-page.ts';
import { standings } from '../pdf/read-back.ts';
import { plain, type Token, tokensOf } from '../pdf/tokens.ts';

/** A finished text or web page, as it was read from its bytes. */
export type ReadText = {
  readonly lines: readonly string[];
  readonly links: readonly { readonly uri: string; readonly words: string }[];
};

/** The record's contacts that a product must show. */
export type Shown = 'every contact' | 'contacts to ring in danger';

/**
 * Compares a finished text with where its words come from: every number and address in it comes from a source, every
 * link leads to what it says, and each contact stands there with its own numbers, in the record's order, and with
 * nobody else's between.
 */
export function readBackText(
  read: ReadText,
  record: CouncilRecord,
  shown: Shown,
  expected: Expectations,
  report: Report,
): void {
  const fault = (message: string, keyPath?: string): void =>
    report(mismatch(message, expected, 1, keyPath === undefined ? undefined : record.placeOf(keyPath)));
  const lines = read.lines.map(plain);
  for (const text of strangersIn(lines, expected)) {
    fault(`\`${text}\` stands in the finished file, and comes from none of its sources`);
  }
  for (const { uri, words } of read.links) {
    const found = faultOfLink(uri, [words], expected);
    if (found)
      fault(`the link \`${plain(words).trim()}\` leads to \`${uri}\`, ${found.expected}`, found.value?.keyPath);
  }
  const stand = standings(withoutSpaces(lines.join('')), expected);
  const texts = apart(stand).map(({ detail }) => detail.text);
  for (const contact of contactsOf(shown, expected)) {
    const wanted = contact.details.map(({ text }) => text);
    const stands = texts.some((_, from) => wanted.every((text, i) => texts[from + i] === text));
    const words = wanted.map((text) => `\`${text}\``).join(', ');
    if (!stands) fault(`${words} are to stand together in the finished file, and do not`, contact.keyPath);
  }
}

function strangersIn(lines: readonly string[], expected: Expectations): ReadonlySet<string> {
  const gapless = expected.status === 'draft' ? lines.map((line) => line.replace(/\[[a-z]+(\.\w+)*\]/gi, '')) : lines;
  const tokens: Token[] = gapless.flatMap((line) => tokensOf(line, expected.known));
  return new Set(tokens.flatMap(({ text, isKnown }) => (isKnown ? [] : [text])));
}

type Standing = ReturnType<typeof standings>[number];

/** Leaves out what stands inside another: a number within the same number and its prefix. */
function apart(stand: readonly Standing[]): readonly Standing[] {
  let end = 0;
  return stand.filter(({ at, detail }) => {
    if (at < end) return false;
    end = at + withoutSpaces(detail.text).length;
    return true;
  });
}

const CONTACT = /^(returningOfficer|deputyReturningOfficers\.\d+|electoralServices|feoa)\.(title|name|phones|email)\b/;

type Expected = { readonly keyPath: string; readonly details: Expectations['details'] };

/** The details by which each contact is known and reached, in the order in which they are printed. */
function contactsOf(shown: Shown, { details }: Expectations): Expected[] {
  const groups = new Map<string, Expectations['details'][number][]>();
  for (const detail of details) {
    const key = CONTACT.exec(detail.keyPath)?.[1];
    if (key === undefined || (key === 'feoa' && shown !== 'every contact')) continue;
    groups.set(key, [...(groups.get(key) ?? []), detail]);
  }
  const orderOf = (keyPath: string): number => order.findIndex((key) => keyPath.includes(`.${key}`));
  return [...groups].map(([keyPath, found]) => ({
    keyPath,
    details: found.toSorted((a, b) => orderOf(a.keyPath) - orderOf(b.keyPath)),
  }));
}

const order = ['title', 'name', 'phones', 'email'];
