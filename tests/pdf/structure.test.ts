import { expect, test } from 'vitest';
import { describeWith } from '../require.ts';
import { contentOf, type Mark, mcidOf } from './content.ts';
import { councilNames, pdfOf, productNames } from './products.ts';
import { isReference, type Json, type Pdf, textOf } from './qpdf.ts';
import { all, altOf, type Element, leaves, ofType, reader, treeOf } from './tree.ts';

/** What veraPDF lets pass. The finished bytes are read, by a program that is not ours. */

const everyFile = productNames.flatMap((product) => councilNames.map((council) => [product, council] as const));

/** The parent tree as a map from its keys (ISO 32000-1, 14.7.4.4). */
const parentTreeOf = (pdf: Pdf): Map<number, Json> => {
  const numbers = pdf.array(pdf.dict(pdf.dict(pdf.catalog['/StructTreeRoot'])['/ParentTree'])['/Nums']);
  return new Map(numbers.flatMap((key, i) => (i % 2 === 0 ? [[Number(key), numbers[i + 1]!] as const] : [])));
};

const annotationsOf = (pdf: Pdf, page: string): string[] => pdf.array(pdf.dict(page)['/Annots']) as string[];

const boxOf = (pdf: Pdf, page: string): readonly number[] => pdf.array(pdf.dict(page)['/MediaBox']) as number[];

const isInside = ([left = 0, bottom = 0, right = 0, top = 0]: readonly number[], page: readonly number[]): boolean =>
  left < right && bottom < top && left >= 0 && bottom >= 0 && right <= page[2]! && top <= page[3]!;

/** Content has its number, an artifact says of which kind it is (ISO 32000-1, 14.8.2.2). */
const isComplete = ({ tag, properties: { MCID, Type, Subtype } }: Mark): boolean => {
  if (tag !== 'Artifact') return /^\d+$/.test(MCID ?? '');
  return Type === '/Pagination'
    ? /^\/(Header|Footer)$/.test(Subtype ?? '')
    : /^\/(Layout|Page|Background)$/.test(Type ?? '');
};

