import type { Place } from '../diagnostics/diagnostic.ts';

/** A calendar day, `YYYY-MM-DD`, checked to exist. No time zone: elections are held on days. */
export type Day = string & { readonly kind: 'day' };

/** The values that fill an edition: a council, and the area it is for, if any. */
export type Record = {
  /** Name of the council's file without its ending: `anyshire`. Safe in paths. */
  readonly slug: string;
  readonly council: Council;
  /** Display name of the ward, division or district electoral area: "Abbey ward". Absent: the place closes up. */
  readonly area?: string;
  /** Where a value of the council comes from, by key path (`returningOfficer.phones.0`); undefined if it is not given. */
  readonly placeOf: (keyPath: string) => Place | undefined;
};

/**
 * A council as its file gives it. What is optional may be absent and every product is right without it; nothing is
 * defaulted that would be printed as if the council had said it.
 */
export type Council = {
  readonly name: string;
  /** For narrow places, when the full name does not fit: "Anyshire". */
  readonly shortName?: string;
  /** Name of the folder under `content/brands`. */
  readonly brand: string;
  /** Its code of the Office for National Statistics: `E08000035`. Not printed. */
  readonly gss?: string;
  /** Not printed. */
  readonly nation?: Nation;
  /** Of an invented council, the name of its own file: its values are examples, and meant to be. Not printed. */
  readonly example?: string;
  readonly election: Election;
  /** The day on which the contacts were checked: printed beside them. */
  readonly contactsCheckedOn: Day;
  readonly returningOfficer: Contact;
  readonly deputyReturningOfficers: readonly Contact[];
  readonly electoralServices?: Contact;
  /** One force; combined authorities may have two. */
  readonly police: readonly PoliceForce[];
  /** Force Elected Official Advisor: for advice, never a route to report. */
  readonly feoa?: Contact;
  readonly alternativeFormats?: { readonly phone?: string; readonly email?: string };
  readonly issuedBy?: { readonly name?: string; readonly address?: readonly string[]; readonly website?: string };
};

/** A final edition is whole. A draft shows its gaps, says so on each page, and never replaces a final file. */
export type Status = 'final' | 'draft';

export const NATIONS = ['england', 'wales', 'scotland', 'northern-ireland'] as const;

export type Nation = (typeof NATIONS)[number];

export type Contact = {
  /** "Returning Officer", "County Returning Officer", "Electoral services", "Operation Ford advisor" … */
  readonly title: string;
  /** The person or team. */
  readonly name?: string;
  /** In the grouping in which people say them: "01632 960 001". At least one of phones and email is given. */
  readonly phones: readonly string[];
  readonly hours?: string;
  readonly email?: string;
  readonly address?: readonly string[];
  readonly website?: string;
};

export type PoliceForce = {
  /** "Anyshire Police" */
  readonly name: string;
  /** The force's page on police.uk or its own site; printed as `police.uk` where it is absent. */
  readonly website?: string;
};

export type Election = {
  /** As printed in the band: "Local elections". */
  readonly name: string;
  readonly kind: ElectionKind;
  readonly date: Day;
};

/** What councils, mayors and commissioners are elected in. */
export const ELECTION_KINDS = [
  'county',
  'district',
  'unitary',
  'metropolitan',
  'london-borough',
  'combined-authority-mayor',
  'mayor',
  'police-and-crime-commissioner',
  'parish',
  'town',
] as const;

export type ElectionKind = (typeof ELECTION_KINDS)[number];
