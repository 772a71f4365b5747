import type { Report } from '../diagnostics/diagnostic.ts';
import type { Expectations, Value } from './expectations.ts';
import { mismatch, type ReadPage } from './read-back-page.ts';
import { isA, textOfString } from './read/objects.ts';
import { type Annotation, annotationsOf } from './read/pages.ts';
import { directionOf } from './read/text.ts';
import { plain, runsOf, tokensOf } from './tokens.ts';

/** Every link of a page leads to where it may, and to what it says. */
export function checkLinks(page: ReadPage, expected: Expectations, report: Report): void {
  for (const annotation of annotationsOf(page.page)) {
    const { uri, subtype, dict } = annotation;
    if (subtype !== 'Link' || uri === undefined) continue;
    const covered = coveredBy(annotation, page);
    const contents = page.page.file.get(dict, 'Contents');
    const said = isA(contents, 'string') ? [covered, textOfString(contents)] : [covered];
    const fault = faultOfLink(uri, said, expected);
    if (!fault) continue;
    const shown = covered.trim() === '' ? 'a link without words' : `the link \`${covered.trim()}\``;
    const message = `${shown} on page ${page.number} of the finished file leads to \`${uri}\`, ${fault.expected}`;
    report(mismatch(message, expected, page.number, fault.value?.place));
  }
}

type LinkFault = { readonly expected: string; readonly value?: Value };

/** What is wrong with where a link leads, whose words and description are `said`. */
export function faultOfLink(uri: string, said: readonly string[], expected: Expectations): LinkFault | undefined {
  const [, scheme = '', rest = ''] = /^([a-z]+):(.*)$/is.exec(uri) ?? [];
  switch (scheme) {
    case 'tel':
      return faultOfTel(digitsOf(rest), said, expected);
    case 'mailto':
      return faultOfMail(plain(decoded(rest.split('?', 1)[0] ?? '')), said, expected);
    case 'http':
    case 'https':
      return faultOfWeb(uri, said, expected);
    default:
      return { expected: 'which is none of the addresses that a link may have' };
  }
}

const fromNowhere = 'which comes from none of its sources';

/** The digits of a number as it is dialled within the country. */
const digitsOf = (number: string): string =>
  number
    .replace(/[^\d+]/g, '')
    .replace(/^(?:\+|00)44/, '0')
    .replaceAll('+', '');

const expecting = (value: Value): LinkFault => ({ expected: `expected \`${value.text}\``, value });

function faultOfTel(digits: string, said: readonly string[], { known }: Expectations): LinkFault | undefined {
  if (digits === '') return { expected: 'expected a number to call' };
  // 18001 and 18002 before a number connect through Relay UK.
  const called = new Set([digits, digits.replace(/^1800[12](?=0)/, '')]);
  for (const text of said) {
    const tokens = tokensOf(plain(text), known).filter(({ kind }) => kind === 'number');
    const runs = tokens.flatMap((token) => runsOf(token.text));
    const numbers = runs.flatMap((_, from) => runs.map((__, to) => digitsOf(runs.slice(from, to + 1).join(''))));
    if (text.trim() === '') return { expected: 'expected a number to call under it' };
    if (runs.length === 0 || numbers.some((number) => called.has(number))) continue;
    const value = tokens.map((token) => known.number.get(token.text)).find((found) => found !== undefined);
    return value ? expecting(value) : { expected: `expected \`${runs.join(' ')}\`` };
  }
  const isKnown = [...known.number.keys()].some((number) => called.has(digitsOf(number)));
  return isKnown ? undefined : { expected: fromNowhere };
}

function faultOfMail(address: string, said: readonly string[], { known }: Expectations): LinkFault | undefined {
  for (const text of said) {
    if (text.trim() === '') return { expected: 'expected an address to write to under it' };
    const emails = tokensOf(plain(text), known).filter(({ kind }) => kind === 'email');
    if (emails.length === 0 || emails.some((token) => token.text === address)) continue;
    const value = known.email.get(emails[0]!.text);
    return value ? expecting(value) : { expected: `expected \`${emails[0]!.text}\`` };
  }
  return known.email.has(address) ? undefined : { expected: fromNowhere };
}

function faultOfWeb(uri: string, said: readonly string[], { known, addresses }: Expectations): LinkFault | undefined {
  const values = said.flatMap((text) =>
    tokensOf(plain(text), known).map(({ kind, text: token }) => known[kind].get(token)),
  );
  const site = values.find((value) => value?.kind === 'website');
  if (site && values.every((value) => value?.kind !== 'website' || value.text !== uri)) return expecting(site);
  const isKnown = addresses.whole.has(uri) || addresses.begun.some((pattern) => pattern.test(uri));
  return isKnown ? undefined : { expected: fromNowhere };
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** From the baseline to the middle of small letters, in parts of the size. */
const middle = 0.25;

/** The words whose middle lies in one of the annotation's areas. */
function coveredBy({ areas }: Annotation, { pieces }: ReadPage): string {
  let text = '';
  for (const piece of pieces) {
    const { x, y, end, size, text: words } = piece;
    // Small letters stand to the left of where a line runs: above it, or below it on a page with its head at the foot.
    const [alongX, alongY] = directionOf(piece);
    const across = (x + end[0]) / 2 - alongY * size * middle;
    const up = (y + end[1]) / 2 + alongX * size * middle;
    const isCovered = areas.some(
      ([left, bottom, right, top]) => across >= left && across <= right && up >= bottom && up <= top,
    );
    if (isCovered) text += words;
  }
  return text;
}
