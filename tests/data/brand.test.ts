import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseBrand } from '../../src/data/brand-file.ts';
import type { Logo } from '../../src/data/brand.ts';
import { parseLogo } from '../../src/data/logo.ts';
import { plainPath } from '../../src/data/svg-path.ts';
import { collect } from '../../src/diagnostics/collect.ts';

const read = (path: string) => ({ path, text: readFileSync(path, 'utf8') });

const logo = (inside: string, root = 'viewBox="0 0 10 20"'): Logo['shapes'] => {
  const { report, all } = collect();
  const text = `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" ${root}>${inside}</svg>\n`;
  const parsed = parseLogo({ path: 'logo.svg', text }, 'a logo', report);
  expect(all()).toEqual([]);
  expect(parsed?.viewBox).toEqual([0, 0, 10, 20]);
  return parsed!.shapes;
};

const refused = (inside: string): string[] => {
  const { report, all } = collect();
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20">\n${inside}\n</svg>\n`;
  expect(parseLogo({ path: 'logo.svg', text }, 'a logo', report)).toBeUndefined();
  return all().map(({ message }) => message);
};

test('the example brand is as pictured', () => {
  const { report, all } = collect();
  const files = { brand: read('content/brands/anyshire/brand.yaml'), logo: read('content/brands/anyshire/logo.svg') };
  const brand = parseBrand('anyshire', files, report);
  expect(all()).toEqual([]);
  expect(brand?.roles).toEqual({ brand: '#0b4f35', onBrand: '#ffffff', tint: '#f0f4f3' });
  expect(brand?.logo?.viewBox).toEqual([0, 0, 40, 40]);
  expect(brand?.logo?.shapes.map(({ fill }) => fill)).toEqual(['onBrand', 'brand', 'brand', 'brand']);
  expect(brand?.placeOf('colours.brand')).toMatchObject({ range: { start: { column: 10 } } });
});

test('every shape becomes a path', () => {
  expect(
    logo(`
    <path d="M1,2h3v-4Zm1 1 2 2"/>
    <circle cx="5" cy="6" r="2"/>
    <ellipse cx="5" cy="6" rx="2" ry="1"/>
    <rect x="1" y="2" width="3" height="4px"/>
    <rect width="4" height="4" rx="1"/>
    <polygon points="0,0 1,0 1,1"/>
    <polyline points="0 0 1 0" fill="none" stroke="#fff" stroke-width="2"/>
    <line x2="3" y2="4" stroke="currentColor"/>`),
  ).toEqual([
    { d: 'M1 2L4 2 4-2ZM2 3L4 5', fill: '#000000' },
    {
      d: 'M3 6C3 4.8954 3.8954 4 5 4 6.1046 4 7 4.8954 7 6 7 7.1046 6.1046 8 5 8 3.8954 8 3 7.1046 3 6Z',
      fill: '#000000',
    },
    {
      d: 'M3 6C3 5.4477 3.8954 5 5 5 6.1046 5 7 5.4477 7 6 7 6.5523 6.1046 7 5 7 3.8954 7 3 6.5523 3 6Z',
      fill: '#000000',
    },
    { d: 'M1 2L4 2 4 6 1 6Z', fill: '#000000' },
    {
      d: 'M1 0L3 0C3.5523 0 4 0.4477 4 1L4 3C4 3.5523 3.5523 4 3 4L1 4C0.4477 4 0 3.5523 0 3L0 1C0 0.4477 0.4477 0 1 0Z',
      fill: '#000000',
    },
    { d: 'M0 0L1 0 1 1Z', fill: '#000000' },
    { d: 'M0 0L1 0', stroke: '#ffffff', strokeWidth: 2 },
    { d: 'M0 0L3 4', stroke: 'onBrand', strokeWidth: 1 },
  ]);
});

