// What is fuzzed: a file's name in the project, sound files to begin with, and the command line that reads it, or the
// module that parses it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const file = (...path) => readFileSync(join(root, ...path));

/** The fixtures of a folder by the ending of their names; of those with expectations, not the expectations. */
const fixtures = (folder, ending) =>
  readdirSync(join(root, 'tests/fixtures', folder))
    .filter((name) => name.endsWith(ending) && !name.endsWith('.expected.json'))
    .map((name) => file('tests/fixtures', folder, name));

const DAY = ['--date', '2025-03-20'];
const northfield = 'tests/fixtures/projects/northfield';

/** Products of the example, if they have been made. */
const products = () => {
  const folder = join(root, 'output/anyshire');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pdf')) : [];
  return names.map((name) => readFileSync(join(folder, name)));
};

const imported = (subject, name, samples) => ({
  name: `import ${subject} ${name}`,
  file: name,
  samples,
  argv: ['import', subject, name, '--council', 'northfield', ...DAY],
});

const tables = [...fixtures('areas', '.csv'), file('tests/references/areas-leeds.csv')];
const sheets = fixtures('import', '.csv');
const workbooks = fixtures('import', '.xlsx');
const records = fixtures('import', '.json');

const content = (name, module, samples) => ({ name, file: name, samples, module });

export const targets = [
  imported('areas', 'areas.csv', [...tables, ...sheets]),
  imported('contacts', 'contacts.csv', sheets),
  imported('contacts', 'contacts.xlsx', workbooks),
  imported('areas', 'areas.xlsx', workbooks),
  imported('contacts', 'contacts.json', records),
  imported('councils', 'councils.json', records),
  {
    name: 'council.yaml',
    file: 'content/councils/northfield.yaml',
    samples: [file(northfield, 'content/councils/northfield.yaml'), file('content/councils/anyshire.yaml')],
    argv: ['sign-off', '--council', 'northfield', '--name', 'A. Example', ...DAY],
  },
  { name: 'file.pdf', file: 'file.pdf', samples: products(), argv: ['preflight', 'file.pdf', ...DAY] },
  {
    name: 'manifest.json',
    file: 'manifest.json',
    samples: [file('output/manifest.json')],
    argv: ['manifest', 'diff', 'manifest.json', 'manifest.json', ...DAY],
  },
  content('guidance.md', 'content/guidance.js', [
    file('content/guidance/candidate-security.en.md'),
    ...fixtures('content', '.md'),
  ]),
  content('words.md', 'content/local-words.js', [
    file('content/councils/anyshire.en.md'),
    ...fixtures('content', '.md'),
  ]),
  content('links.yaml', 'content/links.js', [file('content/links.yaml'), ...fixtures('content', '.yaml')]),
  content('furniture.yaml', 'data/furniture.js', [
    file('content/furniture/en.yaml'),
    file('content/furniture/cy.yaml'),
  ]),
].filter(({ samples }) => samples.length > 0);
