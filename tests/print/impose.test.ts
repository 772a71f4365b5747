import { describe, expect, test } from 'vitest';
import type { Hex } from '../../src/data/brand.ts';
import { officeSheet, type Sheet } from '../../src/data/sheet.ts';
import { bled } from '../../src/print/bleed.ts';
import { impose } from '../../src/print/impose.ts';
import { imposeBooklet, imposeLeaves, leavesOf, repeated } from '../../src/print/imposition.ts';
import { cells } from '../../src/print/sheet.ts';
import { cropMark, type Mark, marksOf } from '../../src/print/sheet-marks.ts';
import type { LaidNode, LaidPage } from '../../src/typeset/laid.ts';
import { mm, mmToPt, pt, ptToMm } from '../../src/units.ts';
import { sheetPaper } from '../../templates/sheet/sheet.tsx';
import { exampleWith, setOf } from '../sources.ts';
import { colourBoxes, textLines } from '../typeset/laid-text.ts';
import { sheetNamed } from './letters.ts';

const INK = '#1a1a1a' as Hex;
const CARD = { width: mmToPt(mm(85.6)), height: mmToPt(mm(53.98)) };

const field = (left: number, top: number, width: number, height: number): LaidNode => ({
  type: 'VIEW',
  props: {},
  style: { backgroundColor: '#b00020' },
  box: { left, top, width, height },
});

/** A page with a strip along its head, and a field that reaches no edge. */
const face = ({ width, height }: { readonly width: number; readonly height: number }): LaidPage => ({
  width,
  height,
  foot: height,
  nodes: [{ ...field(0, 0, width, 30), children: [field(20, 10, 10, 10)] }],
});

const paperOf = ({ paper }: Sheet): LaidPage => ({
  width: mmToPt(paper.width),
  height: mmToPt(paper.height),
  foot: mmToPt(paper.height),
  nodes: [],
});

/** Cards on both sides of one sheet. */
const cardsOn = (sheet: Sheet): readonly LaidPage[] => {
  const sheets = imposeLeaves(sheet, repeated(leavesOf(0, 2), sheet.columns * sheet.rows), 'step');
  return impose(sheet, sheets, [[face(CARD), face(CARD)]], [paperOf(sheet), paperOf(sheet)], INK);
};

const inMm = (value: number): number => Number(ptToMm(pt(value)).toFixed(2));

/** Where the pages of a side stand, and what of the paper they may cover, in millimetres. */
const placed = ({ nodes }: LaidPage) =>
  nodes
    .filter(({ props }) => props.scope !== 'marks/')
    .map(({ box, props: { placing, role } }) => ({
      at: [box.left, box.top, box.width, box.height].map(inMm),
      ...(placing?.clip && {
        clip: [placing.clip.left, placing.clip.top, placing.clip.width, placing.clip.height].map(inMm),
      }),
      ...(placing?.order !== undefined && { order: placing.order }),
      reading: role === 'Artifact' ? 'again' : 'once',
    }));

describe('ten cards for the office', () => {
  test('stand where they always stood, touching, and nothing is cut off', () => {
    const [fronts, backs] = cardsOn(officeSheet).map(placed);
    expect(fronts!.slice(0, 3)).toEqual([
      { at: [19.4, 13.55, 85.6, 53.98], reading: 'once' },
      { at: [105, 13.55, 85.6, 53.98], reading: 'again' },
      { at: [19.4, 67.53, 85.6, 53.98], reading: 'again' },
    ]);
    expect(backs![0]).toEqual({ at: [105, 13.55, 85.6, 53.98], reading: 'once' });
  });
});

describe('Avery’s cards', () => {
  test('have the card in their middle: 0.3 mm fall away at each side', () => {
    const [fronts, backs] = cardsOn(sheetNamed('avery-c32011')).map(placed);
    // Half of the gap of 10 mm is more than a bleed of 3 mm; the rows touch, so that nothing goes beyond them.
    expect(fronts!.slice(0, 2)).toEqual([
      { at: [14.7, 13.51, 85.6, 53.98], clip: [12, 13.5, 91, 54], reading: 'once' },
      { at: [109.7, 13.51, 85.6, 53.98], clip: [107, 13.5, 91, 54], reading: 'again' },
    ]);
    for (const { at } of [...fronts!, ...backs!]) {
      const [left = 0, , width = 0] = at;
      const column = left < 100 ? 15 : 110;
      expect([column - left, left + width - (column + 85)]).toEqual([expect.closeTo(0.3, 2), expect.closeTo(0.3, 2)]);
    }
  });

  test('that touch share a cut: none covers its neighbour', () => {
    const touching: Sheet = {
      ...sheetNamed('avery-c32011'),
      gutters: { across: mm(0), down: mm(0) },
      margins: { left: mm(20), right: mm(20), top: mm(13.5), bottom: mm(13.5) },
    };
    const [fronts] = cardsOn(touching).map(placed);
    expect(fronts![0]).toEqual({ at: [19.7, 13.51, 85.6, 53.98], clip: [20, 13.5, 85, 54], reading: 'once' });
  });
});

