// What is fuzzed: a file's name in the project, sound files to begin with, and the command line that reads it, or the
// module that parses it.
import { readdirSync, readFileSync } from 'node:fs';
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

const pdfsIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => readFileSync(join(folder, name)));

const imported = (subject, name, samples) => ({
  name: `import ${subject} ${name}`,
  file: name,
  samples,
  argv: ['import', subject, name, ...(subject === 'areas' ? ['--council', 'northfield'] : []), ...DAY],
  // What an import may change; whatever it does, a council's file is whole afterwards.
  writes: /^content\/(?:councils|brands|areas)\/|^content\/imports\.yaml$/,
});

const tables = [...fixtures('areas', '.csv'), file('tests/references/areas-leeds.csv')];
const sheets = fixtures('import', '.csv');
const records = fixtures('import', '.json');

const content = (name, module, samples) => ({ name, file: name, samples, module });

/** @param made a folder that holds products of the example, and their manifest */
export const targetsOf = (made) => {
  const workbooks = [readFileSync(join(made, 'form.xlsx')), readFileSync(join(made, 'filled.xlsx'))];
  return [
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
    {
      name: 'file.pdf',
      file: 'file.pdf',
      samples: pdfsIn(join(made, 'anyshire')),
      argv: ['preflight', 'file.pdf', ...DAY],
    },
    {
      name: 'manifest.json',
      file: 'manifest.json',
      samples: [readFileSync(join(made, 'manifest.json'))],
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
  ];
};
