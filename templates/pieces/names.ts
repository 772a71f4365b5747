import type { Council } from '../../src/data/record.ts';
import { type Report, warning } from '../../src/diagnostics/diagnostic.ts';
import { linesTaken } from '../../src/typeset/words.tsx';
import type { Faces } from '../../src/typeset/faces.ts';
import type { TypeStyle } from '../../src/typeset/scale.ts';

/** A way to set a name: in a style, on as many lines. */
export type Setting = { readonly style: TypeStyle; readonly lines: number };

export type FittedName = Setting & { readonly text: string };

/**
 * Copyfits a council's name: the first setting that it fits in; if none, its short name, with a warning; if that does
 * not fit either, the last setting, and preflight reports the overset.
 *
 * @param measure in points
 */
export const fitName = (
  council: Council,
  settings: readonly [Setting, ...Setting[]],
  measure: number,
  faces: Faces,
  where: string,
  report: Report,
): FittedName => {
  const fits = (text: string) => settings.find(({ style, lines }) => linesTaken(text, style, measure, faces) <= lines);
  const whole = fits(council.name);
  if (whole) return { ...whole, text: council.name };
  const short = council.shortName === undefined ? undefined : fits(council.shortName);
  if (short && council.shortName !== undefined) {
    report(
      warning(
        'compose/short-name',
        `\`${council.name}\` does not fit ${where}, where \`${council.shortName}\` stands instead`,
        undefined,
        'check that everybody knows the council by its short name',
      ),
    );
    return { ...short, text: council.shortName };
  }
  return { ...settings.at(-1)!, text: council.name };
};

/**
 * Copyfits the names of a council in several languages, all in one style: the first setting that each fits in; if there
 * is none, the last, with short names for those that are too long.
 *
 * @param measure in points
 */
export const fitNames = (
  councils: readonly Council[],
  settings: readonly [Setting, ...Setting[]],
  measure: number,
  faces: Faces,
  where: string,
  report: Report,
): readonly FittedName[] => {
  const fits = (text: string, { style, lines }: Setting): boolean => linesTaken(text, style, measure, faces) <= lines;
  const setting = settings.find((each) => councils.every(({ name }) => fits(name, each))) ?? settings.at(-1)!;
  return councils.map((council) => fitName(council, [setting], measure, faces, where, report));
};
