import { nearestPassing } from '../data/contrast.ts';
import type { PdfFile } from '../pdf/read/file.ts';
import { nameOf, numberOf } from '../pdf/read/objects.ts';
import type { Mark, ShownText } from '../pdf/read/content.ts';
import { type Painted, paintedOf } from '../pdf/read/painted.ts';
import type { PdfPage } from '../pdf/read/pages.ts';
import { excerptOf } from './excerpt.ts';
import type { Findings } from './findings.ts';
import type { Check } from './profiles.ts';
import { type Contrast, Looking, type Sight } from './sight.ts';

/** A piece of text that somebody is to read, and how it is seen. */
type Reading = { readonly text: ShownText; readonly sight: Sight; readonly least: number };

/**
 * That every text can be told from what lies under it (WCAG 2.2, 1.4.3), as it was painted: whatever the program that
 * made the file meant. Text that is not painted, and text that is only decoration, are left out.
 */
export const checkTextContrast: Check = ({ pages }, found) => {
  for (const page of pages) {
    const readings = readingsOf(page);
    tellFaint(readings, page.index, found);
    const hidden = readings.filter(({ sight }) => sight.kind === 'hidden');
    if (hidden.length > 0) {
      const message = `${excerptOf(hidden.map(({ text }) => text))} is painted over by what comes later, and cannot be seen`;
      const hint = 'paint the words after what covers them, or take them out';
      found.error('accessible/hidden-text', message, { page: page.index }, hint);
    }
    const unknown = readings.filter(({ sight, least }) => isUnknown(sight, least));
    if (unknown.length > 0) {
      const message = `the contrast of ${excerptOf(unknown.map(({ text }) => text))} cannot be measured: it stands on a picture, a pattern or what can be seen through`;
      const hint = 'look at it on the page, or lay a plain area under the words';
      found.warning('accessible/contrast-unknown', message, { page: page.index }, hint);
    }
  }
};

/** The lowest contrast ratio of any text on pages, where it can be measured; undefined where none can. */
export function lowestContrast(pages: readonly PdfPage[]): number | undefined {
  const ratios = pages.flatMap((page) =>
    readingsOf(page).flatMap(({ sight }) => (sight.kind === 'seen' ? [sight.worst.ratio] : [])),
  );
  return ratios.length === 0 ? undefined : ratios.reduce((a, b) => Math.min(a, b));
}

const isUnknown = (sight: Sight, least: number): boolean =>
  sight.kind === 'unknown' || (sight.kind === 'seen' && sight.rest === 'unknown' && sight.worst.ratio >= least);

/** Two colours are told once for a page, with the first words that stand in them. */
function tellFaint(readings: readonly Reading[], page: number, found: Findings): void {
  const faint = new Map<string, { readonly worst: Contrast; readonly least: number; readonly texts: ShownText[] }>();
  for (const { text, sight, least } of readings) {
    if (sight.kind !== 'seen' || sight.worst.ratio >= least) continue;
    const { worst } = sight;
    const key = `${worst.text} ${worst.ground} ${least}`;
    const known = faint.get(key);
    if (known) known.texts.push(text);
    else faint.set(key, { worst, least, texts: [text] });
  }
  for (const { worst, least, texts } of faint.values()) {
    const { text, ground, ratio } = worst;
    const message = `${excerptOf(texts)} stands in ${text} on ${ground}, a contrast of ${floor(ratio)} : 1, expected ${least} : 1`;
    const hint = `replace \`${text}\` by \`${nearestPassing(text, [ground], least)}\`, the nearest shade that passes`;
    found.error('accessible/contrast', message, { page }, hint);
  }
}

/** Never rounded up: 4.46 fails and must not be shown as 4.5. */
const floor = (ratio: number): string => (Math.floor(ratio * 10) / 10).toFixed(1);

function readingsOf(page: PdfPage): Reading[] {
  const painted = paintedOf(page);
  const unit = numberOf(page.file.get(page.dict, 'UserUnit')) ?? 1;
  let looking: Looking | undefined;
  return painted.flatMap((each, order): Reading[] => {
    if (each.kind !== 'text' || !isToBeRead(page.file, each)) return [];
    looking ??= new Looking(painted);
    return [{ text: each.text, sight: looking.at(order), least: leastFor(each.text, unit) }];
  });
}

/** Text that is neither filled nor stroked (ISO 32000-2, 9.3.6): a layer for searching, and no more. */
const isInvisible = ({ rendering }: ShownText): boolean => rendering % 4 === 3;

const isToBeRead = (file: PdfFile, { text, marks }: Extract<Painted, { kind: 'text' }>): boolean =>
  !isInvisible(text) &&
  text.size > 0 &&
  (text.text === '' ? isLong(text) : text.text.trim() !== '') &&
  !marks.some((mark) => isDecoration(file, mark));

/** Of glyphs that stand for no known text, those that take up room. */
const isLong = ({ start, end }: ShownText): boolean => Math.hypot(end[0] - start[0], end[1] - start[1]) > 0;

/**
 * Artifacts that are there for the look of the page alone, or outside what is read of it (ISO 32000-2, 14.8.2.2.2): WCAG
 * asks no contrast of them. Running heads and numbers of pages are to be read.
 */
function isDecoration(file: PdfFile, { tag, properties }: Mark): boolean {
  if (tag !== 'Artifact' || !properties) return false;
  const type = nameOf(file.get(properties, 'Type')) ?? '';
  return ['Layout', 'Page', 'Background'].includes(type) || nameOf(file.get(properties, 'Subtype')) === 'Watermark';
}

/** Large text (WCAG 2.2): from 18 pt, or from 14 pt where it is bold. A size is the product of many numbers, so nearly is enough. */
const leastFor = ({ size, fontName }: ShownText, unit: number): number =>
  size * unit >= (isBold(fontName) ? 13.99 : 17.99) ? 3 : 4.5;

/** By the name of the font: `Atkinson-Bold`, `Arial,Bold`. What is only half bold is not. */
const isBold = (fontName: string): boolean =>
  /bold|black|heavy/i.test(fontName.replace(/(?:semi|demi)[ -]?bold/gi, ''));
