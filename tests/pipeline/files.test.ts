import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Block, Edition, Inline } from '../../src/content/edition.ts';
import type { ProductName } from '../../src/catalogue.ts';
import { press, type Sources } from '../../src/pipeline.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { describeWith } from '../require.ts';
import { DAY, example, exampleWith, noClock, partsOf, silent } from '../sources.ts';

// The finished files, seen by other people's programs.

const NONE_OPTIONAL = exampleWith({
  words: 'none',
  council: {
    returningOfficer: { title: 'Returning Officer', phones: ['01632 960 001'] },
    electoralServices: undefined,
    feoa: undefined,
    alternativeFormats: undefined,
    issuedBy: undefined,
  },
});

const SOURCES = {
  example: example(),
  area: exampleWith({ area: 'Abbey ward' }),
  'nothing optional': NONE_OPTIONAL,
  parish: exampleWith({ council: { election: { ...example().record.council.election, kind: 'parish' } } }),
} as const satisfies Readonly<Record<string, Sources>>;

const FILES = {
  ...Object.fromEntries(Object.keys(SOURCES).map((name) => [`leaflet, ${name}`, ['leaflet', name, 'final']])),
  'leaflet, draft': ['leaflet', 'example', 'draft'],
  card: ['wallet-card', 'example', 'final'],
  'card, draft': ['wallet-card', 'example', 'draft'],
  sheet: ['wallet-card.sheet', 'example', 'final'],
} as Readonly<Record<string, readonly [ProductName, keyof typeof SOURCES, 'final' | 'draft']>>;

