import { readPhone } from '../data/phone.ts';
import { error, type Report, warning } from '../diagnostics/diagnostic.ts';
import type { CellAt } from './clean.ts';
import { shown } from './clean-text.ts';

/** A cell's text as somebody would have typed it, had the spreadsheet not taken the number for an amount. */
type Typed = { readonly text: string; readonly steps: readonly string[] };

/**
 * Gives a number back the zero that a spreadsheet took away, with a warning. One that was shortened to `1.63296E+09` is
 * whole only where the file keeps the value behind it.
 *
 * @returns undefined when an error was reported: digits are lost
 */
export function numberTyped(text: string, at: CellAt, report: Report): Typed | undefined {
  const whole = wholeNumber(text, at);
  if (whole === 'lost') {
    const message = `${shown(text)} is a phone number of which the spreadsheet has lost digits`;
    const hint = 'format the column as text, type the number again, and save the file';
    report(error('import/lost-digits', message, at.place, hint));
    return undefined;
  }
  const full = /^44\d{10}$/.test(whole) ? `+${whole}` : `0${whole}`;
  const read = /^(?:44)?[1-9]\d{6,9}$/.test(whole) ? readPhone(full) : undefined;
  const isShort = whole.length < 10 && !(read?.kind === 'phone' && read.assigned && at.cell.kind === 'number');
  if (read?.kind !== 'phone' || isShort || isFit(whole)) {
    return { text: whole, steps: whole === text ? [] : ['written out in digits'] };
  }
  const message = `${shown(text)} has lost its first sign, and was read as \`${read.printed}\``;
  const hint = 'check the number; a column of phone numbers keeps its zeros when it is formatted as text';
  report(warning('import/leading-zero', message, at.place, hint));
  return { text: read.printed, steps: [`the first sign put back: \`${read.printed}\``] };
}

/** A number for emergencies or the police is one as it stands, and refused as such. */
const isFit = (digits: string): boolean => readPhone(digits).kind === 'phone';

/** The digits of a number that is shown with a decimal point, a power of ten, or commas between its thousands. */
function wholeNumber(text: string, { cell }: CellAt): string {
  const value = cell.number;
  const [, mantissa = '', power = ''] = /^(\d(?:[.,]\d+)?)E\+?(\d+)$/i.exec(text) ?? [];
  if (mantissa !== '') {
    const kept = mantissa.replace(/\D/g, '');
    const scaled = kept.padEnd(Number(power) + 1, '0');
    if (kept.length === Number(power) + 1) return kept;
    return value !== undefined && Number.isSafeInteger(value) && value !== Number(scaled) ? String(value) : 'lost';
  }
  if (/^\d{7,12}\.0+$/.test(text)) return text.slice(0, text.indexOf('.'));
  if (cell.kind === 'number' && value !== undefined && /^\d{1,3}(?:,\d{3}){2,3}$/.test(text)) return String(value);
  return text;
}
