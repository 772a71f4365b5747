import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Hex } from '../../src/data/brand.ts';
import type { Sheet } from '../../src/data/sheet.ts';
import { laySheets } from '../../src/lay-sheets.ts';
import { paint } from '../../src/pdf/paint.ts';
import type { Press } from '../../src/pdf/press.ts';
import { impose, sidesOf } from '../../src/print/impose.ts';
import { imposeBooklet, imposeLeaves, leavesOf, repeated } from '../../src/print/imposition.ts';
import { prepareSheets } from '../../src/print/prepare-sheets.ts';
import { axisOf } from '../../src/print/sheet.ts';
import type { LaidNode, LaidPage } from '../../src/typeset/laid.ts';
import { Frame, Leaf, Leaves } from '../../src/typeset/elements.tsx';
import { page } from '../../src/typeset/scale.ts';
import { type Template, usualFinish } from '../../src/typeset/template.ts';
import { Label } from '../../src/typeset/words.tsx';
import { type Mm, mm, mmToPt } from '../../src/units.ts';
import { describeWith } from '../require.ts';
import { example, noClock, partsOf, setOf, silent } from '../sources.ts';
import { sheetNamed } from './letters.ts';
import { purposes } from './pressed.ts';
import { sheetsOf } from './sheets.ts';

// The finished sheets, as another program renders and reads them.

const metadata = { title: 'Sheets', author: 'Test', subject: 'Test', language: 'en-GB', date: new Date(0) };

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'handbill-sheets-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = async (pages: readonly LaidPage[], press?: Press): Promise<string> => {
  const path = join(folder, 'sheets.pdf');
  writeFileSync(path, await paint(pages, metadata, press));
  return path;
};

const DPI = 600;
const pixels = (length: number): number => Math.round((length / 25.4) * DPI);

/** Where dark begins and ends on a line across a page, or down it, in millimetres. */
const edgesOn = (path: string, at: number, along: 'across' | 'down', offset: number, sheet: Sheet): number[] => {
  const [length, depth] = [along === 'across' ? sheet.paper.width : sheet.paper.height, 1];
  const [width, height] = along === 'across' ? [pixels(length), depth] : [depth, pixels(length)];
  const [x, y] = along === 'across' ? [0, pixels(offset)] : [pixels(offset), 0];
  const area = ['-x', x, '-y', y, '-W', width, '-H', height].map(String);
  const given = ['-gray', '-r', String(DPI), '-f', String(at), '-l', String(at), ...area, path];
  const image = execFileSync('pdftoppm', given, { maxBuffer: 1e8 });
  const header = /^P5\s+\d+\s+\d+\s+\d+\s/.exec(image.subarray(0, 40).toString('latin1'))![0];
  const dark = [...image.subarray(header.length)].map((value) => value < 128);
  return dark.flatMap((isDark, i) => (isDark === (dark[i - 1] ?? false) ? [] : [(i / DPI) * 25.4]));
};

/** A card, or a folded one, that is all ink but for 5 mm, so that its edges are seen even where it touches the next. */
const inked = (across: Mm): LaidPage => {
  const [width, height, inset] = [mmToPt(across), mmToPt(mm(53.98)), mmToPt(mm(5))];
  const box = { left: inset, top: inset, width: width - 2 * inset, height: height - 2 * inset };
  const node: LaidNode = { type: 'VIEW', props: {}, style: { backgroundColor: '#000000' }, box };
  return { width, height, foot: height, nodes: [node] };
};

const paperOf = ({ paper }: Sheet): LaidPage => ({
  width: mmToPt(paper.width),
  height: mmToPt(paper.height),
  foot: mmToPt(paper.height),
  nodes: [],
});

const over = (edges: readonly number[], size: number): number[] => edges.map((edge) => size - edge).toReversed();