describe('a bleed', () => {
  test('goes on where a colour reaches the edge, to half of the gap', () => {
    const [fronts] = cardsOn(sheetNamed('a4-eight'));
    const [first] = fronts!.nodes.filter(({ props }) => props.scope === '0/');
    const by = mmToPt(mm(3));
    const boxes = first!.children!.map(({ box }) => box);
    expect(boxes).toEqual([
      { left: -by, top: 0, width: by, height: 30 },
      { left: CARD.width, top: 0, width: by, height: 30 },
      { left: -by, top: -by, width: CARD.width + 2 * by, height: by },
      { left: 0, top: 0, width: CARD.width, height: 30 },
    ]);
    expect(placed(fronts!)[0]).toMatchObject({ at: [16.4, 31.54, 85.6, 53.98] });
  });

  test('leaves a page alone whose colours reach no edge', () => {
    const page = { ...face(CARD), nodes: [field(10, 10, 20, 20)] };
    expect(bled(page, 8.5)).toBe(page);
  });

  test('stops at the spine of a booklet', () => {
    const sheet = sheetNamed('sra3-booklet');
    const a4 = { width: mmToPt(mm(210)), height: mmToPt(mm(297)) };
    const pages = Array.from({ length: 8 }, () => face(a4));
    const sides = impose(sheet, imposeBooklet(sheet, 0, 8, mm(0.1)), [pages], Array(4).fill(paperOf(sheet)), INK);
    expect(sides.map((side) => placed(side).map(({ at, clip }) => [at.slice(0, 2), clip]))).toEqual([
      ...Array.from({ length: 2 }, () => [
        [
          [15, 11.5],
          [12, 8.5, 213, 303],
        ],
        [
          [225, 11.5],
          [225, 8.5, 213, 303],
        ],
      ]),
      ...Array.from({ length: 2 }, () => [
        [
          [15.1, 11.5],
          [12, 8.5, 213, 303],
        ],
        [
          [224.9, 11.5],
          [225, 8.5, 213, 303],
        ],
      ]),
    ]);
  });
});

describe('what is read', () => {
  test('of pages that sheets show in another order has its own', () => {
    const sheet = sheetNamed('a3-booklet');
    const pages = Array.from({ length: 4 }, () => face({ width: mmToPt(mm(210)), height: mmToPt(mm(297)) }));
    const sides = impose(sheet, imposeBooklet(sheet, 0, 4, mm(0)), [pages], Array(2).fill(paperOf(sheet)), INK);
    expect(sides.map((side) => placed(side).map(({ order }) => order))).toEqual([
      [3, 0],
      [1, 2],
    ]);
  });

  test('above the pages comes before them, and below them after', () => {
    const slugged = (sheet: Sheet): LaidPage => ({
      ...paperOf(sheet),
      nodes: [field(20, 12, 90, 12), field(20, mmToPt(sheet.paper.height) - 24, 90, 12)],
    });
    const office = slugged(officeSheet);
    const cards = imposeLeaves(officeSheet, repeated(leavesOf(0, 2), 10), 'step');
    for (const { nodes } of impose(officeSheet, cards, [[face(CARD), face(CARD)]], [office, office], INK)) {
      const read = nodes.filter(({ props }) => props.role !== 'Artifact');
      expect(read.map(({ box, props }) => props.scope ?? inMm(box.top))).toEqual([4.23, '0/', 288.53]);
    }

    // In another order than that of the sheets, each of them has its place too.
    const booklet = sheetNamed('sra3-booklet');
    const pages = Array.from({ length: 4 }, () => face({ width: mmToPt(mm(210)), height: mmToPt(mm(297)) }));
    const papers = [slugged(booklet), slugged(booklet)];
    const sides = impose(booklet, imposeBooklet(booklet, 0, 4, mm(0)), [pages], papers, INK);
    expect(sides.map((side) => placed(side).map(({ order }) => order))).toEqual([
      [-2, 3, 0, 4],
      [-1, 1, 2, 5],
    ]);
  });
});

const sorted = (values: readonly number[]): string[] =>
  [...new Set(values.map((value) => value.toFixed(2)))].toSorted((a, b) => Number(a) - Number(b));

const isUpright = ({ width, height }: Mark): boolean => height > width;

