import { describe, expect, test } from 'vitest';
import { collect } from '../../src/diagnostics/collect.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Field, Subject } from '../../src/import/fields.ts';
import { AREA_COLUMNS, CONTACT_COLUMNS, COUNCIL_COLUMNS } from '../../src/import/form.ts';
import { type Given, recognise, type Recognised } from '../../src/import/recognise.ts';
import { tableOf } from '../../src/import/recognise-print.ts';
import type { Sheet, SheetCell, Workbook } from '../../src/import/workbook.ts';

type Rows = readonly (readonly (string | Partial<SheetCell>)[])[];

const cellOf = (given: string | Partial<SheetCell>): SheetCell => {
  const { text = '', ...rest } = typeof given === 'string' ? { text: given } : given;
  return { text, kind: text === '' ? 'empty' : 'text', ...rest };
};

const sheetOf = (rows: Rows, name?: string): Sheet => ({
  ...(name !== undefined && { name }),
  async *rows() {
    for (const [i, cells] of rows.entries()) yield { number: i + 1, cells: cells.map(cellOf) };
  },
  placeOf: (row, column) => ({
    kind: 'cell',
    path: 'contacts.xlsx',
    ...(name !== undefined && { sheet: name }),
    row,
    column,
  }),
});

const bookOf = (...sheets: readonly Sheet[]): Workbook => ({ path: 'contacts.xlsx', format: 'xlsx', sheets });

type Result = {
  readonly found: Recognised | undefined;
  readonly all: readonly Diagnostic[];
  readonly rules: readonly string[];
};

