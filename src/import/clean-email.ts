import { email } from '../data/text.ts';
import { error, type Report, warning } from '../diagnostics/diagnostic.ts';
import type { CellAt, Cleaned } from './clean.ts';
import { severalIn } from './clean-phone.ts';
import { LONGEST, shown, stepIf, tidy } from './clean-text.ts';

/**
 * The email address in a cell, without a name, a label or `mailto:` around it. Undefined when an error was reported; a
 * value undefined where the cell is empty.
 */
export function cleanEmail(at: CellAt, report: Report): Cleaned<string | undefined> | undefined {
  const [, wrapped = at.cell.text] = WRAPPED.exec(at.cell.text.slice(0, LONGEST)) ?? [];
  const tidied = tidy({ ...at, cell: { ...at.cell, text: wrapped } }, 'refused', report);
  if (!tidied) return undefined;
  const typed = at.cell.text;
  const { text } = tidied;
  const steps = [...tidied.steps];
  if (text === '') return { value: undefined, typed, steps };
  const meant = mended(text);
  if (meant !== undefined) {
    const hint = `did you mean \`${meant}\`?`;
    report(error('import/email', `${shown(text)} is not an email address`, at.place, hint));
    return undefined;
  }
  const found = [...text.matchAll(ADDRESS)].map(([address]) => address.replace(/[.'’]+$|^['‘=+-]+/g, ''));
  if (found.length === 0) {
    const [message, ...hints] = faultOf(text) ?? [`${shown(text)} is not an email address`];
    report(error('import/email', message, at.place, ...hints));
    return undefined;
  }
  const read: string[] = [];
  for (const address of found) {
    const [mailbox = '', domain = ''] = address.split('@');
    const value = `${mailbox}@${domain.toLowerCase()}`;
    const fault = faultOf(value);
    if (fault) {
      const [message, ...hints] = fault;
      report(error('import/email', message, at.place, ...hints));
      return undefined;
    }
    steps.push(...stepIf(address, value, 'the domain in small letters'));
    if (!read.some((each) => each.toLowerCase() === value.toLowerCase())) read.push(value);
  }
  const [value = '', ...more] = read;
  if (more.length > 0) report(severalIn(at, 'email addresses', value, more));
  steps.push(...stepIf(text, found[0] ?? '', `all but the address taken off: ${shown(text)}`));
  const odd = /[^\0-\x7f]/u.exec(value)?.[0];
  if (odd !== undefined) {
    const message = `${shown(value)} holds \`${odd}\`, which few addresses do`;
    report(warning('import/unusual-address', message, at.place, 'type the address afresh, and write to it once'));
  }
  return { value, typed, steps };
}

/** `<a@b.uk>` alone would be taken for a tag by nobody, but a closing sign may be missing. */
const WRAPPED = /^\s*<([^<>\s]+@[^<>\s]+)>\s*$/;

const ADDRESS = /[^\s<>()[\]{};,:"“”|/\\?]+@[^\s<>()[\]{};,:"“”|/\\?]+/gu;

/** What was surely meant, for a person to say so: a space, a comma or words where a sign belongs. */
function mended(text: string): string | undefined {
  const plain = text
    .replace(/\s*[([]\s*at\s*[)\]]\s*/i, '@')
    .replace(/\s*[([]\s*dot\s*[)\]]\s*/gi, '.')
    .replace(/ *@ */, '@')
    .replace(/(?<=@[^\s@]*) +(?=\.)|(?<=@[^\s@]*\.) +(?=[a-z])/gi, '')
    .replace(/(?<=@[^\s@,]+), ?(?=(?:ac|co|com|gov|org|net|nhs|police|uk|wales|scot|cymru)\b(?!@))/gi, '.');
  return plain !== text && faultOf(plain) === undefined ? plain : undefined;
}

/** What the schema of a council's file says against an address: the message and what to do. */
function faultOf(address: string): readonly [message: string, ...hints: string[]] | undefined {
  const issue = email.safeParse(address).error?.issues[0];
  if (!issue) return undefined;
  const { hints = [] } = (issue.code === 'custom' ? issue.params : undefined) ?? {};
  return [issue.message, ...(hints as readonly string[])];
}