describe.each([
  'office',
  'a4-eight',
  'a3-cards',
  'sra3-cards',
  'sra3-a4',
  'sra3-booklet',
  'a3-a5-booklet',
  'a4-folded-cards',
  'sra3-folded-cards',
])('the marks of %s', (name) => {
  const sheet = sheetNamed(name);
  const { margins, paper, cell } = sheet;
  const block = {
    left: margins.left,
    top: margins.top,
    right: paper.width - margins.right,
    bottom: paper.height - margins.bottom,
  };
  const crops = marksOf(sheet).filter(({ width, height }) => Math.max(width, height) === cropMark.length);

  test('have each cut in their middle, at both of its ends', () => {
    const spine = sheet.kind === 'booklet' ? (margins.left + cell.width).toFixed(2) : '';
    const cuts = cells(sheet).flatMap(({ left }) => [left, left + cell.width]);
    const levels = cells(sheet).flatMap(({ top }) => [top, top + cell.height]);
    const across = sorted(cuts).filter((cut) => cut !== spine);
    expect(sorted(crops.filter(isUpright).map((mark) => mark.left + mark.width / 2))).toEqual(across);
    expect(sorted(crops.filter((mark) => !isUpright(mark)).map((mark) => mark.top + mark.height / 2))).toEqual(
      sorted(levels),
    );
    expect(crops).toHaveLength(2 * (across.length + sorted(levels).length));
  });

  test('are 3 mm off, round the block only, and on the paper', () => {
    for (const mark of marksOf(sheet)) {
      const off = Math.max(
        block.left - mark.left - mark.width,
        mark.left - block.right,
        block.top - mark.top - mark.height,
        mark.top - block.bottom,
      );
      expect(off).toBeGreaterThan(2.99);
      expect(Math.min(mark.left, mark.top)).toBeGreaterThanOrEqual(0);
      expect(mark.left + mark.width).toBeLessThanOrEqual(paper.width);
      expect(mark.top + mark.height).toBeLessThanOrEqual(paper.height);
    }
  });
});

test('a booklet is folded at dashes, and is not cut there', () => {
  const dashes = marksOf(sheetNamed('sra3-booklet')).filter(({ height }) => height === cropMark.dash);
  expect(dashes).toHaveLength(6);
  for (const { left, width } of dashes) expect(left + width / 2).toBeCloseTo(225, 6);
});

describe('the folds of pages', () => {
  const sheet = sheetNamed('sra3-a4-landscape');
  const page: LaidPage = { ...face({ width: mmToPt(mm(297)), height: mmToPt(mm(210)) }), nodes: [] };
  const folds = [
    [97, 197].map((at) => ({ axis: 'upright', at: mm(at) }) as const),
    [{ axis: 'upright', at: mm(100) } as const, { axis: 'level', at: mm(50) } as const],
  ] as const;
  /** The dashes of each side: where they stand, in millimetres. */
  const dashesOf = (on: Sheet) => {
    const sheets = imposeLeaves(on, repeated(leavesOf(0, 2), 2), 'step');
    const sides = impose(on, sheets, [[page, page]], [paperOf(on), paperOf(on)], INK, { edges: 'bled', folds });
    return sides.map(({ nodes }) => {
      const marks = nodes.find(({ props }) => props.scope === 'marks/')!.children!.map(({ box }) => box);
      const short = marks.filter(({ width, height }) => Math.abs(inMm(Math.max(width, height)) - cropMark.dash) < 0.01);
      const upright = short.filter(({ width, height }) => height > width).map((box) => inMm(box.left + box.width / 2));
      const level = short.filter(({ width, height }) => width > height).map((box) => inMm(box.top + box.height / 2));
      return { upright: sorted(upright), level: sorted(level) };
    });
  };

  test('are dashed in the margins, in line with every page, on fronts and on backs', () => {
    expect(dashesOf(sheet)).toEqual([
      { upright: ['108.50', '208.50'], level: [] },
      { upright: ['111.50'], level: ['62.00', '278.00'] },
    ]);
  });

  test('are turned with the backs that stand with their heads at the foot', () => {
    expect(dashesOf({ ...sheet, turn: 'short-edge' })[1]).toEqual({ upright: ['208.50'], level: ['172.00', '388.00'] });
  });

  test('have no dash on paper without marks', () => {
    expect(marksOf({ ...sheet, marks: 'none' }, { upright: [108.5], level: [] })).toEqual([]);
  });

  test('cross no word of the slug: what is printed stands between them', async () => {
    const names = 'Anyshire District Council, Bishops Lydeard and Cothelstone division, Hatch and Blackdown';
    const folded = sides(names).map((side) => ({
      ...side,
      folds: [mm(97), mm(197)],
      beside: 'trifold.en.sheet.print.pdf',
    }));
    const { pages, diagnostics } = await setOf(sheetPaper(sheet, folded, undefined, mm(3)), exampleWith({}));
    expect(diagnostics).toEqual([]);
    const lines = textLines(pages);
    expect(lines.filter(({ page: side }) => side === 1).map(({ text }) => text)).toEqual([
      'anyshire, fronts, sheet 2 of 12',
      'trifold.en.sheet.print.pdf',
      'Print at 100%. Both sides: flip on the long edge.',
    ]);
    for (const { left, right } of lines) {
      const crossed = [108.5, 208.5].filter((at) => inMm(left) < at + 1 && inMm(right) > at - 1);
      expect(crossed).toEqual([]);
    }
  });
});