async function look(workbook: Workbook, subject: Subject, given: Partial<Given> = {}): Promise<Result> {
  const { report, all } = collect();
  const found = await recognise(workbook, subject, { map: [], remembered: new Map(), ...given }, report);
  const rules = all().map(({ rule, severity }) => `${severity} ${rule.replace('import/', '')}`);
  for (const { message, hints, place } of all()) {
    expect(message).toMatch(/^[^A-Z]/);
    expect([message, ...hints].filter((text) => /\.$|undefined|\[object/.test(text))).toEqual([]);
    expect(hints.length).toBeGreaterThan(0);
    expect(place).toBeDefined();
  }
  return { found, all: all(), rules };
}

const of = (rows: Rows, subject: Subject, given: Partial<Given> = {}): Promise<Result> =>
  look(bookOf(sheetOf(rows)), subject, given);

/** `A name`, `B council.gss`: which column is taken as what. */
const columnsOf = (found: Recognised | undefined): readonly string[] | undefined =>
  found?.columns.map(({ column, field }) => `${String.fromCharCode(65 + column)} ${field}`);

const LEEDS = ['3782', 'E05013038', 'Adel', ' ', 'E08000035', 'Leeds'];

describe('areas', () => {
  test('of the Office for National Statistics', async () => {
    const { found, rules } = await of(
      [['ï»¿FID', 'WD25CD', 'WD25NM', 'WD25NMW', 'LAD25CD', 'LAD25NM'], LEEDS],
      'areas',
    );
    expect(rules).toEqual([]);
    expect(found).toMatchObject({ headerRow: 1, noun: 'ward', needsCouncil: false });
    expect(columnsOf(found)).toEqual(['B code', 'C name', 'D nameCy', 'E council.gss', 'F council.name']);
    expect(found?.ignored).toEqual([{ column: 0, heading: 'FID', first: '3782', note: 'a number of the list’s own' }]);
  });

  test('without a column of councils: the caller must ask', async () => {
    const { found, rules } = await of(
      [
        ['WD25CD', 'WD25NM', 'FID'],
        ['E05013038', 'Adel', '1'],
      ],
      'areas',
    );
    expect(rules).toEqual([]);
    expect(found).toMatchObject({ needsCouncil: true, noun: 'ward' });
  });

  test('below a title, a note and an empty row', async () => {
    const rows = [
      ['Wards of Anyshire, 2025'],
      [],
      ['Note: wards changed in 2023', ''],
      ['Ward name', 'Electorate'],
      ['Abbey', '5000'],
    ];
    const { found, rules } = await of(rows, 'areas');
    expect(rules).toEqual([]);
    expect(found).toMatchObject({ headerRow: 4 });
    expect(found).not.toHaveProperty('noun');
    expect(columnsOf(found)).toEqual(['A name']);
    expect(found?.ignored).toMatchObject([{ column: 1, heading: 'Electorate', first: '5000' }]);
  });

  test('with an English and a Welsh heading', async () => {
    const { found, rules } = await of(
      [
        ['Enw’r ward', 'Ward name'],
        ['Abaty', 'Abbey'],
      ],
      'areas',
    );
    expect(rules).toEqual([]);
    expect(columnsOf(found)).toEqual(['A nameCy', 'B name']);
    expect(
      columnsOf(
        (
          await of(
            [
              ['Enw’r ward', 'Cod'],
              ['Abaty', 'W05000001'],
            ],
            'areas',
          )
        ).found,
      ),
    ).toEqual(['A name', 'B code']);
  });

  test('with two columns of names: one is taken, with a warning and the way to choose', async () => {
    const { found, all, rules } = await of(
      [
        ['Ward', 'name'],
        ['x', 'Abbey ward'],
      ],
      'areas',
    );
    expect(rules).toEqual(['warning two-columns']);
    expect(columnsOf(found)).toEqual(['B name']);
    expect(all[0]?.place).toMatchObject({ row: 1, column: 1 });
    expect(all[0]?.hints[0]).toContain('--map name="Ward"');
    const chosen = await of(
      [
        ['Ward', 'name'],
        ['x', 'y'],
      ],
      'areas',
      {
        map: [
          ['name', 'Ward'],
          ['ignore', 'name'],
        ],
      },
    );
    expect(chosen.rules).toEqual([]);
    expect(columnsOf(chosen.found)).toEqual(['A name']);
  });

  test('of several lists of councils in one file take all their columns', async () => {
    const { found, rules } = await of(
      [
        ['CED25NM', 'CTY25CD', 'CTY25NM', 'LAD25NM'],
        ['A ED', 'E10000003', 'B', 'C'],
      ],
      'areas',
    );
    expect(rules).toEqual([]);
    expect(columnsOf(found)).toEqual(['A name', 'B council.gss', 'C council.name', 'D council.name']);
    expect(found).toMatchObject({ noun: 'division' });
  });
});

const merged = (text: string): Partial<SheetCell> => ({ text, isMerged: true });

describe('contacts', () => {
  const people = ['Leeds', 'Tom Riordan', '01632 960001', 'ro@leeds.example', '01632 960002', 'es@leeds.example'];

  test('with headings of their own', async () => {
    const headings = ['Council', 'RO', 'RO phone', 'RO email', 'Electoral services tel', 'Electoral services email'];
    const { found, rules } = await of([headings, people], 'contacts');
    expect(rules).toEqual([]);
    const fields = ['A council', 'B returningOfficer.name', 'C returningOfficer.phones', 'D returningOfficer.email'];
    expect(columnsOf(found)).toEqual([...fields, 'E electoralServices.phones', 'F electoralServices.email']);
    expect(found).toMatchObject({ needsCouncil: false });
  });

  const SPLIT = [
    'A council',
    'B returningOfficer.name',
    'C returningOfficer.phones',
    'D returningOfficer.email',
    'E electoralServices.phones',
    'F electoralServices.email',
  ];
  const below = ['', 'Name', 'Phone', 'Email', 'Phone', 'Email'];

  test.for<readonly [what: string, rows: Rows, header: number]>([
    [
      'merged',
      [
        [
          'Council',
          'Returning Officer',
          merged('Returning Officer'),
          merged('Returning Officer'),
          'Electoral services',
          merged('Electoral services'),
        ],
        ['Council', ...below.slice(1)],
        people,
      ],
      2,
    ],
    [
      'merged, and councils beside them',
      [
        [
          'Council',
          'Returning Officer',
          merged('Returning Officer'),
          merged('Returning Officer'),
          'Electoral services',
          merged('Electoral services'),
        ],
        below,
        people,
      ],
      2,
    ],
    [
      'saved as CSV',
      [['', 'Returning Officer', '', '', 'Electoral services', ''], ['Council', ...below.slice(1)], people],
      2,
    ],
    [
      'saved as CSV, councils above',
      [['Council', 'Returning Officer', '', '', 'Electoral services', ''], below, people],
      2,
    ],
    [
      'below a title',
      [
        ['Contacts 2025'],
        [],
        ['', 'Returning Officer', '', '', 'Electoral services', ''],
        ['Council', ...below.slice(1)],
        people,
      ],
      4,
    ],
  ])('whose headings stand in two rows, %s', async ([, rows, header]) => {
    const { found, rules } = await of(rows, 'contacts');
    expect(rules).toEqual([]);
    expect(columnsOf(found)).toEqual(SPLIT);
    expect(found).toMatchObject({ headerRow: header });
    expect(found?.columns[1]?.heading).toBe('Returning Officer Name');
  });

  test('that do not say whose they are belong to what stands left of them, with a warning', async () => {
    const { found, rules, all } = await of(
      [['Council', 'Returning Officer', 'Phone', 'Email'], people.slice(0, 4)],
      'contacts',
    );
    expect(columnsOf(found)).toEqual(SPLIT.slice(0, 4));
    expect(rules).toEqual(['warning assumed-contact']);
    expect(all[0]).toMatchObject({ place: { row: 1, column: 3 } });
    expect(all[0]?.message).toContain('`returningOfficer.phones`');
  });

  test('of nobody are the electoral services’, with a warning', async () => {
    const { found, rules } = await of(
      [
        ['Local authority', 'Tel', 'E-mail'],
        ['Leeds', '01632 960001', 'a@leeds.example'],
      ],
      'contacts',
    );
    expect(columnsOf(found)).toEqual(['A council', 'B electoralServices.phones', 'C electoralServices.email']);
    expect(rules).toEqual(['warning assumed-contact']);
  });

  test('one in each row, with a column of roles', async () => {
    const headings = [
      'Council',
      'Role',
      'Name',
      'Telephone',
      'Telephone 2',
      'Email',
      'Address 1',
      'Address 2',
      'Postcode',
    ];
    const { found, rules } = await of(
      [headings, ['Leeds', 'Returning Officer', 'Tom', '01632 960001', '', 'a@b.uk', 'x', 'y', 'LS1 1UR']],
      'contacts',
    );
    expect(rules).toEqual([]);
    const fields = ['A council', 'B role', 'C contact.name', 'D contact.phones', 'E contact.phones', 'F contact.email'];
    expect(columnsOf(found)).toEqual([...fields, 'G contact.address', 'H contact.address', 'I contact.postcode']);
  });

  test('under a heading that says only whose: by what stands below', async () => {
    const { found } = await of(
      [
        ['Council', 'Elections team', 'SPOC', 'RO'],
        ['Leeds', 'es@leeds.example', '01632 960001', 'Tom'],
      ],
      'contacts',
    );
    expect(columnsOf(found)).toEqual([
      'A council',
      'B electoralServices.email',
      'C feoa.phones',
      'D returningOfficer.name',
    ]);
  });

  test('for the registration of voters are never taken', async () => {
    const { found, rules } = await of(
      [
        ['Council', 'Electoral services email', 'Registration email', 'ERO phone'],
        ['x', 'a@b.uk', 'c@d.uk', '01632 960001'],
      ],
      'contacts',
    );
    expect(rules).toEqual([]);
    expect(columnsOf(found)).toEqual(['A council', 'B electoralServices.email']);
    expect(found?.ignored.map(({ note }) => note)).toEqual([
      expect.stringContaining('Scotland'),
      expect.stringContaining('Scotland'),
    ]);
  });

  test('in a column that is not known are not passed over in silence', async () => {
    const { found, rules, all } = await of(
      [
        ['Council', 'RO email', 'Hotline desk'],
        ['Leeds', 'a@b.uk', '01632 960001'],
      ],
      'contacts',
    );
    expect(rules).toEqual(['warning unknown-column']);
    expect(all[0]?.place).toMatchObject({ row: 1, column: 3 });
    expect(found?.ignored).toHaveLength(1);
    const told = await of(
      [
        ['Council', 'RO email', 'Hotline desk'],
        ['Leeds', 'a@b.uk', '01632 960001'],
      ],
      'contacts',
      { map: [['ignore', 'Hotline desk']] },
    );
    expect(told.rules).toEqual([]);
  });

  test('without councils: the caller must ask', async () => {
    expect(
      (
        await of(
          [
            ['RO', 'RO phone'],
            ['Tom', '01632 960001'],
          ],
          'contacts',
        )
      ).found,
    ).toMatchObject({ needsCouncil: true });
  });
});

describe('files of others', () => {
  test('of the Electoral Commission', async () => {
    const headings = [
      'code',
      'official_name',
      'identifiers.0',
      'electoral_services.address',
      'electoral_services.postcode',
      'electoral_services.tel.0',
      'electoral_services.tel.1',
      'electoral_services.email',
      'electoral_services.website',
      'registration.email',
    ];
    const { found, rules } = await of(
      [headings, ['ABE', '', 'S12000033', 'x', 'AB1 1AB', '01632 960001', '', 'a@b.uk', 'b.uk', 'c@d.uk']],
      'contacts',
    );
    expect(rules).toEqual([]);
    const services = ['D address', 'E postcode', 'F phones', 'G phones', 'H email', 'I website'].map((each) =>
      each.replace(' ', ' electoralServices.'),
    );
    expect(columnsOf(found)).toEqual(['B council', 'C gss', ...services]);
  });

  test('of Democracy Club', async () => {
    const headings = [
      'council_id',
      'name',
      'email',
      'phone',
      'website',
      'postcode',
      'address',
      'identifiers.0',
      'nation',
    ];
    const { found, rules } = await of(
      [headings, ['ABE', 'Aberdeen', 'a@b.uk', '01632 960001', 'b.uk', 'AB1 1AB', 'x', 'S12000033', 'Scotland']],
      'contacts',
    );
    expect(rules).toEqual([]);
    const services = ['C email', 'D phones', 'E website', 'F postcode', 'G address'].map((each) =>
      each.replace(' ', ' electoralServices.'),
    );
    expect(columnsOf(found)).toEqual(['B council', ...services, 'H gss', 'I nation']);
  });

  test('of data.police.uk', async () => {
    const headings = ['description', 'url', 'telephone', 'engagement_methods.0.url', 'id', 'name'];
    const { found, rules } = await of(
      [headings, ['<p>x</p>', 'http://x.uk', '101', 'http://x.uk', 'x', 'X Police']],
      'contacts',
    );
    expect(rules).toEqual([]);
    expect(columnsOf(found)).toEqual(['B police.website', 'F police']);
    expect(found).toMatchObject({ needsCouncil: true });
  });

  test('of councils, with codes that are no GSS codes', async () => {
    const { found, rules } = await of(
      [
        ['slug', 'name', 'nation', 'gss', 'code', 'police_force', 'website'],
        ['leeds', 'Leeds City Council', 'England', 'E08000035', 'LDS', 'west-yorkshire', 'x.uk'],
      ],
      'councils',
    );
    expect(rules).toEqual([]);
    expect(columnsOf(found)).toEqual(['A slug', 'B name', 'C nation', 'D gss', 'F police', 'G issuedBy.website']);
  });
});

describe('--map', () => {
  const rows = [
    ['Council', 'Contact No', 'Colour', 'Thing'],
    ['Leeds', '01632 960001', 'red', '01632 960002'],
  ];
  const fieldsOf = async (...map: (readonly [string, string])[]): Promise<readonly string[] | undefined> =>
    columnsOf((await of(rows, 'contacts', { map })).found);

  test('takes a field by its key, its short name or as a heading would say it', async () => {
    for (const field of [
      'returningOfficer.phones',
      'ro phone',
      'RO tel',
      'returning officer phone',
      'returningofficer.phones',
    ]) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await fieldsOf([field, 'Contact No'], ['ignore', 'thing'])).toEqual([
        'A council',
        'B returningOfficer.phones',
      ]);
    }
    expect(await fieldsOf(['phone', 'THING'])).toContain('D electoralServices.phones');
    expect(await fieldsOf(['email', 'Colour'])).toContain('C electoralServices.email');
    // A key of a council's file is that key.
    expect(await fieldsOf(['name', 'Colour'])).toContain('C name');
  });

  test('says so in the table', async () => {
    const { found } = await of(rows, 'contacts', { map: [['ro phone', 'Thing']] });
    expect(found?.columns.find(({ column }) => column === 3)).toMatchObject({ by: 'map', because: '`--map`' });
  });

  test.for<readonly [field: string, heading: string, rule: string, hint: string]>([
    ['returningOfficer.phons', 'Thing', 'unknown-field', 'did you mean `--map returningOfficer.phones="Thing"`?'],
    ['shoe size', 'Thing', 'unknown-field', 'use one of'],
    ['ro phone', 'Contct No', 'unknown-heading', 'did you mean `--map ro phone="Contact No"`?'],
    ['ro phone', 'zzz', 'unknown-heading', 'use one of `Council`'],
    ['ro phone', '', 'unknown-heading', 'use one of `Council`'],
  ])('%s=%s: %s', async ([field, heading, rule, hint]) => {
    const { found, rules, all } = await of(rows, 'contacts', { map: [[field, heading]] });
    expect(found).toBeUndefined();
    expect(rules).toEqual([`error ${rule}`]);
    expect(all[0]?.hints.join()).toContain(hint);
  });

  test('finds the header by the heading that it names', async () => {
    const strange = [['Title of it all'], ['Zone', 'Blurb'], ['Abbey', 'x']];
    expect((await of(strange, 'areas')).rules).toEqual(['error no-header']);
    const { found, rules } = await of(strange, 'areas', { map: [['name', 'Zone']] });
    expect(rules).toEqual([]);
    expect(found).toMatchObject({ headerRow: 2, columns: [{ field: 'name', column: 0, by: 'map', first: 'Abbey' }] });
  });
});

