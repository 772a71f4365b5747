/** What a file is about: areas of councils, contacts for councils' files, or councils to begin files for. */
export type Subject = 'areas' | 'contacts' | 'councils';

/** What a contact may give. A postcode becomes the last line of the address. */
export type Detail = 'title' | 'name' | 'phones' | 'email' | 'hours' | 'address' | 'postcode' | 'website';

/** Whose details a column holds; `contact` is whom the column `role` of the same row names. */
export type Role = 'returningOfficer' | `deputyReturningOfficers.${number}` | 'electoralServices' | 'feoa' | 'contact';

/** What a column may hold: a key of a council's file, or what says whose row it is. */
export type Field =
  | 'name'
  | 'nameCy'
  | 'code'
  | 'noun'
  | 'council.gss'
  | 'council.name'
  | 'council'
  | 'slug'
  | 'role'
  | 'shortName'
  | 'gss'
  | 'nation'
  | 'election.name'
  | 'election.kind'
  | 'election.date'
  | 'contactsCheckedOn'
  | 'police'
  | 'police.website'
  | 'alternativeFormats.phone'
  | 'alternativeFormats.email'
  | 'issuedBy.name'
  | 'issuedBy.address'
  | 'issuedBy.postcode'
  | 'issuedBy.website'
  | `${Role}.${Detail}`;

/** How the texts of a field are read. */
export type Kind =
  | 'text'
  | 'name'
  | 'area'
  | 'phones'
  | 'phone'
  | 'email'
  | 'website'
  | 'address'
  | 'postcode'
  | 'day'
  | 'gss'
  | 'nation'
  | 'election'
  | 'slug'
  | 'role';

const DETAILS: readonly Detail[] = ['title', 'name', 'phones', 'email', 'hours', 'address', 'postcode', 'website'];

const ROLES = ['returningOfficer', 'deputyReturningOfficers.0', 'electoralServices', 'feoa', 'contact'] as const;

const OF_A_COUNCIL: readonly Field[] = [
  'gss',
  'slug',
  'name',
  'shortName',
  'nation',
  'election.name',
  'election.kind',
  'election.date',
  'contactsCheckedOn',
  ...ROLES.slice(0, 4).flatMap((role) => DETAILS.map((detail): Field => `${role}.${detail}`)),
  'police',
  'police.website',
  'alternativeFormats.phone',
  'alternativeFormats.email',
  'issuedBy.name',
  'issuedBy.address',
  'issuedBy.postcode',
  'issuedBy.website',
];

/** The fields that a file may give, in the order in which a person is told of them. */
export const FIELDS: { readonly [subject in Subject]: readonly Field[] } = {
  areas: ['name', 'nameCy', 'code', 'council.gss', 'council.name', 'noun'],
  contacts: ['council', ...OF_A_COUNCIL, 'role', ...DETAILS.map((detail): Field => `contact.${detail}`)],
  councils: OF_A_COUNCIL,
};

/** Fields of which several columns may hold a part each: second phones, lines of an address, two police forces. */
export const holdsSeveral = (field: Field): boolean =>
  /(^|\.)(phones|address)$/.test(field) || field === 'police' || field.startsWith('council.');

/** How the texts of a field are read. Names of areas are read by rules of their own. */
export function kindOf(field: Field, subject: Subject): Kind {
  if (field === 'name' && subject === 'areas') return 'area';
  if (field === 'contactsCheckedOn' || field === 'election.date') return 'day';
  if (field === 'gss' || field === 'council.gss') return 'gss';
  if (field === 'nation') return 'nation';
  if (field === 'election.kind') return 'election';
  if (field === 'slug' || field === 'role') return field;
  const last = field.slice(field.lastIndexOf('.') + 1);
  return BY_DETAIL[last] ?? 'text';
}

const BY_DETAIL: { readonly [last: string]: Kind } = {
  phones: 'phones',
  phone: 'phone',
  email: 'email',
  name: 'name',
  police: 'name',
  council: 'name',
  website: 'website',
  address: 'address',
  postcode: 'postcode',
};
