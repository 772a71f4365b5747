import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { openShelf } from '../../src/commands/sources.ts';
import { readPdf } from '../../src/pdf/read/file.ts';
import { pagesOf } from '../../src/pdf/read/pages.ts';
import { press } from '../../src/pipeline.ts';
import { checkTextContrast, lowestContrast } from '../../src/preflight/contrast.ts';
import { openProject, packageFolder } from '../../src/project.ts';
import { temporaryFolder } from '../output/folder.ts';
import { productNames } from '../pdf/products.ts';
import { classic, type Objects, simple, stream } from '../pdf/read/made.ts';
import { describeWith } from '../require.ts';
import { DAY, noClock, silent } from '../sources.ts';
import { foundBy } from './looking.ts';

const councils = ['anyshire', 'northmoor', 'llanfair-y-wyl'] as const;

const productOf = async (council: string, product: (typeof productNames)[number]): Promise<Uint8Array> => {
  const project = openProject(packageFolder(), undefined, silent)!;
  const { sources } = openShelf(project, silent).load(council, undefined, silent)!;
  return (await press({ product, sources, status: 'final', day: DAY }, silent, noClock))!.bytes;
};

describe.each(councils)('of %s', (council) => {
  test.each(productNames)('the %s can be read', async (product) => {
    const bytes = await productOf(council, product);
    expect(foundBy(checkTextContrast, bytes)).toEqual([]);
    expect(lowestContrast(pagesOf(readPdf(bytes)))).toBeGreaterThanOrEqual(4.5);
  });
});

const resources = `/Font << /F 5 0 R /B 9 0 R >> /XObject << /X 8 0 R >>
  /ExtGState << /H << /ca 0.5 >> /M << /BM /Multiply >> >>`;
const objects: Objects = {
  3: `<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << ${resources} >> >>`,
  8: stream('x', '/Subtype /Image'),
  9: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
};

/** What is found on one page of a content: rule and message. */
const foundIn = (content: string, more: Objects = {}): [rule: string, message: string][] =>
  foundBy(checkTextContrast, classic(simple(content, { ...objects, ...more }))).map(({ rule, message }) => [
    rule,
    message,
  ]);

const rulesIn = (content: string, more: Objects = {}): string[] => foundIn(content, more).map(([rule]) => rule);

const text = (words = 'Ring 999', font = '/F 12'): string => `BT ${font} Tf 50 100 Td (${words}) Tj ET`;

const faint = (words: string, text_: string, ground: string, ratio: string, least = '4.5'): [string, string] => [
  'accessible/contrast',
  `\`${words}\` stands in ${text_} on ${ground}, a contrast of ${ratio} : 1, expected ${least} : 1`,
];

const group = (content: string): Objects => ({
  8: stream(content, `/Subtype /Form /Group << /S /Transparency >> /Resources << ${resources} >>`),
});

/** Words on a shading, so far from the left. */
const shaded = (x: number): string => `/S sh 1 g BT /F 12 Tf ${x} 100 Td (999) Tj ET`;

