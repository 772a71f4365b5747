import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkSafeArea } from '../../src/print/safe-area.ts';
import { Frame, Leaf, Leaves } from '../../src/typeset/elements.tsx';
import type { LaidPage } from '../../src/typeset/laid.ts';
import { card } from '../../src/typeset/scale.ts';
import type { Template } from '../../src/typeset/template.ts';
import { typeset } from '../../src/typeset/typeset.ts';
import { Label } from '../../src/typeset/words.tsx';
import { mm, mmToPt } from '../../src/units.ts';
import { leaflet } from '../../templates/leaflet/leaflet.tsx';
import { walletCard } from '../../templates/wallet-card/wallet-card.tsx';
import { example, noClock, partsOf, setOf, silent } from '../sources.ts';

const size = { width: mm(85.6), height: mm(53.98) };

/** A card with words at a place, in millimetres from the edges. */
const cardWith = (left: number, top: number): Promise<readonly LaidPage[] | undefined> => {
  const template: Template = {
    name: 'test-card',
    size,
    pages: { least: 1, most: 1 },
    takes: 'parts',
    fits: [{}],
    compose: ({ palette, faces }) => (
      <Leaves>
        <Leaf width={mmToPt(size.width)} height={mmToPt(size.height)} palette={palette} faces={faces}>
          <Frame name="corner" left={mmToPt(mm(left))} top={mmToPt(mm(top))} width={30} height={12}>
            <Label runs="Hold on" style={card.body} />
          </Frame>
        </Leaf>
      </Leaves>
    ),
  };
  return typeset(template, partsOf(example()), silent, noClock);
};

const findIn = (pages: readonly LaidPage[], safe: number): Diagnostic[] => {
  const found: Diagnostic[] = [];
  checkSafeArea('test-card', pages, { safe: mm(safe) }, (diagnostic) => found.push(diagnostic));
  return found;
};

describe('words near the cut', () => {
  test('are an error with the words, the frame and the distance', async () => {
    const found = findIn((await cardWith(2, 10))!, 3);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      rule: 'print/safe-area',
      severity: 'error',
      place: { kind: 'frame', template: 'test-card', frame: 'corner', page: 1 },
    });
    // From the stroke of the H, not from its box.
    expect(found[0]!.message).toMatch(/^`Hold on` stands 2\.2 mm from the cut, expected 3 mm at the least$/);
    expect(found[0]!.hints[0]).toContain('`corner`');
  });

  test('are measured at every edge', async () => {
    const distances = await Promise.all(
      [
        [10, 1],
        [1, 20],
        [74.5, 20],
        [10, 48.5],
      ].map(async ([left = 0, top = 0]) => findIn((await cardWith(left, top))!, 3).length),
    );
    expect(distances).toEqual([1, 1, 1, 1]);
  });

  test('near a fold, or across it', async () => {
    const pages = (await cardWith(30, 20))!;
    const withFold = (axis: 'upright' | 'level', at: number): string[] => {
      const found: Diagnostic[] = [];
      const finish = { safe: mm(3), folds: [[{ axis, at: mm(at) }], []] } as const;
      checkSafeArea('test-card', pages, finish, (diagnostic) => found.push(diagnostic));
      return found.map(({ message }) => message);
    };
    expect(withFold('upright', 28.8)).toEqual(['`Hold on` stands 1.4 mm from the fold, expected 3 mm at the least']);
    expect(withFold('upright', 35)).toHaveLength(1);
    expect(withFold('level', 24)).toHaveLength(1);
    expect([...withFold('upright', 26), ...withFold('upright', 50), ...withFold('level', 30)]).toEqual([]);
  });

  test('are right where they are far enough', async () => {
    expect(findIn((await cardWith(3, 10))!, 3)).toEqual([]);
  });

  test('do not stand in our products', async () => {
    expect(findIn((await setOf(walletCard, example())).pages, 3)).toEqual([]);
    expect(findIn((await setOf(leaflet, example())).pages, 5)).toEqual([]);
    expect(walletCard.finish?.safe).toBe(3);
  });
});
