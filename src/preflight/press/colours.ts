import type { ColourKind } from '../../data/press-profile.ts';
import type { PdfFile } from '../../pdf/read/file.ts';
import type { Family, InkSpace } from '../../pdf/read/ink-space.ts';
import { emptyDict, isA, type PdfStream } from '../../pdf/read/objects.ts';
import { type Painted, paintedOf } from '../../pdf/read/painted.ts';
import type { PdfPage } from '../../pdf/read/pages.ts';
import { excerptOf } from '../excerpt.ts';
import type { PressCheck } from './asking.ts';
import { inksOfPainted } from './coat.ts';
import type { Paper } from './paper.ts';
import { isSeen, meets, seenBox } from './placing.ts';

/** A thing that is painted on a page, and the colours that it is painted in. */
type Use = { readonly painted: Painted; readonly space: InkSpace };

const words: { readonly [family in Family]: string } = {
  gray: 'gray',
  cmyk: 'CMYK',
  spot: 'spot colours',
  registration: 'the colour of registration marks',
  rgb: 'RGB',
  'rgb-with-profile': 'RGB with a profile',
  lab: 'Lab',
};

const kindWords: { readonly [kind in ColourKind]: string } = words;

/** That only kinds of colour are used that the press takes, and only its spot colours. */
export const checkColourKinds: PressCheck = ({ papers, profile, make }) => {
  const { kinds, spots } = profile.colour;
  if (!kinds && !spots) return;
  for (const paper of papers) {
    const uses = usesOn(paper);
    const where = { page: paper.index };
    for (const family of new Set(uses.map(({ space }) => space.family))) {
      if (!kinds || family === 'registration' || kinds.some((kind) => kind === family)) continue;
      const own = uses.filter(({ space }) => space.family === family).map(({ painted }) => painted);
      const message = `${counted(own)} in ${words[family]}, expected ${kinds.map((kind) => kindWords[kind]).join(', ')}`;
      const hint =
        family === 'spot'
          ? 'convert them to CMYK, or ask the printer for the ink'
          : 'convert the colours for the press, text to black alone';
      make('press/colour-space', message, where, hint);
    }
    const inks = [...new Set(uses.flatMap(({ space }) => (space.family === 'spot' ? (space.plates ?? []) : [])))];
    for (const ink of inks.filter((each) => each.length > 1 && spots && !spots.includes(each))) {
      const message = `the page has a plate for \`${ink}\`, expected ${spots?.length ? spots.join(', ') : 'no spot colours'}`;
      make(
        'press/spot-colour',
        message,
        where,
        'convert it to CMYK, or give it the name that the printer has for the ink',
      );
    }
  }
};

/** That the colour of registration marks, which comes onto every plate, stays outside the page. */
export const checkRegistration: PressCheck = ({ papers, profile, make }) => {
  if (!profile.colour.kinds) return;
  for (const paper of papers) {
    const { trim } = paper.boxes;
    const own = usesOn(paper)
      .filter(({ painted, space }) => space.family === 'registration' && meets(seenBox(painted) ?? trim, trim))
      .map(({ painted }) => painted);
    if (own.length === 0) continue;
    const message = `${counted(own)} within the page in the colour of registration marks, which comes onto every plate`;
    make('press/registration-colour', message, { page: paper.index }, 'paint it in black alone');
  }
};

/** From which share on black looks black whatever lies with it, and up to which other inks do no harm: rounding. */
const leastBlack = 0.9;
const mostOthers = 0.05;

/** Three inks that are alike make black, or a gray as dark; where one stands out, it is a dark colour. */
const leastOfThree = 0.6;
const mostApart = 0.2;