describeWith('poppler', 'backs and fronts, rendered at 600 dpi,', () => {
  const odd: Sheet = {
    ...sheetNamed('office'),
    margins: { left: mm(12), top: mm(20), right: mm(26.8), bottom: mm(7.1) },
    marks: 'none',
  };
  const { brand, faces } = example();
  const cases = [
    'office',
    'a4-eight',
    'avery-c32011',
    'avery-c32015',
    'sra3-cards',
    'a4-folded-cards',
    'sra3-folded-cards',
  ]
    .map((name) => [name, sheetNamed(name)] as const)
    .concat([['paper with four margins', odd]])
    .flatMap(([name, sheet]) =>
      (['long-edge', 'short-edge'] as const).flatMap((turn) =>
        (['screen', 'print'] as const).map((purpose) => [name, turn, purpose, { ...sheet, turn }] as const),
      ),
    );

  test.each(cases)('lie on one another to a tenth of a millimetre: %s, %s, %s', async (_name, _turn, kind, sheet) => {
    const sheets = imposeLeaves(sheet, repeated(leavesOf(0, 2), sheet.columns * sheet.rows), 'step');
    const papers = [paperOf(sheet), paperOf(sheet)];
    const { margins, cell, paper } = sheet;
    const size = { width: mm(cell.width > 100 ? 171.2 : 85.6), height: mm(53.98) };
    const look = { edges: kind === 'print' ? 'bled' : 'alike' } as const;
    const sides = impose(sheet, sheets, [[inked(size.width), inked(size.width)]], papers, '#000000' as Hex, look);
    const toPrint = { sheet, sides, which: sidesOf(sheets), size, brands: [brand], finish: usualFinish, faces };
    const prepared = await prepareSheets(purposes[kind], toPrint, silent);
    const path = await written(prepared!.pages, prepared!.press);
    const [across, down] = [margins.top + cell.height / 2, margins.left + cell.width / 2];
    const isUpright = axisOf(sheet) === 'upright';
    // The back is looked at where it lies behind the front, and turned over.
    const front = [edgesOn(path, 1, 'across', across, sheet), edgesOn(path, 1, 'down', down, sheet)];
    const back = [
      edgesOn(path, 2, 'across', isUpright ? across : paper.height - across, sheet),
      edgesOn(path, 2, 'down', isUpright ? paper.width - down : down, sheet),
    ];
    const seen = isUpright ? [over(back[0]!, paper.width), back[1]!] : [back[0]!, over(back[1]!, paper.height)];
    expect(front.map((edges) => edges.length)).toEqual([2 * sheet.columns, 2 * sheet.rows]);
    front.forEach((edges, line) => {
      expect(seen[line]).toHaveLength(edges.length);
      edges.forEach((edge, i) => expect(Math.abs(edge - seen[line]![i]!)).toBeLessThanOrEqual(0.1));
    });
    // And they are where the sheet says: 5 mm within the middle of each cell.
    const inset = (cell.width - size.width) / 2 + 5;
    expect(Math.abs(front[0]![0]! - margins.left - inset)).toBeLessThanOrEqual(0.1);
  });
});

const A5 = { width: mm(148), height: mm(210) };
const WORDS = 'one two three four five six seven eight nine ten eleven twelve thirteen'.split(' ');

/** Small pages, each of which says which it is. */
const smallPages = (count: number): Template<'plain'> => ({
  name: 'small-pages',
  size: A5,
  pages: { least: count, most: count },
  takes: 'parts',
  fits: ['plain'],
  compose: ({ palette, faces }) => (
    <Leaves>
      {WORDS.slice(0, count).map((word) => (
        <Leaf key={word} width={mmToPt(A5.width)} height={mmToPt(A5.height)} palette={palette} faces={faces}>
          <Frame name="words" left={40} top={40} width={300} height={40}>
            <Label runs={`This is page ${word}`} style={page.body} colour="ink" />
          </Frame>
        </Leaf>
      ))}
    </Leaves>
  ),
});

