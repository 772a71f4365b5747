import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import type { Archive } from './zip.ts';

/** What an archive is by the files in it, if it is no workbook that is read. */
export async function refuseArchive(archive: Archive, path: string): Promise<Diagnostic | undefined> {
  const { names } = archive;
  const refuse = (name: string, hint: string): Diagnostic =>
    error('import/not-a-table', `the file is ${name}, expected a spreadsheet`, { kind: 'text', path }, hint);
  if (names.has('xl/workbook.xml')) return undefined;
  if (names.has('xl/workbook.bin')) return refuse('a binary workbook of Excel (.xlsb)', save('Excel'));
  if (names.has('word/document.xml')) return refuse('a Word document', 'copy the table into a spreadsheet');
  if (names.has('ppt/presentation.xml')) return refuse('a presentation', 'copy the table into a spreadsheet');
  if ([...names].some((name) => name === 'index.zip' || name.startsWith('index/'))) {
    return refuse('a document of Numbers or Pages', 'open it in Numbers, and export it to Excel or CSV');
  }
  if (names.has('mimetype') && names.has('content.xml')) {
    const kind = await textOf(archive.open('mimetype'));
    return kind.includes('spreadsheet')
      ? refuse('an OpenDocument spreadsheet (.ods)', save('the program that made it'))
      : refuse('an OpenDocument file', 'copy the table into a spreadsheet');
  }
  // Whatever calls itself a workbook may keep it under another name.
  if (names.has('[content_types].xml') && [...names].some((name) => name.startsWith('xl/'))) return undefined;
  const table = [...names].find((name) => /\.(xlsx|xlsm|csv|tsv|json)$/.test(name));
  const meant = table === undefined ? 'the table that was in it' : `\`${table}\``;
  return refuse('a ZIP archive', `unpack it, and name ${meant}`);
}

const save = (program: string): string => `open it in ${program}, and save it as \`Excel workbook (.xlsx)\``;

/** How a file begins, as text. */
async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  for await (const chunk of chunks) return Buffer.from(chunk.subarray(0, 200)).toString('latin1');
  return '';
}
