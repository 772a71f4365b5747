import { operationFordApplies } from '../data/election-rules.ts';
import { isGap } from '../data/gaps.ts';
import type { Contact, Council, Record as CouncilRecord } from '../data/record.ts';
import { shownUrl } from '../data/text.ts';
import { dayInWords, weekdayInWords } from './dates.ts';
import type { Language } from './edition.ts';

/** What merge fields can say, and what each is: a text, a yes or no, a list, or a group of fields. */
export type Shape = TextShape | { readonly kind: 'flag' } | ListShape | GroupShape;
export type TextShape = {
  readonly kind: 'text';
  /** The key that one fills in to give it a value, where that is another one. */
  readonly from?: string;
};
export type ListShape = { readonly kind: 'list'; readonly of: Shape };
export type GroupShape = { readonly kind: 'group'; readonly fields: { readonly [name: string]: Shape } };

export type Value = string | boolean | readonly Value[] | Values | undefined;
export type Values = { readonly [name: string]: Value };

/** A record as merge fields see it. */
export type View = { readonly values: Values; readonly vocabulary: GroupShape; readonly record: CouncilRecord };

const text: TextShape = { kind: 'text' };
const list = (of: Shape): ListShape => ({ kind: 'list', of });

/** Every key of a type, so that a field added to the record cannot be forgotten here. */
const group = <T>(fields: { readonly [K in keyof Required<T>]: Shape }): GroupShape => ({ kind: 'group', fields });

type ContactFields = Contact & { readonly phone: string; readonly site: string };

const contact = group<ContactFields>({
  title: text,
  name: text,
  phones: list(text),
  phone: { kind: 'text', from: 'phones' },
  hours: text,
  email: text,
  address: list(text),
  website: text,
  site: { kind: 'text', from: 'website' },
});

type Fields = Omit<Council, 'brand' | 'gss' | 'nation' | 'example'> & {
  readonly area: string;
  readonly operationFord: boolean;
};

/**
 * The merge fields of guidance: the council's own, and some derived ones. `phone` is a contact's first phone; `site` is
 * a website as one types it, without `https://`; dates are in words; `operationFord` says whether it applies.
 */
export const vocabulary: GroupShape = group<Fields>({
  name: text,
  shortName: text,
  election: group<Omit<Council['election'], 'kind'>>({ name: text, date: text }),
  contactsCheckedOn: text,
  returningOfficer: contact,
  deputyReturningOfficers: list(contact),
  electoralServices: contact,
  police: list(
    group<Fields['police'][number] & { site: string }>({
      name: text,
      website: text,
      site: { kind: 'text', from: 'website' },
    }),
  ),
  feoa: contact,
  alternativeFormats: group<NonNullable<Council['alternativeFormats']>>({ phone: text, email: text }),
  issuedBy: group<NonNullable<Council['issuedBy']>>({ name: text, address: list(text), website: text }),
  area: text,
  operationFord: { kind: 'flag' },
});

/**
 * Makes the view of a record.
 *
 * @param extra further texts that fill a string of furniture, such as the number of a page
 */
export function viewOf(
  record: CouncilRecord,
  language: Language,
  extra: { readonly [name: string]: string } = {},
): View {
  const { council, area } = record;
  const { brand: _brand, gss: _gss, nation: _nation, example: _example, ...own } = council;
  const values: Values = {
    ...own,
    shortName: council.shortName,
    election: { name: council.election.name, date: weekdayInWords(council.election.date, language) },
    contactsCheckedOn: dayInWords(council.contactsCheckedOn, language),
    returningOfficer: ofContact(council.returningOfficer),
    deputyReturningOfficers: council.deputyReturningOfficers.map(ofContact),
    electoralServices: council.electoralServices && ofContact(council.electoralServices),
    police: council.police.map((force) => ({ ...force, site: siteOf(force.website) })),
    feoa: council.feoa && ofContact(council.feoa),
    area,
    operationFord: operationFordApplies(council.election.kind),
    ...extra,
  };
  const more = Object.fromEntries(Object.keys(extra).map((name) => [name, text]));
  return { values, vocabulary: { kind: 'group', fields: { ...vocabulary.fields, ...more } }, record };
}

const ofContact = (given: Contact): Values => ({ ...given, phone: given.phones[0], site: siteOf(given.website) });

const siteOf = (website: string | undefined): string | undefined =>
  website && (isGap(website) ? website : shownUrl(website));
