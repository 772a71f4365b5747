import { letterOf } from '../data/windows-1252.ts';

/** Of Latin-1 from U+00A0 on, in order. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
  'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
  'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
  'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
  'thorn yuml';

const NAMED = new Map<string, string>([
  ...LATIN.split(' ').map((name, i) => [name, String.fromCharCode(0xa0 + i)] as const),
  ...Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    hellip: '…',
    bull: '•',
    euro: '€',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    zwnj: '',
    zwj: '',
    lrm: '',
    rlm: '',
    Wcirc: 'Ŵ',
    wcirc: 'ŵ',
    Ycirc: 'Ŷ',
    ycirc: 'ŷ',
    colon: ':',
    comma: ',',
    period: '.',
    sol: '/',
    commat: '@',
    num: '#',
    lpar: '(',
    rpar: ')',
  }),
]);

/**
 * Text of which a web page was the source, with its character references read (HTML, 13.5). Only whole ones are:
 * `&copy=1` in an address stays. What was escaped twice is read twice by whoever asks twice.
 */
export const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]*));/g, (typed, decimal, hex, name) => {
    if (name !== undefined) return NAMED.get(name) ?? typed;
    return characterOf(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)) ?? typed;
  });

/** References to the control characters from 0x80 mean the letters of Windows-1252. */
function characterOf(code: number): string | undefined {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return undefined;
  return code >= 0x80 && code < 0xa0 ? letterOf(code) : String.fromCodePoint(code);
}

const TAG = /<\/?(?:a|b|br|div|em|font|h[1-6]|i|li|ol|p|small|span|strong|sub|sup|td|tr|u|ul)(?:\s[^<>]*)?\/?>/gi;

/** Text without the tags of HTML; those that end a line become a line break. */
export const stripTags = (text: string): string =>
  text.replace(TAG, (tag) => (/^<(br|\/?(p|div|li|h[1-6]|tr|ul|ol))\b/i.test(tag) ? '\n' : ''));