describeWith('qpdf', 'the structure of every product', () => {
  test.each(everyFile)('%s, %s: every mark is content of an element, or an artifact of a kind', async (...file) => {
    const pdf = await pdfOf(...file);
    for (const page of pdf.pages) {
      const { painted, marks } = contentOf(pdf, page);
      // The last page but one of a booklet is blank.
      const isBlank = file[0] === 'booklet' && painted.length === 0;
      expect(isBlank || painted.length > 5).toBe(true);
      expect(marks.filter((mark) => !isComplete(mark))).toEqual([]);
      for (const piece of painted) {
        // One or the other: nothing is read inside an artifact, and no artifact stands inside of what is read.
        expect(piece.marks.map(({ tag }) => (tag === 'Artifact' ? 'artifact' : 'content'))).toHaveLength(1);
      }
      const mcids = marks.flatMap(({ properties: { MCID } }) => (MCID === undefined ? [] : [Number(MCID)]));
      expect(mcids).toEqual(mcids.map((_, i) => i));
    }
  });

  test.each(everyFile)('%s, %s: the tree holds every content of the pages once, under its type', async (...file) => {
    const pdf = await pdfOf(...file);
    const onPages = pdf.pages.flatMap((page) =>
      contentOf(pdf, page).marks.flatMap(({ tag, properties: { MCID } }) =>
        MCID === undefined ? [] : [`${page} ${MCID} ${tag}`],
      ),
    );
    const inTree = all(treeOf(pdf)).flatMap(({ type, kids }) =>
      kids.flatMap((kid) => (kid.kind === 'content' ? [`${kid.page} ${kid.mcid} ${type}`] : [])),
    );
    expect(inTree.toSorted()).toEqual(onPages.toSorted());
  });

  test.each(everyFile)('%s, %s: the parent tree leads back to the elements', async (...file) => {
    const pdf = await pdfOf(...file);
    const parents = parentTreeOf(pdf);
    const keys = pdf.pages.map((page) => pdf.dict(page)['/StructParents']);
    expect(keys).toEqual(pdf.pages.map((_, i) => i));
    let annotations = 0;
    for (const element of all(treeOf(pdf))) {
      expect(element.dict['/P']).toBe(element.parent?.reference ?? pdf.catalog['/StructTreeRoot']);
      for (const kid of element.kids) {
        if (kid.kind === 'element') continue;
        const key = kid.kind === 'content' ? keys[pdf.pages.indexOf(kid.page)] : pdf.dict(kid.object)['/StructParent'];
        const found = parents.get(key as number);
        expect(kid.kind === 'content' ? pdf.array(found)[kid.mcid] : found).toBe(element.reference);
        if (kid.kind === 'object') annotations += 1;
      }
    }
    expect([...parents.keys()]).toEqual(Array.from({ length: pdf.pages.length + annotations }, (_, i) => i));
    expect(pdf.dict(pdf.catalog['/StructTreeRoot'])['/ParentTreeNextKey']).toBe(parents.size);
  });

  test.each(everyFile)('%s, %s: links say where they are, and are read once', async (...file) => {
    const pdf = await pdfOf(...file);
    const root = treeOf(pdf);
    const read = reader(pdf);
    const seen: string[] = [];
    for (const link of ofType(root, 'Link')) {
      const objects = link.kids.flatMap((kid) => (kid.kind === 'object' ? [kid] : []));
      const pages = new Set(link.kids.flatMap((kid) => (kid.kind === 'content' ? [kid.page] : [])));
      // One annotation for each page on which it has words.
      expect(objects.map(({ page }) => page)).toEqual([...pages]);
      for (const { page, object } of objects) {
        const annotation = pdf.dict(object);
        expect(annotation['/P']).toBe(page);
        expect(annotationsOf(pdf, page)).toContain(object);
        expect([annotation['/Subtype'], annotation['/F']]).toEqual(['/Link', 4]);
        const words = read(link).replace(/\s+/g, ' ').trim();
        expect(words).not.toBe('');
        expect(textOf(annotation['/Contents'])).toBe(words);
        const rect = pdf.array(annotation['/Rect']) as number[];
        expect(isInside(rect, boxOf(pdf, page))).toBe(true);
        const quads = pdf.array(annotation['/QuadPoints']) as number[];
        expect(quads.length % 8).toBe(0);
        for (let at = 0; at < quads.length; at += 2) {
          expect(quads[at]! >= rect[0]! && quads[at]! <= rect[2]!).toBe(true);
          expect(quads[at + 1]! >= rect[1]! && quads[at + 1]! <= rect[3]!).toBe(true);
        }
        seen.push(object);
      }
    }
    const onPages = pdf.pages.flatMap((page) => annotationsOf(pdf, page));
    expect(seen.toSorted()).toEqual(onPages.toSorted());
    // A proof sheet is for paper: nothing on it leads anywhere.
    expect(onPages.length).toBeGreaterThan({ 'proof-sheet': -1, 'brand-page': 2, poster: 2 }[file[0] as string] ?? 3);
  });

  test.each(everyFile)('%s, %s: lists are lists, and their labels have words', async (...file) => {
    const pdf = await pdfOf(...file);
    const root = treeOf(pdf);
    const read = reader(pdf);
    for (const list of ofType(root, 'L')) {
      expect(list.attributes['/O']).toBe('/List');
      expect(list.attributes['/ListNumbering']).toMatch(/^\/(Decimal|Disc)$/);
      expect(typesOf(list)).toEqual(typesOf(list).map(() => 'LI'));
      // A list inside a list is inside its item.
      expect(list.parent!.type).toMatch(/^(LBody|Sect|Document)$/);
      const labels = list.kids.map((item) => {
        expect(typesOf(item as Element)).toEqual(['Lbl', 'LBody']);
        return read((item as Element).kids[0] as Element).trim();
      });
      const marker = list.attributes['/ListNumbering'] === '/Decimal' ? /^\d+\.?$/ : /^•$/;
      expect(labels.filter((label) => !marker.test(label))).toEqual([]);
      // Numbers count up.
      const numbers = labels.map((label) => Number.parseInt(label, 10));
      expect(numbers).toEqual(numbers.map((_, i) => numbers[0]! + i));
    }
  });

  test.each(everyFile)('%s, %s: headings begin with the title and skip no level', async (...file) => {
    const levels = ofType(treeOf(await pdfOf(...file)), /^H\d$/).map(({ type }) => Number(type.slice(1)));
    levels.forEach((level, i) => expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1));
    expect(levels.filter((level) => level === 1)).toHaveLength(levels.length > 0 ? 1 : 0);
  });

  test.each(everyFile)('%s, %s: figures have words for them and a place on their page', async (...file) => {
    const pdf = await pdfOf(...file);
    const figures = ofType(treeOf(pdf), 'Figure');
    // Logo and QR code, in a booklet on its back cover and, where contacts leave room, on page 2; on a proof sheet, a box for each value; on a brand page, three logos and the card's two faces.
    const inBooklet = file[1] === 'a long email' ? 2 : 3;
    const many = { 'proof-sheet': figures.length, 'brand-page': 5, booklet: inBooklet }[file[0] as string] ?? 2;
    expect([figures.length > 0, figures.length]).toEqual([true, many]);
    for (const figure of figures) {
      expect(altOf(figure)).toMatch(/\p{L}+ \p{L}+/u);
      expect(altOf(figure)).not.toMatch(/\.(svg|png|jpe?g)$/i);
      expect(figure.attributes['/O']).toBe('/Layout');
      const [content] = leaves(figure);
      expect(isInside(pdf.array(figure.attributes['/BBox']) as number[], boxOf(pdf, content!.page))).toBe(true);
    }
  });

  test.each(everyFile)('%s, %s: no element is empty, and each has a parent that may hold it', async (...file) => {
    const pdf = await pdfOf(...file);
    const read = reader(pdf);
    for (const element of all(treeOf(pdf))) {
      const { type, parent } = element;
      expect([type, element.kids.length > 0]).toEqual([type, true]);
      expect([type, type === 'Figure' ? altOf(element) : read(element).trim()]).not.toEqual([type, '']);
      expect([parent?.type ?? '', type]).toSatisfy(([above, below]) => mayHold(above, below));
    }
  });

  test.each(everyFile)('%s, %s: each page is gone through by its structure', async (...file) => {
    const pdf = await pdfOf(...file);
    for (const page of pdf.pages) expect(pdf.dict(page)['/Tabs']).toBe('/S');
    expect(pdf.dict(pdf.catalog['/MarkInfo'])).toEqual({ '/Marked': true });
  });
});

