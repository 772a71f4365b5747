import type { Rgb } from '../../data/colour.ts';
import { colourIn, type Space, spaceOf } from './colour-space.ts';
import type { PdfFile } from './file.ts';
import type { Paint } from './look.ts';
import { type Matrix, matrixOf, multiply } from './matrix.ts';
import { nameOf, numberOf, type PdfDict } from './objects.ts';
import { type Shading, shadingOf } from './shading.ts';

/** What something is painted with: one colour, one that differs from point to point, or nobody can say. */
export type Colour =
  | { readonly kind: 'flat'; readonly rgb: Rgb }
  | { readonly kind: 'shading'; readonly at: Shading }
  | { readonly kind: 'unknown' };

export const unknownColour: Colour = { kind: 'unknown' };

const devices: Readonly<Record<string, string>> = {
  g: 'DeviceGray',
  rg: 'DeviceRGB',
  k: 'DeviceCMYK',
};

/**
 * What a paint comes to (ISO 32000-2, 8.6 and 8.7); colours as a screen shows them, patterns of tiles unknown.
 *
 * @param base from the units in which patterns count to those of the page
 */
export function colourOf(file: PdfFile, paint: Paint, base: Matrix): Colour {
  const { operands, resources, space } = paint;
  const pattern = nameOf(operands.at(-1));
  if (space && pattern !== undefined) return patternOf(file, pattern, resources, base);
  const chosen = spaceOfPaint(file, space ?? paint);
  return chosen ? { kind: 'flat', rgb: colourIn(chosen, operands) } : unknownColour;
}

function spaceOfPaint(file: PdfFile, { operator, operands, resources }: Paint): Space | undefined {
  const device = devices[operator.toLowerCase()];
  if (device !== undefined) return spaceOf(file, { kind: 'name', name: device }, undefined);
  return spaceOf(file, operands[0], resources);
}

function patternOf(file: PdfFile, name: string, resources: PdfDict | undefined, base: Matrix): Colour {
  const pattern = resources && file.dictOf(file.dictOf(resources.entries.get('Pattern'))?.entries.get(name));
  if (!pattern || numberOf(file.get(pattern, 'PatternType')) !== 2) return unknownColour;
  const matrix = multiply(matrixOf(file.get(pattern, 'Matrix')), base);
  return shadedBy(file, file.dictOf(pattern.entries.get('Shading')), resources, matrix);
}

/** The colour of a shading by its dictionary. */
export function shadedBy(file: PdfFile, dict: PdfDict | undefined, resources: PdfDict, matrix: Matrix): Colour {
  const at = dict && shadingOf(file, dict, resources, matrix);
  return at ? { kind: 'shading', at } : unknownColour;
}

/** The colour at a point; undefined where it is unknown. */
export const colourAt = (colour: Colour, point: readonly [number, number]): Rgb | undefined =>
  colour.kind === 'flat' ? colour.rgb : colour.kind === 'shading' ? colour.at(point) : undefined;
