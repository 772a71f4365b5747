import type { Place } from '../diagnostics/diagnostic.ts';
import { type Mm, mm } from '../units.ts';
import type { Ink } from './ink.ts';

/** `#rrggbb`, lower case. */
export type Hex = `#${string}`;

/**
 * A council's brand as templates see it: colour roles and a logo. A template never holds a literal colour; what it may
 * use are these roles and the fixed ones of the type and colour scale.
 */
export type Brand = {
  readonly id: string;
  /** Whose brand it is, for people who keep it: leaflets print the council's name from its own file. */
  readonly name?: string;
  readonly roles: BrandRoles;
  /** Of each role that the file gives, how it is printed, as far as it says so; what is derived is not in it. */
  readonly given: Readonly<Partial<Record<keyof BrandRoles, Ink>>>;
  /** Without one, the council's name stands alone on the band. */
  readonly logo?: Logo;
  readonly placeOf: (keyPath: string) => Place | undefined;
};

export type BrandRoles = {
  /** Band, section numbers, list numerals, the "Added by" label. */
  readonly brand: Hex;
  /** Words and logo on the band. */
  readonly onBrand: Hex;
  /** The council is speaking: brand at 6 % on white unless stated. */
  readonly tint: Hex;
};

/** The roles in the order in which they are shown. */
export const brandRoles: readonly (keyof BrandRoles)[] = ['brand', 'onBrand', 'tint'];

/** A logo drawn as plain SVG shapes, for the band: one colour (`currentColor`) or its own. */
export type Logo = LogoRoom & {
  /** What a screen reader says of it. */
  readonly alt: string;
  readonly viewBox: readonly [x: number, y: number, width: number, height: number];
  readonly shapes: readonly LogoShape[];
};

/** The room that a logo needs, to be seen for what it is. */
export type LogoRoom = {
  /** What must stay free around it, in parts of its height. */
  readonly clearSpace: number;
  /** The least height at which it is drawn, in millimetres. */
  readonly leastSize: Mm;
};

/** What a logo needs whose file says nothing of it. */
export const usualRoom: LogoRoom = { clearSpace: 0.25, leastSize: mm(5) };

/** Every SVG shape (path, circle, ellipse, rect, polygon, line) reduced to path data; a stroke is kept as a stroke. */
export type LogoShape = {
  readonly d: string;
  readonly fill?: Hex | 'onBrand' | 'brand';
  readonly fillRule?: 'evenodd' | 'nonzero';
  readonly stroke?: Hex | 'onBrand' | 'brand';
  readonly strokeWidth?: number;
};
