import { ELECTION_KINDS, NATIONS } from '../data/record.ts';
import type { Field } from './fields.ts';
import type { Choices, FormColumn, FormSheet } from './write/sheet.ts';

/** What the rows call their council that only show how a row is filled in; they are not meant to be imported. */
export const EXAMPLE_SLUG = 'example';

/** A column of the form, and what it is recognised as when the form comes back. */
export type FieldColumn = FormColumn & { readonly field: Field };

const NOTE = {
  phones: 'As you would print it, with its spaces: 01632 960 001. Several: a semicolon between them.',
  day: 'Year, month and day: 2025-05-01.',
  address: 'A semicolon between the lines.',
} as const;

type Options = { readonly choices?: Choices; readonly kind?: FormColumn['kind'] };

const column = (field: Field, heading: string, width: number, note?: string, options: Options = {}): FieldColumn => ({
  field,
  heading,
  width,
  kind: 'text',
  ...(note !== undefined && { note }),
  ...options,
});

/** One row for each council. */
export const COUNCIL_COLUMNS: readonly FieldColumn[] = [
  column(
    'slug',
    'File name',
    18,
    'The name of the council’s file: small letters, figures and single hyphens, as north-moor. The other sheets call the council by it.',
  ),
  column('name', 'Council', 34, 'As it is printed in the band at the top.'),
  column('shortName', 'Short name', 18, 'Optional. For narrow places, where the full name does not fit.'),
  column('gss', 'GSS code', 12, 'Optional. The code of the Office for National Statistics: a letter and eight digits.'),
  column('nation', 'Nation', 16, 'Not printed.', { choices: NATIONS }),
  column('election.name', 'Election name', 22, 'As it is printed in the band: Local elections.'),
  column(
    'election.kind',
    'Election type',
    22,
    'Of parish and town elections nothing is said of Operation Ford, since it does not extend to them.',
    { choices: ELECTION_KINDS },
  ),
  column('election.date', 'Polling day', 14, NOTE.day, { kind: 'day' }),
  column(
    'contactsCheckedOn',
    'Contacts checked on',
    20,
    `The day on which somebody last rang the numbers; it is printed. ${NOTE.day}`,
    { kind: 'day' },
  ),
  column('police', 'Police force', 24, 'The force that serves the council.'),
  column('police.website', 'Police force website', 28, 'Optional. Without it police.uk is printed.'),
  column(
    'alternativeFormats.phone',
    'Alternative formats phone',
    20,
    `Optional. Whom to ask for large print, audio or another language. ${NOTE.phones}`,
  ),
  column('alternativeFormats.email', 'Alternative formats email', 30, 'Optional.'),
  column('issuedBy.name', 'Issued by', 30, 'Optional. Who publishes the leaflet, on its last page.'),
  column('issuedBy.address', 'Issued by address', 36, `Optional. ${NOTE.address}`),
  column('issuedBy.postcode', 'Issued by postcode', 14, 'Optional.'),
  column('issuedBy.website', 'Issued by website', 28, 'Optional.'),
];

const ofCouncil: Options = { choices: { sheet: 'Councils', column: 1 } };

/** The words of the list of roles; each is recognised as the key of a council's file that it stands for. */
export const ROLES = [
  'Returning Officer',
  'Deputy Returning Officer',
  'Electoral services',
  'Operation Ford advisor',
] as const;

/** One row for each contact. */
export const CONTACT_COLUMNS: readonly FieldColumn[] = [
  column('council', 'Council', 18, 'The file name of the council, as on the sheet Councils.', ofCouncil),
  column(
    'role',
    'Role',
    24,
    'A Returning Officer is required. Use the team that runs elections, not the one that registers voters.',
    { choices: ROLES },
  ),
  column(
    'contact.title',
    'Title',
    26,
    'As it is printed: Returning Officer, County Returning Officer, Electoral services.',
  ),
  column('contact.name', 'Name', 26, 'Optional. The person or the team.'),
  column('contact.phones', 'Phone numbers', 24, NOTE.phones),
  column('contact.email', 'Email', 32, 'A phone number or an email is required.'),
  column('contact.hours', 'Opening hours', 28, 'Optional. As it is printed: Monday to Friday, 9am to 5pm.'),
  column('contact.address', 'Address', 36, `Optional. ${NOTE.address}`),
  column('contact.postcode', 'Postcode', 12, 'Optional.'),
  column('contact.website', 'Website', 28, 'Optional.'),
];

/** One row for each ward, division or district electoral area. */
export const AREA_COLUMNS: readonly FieldColumn[] = [
  column('council.name', 'Council', 18, 'The file name of the council, as on the sheet Councils.', ofCouncil),
  column('name', 'Name', 32, 'As it is printed, without the word ward or division.'),
  column('nameCy', 'Welsh name', 32, 'Optional, in Wales.'),
  column('code', 'Code', 14, 'Optional. The code of the Office for National Statistics.'),
  column('noun', 'Kind', 26, 'What such an area is called.', {
    choices: ['ward', 'division', 'district electoral area'],
  }),
];

/** The workbook that `import --new` writes: what councils are asked for, with an example in each sheet. */
export const councilForm = (): readonly FormSheet[] => [
  {
    kind: 'table',
    name: 'Councils',
    columns: COUNCIL_COLUMNS,
    rows: [
      exampleRow(COUNCIL_COLUMNS, {
        slug: EXAMPLE_SLUG,
        name: 'Anyshire District Council',
        shortName: 'Anyshire',
        nation: 'england',
        'election.name': 'Local elections',
        'election.kind': 'district',
        'election.date': '2025-05-01',
        contactsCheckedOn: '2025-03-20',
        police: 'Anyshire Police',
        'issuedBy.name': 'Anyshire District Council',
      }),
    ],
  },
  {
    kind: 'table',
    name: 'Contacts',
    columns: CONTACT_COLUMNS,
    rows: [
      exampleRow(CONTACT_COLUMNS, {
        council: EXAMPLE_SLUG,
        role: ROLES[0],
        'contact.title': ROLES[0],
        'contact.name': 'Jordan Example',
        'contact.phones': '01632 960 001; 01632 960 002',
        'contact.email': 'elections@anyshire.example',
        'contact.address': 'Town Hall; 1 High Street; Anytown',
      }),
    ],
  },
  {
    kind: 'table',
    name: 'Areas',
    columns: AREA_COLUMNS,
    rows: [exampleRow(AREA_COLUMNS, { 'council.name': EXAMPLE_SLUG, name: 'Abbey', noun: 'ward' })],
  },
  {
    kind: 'words',
    name: 'How to',
    title: 'How to fill in this workbook',
    lines: [
      'Councils: one row for each council. Contacts: one row for each contact of a council. Areas: one row for each ward or division; leave the sheet empty if no leaflets are made for areas.',
      `The row “${EXAMPLE_SLUG}” on each sheet shows how it is done, and is not imported. Delete it or leave it.`,
      'Rest the mouse on a heading to read what belongs below it. Some columns have a list to choose from.',
      'Leave empty what you do not know: you will be told what is missing. Never write a number that nobody has rung.',
      'Columns may be put in another order, and columns of your own are passed over. Keep the headings.',
    ],
  },
];

const exampleRow = (
  columns: readonly FieldColumn[],
  values: { readonly [field in Field]?: string },
): readonly string[] => columns.map(({ field }) => values[field] ?? '');
