import type { Font, Glyph } from 'fontkit';
import { Memory } from '../memory.ts';
import type { PdfFile } from './file.ts';
import { name, number, type Ref, text, type Value } from './objects.ts';

/** A subset of a face, as fontkit makes it. */
type Subset = { includeGlyph(id: number): number; encode(): Uint8Array };

/**
 * The letters of names in these islands, figures, and the punctuation that we set. Every file's subset begins with
 * them, in this order, whatever its words: so the fonts of two leaflets are the same bytes.
 */
const alphabet = [
  ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(0x20 + i)),
  ...'£©«»°·ÀÁÂÄÇÈÉÊËÌÍÎÏÑÒÓÔÖÙÚÛÜÝàáâäçèéêëìíîïñòóôöùúûüýÿŴŵŶŷ–—‘’“”•…\u00a0',
].join('');

const noBreakSpace = 0xa0;

/** A face's subset when it holds the alphabet and no more: every file begins with it. */
type Beginning = {
  readonly codes: ReadonlyMap<number, number>;
  readonly widths: readonly number[];
  readonly characters: readonly (readonly number[])[];
};

const beginnings = new WeakMap<Font, Beginning>();

/** Subsets of each face by the ids of their glyphs, of some 30 kB: few files have a letter that the alphabet has not. */
const subsets = new WeakMap<Font, Memory<string, Uint8Array>>();

const subsetOf = (font: Font, ids: readonly number[]): Uint8Array => {
  const known = subsets.get(font) ?? new Memory<string, Uint8Array>(12);
  subsets.set(font, known);
  const key = ids.join();
  const found = known.get(key);
  if (found) return found;
  const subset = font.createSubset() as unknown as Subset;
  for (const id of ids) subset.includeGlyph(id);
  return known.set(key, subset.encode());
};

/** How far letters go beyond their advance, above the baseline and below it, in parts of their size. */
export type Reach = { readonly beside: number; readonly above: number; readonly below: number };

const reaches = new WeakMap<Font, Reach>();

/** Of the letters that every subset has. */
export const reachOf = (font: Font): Reach => {
  const known = reaches.get(font);
  if (known) return known;
  const glyphs = [...alphabet].map((character) => font.glyphForCodePoint(character.codePointAt(0)!));
  const boxes = glyphs.filter(({ bbox }) => Number.isFinite(bbox.minX) && bbox.maxX > bbox.minX);
  const most = (lengths: readonly number[]): number => Math.max(0, ...lengths) / font.unitsPerEm;
  const reach = {
    beside: most(boxes.flatMap(({ bbox, advanceWidth }) => [-bbox.minX, bbox.maxX - advanceWidth])),
    above: most(boxes.map(({ bbox }) => bbox.maxY)),
    below: most(boxes.map(({ bbox }) => -bbox.minY)),
  };
  reaches.set(font, reach);
  return reach;
};

/** Glyphs of a face that every subset has under the same codes: their ids, codes, natural widths and characters. */
export type FixedCodes = {
  readonly font: Font;
  readonly codes: readonly (readonly [id: number, code: string, width: number, characters: string])[];
};

/** An embedded face: its subset, and the codes, widths and characters of its glyphs (ISO 32000-1, 9.7). */
export class EmbeddedFont {
  readonly #font: Font;
  readonly #scale: number;
  /** Of the glyphs by their ids, in the order in which the subset takes them in. */
  readonly #codes: Map<number, number>;
  readonly #widths: number[];
  readonly #characters: (readonly number[])[];
  /** The last code of the alphabet. */
  readonly #fixed: number;