describe('remembered shapes', () => {
  const rows = [
    ['Council', 'Contact No', 'Thing'],
    ['Leeds', '01632 960001', 'x'],
  ];

  test('are used again for the same headings, whatever the rows', async () => {
    const { found } = await of(rows, 'contacts');
    expect(found?.shape).toMatch(/^[0-9a-f]{64}$/);
    const other = await of(
      [
        [' COUNCIL', 'contact no.', 'thing '],
        ['York', '01632 960002', 'y'],
      ],
      'contacts',
    );
    expect(other.found?.shape).toBe(found?.shape);
    expect(
      (
        await of(
          [
            ['Council', 'Contact No', 'Things'],
            ['a', '01632 960001', 'c'],
          ],
          'contacts',
        )
      ).found?.shape,
    ).not.toBe(found?.shape);
    const headings = new Map<string, Field | 'ignore'>([
      ['Contact No', 'returningOfficer.phones'],
      ['Thing', 'returningOfficer.name'],
    ]);
    const again = await of(rows, 'contacts', { remembered: new Map([[found?.shape ?? '', headings]]) });
    expect(again.rules).toEqual([]);
    expect(columnsOf(again.found)).toEqual(['A council', 'B returningOfficer.phones', 'C returningOfficer.name']);
    expect(again.found?.columns[1]).toMatchObject({ by: 'remembered', because: 'as it was last time' });
    const mapped = await of(rows, 'contacts', {
      remembered: new Map([[found?.shape ?? '', headings]]),
      map: [['feoa phone', 'Contact No']],
    });
    expect(columnsOf(mapped.found)).toContain('B feoa.phones');
  });
});

