import { describe, expect, test } from 'vitest';
import type { Subject } from '../../src/import/fields.ts';
import { foldHeading, meaningOf } from '../../src/import/recognise-heading.ts';

/** The field; `·phones` of a detail that does not say whose; `@feoa` of a heading that says no more; `–` if ignored. */
function said(heading: string, subject: Subject): string {
  const meaning = meaningOf(heading, subject);
  switch (meaning?.kind) {
    case undefined:
      return '?';
    case 'field':
      return meaning.field;
    case 'detail':
      return `·${meaning.detail}`;
    case 'role':
      return `@${meaning.role}`;
    case 'ignored':
      return '–';
  }
}

const CONTACTS: { readonly [meaning: string]: readonly string[] } = {
  '·phones': [
    'Tel',
    'Tel.',
    'TEL NO',
    'Phone no.',
    'Phone No',
    'Telephone',
    'Telephone Number',
    'Telephone no',
    'Contact No',
    'Contact Number',
    'Phone',
    'Phone 1',
    'Phone 2',
    'Tel (2)',
    'Tel. (office hours)',
    'Mobile',
    'Mobile number',
    'Landline',
    'Direct dial',
    'DDI',
    'Main phone number',
    'Switchboard',
    'Ffôn',
    'Rhif ffôn',
    'Phone / Ffôn',
    'phone_number',
    'phoneNumber',
    'Contact phone',
  ],
  '·email': [
    'Email',
    'E-mail',
    'e mail',
    'E-Mail Address',
    'Email address',
    'EMAIL ADDR',
    'Contact email',
    'Team email',
    'E-bost',
    'Ebost',
    'email_address',
  ],
  '·name': ['Contact name', 'Full name', 'Contact', 'Officer name', 'Named contact'],
  '·title': ['Title', 'Job title', 'Position', 'Post', 'Teitl'],
  '·hours': ['Hours', 'Opening hours', 'Office Hours', 'Opening times', 'Oriau agor'],
  '·address': [
    'Address',
    'Postal address',
    'Address 1',
    'Address line 2',
    'Addr 3',
    'Addr.',
    'Town',
    'City',
    'Street',
    'Cyfeiriad',
  ],
  '·postcode': ['Postcode', 'Post code', 'POST CODE', 'Postal Code', 'Cod post'],
  '·website': ['Website', 'Web site', 'URL', 'Web address', 'Web page', 'Gwefan'],
  council: [
    'Council',
    'Council name',
    'Local authority',
    'Local Authority Name',
    'LA',
    'LA name',
    'Authority',
    'Name of council',
    'Cyngor',
    'LAD25NM',
    'lad19nm',
    'CTY24NM',
    'UTLA23NM',
    'official_name',
    'ï»¿Council',
    '\ufeffCouncil',
    'Organisation',
  ],
  gss: [
    'GSS',
    'GSS code',
    'ONS code',
    'LA code',
    'Local authority code',
    'LAD25CD',
    'CTY24CD',
    'Council code',
    'identifiers.0',
    'Code',
  ],
  nation: ['Nation', 'Country', 'CTRY25NM', 'Gwlad'],
  role: ['Role', 'Contact type', 'Rôl'],
  'election.date': [
    'Election date',
    'Date of election',
    'Polling day',
    'Date of poll',
    'election.date',
    'Diwrnod pleidleisio',
  ],
  'election.kind': ['Election type', 'Type of election', 'election.kind'],
  'election.name': ['Election', 'Election name', 'election.name'],
  contactsCheckedOn: ['Contacts checked on', 'Last checked', 'Date checked', 'contactsCheckedOn', 'As at', 'Verified'],
  police: ['Police', 'Police force', 'Force', 'police_force', 'PFA25NM', 'Heddlu', 'Police force name'],
  'police.website': ['Police website', 'Police force URL'],
  '@returningOfficer': [
    'RO',
    'R.O.',
    'Returning Officer',
    'Returning Officers',
    '(Acting) Returning Officer',
    'Acting Returning Officer',
    'ARO',
    'CRO',
    'County Returning Officer',
    'Chief Electoral Officer',
    'RO contact details',
  ],
  'returningOfficer.name': [
    'RO name',
    'Returning Officer name',
    "Returning Officer's name",
    'Name of Returning Officer',
    'returningOfficer.name',
    'RO Contact Name',
  ],
  'returningOfficer.phones': [
    'RO phone',
    'RO tel no',
    'Returning officer telephone number',
    'Phone (Returning Officer)',
    'ro_phone',
    'returningOfficer.phones',
    'RO contact number',
    'Telephone number of the Returning Officer',
  ],
  'returningOfficer.email': [
    'RO email',
    'Returning Officer’s email',
    'Email of the Returning Officer',
    'Returning Officer - Email',
    'RO E-mail address',
  ],
  '@deputyReturningOfficers.0': ['Deputy RO', 'DRO', 'Deputy Returning Officer', 'Deputy (Acting) Returning Officer'],
  'deputyReturningOfficers.0.phones': ['DRO phone', 'Deputy Returning Officer 1 phone', 'Deputy RO Tel'],
  'deputyReturningOfficers.1.name': ['DRO 2 name', 'Deputy Returning Officer 2 Name'],
  '@electoralServices': [
    'Electoral services',
    'Elections team',
    'Elections Office',
    'Electoral Services Team',
    'Gwasanaethau Etholiadol',
  ],
  'electoralServices.phones': [
    'Electoral services phone',
    'Elections tel',
    'Elections team telephone number',
    'electoral_services.tel.0',
    'electoral_services.tel.1',
    'Electoral Services Contact Number',
  ],
  'electoralServices.email': [
    'Electoral Services Email',
    'Elections email address',
    'electoral_services.email',
    'Email (elections)',
    'Gwasanaethau Etholiadol ebost',
  ],
  'electoralServices.address': ['electoral_services.address', 'Electoral services address line 1'],
  'electoralServices.postcode': ['electoral_services.postcode'],
  'electoralServices.website': ['electoral_services.website', 'Elections web page'],
  '@feoa': [
    'FEOA',
    'SPOC',
    'Police SPOC',
    'Operation Ford',
    'Op Ford contact',
    'Single point of contact',
    'Force Elected Official Advisor',
  ],
  'feoa.email': ['FEOA email', 'SPOC e-mail', 'Operation Ford contact email', 'Police SPOC email'],
  'feoa.name': ['FEOA name', 'SPOC Name'],
  'alternativeFormats.phone': [
    'Alternative formats phone',
    'Large print phone',
    'alternativeFormats.phone',
    'Other formats tel',
  ],
  'alternativeFormats.email': ['Accessible formats email'],
  'issuedBy.name': ['Issued by', 'Published by', 'issuedBy.name'],
  'issuedBy.website': ['Council website', 'issuedBy.website'],
  shortName: ['Short name', 'short_name', 'shortName'],
  slug: ['slug', 'Local authority slug'],
  '–': [
    'Registration email',
    'registration.email',
    'registration.tel.0',
    'Electoral Registration Officer',
    'ERO',
    'ERO phone',
    'Electoral registration phone',
    'Fax',
    'Fax number',
    'RO fax',
    'Minicom',
    'FID',
    'ObjectId',
    'Notes',
    'Comments',
    'Twitter',
    'First name',
    'Surname',
    'Last updated',
    'CSP19CD',
    'WD25NM',
    'PFA25CD',
    'Latitude',
    'Easting',
    'name_cy',
    'Welsh name',
  ],
  '?': [
    '',
    ' ',
    '???',
    'Weather',
    'Candidates',
    'Turnout',
    'Polling stations',
    'Rotation',
    'Dropped',
    'Party',
    '1',
    '—',
  ],
};

