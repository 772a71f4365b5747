import { numberOf, type PdfObject } from './objects.ts';
import { type PdfPage, rectangleOf } from './pages.ts';
import type { Box } from './shape.ts';

/** The boxes of a page (ISO 32000-2, 14.11.2), in its units; those that it does not give are taken from the next. */
export type Boxes = {
  readonly media: Box;
  readonly crop: Box;
  readonly bleed: Box;
  readonly trim: Box;
  /** Those that the page gives itself. */
  readonly given: readonly ('CropBox' | 'BleedBox' | 'TrimBox' | 'ArtBox')[];
  /** Quarter turns to the right by which it is shown: 0 to 3. */
  readonly turns: number;
  /** Millimetres of one unit. */
  readonly unit: number;
};

const deepest = 64;

export function boxesOf(page: PdfPage): Boxes {
  const { file, dict } = page;
  const boxOf = (object: PdfObject): Box | undefined => {
    const found = rectangleOf(file, object);
    return found && { left: found[0], bottom: found[1], right: found[2], top: found[3] };
  };
  const [left, bottom, right, top] = page.mediaBox;
  const media = { left, bottom, right, top };
  const own = (key: string): Box | undefined => boxOf(file.get(dict, key));
  const ownCrop = boxOf(inherited(page, 'CropBox'));
  const crop = ownCrop ? within(ownCrop, media) : media;
  const [bleed, trim, art] = [own('BleedBox'), own('TrimBox'), own('ArtBox')];
  const given = { CropBox: ownCrop, BleedBox: bleed, TrimBox: trim, ArtBox: art };
  const rotate = numberOf(inherited(page, 'Rotate')) ?? 0;
  const userUnit = numberOf(file.get(dict, 'UserUnit')) ?? 1;
  return {
    media,
    crop,
    bleed: bleed ?? crop,
    trim: trim ?? crop,
    given: (['CropBox', 'BleedBox', 'TrimBox', 'ArtBox'] as const).filter((key) => given[key] !== undefined),
    turns: ((Math.round(rotate / 90) % 4) + 4) % 4 || 0,
    unit: ((userUnit > 0 ? userUnit : 1) * 25.4) / 72,
  };
}

/** A box is cut by the one that it stands in (14.11.2.1). */
const within = (box: Box, around: Box): Box => ({
  left: Math.max(box.left, around.left),
  bottom: Math.max(box.bottom, around.bottom),
  right: Math.min(box.right, around.right),
  top: Math.min(box.top, around.top),
});

/** What a page takes from the nodes above it (7.7.3.4). */
function inherited({ file, dict }: PdfPage, key: string): PdfObject {
  let node: typeof dict | undefined = dict;
  for (let steps = 0; node && steps < deepest; steps += 1) {
    const found = file.get(node, key);
    if (found !== null) return found;
    node = file.dictOf(node.entries.get('Parent'));
  }
  return null;
}
