import { readFileSync } from 'node:fs';
import * as P from '@react-pdf/primitives';
import * as renderer from '@react-pdf/renderer';
import { create, type Font } from 'fontkit';
import { createElement, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  At,
  Column,
  Figure,
  Headed,
  Indent,
  Keep,
  Leaf,
  Leaves,
  Panel,
  Row,
  Space,
  Stack,
} from '../../src/typeset/elements.tsx';
import type { LaidNode, LaidPage, Words } from '../../src/typeset/laid.ts';
import { lay } from '../../src/typeset/react-pdf.ts';
import { page as styles } from '../../src/typeset/scale.ts';
import { Heading, Item, List, Paragraph } from '../../src/typeset/words.tsx';
import { example, partsOf } from '../sources.ts';
import { type TextBox, textBoxes } from './laid-text.ts';

// What we use of react-pdf and fontkit is not their public face. When a version changes, this says what has moved.

const h = createElement;
const { faces, palette } = partsOf(example());

const TOP = 20;
/** Lines of body text that go on a page of the tests. */
const ROOM = 10;
const WIDTH = 200;
const HEIGHT = ROOM * styles.body.leading;

const Faulty = (): ReactNode => {
  throw new TypeError('broken on purpose');
};

type Laid = { readonly pages: readonly LaidPage[]; readonly given: ReadonlyMap<number, Words> };

const layLeaf = async (margins: { top: number; bottom: number; side: number } | undefined, body: ReactNode) => {
  const leaf = { width: WIDTH, height: HEIGHT + 2 * TOP, palette, faces, ...(margins && { margins }) };
  const tree = h(Leaves, null, h(Leaf, leaf, body));
  const laid = await lay(tree, { faces });
  const given = new Map(laid.flatMap(({ texts }) => texts));
  const nodes = laid.flatMap((each) => each.pages);
  const pages = nodes.map(({ box, children = [] }) => ({ ...box, foot: box.height, nodes: children }));
  return { pages, given } satisfies Laid;
};

/** Text that flows over pages of ten lines. */
const flow = (...body: ReactNode[]): Promise<Laid> => layLeaf({ top: TOP, bottom: TOP, side: 0 }, body);

/** A paragraph of so many lines. */
const lines = (count: number, name = 'line'): ReactNode =>
  h(Paragraph, { key: name, runs: Array.from({ length: count }, (_, i) => `${name} ${i + 1}`).join('\n') });

const gap = (count: number): ReactNode => h(Space, { key: `gap ${count}`, height: count * styles.body.leading });

/** The lines of each page. */
const shown = ({ pages }: Laid): string[][] =>
  pages.map((_, i) =>
    textBoxes(pages)
      .filter(({ page }) => page === i + 1)
      .flatMap((box) => box.lines.map(({ text }) => text)),
  );

const boxOf = ({ pages }: Laid, text: string): TextBox =>
  textBoxes(pages).find((box) => box.lines.some((line) => line.text === text))!;