describe('sheets', () => {
  const wards = sheetOf([['Ward'], ['Abbey']], 'Old');
  const lists = sheetOf(
    [
      ['FID', 'WD25CD', 'WD25NM', 'LAD25NM'],
      ['1', 'E05000001', 'Abbey', 'Leeds'],
    ],
    'List',
  );
  const notes = sheetOf([['Notes'], ['nothing here']], 'Read me');
  const empty = sheetOf([], 'Sheet3');

  test('the one that says most is read, and the others that could be are named', async () => {
    const { found, rules, all } = await look(bookOf(notes, wards, lists, empty), 'areas');
    expect(found?.sheet.name).toBe('List');
    expect(rules).toEqual(['warning other-sheets']);
    expect(all[0]?.hints).toEqual(['read another with `--sheet "Old"`']);
    expect((await look(bookOf(notes, wards, empty), 'areas')).rules).toEqual([]);
  });

  test('one that is called for the subject is meant', async () => {
    const called = sheetOf([['Ward'], ['Abbey']], 'Wards');
    const { found, rules } = await look(bookOf(called, lists), 'areas');
    expect([found?.sheet.name, rules]).toEqual(['Wards', []]);
  });

  test('of the form are recognised as what they were made for', async () => {
    const columns = { councils: COUNCIL_COLUMNS, contacts: CONTACT_COLUMNS, areas: AREA_COLUMNS } as const;
    const book = bookOf(
      ...Object.entries(columns).map(([name, all]) =>
        sheetOf([all.map(({ heading }) => heading), ['example']], `${name[0]?.toUpperCase()}${name.slice(1)}`),
      ),
    );
    for (const subject of ['councils', 'contacts', 'areas'] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const { found, rules } = await look(book, subject);
      expect(rules).toEqual([]);
      expect(found?.columns.map(({ heading, field }) => ({ heading, field }))).toEqual(
        columns[subject].map(({ heading, field }) => ({ heading, field })),
      );
    }
  });

  test('--sheet chooses by name or number', async () => {
    for (const sheet of ['Old', 'old ', '2']) {
      // oxlint-disable-next-line no-await-in-loop
      const { found, rules } = await look(bookOf(notes, wards, lists), 'areas', { sheet });
      expect([found?.sheet.name, rules]).toEqual(['Old', []]);
    }
    const { found, rules, all } = await look(bookOf(notes, wards, lists), 'areas', { sheet: 'Odl' });
    expect([found, rules]).toEqual([undefined, ['error unknown-sheet']]);
    expect(all[0]?.hints[0]).toBe('did you mean `--sheet "Old"`?');
  });
});

