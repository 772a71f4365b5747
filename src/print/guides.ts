import type { Hex } from '../data/brand.ts';
import type { Faces } from '../typeset/faces.ts';
import type { LaidNode, LaidPage } from '../typeset/laid.ts';
import { dashed, drawingOf, type MarkPath, outline, rectangle, wordsOf } from '../typeset/mark-nodes.ts';
import { pressWords } from '../typeset/scale.ts';
import type { Fold } from '../typeset/template.ts';
import { type Mm, mm, mmToPt } from '../units.ts';
import { bleed, surround } from './purpose.ts';

/** The lines of a proof: what is cut, what is kept clear, what is folded, and what a template calls its places. */

/** Colours that no brand is known by, each as dark as words must be on white. */
const colours = {
  trim: '#a3007a',
  bleed: '#005f9e',
  safe: '#00692e',
  fold: '#8a4b00',
  frame: '#5a4fcf',
} as const satisfies Record<string, Hex>;

const dash = mmToPt(mm(1));
const thickness = 0.4;

/** A line of a proof. */
export const guide = (kind: keyof typeof colours, d: string): MarkPath => ({
  d,
  stroke: { hex: colours[kind], width: thickness },
});

export type PageGuides = {
  readonly safe: Mm;
  readonly folds: readonly Fold[];
  readonly slug: string;
};

/** The page with its guides over it, and what they mean below. */
export const withGuides = (page: LaidPage, { safe, folds, slug }: PageGuides, faces: Faces): LaidPage => {
  const { width, height } = page;
  const [out, within] = [mmToPt(bleed), mmToPt(safe)];
  const frames = framesOf(page.nodes);
  const paths = [
    ...outline(0, 0, width, height).map((d) => guide('trim', d)),
    ...dashedRectangle(-out, -out, width + 2 * out, height + 2 * out).map((d) => guide('bleed', d)),
    ...dashedRectangle(within, within, width - 2 * within, height - 2 * within).map((d) => guide('safe', d)),
    ...folds.flatMap(({ axis, at }) => {
      const length = axis === 'upright' ? height : width;
      const along = (kind: 'fold' | 'safe', where: number, over: number, each: number): MarkPath =>
        guide(
          kind,
          axis === 'upright'
            ? dashed([where, -over], [where, length + over], each)
            : dashed([-over, where], [length + over, where], each),
        );
      // Words keep as far away from a fold as from the cut.
      const beside = [-within, within].map((apart) => along('safe', mmToPt(at) + apart, -within, dash));
      return [along('fold', mmToPt(at), 2 * out, 2 * dash), ...beside];
    }),
    ...frames.flatMap((frame) =>
      outline(frame.left, frame.top, frame.width, frame.height).map((d) => guide('frame', d)),
    ),
  ];
  const say = (kind: keyof typeof colours, text: string, left: number, top: number): LaidNode =>
    wordsOf({ text, left, top, measure: width, style: pressWords.frame, colour: colours[kind] }, faces);
  const names = frames.map(({ name, left, top }) => say('frame', name, left, top - pressWords.frame.leading));
  // Names stand on whatever is there: a ground of their own makes them readable.
  const grounds = names.map(({ box, lines = [] }): MarkPath => {
    const across = Math.max(0, ...lines.map(({ xAdvance }) => xAdvance));
    return { d: rectangle(box.left, box.top, across, box.height), fill: { hex: '#ffffff', meant: 'paper' } };
  });
  return {
    ...page,
    nodes: [
      ...page.nodes,
      drawingOf([...paths, ...grounds], page, mmToPt(surround)),
      ...names,
      ...legend(entriesFor(safe, folds), height + 2 * out, faces),
      wordsOf(
        {
          text: slug,
          left: 0,
          top: height + 3 * out,
          measure: width,
          style: pressWords.slug,
          colour: '#000000',
          meant: 'ink',
        },
        faces,
      ),
    ],
  };
};

/** The four sides of a rectangle, each a path of its own. */
export const dashedRectangle = (left: number, top: number, width: number, height: number): string[] => {
  const [right, foot] = [left + width, top + height];
  return [
    dashed([left, top], [right, top], dash),
    dashed([right, top], [right, foot], dash),
    dashed([right, foot], [left, foot], dash),
    dashed([left, foot], [left, top], dash),
  ];
};

export type LegendEntry = readonly [kind: keyof typeof colours, text: string];

const entriesFor = (safe: Mm, folds: readonly Fold[]): LegendEntry[] => [
  ['trim', 'cut'],
  ['bleed', `bleed ${bleed} mm`],
  ['safe', `safe area ${safe} mm`],
  ...(folds.length > 0 ? [['fold', 'fold'] as const] : []),
  ['frame', 'frames'],
];

/** What each colour means, one beside the other. */
export const legend = (entries: readonly LegendEntry[], top: number, faces: Faces): LaidNode[] => {
  let left = 0;
  return entries.map(([kind, text]) => {
    const words = { text, left, top, measure: 1e3, style: pressWords.frame, colour: colours[kind] };
    const node = wordsOf(words, faces);
    left += (node.lines?.[0]?.xAdvance ?? 0) + 2 * pressWords.frame.size;
    return node;
  });
};

type PlacedFrame = {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

const framesOf = (nodes: readonly LaidNode[], x = 0, y = 0): PlacedFrame[] =>
  nodes.flatMap(({ box, props: { frame }, children = [] }) => {
    const [left, top] = [x + box.left, y + box.top];
    const own = frame ? [{ name: frame.name, left, top, width: box.width, height: frame.height }] : [];
    return [...own, ...framesOf(children, left, top)];
  });
