import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { LaidNode, LaidPage, Words } from '../../src/typeset/laid.ts';
import { checkCopy, checkFrames, checkOverlaps, checkPlaced } from '../../src/typeset/preflight.ts';
import { checkGlyphs } from '../../src/typeset/preflight-glyphs.ts';
import { page } from '../../src/typeset/scale.ts';
import { leaflet } from '../../templates/leaflet/leaflet.tsx';
import { example, partsOf, setOf } from '../sources.ts';

// The last check before paper: laid-out pages are tampered with, and preflight must see it.

const { edition, ...parts } = partsOf(example());

/** The text of each page of the example; furniture has serial numbers of its own. */
const laid = setOf(leaflet, example()).then(({ pages }) =>
  pages.map((one) => ({
    ...one,
    nodes: one.nodes.filter(({ props }) => props.role !== 'Header' && props.role !== 'Footer'),
  })),
);

/** The words of every text, as the layout was given them. */
const givenOf = (pages: readonly LaidPage[]): Map<number, Words> => {
  const given = new Map<number, Words>();
  const visit = ({ props, children }: LaidNode): void => {
    if (props.words) given.set(props.serial!, props.words);
    children?.forEach(visit);
  };
  pages.forEach(({ nodes }) => nodes.forEach(visit));
  return given;
};

type Change = (node: LaidNode) => LaidNode;

/** The pages with the first text that begins so laid out otherwise. */
const tampered = (pages: readonly LaidPage[], start: string, change: Change): LaidPage[] => {
  let done = false;
  const visit = (node: LaidNode): LaidNode => {
    if (!done && node.lines?.[0]?.string.startsWith(start)) {
      done = true;
      return change(node);
    }
    return node.children ? { ...node, children: node.children.map(visit) } : node;
  };
  const changed = pages.map((one) => ({ ...one, nodes: one.nodes.map(visit) }));
  expect(done).toBe(true);
  return changed;
};

const heard = (check: (report: (one: Diagnostic) => void) => void): Diagnostic[] => {
  const diagnostics: Diagnostic[] = [];
  check((one) => diagnostics.push(one));
  return diagnostics;
};

const PARAGRAPH = 'During previous election periods';

const withLines = (change: (lines: NonNullable<LaidNode['lines']>) => NonNullable<LaidNode['lines']>): Change => {
  return (node) => ({ ...node, lines: change(node.lines!) });
};

const without = (part: string): Change =>
  withLines((lines) => lines.map((line) => ({ ...line, string: line.string.replace(part, '') })));

describe('words set are the words given', () => {
  const copy = (given: ReadonlyMap<number, Words>, pages: readonly LaidPage[]): Diagnostic[] =>
    heard((report) => checkCopy('leaflet', [edition], given, pages, report));

  test('in the example', async () => {
    const pages = await laid;
    expect(givenOf(pages).size).toBeGreaterThan(100);
    expect(copy(givenOf(pages), pages)).toEqual([]);
  });

  test.for<[string, Change]>([
    ['the last line', withLines((lines) => lines.slice(0, -1))],
    ['the first line', withLines((lines) => lines.slice(1))],
    ['all lines', withLines(() => [])],
    ['a word', without('person')],
    ['an apostrophe', without('’')],
    ['the order of the lines', withLines((lines) => lines.toReversed())],
    ['that a line stands once', withLines((lines) => [...lines, lines[0]!])],
  ])('%s is missed', async ([, change]) => {
    const pages = await laid;
    const found = copy(givenOf(pages), tampered(pages, PARAGRAPH, change));
    expect(found.map(({ rule, place }) => [rule, place?.kind])).toEqual([['preflight/overset', 'text']]);
    expect(found[0]!.message).toContain(PARAGRAPH);
  });

  test('a text that was not set at all is missed', async () => {
    const pages = await laid;
    expect(copy(givenOf(pages), pages.slice(1)).length).toBeGreaterThan(20);
  });

  test('an address may be broken without a space', async () => {
    const pages = await laid;
    const broken = tampered(
      pages,
      'ford@police.example',
      withLines(([line]) => ['ford@', 'police.example'].map((string) => ({ ...line!, string }))),
    );
    expect(copy(givenOf(pages), broken)).toEqual([]);
  });
});

const moved =
  (to: (box: LaidNode['box']) => object): Change =>
  (node) => ({ ...node, box: { ...node.box, ...to(node.box) } });

describe('words stand where they belong', () => {
  test.for<[string, Change]>([
    ['wider than its column', withLines((lines) => lines.slice(0, 1).map((line) => ({ ...line, xAdvance: 400 })))],
    ['below the foot', moved(() => ({ top: 800 }))],
    ['left of the page', moved(() => ({ left: -200 }))],
    ['right of the page', moved(() => ({ left: 200 }))],
  ])('a text is found that is %s', async ([, change]) => {
    const changed = tampered(await laid, PARAGRAPH, change);
    const found = heard((report) => checkFrames('leaflet', [edition], changed, report));
    expect(found.map(({ rule }) => rule)).toEqual(['preflight/overset']);
  });

  test('words over other words are found', async () => {
    const pages = await laid;
    const overlaps = (changed: readonly LaidPage[]): string[] =>
      heard((report) => checkOverlaps('leaflet', [edition], changed, report)).map(({ rule }) => rule);
    expect(overlaps(pages)).toEqual([]);
    const over = tampered(
      pages,
      PARAGRAPH,
      moved(({ top }) => ({ top: top - 30 })),
    );
    expect(new Set(overlaps(over))).toEqual(new Set(['preflight/overset']));
  });
});

test('a text that stands twice in the guidance must be placed twice', async () => {
  const given = [...givenOf(await laid).values()];
  const [section] = edition.sections;
  const placed = (sections: typeof edition.sections): string[] =>
    heard((report) => checkPlaced([{ ...edition, sections }], given, report)).map(({ rule }) => rule);
  expect(placed(edition.sections)).toEqual([]);
  expect(new Set(placed([...edition.sections, section!]))).toEqual(new Set(['compose/unplaced-section']));
});

const textOf = (text: string): Words => ({
  runs: [{ text, weight: 400 }],
  style: page.body,
  colour: '#000000',
  measure: 100,
  align: 'left',
  rag: 'text',
});

test('each character that the faces lack is told once, by its number', () => {
  const given = [textOf('✓ → ✓'), textOf('✓ ☎ ŵ Ŷ – “x”\nŴ Á')];
  const found = heard((report) => checkGlyphs('leaflet', given, [edition], parts.faces, report));
  expect(found.map(({ message }) => /U\+\w+/.exec(message)?.[0])).toEqual(['U+2713', 'U+2192', 'U+260E']);
});
