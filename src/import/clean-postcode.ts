import { error, type Report, warning } from '../diagnostics/diagnostic.ts';
import type { CellAt, Cleaned } from './clean.ts';
import { shown, stepIf, tidy } from './clean-text.ts';

/** Postcode areas of the United Kingdom and the Crown dependencies (Royal Mail). */
const AREAS = new Set(
  (
    'AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK ' +
    'FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN ' +
    'NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW ' +
    'UB W WA WC WD WF WN WR WS WV YO ZE'
  ).split(' '),
);

/** The areas that have a district 0. */
const DISTRICT_0 = new Set('BL BS CM CR FY HA PR SL SS'.split(' '));

/** A postcode, spaced, and whether signs of it had to be changed. */
export type Postcode = { readonly printed: string; readonly isRepaired: boolean };

/**
 * Reads a postcode of the United Kingdom. A zero for the letter O and an O for the zero are told apart by where they
 * stand, if one way alone gives a postcode.
 */
export function readPostcode(text: string): Postcode | undefined {
  const plain = text.toUpperCase().replace(/[\s.-]+/g, '');
  const forces = /^BFPO(\d{1,4})$/.exec(plain)?.[1];
  if (forces !== undefined) return { printed: `BFPO ${forces}`, isRepaired: false };
  if (!/^[A-Z0-9]{5,7}$/.test(plain)) return undefined;
  if (isPostcode(plain)) return { printed: spaced(plain), isRepaired: false };
  const [only, ...more] = [...new Set(variants(plain))].filter(isPostcode);
  return only !== undefined && more.length === 0 ? { printed: spaced(only), isRepaired: true } : undefined;
}

/** A postcode in a cell of its own. Undefined when an error was reported; a value undefined where the cell is empty. */
export function cleanPostcode(at: CellAt, report: Report): Cleaned<string | undefined> | undefined {
  const tidied = tidy(at, 'refused', report);
  if (!tidied) return undefined;
  const { text, typed, steps } = tidied;
  if (text === '') return { value: undefined, typed, steps };
  const read = readPostcode(text.replace(/[.,;]+$/, ''));
  if (!read) {
    report(error('import/postcode', `${shown(text)} is not a postcode`, at.place, 'check it: `AN1 1AA`'));
    return undefined;
  }
  if (read.isRepaired) report(repaired(text, read.printed, at));
  return { value: read.printed, typed, steps: [...steps, ...stepsOf(text, read)] };
}

/** A line of an address, with the postcode that it ends in, if any, put right. */
export function cleanPostcodeIn(
  line: string,
  at: CellAt,
  report: Report,
): { readonly line: string; readonly steps: readonly string[] } {
  const [, before = '', typed = ''] = ENDS_IN_POSTCODE.exec(line) ?? [];
  const read = typed === '' ? undefined : readPostcode(typed);
  if (!read) return { line, steps: [] };
  if (read.isRepaired) report(repaired(typed, read.printed, at));
  return { line: before + read.printed, steps: stepsOf(typed, read) };
}

const ENDS_IN_POSTCODE =
  /^(|.*[\s,])((?=[^ ]*[\d])[A-Z0]{1,2}[\dO]{1,2}[A-Z]?\s*[\dO][A-Z]{2}|(?:BFPO\s?|GIR ?0AA)\d*)$/i;

const repaired = (typed: string, printed: string, { place }: CellAt): ReturnType<typeof warning> =>
  warning('import/postcode-repaired', `${shown(typed)} was read as \`${printed}\``, place, 'check the postcode');

const stepsOf = (typed: string, { printed, isRepaired }: Postcode): readonly string[] =>
  isRepaired ? ['a zero or the letter O put right in the postcode'] : stepIf(typed, printed, 'the postcode spaced');

const spaced = (plain: string): string => `${plain.slice(0, -3)} ${plain.slice(-3)}`;

/** The last two letters are none of C, I, K, M, O, V (BS 7666); a letter ends a district in London alone. */
function isPostcode(plain: string): boolean {
  if (plain === 'GIR0AA') return true;
  const [, area = '', district = ''] = /^([A-Z]{1,2})(\d{1,2}|\d[A-Z])\d[ABD-HJLNP-UW-Z]{2}$/.exec(plain) ?? [];
  if (!AREAS.has(area) || /^0./.test(district)) return false;
  if (/\d[A-Z]/.test(district) && !/^(?:E|EC|N|NW|SE|SW|W|WC)\d[A-HJKMNPR-Y]$/.test(area + district)) return false;
  return district !== '0' || DISTRICT_0.has(area);
}

/** Every way to read the signs that look alike. */
function variants(plain: string): readonly string[] {
  let found = [''];
  for (const sign of plain) {
    found = found.flatMap((start) => (/[O0]/.test(sign) ? [`${start}O`, `${start}0`] : [start + sign]));
  }
  return found;
}
