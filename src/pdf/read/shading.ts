import type { Rgb } from '../../data/colour.ts';
import { spaceOf } from './colour-space.ts';
import type { PdfFile } from './file.ts';
import { functionOf, numbersIn } from './function.ts';
import { inverse, type Matrix } from './matrix.ts';
import { isArray, numberOf, type PdfDict, type PdfObject } from './objects.ts';
import type { Point } from './shape.ts';

/** The colour of a shading at a point of the page; undefined where it has none that can be known. */
export type Shading = (point: Point) => Rgb | undefined;

/** How far along its axis a point lies, 0 to 1 between the ends; undefined where nothing is painted. */
type Along = (x: number, y: number) => number | undefined;

/**
 * A shading from one point or circle to another (ISO 32000-2, 8.7.4.5.3 and 8.7.4.5.4); undefined for others.
 *
 * @param matrix from the shading's units to the page's
 */
export function shadingOf(file: PdfFile, dict: PdfDict, resources: PdfDict, matrix: Matrix): Shading | undefined {
  const space = spaceOf(file, dict.entries.get('ColorSpace'), resources);
  const values = valuesOfShading(file, dict, matrix);
  if (!space || !values) return undefined;
  return (point) => {
    const found = values(point);
    return found && space.toRgb(found);
  };
}

/** The same shading as numbers of its colour space. */
export function valuesOfShading(
  file: PdfFile,
  dict: PdfDict,
  matrix: Matrix,
): ((point: Point) => readonly number[] | undefined) | undefined {
  const calculation = functionOf(file, dict.entries.get('Function'));
  const coordinates = numbersIn(file, dict.entries.get('Coords'));
  const extent = extendOf(file, file.get(dict, 'Extend'));
  const back = inverse(matrix);
  const type = numberOf(file.get(dict, 'ShadingType'));
  const along = type === 2 ? axial(coordinates) : type === 3 ? radial(coordinates, extent) : undefined;
  if (!calculation || !back || !along) return undefined;
  const [from = 0, to = 1] = numbersIn(file, dict.entries.get('Domain'));
  return ([x, y]) => {
    const share = along(back[0] * x + back[2] * y + back[4], back[1] * x + back[3] * y + back[5]);
    if (share === undefined || (share < 0 && !extent[0]) || (share > 1 && !extent[1])) return undefined;
    return calculation([from + Math.min(Math.max(share, 0), 1) * (to - from)]);
  };
}

const extendOf = (file: PdfFile, object: PdfObject): readonly [boolean, boolean] =>
  isArray(object) ? [file.resolve(object[0]) === true, file.resolve(object[1]) === true] : [false, false];

const axial = ([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]): Along | undefined => {
  const square = (x1 - x0) ** 2 + (y1 - y0) ** 2;
  return square === 0 ? undefined : (x, y) => ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / square;
};

/** The last circle that goes through the point: the larger share of the two that solve it, if its radius is one. */
const radial =
  ([x0 = 0, y0 = 0, r0 = 0, x1 = 0, y1 = 0, r1 = 0]: readonly number[], extend: readonly [boolean, boolean]): Along =>
  (x, y) => {
    const [dx, dy, dr, px, py] = [x1 - x0, y1 - y0, r1 - r0, x - x0, y - y0];
    const a = dx * dx + dy * dy - dr * dr;
    const b = px * dx + py * dy + r0 * dr;
    const c = px * px + py * py - r0 * r0;
    const root = Math.sqrt(b * b - a * c);
    const shares = Math.abs(a) < 1e-9 ? [c / (2 * b)] : [(b + root) / a, (b - root) / a];
    return shares
      .filter((s) => s * dr + r0 >= 0 && (s >= 0 || extend[0]) && (s <= 1 || extend[1]))
      .toSorted((one, two) => two - one)[0];
  };
