// What is fuzzed: a file's name in the project, sound files to begin with, and the command line that reads it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const fixtures = (folder, ending, name = /./) =>
  readdirSync(join(root, 'tests/fixtures', folder))
    .filter((file) => ending.test(file) && name.test(file) && !file.endsWith('.expected.json'))
    .map((file) => readFileSync(join(root, 'tests/fixtures', folder, file)));
const file = (...path) => readFileSync(join(root, ...path));

const project = 'tests/fixtures/projects/northfield';
const DAY = ['--date', '2025-03-20'];

/** Parses a council's files and tells its contacts; sets no pages. */
const reading = (extra = []) => ['sign-off', '--council', 'northfield', '--name', 'A. Example', ...extra, ...DAY];

export const targets = [
  {
    name: 'council.yaml',
    file: 'content/councils/northfield.yaml',
    samples: [file(project, 'content/councils/northfield.yaml'), file('content/councils/anyshire.yaml')],
    argv: reading(),
  },
  {
    name: 'areas.csv',
    file: 'areas.csv',
    samples: [...fixtures('areas', /\.csv$/), file('tests/references/areas-leeds.csv')],
    argv: ['batch', '--council', 'nobody', '--areas', 'areas.csv', ...DAY],
  },
  { name: 'file.pdf', file: 'file.pdf', samples: pdfs(), argv: ['preflight', 'file.pdf', ...DAY] },
  {
    name: 'manifest.json',
    file: 'after/manifest.json',
    samples: [Buffer.from('{"handbill manifest 1":{}}')],
    argv: ['manifest', 'diff', 'before', 'after', ...DAY],
  },
];

function pdfs() {
  const folder = join(root, 'output/anyshire');
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.pdf'))
        .map((name) => readFileSync(join(folder, name)))
    : [];
}