  constructor(font: Font) {
    this.#font = font;
    this.#scale = 1000 / font.unitsPerEm;
    const begun = beginnings.get(font);
    this.#codes = new Map(begun?.codes);
    this.#widths = begun ? [...begun.widths] : [font.getGlyph(0).advanceWidth * this.#scale];
    this.#characters = begun ? [...begun.characters] : [[]];
    if (!begun) {
      for (const character of alphabet) this.#code(font.glyphForCodePoint(character.codePointAt(0)!));
      beginnings.set(font, {
        codes: new Map(this.#codes),
        widths: [...this.#widths],
        characters: [...this.#characters],
      });
    }
    this.#fixed = (begun?.widths ?? this.#widths).length - 1;
  }

  /** The code of a glyph in the content of pages, as hexadecimal digits, and its natural width in thousandths. */
  glyph(glyph: Glyph): { readonly code: string; readonly width: number } {
    const code = this.#code(glyph);
    return { code: code.toString(16).padStart(4, '0'), width: this.#widths[code]! };
  }

  /** What of the subset is the same whatever its words: the codes of the letters of names. */
  fixed(): FixedCodes {
    const glyphs = [...this.#codes].filter(([, code]) => code <= this.#fixed);
    return {
      font: this.#font,
      codes: glyphs.map(([id, code]) => [
        id,
        code.toString(16).padStart(4, '0'),
        this.#widths[code]!,
        String.fromCodePoint(...this.#characters[code]!),
      ]),
    };
  }

  #code(glyph: Glyph): number {
    const known = this.#codes.get(glyph.id);
    if (known !== undefined) return known;
    // A subset begins with the glyph of what is missing, and takes in the others one after the other.
    const code = glyph.id === 0 ? 0 : this.#widths.length;
    this.#codes.set(glyph.id, code);
    this.#widths[code] = glyph.advanceWidth * this.#scale;
    // A space that must not break is a space to whoever copies or searches the text.
    this.#characters[code] = glyph.codePoints.map((point) => (point === noBreakSpace ? 0x20 : point));
    return code;
  }

  /** Writes the font's objects into the file, once all its glyphs are known. */
  embed(file: PdfFile, ref: Ref): void {
    const { postscriptName, bbox, ascent, descent, capHeight, xHeight, italicAngle } = this.#font;
    const scaled = (value: number): number => value * this.#scale;
    const data = subsetOf(this.#font, [...this.#codes.keys()]);
    const family = name(`HNDBLL+${postscriptName.replaceAll(' ', '')}`);
    const descriptor = file.add({
      Type: name('FontDescriptor'),
      FontName: family,
      Flags: symbolic,
      FontBBox: [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map(scaled),
      ItalicAngle: italicAngle,
      Ascent: scaled(ascent),
      Descent: scaled(descent),
      CapHeight: scaled(capHeight),
      XHeight: scaled(xHeight),
      StemV: stemOf(this.#font),
      FontFile2: file.stream(data, { Length1: data.length }),
    });
    const descendant = file.add({
      Type: name('Font'),
      Subtype: name('CIDFontType2'),
      BaseFont: family,
      CIDSystemInfo: { Registry: text('Adobe'), Ordering: text('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      W: [0, this.#widths.map((width): Value => Math.round(width * 1000) / 1000)],
      CIDToGIDMap: name('Identity'),
    });
    file.set(ref, {
      Type: name('Font'),
      Subtype: name('Type0'),
      BaseFont: family,
      Encoding: name('Identity-H'),
      DescendantFonts: [descendant],
      ToUnicode: file.stream(Buffer.from(this.#toUnicode(), 'latin1')),
    });
  }

  /** ISO 32000-1, 9.10.3: which characters each code stands for. */
  #toUnicode(): string {
    const lines = this.#characters.flatMap((points, code) =>
      points.length > 0 ? [`<${hex(code)}> <${utf16(points)}>`] : [],
    );
    const blocks: string[] = [];
    for (let from = 0; from < lines.length; from += 100) {
      const block = lines.slice(from, from + 100);
      blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
    }
    return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
  }
}

/** Flags of the descriptor: symbolic, for the codes are our own (ISO 32000-1, table 123). */
const symbolic = 4;

/** The usual estimate of the stem from the weight: readers use it only to imitate a font that is not there. */
const stemOf = (font: Font): number => {
  const weight = font['OS/2'].usWeightClass;
  return Number(number(10 + (220 * (weight - 50)) / 900));
};

const hex = (value: number): string => value.toString(16).padStart(4, '0');

const utf16 = (points: readonly number[]): string => {
  const units = String.fromCodePoint(...points);
  return Array.from({ length: units.length }, (_, i) => hex(units.charCodeAt(i))).join('');
};
