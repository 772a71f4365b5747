import type { Brand, BrandRoles, Hex } from '../data/brand.ts';
import { toRgb } from '../data/colour.ts';
import { type Cmyk, cmykInWords, mostInk, totalInk } from '../data/ink.ts';
import { error, type Report } from '../diagnostics/diagnostic.ts';
import { type Ink, type Inks, screenInks, type Use } from '../pdf/inks.ts';
import type { Meant } from '../typeset/laid.ts';
import { type ColourRole, fixedInks, richBlack } from '../typeset/scale.ts';
import type { Conversion } from './conversion.ts';

/** The inks of every colour of a brand's files, and which of them were asked for. */
export type InkBook = {
  readonly choose: (hex: Hex, meant: Meant | undefined, use: Use) => Ink;
  /** What was chosen so far, each once. */
  readonly chosen: () => readonly Chosen[];
};

/** An ink, what it is for, and where it comes from. */
export type Chosen = {
  readonly ink: Ink;
  readonly hex: Hex;
  readonly meant: Meant | undefined;
  readonly origin: 'fixed' | 'stated' | 'converted';
};

const process = (cmyk: Cmyk): Ink => ({ kind: 'process', cmyk });

const isFixed = (role: ColourRole): role is keyof typeof fixedInks => role in fixedInks;

/** The share of the brand's colour that a tint has which nobody states. */
const tintShare = 0.06;

const thinner = (ink: Ink, share: number): Ink => {
  if (ink.kind === 'spot') return { ...ink, tint: ink.tint * share };
  return ink.kind === 'all'
    ? ink
    : process(ink.cmyk.map((part) => Math.round(part * share * 10) / 10) as unknown as Cmyk);
};

/** A colour without hue, within what the eye lets pass; and one that is black, or nearly. */
const spreadOf = (hex: Hex): number => Math.max(...toRgb(hex)) - Math.min(...toRgb(hex));
const isGrey = (hex: Hex): boolean => spreadOf(hex) <= 2;
const isBlack = (hex: Hex): boolean => Math.max(...toRgb(hex)) <= 0x33 && spreadOf(hex) <= 12;

/**
 * The inks of colours. A role has inks of its own: those that the brand's owner states, else its shade converted once.
 * What has no role (a colour of a logo, of a picture) is converted; what has no hue is black ink alone.
 */
export const openInks = ({ given, roles }: Brand, conversion: Conversion): InkBook => {
  const chosen = new Map<string, Chosen>();
  const greys = new Map<Hex, Cmyk>();
  const grey = (hex: Hex): Cmyk => {
    const known = greys.get(hex) ?? nearestGrey(hex, conversion);
    greys.set(hex, known);
    return known;
  };
  const stated = (role: keyof BrandRoles): Ink | undefined => {
    const ink = given[role];
    if (ink?.spot !== undefined)
      return { kind: 'spot', name: ink.spot, tint: 1, alternate: ink.cmyk ?? conversion.toInks(roles[role]) };
    return ink?.cmyk && process(ink.cmyk);
  };
  const converted = (hex: Hex, use: Use, role?: keyof BrandRoles): Ink => {
    if (isBlack(hex)) return process(role === 'brand' && use === 'field' ? richBlack : fixedInks.ink);
    return process(isGrey(hex) ? grey(hex) : conversion.toInks(hex));
  };
  const ofRole = (role: ColourRole, hex: Hex, use: Use): Pick<Chosen, 'ink' | 'origin'> => {
    if (isFixed(role)) return { ink: process(fixedInks[role]), origin: 'fixed' };
    const own = stated(role);
    if (own) return { ink: own, origin: 'stated' };
    const base = role === 'tint' && given.tint === undefined ? stated('brand') : undefined;
    if (base) return { ink: thinner(base, tintShare), origin: 'stated' };
    return { ink: converted(hex, use, role), origin: 'converted' };
  };
  const find = (hex: Hex, meant: Meant | undefined, use: Use): Pick<Chosen, 'ink' | 'origin'> => {
    if (meant === 'registration') return { ink: { kind: 'all' }, origin: 'fixed' };
    if (meant === undefined) return { ink: converted(hex, use), origin: 'converted' };
    return typeof meant === 'string' ? ofRole(meant, hex, use) : { ink: process(meant), origin: 'fixed' };
  };
  return {
    choose(hex, meant, use) {
      const found = find(hex, meant, use);
      const key = `${hex} ${String(meant)} ${use}`;
      if (!chosen.has(key)) chosen.set(key, { ...found, hex, meant });
      return found.ink;
    },
    chosen: () => [...chosen.values()],
  };
};

const light = (of: Hex): number => toRgb(of).reduce((sum, channel) => sum + channel, 0);

/** The share of black whose grey is as light as a colour. */
const nearestGrey = (hex: Hex, { toScreen }: Conversion): Cmyk => {
  let best: Cmyk = fixedInks.paper;
  for (let black = 0; black <= 100; black += 1) {
    const apart = (cmyk: Cmyk): number => Math.abs(light(toScreen(cmyk)) - light(hex));
    const candidate: Cmyk = [0, 0, 0, black];
    if (apart(candidate) < apart(best)) best = candidate;
  }
  return best;
};

/** The four inks that an ink comes to; of all inks at once, which no page holds, none. */
export const processOf = (ink: Ink): Cmyk => {
  if (ink.kind === 'process') return ink.cmyk;
  if (ink.kind === 'all') return [0, 0, 0, 0];
  return ink.alternate.map((part) => part * ink.tint) as unknown as Cmyk;
};

/** The most ink that any colour lays down, in per cent of all four. */
export const mostOf = (chosen: readonly Chosen[]): number =>
  Math.max(0, ...chosen.map(({ ink }) => totalInk(processOf(ink))));

/** The colours of a screen as a press would print them. */
export const softProofInks = ({ choose }: InkBook, { toScreen }: Conversion): Inks => {
  const shown = (hex: Hex, meant: Meant | undefined, use: Use): Hex => {
    const ink = choose(hex, meant, use);
    return ink.kind === 'all' ? hex : toScreen(processOf(ink));
  };
  return {
    ...screenInks,
    fill: (hex, meant, use) => screenInks.fill(shown(hex, meant, use), meant, use),
    stroke: (hex, meant, use) => screenInks.stroke(shown(hex, meant, use), meant, use),
  };
};

/** Reports colours that lay down more ink than dries (ISO 12647-2). */
export const checkInk = (book: InkBook, { placeOf }: Brand, conversion: Conversion, report: Report): void => {
  const told = new Set<string>();
  for (const { ink, hex, meant, origin } of book.chosen()) {
    const cmyk = processOf(ink);
    const total = Math.round(totalInk(cmyk));
    const role = typeof meant === 'string' ? meant : undefined;
    const what = role === undefined ? `the colour \`${hex}\`` : `the colour of \`${role}\``;
    if (total <= mostInk || told.has(what)) continue;
    told.add(what);
    const message = `${what}, \`${cmykInWords(cmyk)}\`, is ${total} % of ink, expected ${mostInk} % at the most`;
    const place = role && (placeOf(`colours.${role}.cmyk`) ?? placeOf(`colours.${role}`) ?? placeOf('colours.brand'));
    const fromProfile = conversion.toInks(hex);
    const hint =
      origin === 'stated' && totalInk(fromProfile) <= mostInk
        ? `write \`cmyk: [${fromProfile.join(', ')}]\`, which is what the profile makes of \`${hex}\`, or ask for the values for coated paper`
        : 'take a lighter colour, or a profile with a lower limit of ink';
    report(error('print/ink-limit', message, place, hint));
  }
};