/** What stands on the left and the right half of each side of a booklet's sheets; the page that each says it is. */
const halves = (path: string, sides: number, { paper }: Sheet, named: (text: string) => string): string[][] => {
  const [width, height] = [mmToPt(paper.width) / 2, mmToPt(paper.height)].map((length) => Math.floor(length));
  return Array.from({ length: sides }, (_, side) =>
    [0, width].map((x) => {
      const area = ['-x', x, '-y', 0, '-W', width, '-H', height].map(String);
      const given = ['-f', String(side + 1), '-l', String(side + 1), ...area, path, '-'];
      return named(execFileSync('pdftotext', given, { encoding: 'utf8' }));
    }),
  );
};

/**
 * Whoever opens it sees the right half of a front, turns the leaf, and sees what is behind: the left half of a back that
 * was turned about an upright axis, the right half of one that stands with its head at the foot.
 */
const folded = (found: readonly string[][], turn: Sheet['turn']): (string | undefined)[] => {
  const fronts = found.filter((_, i) => i % 2 === 0);
  const backs = found.filter((_, i) => i % 2 === 1).map((pair) => (turn === 'short-edge' ? pair : pair.toReversed()));
  const inwards = fronts.flatMap((front, s) => [front[1], backs[s]![0]]);
  const outwards = fronts
    .map((front, s) => [backs[s]![1], front[0]])
    .toReversed()
    .flat();
  return [...inwards, ...outwards];
};

describeWith('poppler', 'the booklet of a council, put on sheets,', () => {
  // The covers have no folio: one names the election below the title, the other says where the words are from.
  const says = /(?:Page (\d+) of|^(Local elections), Thursday|(Issued by))/m;
  const named = (text: string): string => says.exec(text)?.slice(1).find(Boolean) ?? '';
  const cases = ['a4-booklet', 'a3-a5-booklet'].flatMap((name) =>
    (['short-edge', 'long-edge'] as const).map((turn) => [name, turn] as const),
  );

  test.each(cases)('reads from cover to cover when it is folded: %s, turned over the %s', async (name, turn) => {
    const sheet: Sheet = { ...sheetNamed(name), turn };
    const path = join(folder, 'booklet.pdf');
    writeFileSync(path, await sheetsOf({ template: 'booklet', sheet }));
    const read = folded(halves(path, 6, sheet, named), turn);
    const inside = Array.from({ length: 9 }, (_, i) => String(i + 2));
    expect(read).toEqual(['Local elections', ...inside, '', 'Issued by']);
  });
});

describeWith('poppler', 'a booklet, folded and stitched,', () => {
  test.each([
    [8, 'short-edge'],
    [10, 'short-edge'],
    [12, 'long-edge'],
    [13, 'long-edge'],
  ] as const)('of %d pages reads from the first to the last, turned over the %s', async (count, turn) => {
    const sheet: Sheet = { ...sheetNamed('a4-booklet'), turn };
    const { pages } = await setOf(smallPages(count), example());
    const sheets = imposeBooklet(sheet, 0, count, mm(0.1));
    const document = { spoken: [partsOf(example()), undefined] as const, pages };
    const sides = await laySheets(sheet, sheets, [document], silent, noClock);
    const path = await written(sides!);
    const read = folded(
      halves(path, sides!.length, sheet, (text) => /page (\w+)/.exec(text)?.[1] ?? ''),
      turn,
    );
    expect(read).toHaveLength(Math.ceil(count / 4) * 4);
    expect(read.filter((word) => word !== '')).toEqual(WORDS.slice(0, count));
    expect(read.at(-1)).toBe(WORDS[count - 1]);

    // It is read aloud in that order too, though its sheets show another.
    const tagged = execFileSync('pdfinfo', ['-struct-text', path], { encoding: 'utf8' });
    expect([...tagged.matchAll(/This is page (\w+)/g)].map(([, word]) => word)).toEqual(WORDS.slice(0, count));
  });
});
