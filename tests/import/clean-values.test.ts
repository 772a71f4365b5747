import { describe, expect, test } from 'vitest';
import { cleanAddress, withPostcode } from '../../src/import/clean-address.ts';
import { cleanCode, cleanElection, cleanNation, cleanSlug } from '../../src/import/clean-choice.ts';
import { cleanDay } from '../../src/import/clean-day.ts';
import { cleanEmail } from '../../src/import/clean-email.ts';
import { cleanPostcode } from '../../src/import/clean-postcode.ts';
import { cleanRole } from '../../src/import/clean-role.ts';
import { cleanWebsite } from '../../src/import/clean-website.ts';
import { clean, type Cleaner, type Given, misworded } from './cells.ts';

/** A value and no rule, a value and a warning, or an error alone; the hint, if any, must be said. */
type Row = readonly [typed: Given, value: unknown, rule?: string, said?: string];

/** What came of a cell, to be compared with what its row wants. */
function got(cleaner: Cleaner<unknown>, [typed, , , said = '']: Row): object {
  const { value, rules, all } = clean(cleaner, typed);
  const told = all.map(({ message, hints }) => [message, ...hints].join(' ')).join();
  return { value, rules, said: told.includes(said) ? said : told, misworded: misworded(all) };
}

const want = ([, value, rule, said = '']: Row): object => ({
  value,
  rules: rule === undefined ? [] : [rule],
  said,
  misworded: [],
});

const none = undefined;

describe('emails', () => {
  test.for<Row>([
    ['elections@anyshire.gov.uk', 'elections@anyshire.gov.uk'],
    [' elections@anyshire.gov.uk\u00a0', 'elections@anyshire.gov.uk'],
    ['mailto:elections@anyshire.gov.uk', 'elections@anyshire.gov.uk'],
    ['mailto:elections@anyshire.gov.uk?subject=Help', 'elections@anyshire.gov.uk'],
    ['<elections@anyshire.gov.uk>', 'elections@anyshire.gov.uk'],
    ['Elections Team <elections@anyshire.gov.uk>', 'elections@anyshire.gov.uk'],
    ['"Marsh, Helen" <helen.marsh@anyshire.gov.uk>', 'helen.marsh@anyshire.gov.uk'],
    ['Email: elections@anyshire.gov.uk', 'elections@anyshire.gov.uk'],
    ['elections@anyshire.gov.uk.', 'elections@anyshire.gov.uk'],
    ['elections@anyshire.gov.uk,', 'elections@anyshire.gov.uk'],
    ['elections@anyshire.gov.uk;', 'elections@anyshire.gov.uk'],
    ['(elections@anyshire.gov.uk)', 'elections@anyshire.gov.uk'],
    ['Elections@Anyshire.GOV.UK', 'Elections@anyshire.gov.uk'],
    ['elections@anyshire.gov.uk; elections@anyshire.gov.uk', 'elections@anyshire.gov.uk'],
    ['elections&#64;anyshire.gov.uk', 'elections@anyshire.gov.uk'],
    ['<a href="mailto:e@anyshire.gov.uk">elections@anyshire.gov.uk</a>', 'elections@anyshire.gov.uk'],
    ["o'neill@anyshire.gov.uk", "o'neill@anyshire.gov.uk"],
    ['elections@ynys-môn.cymru', 'elections@ynys-môn.cymru', 'warning unusual-address'],
    ['elections@аnyshire.gov.uk', 'elections@аnyshire.gov.uk', 'warning unusual-address'],
    ['', none],
    ['N/A', none, 'warning placeholder'],
    ['a@anyshire.gov.uk; b@anyshire.gov.uk', 'a@anyshire.gov.uk', 'warning several-values', '`b@anyshire.gov.uk`'],
    ['a@anyshire.gov.uk / b@anyshire.gov.uk', 'a@anyshire.gov.uk', 'warning several-values'],
    ['a@anyshire.gov.uk,b@anyshire.gov.uk', 'a@anyshire.gov.uk', 'warning several-values'],
    ['a@anyshire.gov.uk\nb@anyshire.gov.uk', 'a@anyshire.gov.uk', 'warning several-values'],
    ['elections@anyshire,gov.uk', none, 'error email', 'did you mean `elections@anyshire.gov.uk`?'],
    ['elections@anyshire.gov,uk', none, 'error email', 'did you mean `elections@anyshire.gov.uk`?'],
    ['elections @anyshire.gov.uk', none, 'error email', 'did you mean `elections@anyshire.gov.uk`?'],
    ['elections@ anyshire.gov.uk', none, 'error email', 'did you mean `elections@anyshire.gov.uk`?'],
    ['elections@anyshire .gov.uk', none, 'error email', 'did you mean `elections@anyshire.gov.uk`?'],
    ['elections(at)anyshire.gov.uk', none, 'error email', 'did you mean `elections@anyshire.gov.uk`?'],
    ['elections [at] anyshire [dot] gov.uk', none, 'error email', 'did you mean `elections@anyshire.gov.uk`?'],
    ['elections.anyshire.gov.uk', none, 'error email', 'no `@`'],
    ['elections@anyshire', none, 'error email', 'domain'],
    ['elections@@anyshire.gov.uk', none, 'error email'],
    ['@anyshire.gov.uk', none, 'error formula'],
    ['elections@anyshire..gov.uk', none, 'error email'],
    ['=HYPERLINK("mailto:a@b.uk")', none, 'error formula'],
  ])('%j', (row) => {
    expect(got(cleanEmail, row)).toEqual(want(row));
  });
});

