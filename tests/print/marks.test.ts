import { describe, expect, test } from 'vitest';
import { bled } from '../../src/pdf/bleed.ts';
import { withGuides } from '../../src/print/guides.ts';
import { withMarks } from '../../src/print/marks.ts';
import type { LaidNode, LaidPage } from '../../src/typeset/laid.ts';
import { mm as millimetres } from '../../src/units.ts';
import { example } from '../sources.ts';
import { mm } from './pressed.ts';

const page = { width: 100, height: 200 };

describe('a field in the bleed', () => {
  test.each([
    ['the whole page', [0, 0, 100, 200], [-9, -9, 118, 218]],
    ['a band at the head', [0, 0, 100, 40], [-9, -9, 118, 49]],
    ['a strip at the left', [0, 50, 10, 60], [-9, 50, 19, 60]],
    ['a corner', [60, 150, 40, 50], [60, 150, 49, 59]],
    ['nothing at an edge', [10, 10, 20, 20], [10, 10, 20, 20]],
    ['a hair from the edge, by rounding', [0.005, 20, 99.992, 20], [-9, 20, 118, 20]],
    ['outside the page', [-30, -30, 10, 10], [-30, -30, 10, 10]],
  ])('%s', (_, [x = 0, y = 0, width = 0, height = 0], expected) => {
    const got = bled({ x, y, width, height }, page, 9);
    expect([got.x, got.y, got.width, got.height].map((at) => Math.round(at * 10) / 10)).toEqual(expected);
  });
});

const blank: LaidPage = { width: 297 * mm, height: 210 * mm, foot: 210 * mm, nodes: [] };

const markedWith = (at: readonly number[]) => {
  const folds = at.map((place) => ({ axis: 'upright', at: millimetres(place) }) as const);
  const [drawing, slug, ...more] = withMarks(blank, { folds, spots: [], slug: 'a.pdf' }, example().faces).nodes;
  expect(more).toEqual([]);
  return { drawing: drawing!, slug: slug!, paths: drawing!.children! };
};

/** Lines of a path, in millimetres from the page's corner. */
const linesOf = ({ props: { d = '' } }: LaidNode): number[][] =>
  [...d.matchAll(/M(\S+) (\S+?)L(\S+) ([^\sMLZ]+)/g)].map((line) =>
    line.slice(1).map((place) => Math.round((Number(place) / mm) * 10) / 10),
  );

const atFold = (lines: readonly number[][]): number[][] =>
  lines.filter(([x1, y1, x2, y2]) => x1 === 97 && x2 === 97 && y1 !== y2);

const inside = (at: number, edge: number): boolean => at > -2.99 && at < edge + 2.99;

const middle = (lines: readonly number[][]): boolean => lines.some(([x1, , x2]) => x1 === 146 && x2 === 151);

const strokes = (paths: readonly LaidNode[]): number[][] => paths.filter(({ props }) => props.stroke).flatMap(linesOf);

describe('marks', () => {
  test('for the cut: 5 mm long, 3 mm off, in line with each edge', () => {
    const lines = strokes(markedWith([]).paths);
    for (const x of [0, 297]) {
      expect(lines).toContainEqual([x, -3, x, -8]);
      expect(lines).toContainEqual([x, 213, x, 218]);
    }
    for (const y of [0, 210]) {
      expect(lines).toContainEqual([-3, y, -8, y]);
      expect(lines).toContainEqual([300, y, 305, y]);
    }
  });

  test('for folds: dashes above and below, none where nothing is folded', () => {
    expect(atFold(strokes(markedWith([]).paths))).toEqual([]);
    const dashes = atFold(strokes(markedWith([97, 197]).paths));
    expect(dashes).toHaveLength(6);
    expect(dashes[0]).toEqual([97, -3, 97, -4]);
  });

  test('never stand within the bleed', () => {
    const within = strokes(markedWith([148.5]).paths).filter(
      ([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) =>
        (inside(x1, 297) && inside(y1, 210)) || (inside(x2, 297) && inside(y2, 210)),
    );
    expect(within).toEqual([]);
  });

  test('for registration make way for a fold', () => {
    expect(middle(strokes(markedWith([]).paths))).toBe(true);
    expect(middle(strokes(markedWith([148.5]).paths))).toBe(false);
  });

  test('are in every ink, and nobody is read them', () => {
    const { drawing, slug, paths } = markedWith([97]);
    const meant = paths.filter(({ props }) => props.stroke).map(({ props }) => props.meant?.stroke);
    expect(new Set(meant)).toEqual(new Set(['registration']));
    expect([drawing.props.role, slug.props.role]).toEqual(['Mark', 'Mark']);
    expect(slug.lines!.map(({ string }) => string)).toEqual(['a.pdf']);
  });
});

test('a proof shows how near to a fold words may stand', () => {
  const fold = { axis: 'upright', at: millimetres(97) } as const;
  const guided = withGuides(blank, { safe: millimetres(5), folds: [fold], slug: 'a.pdf' }, example().faces);
  const lines = guided.nodes.flatMap(({ children = [] }) => strokes(children));
  const upright = (at: number): number[][] => lines.filter(([x1, y1, x2, y2]) => x1 === at && x2 === at && y1 !== y2);
  // The fold goes on over the bleed; what words keep clear of it ends where they do.
  expect(upright(97).some(([, y]) => y! < 0)).toBe(true);
  for (const at of [92, 102]) {
    expect(upright(at).length).toBeGreaterThan(50);
    expect(Math.min(...upright(at).map(([, y]) => y!))).toBe(5);
  }
});