describe('versions', () => {
  type Named = Readonly<Record<string, string>>;
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Named; devDependencies: Named };
  const dependencies = { ...manifest.dependencies, ...manifest.devDependencies };

  test('are pinned exactly', () => {
    for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('are those that these tests were written for', () => {
    expect(dependencies).toMatchObject({
      '@react-pdf/layout': '5.2.0',
      '@react-pdf/primitives': '4.4.0',
      '@react-pdf/renderer': '4.9.0',
      fontkit: '2.0.4',
      react: '19.3.1',
    });
  });

  test('are those that are installed', () => {
    for (const [name, version] of Object.entries(dependencies)) {
      expect([name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version]).toEqual([
        name,
        version,
      ]);
    }
  });
});

describe('the reconciler', () => {
  // The reconciler holds on to `console.error` and tells it of what an element throws, besides handing it on.
  const { _stderr: stream } = console as unknown as { _stderr: NodeJS.WritableStream };
  beforeEach(() => void vi.spyOn(stream, 'write').mockReturnValue(true));
  afterEach(() => void vi.restoreAllMocks());

  type Reconciler = {
    createContainer(container: object): object;
    updateContainer(element: object | null, root: object, parent: null, callback: () => void): void;
  };

  test('exists, and commits at once', () => {
    const { createRenderer } = renderer as unknown as { createRenderer(options: object): Reconciler };
    const { createContainer, updateContainer } = createRenderer({});
    const container = { type: 'ROOT', document: null };
    const root = createContainer(container);
    updateContainer(h(P.Document, null, h(P.Page)), root, null, () => {});
    expect(container.document).toMatchObject({ type: P.Document, children: [{ type: P.Page }] });
    expect(() => updateContainer(null, root, null, () => {})).not.toThrow();
  });

  test('what an element throws is handed on, and the next document is whole', async () => {
    await expect(flow(h(Faulty, { key: 'faulty' }))).rejects.toThrow('broken on purpose');
    expect(shown(await flow(lines(1)))).toEqual([['line 1']]);
  });

  test('documents that are laid out at the same time do not meet', async () => {
    const all = await Promise.all([flow(lines(3, 'a')), flow(lines(12, 'b')), flow(lines(1, 'c'))]);
    expect(all.map((laid) => laid.pages.length)).toEqual([1, 2, 1]);
    expect(shown(all[2])).toEqual([['c 1']]);
  });

  test('an element that stands in no leaf says so', async () => {
    const lost = h(Leaves, null, h(P.Page, { size: [10, 10] }, lines(1)));
    await expect(lay(lost, { faces })).rejects.toThrow('outside its <Leaf>');
  });
});

describe('the layout', () => {
  test('keeps the lines that a text was given, and its properties', async () => {
    const { pages, given } = await flow(lines(3));
    const [box] = textBoxes(pages);
    expect(box).toMatchObject({ left: 0, top: TOP, width: WIDTH, height: 48, role: 'P' });
    expect(box!.lines.map(({ baseline }) => baseline.toFixed(2))).toEqual(['32.01', '48.01', '64.01']);
    expect([...given]).toEqual([[box!.serial, box!.words]]);
  });

  test('asks for no font, and says so if a text has gone round our lines', async () => {
    const bare = h(P.Text, { key: 'bare' });
    await expect(flow(bare)).rejects.toThrow(/asked for the font/);
    const worded = h(P.Text, { key: 'worded' }, 'not composed');
    await expect(flow(worded)).rejects.toThrow(/not composed/);
  });

  test('a page split keeps the properties of both parts, and the serial number joins them', async () => {
    const laid = await flow(gap(5), lines(9));
    const [first, second, ...more] = textBoxes(laid.pages);
    expect(more).toEqual([]);
    expect([first!.page, second!.page]).toEqual([1, 2]);
    expect(second).toMatchObject({ serial: first!.serial, words: first!.words, role: 'P', top: TOP });
    expect(shown(laid).flat()).toEqual(Array.from({ length: 9 }, (_, i) => `line ${i + 1}`));
    expect(second!.height).toBe(16 * second!.lines.length);
  });

  test('numbers are given in document order, a parent before its children', async () => {
    const { pages } = await flow(h(Stack, { key: 'stack' }, lines(1, 'a'), lines(1, 'b')), lines(1, 'c'));
    const serials = textBoxes(pages).map(({ serial }) => serial);
    expect(serials).toEqual(serials.toSorted((a, b) => a - b));
    expect(new Set(serials).size).toBe(3);
  });

  test('a paragraph leaves two lines at the foot, and takes two over, or goes whole', async () => {
    const split = async (before: number, count: number): Promise<number[]> =>
      shown(await flow(gap(before), lines(count))).map((page) => page.length);
    expect(await split(ROOM - 3, 3)).toEqual([3]);
    expect(await split(ROOM - 2, 3)).toEqual([0, 3]);
    expect(await split(ROOM - 2, 4)).toEqual([2, 2]);
    expect(await split(ROOM - 3, 4)).toEqual([2, 2]);
    expect(await split(ROOM - 1, 6)).toEqual([0, 6]);
    for (let before = 0; before < ROOM; before += 1) {
      for (const count of [2, 3, 5, 7, 12]) {
        // oxlint-disable-next-line no-await-in-loop
        const pages = (await split(before, count)).filter((found) => found > 0);
        expect(pages.reduce((sum, found) => sum + found)).toBe(count);
        expect(Math.min(...pages)).toBeGreaterThanOrEqual(2);
      }
    }
  });

  test('the gap of a stack closes at the head of a page', async () => {
    const items = ['a', 'b', 'c', 'd'].map((name) => lines(4, name));
    const laid = await flow(h(Stack, { key: 'stack', gap: 24 }, ...items));
    expect(shown(laid)).toEqual([
      ['a 1', 'a 2', 'a 3', 'a 4', 'b 1', 'b 2', 'b 3', 'b 4'],
      ['c 1', 'c 2', 'c 3', 'c 4', 'd 1', 'd 2', 'd 3', 'd 4'],
    ]);
    expect(boxOf(laid, 'c 1').top).toBe(TOP);
    expect(boxOf(laid, 'd 1').top).toBe(TOP + 4 * 16 + 24);
  });

  const item = (count: number, name: string): ReactNode =>
    h(Item, { key: name, marker: '•', markerStyle: styles.body, hang: 16 }, lines(count, name));

  test('an item that goes to the next page takes its marker along', async () => {
    const list = h(List, { key: 'list', gap: 4, ordered: false }, item(8, 'a'), item(3, 'b'));
    const laid = await flow(list);
    expect(shown(laid).map((page) => page.filter((line) => line === '•').length)).toEqual([1, 1]);
    const [markerA, , markerB] = textBoxes(laid.pages);
    expect([markerA!.page, markerA!.top, markerB!.page, markerB!.top]).toEqual([1, TOP, 2, TOP]);
    expect(boxOf(laid, 'b 1').left).toBe(16);
  });

  test('an item that is split keeps its marker with its first line, and what goes over stays under the text', async () => {
    const laid = await flow(gap(6), h(List, { key: 'list', gap: 4, ordered: false }, item(7, 'a')));
    expect(shown(laid)).toEqual([
      ['•', 'a 1', 'a 2', 'a 3', 'a 4'],
      ['a 5', 'a 6', 'a 7'],
    ]);
    const [, , over] = textBoxes(laid.pages);
    expect([over!.left, over!.top, over!.width]).toEqual([16, TOP, WIDTH - 16]);
  });

  test.for([
    ['on the page', (headed: ReactNode) => headed],
    ['in a stack', (headed: ReactNode) => h(Stack, { key: 'stack', gap: 24 }, headed)],
    [
      'indented, in a stack in a stack',
      (headed: ReactNode) => h(Stack, { key: 'stack' }, h(Indent, { left: 10 }, h(Stack, { gap: 24 }, headed))),
    ],
  ] as const)('a heading keeps two lines with it, whatever room is left: %s', async ([, wrap]) => {
    const heading = h(Heading, { level: 3, runs: 'heading', style: styles.h3 });
    const body = h(Stack, { gap: 8 }, lines(6, 'a'), lines(3, 'b'));
    const headed = h(Headed, { key: 'headed', heading, gap: 16, children: h(Indent, { left: 20 }, body) });
    for (let room = 0; room <= HEIGHT; room += 5) {
      const before = h(Space, { key: 'before', height: HEIGHT - room });
      // oxlint-disable-next-line no-await-in-loop
      const pages = shown(await flow(before, wrap(headed)));
      const first = pages.findIndex((page) => page.includes('heading'));
      expect([room, pages[first]!.slice(0, 3)]).toEqual([room, ['heading', 'a 1', 'a 2']]);
      // It goes over only if heading, gap and two lines do not fit.
      expect([room, first]).toEqual([room, room < 20 + 16 + 32 ? 1 : 0]);
    }
  });

  test('what is kept together goes over as a whole, and so does a panel', async () => {
    const kept = await flow(gap(7), h(Keep, { key: 'keep' }, lines(2, 'a'), lines(2, 'b')));
    expect(shown(kept)).toEqual([[], ['a 1', 'a 2', 'b 1', 'b 2']]);
    const panel = await flow(gap(7), h(Panel, { key: 'panel', colour: 'tint' }, lines(4)));
    expect(shown(panel)).toEqual([[], ['line 1', 'line 2', 'line 3', 'line 4']]);
  });

  test('columns stand side by side, and what is placed over them takes no height', async () => {
    const row = h(
      Row,
      { key: 'row', gap: 8 },
      h(Column, { width: 60 }, lines(2, 'a')),
      h(Column, { width: 60 }, lines(3, 'b')),
    );
    const over = h(Stack, { key: 'over' }, h(At, { left: 100, top: 5, width: 50 }, lines(1, 'over')), lines(1, 'c'));
    const laid = await flow(row, over);
    expect([boxOf(laid, 'a 1').left, boxOf(laid, 'b 1').left]).toEqual([0, 68]);
    expect([boxOf(laid, 'over 1').left, boxOf(laid, 'over 1').top]).toEqual([100, TOP + 48 + 5]);
    expect(boxOf(laid, 'c 1').top).toBe(TOP + 48);
  });

  test('a leaf without margins is one page, whatever stands on it', async () => {
    const { pages } = await layLeaf(undefined, lines(4));
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
      [WIDTH, HEIGHT + 2 * TOP],
    ]);
    expect(textBoxes(pages)[0]).toMatchObject({ left: 0, top: 0 });
  });

  test('the first leaf can be laid out alone', async () => {
    const leaf = (name: string): ReactNode =>
      h(Leaf, { key: name, width: WIDTH, height: HEIGHT, palette, faces }, lines(1, name));
    const tree = h(Leaves, null, leaf('a'), leaf('b'));
    expect(await lay(tree, { faces })).toHaveLength(2);
    expect(await lay(tree, { faces, leaves: 'first' })).toHaveLength(1);
  });

  test('a drawing keeps its paths and its view box', async () => {
    const shapes = [{ d: 'M0 0L10 0L10 10Z', fill: '#123456', fillRule: 'evenodd' }] as const;
    const { pages } = await flow(
      h(Figure, { key: 'f', alt: 'x', width: 30, height: 30, viewBox: [0, 0, 10, 10], shapes }),
    );
    const [svg] = pages[0]!.nodes as readonly LaidNode[];
    expect(svg).toMatchObject({ type: P.Svg, props: { role: 'Figure', alt: 'x' }, box: { width: 30, height: 30 } });
    expect(svg!.props.viewBox).toEqual({ minX: 0, minY: 0, maxX: 10, maxY: 10 });
    expect(svg!.children).toMatchObject([{ type: P.Path, props: shapes[0] }]);
  });
});