const typesOf = (element: Element): string[] =>
  element.kids.map((kid) => (kid.kind === 'element' ? kid.type : kid.kind));

/** What our tree may hold in what (ISO 32000-1, 14.8.4). */
const mayHold = (above: string, below: string): boolean => {
  const block = /^(P|H[1-6]|L|Figure|Sect)$/;
  if (above === '') return below === 'Document';
  if (above === 'Document' || above === 'Sect') return block.test(below);
  if (above === 'L') return below === 'LI';
  if (above === 'LI') return below === 'Lbl' || below === 'LBody';
  if (above === 'LBody') return /^(P|L)$/.test(below);
  return below === 'Link' || (above === 'H2' && below === 'Span');
};

describeWith('qpdf', 'what breaks over lines and pages', () => {
  test('a paragraph of two pages is one element with content of both', async () => {
    const pdf = await pdfOf('leaflet', 'example');
    const read = reader(pdf);
    const broken = ofType(treeOf(pdf), 'P').filter(
      (element) => new Set(leaves(element).map(({ page }) => page)).size > 1,
    );
    expect(broken.length).toBeGreaterThan(0);
    for (const element of broken) {
      const pages = [...new Set(leaves(element).map(({ page }) => pdf.pages.indexOf(page)))];
      expect(pages).toEqual([pages[0], pages[0]! + 1]);
      // Its words go on as if there were no break: with a space, and none too many.
      expect(read(element)).not.toMatch(/\s\s|\S{30}/);
      expect(read(element).trim()).toMatch(/^\p{Lu}[^]*[.:]$/u);
    }
  });

  test('a link of two lines is one element and one annotation, with a quadrilateral for each line', async () => {
    const pdf = await pdfOf('leaflet', 'example');
    const wrapped = ofType(treeOf(pdf), 'Link').flatMap((link) =>
      link.kids.flatMap((kid) => {
        const annotation = kid.kind === 'object' ? pdf.dict(kid.object) : undefined;
        return annotation?.['/QuadPoints'] === undefined ? [] : [{ link, annotation }];
      }),
    );
    expect(wrapped.length).toBeGreaterThan(2);
    for (const { link, annotation } of wrapped) {
      expect(link.kids.filter(({ kind }) => kind === 'object')).toHaveLength(1);
      const quads = pdf.array(annotation['/QuadPoints']) as number[];
      expect(quads.length).toBeGreaterThanOrEqual(16);
      // Upper left, upper right, lower left, lower right; each line below the one before.
      for (let at = 0; at < quads.length; at += 8) {
        const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0, x4 = 0, y4 = 0] = quads.slice(at, at + 8);
        expect([y1, x1, x2, y3]).toEqual([y2, x3, x4, y4]);
        expect([x2 > x1, y1 > y3, at === 0 || y1 <= quads[at - 3]! + 0.1]).toEqual([true, true, true]);
      }
    }
  });

  test('a link of one line has its rectangle only', async () => {
    const pdf = await pdfOf('wallet-card', 'example');
    const annotations = pdf.pages.flatMap((page) => annotationsOf(pdf, page)).map((annotation) => pdf.dict(annotation));
    expect(annotations.filter((annotation) => annotation['/QuadPoints'] !== undefined)).toEqual([]);
  });

  test('a list inside a list stands inside the body of its item', async () => {
    const lists = ofType(treeOf(await pdfOf('leaflet', 'example')), 'L');
    const inner = lists.filter(({ parent }) => parent!.type === 'LBody');
    expect([lists.length > 4, inner.length]).toEqual([true, 1]);
    expect(inner[0]!.parent!.kids.map((kid) => (kid as Element).type)).toEqual(['P', 'L']);
  });

  test('links inside the document lead to their heading, page and height', async () => {
    const pdf = await pdfOf('leaflet', 'example');
    const inside = pdf.pages
      .flatMap((page) => annotationsOf(pdf, page))
      .map((annotation) => pdf.dict(annotation))
      .filter((annotation) => annotation['/Dest'] !== undefined);
    expect(inside).toHaveLength(1);
    for (const annotation of inside) {
      const [page, ...view] = pdf.array(annotation['/Dest']);
      expect(isReference(page) && pdf.pages.indexOf(page)).toBe(1);
      expect(view).toEqual(['/XYZ', 164, expect.any(Number), null]);
      expect(annotation['/A']).toBeUndefined();
    }
  });
});

