import { comments, commentBoxes } from './notes.ts';
import type { FormSheet } from './sheet.ts';
import { STYLES } from './styles.ts';
import { hasNotes, worksheet } from './worksheet.ts';
import { DECLARATION, escaped, MAIN, RELATIONS } from './xml.ts';
import { zip, type ZipFile } from './zip-writer.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A workbook (.xlsx) for people to fill in: headings that stay in view, notes on them, lists to choose from. The same
 * sheets give the same bytes.
 *
 * @throws Error if a name is none of a sheet, or choices cannot be a list: that is a bug
 */
export function writeWorkbook(sheets: readonly FormSheet[]): Uint8Array {
  for (const { name } of sheets)
    if (!/^[^[\]:*?/\\']{1,31}$/.test(name)) throw new Error(`no name of a sheet: ${name}`);
  const numbered = sheets.map((sheet, at) => ({ sheet, number: at + 1 }));
  return zip([
    { name: '[Content_Types].xml', text: contentTypes(numbered) },
    { name: '_rels/.rels', text: relations([['rId1', 'officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', text: workbook(numbered) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: relations([
        ...numbered.map(({ number }) => [`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`] as const),
        [`rId${sheets.length + 1}`, 'styles', 'styles.xml'],
      ]),
    },
    { name: 'xl/styles.xml', text: STYLES },
    ...numbered.flatMap(partsOf),
  ]);
}

type Numbered = { readonly sheet: FormSheet; readonly number: number };

function partsOf({ sheet, number }: Numbered): ZipFile[] {
  const part: ZipFile = { name: `xl/worksheets/sheet${number}.xml`, text: worksheet(sheet) };
  if (sheet.kind !== 'table' || !hasNotes(sheet)) return [part];
  return [
    part,
    {
      name: `xl/worksheets/_rels/sheet${number}.xml.rels`,
      text: relations([
        ['rId1', 'vmlDrawing', `../drawings/vmlDrawing${number}.vml`],
        ['rId2', 'comments', `../comments${number}.xml`],
      ]),
    },
    { name: `xl/comments${number}.xml`, text: comments(sheet.columns) },
    { name: `xl/drawings/vmlDrawing${number}.vml`, text: commentBoxes(sheet.columns) },
  ];
}

function workbook(sheets: readonly Numbered[]): string {
  const listed = sheets.map(
    ({ sheet, number }) => `<sheet name="${escaped(sheet.name)}" sheetId="${number}" r:id="rId${number}"/>`,
  );
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${listed.join('')}</sheets></workbook>`;
}

const override = (part: string, type: string): string => `<Override PartName="${part}" ContentType="${type}"/>`;

function contentTypes(sheets: readonly Numbered[]): string {
  return [
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    override('/xl/workbook.xml', `${TYPE}.sheet.main+xml`),
    override('/xl/styles.xml', `${TYPE}.styles+xml`),
    ...sheets.map(({ number }) => override(`/xl/worksheets/sheet${number}.xml`, `${TYPE}.worksheet+xml`)),
    ...sheets.flatMap(({ sheet, number }) =>
      hasNotes(sheet) ? [override(`/xl/comments${number}.xml`, `${TYPE}.comments+xml`)] : [],
    ),
    '</Types>',
  ].join('');
}

type Relation = readonly [id: string, kind: string, target: string];

function relations(list: readonly Relation[]): string {
  const each = list.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}