describe('too little contrast', () => {
  test('white on the paper, and grey on white', () => {
    expect(foundIn(`1 g ${text()}`)).toEqual([faint('Ring 999', '#ffffff', '#ffffff', '1.0')]);
    expect(foundIn(`0.6 g ${text()}`)).toEqual([faint('Ring 999', '#999999', '#ffffff', '2.8')]);
    expect(foundIn(`0.4 g ${text()}`)).toEqual([]);
  });

  test('is told with its page and the nearest shade that passes', () => {
    const [found] = foundBy(checkTextContrast, classic(simple(`0.6 g ${text()}`, objects)));
    expect(found).toMatchObject({
      severity: 'error',
      place: { kind: 'pdf', path: 'file.pdf', page: 1 },
      hints: ['replace `#999999` by `#767676`, the nearest shade that passes'],
    });
  });

  test('counts against what was painted last below the words', () => {
    expect(foundIn(`0 0 0.4 rg 0 0 300 300 re f 1 g ${text()}`)).toEqual([]);
    const content = `0 0 0.4 rg 0 0 300 300 re f 1 g 0 90 300 40 re f 1 g ${text()}`;
    expect(foundIn(content)).toEqual([faint('Ring 999', '#ffffff', '#ffffff', '1.0')]);
  });

  test('is not hidden by an area that is clipped away, or stands elsewhere', () => {
    const elsewhere = `q 0 0 40 40 re W n 0 g 0 0 300 300 re f Q 0 g 200 200 50 50 re f 1 g ${text()}`;
    expect(rulesIn(elsewhere)).toEqual(['accessible/contrast']);
  });

  test('is found in a part of the words', () => {
    expect(rulesIn(`0 g 0 0 75 300 re f 1 g ${text('Ring 999 in an emergency')}`)).toEqual(['accessible/contrast']);
  });

  test('is not found where a rule crosses or underlines the words', () => {
    const rules = '0 g 40 99 200 1 re f 40 103 200 0.5 re f 0 G 70 90 m 70 120 l S';
    expect(foundIn(`${rules} 0 g ${text('Ring 999 in an emergency')}`)).toEqual([]);
  });

  test('is told once for two colours and a page', () => {
    const content = `0.6 g ${text('one')} BT /F 12 Tf 50 60 Td (two) Tj ET 0.7 g BT /F 12 Tf 50 20 Td (three) Tj ET`;
    expect(foundIn(content)).toEqual([
      faint('one two', '#999999', '#ffffff', '2.8'),
      faint('three', '#b3b3b3', '#ffffff', '2.0'),
    ]);
  });

  test('of large text is less: from 18 pt, or from 14 pt in bold', () => {
    const grey = '0.55 g';
    expect(foundIn(`${grey} ${text('a', '/F 18')} ${text('a', '/B 14')}`)).toEqual([]);
    expect(rulesIn(`${grey} ${text('a', '/F 17.5')}`)).toHaveLength(1);
    expect(rulesIn(`${grey} ${text('a', '/B 13.5')}`)).toHaveLength(1);
    expect(rulesIn(`q 0.5 0 0 0.5 0 0 cm ${grey} ${text('a', '/F 20')} Q`)).toHaveLength(1);
    expect(foundIn(`0.7 g ${text('a', '/F 18')}`)).toEqual([faint('a', '#b3b3b3', '#ffffff', '2.0', '3')]);
  });

  test('counts what shows through', () => {
    expect(foundIn(`/H gs 0 g ${text()}`)).toEqual([faint('Ring 999', '#808080', '#ffffff', '3.9')]);
    expect(foundIn(`q /H gs 0 g 0 0 300 300 re f Q 0 g ${text()}`)).toEqual([]);
    expect(foundIn(`0 g ${text()} /H gs 1 g 0 0 300 300 re f`)).toEqual([
      faint('Ring 999', '#808080', '#ffffff', '3.9'),
    ]);
  });

  test('in a group that shows through as a whole', () => {
    const within = `0 g 0 0 300 300 re f 1 g ${text()}`;
    expect(foundIn('/H gs /X Do', group(within))).toEqual([faint('Ring 999', '#ffffff', '#808080', '3.9')]);
  });

  test('on a gradient is that of each place', () => {
    const tint = '<< /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [1] /N 1 >>';
    const page = `/Shading << /S << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 300 0] /Function ${tint} >> >>`;
    const more = { 3: objects[3]!.replace('/Font', `${page} /Font`) };
    expect(foundIn(shaded(20), more)).toEqual([]);
    expect(rulesIn(shaded(200), more)).toEqual(['accessible/contrast']);
  });

  test('is asked of running heads, not of decoration and of what is not painted', () => {
    const marked = (properties: string): string => `/Artifact ${properties} 0.8 g ${text()} EMC`;
    expect(rulesIn(marked('<< /Type /Pagination /Subtype /Header >> BDC'))).toEqual(['accessible/contrast']);
    expect(rulesIn(marked('BMC'))).toEqual(['accessible/contrast']);
    expect(rulesIn(marked('<< /Type /Layout >> BDC'))).toEqual([]);
    expect(rulesIn(marked('<< /Type /Pagination /Subtype /Watermark >> BDC'))).toEqual([]);
    expect(rulesIn(`1 g BT 3 Tr /F 12 Tf 50 100 Td (scanned) Tj ET`)).toEqual([]);
    expect(rulesIn(`1 g ${text('   ')}`)).toEqual([]);
    expect(rulesIn(`1 g BT /F 12 Tf 900 100 Td (off the page) Tj ET`)).toEqual([]);
  });
});

describe('hidden text', () => {
  const hidden = [['accessible/hidden-text', '`Ring 999` is painted over by what comes later, and cannot be seen']];

  test('under a later area or picture', () => {
    expect(foundIn(`0 g ${text()} 1 g 40 90 200 40 re f`)).toEqual(hidden);
    expect(foundIn(`0 g ${text()} q 300 0 0 300 0 0 cm /X Do Q`)).toEqual(hidden);
  });

  test('is not what is struck through, framed, or partly touched', () => {
    expect(foundIn(`0 g ${text()} 1 g 40 102 200 1 re f 0 G 2 w 45 95 100 20 re S`)).toEqual([]);
    expect(foundIn(`0 g ${text('Ring 999 in an emergency')} 1 g 40 90 20 40 re f`)).toEqual([]);
  });
});

