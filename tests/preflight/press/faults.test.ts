import { describe, expect, test } from 'vitest';
import type { Objects } from '../../pdf/read/made.ts';
import { type Damage, damaged, rulesOf, written } from '../tagged.ts';
import {
  bleed,
  content,
  font,
  foundFor,
  ground,
  metadata,
  picture,
  profile,
  profileOf,
  sound,
  trimGrownBy,
} from './made.ts';

/** Each fault is put into a sound file by itself: it must be found, and nothing else. */

const foundWith = (damage: Damage, own = '') =>
  foundFor(profileOf('council-print', own), written(damaged(damage, sound)));

test('nothing is found in a sound file', () => {
  expect(foundWith({})).toEqual([]);
});

type Fault = readonly [rule: string, severity: 'error' | 'warning', what: string, damage: Damage, own?: string];

const page = sound[3]!;
const area = (colour: string): string => `${colour} 60 220 40 40 re f`;
const another: Objects = { 30: page.replace(/\/TrimBox \[[^\]]+\]/, `/TrimBox ${trimGrownBy(-20)}`) };

const pages: readonly Fault[] = [
  ['page-size', 'error', 'a size that was not asked for', {}, 'pages: { sizes: [A5, 85 x 55] }'],
  ['page-size', 'error', 'a page that stands upright', {}, 'pages: { orientation: landscape }'],
  [
    'page-size',
    'error',
    'a second page of another size',
    { ...another, 2: ['[3 0 R]', '[3 0 R 30 0 R]'] },
    'boxes: { bleed: any }',
  ],
  [
    'page-count',
    'error',
    'more pages than are taken',
    { 2: ['[3 0 R]', '[3 0 R 30 0 R]'], 30: page },
    'pages: { most: 1 }',
  ],
  ['page-count', 'error', 'a booklet of one page', {}, 'pages: { multipleOf: 4 }'],
  ['trim-box', 'error', 'no trim', { 3: [`/TrimBox ${trimGrownBy(0)}`, ''] }, 'boxes: { bleed: any }'],
  [
    'boxes',
    'error',
    'a trim beyond the bleed',
    { 3: [`/BleedBox ${trimGrownBy(bleed)}`, `/BleedBox ${trimGrownBy(-3)}`] },
    'boxes: { bleed: any }',
  ],
  [
    'bleed-room',
    'error',
    'a bleed of 1 mm',
    { 3: [`/BleedBox ${trimGrownBy(bleed)}`, `/BleedBox ${trimGrownBy(bleed / 3)}`] },
  ],
  [
    'bleed-not-painted',
    'error',
    'a ground that ends with the bleed empty',
    { 4: content('', [ground, '0.1 0 0 0 k 3 -5 350 500 re f']) },
  ],
  [
    'bleed-not-painted',
    'error',
    'white over the bleed of one edge',
    { 4: content('/None gs 0 0 0 0 k 0 0 8 500 re f') },
  ],
  [
    'bleed-not-painted',
    'error',
    'a line that ends at the trim',
    { 4: content(`1 0 0 0 K 4 w ${bleed} 300 m 60 300 l S`, [ground, '']) },
  ],
  ['safe-area', 'error', 'words 1 mm from the edge', { 4: content('BT /F 10 Tf 12 200 Td (near) Tj ET') }],
  ['safe-area', 'error', 'words over the edge', { 4: content('BT /F 10 Tf 290 200 Td (beyond) Tj ET') }],
];

const file: readonly Fault[] = [
  ['file-size', 'error', 'a large file', {}, 'file: { megabytes: 0.001 }'],
  ['version', 'error', 'PDF 2.0', { 1: ['/Catalog', '/Catalog /Version /2.0'] }],
  ['no-claim', 'error', 'no claim', { 8: metadata('') }],
  ['no-claim', 'error', 'another part of PDF/X', { 8: metadata('PDF/X-3') }],
  ['output-intent', 'error', 'no output intent', { 1: ['/OutputIntents [9 0 R]', ''] }],
  ['output-intent', 'error', 'the profile of a screen', { 10: profile('RGB ') }],
  ['output-intent', 'error', 'the profile of another press', {}, 'file: { conditions: [FOGRA51, FOGRA52] }'],
  [
    'layers',
    'error',
    'a layer',
    { 1: ['/Catalog', '/Catalog /OCProperties << /OCGs [30 0 R] >>'], 30: '<< /Type /OCG >>' },
    'file: { layers: refused }',
  ],
  [
    'attachments',
    'error',
    'a file that is attached',
    { 1: ['/Catalog', '/Catalog /Names << /EmbeddedFiles << /Names [] >> >>'] },
  ],
  ['scripts', 'error', 'a program', { 1: ['/Catalog', '/Catalog /OpenAction << /S /JavaScript /JS (app.alert) >>'] }],
  ['scripts', 'error', 'a program among the names', { 1: ['/Catalog', '/Catalog /Names << /JavaScript << >> >>'] }],
  [
    'form-fields',
    'error',
    'a field',
    { 1: ['/Catalog', '/Catalog /AcroForm << /Fields [30 0 R] >>'], 30: '<< /FT /Tx >>' },
  ],
  ['annotation', 'error', 'a link', { 3: ['/Page', '/Page /Annots [<< /Subtype /Link /Rect [40 40 90 90] >>]'] }],
];

