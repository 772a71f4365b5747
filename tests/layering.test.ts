import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** All source files, as `src/pipeline.ts`. */
const files = ['src', 'templates'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/.test(name)),
);

type Import = {
  readonly from: string;
  /** A file of ours (`src/project.ts`), or the name of a library (`yaml`, `node:fs`). */
  readonly to: string;
  readonly ours: boolean;
  /** Gone when compiled: it binds types only. */
  readonly typeOnly: boolean;
};

const STATEMENT = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;
const CALL = /\b(?:import|require|resolve)\(\s*[`'"]([^`'"]+)[`'"]/g;

const text = (file: string): string =>
  readFileSync(join(root, file), 'utf8')
    .replaceAll('\r\n', '\n')
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

function importsOf(file: string): Import[] {
  const found = [
    ...[...text(file).matchAll(STATEMENT)].map(([, type, to = '']) => ({ to, typeOnly: type !== undefined })),
    ...[...text(file).matchAll(CALL)].map(([, to = '']) => ({ to, typeOnly: false })),
  ];
  return found.map(({ to, typeOnly }) => {
    const ours = to.startsWith('.');
    const name = ours ? posix.join(dirname(file), to) : library(to);
    return { from: file, to: name, ours, typeOnly };
  });
}

/** `@scope/name/file` and `name/file` are the libraries `@scope/name` and `name`. */
const library = (name: string): string => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name;

const imports = files.flatMap(importsOf);
const printed = ({ from, to }: Import): string => `${from} → ${to}`;
const within = (file: string, ...places: readonly string[]): boolean =>
  places.some((place) => file === place || file.startsWith(`${place}/`));

describe('the layers', () => {
  const STAGES = [
    'src/content',
    'src/data',
    'src/import',
    'src/typeset',
    'src/pdf',
    'src/preflight',
    'src/print',
    'src/html',
    'src/text',
    'src/diagnostics',
    'templates',
  ];
  /** They start threads, or run in one. */
  const THREADS = ['src/commands/batch-crew.ts', 'src/commands/batch-thread.ts'];
  const PURE = [...STAGES, 'src/batch', 'src/pipeline.ts', 'src/job.ts', 'src/units.ts'];
  const DOORS = [
    'src/project.ts',
    'src/project-encoding.ts',
    'src/project-import.ts',
    'src/project-table.ts',
    'src/project-logo.ts',
    'src/project-profile.ts',
    'src/project-document.ts',
    'src/project-code.ts',
    'src/output.ts',
    'src/output-stream.ts',
    'src/output-hindrance.ts',
    'src/output-stream.ts',
    'src/manifest.ts',
    'src/manifest-changes.ts',
    'src/manifest-file.ts',
    'src/manifest-journal.ts',
    'src/manifest-lock.ts',
    'src/manifest-text.ts',
    'src/finished-files.ts',
  ];
  const COMMANDS = ['src/commands', 'src/cli.ts'];

  test('were read', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(imports.length).toBeGreaterThan(files.length);
    expect(imports.filter(({ to, ours }) => ours && !existsSync(join(root, to))).map(printed)).toEqual([]);
  });

  test('a stage knows neither files nor processes', () => {
    const forbidden = /^(node:)?(fs|path|child_process|os|process|net|http|https|worker_threads)$/;
    const found = imports.filter(({ from, to, ours }) => within(from, ...PURE) && !ours && forbidden.test(to));
    expect(found.map(printed)).toEqual([]);
  });

  test('who starts threads does nothing else with the system, and nobody else knows of them', () => {
    const threads = imports.filter(({ to }) => to === 'node:worker_threads').map(({ from }) => from);
    expect(threads.toSorted()).toEqual(THREADS);
    const known = imports.filter(({ from, to, ours }) => within(from, ...THREADS) && !ours && to.startsWith('node:'));
    expect([...new Set(known.map(({ to }) => to))]).toEqual(['node:worker_threads']);
  });

  test('a stage asks neither the clock, nor chance, nor the process', () => {
    const asks = /\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b|\bprocess\.(?!binding)/;
    // The pipeline tells how long its stages took, by the clock of `performance`.
    expect(files.filter((file) => within(file, ...PURE) && asks.test(text(file)))).toEqual([]);
  });

  test('a stage knows neither the doors nor the commands', () => {
    const found = imports.filter(({ from, to }) => within(from, ...PURE) && within(to, ...DOORS, ...COMMANDS));
    expect(found.map(printed)).toEqual([]);
  });

  test('only commands open the doors', () => {
    const found = imports.filter(({ from, to }) => within(to, ...DOORS) && !within(from, ...DOORS, ...COMMANDS));
    expect(found.map(printed)).toEqual([]);
  });

  test('only the command line knows commands', () => {
    const found = imports.filter(({ from, to }) => within(to, ...COMMANDS) && !within(from, ...COMMANDS));
    expect(found.map(printed)).toEqual([]);
  });

  test('diagnostics know no stage', () => {
    const found = imports.filter(
      ({ from, to, ours }) => within(from, 'src/diagnostics') && ours && !within(to, 'src/diagnostics'),
    );
    expect(found.map(printed)).toEqual([]);
  });
});

/** Where a library may be known; what is not listed here is known nowhere. */
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  yargs: ['src/cli.ts', 'src/commands'],
  unified: ['src/content'],
  'remark-parse': ['src/content'],
  'remark-directive': ['src/content'],
  'remark-frontmatter': ['src/content'],
  mdast: ['src/content'],
  'mdast-util-directive': ['src/content'],
  'mdast-util-gfm-table': ['src/content'],
  'micromark-extension-gfm-table': ['src/content'],
  handlebars: ['src/content'],
  zod: ['src/data', 'src/content'],
  yaml: ['src/data', 'src/content'],
  'csv-parse': ['src/data'],
  'libphonenumber-js': ['src/data'],
  svgpath: ['src/data'],
  saxes: ['src/import'],
  numfmt: ['src/import'],
  // The reader of SVG alone: a logo is data.
  '@react-pdf/svg': ['src/data'],
  '@react-pdf': ['src/typeset', 'src/pdf'],
  fontkit: ['src/typeset', 'src/pdf'],
  'lcms-wasm': ['src/print'],
  qr: ['src/typeset'],
  react: ['src/typeset', 'templates'],
  '@expo-google-fonts': ['src/project.ts'],
};