describe('contrast that cannot be measured', () => {
  const notes = ['accessible/contrast-unknown'];

  test('on a photograph, whatever the words’ colour', () => {
    const content = `q 300 0 0 300 0 0 cm /X Do Q 0 g ${text()} BT /F 12 Tf 50 50 Td (more) Tj ET`;
    const [found, ...more] = foundBy(checkTextContrast, classic(simple(content, objects)));
    expect(found).toMatchObject({ rule: notes[0], severity: 'warning', message: /`Ring 999 more`/ });
    expect(more).toEqual([]);
  });

  test('is known again on a plain area over it', () => {
    expect(foundIn(`q 300 0 0 300 0 0 cm /X Do Q 1 g 40 90 200 40 re f 0 g ${text()}`)).toEqual([]);
  });

  test('on what is blended, or with it', () => {
    expect(rulesIn(`q /M gs 0.9 g 0 0 300 300 re f Q 0 g ${text()}`)).toEqual(notes);
    expect(rulesIn(`/M gs 0 g ${text()}`)).toEqual(notes);
  });

  test('does not hide what is too faint beside it', () => {
    const content = `q 60 0 0 300 50 0 cm /X Do Q 0.8 g ${text('Ring 999 in an emergency')}`;
    expect(rulesIn(content)).toEqual(['accessible/contrast']);
  });
});

/** A picture of one black point. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

const covered = (doc: PDFKit.PDFDocument): unknown => doc.text('Ring 999', 72, 72).rect(60, 60, 300, 60).fill('white');

const photograph = (doc: PDFKit.PDFDocument): unknown =>
  doc.image(picture, 50, 50, { width: 300, height: 300 }).text('Ring 999', 72, 72);

const foundOf = async (draw: (doc: PDFKit.PDFDocument) => void): Promise<string[]> => {
  const doc = new PDFDocument({ size: 'A4' });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  draw(doc);
  await new Promise((resolve) => doc.on('end', resolve).end());
  return foundBy(checkTextContrast, Buffer.concat(parts)).map(({ rule, message }) => `${rule}: ${message}`);
};

describe('files of pdfkit', () => {
  test('are seen as they are painted', async () => {
    expect(await foundOf((doc) => doc.fillColor('#999999').text('Ring 999', 72, 72))).toEqual([
      expect.stringContaining('`Ring 999` stands in #999999 on #ffffff, a contrast of 2.8 : 1'),
    ]);
    expect(await foundOf((doc) => doc.fillColor('white').text('Ring 999', 72, 72))).toHaveLength(1);
    expect(
      await foundOf((doc) => doc.rect(50, 50, 300, 99).fill('#003366').fillColor('white').text('9', 72, 72)),
    ).toEqual([]);
    expect(await foundOf(covered)).toEqual([expect.stringContaining('accessible/hidden-text: `Ring 999`')]);
    expect(await foundOf(photograph)).toEqual([expect.stringContaining('accessible/contrast-unknown')]);
  });
});

describeWith('chromium', 'files of Chromium', () => {
  const html = `<!doctype html><html lang="en"><title>Test</title>
    <style>body { font: 12pt sans-serif; background: white } div { padding: 10px }</style>
    <h1>A black heading</h1>
    <p style="color: #999">Grey on white</p>
    <div style="background: #003366; color: white">White on navy</div>
    <div style="background: #003366; color: #336699">Blue on navy</div>
    <div style="background: linear-gradient(90deg, #000, #fff); color: #fff">White on a gradient that grows as light as the words are, and goes on to the end of the line</div>
    <div style="background: #fff; box-shadow: 0 0 9px #000; border-radius: 9px; color: rgba(0, 0, 0, 0.4)">Words that show through</div>
    <div style="background: #000; color: #fff; opacity: 0.5">All shows through</div>
    <div style="position: relative">Covered<i style="position: absolute; inset: 0; background: #fff"></i></div>
    <p><a href="#x">A link</a>, <s>struck words</s> and <mark>marked ones</mark></p>
    <div style="transform: rotate(20deg); margin: 90px; width: 200px; background: #222; color: #fff">Turned</div>
    <h2 style="color: #949494">A large grey heading</h2>`;

  test('are seen as they are painted', { timeout: 60_000 }, () => {
    const folder = temporaryFolder();
    const [from, to] = [join(folder, 'test.html'), join(folder, 'test.pdf')];
    writeFileSync(from, html);
    const options = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-pdf-header-footer',
      `--user-data-dir=${folder}/profile`,
    ];
    execFileSync('chromium', [...options, `--print-to-pdf=${to}`, pathToFileURL(from).href], { stdio: 'ignore' });
    const found = foundBy(checkTextContrast, readFileSync(to)).map(({ message }) => message);
    expect(found).toEqual([
      expect.stringMatching(/^`Grey on white.*` stands in #999999 on #ffffff, a contrast of 2\.8 : 1/),
      expect.stringMatching(/^`Blue on navy` stands in #336699 on #003366, a contrast of 2\.1 : 1/),
      expect.stringMatching(/^`White on a gradient .*` stands in #ffffff on #d\w{5}, a contrast of 1\.\d : 1/),
      expect.stringMatching(/^`All shows through` stands in #ffffff on #808080, a contrast of 3\.9 : 1/),
      expect.stringMatching(/^`Covered` is painted over/),
    ]);
  });
});