const colour: readonly Fault[] = [
  ['colour-space', 'error', 'an area in RGB', { 4: content(area('1 0 0 rg')) }],
  ['colour-space', 'error', 'words in RGB', { 4: content('0 0 0 rg BT /F 10 Tf 40 250 Td (Call 999) Tj ET') }],
  ['colour-space', 'error', 'a picture in RGB', { 11: picture(30, '\xff\x00\x00', '/ColorSpace /DeviceRGB') }],
  [
    'colour-space',
    'error',
    'RGB in the tiles of a pattern',
    { 4: content(area('/Pattern cs /Tile scn')) },
    'colour: { mostInk: any }',
  ],
  [
    'colour-space',
    'error',
    'a spot colour where there is none',
    { 4: content(area('/Spot cs 1 scn')) },
    'colour: { kinds: [cmyk, gray], spots: any }',
  ],
  [
    'spot-colour',
    'error',
    'a spot colour of another name',
    { 4: content(area('/Spot cs 1 scn')) },
    'colour: { spots: [PANTONE 342 U] }',
  ],
  ['registration-colour', 'error', 'the colour of registration marks', { 4: content(area('/All cs 0.5 scn')) }],
  ['rich-black', 'error', 'black words of four inks', { 4: content('', ['0 0 0 1 k', '0.4 0.3 0.3 1 k']) }],
  ['rich-black', 'error', 'black words of three inks', { 4: content('', ['0 0 0 1 k', '0.7 0.7 0.7 0 k']) }],
  ['ink', 'error', 'four inks', { 4: content(area('1 1 1 0.5 k')) }],
  [
    'ink',
    'error',
    'black that overprints three inks',
    { 4: content(`${area('0.9 0.9 0.9 0 k')} /Over gs ${area('0 0 0 1 k')}`) },
  ],
  [
    'ink',
    'error',
    'inks that are multiplied',
    { 4: content(`${area('1 1 0 0 k')} /Multiply gs ${area('0 0 1 0.8 k')}`) },
  ],
  ['ink', 'error', 'a gradient that ends dark', { 4: content(`q 60 220 140 40 re W n /Shade sh Q`) }],
  ['ink', 'error', 'a dark picture', { 11: picture(30, '\xff\xff\xff\xff') }],
  ['ink', 'error', 'a thin line of four inks', { 4: content('1 1 1 1 K 0.5 w 60 230.1 m 100 230.1 l S') }],
  ['ink-unknown', 'warning', 'a photograph', { 11: picture(30).replace('/Filter /FlateDecode', '/Filter /DCTDecode') }],
  ['ink-unknown', 'warning', 'colours that lighten one another', { 4: content(`/Screen gs ${area('1 0 0 0 k')}`) }],
  [
    'white-overprint',
    'error',
    'white words that overprint',
    { 4: content('0 0 0 0 k BT /F 20 Tf 40 250 Td (Call 999) Tj ET') },
  ],
  ['white-overprint', 'error', 'a white area that overprints', { 4: content(`/Over gs ${area('/Spot cs 0 scn')}`) }],
  [
    'knock-out',
    'warning',
    'small black words on colour',
    { 4: content('0.5 0.3 0 0 k 40 240 100 40 re f 0 0 0 1 k /None gs BT /F 10 Tf 50 250 Td (Call 999) Tj ET') },
  ],
  [
    'transparency',
    'error',
    'what can be seen through',
    { 4: content(`/Half gs ${area('1 0 0 0 k')}`) },
    'colour: { transparency: refused }',
  ],
];

const type: readonly Fault[] = [
  ['font-not-embedded', 'error', 'a font that is not there', { 7: ['/FontFile2 12 0 R', ''] }],
  ['font-not-subset', 'warning', 'a whole font', { 5: ['ABCDEF+', ''] }],
  [
    'drawn-font',
    'error',
    'a font of drawings',
    {
      5: font('/Subtype /Type3 /Name /F /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << >>'),
    },
  ],
  ['small-text', 'warning', 'words of 4 pt', { 4: content('BT /F 4 Tf 40 250 Td (Call 999) Tj ET') }],
  ['hairline', 'warning', 'a thin line', { 4: content('0.1 w 40 210 m 200 210 l S') }],
  [
    'hairline',
    'warning',
    'a thin line within a scale',
    { 4: content('q 0.1 0 0 0.1 0 0 cm 1 w 400 2100 m 2000 2100 l S Q') },
  ],
  ['hairline', 'warning', 'a line that is an area', { 4: content('40 210 160 0.1 re f') }],
  ['resolution', 'error', 'a picture of 100 pixels to the inch', { 11: picture(10) }],
  ['resolution', 'warning', 'a picture of 180 pixels to the inch', { 11: picture(18) }],
  [
    'resolution',
    'error',
    'a picture of the content itself',
    { 4: content(`q 7.2 0 0 7.2 60 220 cm BI /W 4 /H 4 /BPC 8 /CS /G ID ${'\x80'.repeat(16)} EI Q`) },
  ],
  [
    'resolution',
    'error',
    'a bitmap of 150 pixels to the inch',
    { 11: picture(15, '\x00', '/ImageMask true').replace('/BitsPerComponent 8', '/BitsPerComponent 1') },
  ],
];