describe('libraries', () => {
  test('are known to one folder each', () => {
    const found = imports.filter(({ from, to, ours }) => {
      if (ours || to.startsWith('node:')) return false;
      const places = LIBRARIES[to] ?? LIBRARIES[to.split('/')[0] ?? ''];
      return !places || !within(from, ...places);
    });
    expect(found.map(printed)).toEqual([]);
  });

  test('that are listed are used', () => {
    const used = new Set(imports.flatMap(({ to, ours }) => (ours ? [] : [to, to.split('/')[0]])));
    expect(Object.keys(LIBRARIES).filter((listed) => !used.has(listed))).toEqual([]);
  });

  test('of the development are not in the product', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const found = imports.filter(
      ({ to, ours, typeOnly }) => !ours && !typeOnly && !to.startsWith('node:') && !(to in dependencies),
    );
    expect(found.map(printed)).toEqual([]);
  });

  test('of node are named as such', () => {
    const bare = /^(assert|buffer|child_process|crypto|events|fs|module|os|path|stream|url|util|zlib)$/;
    expect(imports.filter(({ to, ours }) => !ours && bare.test(to)).map(printed)).toEqual([]);
  });
});

describe('files', () => {
  test('have no default export', () => {
    expect(files.filter((file) => /^export default\b|\bas default\b/m.test(text(file)))).toEqual([]);
  });

  test('are not named for nothing', () => {
    const empty = /(^|[/-])(utils?|helpers?|index|common|misc|shared)\.tsx?$/;
    expect(files.filter((file) => empty.test(file))).toEqual([]);
  });

  test('are split before they are long', () => {
    const lines = (file: string): number => readFileSync(join(root, file), 'utf8').split('\n').length;
    expect(files.filter((file) => lines(file) > 300)).toEqual([]);
  });

  test('are imported with their ending', () => {
    expect(imports.filter(({ to, ours }) => ours && !/\.tsx?$/.test(to)).map(printed)).toEqual([]);
  });

  test('import each other without a circle', () => {
    // Types are gone when the program runs: two files may speak of each other's.
    const edges = imports.filter(({ ours, typeOnly }) => ours && !typeOnly);
    expect(circles(edges)).toEqual([]);
  });
});

/** The circles in a graph of imports, each once: `a → b → a`. */
function circles(edges: readonly Import[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of edges) targets.set(from, [...(targets.get(from) ?? []), to]);
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file) || path.includes(file)) return;
    for (const to of targets.get(file) ?? []) walk(to, [...path, file]);
    done.add(file);
  };
  for (const file of targets.keys()) walk(file, []);
  return found;
}
