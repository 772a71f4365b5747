import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProductName } from '../../../src/catalogue.ts';
import { press } from '../../../src/pipeline.ts';
import { readPdf } from '../../../src/pdf/read/file.ts';
import { annotationsOf, pagesOf } from '../../../src/pdf/read/pages.ts';
import { linesOf, textOf, type TextPiece } from '../../../src/pdf/read/text.ts';
import { temporaryFolder } from '../../output/folder.ts';
import { describeWith } from '../../require.ts';
import { DAY, example, noClock, silent } from '../../sources.ts';
import { classic, linesIn, type Objects, simple, stream } from './made.ts';

const piecesOf = (content: string, more?: Objects): TextPiece[] =>
  pagesOf(readPdf(classic(simple(content, more)))).flatMap(textOf);

const near = (piece: TextPiece | undefined): unknown =>
  piece && [piece.text, ...[piece.x, piece.y, piece.size].map((value) => Math.round(value * 100) / 100)];

describe('text', () => {
  test('stands where its matrices put it', () => {
    const [first, second, third] = piecesOf(
      'q 2 0 0 2 10 20 cm BT /F 10 Tf 5 6 Td (a) Tj 1 0 0 1 7 8 Tm 3 Ts (b) Tj ET Q BT /F 4 Tf (c) Tj ET',
    );
    expect(near(first)).toEqual(['a', 20, 32, 20]);
    expect(near(second)).toEqual(['b', 24, 42, 20]);
    expect(near(third)).toEqual(['c', 0, 0, 4]);
  });

  test('goes on by widths, spaces, scale and adjustments', () => {
    const font = {
      5: '<< /Type /Font /Subtype /TrueType /FirstChar 97 /Widths [500 1000] /Encoding /WinAnsiEncoding >>',
    };
    const pieces = piecesOf('BT /F 10 Tf 1 Tc 50 Tz (ab) Tj [(a) -1000 (b)] TJ (c) Tj ET', font);
    expect(pieces.map(({ x }) => Math.round(x * 100) / 100)).toEqual([0, 8.5, 22]);
    expect(pieces.map(({ text }) => text)).toEqual(['ab', 'a b', 'c']);
  });

  test('of every operator that shows', () => {
    const content = `BT /F 10 Tf 12 TL 0 100 Td (one) Tj T* [(t) (wo)] TJ (three) ' 1 2 (four) " 0 -20 TD (five) Tj T* (six) Tj ET`;
    expect(piecesOf(content).map(({ text, y }) => [text, y])).toEqual([
      ['one', 100],
      ['two', 88],
      ['three', 76],
      ['four', 64],
      ['five', 44],
      ['six', 24],
    ]);
  });

  test('keeps its marks, its font and its colour', () => {
    const content = `/P << /MCID 3 /ActualText (said) >> BDC /Span BMC 1 0 0 rg BT /F 10 Tf (a) Tj ET EMC /M /Props BDC EMC EMC
      /Artifact BMC BT /F 9 Tf (b) Tj ET EMC`;
    const [a, b] = piecesOf(content);
    expect(a).toMatchObject({ mcid: 3, fontName: 'Helvetica', fill: { operator: 'rg', operands: [1, 0, 0] } });
    expect(a?.marks).toMatchObject([{ tag: 'P', mcid: 3, actualText: 'said' }, { tag: 'Span' }]);
    expect(b).toMatchObject({ mcid: undefined, marks: [{ tag: 'Artifact' }] });
  });

  test('of forms, in their own matrix, and never of a form in itself', () => {
    const form = stream(
      'BT /F 10 Tf 1 1 Td (inner) Tj ET /X Do',
      '/Type /XObject /Subtype /Form /Matrix [1 0 0 1 50 60] /Resources << /Font << /F 5 0 R >> /XObject << /X 7 0 R >> >>',
    );
    const page =
      '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /X 7 0 R >> >> >>';
    const pieces = piecesOf('q 2 0 0 2 0 0 cm /X Do Q BT /F 8 Tf (outer) Tj ET', { 3: page, 7: form });
    expect(pieces.map(near)).toEqual([
      ['inner', 102, 122, 20],
      ['outer', 0, 0, 8],
    ]);
  });

  test('forms that paint each other many times over end', () => {
    const forms = Object.fromEntries(
      Array.from({ length: 14 }, (_, i) => [
        10 + i,
        stream(
          i === 13 ? 'BT (x) Tj ET' : '/X Do '.repeat(20),
          `/Subtype /Form /Resources << /XObject << /X ${11 + i} 0 R >> >>`,
        ),
      ]),
    );
    const page = '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /X 10 0 R >> >> >>';
    const file = readPdf(classic(simple('/X Do', { 3: page, ...forms })));
    expect(pagesOf(file).flatMap(textOf).length).toBeLessThan(1_000_000);
    expect(file.faults).toMatchObject([{ kind: 'content', message: /takes too long/ }]);
  });

  test('after an inline image, whatever its data', () => {
    const data = 'ab EI\x01\xff EIEI \x00';
    expect(linesIn(classic(simple(`BI /W 1 /H 1 ID ${data}\nEI BT /F 12 Tf (after) Tj ET`)))).toEqual(['after']);
    expect(linesIn(classic(simple(`BI /W 1 /L ${data.length} ID ${data} EI BT /F 12 Tf (after) Tj ET`)))).toEqual([
      'after',
    ]);
  });

  test('is cut off where marks or arrays are nested too deep', () => {
    const file = readPdf(classic(simple(`BT /F 1 Tf (a) Tj ET ${'/P BMC '.repeat(600)} BT (b) Tj ET`)));
    expect(pagesOf(file).flatMap(textOf)).toMatchObject([{ text: 'a' }]);
    expect(file.faults).toMatchObject([{ kind: 'content' }]);
  });
});

