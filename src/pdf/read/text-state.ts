import { type Font, fontOf } from './font.ts';
import type { PdfFile } from './file.ts';
import { black, type Look, type Paint, plainLook } from './look.ts';
import { identity, type Matrix, multiply } from './matrix.ts';
import type { PdfObject } from './objects.ts';

/** What `q` keeps and `Q` brings back, as far as text needs it (8.4.2 and 9.3.1). */
export type State = {
  matrix: Matrix;
  font: Font;
  size: number;
  characterSpace: number;
  wordSpace: number;
  /** 1 where the operator says 100. */
  scale: number;
  leading: number;
  rise: number;
  /** How glyphs are painted; 3 is not at all (9.3.6). */
  rendering: number;
  fill: Paint;
  /** What holds for paths and pictures; whoever hears text alone leaves it as it is. */
  look: Look;
};

export const initialState = (file: PdfFile, matrix: Matrix): State => ({
  matrix,
  font: fontOf(file, undefined),
  size: 0,
  characterSpace: 0,
  wordSpace: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  rendering: 0,
  fill: black,
  look: plainLook,
});

/** A space between glyphs that is this wide, in parts of the size, is read as one between words. */
const wordGap = 0.2;

/** A stretch of text as one operator shows it. */
export type Stretch = {
  readonly text: string;
  /** Where it begins, and where the next one would: in the units of the page. */
  readonly start: readonly [x: number, y: number];
  readonly end: readonly [x: number, y: number];
  readonly size: number;
};

/** The text matrix and the matrix of its line (9.4.1). */
export class TextPosition {
  #text: Matrix = identity;
  #line: Matrix = identity;

  begin(): void {
    this.set(identity);
  }

  set(matrix: Matrix): void {
    this.#text = matrix;
    this.#line = matrix;
  }

  /** Moves to the next line, from the beginning of this one (9.4.2). */
  move(x: number, y: number): void {
    this.set(multiply([1, 0, 0, 1, x, y], this.#line));
  }

  /** Shows strings with adjustments between them, in thousandths (9.4.3), and moves on. */
  show(items: readonly PdfObject[], state: State): Stretch {
    const { font, size, scale, characterSpace, wordSpace, rise } = state;
    const [a, b, c, d, e, f] = multiply(this.#text, state.matrix);
    let text = '';
    let moved = 0;
    for (const item of items) {
      if (typeof item === 'number') {
        moved -= (item / 1000) * size * scale;
        if (-item / 1000 > wordGap && text !== '' && !text.endsWith(' ')) text += ' ';
      } else if (typeof item === 'object' && item !== null && 'kind' in item && item.kind === 'string') {
        const { bytes } = item;
        for (let at = 0; at < bytes.length;) {
          const length = Math.min(font.codeLength(bytes, at), bytes.length - at);
          let code = bytes.charCodeAt(at);
          for (let i = 1; i < length; i += 1) code = code * 256 + bytes.charCodeAt(at + i);
          const shown = font.shown(code, length);
          text += shown.text;
          const space = length === 1 && code === 32 ? wordSpace : 0;
          moved += (shown.width * font.unit * size + characterSpace + space) * scale;
          at += length;
        }
      }
    }
    this.#text = multiply([1, 0, 0, 1, moved, 0], this.#text);
    return {
      text,
      start: [c * rise + e, d * rise + f],
      end: [a * moved + c * rise + e, b * moved + d * rise + f],
      size: Math.abs(size) * Math.hypot(c, d),
    };
  }
}
