import { letterOf } from '../../data/windows-1252.ts';

/** Encodings of simple fonts, and names of glyphs (ISO 32000-2, annex D; the Adobe Glyph List as far as Latin text needs it). */

const ascii =
  `space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma
hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal greater question at
A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright asciicircum underscore grave
a b c d e f g h i j k l m n o p q r s t u v w x y z braceleft bar braceright asciitilde`.split(/\s+/);

/** From U+00A1 to U+00FF. */
const latin = `exclamdown cent sterling currency yen brokenbar section dieresis copyright ordfeminine guillemotleft
logicalnot softhyphen registered macron degree plusminus twosuperior threesuperior acute mu paragraph periodcentered
cedilla onesuperior ordmasculine guillemotright onequarter onehalf threequarters questiondown Agrave Aacute Acircumflex
Atilde Adieresis Aring AE Ccedilla Egrave Eacute Ecircumflex Edieresis Igrave Iacute Icircumflex Idieresis Eth Ntilde
Ograve Oacute Ocircumflex Otilde Odieresis multiply Oslash Ugrave Uacute Ucircumflex Udieresis Yacute Thorn germandbls
agrave aacute acircumflex atilde adieresis aring ae ccedilla egrave eacute ecircumflex edieresis igrave iacute
icircumflex idieresis eth ntilde ograve oacute ocircumflex otilde odieresis divide oslash ugrave uacute ucircumflex
udieresis yacute thorn ydieresis`.split(/\s+/);

const others: { readonly [name: string]: string } = {
  quoteleft: '‘',
  quoteright: '’',
  quotedblleft: '“',
  quotedblright: '”',
  quotesinglbase: '‚',
  quotedblbase: '„',
  guilsinglleft: '‹',
  guilsinglright: '›',
  endash: '–',
  emdash: '—',
  bullet: '•',
  ellipsis: '…',
  dagger: '†',
  daggerdbl: '‡',
  perthousand: '‰',
  trademark: '™',
  Euro: '€',
  fraction: '⁄',
  florin: 'ƒ',
  minus: '−',
  fi: 'fi',
  fl: 'fl',
  ff: 'ff',
  ffi: 'ffi',
  ffl: 'ffl',
  dotlessi: 'ı',
  circumflex: 'ˆ',
  tilde: '˜',
  breve: '˘',
  dotaccent: '˙',
  ring: '˚',
  hungarumlaut: '˝',
  ogonek: '˛',
  caron: 'ˇ',
  Lslash: 'Ł',
  lslash: 'ł',
  OE: 'Œ',
  oe: 'œ',
  Scaron: 'Š',
  scaron: 'š',
  Zcaron: 'Ž',
  zcaron: 'ž',
  Ydieresis: 'Ÿ',
  Wcircumflex: 'Ŵ',
  wcircumflex: 'ŵ',
  Ycircumflex: 'Ŷ',
  ycircumflex: 'ŷ',
  nbspace: '\u00a0',
  sfthyphen: '\u00ad',
};

const names = new Map<string, string>([
  ...ascii.map((name, i): [string, string] => [name, String.fromCharCode(0x20 + i)]),
  ...latin.map((name, i): [string, string] => [name, String.fromCharCode(0xa1 + i)]),
  ...Object.entries(others),
]);

/** The characters of a glyph by its name: listed, or `uni0041`, `u1F600`, `f_i`, `a.alt`; undefined for any other. */
export function textOfGlyph(name: string): string | undefined {
  const [base = ''] = name.split('.', 1);
  const known = names.get(base);
  if (known !== undefined || base === '') return known;
  if (base.includes('_')) {
    const parts = base.split('_').map(textOfGlyph);
    return parts.includes(undefined) ? undefined : parts.join('');
  }
  const codes = /^uni((?:[0-9A-F]{4})+)$/.exec(base)?.[1]?.match(/.{4}/g) ?? /^u([0-9A-F]{4,6})$/.exec(base)?.slice(1);
  if (!codes) return undefined;
  const points = codes.map((code) => Number.parseInt(code, 16));
  return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : undefined;
}

/** The upper half of StandardEncoding: runs of characters, each from its code. */
const standardRuns: readonly (readonly [code: number, characters: string])[] = [
  [0xa1, "¡¢£⁄¥ƒ§¤'“«‹›"],
  [0xae, 'ﬁﬂ'],
  [0xb1, '–†‡·'],
  [0xb6, '¶•‚„”»…‰'],
  [0xbf, '¿'],
  [0xc1, '`´ˆ˜¯˘˙¨'],
  [0xca, '˚¸'],
  [0xcd, '˝˛ˇ—'],
  [0xe1, 'Æ'],
  [0xe3, 'ª'],
  [0xe8, 'ŁØŒº'],
  [0xf1, 'æ'],
  [0xf5, 'ı'],
  [0xf8, 'łøœß'],
];

function standard(): string[] {
  const table = ascii.map((_, i) => String.fromCharCode(0x20 + i));
  const codes = [...Array.from({ length: 0x20 }, () => ''), ...table];
  codes[0x27] = '’';
  codes[0x60] = '‘';
  for (const [code, characters] of standardRuns) {
    [...characters].forEach((character, i) => (codes[code + i] = character));
  }
  return codes;
}

const everyByte = Uint8Array.from({ length: 256 }, (_, code) => code);

const tables = new Map<string, readonly string[]>();

/** The characters of a named encoding by code; StandardEncoding for a name that is not known. */
export function encodingOf(name: string | undefined): readonly string[] {
  const known = tables.get(name ?? '');
  if (known) return known;
  let table: readonly string[];
  if (name === 'WinAnsiEncoding') table = Array.from(everyByte, letterOf);
  else if (name === 'MacRomanEncoding') table = [...new TextDecoder('macintosh').decode(everyByte)];
  else if (name === 'StandardEncoding') table = standard();
  else return encodingOf('StandardEncoding');
  tables.set(name, table);
  return table;
}
