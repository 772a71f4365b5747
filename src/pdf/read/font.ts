import { CMap } from './cmap.ts';
import { encodingOf, textOfGlyph } from './encodings.ts';
import { Unreadable } from './faults.ts';
import type { PdfFile } from './file.ts';
import { countOf, isA, isArray, nameOf, numberOf, type PdfDict, type PdfObject } from './objects.ts';

/** What a code of a font shows: its text, and how far it moves on, in thousandths of the size. */
export type Shown = { readonly text: string; readonly width: number };

/** A font as text is read with it. */
export type Font = {
  /** The PostScript name, with its subset tag: `ABCDEF+Atkinson-Bold`. */
  readonly name: string;
  /** The length of the code at an offset of a string that is shown. */
  readonly codeLength: (bytes: string, at: number) => number;
  readonly shown: (code: number, length: number) => Shown;
  /** Thousandths for all but Type 3 fonts, which have units of their own (ISO 32000-2, 9.6.4). */
  readonly unit: number;
};

const unknown: Font = {
  name: '',
  codeLength: () => 1,
  shown: (code) => ({ text: String.fromCharCode(code), width: 500 }),
  unit: 0.001,
};

const fonts = new WeakMap<PdfDict, Font>();

/** The font of a dictionary (9.5); one object for each dictionary. */
export function fontOf(file: PdfFile, dict: PdfDict | undefined): Font {
  if (!dict) return unknown;
  const known = fonts.get(dict);
  if (known) return known;
  const font = nameOf(file.get(dict, 'Subtype')) === 'Type0' ? compositeFont(file, dict) : simpleFont(file, dict);
  const kept = { ...font, shown: keeping(font.shown) };
  fonts.set(dict, kept);
  return kept;
}

/** Each code is worked out once. */
function keeping(shown: Font['shown']): Font['shown'] {
  const known = new Map<number, Shown>();
  return (code, length) => {
    const key = code * 5 + length;
    let found = known.get(key);
    if (!found) known.set(key, (found = shown(code, length)));
    return found;
  };
}

function cmapOf(file: PdfFile, object: PdfObject | undefined): CMap | undefined {
  const stream = file.resolve(object);
  if (!isA(stream, 'stream')) return undefined;
  try {
    return new CMap(file.decode(stream));
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    file.fault({ kind: 'content', message: `a CMap cannot be read: ${cause.message}` });
    return undefined;
  }
}

/** Type 1, TrueType and Type 3: codes of one byte (9.6). */
function simpleFont(file: PdfFile, dict: PdfDict): Font {
  const toUnicode = cmapOf(file, dict.entries.get('ToUnicode'));
  const encoding = encodingTable(file, dict);
  const first = numberOf(file.get(dict, 'FirstChar')) ?? 0;
  const given = file.get(dict, 'Widths');
  const widths = isArray(given) ? given.map((width) => numberOf(file.resolve(width)) ?? 0) : [];
  const missing = numberOf(file.get(file.dictOf(dict.entries.get('FontDescriptor')) ?? dict, 'MissingWidth'));
  const matrix = file.get(dict, 'FontMatrix');
  const isType3 = nameOf(file.get(dict, 'Subtype')) === 'Type3';
  return {
    name: nameOf(file.get(dict, 'BaseFont')) ?? nameOf(file.get(dict, 'Name')) ?? '',
    codeLength: () => 1,
    shown: (code) => ({
      text: toUnicode?.textOf(code, 1) ?? encoding[code] ?? '',
      // The standard 14 fonts may have no widths (9.6.2.2): half the size is near enough to join words.
      width: widths[code - first] ?? missing ?? (widths.length > 0 ? 0 : 500),
    }),
    unit: (isType3 && isArray(matrix) ? numberOf(file.resolve(matrix[0])) : undefined) ?? 0.001,
  };
}

/** The characters of a simple font by code: its base encoding, and its differences (9.6.5). */
function encodingTable(file: PdfFile, dict: PdfDict): readonly string[] {
  const encoding = file.get(dict, 'Encoding');
  if (!isA(encoding, 'dict')) return encodingOf(nameOf(encoding));
  const differences = file.get(encoding, 'Differences');
  const table = [...encodingOf(nameOf(file.get(encoding, 'BaseEncoding')))];
  let code = 0;
  for (const item of isArray(differences) ? differences : []) {
    const found = file.resolve(item);
    if (typeof found === 'number') code = countOf(found) ?? 0;
    else if (isA(found, 'name')) {
      if (code < 256) table[code] = textOfGlyph(found.name) ?? '';
      code += 1;
    }
  }
  return table;
}

/** Type 0: codes of one to four bytes, two unless a CMap says otherwise, and a CIDFont below (9.7). */
function compositeFont(file: PdfFile, dict: PdfDict): Font {
  const toUnicode = cmapOf(file, dict.entries.get('ToUnicode'));
  const encoding = cmapOf(file, dict.entries.get('Encoding'));
  const descendants = file.get(dict, 'DescendantFonts');
  const descendant = isArray(descendants) ? file.dictOf(descendants[0]) : undefined;
  const widths = descendant ? cidWidths(file, descendant) : new Map<number, number>();
  const otherwise = (descendant && numberOf(file.get(descendant, 'DW'))) ?? 1000;
  return {
    name: nameOf(file.get(dict, 'BaseFont')) ?? '',
    codeLength: encoding ? (bytes, at) => encoding.codeLength(bytes, at) ?? 2 : () => 2,
    shown: (code, length) => {
      const cid = encoding ? (encoding.cidOf(code, length) ?? 0) : code;
      return { text: toUnicode?.textOf(code, length) ?? '', width: widths.get(cid) ?? otherwise };
    },
    unit: 0.001,
  };
}

/** A wider range is not given width by width. */
const widestRange = 65_536;

/** `W`: `c [w1 w2 …]` and `first last w` (9.7.4.3). */
function cidWidths(file: PdfFile, descendant: PdfDict): Map<number, number> {
  const widths = new Map<number, number>();
  const given = file.get(descendant, 'W');
  if (!isArray(given)) return widths;
  for (let at = 0; at + 1 < given.length;) {
    const first = countOf(file.resolve(given[at])) ?? 0;
    const second = file.resolve(given[at + 1]);
    if (isArray(second)) {
      second.forEach((width, i) => widths.set(first + i, numberOf(file.resolve(width)) ?? 0));
      at += 2;
    } else {
      const last = Math.min(countOf(second) ?? 0, first + widestRange, widestRange);
      const width = numberOf(file.resolve(given[at + 2])) ?? 0;
      for (let cid = first; cid <= last; cid += 1) widths.set(cid, width);
      at += 3;
    }
  }
  return widths;
}
