import { parseLocalWords } from '../../src/content/local-words.ts';
import { type Found, contactsInWords } from '../../src/content/contacts-in-words.ts';
import { parseCouncil } from '../../src/data/council.ts';
import type { Council, Day, Record } from '../../src/data/record.ts';
import { silent } from '../sources.ts';

export const DAY = '2025-03-20' as Day;

/** A record of little more than its contacts. */
export const recordWith = (council: Partial<Council> = {}): Record => ({
  slug: 'northmoor',
  council: {
    name: 'Northmoor Borough Council',
    brand: 'northmoor',
    election: { name: 'Local elections', kind: 'district', date: '2025-05-01' as Day },
    contactsCheckedOn: DAY,
    returningOfficer: { title: 'Returning Officer', name: 'Ann Lee', phones: ['01632 961 001'] },
    deputyReturningOfficers: [],
    police: [{ name: 'Northmoor Police' }],
    ...council,
  },
  placeOf: () => undefined,
});

/** The record of a council's file. */
export const parsed = (text: string): Record =>
  parseCouncil({ path: 'content/councils/northmoor.yaml', text }, 'northmoor', silent)!;

/** The numbers and addresses of words in a slot. */
export const inWords = (text: string): readonly Found[] => {
  const file = { path: 'content/councils/northmoor.en.md', text: `:::local{slot=police}\n${text}\n:::\n` };
  return contactsInWords(parseLocalWords(file, silent));
};
