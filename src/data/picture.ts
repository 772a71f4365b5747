import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import type { Hex, LogoShape } from './brand.ts';
import { parseDrawing } from './drawing.ts';

/** A picture of the guidance, drawn in plain paths. */
export type Picture = {
  readonly viewBox: readonly [x: number, y: number, width: number, height: number];
  /** As wide as it is meant to be, in pixels of CSS (1/96 inch). */
  readonly width: number;
  readonly shapes: readonly PictureShape[];
};

/** A path; `ink` is the colour of the words around it, `paper` that of what they stand on. */
export type PictureShape = Omit<LogoShape, 'fill' | 'stroke'> & {
  readonly fill?: Hex | 'ink' | 'paper';
  readonly stroke?: Hex | 'ink' | 'paper';
};

/**
 * Reads a picture: an SVG file of flat shapes, held to what a logo is held to.
 *
 * @returns undefined when an error was reported
 */
export function parsePicture(file: SourceFile, report: Report): Picture | undefined {
  const drawing = parseDrawing(file, 'picture', report);
  if (!drawing) return undefined;
  const shapes = drawing.shapes.map(({ fill, stroke, ...shape }) => ({
    ...shape,
    ...(fill && { fill: colour(fill) }),
    ...(stroke && { stroke: colour(stroke) }),
  }));
  return { viewBox: drawing.viewBox, width: drawing.width, shapes };
}

const colour = (given: NonNullable<LogoShape['fill']>): NonNullable<PictureShape['fill']> =>
  given === 'onBrand' ? 'ink' : given === 'brand' ? 'paper' : given;
