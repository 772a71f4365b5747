import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/content/edition.ts';
import { parseGuidance } from '../../src/content/guidance.ts';
import { parseLocalWords } from '../../src/content/local-words.ts';
import { parseBrand } from '../../src/data/brand-file.ts';
import { parseCouncil } from '../../src/data/council.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { SourceFile } from '../../src/diagnostics/source.ts';
import type { ProductName } from '../../src/catalogue.ts';
import { press, type Sources } from '../../src/pipeline.ts';
import type { Template } from '../../src/typeset/template.ts';
import type { LeafletFit } from '../../templates/leaflet/fits.ts';
import { mm } from '../../src/units.ts';
import { leaflet } from '../../templates/leaflet/leaflet.tsx';
import { DAY, example, noClock, setOf, silent } from '../sources.ts';

// Each folder of `tests/fixtures/preflight` is named for its fault. It holds what differs from the example (council.yaml,
// words.md, guidance.md, brand.yaml), and must raise exactly what its expected.json says: severity, rule and place.

const FOLDER = 'tests/fixtures/preflight';
const fixtures = readdirSync(FOLDER);

type Fixture = {
  readonly product: ProductName;
  readonly template?: keyof typeof TEMPLATES;
  readonly expected: readonly string[];
};

/** A block whose headings are one level lower. */
const deeper = (block: Block): Block => {
  if (block.kind === 'heading') return { ...block, depth: 4 };
  return 'blocks' in block ? { ...block, blocks: block.blocks.map(deeper) } : block;
};

/** Templates with faults that the product's own do not have. */
const TEMPLATES = {
  'without its last section': {
    ...leaflet,
    compose(parts, fit, known, report) {
      const { edition } = parts;
      const less = { ...edition, sections: edition.sections.slice(0, -1) };
      return leaflet.compose({ ...parts, edition: less }, fit, known, report);
    },
  },
  'with headings one level too deep': {
    ...leaflet,
    compose(parts, fit, known, report) {
      const { edition } = parts;
      const sections = edition.sections.map((section) => ({ ...section, blocks: section.blocks.map(deeper) }));
      return leaflet.compose({ ...parts, edition: { ...edition, sections } }, fit, known, report);
    },
  },
  'folded through its band': {
    ...leaflet,
    finish: { safe: mm(5), folds: [[{ axis: 'level', at: mm(12) }], []] },
  },
} as const satisfies Readonly<Record<string, Template<LeafletFit>>>;

const fileOf = (path: string): SourceFile => ({ path, text: readFileSync(path, 'utf8') });

/** The example, with the files of the fixture in the place of its own. */
const sourcesOf = (folder: string): Sources => {
  const own = <T>(name: string, parse: (file: SourceFile) => T): T | undefined =>
    existsSync(`${folder}/${name}`) ? parse(fileOf(`${folder}/${name}`)) : undefined;
  const { words: exampleWords, ...sources } = example();
  const record = own('council.yaml', (file) => parseCouncil(file, 'northmoor', silent)!);
  const guidance = own('guidance.md', (file) => parseGuidance(file, silent));
  // The example's own words go with its guidance and its council.
  const words =
    own('words.md', (file) => parseLocalWords(file, silent)) ?? (record || guidance ? undefined : exampleWords);
  const logo = fileOf('content/brands/anyshire/logo.svg');
  const brand = own('brand.yaml', (file) => parseBrand('northmoor', { brand: file, logo }, silent)!);
  return {
    ...sources,
    ...(record && { record }),
    ...(guidance && { guidance }),
    ...(brand && { brand }),
    ...(words && { words }),
  };
};

const shown = ({ severity, rule, place }: Diagnostic): string => {
  if (place?.kind === 'frame') return `${severity} ${rule} ${place.template}, page ${place.page}`;
  if (place?.kind !== 'text') return `${severity} ${rule}`;
  return `${severity} ${rule} ${place.path.split('/').at(-1)}:${place.range?.start.line}`;
};

describe.each(fixtures)('%s', (name) => {
  const { product, template, expected } = JSON.parse(
    readFileSync(`${FOLDER}/${name}/expected.json`, 'utf8'),
  ) as Fixture;

  test('raises exactly its rule, at its place', async () => {
    const sources = sourcesOf(`${FOLDER}/${name}`);
    const found: Diagnostic[] = [];
    let made = false;
    if (template) {
      const { pages, diagnostics } = await setOf(TEMPLATES[template], sources);
      found.push(...diagnostics);
      made = pages.length > 0;
    } else {
      const job = { product, sources, status: 'final', day: DAY } as const;
      made = (await press(job, (diagnostic) => found.push(diagnostic), noClock)) !== undefined;
    }
    expect(found.map(shown)).toEqual(expected);
    expect(made).toBe(found.every(({ severity }) => severity === 'warning'));
    for (const { message, hints } of found) {
      expect(message).toMatch(/^(?!\p{Lu}\p{Ll}).*[^.]$/su);
      expect(hints.length).toBeGreaterThan(0);
    }
  });
});

test('every rule of preflight and of the templates has its fixture', () => {
  const sources = ['src', 'templates']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(path, 'utf8'));
  const rules = sources.flatMap((text) =>
    [...text.matchAll(/'((?:preflight|compose)\/[a-z-]+)'/g)].map(([, rule]) => rule),
  );
  const raised = fixtures.flatMap((name) => {
    const { expected } = JSON.parse(readFileSync(`${FOLDER}/${name}/expected.json`, 'utf8')) as Fixture;
    return expected.map((line) => line.split(' ')[1]);
  });
  expect(new Set(rules).size).toBeGreaterThan(5);
  expect([...new Set(rules)].filter((rule) => !raised.includes(rule))).toEqual([]);
});
