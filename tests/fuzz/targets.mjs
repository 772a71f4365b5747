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

/** Files that are taken as they are: what is wrong with them afterwards is a cell, and the other rows go on. */
const contacts = Buffer.from(`Council,Role,Name,Tel,E-mail address,Opening hours
Northfield Borough Council,Returning Officer,Alex Example,01632 960101 / 960102,ro@northfield.example,9 to 5
Northfield Borough Council,Electoral services,Elections team,(01632) 960 103 and ask for Sam,elections@northfield.example,
`);
const exported = Buffer.from(
  JSON.stringify([
    {
      council_id: 'NFD',
      name: 'Northfield Borough Council',
      email: 'elections@northfield.example',
      phone: '01632 960103',
      website: 'www.northfield.example',
      postcode: 'NF1 1AA',
      address: 'Town Hall;High Street',
      identifiers: ['E07999999'],
      nation: 'England',
    },
  ]),
);

const content = (name, module, samples) => ({ name, file: name, samples, module });

/** @param made a folder that holds products of the example, and their manifest */
export const targetsOf = (made) => {
  const workbooks = [readFileSync(join(made, 'form.xlsx')), readFileSync(join(made, 'filled.xlsx'))];
  return [
    imported('areas', 'areas.csv', [...tables, ...sheets]),
    imported('contacts', 'contacts.csv', [...sheets.slice(0, 6), ...Array.from({ length: 12 }, () => contacts)]),
    imported('contacts', 'contacts.xlsx', workbooks),
    imported('areas', 'areas.xlsx', workbooks),
    imported('contacts', 'contacts.json', [...records.slice(0, 12), ...Array.from({ length: 12 }, () => exported)]),
    imported('councils', 'councils.json', [...records.slice(0, 12), ...Array.from({ length: 12 }, () => exported)]),
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
