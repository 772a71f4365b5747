import type { PdfDict } from '../../pdf/read/objects.ts';
import { nameOf } from '../../pdf/read/objects.ts';
import { excerptOf } from '../excerpt.ts';
import { isEmbedded } from '../fonts.ts';
import type { PressCheck } from './asking.ts';
import type { Paper } from './paper.ts';
import { isSeen, seenBox } from './placing.ts';

/** That fonts are in the file, as few of their glyphs as are used, and that they are fonts. */
export const checkPressFonts: PressCheck = ({ subject, profile, make }) => {
  const { embedded, subset, type3 } = profile.type;
  if (!embedded && !subset && !type3) return;
  const told = new Set<PdfDict>();
  for (const { index: page } of subject.pages) {
    for (const { dict, name, codes } of subject.marks(page).fonts) {
      if (codes === 0 || told.has(dict)) continue;
      told.add(dict);
      const shown = name === '' ? 'a font without a name' : `the font \`${name}\``;
      const isType3 = nameOf(subject.file.get(dict, 'Subtype')) === 'Type3';
      if (isType3 && type3) {
        const message = `${shown} is a drawing for each letter (Type 3), which some presses set badly`;
        make('press/drawn-font', message, { page }, 'set the words in an OpenType font');
      } else if (!isType3 && embedded && !isEmbedded(subject.file, dict)) {
        const hint = 'embed the font: the printer’s machine sets another one';
        make('press/font-not-embedded', `${shown} is not in the file`, { page }, hint);
      } else if (!isType3 && subset && !/^[A-Z]{6}\+/.test(name)) {
        const message = `${shown} is in the file as a whole, or its name does not say that it is not`;
        make('press/font-not-subset', message, { page }, 'embed only the letters that are used');
      }
    }
  }
};

const inPoints = (paper: Paper, units: number): number => (units * paper.boxes.unit * 72) / 25.4;

/** What rounding may come to. */
const slack = 0.005;

export const checkSmallText: PressCheck = ({ papers, profile, make }) => {
  const { leastText } = profile.type;
  if (leastText === undefined) return;
  for (const paper of papers) {
    const texts = paper.painted.flatMap((painted) =>
      painted.kind === 'text' &&
      isSeen(painted.text) &&
      inPoints(paper, painted.text.size) < leastText - slack &&
      seenBox(painted)
        ? [painted.text]
        : [],
    );
    if (texts.length === 0) continue;
    const least = inPoints(paper, Math.min(...texts.slice(0, 10_000).map(({ size }) => size)));
    const message = `${excerptOf(texts)} is set in ${least.toFixed(1)} pt, expected at least ${leastText} pt`;
    make('press/small-text', message, { page: paper.index }, `set the words in ${leastText} pt or more`);
  }
};

/** An area that is so many times longer than it is wide is a line. */
const slender = 10;

/** That no line is so thin that it breaks or is not printed: whether it is drawn as one or as a narrow area. */
export const checkHairlines: PressCheck = ({ papers, profile, make }) => {
  const { leastLine } = profile.type;
  if (leastLine === undefined) return;
  for (const paper of papers) {
    const widths = paper.painted.flatMap((painted) => {
      if (!seenBox(painted) || painted.alpha === 0) return [];
      if (painted.kind === 'stroke') return [inPoints(paper, painted.width)];
      if (painted.kind !== 'fill' || painted.area.kind !== 'rectangle') return [];
      const { left, bottom, right, top } = painted.area.box;
      const [narrow, long] = [right - left, top - bottom].toSorted((a, b) => a - b) as [number, number];
      return long > narrow * slender && narrow > 0 ? [inPoints(paper, narrow)] : [];
    });
    const thin = widths.filter((width) => width < leastLine - slack);
    if (thin.length === 0) continue;
    const least = Math.min(...thin.slice(0, 10_000));
    const counted = thin.length === 1 ? 'a line is' : `${thin.length} lines are`;
    const message = `${counted} thinner than ${leastLine} pt, down to ${least.toFixed(2)} pt`;
    make('press/hairline', message, { page: paper.index }, `draw lines of ${leastLine} pt or more`);
  }
};
