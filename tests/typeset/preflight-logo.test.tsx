import { expect, test } from 'vitest';
import type { Brand, Logo } from '../../src/data/brand.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { PagedName } from '../../src/catalogue.ts';
import { press } from '../../src/pipeline.ts';
import { At, Block, Frame, Leaf, Leaves, Panel } from '../../src/typeset/elements.tsx';
import type { Template } from '../../src/typeset/template.ts';
import { Label } from '../../src/typeset/words.tsx';
import { card } from '../../src/typeset/scale.ts';
import { mm } from '../../src/units.ts';
import { Logo as LogoElement } from '../../templates/pieces/logo.tsx';
import { createElement, type ReactElement } from 'react';
import { DAY, example, exampleWith, noClock, setOf, silent } from '../sources.ts';

const PRODUCTS: readonly PagedName[] = [
  'leaflet',
  'large-print',
  'trifold',
  'trifold-z',
  'wallet-card',
  'wallet-card.sheet',
];

const square: Logo = { ...example().brand.logo!, viewBox: [0, 0, 40, 40] };

const withLogo = (logo: Logo): { readonly brand: Partial<Brand> } => ({ brand: { logo } });

/** What pressing a product reports of the logo. */
async function heard(product: PagedName, logo: Logo): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  const job = { product, sources: exampleWith(withLogo(logo)), status: 'final', day: DAY } as const;
  const made = await press(job, (diagnostic) => void found.push(diagnostic), noClock);
  // A warning stops nothing.
  expect(made).toBeDefined();
  return found;
}

test.each(PRODUCTS)('the %s gives a logo the room that it usually needs', async (product) => {
  const job = { product, sources: exampleWith(withLogo(square)), status: 'final', day: DAY } as const;
  expect(await press(job, silent, noClock)).toBeDefined();
});

test.each([
  ['wallet-card', 'the logo is 5.3 mm high on page 1 of the wallet-card, expected 8 mm'],
  ['leaflet', undefined],
] as const)('on the %s, a logo that must be 8 mm high', async (product, message) => {
  const found = await heard(product, { ...square, leastSize: mm(8) });
  expect(found.map((each) => [each.rule, each.severity, each.message])).toEqual(
    message === undefined ? [] : [['preflight/logo-size', 'warning', message]],
  );
});

test('a flat logo is as high as it is drawn, not as its field is', async () => {
  const [found, ...more] = await heard('leaflet', { ...square, viewBox: [0, 0, 160, 40] });
  expect(found?.message).toBe('the logo is 3.5 mm high on page 1 of the leaflet, expected 5 mm');
  expect(more).toEqual([]);
});

test.each(PRODUCTS.slice(0, 5))(
  'on the %s, a logo that needs seven tenths of its height around it',
  async (product) => {
    const [found, ...more] = await heard(product, { ...square, clearSpace: 0.7 });
    expect([found?.rule, more]).toEqual(['preflight/logo-clear-space', []]);
    expect(found?.message).toContain('the edge of the paper stands nearer to the logo than');
  },
);

/** A page of 400 pt on which a logo of 40 pt stands on a field of 200 pt at 100, 100; its clear space is 10 pt. */
const page = (beside: ReactElement | null): Template => ({
  name: 'planted',
  size: { width: mm(100), height: mm(100) },
  pages: { least: 1, most: 1 },
  takes: 'parts',
  fits: ['plain'],
  compose: ({ palette, faces }) => {
    const logo = createElement(LogoElement, { logo: square, palette, size: 40 });
    const field = createElement(Panel, { colour: 'brand', width: 200, height: 200 }, [
      createElement(At, { key: 'logo', left: 80, top: 80, width: 40 }, logo),
      beside,
    ]);
    const frame = createElement(Frame, { name: 'all', left: 100, top: 100, width: 200, height: 200 }, field);
    return createElement(Leaves, null, createElement(Leaf, { width: 400, height: 400, palette, faces }, frame));
  },
});

const label = (left: number, top: number): ReactElement =>
  createElement(At, { key: 'label', left, top, width: 60 }, [
    createElement(Label, { key: 'words', runs: 'Words', style: card.body, colour: 'onBrand' }),
  ]);

const bar = (left: number, top: number, width: number): ReactElement =>
  createElement(Block, { key: 'bar', left, top, width, height: 4, colour: 'paper' });

test.each([
  ['nothing', null, undefined],
  ['words at the edge of the room', label(130, 90), undefined],
  ['words within the room', label(129, 90), '`Words` stands nearer to the logo than 3.5 mm on page 1 of the planted'],
  ['words below the room', label(90, 130), undefined],
  [
    'words that reach into it from above',
    label(90, 59),
    '`Words` stands nearer to the logo than 3.5 mm on page 1 of the planted',
  ],
  ['a bar beside the room', bar(40, 98, 30), undefined],
  [
    'a bar that reaches into it',
    bar(40, 98, 31),
    'the edge of a field of colour stands nearer to the logo than 3.5 mm on page 1 of the planted',
  ],
])('%s', async (_, beside, message) => {
  const { diagnostics } = await setOf(page(beside), exampleWith(withLogo({ ...square, clearSpace: 0.25 })));
  expect(diagnostics.map((each) => each.message)).toEqual(message === undefined ? [] : [message]);
});
