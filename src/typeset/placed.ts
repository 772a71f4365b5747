import type { Glyph } from 'fontkit';
import type { Face, Shaped } from './faces.ts';
import type { GlyphRun } from './laid.ts';

/** A glyph with its place in points, and the characters that it shows. */
export type Placed = {
  readonly glyph: Glyph;
  readonly position: GlyphRun['positions'][number];
  readonly text: string;
  readonly space: boolean;
};

type Position = Shaped['positions'][number];

/**
 * Glyphs in their places, by size and by what the face says of them. A face says the same of the same pair of letters, so
 * lines share these: a leaflet has 10,000 letters, of some 1,000 pairs.
 */
const known = new Map<number, WeakMap<Position, Placed>>();

/** @param size of the type, in points */
export const placedAt = (size: number, glyph: Glyph, position: Position, { font }: Face): Placed => {
  const ofSize = known.get(size) ?? new WeakMap<Position, Placed>();
  known.set(size, ofSize);
  const found = ofSize.get(position);
  if (found) return found;
  const unit = size / font.unitsPerEm;
  const text = String.fromCodePoint(...glyph.codePoints);
  const { xAdvance, xOffset, yOffset } = position;
  const scaled = { xAdvance: xAdvance * unit, yAdvance: 0, xOffset: xOffset * unit, yOffset: yOffset * unit };
  const placed = { glyph, position: scaled, text, space: text === ' ' };
  ofSize.set(position, placed);
  return placed;
};