describe('websites', () => {
  const long = `https://www.anyshire.gov.uk/elections-and-voting/${'a'.repeat(46)}`;
  test.for<Row>([
    ['www.anyshire.gov.uk', 'https://www.anyshire.gov.uk'],
    ['anyshire.gov.uk/elections', 'https://anyshire.gov.uk/elections'],
    ['https://www.anyshire.gov.uk/', 'https://www.anyshire.gov.uk'],
    ['HTTPS://WWW.Anyshire.gov.uk/Elections', 'https://www.anyshire.gov.uk/Elections'],
    [
      'https://www.anyshire.gov.uk/e?utm_source=x&utm_medium=y',
      'https://www.anyshire.gov.uk/e?utm_source=x&utm_medium=y',
    ],
    ['https://www.anyshire.gov.uk/e?a=1&amp;b=2', 'https://www.anyshire.gov.uk/e?a=1&b=2'],
    [long, long],
    ['www.anyshire.gov.uk.', 'https://www.anyshire.gov.uk'],
    ['<https://www.anyshire.gov.uk>', 'https://www.anyshire.gov.uk'],
    ['Website: www.anyshire.gov.uk', 'https://www.anyshire.gov.uk'],
    ['<a href="https://www.anyshire.gov.uk/e">Elections</a>', 'https://www.anyshire.gov.uk/e'],
    ['www.ynys-môn.cymru', 'https://www.xn--ynys-mn-y0a.cymru'],
    ['', none],
    ['none', none, 'warning placeholder'],
    [
      'http://www.anyshire.gov.uk',
      'http://www.anyshire.gov.uk',
      'warning insecure-website',
      'https://www.anyshire.gov.uk',
    ],
    ['www.a.gov.uk; www.b.gov.uk', 'https://www.a.gov.uk', 'warning several-values'],
    ['www.anyshire.gov.uk or https://www.anyshire.gov.uk', 'https://www.anyshire.gov.uk'],
    ['www.anyshire.gov.uk/elections page', none, 'error website', 'space'],
    ['http//www.anyshire.gov.uk', none, 'error website', 'did you mean `http://www.anyshire.gov.uk`?'],
    ['https:/www.anyshire.gov.uk', none, 'error website', 'did you mean `https://www.anyshire.gov.uk`?'],
    ['our website', none, 'error website'],
    ['elections@anyshire.gov.uk', none, 'error website'],
    ['javascript:alert(1)', none, 'error website'],
    ['file:///C:/x', none, 'error website'],
  ])('%j', (row) => {
    expect(got(cleanWebsite, row)).toEqual(want(row));
  });
});

