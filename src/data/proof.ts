import type { Place } from '../diagnostics/diagnostic.ts';
import { type Detail, detailsOf, type InWords, isReachable } from './contacts.ts';
import { printCsv } from './csv.ts';
import type { Furniture } from './furniture.ts';
import type { Record as CouncilRecord } from './record.ts';

/** What a proof sheet lists, as a page and as a table. */

/** A value to ring or to try, and where it comes from. */
export type Entry = Pick<Detail, 'kind' | 'value'> & {
  /** `returningOfficer.phones.0`; of a council's own words, their slot. */
  readonly key: string;
  readonly place?: Place;
  /** How the value is used, where that is not plain: "through Relay UK". */
  readonly note?: string;
};

/** The entries of one contact. */
export type EntryGroup = {
  /** "Returning Officer" */
  readonly what: string;
  /** "Helen Marsh" */
  readonly name?: string;
  /** Whether the day on which the contacts were checked holds for it: of a council's own words nothing is said. */
  readonly dated: 'yes' | 'no';
  readonly entries: readonly Entry[];
};

type Labels = Pick<Furniture, 'otherFormats' | 'issuedBy' | 'proofPolice' | 'proofRelay' | 'proofWords'>;

/**
 * All that leaflet and card print of a council by which somebody is reached, contact by contact.
 *
 * @param inWords what the council's own words give
 */
export function entriesOf(
  record: CouncilRecord,
  inWords: readonly (InWords & { readonly slot: string; readonly place: Place })[],
  labels: Labels,
): readonly EntryGroup[] {
  const groups = new Map<string, EntryGroup & { readonly entries: Entry[] }>();
  for (const detail of detailsOf(record).filter(isReachable)) {
    const { kind, value, key } = detail;
    // Two contacts may have one title: the key tells them apart.
    const whose = key.replace(/\.(phones?|email|website|address)(\.\d+)?$/, '');
    const group = groups.get(whose) ?? { ...headOf(detail, labels), dated: 'yes', entries: [] };
    groups.set(whose, group);
    const place = record.placeOf(key);
    const entry: Entry = { kind, value, key, ...(place && { place }) };
    group.entries.push(entry);
    // The leaflet prints the number a second time, behind Relay UK's code.
    if (key === 'alternativeFormats.phone') {
      group.entries.push({ ...entry, value: `18001 ${value}`, note: labels.proofRelay });
    }
  }
  const words = inWords.map(({ kind, value, slot, place }) => ({ kind, value, key: slot, place }));
  return [
    ...groups.values(),
    ...(words.length > 0 ? [{ what: labels.proofWords, dated: 'no' as const, entries: words }] : []),
  ];
}

function headOf({ group, of, name }: Detail, labels: Labels): Pick<EntryGroup, 'what' | 'name'> {
  switch (group) {
    case 'police':
      return { what: labels.proofPolice, ...(name !== undefined && { name }) };
    case 'formats':
      return { what: labels.otherFormats };
    case 'issuer':
      return { what: labels.issuedBy };
    default:
      return { what: of, ...(name !== undefined && { name }) };
  }
}

/** The NCSC's address for candidates' accounts: the guidance, section 3. */
export const protectEmail = 'individualsupport@ncsc.gov.uk';

/** What the guidance itself gives, on every council's leaflet and card. */
export const fixedEntries: readonly Pick<Entry, 'kind' | 'value'>[] = [
  { kind: 'phone', value: '999' },
  { kind: 'phone', value: '101' },
  { kind: 'website', value: 'police.uk' },
  { kind: 'email', value: protectEmail },
];

const COLUMNS = ['what', 'name', 'kind', 'value', 'source', 'key', 'checked on', 'rung'];

/**
 * The list as a table for spreadsheets.
 *
 * @param guidance path of the guidance, from which the fixed entries are
 */
export function proofTable(
  groups: readonly EntryGroup[],
  {
    checkedOn,
    guidance,
    labels,
  }: { readonly checkedOn: string; readonly guidance: string; readonly labels: Furniture },
): string {
  const rows = groups.flatMap(({ what, name = '', dated, entries }) =>
    entries.map(({ kind, value, key, place, note }) => [
      note === undefined ? what : `${what}, ${note}`,
      name,
      kind,
      value,
      sourceOf(place),
      key,
      dated === 'yes' ? checkedOn : '',
      '',
    ]),
  );
  const { proofFixed, proofFixedNote } = labels;
  const fixed = fixedEntries.map(({ kind, value }) => [proofFixed, '', kind, value, guidance, '', '', proofFixedNote]);
  return printCsv([COLUMNS, ...rows, ...fixed]);
}

/** `content/councils/anyshire.yaml:36`, on whatever machine the project lies. */
export function sourceOf(place: Place | undefined): string {
  if (place?.kind !== 'text') return '';
  const path = place.path.replace(/^.*\/(?=content\/councils\/)/, '');
  return place.range ? `${path}:${place.range.start.line}` : path;
}