test('a group hands its paint down, and what is ground takes the colour of the band', () => {
  const shapes = logo(`
    <g fill="currentColor" fill-rule="evenodd"><path d="M0 0h1"/><g style="fill:#ABCDEF"><path d="M0 0h2"/></g></g>
    <g class="wave ground" fill="#123456" stroke="white"><path d="M0 0h3"/><path d="M0 0h4" fill="none"/></g>`);
  expect(shapes).toEqual([
    { d: 'M0 0L1 0', fill: 'onBrand', fillRule: 'evenodd' },
    { d: 'M0 0L2 0', fill: '#abcdef', fillRule: 'evenodd' },
    { d: 'M0 0L3 0', fill: 'brand', stroke: 'brand', strokeWidth: 1 },
    { d: 'M0 0L4 0', stroke: 'brand', strokeWidth: 1 },
  ]);
});

test('notes of drawing programs are passed over, and width and height stand in for a viewBox', () => {
  const shapes = logo(
    `<title>A</title><metadata><rdf:RDF><cc:Work/><text>x</text></rdf:RDF></metadata><sodipodi:namedview id="n"/>
     <defs id="d"/><!-- <text>x</text> --><path d="M0 0h1" inkscape:label="l"/>`,
    'width="10" height="20px" xmlns:sodipodi="http://x.example"',
  );
  expect(shapes).toEqual([{ d: 'M0 0L1 0', fill: '#000000' }]);
});

test('what cannot be drawn is refused by name', () => {
  expect(refused('<style>path{fill:red}</style><image href="x"/>')).toEqual([
    'a logo cannot hold `style`',
    'a logo cannot hold `image`',
  ]);
  expect(refused('<use href="#a"/>')).toEqual(['a logo cannot hold `use`']);
  expect(refused('<path d="M0 0h1" fill="url(#g)"/>')).toEqual(['`fill="url(#g)"` is not a flat colour']);
  expect(refused('<path d="M0 0h1" fill="red" fill-opacity=".5"/>')).toEqual([
    'a logo cannot have `fill-opacity`',
    '`fill="red"` is not a flat colour',
  ]);
  expect(refused('<g transform="scale(2)"><path d="M0 0h1"/></g>')).toEqual(['a logo cannot have `transform`']);
  expect(refused('<path d="M0 0h"/>')).toEqual(['the measures of this `path` cannot be read']);
  expect(refused('<path d="M0 0h1"></g>')).toEqual(['the logo cannot be read: found `</g>`, expected `</path>`']);
  expect(refused('<path d="M0 0h1" / >')).toEqual(['the logo cannot be read: this is not a whole tag']);
});

test('path data is written plainly', () => {
  expect(plainPath('M1-2.5.5.5l1e1,0')).toBe('M 1 -2.5 L 0.5 0.5 l 10 0');
});

test('path data with flags of arcs run together is understood', () => {
  expect(plainPath('M0 0a1 1 0 01.5.5 2 2 0 1 0 1 1')).toBe('M 0 0 a 1 1 0 0 1 0.5 0.5 a 2 2 0 1 0 1 1');
});

test('what is not path data is refused', () => {
  for (const data of ['', 'L 0 0', 'M 0', 'M 0 0 Z 1 1', 'M 0 0 X', 'M 0 0 A 1 1 0 2 0 1 1', 'M NaN 0']) {
    expect([data, plainPath(data)]).toEqual([data, undefined]);
  }
});

const heardBrand = (text: string, svg: string | undefined) => {
  const { report, all } = collect();
  const files = { brand: { path: 'b/brand.yaml', text }, ...(svg && { logo: { path: 'b/logo.svg', text: svg } }) };
  return { brand: parseBrand('b', files, report), diagnostics: all() };
};

test('a brand may have no logo, but not one that it does not name', () => {
  const plain = heardBrand('colours: { brand: "#0b4f35" }', undefined);
  expect(plain.diagnostics).toEqual([]);
  expect(plain.brand?.logo).toBeUndefined();
  const unnamed = heardBrand(
    'colours: { brand: "#0b4f35" }',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>',
  );
  expect(unnamed.diagnostics.map(({ rule }) => rule)).toEqual(['parse/missing-key']);
  expect(unnamed.brand).toBeUndefined();
});