describe('postcodes', () => {
  test.for<Row>([
    ['LS1 1UR', 'LS1 1UR'],
    ['ls11ur', 'LS1 1UR'],
    ['LS1  1UR', 'LS1 1UR'],
    ['LS1\u00a01UR', 'LS1 1UR'],
    ['L S 1 1 U R', 'LS1 1UR'],
    ['SW1A 1AA', 'SW1A 1AA'],
    ['sw1a1aa.', 'SW1A 1AA'],
    ['M1 1AE', 'M1 1AE'],
    ['CR2 6XH', 'CR2 6XH'],
    ['DN55 1PT', 'DN55 1PT'],
    ['W1A 0AX', 'W1A 0AX'],
    ['EC1A 1BB', 'EC1A 1BB'],
    ['GIR 0AA', 'GIR 0AA'],
    ['BFPO 58', 'BFPO 58'],
    ['bfpo58', 'BFPO 58'],
    ['BF1 2AX', 'BF1 2AX'],
    ['BT1 5GS', 'BT1 5GS'],
    ['', none],
    ['TBC', none, 'warning placeholder'],
    ['LSI 1UR', none, 'error postcode'],
    ['S015 2LY', 'SO15 2LY', 'warning postcode-repaired'],
    ['SO15 2LY', 'SO15 2LY'],
    ['0X1 1BX', 'OX1 1BX', 'warning postcode-repaired'],
    ['Y01 7HH', 'YO1 7HH', 'warning postcode-repaired'],
    ['CRO 1EA', 'CR0 1EA', 'warning postcode-repaired'],
    ['W1A OAX', 'W1A 0AX', 'warning postcode-repaired'],
    ['P016 7XX', 'PO16 7XX', 'warning postcode-repaired'],
    ['LS1O 1AA', 'LS10 1AA', 'warning postcode-repaired'],
    ['LS1', none, 'error postcode'],
    ['Leeds', none, 'error postcode'],
    ['QQ1 1AA', none, 'error postcode'],
    ['LS1 1CV', none, 'error postcode'],
    ['90210', none, 'error postcode'],
  ])('%j', (row) => {
    expect(got(cleanPostcode, row)).toEqual(want(row));
  });
});

describe('addresses', () => {
  test.for<Row>([
    ['Town Hall, Market Place, Anytown, AN1 1AA', ['Town Hall', 'Market Place', 'Anytown', 'AN1 1AA']],
    ['Town Hall; Market Place; Leeds; ls11ur', ['Town Hall', 'Market Place', 'Leeds', 'LS1 1UR']],
    ['Town Hall\nMarket Place, Leeds\nLS1 1UR', ['Town Hall', 'Market Place, Leeds', 'LS1 1UR']],
    ['Town Hall,\r\nMarket Place,\r\n\r\nLeeds', ['Town Hall', 'Market Place', 'Leeds']],
    ['Town Hall<br>Market Place<br/>Leeds', ['Town Hall', 'Market Place', 'Leeds']],
    ['Town Hall | Leeds', ['Town Hall', 'Leeds']],
    ['12, High Street, Leeds', ['12 High Street', 'Leeds']],
    ['12a, High Street, Leeds', ['12a High Street', 'Leeds']],
    ['Leeds LS1 1UR', ['Leeds LS1 1UR']],
    ['Leeds ls1 1ur', ['Leeds LS1 1UR']],
    ['Southampton S015 2LY', ['Southampton SO15 2LY'], 'warning postcode-repaired'],
    ['BFPO 58', ['BFPO 58']],
    ['Town Hall, =1+1', none, 'error formula'],
    ['Kings&#39; Hall, Leeds', ["Kings' Hall", 'Leeds']],
    [',,Town Hall,,', ['Town Hall']],
    [
      'Anyshire District Council, Town Hall, Anyshire District Council',
      ['Anyshire District Council', 'Town Hall', 'Anyshire District Council'],
    ],
    ['', []],
    ['N/A', [], 'warning placeholder'],
  ])('%j', (row) => {
    expect(got(cleanAddress, row)).toEqual(want(row));
  });

  test('end with a postcode that has a column of its own', () => {
    expect(withPostcode(['Town Hall', 'Leeds'], 'LS1 1UR')).toEqual(['Town Hall', 'Leeds', 'LS1 1UR']);
    expect(withPostcode(['Town Hall', 'Leeds LS1 1UR'], 'LS1 1UR')).toEqual(['Town Hall', 'Leeds LS1 1UR']);
  });
});

