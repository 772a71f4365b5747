import * as lcms from 'lcms-wasm';
import type { Hex } from '../data/brand.ts';
import { toHex, toRgb } from '../data/colour.ts';
import type { Cmyk } from '../data/ink.ts';
import { error, type Report } from '../diagnostics/diagnostic.ts';
import type { IccProfile } from './icc-profile.ts';

/** Colours of a screen to those of a press, and back. */
export type Conversion = {
  /** The inks of a colour, in whole per cent: no press is finer. */
  readonly toInks: (hex: Hex) => Cmyk;
  /** What a screen shows of inks on paper. */
  readonly toScreen: (inks: Cmyk) => Hex;
};

/** The whole of an ink in 16 bits. */
const full = 65_535;

/**
 * Converts between sRGB and the inks of a profile with LittleCMS: relative colorimetric, with compensation of the black
 * point. It keeps what it has converted; the same colour always gives the same inks.
 *
 * @returns undefined where the profile cannot be used
 */
const openConversion = async (profile: IccProfile): Promise<Conversion | undefined> => {
  const library = await lcms.instantiate();
  const press = library.cmsOpenProfileFromMem(profile.bytes, profile.bytes.length);
  if (press === 0) return undefined;
  const screen = library.cmsCreate_sRGBProfile();
  const flags = lcms.cmsFLAGS_BLACKPOINTCOMPENSATION | lcms.cmsFLAGS_NOOPTIMIZE;
  const intent = lcms.INTENT_RELATIVE_COLORIMETRIC;
  const there = library.cmsCreateTransform(screen, lcms.TYPE_RGB_8, press, lcms.TYPE_CMYK_16, intent, flags);
  const back = library.cmsCreateTransform(press, lcms.TYPE_CMYK_16, screen, lcms.TYPE_RGB_8, intent, flags);
  library.cmsCloseProfile(press);
  library.cmsCloseProfile(screen);
  if (there === 0 || back === 0) return undefined;
  const inks = kept((hex: Hex): Cmyk => {
    const shares = library.cmsDoTransform(there, toRgb(hex), 1);
    const [cyan = 0, magenta = 0, yellow = 0, black = 0] = Array.from(shares, (value) =>
      Math.round((value / full) * 100),
    );
    return [cyan, magenta, yellow, black];
  });
  const shown = kept((key: string): Hex => {
    const shares = key.split(' ').map((value) => Math.round((Number(value) / 100) * full));
    const [red = 0, green = 0, blue = 0] = library.cmsDoTransform(back, shares, 1);
    return toHex([red, green, blue]);
  });
  return { toInks: inks, toScreen: (cmyk) => shown(cmyk.join(' ')) };
};

const opened = new WeakMap<IccProfile, Promise<Conversion | undefined>>();

/**
 * The conversion of a profile, opened once.
 *
 * @returns undefined when an error was reported
 */
export const conversionOf = async (profile: IccProfile, report: Report): Promise<Conversion | undefined> => {
  const opening = opened.get(profile) ?? openConversion(profile);
  opened.set(profile, opening);
  const found = await opening;
  if (!found) {
    const message = `the profile \`${profile.description}\` cannot be used: its tables are damaged, or are for one way only`;
    report(error('print/profile', message, undefined, 'ask your print unit for the profile again'));
  }
  return found;
};

const kept = <Key, Value>(make: (key: Key) => Value): ((key: Key) => Value) => {
  const made = new Map<Key, Value>();
  return (key) => {
    const found = made.get(key) ?? make(key);
    made.set(key, found);
    return found;
  };
};