describe('what cannot be read', () => {
  test.for<readonly [what: string, rows: Rows, subject: Subject, rule: string, column: number]>([
    ['nothing', [], 'areas', 'no-rows', 0],
    ['empty cells', [['', ' '], ['']], 'areas', 'no-rows', 0],
    ['a header alone', [['Ward'], [''], []], 'areas', 'no-rows', 1],
    ['prose', [['Dear all', 'see below'], ['Best wishes']], 'contacts', 'no-header', 1],
    [
      'areas without names',
      [
        ['WD25CD', 'LAD25CD'],
        ['E05000001', 'E08000035'],
      ],
      'areas',
      'missing-column',
      1,
    ],
    [
      'councils alone, as contacts',
      [
        ['Council', 'GSS'],
        ['Leeds', 'E08000035'],
      ],
      'contacts',
      'missing-column',
      1,
    ],
    ['contacts alone, as councils', [['RO phone'], ['01632 960001']], 'councils', 'missing-column', 1],
  ])('%s', async ([, rows, subject, rule, column]) => {
    const { found, rules, all } = await of(rows, subject);
    expect(found).toBeUndefined();
    expect(rules).toEqual([`error ${rule}`]);
    expect(all[0]?.place).toMatchObject(column > 0 ? { kind: 'cell', column } : { path: 'contacts.xlsx' });
  });
});

test('the table says of each column what it is taken as, and why', async () => {
  const { found } = await of(
    [
      ['Council', 'RO', 'Phone', 'Fax', 'Colours', '', 'Registration email'],
      ['Leeds', 'Tom\nRiordan', '01632 960001', '1', 'red\u202e', 'stray', 'a@b.uk'],
    ],
    'contacts',
  );
  const lines = (found ? tableOf(found) : '').trimEnd().split('\n');
  expect(lines.map((line) => line.split(/ {2,}/).slice(0, 3).join('|'))).toEqual([
    'Column|Heading|Taken as',
    'A|Council|council',
    'B|RO|returningOfficer.name',
    'C|Phone|returningOfficer.phones',
    'D|Fax|(ignored)',
    'E|Colours|(ignored)',
    'F|(ignored)|not known',
    'G|Registration email|(ignored)',
  ]);
  expect(lines[2]).toMatch(/ Tom Riordan$/);
  expect(lines[3]).toContain('it stands right of RO');
  expect(lines[5]).toContain('red\\u202e');
});
