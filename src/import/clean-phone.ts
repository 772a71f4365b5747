import { readPhone } from '../data/phone.ts';
import { error, type Report, warning } from '../diagnostics/diagnostic.ts';
import type { CellAt, Cleaned } from './clean.ts';
import { numberTyped } from './clean-phone-number.ts';
import { partsOf, type PhonePart } from './clean-phone-parts.ts';
import { shown, tidy } from './clean-text.ts';

/** What is known while a cell's numbers are read one after the other. */
type Reading = {
  readonly at: CellAt;
  readonly report: Report;
  readonly steps: string[];
  readonly found: string[];
  /** The last whole number, whose area code a shorter one may share. */
  last?: string;
  /** The cell holds a number that is long enough to be somebody's: 999 beside it is a word. */
  readonly isAmong: boolean;
  /** A number was left off on purpose: the cell is not without one by mistake. */
  isLeftOff?: true;
};

/**
 * The phone numbers in a cell, each as a council's file takes it, in the grouping in which it was typed. Numbers of fax
 * machines and words are left off. None where the cell is empty; undefined when an error was reported.
 */
export function cleanPhones(at: CellAt, report: Report): Cleaned<readonly string[]> | undefined {
  const tidied = tidy(at, 'phone', report);
  const typed = tidied && numberTyped(tidied.text, at, report);
  if (!tidied || !typed) return undefined;
  const text = typed.text.normalize('NFKC');
  const isAmong = /\d(?:[ ()-]*\d){8}/.test(text);
  const reading: Reading = { at, report, steps: [...tidied.steps, ...typed.steps], found: [], isAmong };
  if (text === '') return { value: [], typed: tidied.typed, steps: reading.steps };
  const { numbers, after } = joined(partsOf(text), reading);
  const words: string[] = [];
  let isSound = true;
  for (const [i, part] of numbers.entries()) {
    const next = numbers[i + 1]?.before ?? after;
    const read = take(part, next, reading);
    if (read === 'fault') isSound = false;
    words.push(read === 'words' ? `${part.before}${part.typed}` : part.before);
  }
  if (!isSound) return undefined;
  if (reading.found.length === 0 && !reading.isLeftOff) {
    const read = readPhone(text);
    const [message, ...hints] = read.kind === 'fault' ? [read.message, ...read.hints] : [`${shown(text)} is no number`];
    report(error('import/phone', message, at.place, ...hints));
    return undefined;
  }
  tellWords([...words, after], reading);
  const value = [...new Map(reading.found.map((number) => [digitsOf(number), number])).values()];
  if (numbers.length > 1 && value.length > 1) reading.steps.push(`${value.length} numbers in one cell`);
  if (value.length < reading.found.length) reading.steps.push('a number that stands twice taken once');
  return { value, typed: tidied.typed, steps: [...new Set(reading.steps)] };
}

/** The one phone number that a field holds, without Relay UK's prefix, which is printed beside it. */
export function cleanPhone(at: CellAt, report: Report): Cleaned<string | undefined> | undefined {
  const cleaned = cleanPhones(at, report);
  if (!cleaned) return undefined;
  const { value, typed, steps } = cleaned;
  const [first, ...more] = value;
  if (first !== undefined && more.length > 0) report(severalIn(at, 'phone numbers', first, more));
  const plain = first?.replace(/^1800[12] /, '');
  return { value: plain, typed, steps: plain === first ? steps : [...steps, 'Relay UK’s prefix taken off'] };
}

/** Of a cell that should hold one value and holds several. */
export const severalIn = (
  { place }: CellAt,
  what: string,
  first: string,
  more: readonly string[],
): ReturnType<typeof warning> => {
  const message = `the cell holds ${more.length + 1} ${what}: ${shown(first)} is taken, ${more.map(shown).join(', ')} not`;
  return warning('import/several-values', message, place, 'leave the one that is to be printed');
};

type Taken = 'number' | 'words' | 'fault';

