import { excerpt } from '../data/area-columns.ts';
import { HIDDEN, nameHidden } from '../data/text.ts';
import { misread } from '../data/windows-1252.ts';
import { error, type Report, warning } from '../diagnostics/diagnostic.ts';
import type { CellAt, Cleaned } from './clean.ts';
import { decodeEntities, stripTags } from './clean-entities.ts';

/** What the rest of the cleaning works on: a text without what its way here did to it; empty if the cell is. */
export type Tidied = { readonly text: string; readonly typed: string; readonly steps: readonly string[] };

/** The characters of a cell that is read; a spreadsheet holds up to 32,767 of them, and no value has as many. */
export const LONGEST = 2000;

/** A text in a message: its beginning, in backticks. */
export const shown = (text: string): string => `\`${excerpt(text.replaceAll('`', "'").replace(/\s+/g, ' '))}\``;

/** The step of a text that was put in another way, or none where it is the same. */
export const stepIf = (before: string, after: string, step: string): readonly string[] =>
  before === after ? [] : [step];

/**
 * The text of a cell without what spreadsheets and web pages do to texts. White space is single; line breaks stay, as
 * `\n`.
 *
 * @param signs whether the text may begin with `+`, as phone numbers do; else that is a formula's beginning
 * @returns undefined when an error was reported
 */
export function tidy({ cell, place }: CellAt, signs: 'refused' | 'phone', report: Report): Tidied | undefined {
  const typed = cell.text;
  if (cell.kind === 'error') {
    const message = `the cell shows ${shown(typed)}, a fault of the spreadsheet itself`;
    report(error('import/spreadsheet-fault', message, place, 'mend the formula, or write the value'));
    return undefined;
  }
  if (typed.length > LONGEST) {
    const message = `${shown(typed)} has ${typed.length} characters, expected at most ${LONGEST}`;
    report(error('import/too-long', message, place, 'check that the cell holds one value'));
    return undefined;
  }
  const { text, steps, wrong } = untangle(typed);
  if (wrong !== undefined) {
    const message = `${shown(wrong)} has wrong letters, and was read as ${shown(text)}`;
    report(warning('import/misread', message, place, 'check the letters, or export the file again, as `CSV UTF-8`'));
  }
  if (text.includes('\uFFFD')) {
    const message = `letters of ${shown(text)} were lost before the file was saved as it is`;
    report(error('import/lost-letters', message, place, 'export the file again, as `CSV UTF-8`, or type the text'));
    return undefined;
  }
  const hidden = HIDDEN.exec(text.replaceAll('\n', ' '))?.[0];
  if (hidden !== undefined) {
    const message = `${shown(text)} holds ${nameHidden(hidden)}`;
    report(error('import/hidden-character', message, place, 'type the text afresh'));
    return undefined;
  }
  if (isPlaceholder(text)) {
    const hint = 'write the value, or leave the cell empty';
    report(warning('import/placeholder', `${shown(text)} is taken for an empty cell`, place, hint));
    return { text: '', typed, steps: [...steps, `${shown(text)} stands for nothing`] };
  }
  if (/^[=@]/.test(text) || (/^[+-]/.test(text) && !(signs === 'phone' && /^\+ ?\d/.test(text)))) {
    const message = `${shown(text)} begins as a formula does, expected text`;
    report(error('import/formula', message, place, 'write the text as it is to be printed'));
    return undefined;
  }
  return { text, typed, steps };
}

/** One line of text that is kept as it is: a title, hours, the name of an election. Undefined: see `tidy`. */
export function cleanText(at: CellAt, report: Report): Cleaned<string | undefined> | undefined {
  const tidied = tidy(at, 'refused', report);
  if (!tidied) return undefined;
  const { text, typed, steps } = tidied;
  const line = text.replace(/ ?\n ?/g, text.includes(',') ? ' ' : ', ');
  return { value: line === '' ? undefined : line, typed, steps: [...steps, ...stepIf(text, line, 'put on one line')] };
}

