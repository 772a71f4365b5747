import { documentOf } from '../data/yaml.ts';
import { valueIn } from '../data/yaml-edit.ts';
import { error } from '../diagnostics/diagnostic.ts';
import { areaFileName, readAreaFile } from '../import/area-file.ts';
import { type Exported, filledForm } from '../import/export.ts';
import type { Desk } from './bench.ts';
import { counted } from './counted.ts';
import { openImportFiles } from './import-files.ts';
import { writeForm } from './import-new.ts';
import type { ExportCommand } from './specs/export.ts';

/** Writes what the project holds of councils as a workbook. A council whose file has a fault is reported and left out. */
export function exportFile({ file }: ExportCommand, desk: Desk): void {
  const { console } = desk;
  const files = openImportFiles(desk);
  const councils = files.owners().flatMap(({ slug }): Exported[] => {
    const document = documentOf(files.council(slug)?.text ?? '');
    const name = areaFileName(slug);
    const listed = files.stands(name) ? files.file(name) : undefined;
    const areas = listed ? readAreaFile(listed, console.report) : [];
    return document?.contents && areas ? [{ slug, valueAt: (key) => valueIn(document, key), areas }] : [];
  });
  if (councils.length === 0) {
    const hint = 'begin one with `handbill init` or `handbill import councils`';
    console.report(error('project/no-councils', 'the project holds no council to be written', undefined, hint));
    return;
  }
  writeForm(file, filledForm(councils), desk);
  console.conclude(counted(councils.length, 'council'));
}
