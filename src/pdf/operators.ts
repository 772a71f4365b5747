import type { Hex } from '../data/brand.ts';
import { number } from './objects.ts';

/** Operators of page content (ISO 32000-1, annex A), and what they are made of. */

/** A rectangle in points; what `x` and `y` count from is the user's to say. */
export type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Coordinates: three decimals. */
export const numbers = (...values: number[]): string =>
  values.map((value) => number(Math.round(value * 1000) / 1000)).join(' ');

/** A matrix that scales a drawing by itself wants more: what it scales is many units wide. */
export const matrix = (...values: number[]): string =>
  values.map((value) => String(Math.round(value * 1e6) / 1e6 + 0)).join(' ');

const colours = (hex: Hex): string =>
  [1, 3, 5].map((at) => numbers(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ');

export const fill = (hex: Hex): string => `${colours(hex)} rg`;

export const stroke = (hex: Hex): string => `${colours(hex)} RG`;

/** Path data as operators. Drawings hold absolute moves, lines, curves and closes only. */
export const pathOperators = (d: string): string => {
  const operators: string[] = [];
  let at: readonly [number, number] = [0, 0];
  for (const [, command = '', rest = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const values = (rest.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/g) ?? []).map(Number);
    const size = { M: 2, L: 2, C: 6, Q: 4 }[command];
    if (command === 'Z') operators.push('h');
    else if (size === undefined) throw new Error(`the painter knows no path command ${command}`);
    if (size === undefined) continue;
    for (let i = 0; i + size <= values.length; i += size) {
      const points = values.slice(i, i + size);
      if (command === 'M') operators.push(`${numbers(...points)} ${i === 0 ? 'm' : 'l'}`);
      else if (command === 'L') operators.push(`${numbers(...points)} l`);
      else if (command === 'C') operators.push(`${numbers(...points)} c`);
      else operators.push(`${numbers(...cubic(at, points))} c`);
      at = [points.at(-2)!, points.at(-1)!];
    }
  }
  return operators.join('\n');
};

const third = (from: number, to: number): number => from + (2 / 3) * (to - from);

/** A quadratic curve as a cubic one, which is all that PDF has. */
const cubic = ([x, y]: readonly [number, number], points: readonly number[]): number[] => {
  const [cx, cy, ex, ey] = points as [number, number, number, number];
  return [third(x, cx), third(y, cy), third(ex, cx), third(ey, cy), ex, ey];
};

/** Thrown for what a template uses and we cannot paint: never left out in silence. */
export const cannotPaint = (what: string): never => {
  throw new Error(`the painter knows no ${what}`);
};