describe('fontkit', () => {
  type Subset = { includeGlyph(id: number): number; encode(): Uint8Array };
  const subsetOf = () => faces.of(400).font.createSubset() as unknown as Subset;
  const glyphOf = (character: string): number => faces.of(400).font.glyphForCodePoint(character.codePointAt(0)!).id;

  test('numbers the glyphs of a subset as they come, each once, after the one for what is missing', () => {
    const subset = subsetOf();
    const codes = ['A', 'b', 'A', 'ŵ', 'b'].map((character) => subset.includeGlyph(glyphOf(character)));
    expect(codes).toEqual([1, 2, 1, 3, 2]);
    expect(subset.includeGlyph(0)).toBe(0);
  });

  test('encodes a subset as a TrueType file with our numbers, the same bytes for the same glyphs', () => {
    const encoded = (text: string): Uint8Array => {
      const subset = subsetOf();
      for (const character of text) subset.includeGlyph(glyphOf(character));
      return subset.encode();
    };
    const bytes = encoded('Aŵ');
    expect(bytes).toBeInstanceOf(Uint8Array);
    expect(Buffer.compare(bytes, encoded('Aŵ'))).toBe(0);
    const made = create(bytes as Buffer) as Font;
    const { font } = faces.of(400);
    expect([made.type, made.unitsPerEm]).toEqual(['TTF', font.unitsPerEm]);
    [0, glyphOf('A'), glyphOf('ŵ')].forEach((id, code) => {
      expect(made.getGlyph(code).advanceWidth).toBe(font.getGlyph(id).advanceWidth);
      expect(made.getGlyph(code).path.toSVG()).toBe(font.getGlyph(id).path.toSVG());
    });
    // The parts of a composite glyph follow: no code of ours stands for them.
    expect(made.numGlyphs).toBeGreaterThanOrEqual(3);
  });

  test('has what a font descriptor says', () => {
    const { font } = faces.of(700);
    for (const key of ['ascent', 'descent', 'capHeight', 'xHeight', 'italicAngle', 'unitsPerEm'] as const) {
      expect([key, Number.isFinite(font[key])]).toEqual([key, true]);
    }
    expect(font.postscriptName).toBe('AtkinsonHyperlegibleNext-Bold');
    expect(font['OS/2'].usWeightClass).toBe(700);
    expect(Object.values(font.bbox).every(Number.isFinite)).toBe(true);
  });
});
