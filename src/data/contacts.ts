import { createHash } from 'node:crypto';
import type { Contact, Council, Record as CouncilRecord } from './record.ts';
import { shownUrl } from './text.ts';

/**
 * What a record says of people to reach, and how: the values that somebody must ring or try before they are printed.
 * One list serves the proof sheet, the sign-off and the rules that watch over numbers.
 */

/** `phone` to `address` can be rung or tried; what follows is printed beside them. */
export type DetailKind = 'phone' | 'email' | 'website' | 'address' | 'name' | 'hours' | 'force' | 'checked on';

export type Detail = {
  readonly group: 'contact' | 'police' | 'formats' | 'issuer' | 'words' | 'check';
  /** Whose it is: a contact's title, "Police". */
  readonly of: string;
  /** The person, the team or the force, if it is named. */
  readonly name?: string;
  readonly kind: DetailKind;
  /** As it is printed. */
  readonly value: string;
  /** `returningOfficer.phones.0`; of a council's own words, the slot. */
  readonly key: string;
};

/** A number or an address that a council's own words give. */
export type InWords = Pick<Detail, 'kind' | 'value'>;

/** What can be rung or tried. */
export const isReachable = ({ kind }: Pick<Detail, 'kind'>): boolean =>
  kind === 'phone' || kind === 'email' || kind === 'website' || kind === 'address';

type Some = Omit<Detail, 'group' | 'of' | 'name'>;

/** Everything of a record that is printed as a contact, in the order of the leaflet. */
export function detailsOf({ council }: Pick<CouncilRecord, 'council'>): readonly Detail[] {
  const { police, alternativeFormats: formats, issuedBy } = council;
  return [
    ...contactsOf(council).flatMap(([key, contact]) => ofContact(key, contact)),
    ...police.flatMap(({ name, website }, i): Detail[] =>
      [{ kind: 'force' as const, value: name, key: `police.${i}.name` }, ...site(website, `police.${i}.website`)].map(
        (some) => ({ group: 'police', of: 'Police', name, ...some }),
      ),
    ),
    ...[
      ...(formats?.phone === undefined ? [] : [some('phone', formats.phone, 'alternativeFormats.phone')]),
      ...(formats?.email === undefined ? [] : [some('email', formats.email, 'alternativeFormats.email')]),
    ].map((each): Detail => ({ group: 'formats', of: 'Other formats', ...each })),
    ...[
      ...(issuedBy?.name === undefined ? [] : [some('name', issuedBy.name, 'issuedBy.name')]),
      ...(issuedBy?.address === undefined ? [] : [some('address', issuedBy.address.join(', '), 'issuedBy.address')]),
      ...site(issuedBy?.website, 'issuedBy.website'),
    ].map((each): Detail => ({ group: 'issuer', of: 'Issued by', ...each })),
    { group: 'check', of: 'Contacts', kind: 'checked on', value: council.contactsCheckedOn, key: 'contactsCheckedOn' },
  ];
}

const some = (kind: DetailKind, value: string, key: string): Some => ({ kind, value, key });

const site = (website: string | undefined, key: string): Some[] =>
  website === undefined ? [] : [some('website', URL.canParse(website) ? shownUrl(website) : website, key)];

const contactsOf = (council: Council): (readonly [key: string, contact: Contact])[] => [
  ['returningOfficer', council.returningOfficer],
  ...council.deputyReturningOfficers.map((deputy, i) => [`deputyReturningOfficers.${i}`, deputy] as const),
  ...(council.electoralServices ? [['electoralServices', council.electoralServices] as const] : []),
  ...(council.feoa ? [['feoa', council.feoa] as const] : []),
];

const ofContact = (path: string, contact: Contact): Detail[] =>
  [
    ...(contact.name === undefined ? [] : [some('name', contact.name, `${path}.name`)]),
    ...contact.phones.map((phone, i) => some('phone', phone, `${path}.phones.${i}`)),
    ...(contact.email === undefined ? [] : [some('email', contact.email, `${path}.email`)]),
    ...site(contact.website, `${path}.website`),
    ...(contact.address === undefined ? [] : [some('address', contact.address.join(', '), `${path}.address`)]),
    ...(contact.hours === undefined ? [] : [some('hours', contact.hours, `${path}.hours`)]),
  ].map((each) => ({
    group: 'contact',
    of: contact.title,
    ...(contact.name !== undefined && { name: contact.name }),
    ...each,
  }));

/**
 * The hash of all that is printed as a contact: the record's own contacts, and what the council's own words give. It
 * does not mind the order of keys, comments or quotes of the file, only the values.
 *
 * @returns sha256 in lower-case hexadecimal
 */
export function contactsHash({ council }: Pick<CouncilRecord, 'council'>, inWords: readonly InWords[]): string {
  const { returningOfficer, deputyReturningOfficers, electoralServices, feoa } = council;
  const { police, alternativeFormats, issuedBy, contactsCheckedOn } = council;
  const contacts = { returningOfficer, deputyReturningOfficers, electoralServices, feoa };
  const words = inWords.map(({ kind, value }) => ({ kind, value }));
  const all = { ...contacts, police, alternativeFormats, issuedBy, contactsCheckedOn, words };
  return createHash('sha256').update(canonical(all)).digest('hex');
}

/** JSON with its keys in order and without what is absent. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** The beginning of a hash: enough to see that paper and file say the same. */
export const shortHash = (hash: string): string => hash.slice(0, 12);

/** A line that says one value, for people: "Returning Officer, phone: 01632 960 001". */
export const inALine = ({ of, kind, value }: Detail): string => `${of}, ${kind}: ${value}`;
