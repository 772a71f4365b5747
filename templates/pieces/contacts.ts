import type { Contact, Council } from '../../src/data/record.ts';
import type { Run } from '../../src/typeset/laid.ts';
import { unbroken } from '../../src/typeset/phrase.ts';
import type { Weight } from '../../src/typeset/scale.ts';

/** A contact to print. An adviser is never a route to report a crime, and it says so wherever it stands. */
export type Listed = Contact & { readonly use: 'contact' | 'advice' };

/** Who a candidate may ring, in the order in which they are printed. */
export const contactsOf = (council: Council): Listed[] => [
  ...[council.returningOfficer, ...council.deputyReturningOfficers].map((contact) => ({
    ...contact,
    use: 'contact' as const,
  })),
  ...(council.electoralServices ? [{ ...council.electoralServices, use: 'contact' as const }] : []),
  ...(council.feoa ? [{ ...council.feoa, use: 'advice' as const }] : []),
];

/** A number to call: rings when touched on a screen. */
export const phoneRun = (phone: string, weight: Weight = 700): Run => ({
  text: unbroken(phone),
  weight,
  link: `tel:${phone.replace(/[^\d+]/g, '')}`,
  look: 'plain',
});

export const emailRun = (email: string, weight: Weight = 400): Run => ({
  text: email,
  weight,
  link: `mailto:${email}`,
  look: 'plain',
});

/** Joins the forces' names, one a line. */
export const forceNames = (council: Council): string => council.police.map(({ name }) => name).join('\n');

/** The NCSC's address for candidates' accounts: the guidance, section 3. */
export const protectEmail = 'individualsupport@ncsc.gov.uk';
