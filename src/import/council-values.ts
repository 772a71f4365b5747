import { counting } from '../diagnostics/collect.ts';
import { error, type Place, type Report } from '../diagnostics/diagnostic.ts';
import { withPostcode } from './clean-address.ts';
import { cleanField } from './clean-field.ts';
import { cleanRole } from './clean-role.ts';
import type { Field, Subject } from './fields.ts';
import { namesOf, type ImportRow } from './rows.ts';
import type { Named } from './match.ts';

/** A value that a row gives for a key of a council's file. */
export type Given = {
  /** A deputy whose place in the list is still to be found is called by the row: `deputyReturningOfficers.row7.name`. */
  readonly key: string;
  readonly value: string | readonly string[];
  /** As it stood in the file, where it was put in another way. */
  readonly typed?: string;
  readonly place: Place;
};

/** What a row says: whose it is, and what is to stand in that council's file. */
export type CouncilRow = {
  readonly named: Named;
  /** The name of the council's file, if the row gives it. */
  readonly slug?: string;
  readonly place: Place;
  readonly values: readonly Given[];
};

/** Fields that say whose row it is, and are no value themselves. */
const IDENTITY: ReadonlySet<Field> = new Set<Field>(['slug', 'council', 'role']);

/** A code of the Office for National Statistics, in a column that should hold names. */
const CODE = /^[ENSW]\d{8}$/;

/**
 * Reads a row of contacts or councils.
 *
 * @returns undefined when an error was reported: the row as a whole is left out
 */
export function readCouncilRow(row: ImportRow, subject: Subject, report: Report): CouncilRow | undefined {
  const counted = counting(report);
  const [slugAt] = row.cells.get('slug') ?? [];
  const slug = slugAt && cleanField({ field: 'slug', subject }, slugAt, counted.report)?.value;
  const called = namesOf(row, ['council', 'name'], counted.report) ?? [];
  const role = roleOf(row, counted.report);
  const values = [...row.cells.keys()].flatMap((field): Given[] => {
    if (IDENTITY.has(field) || field.endsWith('.postcode')) return [];
    const key = keyOf(field, role, row.number);
    return key === undefined ? [] : valuesOf(row, field, key, subject, counted.report);
  });
  const lone = [...row.cells.keys()].flatMap((field) => {
    const address = field.replace(/postcode$/, 'address') as Field;
    if (!field.endsWith('postcode')) return [];
    const key = keyOf(address, role, row.number);
    const code = key === undefined ? undefined : valuesOf(row, field, key, subject, counted.report)[0];
    return code ? [code] : [];
  });
  if (counted.errors() > 0) return undefined;
  const codes = values.flatMap(({ key, value }) => (key === 'gss' && typeof value === 'string' ? [value] : []));
  const texts = called.map(({ text }) => text);
  return {
    named: {
      codes: [...codes, ...texts.filter((text) => CODE.test(text))],
      names: [...(typeof slug === 'string' ? [slug] : []), ...texts.filter((text) => !CODE.test(text))],
    },
    ...(typeof slug === 'string' && { slug }),
    place: row.place,
    values: lone.reduce(withCode, values),
  };
}

/** A postcode is the last line of its address. */
function withCode(values: readonly Given[], code: Given): readonly Given[] {
  const postcode = String(code.value);
  const address = values.find(({ key }) => key === code.key);
  if (!address) return [...values, { ...code, value: [postcode] }];
  const lines = withPostcode(address.value as readonly string[], postcode);
  return values.map((each) => (each === address ? { ...each, value: lines } : each));
}

/** Whose contact the row gives; undefined if it does not say, or not of anybody whom a leaflet names. */
function roleOf(row: ImportRow, report: Report): string | undefined {
  const details = [...row.cells.keys()].some((field) => field.startsWith('contact.'));
  const [at] = row.cells.get('role') ?? [];
  const role = at && cleanRole(at, report)?.value;
  if (at && role === undefined) return undefined;
  if (role === undefined && details) {
    const hint = 'write whose contact it is: `Returning Officer`, `Electoral services`';
    report(error('import/no-role', 'the row does not say whose contact it gives', row.place, hint));
  }
  return role === 'ignored' ? undefined : role;
}

function keyOf(field: Field, role: string | undefined, row: number): string | undefined {
  if (field === 'police') return 'police.0.name';
  if (field === 'police.website') return 'police.0.website';
  if (!field.startsWith('contact.')) return field;
  if (role === undefined) return undefined;
  return `${role.startsWith('deputy') ? `deputyReturningOfficers.row${row}` : role}.${field.slice('contact.'.length)}`;
}

/** The value of a field, from all the columns that hold a part of it. */
function valuesOf(row: ImportRow, field: Field, key: string, subject: Subject, report: Report): Given[] {
  const cells = row.cells.get(field) ?? [];
  const [first] = cells;
  const cleaned = cells.flatMap((at) => {
    const each = cleanField({ field, subject }, at, report);
    return each ? [{ ...each, place: at.place }] : [];
  });
  const parts = cleaned.flatMap(({ value }) => value ?? []);
  if (!first || parts.length === 0) return [];
  if (field === 'police') {
    return cleaned.flatMap(({ value, typed, steps, place }, at) =>
      typeof value === 'string' ? [{ key: `police.${at}.name`, value, place, ...(steps.length > 0 && { typed }) }] : [],
    );
  }
  const isList = /\.(phones|address)$/.test(field);
  const [single = ''] = parts;
  const typed = cleaned.map((each) => each.typed.trim()).join(' | ');
  const isAsTyped = cleaned.every(({ steps }) => steps.length === 0);
  return [{ key, value: isList ? parts : single, place: first.place, ...(!isAsTyped && { typed }) }];
}