describe('lines', () => {
  test('join what stands side by side, and part what stands in columns', () => {
    const content = `BT /F 10 Tf 0 50 Td (Ring) Tj 30 0 Td (999) Tj 20 3 Td (now) Tj ET
      BT /F 10 Tf 200 50 Td (column) Tj ET BT /F 10 Tf 0 30 Td (below) Tj ET`;
    expect(linesIn(classic(simple(content)))).toEqual(['Ring 999 now', 'column', 'below']);
  });

  test('turned text is a line too', () => {
    const content = 'BT /F 10 Tf 0 1 -1 0 50 50 Tm (up) Tj (wards) Tj 1 0 0 1 52 70 Tm (level) Tj ET';
    expect(linesIn(classic(simple(content)))).toEqual(['upwards', 'level']);
  });
});

const cmap = (text: string): string => stream(`/CIDInit /ProcSet findresource begin begincmap ${text} endcmap`);

const simpleFont = (encoding: string): Objects => ({
  5: `<< /Type /Font /Subtype /Type1 /BaseFont /X /Encoding ${encoding} >>`,
});

describe('fonts', () => {
  const wide = (toUnicode: string, more = ''): Objects => ({
    5: `<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R ${more} >>`,
    6: '<< /Type /Font /Subtype /CIDFontType2 /DW 700 /W [1 [250 300] 5 7 400] >>',
    7: cmap(toUnicode),
  });

  test('ToUnicode: characters, ranges, ranges with arrays, ligatures', () => {
    const map = `1 begincodespacerange <0000> <ffff> endcodespacerange
      1 beginbfchar <0001> <00660069> endbfchar
      2 beginbfrange <0002> <0004> <0041> <0005> <0006> [<0175> <D83DDE00>] endbfrange
      1 beginbfrange <1000> <2000> <4E00> endbfrange`;
    const [piece] = piecesOf('BT /F 10 Tf <000100020004000500061001> Tj ET', wide(map));
    expect(piece?.text).toBe('fiACŵ😀\u4e01');
    expect(piece?.end[0]).toBeCloseTo(2.5 + 3 + 7 + 4 + 4 + 7, 5);
  });

  test('codes of mixed length by the codespace of their CMap', () => {
    const encoding = cmap(
      '2 begincodespacerange <00> <7f> <8000> <ffff> endcodespacerange 1 begincidrange <00> <7f> 1 endcidrange',
    );
    const map = '1 beginbfrange <00> <7f> <0000> endbfrange 1 beginbfchar <8001> <20AC> endbfchar';
    const fonts = wide(map);
    const [piece] = piecesOf('BT /F 10 Tf <418001> Tj ET', {
      ...fonts,
      5: fonts[5]!.replace('/Identity-H', '8 0 R'),
      8: encoding,
    });
    expect(piece?.text).toBe('A€');
  });

  test('simple fonts: differences over a base encoding', () => {
    const shown = (encoding: string, codes: string): string =>
      piecesOf(`BT /F 9 Tf <${codes}> Tj ET`, simpleFont(encoding))[0]!.text;
    expect(shown('/WinAnsiEncoding', '80e99227')).toBe("€é’'");
    expect(shown('/MacRomanEncoding', '8ed5')).toBe('é’');
    expect(shown('/StandardEncoding', '2760b1e9')).toBe('’‘–Ø');
    expect(shown('<< /Differences [65 /wcircumflex /uni0177 /f_i 1 /u1F600 /A.alt] >>', '4142430102')).toBe('ŵŷfi😀A');
  });

  test('a range of four milliard codes costs nothing', () => {
    const map =
      '1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <00000000> <ffffffff> <0041> endbfrange';
    expect(piecesOf('BT /F 10 Tf <0001> Tj ET', wide(map))).toEqual([]);
  });
});

describe('annotations', () => {
  test('have an area and an address', () => {
    const page = `<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Annots [<< /Subtype /Link /Rect [30 40 10 20] /A << /S /URI /URI (tel:999) >> >> null 9 0 R] >>`;
    const [only, ...more] = pagesOf(readPdf(classic(simple('', { 3: page })))).flatMap(annotationsOf);
    expect(only).toMatchObject({ subtype: 'Link', areas: [[10, 20, 30, 40]], uri: 'tel:999' });
    expect(more).toEqual([]);
  });
});

const PRODUCTS: readonly ProductName[] = ['leaflet', 'wallet-card', 'wallet-card.sheet'];

const bytesOf = async (product: ProductName): Promise<Uint8Array> => {
  const pressed = await press({ product, sources: example(), status: 'final', day: DAY }, silent, noClock);
  return pressed!.bytes;
};

const words = (text: string): string[] =>
  text
    .split(/\s+/)
    .filter((word) => word !== '')
    .toSorted();

describeWith('poppler', 'our own files', () => {
  test.each(PRODUCTS)('the %s has the words that pdftotext reads', async (product) => {
    const bytes = await bytesOf(product);
    const path = join(temporaryFolder(), 'file.pdf');
    writeFileSync(path, bytes);
    const theirs = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' });
    const file = readPdf(bytes);
    const ours = pagesOf(file).flatMap((page) => linesOf(page).map(({ text }) => text));
    expect(words(ours.join('\n'))).toEqual(words(theirs));
    expect(file.faults).toEqual([]);
  });
});