/** The name of a person, a team, a council or a police force. Capitals are left, since nobody knows which are right. */
export function cleanName(at: CellAt, report: Report): Cleaned<string | undefined> | undefined {
  const cleaned = cleanText(at, report);
  const name = cleaned?.value ?? '';
  if (inCapitals(name)) {
    const message = `the name ${shown(name)} is in capitals, and would be printed so`;
    report(warning('import/capitals', message, at.place, 'write it as it is to be printed'));
  }
  if (/@|\d[\d ]{8,}\d/.test(name)) {
    const message = `the name ${shown(name)} holds a number or an address too`;
    report(warning('import/contact-in-name', message, at.place, 'move it to the column that it belongs to'));
  }
  return cleaned;
}

/** Two words or a long one, and no small letter in them: `BBC` and `PSNI` are names. */
export const inCapitals = (name: string): boolean => !/\p{Ll}/u.test(name) && (name.match(/\p{Lu}/gu) ?? []).length > 5;

/** What people write where they have nothing to write. */
export const isPlaceholder = (text: string): boolean => PLACEHOLDER.test(text);

const PLACEHOLDER =
  /^(?:null|nil|none|n\.?\/?\\?a\.?|n\/?k|not (?:applicable|available|known|yet known|provided|supplied)|unknown|tb[acd]|t\.b\.[acd]\.?|to be (?:advised|announced|arranged|confirmed|decided)|i'w gadarnhau|dim|-+|–+|—+|_+|\.+|\?+|\*+|\/+|x+|see (?:our |the |council )?web ?site|(?:as|see|same as) above|ditto|blank|empty|pending|vacant|#n\/a)[.!]?$/i;

/** A part of a text that was tidied: what its beginning was hiding is taken off too. */
export const plain = (part: string): string => untangle(part).text;

/** Takes off, step by step and as often as it takes, what is not of the text itself. */
function untangle(typed: string): {
  readonly text: string;
  readonly steps: readonly string[];
  readonly wrong?: string;
} {
  const steps = new Set<string>();
  let text = typed;
  let wrong: string | undefined;
  const take = (next: string, step: string): void => {
    if (next !== text) steps.add(step);
    text = next;
  };
  // Each step shortens the text or puts it into a form that stays, so this ends.
  for (let before: string | undefined; before !== text;) {
    before = text;
    take(text.replace(/^(\uFEFF|ï»¿)+/, ''), 'a byte order mark taken off');
    take(decodeEntities(text), 'signs of HTML (`&amp;`) read');
    take(stripTags(text), 'tags of HTML taken off');
    const meant = surelyMeant(text);
    if (meant !== undefined) {
      wrong ??= text;
      take(meant, 'letters put right that were read in the wrong encoding');
    }
    take(text.replace(/_x000[dD]_/g, '\n'), 'line breaks of Excel read');
    take(text.replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu, ''), UNSEEN);
    take(text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n'), 'line breaks made alike');
    take(
      text
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n[ \n]*/g, '\n')
        .trim(),
      'white space taken off',
    );
    take(text.replace(/^'(?=[=+@\d-])/, ''), "the apostrophe of a spreadsheet's text taken off");
    take(text.normalize('NFC'), 'accents joined to their letters');
  }
  return { text, steps: [...steps], ...(wrong !== undefined && { wrong }) };
}

const UNSEEN = 'characters that cannot be seen taken off';

/**
 * What was meant by a text that was UTF-8 and read as Windows-1252, where every letter of it is one that people of these
 * islands write: then it is no accident.
 */
function surelyMeant(text: string): string | undefined {
  const meant = misread(text);
  const isPlain =
    meant !== undefined && /^[\n\r\t\x20-\x7e\u00a0-\u017f\u1e80-\u1e85\u1ef2\u1ef3\u2010-\u2026€™]*$/.test(meant);
  return isPlain ? meant : undefined;
}
