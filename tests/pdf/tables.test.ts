import { expect, test } from 'vitest';
import { press } from '../../src/pipeline.ts';
import { withFigures } from '../figures.ts';
import { describeWith } from '../require.ts';
import { DAY, noClock, silent } from '../sources.ts';
import { contentOf } from './content.ts';
import { type Pdf, readPdf } from './qpdf.ts';
import { all, altOf, type Element, leaves, ofType, reader, treeOf } from './tree.ts';

/** Tables and figures of guidance, as the finished files have them. */

const made = new Map<string, Promise<Pdf>>();

const pdfOf = (product: 'leaflet' | 'large-print'): Promise<Pdf> => {
  const make = async (): Promise<Pdf> => {
    const job = { product, sources: withFigures(), status: 'final', day: DAY } as const;
    return readPdf((await press(job, silent, noClock))!.bytes);
  };
  const found = made.get(product) ?? make();
  made.set(product, found);
  return found;
};

const elements = ({ kids }: Element): Element[] => kids.flatMap((kid) => (kid.kind === 'element' ? [kid] : []));

const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

/** The table as its cells are read: `Day (TH Column)`. */
const cellsOf = (table: Element, read: (element: Element) => string): string[][] =>
  ofType(table, 'TR').map((row) =>
    elements(row).map(({ type, attributes, ...cell }) => {
      const scope = attributes['/Scope'] === undefined ? '' : ` ${String(attributes['/Scope']).slice(1)}`;
      return `${plain(read({ type, attributes, ...cell }))} (${type}${scope})`;
    }),
  );

const pagesOf = (pdf: Pdf, element: Element): number[] => [
  ...new Set(leaves(element).map(({ page }) => pdf.pages.indexOf(page))),
];

describeWith('qpdf', 'tables', () => {
  test.each(['leaflet', 'large-print'] as const)('%s: head, rows and cells, each as what it is', async (product) => {
    const pdf = await pdfOf(product);
    const tables = ofType(treeOf(pdf), 'Table');
    expect(tables.map((table) => elements(table).map(({ type }) => type))).toEqual(
      tables.map(() => ['THead', 'TBody']),
    );
    expect(tables.map((table) => table.parent!.type)).not.toContain('P');
    const read = reader(pdf);
    const [times, forces, costs, places] = tables.map((table) => cellsOf(table, read));
    expect(tables).toHaveLength(4);
    expect(times).toHaveLength(9);
    expect(times![0]).toEqual(['When (TH Column)', 'Whom to ask (TH Column)', 'What to say (TH Column)']);
    expect(times![2]).toEqual([
      'Before the campaign (TD)',
      'Electoral services (TD)',
      'Whether your address has to be printed on the ballot paper (TD)',
    ]);
    expect(forces).toEqual([
      ['Force (TH Column)', 'Website (TH Column)'],
      ['Anyshire Police (TD)', 'none (TD)'],
    ]);
    expect(costs).toEqual([
      [' (TD)', 'Before (TH Column)', 'After (TH Column)'],
      ['A viewer (TH Row)', '£11 (TD)', '£111 (TD)'],
      ['A chain and its screws (TH Row)', '£9.50 (TD)', '£10 (TD)'],
      ['A lamp with a sensor (TH Row)', '£1,111.11 (TD)', ' (TD)'],
    ]);
    expect(places).toHaveLength(33);
    expect(places!.at(-1)).toEqual(['Village green (TD)', 'Neighbours (TD)', ' (TD)']);
  });

  test.each(['leaflet', 'large-print'] as const)(
    '%s: a table of several pages is one, its head read once',
    async (product) => {
      const pdf = await pdfOf(product);
      const table = ofType(treeOf(pdf), 'Table').at(-1)!;
      const pages = pagesOf(pdf, table);
      expect(pages.length).toBeGreaterThan(1);
      const [head, body] = elements(table);
      expect(pagesOf(pdf, head!)).toEqual(pages.slice(0, 1));
      expect(pagesOf(pdf, body!)).toEqual(pages);
      for (const row of ofType(body!, 'TR')) expect(pagesOf(pdf, row)).toHaveLength(1);
      // At least two rows on each page.
      const rowsOn = pages.map((page) => ofType(body!, 'TR').filter((row) => pagesOf(pdf, row)[0] === page).length);
      expect(Math.min(...rowsOn)).toBeGreaterThan(1);
      for (const page of pages.slice(1)) {
        const repeated = contentOf(pdf, pdf.pages[page]!).painted.filter(({ marks }) =>
          marks.some(
            ({ tag, properties: { Type, Subtype } }) => tag === 'Artifact' && Type === '/Pagination' && !Subtype,
          ),
        );
        expect(repeated.length).toBeGreaterThanOrEqual(3);
      }
    },
  );

  test('links in cells are links', async () => {
    const pdf = await pdfOf('leaflet');
    const [table] = ofType(treeOf(pdf), 'Table');
    const [link, ...more] = ofType(table!, 'Link');
    expect(more).toEqual([]);
    expect(link!.parent!.type).toBe('TD');
    expect(link!.kids.map(({ kind }) => kind)).toContain('object');
  });
});

describeWith('qpdf', 'figures', () => {
  test.each(['leaflet', 'large-print'] as const)('%s: say what they show, where they stand', async (product) => {
    const pdf = await pdfOf(product);
    const figures = ofType(treeOf(pdf), 'Figure').filter((figure) => !/QR|Anyshire/.test(altOf(figure)!));
    expect(figures.map((figure) => altOf(figure))).toEqual([
      'A front door with a viewer in its upper half and a closed chain beside the lock; a lamp stands to the right of it.',
      'A leaflet as it lies on a table, as it came from our office.',
      'A leaflet as it lies on a table: a dark band at its head, two lines of writing below it.',
    ]);
    for (const figure of figures) {
      const [content] = leaves(figure);
      const box = pdf.array(figure.attributes['/BBox']) as number[];
      const [left = 0, bottom = 0, right = 0, top = 0] = box;
      const [, , width, height] = pdf.array(pdf.dict(content!.page)['/MediaBox']) as number[];
      expect([left > 0, bottom > 0, right < width!, top < height!]).toEqual([true, true, true, true]);
      expect(top - bottom).toBeLessThanOrEqual(height! / 3 + 0.001);
      expect(figure.attributes['/Placement']).toBe('/Block');
      // Nothing of it is painted beyond its box: the ground of the house would be.
      const clips = [...pdf.content(content!.page).matchAll(/BDC\s+q ([-\d. ]+) re W n/g)].map(([, clip = '']) => {
        const [x = 0, y = 0, across = 0, up = 0] = clip.split(' ').map(Number);
        return [x, y, x + across, y + up].map((number) => number.toFixed(2));
      });
      expect(clips).toContainEqual(box.map((number) => number.toFixed(2)));
    }
  });

  test('have their caption beside them, as a caption', async () => {
    const pdf = await pdfOf('leaflet');
    const read = reader(pdf);
    const captions = ofType(treeOf(pdf), 'Caption');
    expect(captions.map((caption) => plain(read(caption)))).toEqual([
      'A viewer, a chain and a lamp: three things that cost little.',
      'How ours looks',
    ]);
    for (const caption of captions) {
      expect(elements(caption.parent!).map(({ type }) => type)).toEqual(['Figure', 'Caption']);
    }
    expect(all(treeOf(pdf)).filter(({ type }) => type === 'Div')).toHaveLength(2);
  });
});
