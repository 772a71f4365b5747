import type { PdfFile } from './file.ts';
import { type InkSpace, inkSpaceOf } from './ink-space.ts';
import type { Paint } from './look.ts';
import { type Matrix, matrixOf, multiply } from './matrix.ts';
import { isA, nameOf, numberOf, type PdfDict, type PdfStream } from './objects.ts';
import { valuesOfShading } from './shading.ts';
import type { Point } from './shape.ts';

/** What a paint puts onto plates. */
export type Inks =
  | { readonly kind: 'flat'; readonly space: InkSpace; readonly shares: readonly number[] }
  /** Undefined where it paints nothing. */
  | { readonly kind: 'shading'; readonly space: InkSpace; readonly at: (point: Point) => readonly number[] | undefined }
  /** A pattern of tiles, which have colours of their own (ISO 32000-2, 8.7.3). */
  | { readonly kind: 'tiles'; readonly tile: PdfStream; readonly space: InkSpace | undefined }
  /** A colour of a space that is known, in a way that is not. */
  | { readonly kind: 'unknown'; readonly space: InkSpace | undefined };

const devices: { readonly [operator: string]: string } = { g: 'DeviceGray', rg: 'DeviceRGB', k: 'DeviceCMYK' };

/**
 * What a colour that was set comes to on plates (8.6 and 8.7).
 *
 * @param base from the units in which patterns count to those of the page
 */
export function inksOf(file: PdfFile, paint: Paint, base: Matrix): Inks {
  const { operator, operands, resources, space: chosen } = paint;
  const pattern = nameOf(operands.at(-1));
  if (chosen && pattern !== undefined) return patternOf(file, pattern, paint, base);
  const choice = chosen ?? paint;
  const device = devices[choice.operator.toLowerCase()];
  const space = device
    ? inkSpaceOf(file, { kind: 'name', name: device }, choice.resources)
    : inkSpaceOf(file, choice.operands[0], choice.resources ?? resources);
  if (!space) return { kind: 'unknown', space: undefined };
  const isChoice = operator.toLowerCase() === 'cs';
  const values = isChoice ? space.initial : operands.flatMap((item) => numberOf(item) ?? []);
  return { kind: 'flat', space, shares: space.shares(values) };
}

function patternOf(file: PdfFile, name: string, { resources, space }: Paint, base: Matrix): Inks {
  const found = resources && file.dictOf(resources.entries.get('Pattern'))?.entries.get(name);
  const pattern = file.resolve(found);
  if (isA(pattern, 'stream')) {
    // A stencil of a tile takes the colour that stands beside its name.
    const chosen = file.resolve(space?.operands[0]);
    const own = nameOf(chosen);
    const named = file.dictOf(space?.resources?.entries.get('ColorSpace'));
    const array = own === undefined || !named ? chosen : file.get(named, own);
    const beside = Array.isArray(array) && numberOf(file.get(pattern.dict, 'PaintType')) === 2 ? array[1] : undefined;
    const spaceBeside = beside === undefined ? undefined : inkSpaceOf(file, beside, space?.resources);
    return { kind: 'tiles', tile: pattern, space: spaceBeside };
  }
  const dict = file.dictOf(pattern);
  if (!dict || numberOf(file.get(dict, 'PatternType')) !== 2) return { kind: 'unknown', space: undefined };
  const matrix = multiply(matrixOf(file.get(dict, 'Matrix')), base);
  return inksOfShading(file, file.dictOf(dict.entries.get('Shading')), resources, matrix);
}

/** What a shading puts onto plates; one of triangles or patches is unknown. */
export function inksOfShading(
  file: PdfFile,
  dict: PdfDict | undefined,
  resources: PdfDict | undefined,
  matrix: Matrix,
): Inks {
  const space = dict && inkSpaceOf(file, dict.entries.get('ColorSpace'), resources);
  const values = dict && valuesOfShading(file, dict, matrix);
  if (!space || !values) return { kind: 'unknown', space };
  return {
    kind: 'shading',
    space,
    at: (point) => {
      const found = values(point);
      return found && space.shares(found);
    },
  };
}
