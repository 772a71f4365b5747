import { excerpt } from '../data/area-columns.ts';
import { error, type Report, warning } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { type Field, FIELDS, type Subject } from './fields.ts';
import type { Candidate, Ignored } from './recognise.ts';
import type { Assigned } from './recognise-columns.ts';
import { foldHeading } from './recognise-heading.ts';
import type { Sheet, SheetRow, Workbook } from './workbook.ts';

/** Some texts of a user's, in a message. */
export const listed = (texts: readonly string[]): string =>
  texts
    .slice(0, 20)
    .map((text) => `\`${excerpt(text)}\``)
    .join(', ');

const WANTED: { readonly [subject in Subject]: readonly [what: string, how: string] } = {
  areas: ['the names of areas', 'call the column of names `name`, or say which it is: `--map name="…"`'],
  contacts: [
    'contacts',
    'write headings as `Council`, `Returning Officer phone`, or say which is which: `--map "ro phone"="…"`',
  ],
  councils: ['councils', 'call the column of councils `council`, or say which it is: `--map name="…"`'],
};

/** No sheet has a header: says what stands where one is looked for. */
export function tellNoHeader(
  read: readonly { readonly sheet: Sheet; readonly rows: readonly SheetRow[] }[],
  subject: Subject,
  report: Report,
  { path }: Workbook,
): void {
  const full = read.find(({ rows }) => rows.length > 0);
  const [row] = full?.rows ?? [];
  const [what, how] = WANTED[subject];
  if (!full || !row) {
    report(error('import/no-rows', 'there is nothing in the file', { kind: 'text', path }, 'choose the file again'));
    return;
  }
  const found = row.cells.map(({ text }) => text.trim()).filter((text) => text !== '');
  const message = `no row has headings of ${what}; the first row has ${listed(found)}`;
  report(error('import/no-header', message, full.sheet.placeOf(row.number, 1), how));
}

/** There is a header, and what matters most is not in it. */
export function tellMissing(
  { ignored }: Assigned,
  { sheet, header }: Candidate,
  subject: Subject,
  report: Report,
): void {
  const [what, how] = WANTED[subject];
  const near = ignored.map((each) => withNear(each, subject)).find((each) => each.near !== undefined);
  const hint = near ? [`did you mean \`--map ${near.near}="${near.heading}"\`?`] : [];
  const names = header.headings.map(({ typed }) => typed).filter((typed) => typed !== '');
  const message = `no column holds ${what}; found ${listed(names)}`;
  report(error('import/missing-column', message, sheet.placeOf(header.row, 1), ...hint, how));
}

/** Several sheets are about the subject: says which one is read. */
export function tellOthers({ sheet, header }: Candidate, usable: readonly Candidate[], report: Report): void {
  const others = usable.filter((each) => each.sheet !== sheet).map((each) => each.sheet.name ?? 'without a name');
  const [other = ''] = others;
  const message = `the sheet \`${sheet.name ?? ''}\` is read, and not ${listed(others)}, which could be too`;
  report(
    warning('import/other-sheets', message, sheet.placeOf(header.row, 1), `read another with \`--sheet "${other}"\``),
  );
}

/** What a person should look at before the table is believed. */
export function tellDoubts({ twice, assumed, ignored }: Assigned, { sheet, header }: Candidate, report: Report): void {
  for (const { lost, won } of twice) {
    const message = `\`${lost.heading}\` may hold \`${won.field}\` too; column ${won.column + 1}, \`${won.heading}\`, is taken`;
    const hint = `choose with \`--map ${won.field}="${lost.heading}"\`, or leave it out with \`--map ignore="${lost.heading}"\``;
    report(warning('import/two-columns', message, sheet.placeOf(header.row, lost.column + 1), hint));
  }
  const [first] = assumed;
  if (first) {
    const headings = listed(assumed.map(({ heading }) => heading));
    const fields = listed(assumed.map(({ field }) => field));
    const message = `no heading says whose ${headings} ${assumed.length === 1 ? 'is' : 'are'}; taken for ${fields}`;
    const hint = `check it, and say otherwise with \`--map "returning officer ${foldHeading(first.heading)}"="${first.heading}"\``;
    report(warning('import/assumed-contact', message, sheet.placeOf(header.row, first.column + 1), hint));
  }
  for (const { column, heading, note } of ignored) {
    const samples = header.headings[column]?.samples ?? [];
    if (note !== undefined || !samples.some((text) => /\S@\S+\.\S|^\(?(0|\+44)[\d ()-]{8,}$/.test(text))) continue;
    const message = `\`${heading === '' ? `column ${column + 1}` : heading}\` is not known and is ignored, but contacts stand in it`;
    const hint = `say what it holds, as \`--map "returning officer phone"="${heading}"\`, or \`--map ignore="${heading}"\``;
    report(warning('import/unknown-column', message, sheet.placeOf(header.row, column + 1), hint));
  }
}

/** With the field that a heading most nearly names. */
export function withNear(ignored: Ignored, subject: Subject): Ignored {
  if (ignored.note !== undefined || ignored.heading === '') return ignored;
  const near = nearest(ignored.heading, FIELDS[subject]);
  return near === undefined ? ignored : { ...ignored, near: near as Field };
}
