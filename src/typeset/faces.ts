import { create, type Font, type Glyph } from 'fontkit';
import { Pairs } from './pairs.ts';
import type { Weight } from './scale.ts';
import type { Trace } from './trace.ts';

/** One word run shaped by the font: glyphs, and their advances in font units (kerning included). */
export type Shaped = {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[];
};

export type Face = {
  readonly font: Font;
  readonly weight: Weight;
  /** Shapes a run. Figures have widths of their own, unless they are `tabular`. */
  readonly shape: (text: string, figures?: 'tabular') => Shaped;
  readonly has: (codePoint: number) => boolean;
};

/** The two faces of every product. They are made for one project run and shared by all its editions. */
export type Faces = {
  readonly of: (weight: Weight) => Face;
  /** Told of what was measured and set, while one document is composed. */
  readonly trace?: Trace;
};

/** Strings kept that were shaped as wholes: few are, of 5 kB each. */
const memory = 1000;

const openFace = (bytes: Uint8Array, weight: Weight): Face => {
  // fontkit wants a Buffer-like view; a collection would have `fonts`, and we ship single faces.
  const font = create(bytes as Buffer) as Font;
  const covered = new Map<number, boolean>();
  const shaped = new Map<string, Shaped>();
  const tabular = ['tnum'];
  const pairs = { usual: new Pairs(font, undefined), tabular: new Pairs(font, tabular) };
  const whole = (text: string, figures?: 'tabular'): Shaped => {
    const key = figures === undefined ? text : `${figures}\0${text}`;
    const known = shaped.get(key);
    if (known) return known;
    const { glyphs, positions } = font.layout(text, figures && tabular, undefined, undefined, 'ltr');
    if (shaped.size >= memory) shaped.clear();
    const run = { glyphs, positions };
    shaped.set(key, run);
    return run;
  };
  return {
    font,
    weight,
    has(codePoint) {
      const known = covered.get(codePoint) ?? font.hasGlyphForCodePoint(codePoint);
      covered.set(codePoint, known);
      return known;
    },
    shape: (text, figures) => pairs[figures ?? 'usual'].shape(text) ?? whole(text, figures),
  };
};

/**
 * Opens the faces from the bytes of their TrueType files. No standard font exists beside them: a character that they
 * lack is a diagnostic, never a fallback.
 */
export const openFaces = (files: { readonly regular: Uint8Array; readonly bold: Uint8Array }): Faces => {
  const regular = openFace(files.regular, 400);
  const bold = openFace(files.bold, 700);
  return { of: (weight) => (weight === 700 ? bold : regular) };
};
