import type { Choices, FormColumn, FormSheet } from './sheet.ts';
import { STYLE } from './styles.ts';
import { columnLetters, DECLARATION, escaped, MAIN, RELATIONS } from './xml.ts';

/** Rows that choices are offered in. */
const LAST_ROW = 2_000;

/** The XML of a sheet (ECMA-376 part 1, 18.3.1.99); its elements have a fixed order. */
export function worksheet(sheet: FormSheet): string {
  const begin = `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">`;
  if (sheet.kind === 'words') {
    const rows = [
      row(1, [text(sheet.title, 'title')]),
      ...sheet.lines.map((line, at) => row(at + 2, [text(line, 'words')])),
    ];
    return `${begin}<cols><col min="1" max="1" width="100" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData></worksheet>`;
  }
  const { columns, rows } = sheet;
  const headings = row(
    1,
    columns.map(({ heading }) => text(heading, 'heading')),
  );
  const data = rows.map((cells, at) =>
    row(
      at + 2,
      columns.map(({ kind }, column) =>
        kind === 'day' ? day(cells[column] ?? '') : text(cells[column] ?? '', 'text'),
      ),
    ),
  );
  return [
    begin,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${columns.map(column).join('')}</cols>`,
    `<sheetData>${headings}${data.join('')}</sheetData>`,
    validations(columns),
    hasNotes(sheet) ? '<legacyDrawing r:id="rId1"/>' : '',
    '</worksheet>',
  ].join('');
}

export const hasNotes = (sheet: FormSheet): boolean =>
  sheet.kind === 'table' && sheet.columns.some(({ note }) => note !== undefined);

type Cell = (reference: string) => string;

const row = (number: number, cells: readonly Cell[]): string =>
  `<row r="${number}">${cells.map((cell, at) => cell(`${columnLetters(at + 1)}${number}`)).join('')}</row>`;

const text =
  (value: string, style: keyof typeof STYLE): Cell =>
  (reference) =>
    value === ''
      ? ''
      : `<c r="${reference}" s="${STYLE[style]}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;

/** As the spreadsheet counts days, so that what people type there becomes a day too. */
const day =
  (value: string): Cell =>
  (reference) => {
    if (value === '') return '';
    const serial = Date.parse(`${value}T00:00Z`) / 86_400_000 + 25_569;
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || !Number.isInteger(serial)) throw new Error(`${value} is no day`);
    return `<c r="${reference}" s="${STYLE.day}"><v>${serial}</v></c>`;
  };

/** The style is that of the cells that are still empty. */
const column = ({ width, kind }: FormColumn, at: number): string =>
  `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${STYLE[kind]}" customWidth="1"/>`;

function validations(columns: readonly FormColumn[]): string {
  const lists = columns.flatMap(({ choices, heading }, at) => {
    if (!choices) return [];
    const letters = columnLetters(at + 1);
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="${escaped(heading)}" error="Choose from the list." sqref="${letters}2:${letters}${LAST_ROW}"><formula1>${escaped(formula(choices))}</formula1></dataValidation>`,
    ];
  });
  return lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

function formula(choices: Choices): string {
  if ('sheet' in choices) {
    const letters = columnLetters(choices.column);
    return `'${choices.sheet.replaceAll("'", "''")}'!$${letters}$2:$${letters}$${LAST_ROW}`;
  }
  const list = choices.join(',');
  // Excel calls the whole workbook damaged otherwise.
  if (list.length > 255 || choices.some((choice) => /[,"]/.test(choice)))
    throw new Error(`no list of choices: ${list}`);
  return `"${list}"`;
}
