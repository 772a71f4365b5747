import type { Hex } from '../data/brand.ts';
import type { Cmyk } from '../data/ink.ts';
import type { Meant } from '../typeset/laid.ts';
import { name, type Value } from './objects.ts';
import { fill, numbers, stroke } from './operators.ts';

/** What a colour is painted on: a field of colour, letters and their underlines, or a drawing. */
export type Use = 'field' | 'words' | 'drawing';

/** Colours as operators, for what a file is made for. */
export type Inks = {
  /** The operators that set the colour in which areas are filled. */
  readonly fill: (hex: Hex, meant: Meant | undefined, use: Use) => string;
  /** The operators that set the colour in which lines are drawn. */
  readonly stroke: (hex: Hex, meant: Meant | undefined, use: Use) => string;
  /** The resources that the operators so far have named. */
  readonly resources: () => { readonly ColorSpace?: Value; readonly ExtGState?: Value };
};

/** The colours of a screen, whatever their roles: DeviceRGB, which the output intent says is sRGB. */
export const screenInks: Inks = { fill, stroke, resources: () => ({}) };

/** What a press is to print: the four process inks, an ink that is mixed for the colour, or every ink there is. */
export type Ink =
  | { readonly kind: 'process'; readonly cmyk: Cmyk }
  | {
      readonly kind: 'spot';
      readonly name: string;
      /** How much of it, from 0 to 1. */
      readonly tint: number;
      /** What stands for the whole ink where nobody has mixed it. */
      readonly alternate: Cmyk;
    }
  | { readonly kind: 'all' };

const share = (percent: number): number => percent / 100;

/** A separation (ISO 32000-1, 8.6.6.4): its tint runs from paper to the alternate. */
const separation = (colorant: string, alternate: Cmyk): Value => [
  name('Separation'),
  name(colorant),
  name('DeviceCMYK'),
  { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: alternate.map(share), N: 1 },
];

/** Black words print over what is below: where inks do not meet to a hair, no white shows round the letters. */
const overprint = 'GSover';

const isBlackAlone = ([cyan, magenta, yellow, black]: Cmyk): boolean => cyan + magenta + yellow === 0 && black === 100;

/** The ink of a colour. */
type Choose = (hex: Hex, meant: Meant | undefined, use: Use) => Ink;

/**
 * The colours of a press: DeviceCMYK, which the output intent explains, and separations.
 *
 * @param choose asked each time
 */
export const pressInks = (choose: Choose): Inks => openPressInks()(choose);

/** The colours of one file in which several choose: what they name, they name alike. */
export const openPressInks = (): ((choose: Choose) => Inks) => {
  const spaces = new Map<string, { readonly resource: string; readonly space: Value }>();
  let overprints = false;
  const spaceOf = (colorant: string, alternate: Cmyk): string => {
    const known = spaces.get(colorant) ?? {
      resource: `CS${spaces.size + 1}`,
      space: separation(colorant, alternate),
    };
    spaces.set(colorant, known);
    return known.resource;
  };
  const set = (ink: Ink, [process, space, tint]: readonly [string, string, string]): string => {
    if (ink.kind === 'process') return `${numbers(...ink.cmyk.map(share))} ${process}`;
    if (ink.kind === 'all') return `/${spaceOf('All', [100, 100, 100, 100])} ${space} 1 ${tint}`;
    return `/${spaceOf(ink.name, ink.alternate)} ${space} ${numbers(ink.tint)} ${tint}`;
  };
  return (choose) => ({
    fill(hex, meant, use) {
      const ink = choose(hex, meant, use);
      const operators = set(ink, ['k', 'cs', 'scn']);
      if (use !== 'words' || ink.kind !== 'process' || !isBlackAlone(ink.cmyk)) return operators;
      overprints = true;
      return `/${overprint} gs ${operators}`;
    },
    stroke: (hex, meant, use) => set(choose(hex, meant, use), ['K', 'CS', 'SCN']),
    resources: () => ({
      ...(spaces.size > 0 && {
        ColorSpace: Object.fromEntries([...spaces.values()].map(({ resource, space }) => [resource, space])),
      }),
      ...(overprints && { ExtGState: { [overprint]: { Type: name('ExtGState'), op: true, OPM: 1 } } }),
    }),
  });
};
