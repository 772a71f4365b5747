import { expect, test } from 'vitest';
import { saysTheSame } from '../../src/import/same-value.ts';

test.each([
  ['returningOfficer.phones', ['01632 960 001'], ['01632960001']],
  ['returningOfficer.phones', ['01632 960 001'], ['+44 (0)1632 960001']],
  ['electoralServices.email', 'RO@leeds.example', 'ro@Leeds.example'],
  ['feoa.website', 'https://leeds.example', 'http://leeds.example/'],
  ['issuedBy.address', ['12 High Street', 'Leeds'], ['12, High Street,', 'LEEDS']],
  ['police.0.name', 'City of London Police', 'London, City of'],
  ['police.0.name', 'Devon and Cornwall Police', 'Devon & Cornwall Constabulary'],
  ['name', 'Leeds City Council', 'Leeds'],
  ['returningOfficer.name', "Ann O'Neill", 'Ann  O’Neill'],
])('%s: %j says the same as %j', (key, a, b) => {
  expect(saysTheSame(key, a, b)).toBe(true);
});

test.each([
  ['returningOfficer.phones', ['01632 960 001'], ['01632 960 002']],
  ['returningOfficer.phones', ['01632 960 001'], ['01632 960 001', '01632 960 002']],
  ['returningOfficer.phones', ['01632 960 001', '01632 960 002'], ['01632 960 002', '01632 960 001']],
  ['electoralServices.email', 'ro@leeds.example', 'r.o@leeds.example'],
  ['feoa.website', 'https://leeds.example/a', 'https://leeds.example/A/b'],
  ['police.0.name', 'Kent Police', 'Essex Police'],
  ['returningOfficer.name', 'Jo Example', 'JO EXAMPLE'],
  ['election.date', '2027-05-06', '2027-05-07'],
])('%s: %j says something else than %j', (key, a, b) => {
  expect(saysTheSame(key, a, b)).toBe(false);
});
