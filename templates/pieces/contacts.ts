import { isGap } from '../../src/data/gaps.ts';
import type { Contact, Council } from '../../src/data/record.ts';
import type { Run } from '../../src/typeset/laid.ts';
import { unbroken } from '../../src/typeset/phrase.ts';
import type { Faces } from '../../src/typeset/faces.ts';
import type { TypeStyle, Weight } from '../../src/typeset/scale.ts';
import { linesTaken } from '../../src/typeset/words.tsx';

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

/**
 * "Returning Officer, Helen Marsh"; without the name if both do not fit on a line.
 *
 * @param measure in points
 */
export const titleOf = ({ title, name }: Contact, style: TypeStyle, measure: number, faces: Faces): Run[] => {
  const alone: Run = { text: title, weight: 700 };
  const both: Run[] = [alone, { text: `, ${name}`, weight: 400 }];
  return name !== undefined && linesTaken(both, style, measure, faces) === 1 ? both : [alone];
};

/** A number to call: rings when touched on a screen. The gap of a draft leads nowhere. */
export const phoneRun = (phone: string, weight: Weight = 700): Run => ({
  text: unbroken(phone),
  weight,
  ...(/^[\d\s()+-]*\d[\d\s()+-]*$/.test(phone) && { link: `tel:${phone.replace(/[^\d+]/g, '')}` }),
  look: 'plain',
});

export const emailRun = (email: string, weight: Weight = 400): Run => ({
  text: email,
  weight,
  ...(!isGap(email) && { link: `mailto:${email}` }),
  look: 'plain',
});

/** Joins the forces' names, one a line. */
export const forceNames = (council: Council): string => council.police.map(({ name }) => name).join('\n');

/** A postcode's two halves stay together: "AN1 1AA". */
export const postcodeUnbroken = (line: string): string =>
  line.replace(/\b([A-Z]{1,2}\d[A-Z\d]?) (\d[A-Z]{2})\b/g, '$1\u00a0$2');
