import { website } from '../data/text.ts';
import { error, type Report, warning } from '../diagnostics/diagnostic.ts';
import type { CellAt, Cleaned } from './clean.ts';
import { severalIn } from './clean-phone.ts';
import { LONGEST, shown, tidy } from './clean-text.ts';

/**
 * The web address in a cell, with its scheme. What follows the path is kept, whatever it tracks: without it the page may
 * be another. Undefined when an error was reported; a value undefined where the cell is empty.
 */
export function cleanWebsite(at: CellAt, report: Report): Cleaned<string | undefined> | undefined {
  const [, linked] = /<a\s[^>]*href=["']([^"']+)["']/i.exec(at.cell.text.slice(0, LONGEST)) ?? [];
  const given = linked === undefined ? at : { ...at, cell: { ...at.cell, text: linked } };
  const tidied = tidy(given, 'refused', report);
  if (!tidied) return undefined;
  const { text } = tidied;
  const typed = at.cell.text;
  const steps = [...tidied.steps, ...(linked === undefined ? [] : ['the address of a link taken'])];
  if (text === '') return { value: undefined, typed, steps };
  const found = addressesIn(text);
  const [first = text, ...more] = found;
  const plain = first.replace(/^[<("'“]+|[>)"'”.,;]+$/g, '');
  const meant = /^(https?)(?:\/\/|:\/(?!\/)|:(?=www)|;\/\/)(.+)$/i.exec(plain);
  const fault = meant ? [`${shown(plain)} is not a web address`] : faultOf(found.length === 0 ? text : plain);
  if (fault) {
    const [message = '', ...hints] = fault;
    const hint = meant ? [`did you mean \`${meant[1]}://${meant[2]}\`?`] : hints;
    report(error('import/website', message, at.place, ...hint));
    return undefined;
  }
  const value = website.parse(plain);
  if (plain !== text) steps.push(`all but the address taken off: ${shown(text)}`);
  if (!/^https?:/i.test(plain)) steps.push('`https://` put before it');
  const others = more.filter((each) => website.safeParse(each).data !== value);
  if (others.length > 0) report(severalIn(at, 'web addresses', plain, others));
  if (value.startsWith('http:')) {
    const hint = `open \`${value.replace('http:', 'https:')}\`, and write that if it leads to the same page`;
    report(warning('import/insecure-website', `${shown(value)} is without encryption`, at.place, hint));
  }
  return { value, typed, steps };
}

/** The words that look like addresses. A text with a space inside an address is none: it is refused as a whole. */
function addressesIn(text: string): readonly string[] {
  const words = text
    .split(/[\s;|]+|,(?=\s|https?:|www\.)/)
    .filter((word) => word !== '' && !/^(?:or|and|neu|a)$/i.test(word));
  const looksSo = words.map((word) => LOOKS_SO.test(word));
  const first = looksSo.indexOf(true);
  const isWhole = first >= 0 && looksSo.slice(first).every(Boolean);
  return isWhole ? words.slice(first) : [];
}

const LOOKS_SO = /^[<("'“]*(?:https?:|(?:[\p{L}\d-]+\.)+\p{L}{2,}(?:[/?#:>)"'”.,;]|$))/iu;

function faultOf(address: string): readonly string[] | undefined {
  const issue = website.safeParse(address).error?.issues[0];
  if (!issue) return undefined;
  const { hints = [] } = (issue.code === 'custom' ? issue.params : undefined) ?? {};
  return [issue.message, ...(hints as readonly string[])];
}