test('paper that is cut already has no marks', () => {
  expect(marksOf(sheetNamed('avery-c32011'))).toEqual([]);
});

const sides = (inFull: string) => {
  const names = { inFull, inShort: 'anyshire' };
  const records = [names, names] as const;
  return (['front', 'back'] as const).map((side) => ({ side, sheet: 2, sheets: 12, records }));
};

describe('the slug', () => {
  test.each([
    'office',
    'a4-eight',
    'avery-c32011',
    'avery-c32015',
    'a3-cards',
    'sra3-cards',
    'sra3-a4',
    'sra3-booklet',
    'a4-folded-cards',
    'sra3-folded-cards',
    'a3-a5-booklet',
  ])('of %s says whose it is, which sheet, and how it is printed, between the marks', async (name) => {
    const sheet = sheetNamed(name);
    const { pages, diagnostics } = await setOf(sheetPaper(sheet, sides('Anyshire District Council')), exampleWith({}));
    expect(diagnostics).toEqual([]);
    const edge = sheet.turn === 'long-edge' ? 'long' : 'short';
    expect(textLines(pages).map(({ page, text }) => [page, text])).toEqual([
      [1, 'Anyshire District Council, fronts, sheet 2 of 12'],
      [1, `Print at 100%. Both sides: flip on the ${edge} edge.`],
      [2, 'Anyshire District Council, backs, sheet 2 of 12'],
      [2, `Print at 100%. Both sides: flip on the ${edge} edge.`],
    ]);
    const marked = impose(sheet, [{ front: [], back: [] }], [[]], pages, INK);
    for (const line of textLines(pages)) {
      // Paper of one column has the second line in the margin at its foot.
      const isAtFoot = sheet.columns === 1 && line.text.startsWith('Print');
      const margin = isAtFoot
        ? { top: mmToPt(mm(sheet.paper.height - sheet.margins.bottom)), bottom: mmToPt(sheet.paper.height) }
        : { top: 0, bottom: mmToPt(sheet.margins.top) };
      expect(line.top).toBeGreaterThanOrEqual(margin.top);
      expect(line.bottom).toBeLessThanOrEqual(margin.bottom);
      const crossed = colourBoxes(marked).filter(
        (mark) =>
          mark.page === line.page &&
          mark.left < line.right &&
          line.left < mark.left + mark.width &&
          mark.top < line.bottom &&
          line.top < mark.top + mark.height,
      );
      expect(crossed).toEqual([]);
    }
  });

  test('has short names where the full ones have no room', async () => {
    const long =
      'Basingstoke, Hartlepool and Saffron Waldens Councils, Upper and Lower Slaughter and Wyck Rissington division';
    const { pages, diagnostics } = await setOf(sheetPaper(officeSheet, sides(`${long} – ${long}`)), exampleWith({}));
    expect(diagnostics).toEqual([]);
    expect(textLines(pages)[0]!.text).toBe('anyshire, fronts, sheet 2 of 12');
  });

  test('keeps clear of what pages bleed into the margin', async () => {
    const said = sides('Basingstoke, Hartlepool and Saffron Waldens Councils, Upper Slaughter division');
    const [free, kept] = await Promise.all(
      [0, 3].map((by) => setOf(sheetPaper(officeSheet, said, undefined, mm(by)), exampleWith({}))),
    );
    const lowest = (pages: readonly LaidPage[]): number =>
      Math.max(...textLines(pages).map(({ bottom }) => inMm(bottom)));
    expect(lowest(free!.pages)).toBeGreaterThan(13.55 - 3);
    expect(lowest(kept!.pages)).toBeLessThanOrEqual(13.55 - 3);
    expect(kept!.diagnostics).toEqual([]);
  });

  test('is left out where the pages reach the edge of the paper', async () => {
    const { pages } = await setOf(sheetPaper(sheetNamed('a4-booklet'), sides('Anyshire')), exampleWith({}));
    expect(textLines(pages)).toEqual([]);
  });
});
