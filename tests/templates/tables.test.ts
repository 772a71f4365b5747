import { describe, expect, test } from 'vitest';
import { parseGuidance } from '../../src/content/guidance.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { largePrint } from '../../templates/large-print/large-print.tsx';
import { leaflet } from '../../templates/leaflet/leaflet.tsx';
import { checkPicturesFit, checkPicturesPlaced } from '../../src/typeset/preflight-pictures.ts';
import type { LaidNode, LaidPage } from '../../src/typeset/laid.ts';
import { shelf, withFigures } from '../figures.ts';
import { fileOf } from '../content/given.ts';
import { partsOf, setOf, silent } from '../sources.ts';

const PATH = 'tests/fixtures/figures/guidance.en.md';

/** The fixture with something else in its text. */
const changed = (from: string, to: string) => {
  const { path, text } = fileOf(PATH);
  expect(text).toContain(from);
  return { ...withFigures(), guidance: parseGuidance({ path, text: text.replace(from, to) }, silent, shelf) };
};

type Found = { readonly text: string; readonly left: number; readonly right: number; readonly top: number };

/** The lines of a page, where they stand. */
const linesOn = ({ nodes }: LaidPage): Found[] => {
  const found: Found[] = [];
  const down = (node: LaidNode, x: number, y: number): void => {
    const [left, top] = [x + node.box.left, y + node.box.top];
    for (const { string, box, xAdvance } of node.lines ?? []) {
      const at = left + box.x;
      found.push({ text: string.replaceAll('\u00a0', ' ').trim(), left: at, right: at + xAdvance, top: top + box.y });
    }
    for (const child of node.children ?? []) down(child, left, top);
  };
  for (const node of nodes) down(node, 0, 0);
  return found;
};

const find = (pages: readonly LaidPage[], text: string): Found =>
  pages.flatMap(linesOn).find((line) => line.text === text)!;

const long = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch';

describe.each([
  ['leaflet', leaflet],
  ['large-print', largePrint],
] as const)('tables of the %s', (name, template) => {
  const set = (sources: ReturnType<typeof withFigures>) =>
    template === leaflet ? setOf(leaflet, sources) : setOf(largePrint, sources);

  test('a word that is too long for its column is overset, at its cell, and no other word is', async () => {
    const { pages, diagnostics } = await set(changed('| Your landlord |', `| ${long}${long} |`));
    expect(pages).toEqual([]);
    const [wide, ...more] = diagnostics.filter(({ message }) => message.includes('too wide'));
    expect(more).toEqual([]);
    const { rule, severity, place, message } = wide!;
    expect([rule, severity]).toEqual(['preflight/overset', 'error']);
    expect(message).toMatch(new RegExp(`^\`${long.slice(0, 50)}.*too wide for its column on page \\d+ of the ${name}`));
    expect(place).toMatchObject({ path: PATH, range: { start: { line: 38 } } });
  });

  test('a long word widens its column, and the others give way', async () => {
    const { pages, diagnostics } = await set(changed('| Your landlord |', '| Rechtsschutzversicherungen |'));
    expect(diagnostics.filter(({ rule }) => rule === 'preflight/overset')).toEqual([]);
    expect(find(pages, 'Rechtsschutzversicherungen').right).toBeLessThan(find(pages, 'What to say').left);
  });

  test('numbers stand to the right, in figures of one width', async () => {
    const { pages } = await set(withFigures());
    const [head, eleven, thousand] = ['Before', '£11', '£1,111.11'].map((text) => find(pages, text));
    expect(eleven!.right).toBeCloseTo(head!.right);
    expect(thousand!.right).toBeCloseTo(head!.right);
    const { pages: others } = await set(changed('£1,111.11', '£8,888.88'));
    expect(find(others, '£8,888.88').left).toBeCloseTo(thousand!.left);
  });

  test('a heading and the sentence that leads to a table go with it', async () => {
    const { pages } = await set(withFigures());
    const pageOf = (text: string): number =>
      pages.findIndex((page) => linesOn(page).some((line) => line.text.startsWith(text)));
    expect(pageOf('On the road')).toBeGreaterThan(1);
    expect(pageOf('A long list of places')).toBe(pageOf('On the road'));
    expect(pageOf('Airport')).toBe(pageOf('On the road'));
    expect(pageOf('Allotments')).toBe(pageOf('On the road'));
    expect(pageOf('A chain and its screws')).toBe(pageOf('What it costs'));
    expect(pageOf('Village green')).toBe(pageOf('Town hall'));
  });
});

test('a row that is higher than a page is overset', async () => {
  const cell = 'Nobody should be afraid to stand for election, or to speak. '.repeat(60).trim();
  const { diagnostics } = await setOf(leaflet, changed('| Whom to ask | What to say |', `| Whom to ask | ${cell} |`));
  expect(diagnostics.map(({ rule }) => rule)).toContain('preflight/overset');
});

test('a picture before which there is no room goes to the next page, and none is left out', async () => {
  const picture = '![A door that is drawn again.](front-door.svg)\n\n';
  const { pages, diagnostics } = await setOf(
    leaflet,
    changed('## On the road\n\n', `## On the road\n\n${picture.repeat(4)}`),
  );
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(pages.length).toBeGreaterThan(5);
});

test('a picture on the first page that leaves no room there moves the introduction', async () => {
  const { pages, diagnostics } = await setOf(
    leaflet,
    changed('Two sentences lead', '![A leaflet on a table.](leaflet.svg)\n\nTwo sentences lead'),
  );
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(linesOn(pages[1]!).map(({ text }) => text)).toContain(
    'Two sentences lead to all of this. Ring your Returning Officer where you',
  );
});

test('a picture that reaches below the foot of its page, or beyond its edge, is overset', async () => {
  const { pages } = await setOf(leaflet, withFigures());
  const found: unknown[] = [];
  const report = ({ rule, place }: Diagnostic): void => void found.push([rule, place]);
  checkPicturesFit('leaflet', pages, report);
  expect(found).toEqual([]);
  checkPicturesFit(
    'leaflet',
    pages.slice(1, 2).map((page) => ({ ...page, foot: 200 })),
    report,
  );
  checkPicturesFit(
    'leaflet',
    pages.slice(1, 2).map((page) => ({ ...page, width: 300 })),
    report,
  );
  const place = { kind: 'frame', template: 'leaflet', frame: 'picture', page: 1 };
  expect(found).toEqual([1, 2].map(() => ['preflight/overset', place]));
});

test('a picture that a template leaves out is an error', () => {
  const found: unknown[] = [];
  checkPicturesPlaced(partsOf(withFigures()).edition, [], ({ rule, place }) => void found.push([rule, place?.kind]));
  expect(found).toEqual([1, 2, 3].map(() => ['compose/unplaced-section', 'text']));
});
