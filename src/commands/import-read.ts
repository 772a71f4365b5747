import { parseShapes, type Shape, SHAPES } from '../data/import-shapes.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Subject } from '../import/fields.ts';
import { readWorkbook } from '../import/read/read-workbook.ts';
import { recognise, type Recognised } from '../import/recognise.ts';
import { tableOf } from '../import/recognise-print.ts';
import { rememberedFor } from '../import/remembered.ts';
import type { Workbook } from '../import/workbook.ts';
import { openImport } from '../project-import.ts';
import type { Project } from '../project.ts';
import type { Desk } from './bench.ts';

/** Opens a spreadsheet that the command line names; undefined when an error was reported. */
export async function openSpreadsheet(
  path: string,
  { console, cwd }: Pick<Desk, 'console' | 'cwd'>,
): Promise<Workbook | undefined> {
  const file = openImport(cwd, path, console.report);
  return file && readWorkbook(file, console.report);
}

/** What was said with `--map` in earlier runs; undefined when an error was reported. */
export function loadShapes(project: Project, report: Report): readonly Shape[] | undefined {
  if (!project.has(SHAPES)) return [];
  const input = project.read(SHAPES, report);
  return input && parseShapes(input.file, report);
}

export type Asked = {
  readonly sheet?: string;
  readonly map: readonly (readonly [field: string, heading: string])[];
  readonly shapes: readonly Shape[];
};

/** Finds out what stands where. Undefined when an error was reported. */
export const recogniseIn = (
  workbook: Workbook,
  subject: Subject,
  { sheet, map, shapes }: Asked,
  report: Report,
): Promise<Recognised | undefined> =>
  recognise(
    workbook,
    subject,
    { map, remembered: rememberedFor(shapes, subject), ...(sheet !== undefined && { sheet }) },
    report,
  );

/** Shows what was found out, before anything is done with it. */
export function sayRecognised(recognised: Recognised, { path }: Workbook, { console }: Pick<Desk, 'console'>): void {
  const { sheet, headerRow } = recognised;
  const name = sheet.name === undefined ? '' : `, sheet ${sheet.name}`;
  console.say(`${path}${name}: headings in row ${headerRow}\n\n${tableOf(recognised)}`);
}

/** The same as data. */
export const asData = ({ subject, sheet, headerRow, columns, ignored }: Recognised, { path }: Workbook): unknown => ({
  path,
  ...(sheet.name !== undefined && { sheet: sheet.name }),
  subject,
  headerRow,
  columns,
  ignored,
});