let folder = '';
const pathOf = (name: string): string => join(folder, `${name}.pdf`);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handbill-files-'));
  for (const [name, [product, sources, status]] of Object.entries(FILES)) {
    // oxlint-disable-next-line no-await-in-loop
    const made = await press({ product, sources: SOURCES[sources], status, day: DAY }, silent, noClock);
    writeFileSync(pathOf(name), made!.bytes);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (program: string, ...given: string[]): string => execFileSync(program, given, { encoding: 'utf8' });

describeWith('qpdf', 'qpdf', () => {
  test.for(Object.keys(FILES))('finds no fault in the %s', (name) => {
    const said = run('qpdf', '--check', pathOf(name));
    expect(said).toContain('No syntax or stream encoding errors found');
    expect(said).not.toMatch(/warning/i);
  });
});

describeWith('poppler', 'poppler', () => {
  test.for(Object.keys(FILES))('finds only embedded subsets of our faces in the %s', (name) => {
    const [, , ...fonts] = run('pdffonts', pathOf(name)).trimEnd().split('\n');
    expect(fonts).toHaveLength(2);
    for (const font of fonts) {
      // name, type, encoding, embedded, subset, with Unicode
      expect(font).toMatch(/^[A-Z]{6}\+AtkinsonHyperlegibleNext-\w+ +CID TrueType +Identity-H +yes yes yes/);
    }
  });

  test.for([
    ['card', '242.646 x 153.014 pts'],
    ['sheet', '595.276 x 841.89 pts (A4)'],
    ['leaflet, example', '595.276 x 841.89 pts (A4)'],
  ] as const)('measures the %s', ([name, size]) => {
    const said = run('pdfinfo', '-f', '1', '-l', '9', pathOf(name));
    const sizes = [...said.matchAll(/^Page +\d+ size: +(.*)$/gm)].map(([, found]) => found);
    expect(new Set(sizes)).toEqual(new Set([size]));
    expect(said).toMatch(/^Title: +\S.*Anyshire District Council$/m);
    expect(said).toMatch(/^Producer: +handbill$/m);
    expect(said).toMatch(/^Encrypted: +no$/m);
  });

  test('reads the same words in a draft, and none of its mark', () => {
    expect(run('pdftotext', '-raw', pathOf('leaflet, draft'), '-')).toBe(
      run('pdftotext', '-raw', pathOf('leaflet, example'), '-'),
    );
    expect(run('pdftotext', '-raw', pathOf('card, draft'), '-')).toBe(run('pdftotext', '-raw', pathOf('card'), '-'));
  });

  test('reads ten cards on the sheet', () => {
    const count = (name: string, words: string): number =>
      run('pdftotext', '-raw', pathOf(name), '-').split(words).length - 1;
    for (const words of ['01632 960 001', 'In danger now,', 'Checked on 20 March 2025']) {
      expect(count('sheet', words)).toBe(10 * count('card', words));
    }
  });

  test.for(Object.keys(SOURCES) as (keyof typeof SOURCES)[])(
    'reads all words of the guidance in the leaflet, in order, and nothing that we did not put there: %s',
    (name) => {
      const parts = partsOf(SOURCES[name]);
      const found = pagesOf(name, parts).join(' ');
      const additions: string[] = [];
      let from = 0;
      for (const text of guidanceOf(parts.edition)) {
        const at = found.indexOf(text, from);
        expect([text, at >= 0]).toEqual([text, true]);
        additions.push(found.slice(from, at));
        from = at + text.length;
      }
      additions.push(found.slice(from));
      expect(additions.map((gap) => unknownIn(gap, furnitureOf(parts))).filter((rest) => rest !== '')).toEqual([]);
    },
  );
});

const fold = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

/** The text of each page without its foot, which comes first; the foot is checked. */
const pagesOf = (name: keyof typeof SOURCES, { edition }: Parts): string[] => {
  const pages = run('pdftotext', '-raw', pathOf(`leaflet, ${name}`), '-')
    .split('\f')
    .slice(0, -1)
    .map(fold);
  const area = edition.record.area === undefined ? '' : `, ${edition.record.area}`;
  return pages.map((text, i) => {
    const foot = `Candidate security guidance, HM Government, May 2025${area} Page ${i + 1} of ${pages.length} `;
    expect(text.slice(0, foot.length)).toBe(foot);
    return text.slice(foot.length);
  });
};

const wordsOf = (inlines: readonly Inline[]): string =>
  fold(inlines.map((inline) => ('value' in inline ? inline.value : wordsOf(inline.children))).join(''));

/** Every text of the guidance's own, in order; the panels in which we and the council speak are additions. */
const textsOf = (blocks: readonly Block[], which: 'guidance' | 'local'): string[] =>
  blocks.flatMap((block): string[] => {
    if (block.kind === 'local')
      return which === 'local' ? block.blocks.flatMap((inner) => textsOf([inner], 'guidance')) : [];
    if ('inlines' in block) return which === 'guidance' ? [wordsOf(block.inlines)] : [];
    if ('items' in block) return block.items.flatMap((item) => textsOf(item, which));
    return 'blocks' in block ? textsOf(block.blocks, which) : [];
  });

/** Title, section 1, introduction (the page has no room for it before), sections 2 to 4. */
const guidanceOf = ({ guidance, introduction, sections }: Edition): string[] => {
  const [first, ...others] = sections.map(({ heading, blocks }) => [wordsOf(heading), ...textsOf(blocks, 'guidance')]);
  return [fold(guidance.title), ...first!, ...textsOf(introduction, 'guidance'), ...others.flat()];
};

/** Every text in a value. */
const values = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(values)
    : [String(value).replace(/^https:\/\//, '')];

/** All that a leaflet says beside the guidance. */
const furnitureOf = ({ edition, furniture }: Parts): string[] => {
  const { council, area } = edition.record;
  const contacts = [council.returningOfficer, council.electoralServices, council.feoa].flatMap(values);
  const { phone = '', email = '' } = council.alternativeFormats ?? {};
  const { name = '', address = [], website = '' } = council.issuedBy ?? {};
  const { title, issuer, edition: of, licence } = edition.guidance;
  const dates = {
    date: '20 March 2025',
    council: council.name,
    phone,
    title,
    issuer,
    edition: of,
    licence: licence.name,
  };
  const filled = (text: string): string =>
    text
      .replaceAll('**', '')
      .replace(/\{\{(\w+)\}\}/g, (_, key: string) => (dates as Record<string, string>)[key] ?? '?');
  return [
    ...textsOf([...edition.introduction, ...edition.sections.flatMap(({ blocks }) => blocks)], 'local'),
    ...Object.values(furniture).map(filled),
    `${filled(furniture.otherFormatsLead)}${filled(furniture.otherFormatsPhone)}, or ${email}`,
    [name, ...address, website.replace('https://', '')].join(', '),
    council.name,
    council.election.name,
    'Thursday 1 May 2025',
    area ?? '',
    ...contacts,
    ...values(council.police),
    '999',
    '101',
    '•',
    ...'12345',
  ]
    .map(fold)
    .filter((text) => text !== '')
    .toSorted((a, b) => b.length - a.length);
};

/** What is left of a text when everything that we know is taken out, the longest first. */
const unknownIn = (gap: string, known: readonly string[]): string => {
  const taken = '\u0001';
  // Every space is two, so that neighbours do not share one.
  let rest = ` ${fold(gap).replaceAll(' ', '  ')} `;
  for (const text of known) rest = rest.replaceAll(` ${text.replaceAll(' ', '  ')} `, taken);
  return fold(rest.replaceAll(taken, ' '));
};
