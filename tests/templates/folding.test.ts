import { describe, expect, test } from 'vitest';
import { mm } from '../../src/units.ts';
import { checked, type Folding, finishOf, placesOf } from '../../templates/trifold/folding.ts';
import { rollFold, zFold } from '../../templates/trifold/folds.ts';
import { frames, size } from '../../templates/trifold/grid.ts';

type Widths = readonly [number, number, number];

const side = (from: Folding['outside'], [left, middle, right]: Widths): Folding['outside'] => [
  { ...from[0], width: mm(left) },
  { ...from[1], width: mm(middle) },
  { ...from[2], width: mm(right) },
];

/** The roll fold with other panels. */
const withPanels = (outside: Widths, inside: Widths): Folding => ({
  ...rollFold,
  outside: side(rollFold.outside, outside),
  inside: side(rollFold.inside, inside),
});

describe('fold panels that do not add up', () => {
  test.each([
    [
      'too wide',
      [98, 100, 100],
      [100, 100, 98],
      'the panels of the outside come to 298 mm, and the sheet is 297 mm wide',
    ],
    [
      'too narrow inside',
      [97, 100, 100],
      [100, 99, 97],
      'the panels of the inside come to 296 mm, and the sheet is 297 mm wide',
    ],
    ['not mirrored', [97, 100, 100], [97, 100, 100], '`advice` is 97 mm wide, and `ways` behind it 100 mm'],
  ] as const)('%s', (_, outside, inside, message) => {
    expect(() => checked(withPanels(outside, inside), mm(297))).toThrow(message);
  });

  test('a face twice, or one that is never read', () => {
    const [flap, back, front] = rollFold.outside;
    expect(() => checked({ ...rollFold, outside: [flap, back, { ...front, face: 'ways' }] }, mm(297))).toThrow(
      /ways, ways/,
    );
    expect(() => checked({ ...rollFold, unfolding: rollFold.unfolding.slice(1) }, mm(297))).toThrow(
      /faces that are read/,
    );
  });

  test('are none of ours', () => {
    for (const folding of [rollFold, zFold]) expect(checked(folding, size.width)).toBe(folding);
    expect(rollFold.outside.map(({ width }) => width)).toEqual([97, 100, 100]);
    expect(zFold.outside.map(({ width }) => width)).toEqual([99, 99, 99]);
  });
});

const at = (folding: Folding): number[][] =>
  finishOf(folding, size.height).folds!.map((each) => each.map(({ at: where }) => where));

describe('a folding', () => {
  test('tells the folds of each side as one sees them', () => {
    expect(at(rollFold)).toEqual([
      [97, 197],
      [100, 200],
    ]);
    expect(at(zFold)).toEqual([
      [99, 198],
      [99, 198],
    ]);
    expect(finishOf(rollFold, size.height).finished).toEqual({ width: 100, height: 210 });
    expect(finishOf(zFold, size.height).finished).toEqual({ width: 99, height: 210 });
  });

  test('places faces in the order in which they are read, and words away from cuts and folds', () => {
    const [outside = [], inside = []] = placesOf(rollFold, frames.wide);
    expect(outside.map(({ face, order }) => [face, order])).toEqual([
      ['cover', 0],
      ['advice', 2],
      ['contacts', 5],
    ]);
    expect(inside.map(({ face, order }) => [face, order])).toEqual([
      ['danger', 1],
      ['crime', 3],
      ['ways', 4],
    ]);
    expect(outside[0]).toMatchObject({ left: expect.closeTo(558.43, 1), textLeft: expect.closeTo(582.43, 1) });
    expect(outside[1]).toMatchObject({ left: 0, textLeft: 28, measure: expect.closeTo(222.96, 1) });
  });
});
