import { type Place, type Report, warning } from '../diagnostics/diagnostic.ts';
import { type Brand, brandRoles, type Hex, type Logo } from './brand.ts';
import { difference, labOf } from './colour-difference.ts';
import { seenWith, type Vision, visions } from './colour-vision.ts';
import { contrast } from './contrast.ts';
import { cmykInWords, mostInk, printed, totalInk } from './ink.ts';
import { coverageOf } from './logo-coverage.ts';

/** The colours of the product that a brand must stand apart from. */
export type Fixed = { readonly emergency: Hex; readonly paper: Hex };

/** Differences by CIEDE2000, and a contrast: below them colours are taken for one another. */
const least = {
  /** Two colours that have no more in common than that both are seen. */
  emergency: 15,
  /** What is lighter than this over white is not noticed. */
  tint: 2,
  /** With hue gone, what is left of a difference must still be seen at first sight. */
  vision: 5,
  /** Two readings of one colour, by two ways of guessing what a press makes of it. */
  ink: 15,
  /** Graphics (WCAG 2.2, 1.4.11, which lets logos pass; a reader does not). */
  logo: 3,
} as const;

/** Less of a logo than this is not what it is known by. */
const mainShare = 0.1;

/**
 * Doubts about a brand, each a warning: its colour may be taken for that of an emergency, its tint not be seen, its inks
 * not dry or not be the colour that the screen shows, its logo not stand out from the band.
 */
export function checkBrand(brand: Brand, fixed: Fixed, report: Report): void {
  checkEmergency(brand, fixed, report);
  checkTint(brand, fixed, report);
  checkInks(brand, report);
  if (brand.logo) checkLogo(brand, brand.logo, report);
}

const shown = (value: number): string => value.toFixed(1);

function checkEmergency({ roles, placeOf }: Brand, { emergency }: Fixed, report: Report): void {
  const place = placeOf('colours.brand');
  const apart = difference(labOf(roles.brand), labOf(emergency));
  if (apart < least.emergency) {
    const message = `\`${roles.brand}\` looks like the red of 999, \`${emergency}\`: they differ by ${shown(apart)}, expected ${least.emergency}`;
    const hint = 'take another colour of the council’s for the band, so that red means danger and nothing else';
    report(warning('brand/like-emergency', message, place, hint));
    return;
  }
  for (const vision of visions) {
    const seen = difference(seenWith(vision, roles.brand), seenWith(vision, emergency));
    if (seen >= least.vision) continue;
    const message = `with ${inWords[vision]}, \`${roles.brand}\` looks like the red of 999, \`${emergency}\`: they differ by ${shown(seen)}, expected ${least.vision}`;
    const hint = 'take a lighter or a darker shade, which is told apart without hue';
    report(warning('brand/colour-vision', message, place, hint));
  }
}

const inWords: { readonly [vision in Vision]: string } = {
  deuteranopia: 'deuteranopia (green is not seen as such)',
  protanopia: 'protanopia (red is not seen as such)',
};

function checkTint({ roles, placeOf }: Brand, { paper }: Fixed, report: Report): void {
  const apart = difference(labOf(roles.tint), labOf(paper));
  if (apart >= least.tint) return;
  const message = `the tint \`${roles.tint}\` cannot be told from paper: they differ by ${shown(apart)}, expected ${least.tint}`;
  const place = placeOf('colours.tint') ?? placeOf('colours.brand');
  report(warning('brand/tint-like-paper', message, place, 'give `tint` more colour, or leave it out'));
}

function checkInks({ roles, given, placeOf }: Brand, report: Report): void {
  for (const role of brandRoles) {
    const cmyk = given[role]?.cmyk;
    if (!cmyk) continue;
    const place: Place | undefined = placeOf(`colours.${role}.cmyk`);
    const ink = totalInk(cmyk);
    if (ink > mostInk) {
      const message = `\`${cmykInWords(cmyk)}\` is ${ink} % of ink, expected ${mostInk} % at the most`;
      const hint = 'ask for the values for coated paper; black can stand in for equal parts of the other three';
      report(warning('brand/too-much-ink', message, place, hint));
    }
    const apart = difference(labOf(roles[role]), printed(cmyk));
    if (apart < least.ink) continue;
    const message = `printed, \`${cmykInWords(cmyk)}\` looks different from \`${roles[role]}\` on a screen: they differ by about ${shown(apart)}, expected less than ${least.ink}`;
    const hint = 'compare both with the council’s brand manual: the order is cyan, magenta, yellow, black';
    report(warning('brand/other-ink', message, place, hint));
  }
}

/** On the band stands the brand's colour: what of the logo has the same colour is not seen there. */
function checkLogo({ roles, placeOf }: Brand, logo: Logo, report: Report): void {
  const ratios = [...coverageOf(logo)].flatMap(([paint, share]) => {
    if (paint === 'brand' || share === 0) return [];
    return [{ ratio: contrast(paint === 'onBrand' ? roles.onBrand : paint, roles.brand), share }];
  });
  const all = ratios.reduce((sum, { share }) => sum + share, 0);
  if (ratios.some(({ ratio, share }) => ratio >= least.logo && share >= mainShare * all)) return;
  const most = Math.max(1, ...ratios.map(({ ratio }) => ratio));
  const message = `the logo does not stand out from the band: its contrast is ${(Math.floor(most * 10) / 10).toFixed(1)} : 1, expected ${least.logo} : 1`;
  const hints = ['draw it for dark ground: `fill="currentColor"` takes the colour of the words on the band'];
  report(warning('brand/unseen-logo', message, placeOf('logo.file'), ...hints));
}
