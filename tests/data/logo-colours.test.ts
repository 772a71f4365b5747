import { expect, test } from 'vitest';
import type { Hex, Logo } from '../../src/data/brand.ts';
import { tintOf } from '../../src/data/brand-file.ts';
import { contrast } from '../../src/data/contrast.ts';
import { bandColour, coloursOf, forBand } from '../../src/data/logo-colours.ts';
import { coverageOf } from '../../src/data/logo-coverage.ts';
import { logoText } from '../../src/data/logo-text.ts';
import { parseLogo } from '../../src/data/logo.ts';
import { silent } from '../sources.ts';

const logo = (inside: string, viewBox = '0 0 100 100'): Logo => {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}">${inside}</svg>`;
  return parseLogo({ path: 'logo.svg', text }, 'a logo', silent)!;
};

/** Shares of the box in per cent. */
const shares = (inside: string, viewBox?: string): Record<string, number> =>
  Object.fromEntries([...coverageOf(logo(inside, viewBox))].map(([paint, share]) => [paint, share * 100]));

test('a shape covers its area, curves too', () => {
  expect(shares('<rect width="50" height="40" fill="#ff0000"/>')['#ff0000']).toBeCloseTo(20, 0);
  expect(shares('<circle cx="50" cy="50" r="50" fill="#ff0000"/>')['#ff0000']).toBeCloseTo(100 * (Math.PI / 4), 0);
  expect(shares('<path d="M0 0Q50 100 100 0Z" fill="#ff0000"/>')['#ff0000']).toBeCloseTo(100 / 3, 0);
  expect(shares('<path d="M-50 -50L50 -50 50 50 -50 50Z" fill="#ff0000"/>', '-50 -50 200 200')['#ff0000']).toBeCloseTo(
    25,
    0,
  );
});

test('what is covered does not count, nor what is cut out', () => {
  const covered = shares(
    '<rect width="100" height="100" fill="#ff0000"/><rect width="100" height="75" fill="#00ff00"/>',
  );
  expect([covered['#ff0000'], covered['#00ff00']].map(Math.round as (n: number | undefined) => number)).toEqual([
    25, 75,
  ]);
  const ring = (rule: string): number =>
    shares(`<path fill="#ff0000" fill-rule="${rule}" d="M0 0H100V100H0ZM25 25H75V75H25Z"/>`)['#ff0000']!;
  expect(ring('evenodd')).toBeCloseTo(75, 0);
  expect(ring('nonzero')).toBeCloseTo(100, 0);
  // Turned the other way round, a hole is a hole for both.
  expect(shares('<path fill="#ff0000" d="M0 0H100V100H0ZM25 25V75H75V25Z"/>')['#ff0000']).toBeCloseTo(75, 0);
});

test('a stroke covers its width along its way', () => {
  const drawn = shares('<path d="M0 50H100" fill="none" stroke="#ff0000" stroke-width="10"/>');
  expect(drawn['#ff0000']).toBeCloseTo(10, 0);
  const cross = shares('<path d="M0 50H100M50 0V100" fill="none" stroke="#ff0000" stroke-width="10"/>');
  expect(cross['#ff0000']).toBeCloseTo(19, 0);
});

test('colours and neutrals are told apart, the most of each first', () => {
  const found = coloursOf(
    logo(`<rect width="100" height="100" fill="#fdfdfd"/><rect width="60" height="50" fill="#0b4f35"/>
      <rect y="50" width="20" height="50" fill="#ffd100"/><rect x="60" width="40" height="50" fill="#1a1a1a"/>
      <rect x="90" y="90" width="10" height="10" fill="currentColor"/>`),
  );
  expect(found.colours.map(({ hex }) => hex)).toEqual(['#0b4f35', '#ffd100']);
  expect(found.neutrals.map(({ hex }) => hex)).toEqual(['#fdfdfd', '#1a1a1a']);
  const sum = [...found.colours, ...found.neutrals].reduce((all, { share }) => all + share, 0);
  expect(sum).toBeCloseTo(1, 6);
});

test('a colour for the band is kept if words can be read on it, and else darkened no more than needed', () => {
  expect(bandColour('#0b4f35', 4.5)).toBe('#0b4f35');
  for (const hex of ['#ffd100', '#e4002b', '#00a3e0', '#7ac143', '#ff00ff', '#3f9aae'] as const satisfies Hex[]) {
    const shade = bandColour(hex, 4.5);
    const least = Math.min(contrast(shade, '#ffffff'), contrast(shade, tintOf(shade)));
    expect([hex, least >= 4.5, hex === shade || least < 4.7]).toEqual([hex, true, true]);
  }
});

test('on the band, the main colour is that of the words, white is cut out, and others stay', () => {
  const own = logo(`<rect width="100" height="100" fill="#0b4f35"/><circle cx="50" cy="50" r="20" fill="white"/>
    <path d="M0 0H9" fill="none" stroke="#111"/><rect width="9" height="9" fill="#ffd100"/><path d="M0 0H5V5Z" fill="currentColor"/>`);
  const paints = forBand(own, '#0b4f35').shapes.map(({ fill, stroke }) => fill ?? stroke);
  expect(paints).toEqual(['onBrand', 'brand', 'onBrand', '#ffd100', 'onBrand']);
});

test('a logo that is written is read as the same logo', () => {
  const own = logo(
    `<g fill="currentColor" fill-rule="evenodd"><path d="M0 0h10v10z"/></g><circle class="ground" r="4" cx="9" cy="9"/>
     <path d="M1 1L5 5" fill="none" stroke="#ABCDEF" stroke-width="0.5"/><rect width="3" height="3" stroke="currentColor" fill="#123456"/>`,
    '-1.5 0 40 20',
  );
  const text = logoText(own, 'A <B> & "C"', '#0b4f35');
  expect(parseLogo({ path: 'logo.svg', text }, 'a logo', silent)).toEqual(own);
  // Elsewhere than in handbill, what is cut out shows the brand's colour.
  expect(text).toContain('<path class="ground" fill="#0b4f35"');
});

test('a shape whose stroke alone is cut out is written as two', () => {
  const shape = { d: 'M0 0L9 0 9 9Z', fill: '#123456', stroke: 'brand', strokeWidth: 2 } as const;
  const text = logoText({ viewBox: [0, 0, 10, 10], shapes: [shape] }, 'x', '#0b4f35');
  expect(parseLogo({ path: 'logo.svg', text }, 'a logo', silent)?.shapes).toEqual([
    { d: shape.d, fill: '#123456' },
    { d: shape.d, stroke: 'brand', strokeWidth: 2 },
  ]);
});