describe.each(Object.entries(CONTACTS))('of contacts, %s', (meaning, headings) => {
  test.for(headings)('%s', (heading) => {
    expect(said(heading, 'contacts')).toBe(meaning);
    expect(said(heading.toUpperCase(), 'contacts')).toBe(meaning);
    expect(said(`  ${heading}\u00a0`, 'contacts')).toBe(meaning);
  });
});

const AREAS: { readonly [meaning: string]: readonly string[] } = {
  name: [
    'name',
    'Ward',
    'Ward name',
    'Wards',
    'Electoral ward',
    'Division',
    'Electoral division',
    'Division name',
    'Area',
    'DEA',
    'District Electoral Area',
    'WD25NM',
    'wd19nm',
    'CED23NM',
    'DEA14NM',
    'WD05NM',
    "Enw'r ward",
    'Enw’r Ward',
    "Ward name / Enw'r ward",
    'Ward_Name',
    'Ward/Division',
    'ï»¿WD25NM',
  ],
  nameCy: ['WD25NMW', 'Welsh name', 'name_cy', 'Ward name (Welsh)', 'Cymraeg', 'nameCy'],
  code: ['WD25CD', 'CED23CD', 'Ward code', 'GSS code', 'Code', 'ONS code'],
  'council.gss': ['LAD25CD', 'CTY23CD', 'UTLA22CD', 'LTLA22CD', 'LA code', 'Local authority code', 'council.gss'],
  'council.name': [
    'LAD25NM',
    'CTY23NM',
    'Council',
    'Local authority',
    'Council name',
    'District',
    'Borough',
    'council.name',
  ],
  noun: ['noun', 'Type', 'Area type'],
  '–': ['FID', 'ObjectId', 'PFA25NM', 'LAD25CDO', 'PAR24NM', 'LONG', 'LAT', 'Shape__Area', 'GlobalID'],
  '?': ['Electorate', 'Seats', 'Phone', ''],
};

describe.each(Object.entries(AREAS))('of areas, %s', (meaning, headings) => {
  test.for(headings)('%s', (heading) => {
    expect(said(heading, 'areas')).toBe(meaning);
    expect(said(` ${heading.toLowerCase()} `, 'areas')).toBe(meaning);
  });
});

test('the lists of the Office for National Statistics say the noun that they leave out', () => {
  expect(meaningOf('WD25NM', 'areas')).toMatchObject({ noun: 'ward', by: 'pattern' });
  expect(meaningOf('CED24NM', 'areas')).toMatchObject({ noun: 'division', by: 'pattern' });
  expect(meaningOf('DEA14NM', 'areas')).toMatchObject({ noun: 'district electoral area' });
  expect(meaningOf('Ward', 'areas')).not.toHaveProperty('noun');
});

test('headings are compared without case, accents, spaces, signs and byte order marks', () => {
  const alike = [
    'Returning Officer’s Email',
    'returning_officer email',
    'RETURNING OFFICER E-MAIL',
    'ReturningOfficerEmail',
    'ï»¿Returning  officer: e mail',
  ];
  expect([...new Set(alike.map(foldHeading))]).toEqual(['returningofficeremail']);
  expect(foldHeading('Rhif ffôn')).toBe('rhifffon');
});
