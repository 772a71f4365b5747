import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import type { LaidNode, LaidPage } from '../../src/typeset/laid.ts';
import { leaflet } from '../../templates/leaflet/leaflet.tsx';
import { walletCard } from '../../templates/wallet-card/wallet-card.tsx';
import { example, setOf } from '../sources.ts';

/** The drawings that are filled in one path of many corners: QR codes. */
const codesOf = (pages: readonly LaidPage[]): LaidNode[] => {
  const found: LaidNode[] = [];
  const visit = (node: LaidNode): void => {
    if (node.type === 'SVG' && (node.children?.[0]?.props.d?.length ?? 0) > 2000) found.push(node);
    node.children?.forEach(visit);
  };
  pages.forEach(({ nodes }) => nodes.forEach(visit));
  return found;
};

type Corner = readonly [x: number, y: number];

const loopsOf = (d: string): Corner[][] =>
  d
    .split('Z')
    .filter((loop) => loop !== '')
    .map((loop) =>
      loop
        .slice(1)
        .split('L')
        .map((corner) => corner.split(' ').map(Number) as [number, number]),
    );

/** Whether the point lies in an uneven number of loops, as the even-odd rule fills. */
const isFilled = (loops: readonly Corner[][], x: number, y: number): boolean => {
  const crossings = loops.flatMap((loop) =>
    loop.filter(([x1, y1], i) => {
      const [, y2] = loop[(i + 1) % loop.length]!;
      return x1 > x && y1 > y !== y2 > y;
    }),
  );
  return crossings.length % 2 === 1;
};

/** A picture of the path with four pixels a module, and four modules clear all round. */
const pictureOf = (d: string, modules: number) => {
  const loops = loopsOf(d);
  const size = (modules + 8) * 4;
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  for (let cell = 0; cell < modules ** 2; cell += 1) {
    const [x, y] = [cell % modules, Math.floor(cell / modules)];
    if (!isFilled(loops, x + 0.5, y + 0.5)) continue;
    for (let row = 4 * (y + 4); row < 4 * (y + 5); row += 1) {
      for (let column = 4 * (x + 4); column < 4 * (x + 5); column += 1) {
        data.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3);
      }
    }
  }
  return { width: size, height: size, data };
};

test.for([
  ['leaflet', leaflet],
  ['card', walletCard],
] as const)('the code on the %s leads to the guidance', async ([, template]) => {
  const { pages } = await setOf<never>(template as never, example());
  const [code, ...more] = codesOf(pages);
  expect(more).toEqual([]);
  const { viewBox } = code!.props as { viewBox: { maxX: number; maxY: number } };
  expect(viewBox).toMatchObject({ maxX: 37, maxY: 37 });
  const { props } = code!.children![0]!;
  expect([props.fill, props.fillRule]).toEqual(['#1a1a1a', 'evenodd']);
  expect(decodeQR(pictureOf(props.d!, viewBox.maxX))).toBe(example().guidance.facts.source);
});
