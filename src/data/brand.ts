import type { Place } from '../diagnostics/diagnostic.ts';

/** `#rrggbb`, lower case. */
export type Hex = `#${string}`;

/**
 * A council's brand as templates see it: colour roles and a logo. A template never holds a literal colour; what it may
 * use are these roles and the fixed ones of the type and colour scale.
 */
export type Brand = {
  readonly id: string;
  readonly roles: BrandRoles;
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

/** A logo drawn as plain SVG shapes, for the band: one colour (`currentColor`) or its own. */
export type Logo = {
  /** What a screen reader says of it. */
  readonly alt: string;
  readonly viewBox: readonly [x: number, y: number, width: number, height: number];
  readonly shapes: readonly LogoShape[];
};

/** Every SVG shape (path, circle, ellipse, rect, polygon, line) reduced to path data; a stroke is kept as a stroke. */
export type LogoShape = {
  readonly d: string;
  readonly fill?: Hex | 'onBrand' | 'brand';
  readonly fillRule?: 'evenodd' | 'nonzero';
  readonly stroke?: Hex | 'onBrand' | 'brand';
  readonly strokeWidth?: number;
};
