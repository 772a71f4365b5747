import { parseDay } from '../data/day.ts';
import type { AreaRow } from './area-file.ts';
import type { Field } from './fields.ts';
import { AREA_COLUMNS, CONTACT_COLUMNS, COUNCIL_COLUMNS, type FieldColumn, ROLES } from './form.ts';
import type { FormSheet } from './write/sheet.ts';

/** A council's file, as far as it is asked for, and its areas. */
export type Exported = {
  readonly slug: string;
  readonly valueAt: (key: string) => unknown;
  readonly areas: readonly AreaRow[];
};

/** The form, filled with what a project holds; an import of it gives the same again. */
export function filledForm(councils: readonly Exported[]): readonly FormSheet[] {
  const forces = Math.max(1, ...councils.map(({ valueAt }) => lengthOf(valueAt('police'))));
  const councilColumns = COUNCIL_COLUMNS.flatMap((column) =>
    column.field === 'police' ? Array.from({ length: forces }, () => column) : [column],
  );
  return [
    {
      kind: 'table',
      name: 'Councils',
      columns: councilColumns,
      rows: councils.map((one) => councilRow(one, councilColumns)),
    },
    { kind: 'table', name: 'Contacts', columns: CONTACT_COLUMNS, rows: councils.flatMap(contactRows) },
    {
      kind: 'table',
      name: 'Areas',
      columns: AREA_COLUMNS,
      rows: councils.flatMap(({ slug, areas }) =>
        areas.map(({ name, nameWelsh, code }) =>
          rowOf(AREA_COLUMNS, { 'council.name': slug, name, nameCy: nameWelsh, code }),
        ),
      ),
    },
  ];
}

type Values = { readonly [field in Field]?: string };

const rowOf = (columns: readonly FieldColumn[], values: Values): readonly string[] =>
  columns.map(({ field }) => values[field] ?? '');

function councilRow({ slug, valueAt }: Exported, columns: readonly FieldColumn[]): readonly string[] {
  let force = 0;
  return columns.map(({ field, kind }) => {
    if (field === 'slug') return slug;
    if (field === 'police') return textOf(valueAt(`police.${force++}.name`));
    const text = textOf(valueAt(field === 'police.website' ? 'police.0.website' : field));
    // A day that is none would be no day of a spreadsheet's either.
    return kind === 'day' && !parseDay(text) ? '' : text;
  });
}

function contactRows({ slug, valueAt }: Exported): readonly (readonly string[])[] {
  const [officer, deputy, services, advisor] = ROLES;
  const deputies = Array.from({ length: lengthOf(valueAt('deputyReturningOfficers')) }, (_, at) => at);
  const groups: readonly (readonly [role: string, key: string])[] = [
    [officer, 'returningOfficer'],
    ...deputies.map((at) => [deputy, `deputyReturningOfficers.${at}`] as const),
    [services, 'electoralServices'],
    [advisor, 'feoa'],
  ];
  return groups.flatMap(([role, key]) => {
    const cells = CONTACT_COLUMNS.map(({ field }) =>
      field.startsWith('contact.') ? textOf(valueAt(field.replace('contact', key))) : '',
    );
    if (cells.every((text) => text === '')) return [];
    return [
      CONTACT_COLUMNS.map(({ field }, at) =>
        field === 'council' ? slug : field === 'role' ? role : (cells[at] ?? ''),
      ),
    ];
  });
}

const lengthOf = (found: unknown): number => (Array.isArray(found) ? found.length : 0);

/** Several values in one cell, as the form asks for them. */
const textOf = (found: unknown): string => {
  if (Array.isArray(found)) return found.filter((each) => each !== null).join('; ');
  return typeof found === 'string' ? found : '';
};