function take(part: PhonePart, next: string, reading: Reading): Taken {
  const { at, report, steps, found } = reading;
  const { before, extension } = part;
  const digits = digitsOf(part.typed);
  if (/\b(?:fax|f|ffacs)\W*$/i.test(before) || /^\s*\(fax\)|^\W*(?:fax|ffacs)\s*(?:$|[,;/\n])/i.test(next)) {
    steps.push('a number for fax left off');
    reading.isLeftOff = true;
    return 'number';
  }
  const relayed = /^1800[12]/.test(digits);
  if (!relayed && /\b(?:minicom|text ?phone|typetalk|typetext|sms|text relay)\W*$/i.test(before)) {
    const message = `${shown(part.typed)} is for textphones, and is left off: on the page it would look like any number`;
    report(warning('import/textphone', message, at.place, 'with Relay UK no number of its own is needed'));
    reading.isLeftOff = true;
    return 'number';
  }
  const completed = reading.last === undefined ? undefined : complete(part, reading.last);
  if (completed !== undefined) {
    const message = `${shown(part.typed)} was completed to \`${completed}\`, by the number before it`;
    report(warning('import/phone-completed', message, at.place, 'ring it, or write the number out in full'));
    steps.push(`${shown(part.typed)} completed to \`${completed}\``);
    found.push(completed);
    return 'number';
  }
  // What is too short to be rung stands for something else: `option 2`, `2 lines`.
  if (digits.length < 5 && found.length > 0) return 'words';
  const plain = dialled(part.typed, steps);
  const read = readPhone(plain);
  if (read.kind === 'fault') {
    if (reading.isAmong && /^(1\d\d|999|11[68]\d{3})$/.test(digits)) return 'words';
    report(error('import/phone', read.message, at.place, ...read.hints));
    return 'fault';
  }
  const { printed } = read;
  if (!read.assigned) {
    const message = `\`${printed}\` is in a range of numbers that is not in use`;
    report(warning('import/unassigned-phone', message, at.place, 'check each digit, and ring the number'));
  }
  if (extension !== undefined) {
    const message = `the extension ${extension} of \`${printed}\` is left off: a number is printed as it can be dialled`;
    const hint = `write \`extension ${extension}\` into the hours of the contact, or give a direct number`;
    report(warning('import/extension', message, at.place, hint));
    steps.push(`extension ${extension} left off`);
  }
  if (printed !== part.typed.trim()) steps.push(`written as \`${printed}\``);
  reading.last = printed.replace(/^1800[12] /, '');
  found.push(printed);
  return 'number';
}

/** `01253 477490 / 477161`: the shorter number ends where the longer does. After `/`, a few figures may do. */
function complete({ before, typed }: PhonePart, last: string): string | undefined {
  const digits = digitsOf(typed);
  const between = before.trim().toLowerCase();
  const isNear = /^(?:[/,;&]|or|and|neu|a)$/.test(between) || (between === '' && before.includes('\n'));
  if (!isNear || digits.length > 8 || !/^\d[\d ]*$/.test(typed)) return undefined;
  if (digits.length < 5 ? between !== '/' : typed.startsWith('0')) return undefined;
  // From the end as many figures as were typed, so that the grouping stays.
  const end = new RegExp(`(?:\\D*\\d){${digits.length}}$`).exec(last);
  const start = end ? last.slice(0, end.index) + (/^\D*/.exec(end[0])?.[0] ?? '') : '';
  const read = readPhone(start + typed.trim());
  return read.kind === 'phone' && read.assigned ? read.printed : undefined;
}

/** A number as it is dialled here: what cannot be dialled as it stands is put as `readPhone` says. */
function dialled(typed: string, steps: string[]): string {
  const plain = typed
    .replace(/(?<=\d) ?\.(?= ?\d)/g, ' ')
    .replace(/^\+ /, '+')
    .replace(/\( /g, '(')
    .replace(/ \)/g, ')');
  if (plain !== typed) steps.push('full stops and spaces of the number put right');
  const home = plain.replace(/^(?:\+44|\(?\+?44\)?|0044)[ -]*\(0\)[ -]*/, '0').replace(/^0044[ -]*(?=[1-9])/, '0');
  if (home === plain) return plain;
  steps.push('`+44 (0)` written as `0`');
  return home;
}

/** `01632/960001` is one number: its code, and the rest. */
function joined(parts: ReturnType<typeof partsOf>, { steps }: Reading): ReturnType<typeof partsOf> {
  const numbers: PhonePart[] = [];
  for (const part of parts.numbers) {
    const code = numbers.at(-1);
    const isCode = code && /^\(?0\d{2,4}\)?$/.test(code.typed) && /^\s*[/,]\s*$/.test(part.before);
    const whole = isCode ? `${code.typed} ${part.typed}` : '';
    if (code && isCode && readPhone(whole).kind === 'phone') {
      numbers[numbers.length - 1] = { ...part, before: code.before, typed: whole };
      steps.push('the area code joined to its number');
    } else numbers.push(part);
  }
  return { ...parts, numbers };
}

/** Words beside numbers are left off. Of those that one needs when ringing, somebody should know. */
function tellWords(typed: readonly string[], { at, report, steps }: Reading): void {
  const words = typed
    .map((text) => text.replace(/^[\s,;:/&|().-]+|[\s,;:/&|().-]+$/g, '').replace(/^(?:or|and|neu|a)$/i, ''))
    .filter((text) => /[\p{L}\d]/u.test(text));
  if (words.length === 0) return;
  const said = words.map(shown).join(', ');
  steps.push(`words taken off: ${said}`);
  const needed = /\b(?:option|press|dial|select|choose|pin|code|then|only|not)\b/i.exec(words.join(' '))?.[0];
  if (needed === undefined) return;
  const message = `${said} beside the number is left off`;
  report(
    warning('import/phone-words', message, at.place, 'write it into the hours of the contact, if callers need it'),
  );
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');
