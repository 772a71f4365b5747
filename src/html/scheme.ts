import type { Hex } from '../data/brand.ts';
import { mix } from '../data/colour.ts';
import { nearestPassing } from '../data/contrast.ts';
import { leastContrast, type Palette } from '../typeset/scale.ts';

/** The colours of a page on a screen, light or dark. */
export type Scheme = {
  readonly paper: Hex;
  readonly ink: Hex;
  readonly quiet: Hex;
  readonly rule: Hex;
  /** Ground of the emergency panel, and the red of its edge and label. */
  readonly panel: Hex;
  readonly emergency: Hex;
  /** Ground of what the council says; its label, and the numbers of the sections. */
  readonly tint: Hex;
  readonly brand: Hex;
  /** The band at the head. */
  readonly band: Hex;
  readonly onBand: Hex;
  /** The field of 999. */
  readonly field: Hex;
  readonly onField: Hex;
};

/** The colours of the printed page. */
export const lightScheme = (palette: Palette): Scheme => ({
  paper: palette.paper,
  ink: palette.ink,
  quiet: palette.quiet,
  rule: palette.rule,
  panel: palette.panel,
  emergency: palette.emergency,
  tint: palette.tint,
  brand: palette.brand,
  band: palette.brand,
  onBand: palette.onBrand,
  field: palette.emergency,
  onField: palette.paper,
});

const night = { paper: '#15181a', ink: '#f1f1ee', quiet: '#b9bfc2', rule: '#565d61', panel: '#23272a' } as const;

/** Band and field stay as they are. Brand and red, where they are words, grow lighter until they can be read. */
export const darkScheme = (palette: Palette): Scheme => {
  const tint = mix(palette.brand, night.paper, 0.25);
  return {
    ...lightScheme(palette),
    ...night,
    tint,
    emergency: nearestPassing(palette.emergency, [night.paper, night.panel], leastContrast),
    brand: nearestPassing(palette.brand, [night.paper, tint], leastContrast),
  };
};

/** Every pair in which words stand on a colour. */
export const schemePairs: readonly { readonly words: keyof Scheme; readonly on: keyof Scheme }[] = [
  { words: 'ink', on: 'paper' },
  { words: 'quiet', on: 'paper' },
  { words: 'ink', on: 'panel' },
  { words: 'emergency', on: 'panel' },
  { words: 'ink', on: 'tint' },
  { words: 'brand', on: 'tint' },
  { words: 'brand', on: 'paper' },
  { words: 'onBand', on: 'band' },
  { words: 'onField', on: 'field' },
];