describe('days', () => {
  test.for<Row>([
    ['2025-05-01', '2025-05-01'],
    ['2025-5-1', '2025-05-01'],
    ['2025/05/01', '2025-05-01'],
    ['2025-05-01T00:00:00Z', '2025-05-01'],
    ['2025-05-01 00:00:00', '2025-05-01'],
    ['01/05/2025 00:00', '2025-05-01'],
    ['1 May 2025', '2025-05-01'],
    ['1st May 2025', '2025-05-01'],
    ['the 1st of May 2025', '2025-05-01'],
    ['1st of May, 2025', '2025-05-01'],
    ['Thursday 1 May 2025', '2025-05-01'],
    ['Thursday, 1st May, 2025', '2025-05-01'],
    ['Thurs 1 May 2025', '2025-05-01'],
    ['Thursday the 1st of May 2025', '2025-05-01'],
    ['Dydd Iau 1 Mai 2025', '2025-05-01'],
    ['1 Mai 2025', '2025-05-01'],
    ['May 1, 2025', '2025-05-01'],
    ['1-May-25', '2025-05-01'],
    ['01/05/2025', '2025-05-01'],
    ['1/5/25', '2025-05-01'],
    ['01.05.2025', '2025-05-01'],
    ['31/12/2025', '2025-12-31'],
    ['29/02/2028', '2028-02-29'],
    [{ text: '01/05/2025', kind: 'date', number: 45_778 }, '2025-05-01'],
    [{ text: '5/1/25', kind: 'date', number: 45_778 }, '2025-05-01'],
    [{ text: '01/05/2025 09:30', kind: 'date', number: 45_778.4 }, '2025-05-01'],
    [{ text: '45778', kind: 'number', number: 45_778 }, '2025-05-01', 'warning counted-day'],
    ['45778', '2025-05-01', 'warning counted-day'],
    ['', none],
    ['TBC', none, 'warning placeholder'],
    ['05/13/2025', none, 'error day', 'did you mean `2025-05-13`?'],
    ['29/02/2025', none, 'error day'],
    ['Friday 1 May 2025', none, 'error day', 'Thursday'],
    ['May 2025', none, 'error day'],
    ['next Thursday', none, 'error day'],
    [{ text: '12', kind: 'number', number: 12 }, none, 'error day'],
  ])('%j', (row) => {
    expect(got(cleanDay, row)).toEqual(want(row));
  });
});

describe('choices', () => {
  test.for<Row>([
    ['England', 'england'],
    ['Northern Ireland', 'northern-ireland'],
    ['northern-ireland', 'northern-ireland'],
    ['Cymru', 'wales'],
    ['S92000003', 'scotland'],
    ['', none],
    ['Engalnd', none, 'error choice', 'did you mean `england`?'],
    ['UK', none, 'error choice'],
  ])('nation %j', (row) => {
    expect(got(cleanNation, row)).toEqual(want(row));
  });

  test.for<Row>([
    ['district', 'district'],
    ['Borough council', 'district'],
    ['Unitary authority', 'unitary'],
    ['London Borough', 'london-borough'],
    ['Mayoral election', 'mayor'],
    ['PCC', 'police-and-crime-commissioner'],
    ['Police & Crime Commissioner', 'police-and-crime-commissioner'],
    ['Parish', 'parish'],
    ['parrish', none, 'error choice', 'did you mean `parish`?'],
    ['by-election', none, 'error choice'],
  ])('election %j', (row) => {
    expect(got(cleanElection, row)).toEqual(want(row));
  });

  test.for<Row>([
    ['Returning Officer', 'returningOfficer'],
    ['(Acting) Returning Officer', 'returningOfficer'],
    ['RO', 'returningOfficer'],
    ['Deputy Returning Officer', 'deputyReturningOfficers.0'],
    ['DRO 2', 'deputyReturningOfficers.1'],
    ['Elections team', 'electoralServices'],
    ['Elections', 'electoralServices'],
    ['Operation Ford advisor', 'feoa'],
    ['Police SPOC', 'feoa'],
    ['Electoral Registration Officer', 'ignored'],
    ['', none],
    ['Retruning Officer', none, 'error choice', 'did you mean `Returning Officer`?'],
    ['Caretaker', none, 'error choice', '`Electoral services`'],
    ['Email', none, 'error choice'],
  ])('role %j', (row) => {
    expect(got(cleanRole, row)).toEqual(want(row));
  });

  test.for<Row>([
    ['E08000035', 'E08000035'],
    ['e08000035 ', 'E08000035'],
    ['EO8OOOO35', 'E08000035', 'warning code-repaired'],
    ['', none],
    ['E8000035', none, 'error code'],
    ['00DA', none, 'error code'],
    ['K02000001', none, 'error code'],
  ])('code %j', (row) => {
    expect(got(cleanCode, row)).toEqual(want(row));
  });

  test.for<Row>([
    ['leeds', 'leeds'],
    ['Leeds City', 'leeds-city'],
    ["King's Lynn & West Norfolk", 'kings-lynn-and-west-norfolk'],
    ['Ynys Môn', 'ynys-mon'],
    ['leeds.yaml', 'leeds'],
    ['', none],
    ['con', none, 'error slug'],
    ['!!!', none, 'error slug'],
  ])('slug %j', (row) => {
    expect(got(cleanSlug, row)).toEqual(want(row));
  });
});
