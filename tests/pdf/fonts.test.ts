import { create, type Font } from 'fontkit';
import { expect, test } from 'vitest';
import { readFaces } from '../../src/project.ts';
import { describeWith } from '../require.ts';
import { contentOf, fontsOf, type PdfFont } from './content.ts';
import { type CouncilName, councilNames, pdfOf, productNames } from './products.ts';
import type { Pdf } from './qpdf.ts';

const everyFile = productNames.flatMap((product) => councilNames.map((council) => [product, council] as const));

/** The faces as they are installed. */
const faces = new Map<string, Font>(
  Object.values(readFaces()).map((bytes) => {
    const face = create(Buffer.from(bytes)) as Font;
    return [face.postscriptName, face];
  }),
);

/** The codes that pages show, by font. */
const shownBy = (pdf: Pdf): Map<string, Set<number>> => {
  const shown = new Map<string, Set<number>>();
  for (const page of pdf.pages) {
    for (const { font, codes = [] } of contentOf(pdf, page).painted) {
      if (font === undefined) continue;
      const known = shown.get(font) ?? new Set();
      shown.set(font, known);
      for (const code of codes) known.add(code);
    }
  }
  return shown;
};

describeWith('qpdf', 'the fonts of every product', () => {
  test.each(everyFile)('%s, %s: every code that is shown has a glyph, characters and a width', async (...file) => {
    const pdf = await pdfOf(...file);
    const fonts = fontsOf(pdf);
    const shown = shownBy(pdf);
    expect([...shown.keys()].toSorted()).toEqual([...fonts.keys()].toSorted());
    for (const [key, codes] of shown) {
      const { name, characters, widths, file: bytes } = fonts.get(key)!;
      const whole = faces.get(name.slice(7))!;
      const subset = create(bytes) as Font;
      const scale = 1000 / whole.unitsPerEm;
      for (const code of codes) {
        // Not the glyph for what is missing.
        expect(code).toBeGreaterThan(0);
        const text = characters.get(code);
        expect(text).toMatch(/^[ -~£©«»°·À-ÿŴ-ŷ–—‘’“”•…]+$/);
        expect(widths[code]).toBeCloseTo(subset.getGlyph(code).advanceWidth * scale, 2);
        // What it is read as is what it looks like: by its outline in the whole face.
        expect(text).toHaveLength(1);
        const glyph = whole.glyphForCodePoint(text!.codePointAt(0)!);
        expect([text, subset.getGlyph(code).path.toSVG()]).toEqual([text, glyph.path.toSVG()]);
      }
    }
  });

  test.each(everyFile)('%s, %s: are two subsets, named as such, without a list of CIDs', async (...file) => {
    const fonts = [...fontsOf(await pdfOf(...file)).values()];
    expect(fonts.map(({ name }) => name).toSorted()).toEqual([
      'HNDBLL+AtkinsonHyperlegibleNext-Bold',
      'HNDBLL+AtkinsonHyperlegibleNext-Regular',
    ]);
    for (const { name, descriptor, file: bytes } of fonts) {
      expect(descriptor).not.toHaveProperty('/CIDSet');
      expect(descriptor['/FontName']).toBe(`/${name}`);
      expect(descriptor['/Flags']).toBe(4);
      expect([bytes.length > 5000, bytes.length < 40_000]).toEqual([true, true]);
    }
  });
});

const facesOf = async (product: (typeof productNames)[number], council: CouncilName): Promise<PdfFont[]> => [
  ...fontsOf(await pdfOf(product, council)).values(),
];

describeWith('qpdf', 'the rule of the subset', () => {
  test.each(everyFile)('%s, %s: the same bytes as for another council', async (product, council) => {
    const [one, other] = await Promise.all([facesOf(product, 'area'), facesOf(product, council)]);
    expect(other.map(({ name }) => name)).toEqual(one.map(({ name }) => name));
    other.forEach(({ file, widths, characters }, i) => {
      expect(one[i]!.file.equals(file)).toBe(true);
      expect([one[i]!.widths, one[i]!.characters]).toEqual([widths, characters]);
    });
  });

  test('every subset begins with the same letters, at the same codes', async () => {
    const files = await Promise.all([facesOf('leaflet', 'example'), facesOf('wallet-card', 'minimal')]);
    const letters = [...'Aa Zz09 ŴŵŶŷ âêîôû ÁÉÍÓÚ ’–£'];
    const codesOf = (characters: ReadonlyMap<number, string>): (number | undefined)[] =>
      letters.map((letter) => [...characters].find(([, text]) => text === letter)?.[0]);
    const [leaflet, card] = files.map((fonts) => fonts.map(({ characters }) => codesOf(characters)));
    expect(leaflet!.flat()).not.toContain(undefined);
    expect(card).toEqual(leaflet);
  });
});
