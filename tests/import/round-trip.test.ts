import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf } from '../../src/data/yaml.ts';
import { AREA_COLUMNS, CONTACT_COLUMNS, COUNCIL_COLUMNS, ROLES } from '../../src/import/form.ts';
import type { FormSheet } from '../../src/import/write/sheet.ts';
import { writeWorkbook } from '../../src/import/write/write-workbook.ts';
import { filesIn } from '../output/folder.ts';
import { registry } from '../registry/given.ts';
import { chance } from './cells.ts';
import { projectOf, runIn } from './project.ts';

type Chance = () => number;

const one = <T>(next: Chance, of: readonly T[]): T => of[Math.floor(next() * of.length)]!;
const maybe = (next: Chance, text: () => string): string => (next() < 0.5 ? '' : text());
const digits = (next: Chance, count: number): string =>
  Array.from({ length: count }, () => Math.floor(next() * 10)).join('');

/** Values as people type them: most of them need to be cleaned. */
const typed = {
  phones: (next: Chance) =>
    one(next, [
      () => `01632 960 ${digits(next, 3)}`,
      () => `01632 960${digits(next, 3)} / 960${digits(next, 3)}`,
      () => `Tel: (01632) 960 ${digits(next, 3)} or +44 1632 960${digits(next, 3)}`,
      () => `01632960${digits(next, 3)}; 07700 900 ${digits(next, 3)}`,
    ])(),
  name: (next: Chance) =>
    one(next, [
      'Jo Example',
      "Ann O'Neill",
      '  Siân  Ŵyl ',
      'A & B “Bob” Smith',
      'Team: north; south',
      '{{name}}',
      '# 1',
    ]),
  email: (next: Chance) => one(next, ['ro@leeds.example', 'mailto:Elections@York.example', ' a.b@c.example ']),
  address: (next: Chance) =>
    one(next, ['Town Hall\n1 High Street\nAnytown', 'Civic Hall, Leeds', 'Room 1; 12, Mill Lane; LS1 1UR', 'The Hall']),
  hours: (next: Chance) => one(next, ['Monday to Friday, 9am to 5pm', '9:30–17:00', 'by\nappointment']),
  website: (next: Chance) => one(next, ['www.leeds.example/elections', 'https://york.example', 'leeds.example/']),
  postcode: (next: Chance) => one(next, ['LS1 1UR', 'ls11ur', 'LS1  1ur']),
  day: (next: Chance) => `2027-0${1 + Math.floor(next() * 9)}-1${Math.floor(next() * 10)}`,
} as const;

function cellFor(field: string, next: Chance): string {
  if (/phone/.test(field)) return maybe(next, () => (field.startsWith('alt') ? '01632 960 001' : typed.phones(next)));
  const kind = (['email', 'address', 'hours', 'website', 'postcode'] as const).find((each) => field.endsWith(each));
  if (kind) return maybe(next, () => typed[kind](next));
  if (field === 'election.date' || field === 'contactsCheckedOn') return maybe(next, () => typed.day(next));
  if (field === 'police') return maybe(next, () => one(next, ['Kent', 'Anyshire Police']));
  if (/name|title|issuedBy/i.test(field)) return maybe(next, () => typed.name(next));
  return '';
}

/** The form as councils send it back. */
function filledIn(next: Chance): readonly FormSheet[] {
  const known = Array.from({ length: 3 }, () => one(next, registry().councils)).map(({ slug, name }) => [
    slug,
    name,
    '',
  ]);
  const others = [
    ['quux', 'Quux Town Council', 'town'],
    ['mayor-of-quux', 'Mayor of Quux', 'mayor'],
  ];
  const councils = [...new Map([...known, ...others].map((each) => [each[0], each])).values()];
  const slugs = councils.map(([slug = '']) => slug);
  return [
    {
      kind: 'table',
      name: 'Councils',
      columns: COUNCIL_COLUMNS,
      rows: councils.map(([slug = '', name = '', kind = '']) =>
        COUNCIL_COLUMNS.map(({ field }) =>
          field === 'slug' ? slug : field === 'name' ? name : field === 'election.kind' ? kind : cellFor(field, next),
        ),
      ),
    },
    {
      kind: 'table',
      name: 'Contacts',
      columns: CONTACT_COLUMNS,
      rows: slugs.flatMap((slug) =>
        [...ROLES, ROLES[1]]
          .filter(() => next() < 0.7)
          .map((role) =>
            CONTACT_COLUMNS.map(({ field }) =>
              field === 'council' ? slug : field === 'role' ? role : cellFor(field.replace('contact.', ''), next),
            ),
          ),
      ),
    },
    {
      kind: 'table',
      name: 'Areas',
      columns: AREA_COLUMNS,
      rows: slugs.flatMap((slug) =>
        ['Abbey', "St Mary's & Ŵyl", ' Bow/Bromley ', '{{#if x}}', 'Moor ED'].map((name) => [
          slug,
          name,
          maybe(next, () => 'Y Dref'),
          '',
          '',
        ]),
      ),
    },
  ];
}

/** What a project holds, without where it came from. */
function recordsOf(folder: string): unknown {
  const held = filesIn(join(folder, 'content')).map((path) => {
    const text = readFileSync(join(folder, 'content', path), 'utf8');
    if (!path.endsWith('.csv')) return [path, documentOf(text)?.toJS()];
    return [path, text.split('\n').map((line) => line.split(',').slice(0, 3))];
  });
  return Object.fromEntries(held);
}

test.each([1, 2, 3, 4])('what is imported, exported and imported again is the same (%d)', async (seed) => {
  const next = chance(seed);
  const [first, second] = [projectOf('leeds'), projectOf('leeds')];
  writeFileSync(join(first, 'sent.xlsx'), writeWorkbook(filledIn(next)));
  const came = await runIn(first, 'import', 'councils', 'sent.xlsx');
  expect(came.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(came.written.length).toBeGreaterThan(10);
  expect((await runIn(first, 'export', 'again.xlsx')).status).toBe(0);
  writeFileSync(join(second, 'again.xlsx'), readFileSync(join(first, 'again.xlsx')));
  expect((await runIn(second, 'import', 'councils', 'again.xlsx')).status).toBe(0);
  expect(recordsOf(second)).toEqual(recordsOf(first));
  // And where it came from, there is nothing new in it.
  expect((await runIn(first, 'import', 'councils', 'again.xlsx')).written).toEqual([]);
});
