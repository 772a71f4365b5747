import type { Font, Glyph } from 'fontkit';
import type { GlyphRun, Line } from '../typeset/laid.ts';
import { numbers } from './operators.ts';

/** A position in points from the page's upper left corner, y downwards, as layout counts. */
export type Origin = { readonly x: number; readonly y: number };

/** A run on its line. */
export type Piece = {
  readonly run: GlyphRun;
  readonly x: number;
  readonly top: number;
  /** From the page's foot. */
  readonly baseline: number;
  readonly height: number;
};

/** How the glyphs and faces of a document are called in its content. */
export type Codes = {
  /** The resource name of a face. */
  readonly face: (font: Font) => string;
  /** The code of a glyph, as hexadecimal digits, and its natural width in thousandths. */
  readonly glyph: (font: Font, glyph: Glyph) => { readonly code: string; readonly width: number };
};

/** The runs of a line, each at its place; `height` is the page's. */
export const piecesOf = (line: Line, height: number, { x, y }: Origin): Piece[] => {
  let left = x;
  return line.runs.map((run) => {
    const piece = { run, x: left, top: y, baseline: height - (y + line.ascent), height: line.height };
    left += run.xAdvance;
    return piece;
  });
};

/**
 * The operators that show a run: its glyphs by their codes, and the adjustments between them (ISO 32000-1, 9.4.3).
 *
 * @param colour the operators that set its colour
 */
export const showRun = ({ run, x, baseline }: Piece, colour: string, codes: Codes): string => {
  const { attributes, glyphs, positions } = run;
  const font = attributes.font[0]!;
  const size = attributes.fontSize;
  const parts: string[] = [];
  let shown = '';
  let show = '';
  let pen = x;
  const flush = (): void => {
    if (shown) show += `<${shown}>`;
    shown = '';
  };
  const close = (): void => {
    flush();
    if (show) parts.push(`[${show}] TJ`);
    show = '';
  };
  let placed = false;
  glyphs.forEach((glyph, i) => {
    const { xAdvance, xOffset, yOffset } = positions[i]!;
    const { code, width } = codes.glyph(font, glyph);
    const displaced = xOffset !== 0 || yOffset !== 0;
    if (!placed || displaced) {
      close();
      parts.push(`1 0 0 1 ${numbers(pen + xOffset, baseline + yOffset)} Tm`);
    }
    placed = !displaced;
    shown += code;
    const adjustment = numbers(width - (xAdvance * 1000) / size);
    if (adjustment !== '0') {
      flush();
      show += adjustment;
    }
    pen += xAdvance;
  });
  close();
  return `${colour} /${codes.face(font)} ${numbers(size)} Tf\n${parts.join('\n')}`;
};