/** That black words are black ink alone: of several inks on one another their edges blur. */
export const checkRichBlack: PressCheck = ({ papers, profile, make }) => {
  const { blackText, kinds } = profile.colour;
  if (!blackText) return;
  for (const paper of papers) {
    const texts = paper.painted.flatMap((painted) => {
      if (painted.kind !== 'text' || !isSeen(painted.text)) return [];
      const inks = inksOfPainted(paper.page.file, painted);
      if (inks.kind !== 'flat') return [];
      const { family, plates } = inks.space;
      if (plates && family !== 'registration') {
        const share = (plate: string): number => inks.shares[plates.indexOf(plate)] ?? 0;
        const three = [share('C'), share('M'), share('Y')];
        const [least, greatest] = [Math.min(...three), Math.max(...three)];
        const others = three.reduce((sum, each) => sum + each, 0);
        const isDark = share('K') >= leastBlack || (least >= leastOfThree && greatest - least <= mostApart);
        return isDark && others > mostOthers ? [painted.text] : [];
      }
      // Where RGB is taken, its black becomes one of four inks; where not, that is told of already.
      const isTaken = kinds?.some((kind) => kind === family) ?? true;
      const rgb = painted.colour.kind === 'flat' ? painted.colour.rgb : [255];
      return isTaken && family !== 'registration' && rgb.every((channel) => channel < 30) ? [painted.text] : [];
    });
    if (texts.length === 0) continue;
    const message = `${excerptOf(texts)} is black of several inks, expected black alone`;
    make('press/rich-black', message, { page: paper.index }, 'set the words in 0 0 0 100, which overprints');
  }
};

const uses = new WeakMap<Paper, readonly Use[]>();

/** All that is seen on a page, with its colours; the tiles of patterns too. */
function usesOn(paper: Paper): readonly Use[] {
  const known = uses.get(paper);
  if (known) return known;
  const printed = paper.printed;
  const seen = paper.painted.filter((painted) => {
    const box = seenBox(painted);
    return box && meets(grown(box), printed) && (painted.kind !== 'text' || isSeen(painted.text));
  });
  const found = usesIn(paper.page.file, seen, paper.page, 0, new Set());
  uses.set(paper, found);
  return found;
}

/** A line that stands upright has no width as a box. */
const grown = ({ left, bottom, right, top }: NonNullable<ReturnType<typeof seenBox>>) => ({
  left: left - 0.01,
  bottom: bottom - 0.01,
  right: right + 0.01,
  top: top + 0.01,
});

const deepestTiles = 3;

function usesIn(
  file: PdfFile,
  painted: readonly Painted[],
  page: PdfPage,
  depth: number,
  tiles: Set<PdfStream>,
): Use[] {
  return painted.flatMap((each): Use[] => {
    const inks = inksOfPainted(file, each);
    const own: Use[] = inks.space ? [{ painted: each, space: inks.space }] : [];
    if (inks.kind !== 'tiles' || depth >= deepestTiles || tiles.has(inks.tile)) return own;
    tiles.add(inks.tile);
    const resources = file.get(inks.tile.dict, 'Resources');
    const tile: PdfPage = {
      ...page,
      dict: { kind: 'dict', entries: new Map([['Contents', inks.tile]]) },
      resources: isA(resources, 'dict') ? resources : emptyDict,
      mediaBox: [-1e6, -1e6, 1e6, 1e6],
    };
    const isStencil = inks.space !== undefined;
    return [
      ...own,
      ...(isStencil
        ? []
        : usesIn(file, paintedOf(tile), tile, depth + 1, tiles).map(({ space }) => ({ painted: each, space }))),
    ];
  });
}

/** `3 pieces of text, first …, 2 pictures and 1 area`. */
function counted(painted: readonly Painted[]): string {
  const texts = painted.flatMap((each) => (each.kind === 'text' ? [each.text] : []));
  const pictures = painted.filter(({ kind }) => kind === 'image').length;
  const others = painted.length - texts.length - pictures;
  return [
    ...(texts.length > 0 ? [excerptOf(texts)] : []),
    ...count(pictures, 'picture', 'pictures'),
    ...count(others, 'area or line', 'areas and lines'),
  ].join(', ');
}

const count = (number: number, one: string, several: string): string[] =>
  number === 0 ? [] : [`${number} ${number === 1 ? one : several}`];