describe.each(Object.entries({ pages, file, colour, type }))('%s', (_, faults) => {
  test.for(faults)('%s, %s: %s', ([rule, severity, , damage, own]) => {
    const found = foundWith(damage, own);
    expect(found.map((each) => [each.rule, each.severity])).toEqual([[`press/${rule}`, severity]]);
    const [{ message, hints, place }] = found as [(typeof found)[number]];
    expect(message).toMatch(/^[^A-Z].*[^.]$|^`/);
    expect(hints.length).toBeGreaterThan(0);
    expect(place).toMatchObject({ kind: 'pdf', path: 'file.pdf' });
  });
});

describe('what looks like a fault and is none', () => {
  const sounds: readonly (readonly [what: string, damage: Damage, own?: string])[] = [
    [
      'a page with white edges needs no bleed',
      {
        4: content('', [ground, '']),
        3: page.replace(/\/(?:Bleed|Media)Box \[[^\]]+\]/g, `/MediaBox ${trimGrownBy(0)}`),
      },
    ],
    ['four inks that are covered', { 4: content(`${area('1 1 1 1 k')} /None gs ${area('0 0 0 0.5 k')}`) }],
    ['four inks beyond the clip', { 4: content(`q 200 20 10 10 re W n ${area('1 1 1 1 k')} Q`) }],
    ['four inks seen through by half', { 4: content(`/Half gs ${area('1 1 1 1 k')}`) }],
    ['white that knocks out', { 4: content(`/None gs ${area('0 0 0 0 k')}`) }],
    ['words in a dark colour, which is no black', { 4: content('', ['0 0 0 1 k', '0.9 0.4 0.8 0.7 k']) }],
    ['white of mode 0, which names all inks', { 4: content(`/Zero gs ${area('0 0 0 0 k')}`) }],
    [
      'crop marks outside the bleed in the colour of registration',
      {
        3: [`/MediaBox ${trimGrownBy(bleed)}`, `/MediaBox ${trimGrownBy(40)}`],
        4: content(`/All CS 1 SCN 0.25 w -30 ${bleed} m -10 ${bleed} l S`),
      },
    ],
    [
      'ink outside the bleed, in what a grid of half millimetres has beyond it',
      {
        3: page
          .replace(/\/BleedBox \[[^\]]+\]/, `/BleedBox ${trimGrownBy(bleed + 0.3)}`)
          .replace(/\/MediaBox \[[^\]]+\]/, `/MediaBox ${trimGrownBy(40)}`),
        4: content(`1 1 1 1 k ${(2 * bleed + (105 / 25.4) * 72 + 0.31).toFixed(2)} 100 10 40 re f`, [
          ground,
          '0.1 0.05 0 0 k -20 -20 400 600 re f',
        ]),
      },
    ],
    ['a link outside the bleed', { 3: ['/Page', '/Page /Annots [<< /Subtype /Link /Rect [500 40 590 90] >>]'] }],
    ['words for the printer outside the trim', { 4: content('BT /F 6 Tf 40 1 Td (slug) Tj ET') }],
    ['hidden words in a hidden font', { 4: content('3 Tr BT /F 2 Tf 40 250 Td (hidden) Tj ET 0 Tr') }],
    ['a gradient of a row of pixels', { 11: picture(1) }],
    ['a page that is turned', { 3: ['/Page', '/Page /Rotate 90'] }],
  ];
  test.for(sounds)('%s', ([, damage, own]) => {
    expect(rulesOf(foundWith(damage, own))).toEqual([]);
  });
});

test('places and amounts are told as one sees the page', () => {
  const turned = { 3: ['/Page', '/Page /Rotate 90'], 4: content('/None gs 0 0 0 0 k 0 0 8 500 re f') } as const;
  const [edge] = foundWith(turned);
  expect(edge?.message).toContain('up to the top edge does not go on into the bleed');
  const [ink] = foundWith({ 4: content(area('1 1 1 0.5 k')) });
  expect(ink?.message).toMatch(
    /^350 % of ink lies on one spot, 18\.\d mm from the left and 7\d\.?\d? mm from the top and on 20\d mm² in all; expected at most 300 %$/,
  );
});