const paragraphsOf = (pdf: Pdf): string[] => {
  const read = reader(pdf);
  return ofType(treeOf(pdf), 'P').map((element) => read(element).trim());
};

/** How many pieces of text a page shows that are read, or that are not. */
const shown = (pdf: Pdf, page: number, kind: 'read' | 'artifact'): number =>
  contentOf(pdf, pdf.pages[page]!).painted.filter(
    (piece) => piece.codes && (mcidOf(piece) === undefined ? 'artifact' : 'read') === kind,
  ).length;

describeWith('qpdf', 'a sheet of cards', () => {
  test('is read once, the other nine are artifacts', async () => {
    const [card, sheet] = await Promise.all([pdfOf('wallet-card', 'example'), pdfOf('wallet-card.sheet', 'example')]);
    const slug = /^Anyshire District Council, (fronts|backs)|^Print at 100%/;
    expect(paragraphsOf(sheet).filter((text) => !slug.test(text))).toEqual(paragraphsOf(card));
    for (const page of [0, 1]) {
      expect(shown(sheet, page, 'artifact')).toBe(0);
      const pictures = contentOf(sheet, sheet.pages[page]!).painted.filter(({ operator }) => operator === 'Do');
      expect(pictures.filter((piece) => mcidOf(piece) !== undefined)).toEqual([]);
      // Nine cards, and the marks.
      expect(pictures.map(({ marks }) => marks.map(({ tag }) => tag))).toEqual(
        Array.from({ length: 10 }, () => ['Artifact']),
      );
    }
  });
});
