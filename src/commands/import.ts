import { printShapes, SHAPES, withShape } from '../data/import-shapes.ts';
import { collect } from '../diagnostics/collect.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Subject } from '../import/fields.ts';
import { foldHeading } from '../import/recognise-heading.ts';
import type { Recognised } from '../import/recognise.ts';
import { shapeToRemember } from '../import/remembered.ts';
import type { Workbook } from '../import/workbook.ts';
import type { Desk } from './bench.ts';
import { importAreas } from './import-areas.ts';
import { importCouncils } from './import-councils.ts';
import { type ImportFiles, openImportFiles } from './import-files.ts';
import { importNew } from './import-new.ts';
import { type Asked, asData, loadShapes, openSpreadsheet, recogniseIn, sayRecognised } from './import-read.ts';
import { isOwn } from './init.ts';
import { loadRegistry } from './registry.ts';
import type { ImportCommand, ImportFileCommand } from './specs/import.ts';

/** Takes areas, contacts or councils into the project; or writes the form for them. */
export async function importFile(command: ImportCommand, desk: Desk): Promise<void> {
  if (command.subject === 'form') return importNew(command.file, desk);
  const { project, console } = desk;
  if (!isOwn(desk, 'an import')) return;
  const registry = loadRegistry(project, console.report);
  const shapes = loadShapes(project, console.report);
  const workbook = registry && shapes && (await openSpreadsheet(command.file, desk));
  if (!workbook) return;
  const asked = { shapes, map: command.map, ...(command.sheet !== undefined && { sheet: command.sheet }) };
  const recognised = await recogniseIn(workbook, command.subject, asked, console.report);
  if (!recognised) return;
  const others = await otherParts(workbook, recognised, command, asked, console.report);
  if (!others) return;
  const parts = [recognised, ...others];
  for (const part of parts) sayRecognised(part, workbook, desk);
  console.attach(
    'recognised',
    parts.map((part) => asData(part, workbook)),
  );

  const files = openImportFiles(desk);
  const lines: string[] = [];
  const scene: ImportScene = { workbook, registry, files, command, desk };
  for (const part of parts) {
    const came =
      part.subject === 'areas'
        ? // What one part begins, the next adds to.
          // oxlint-disable-next-line no-await-in-loop
          await importAreas(part, scene)
        : // oxlint-disable-next-line no-await-in-loop
          await importCouncils(part, scene);
    if (came !== undefined) lines.push(came);
  }
  if (lines.length === 0) return;
  const learned = shapeToRemember(recognised, workbook.path);
  if (learned) files.put(SHAPES, printShapes(withShape(shapes, learned)));
  const written = command.purpose === 'look' ? [] : files.write();
  console.attach('written', written);
  console.conclude(
    [...lines, ...(command.purpose === 'look' ? ['nothing was written: this was a dry run'] : [])].join('\n'),
  );
}

/** What a part of an import works with. */
export type ImportScene = {
  readonly workbook: Workbook;
  readonly registry: NonNullable<ReturnType<typeof loadRegistry>>;
  readonly files: ImportFiles;
  readonly command: ImportFileCommand;
  readonly desk: Desk;
};

/**
 * The sheets Contacts and Areas beside that of councils, as the form has them. One without rows is none.
 *
 * @returns undefined when an error was reported
 */
async function otherParts(
  workbook: Workbook,
  councils: Recognised,
  { subject, sheet, map }: ImportFileCommand,
  { shapes }: Asked,
  report: Report,
): Promise<readonly Recognised[] | undefined> {
  if (subject !== 'councils' || sheet !== undefined || map.length > 0) return [];
  const found: Recognised[] = [];
  for (const [name, part] of PARTS) {
    const one = workbook.sheets.find((each) => each !== councils.sheet && foldHeading(each.name ?? '') === name);
    if (!one) continue;
    const asked = { shapes, map: [], sheet: one.name ?? '' };
    const { report: note, all } = collect();
    // oxlint-disable-next-line no-await-in-loop
    const recognised = await recogniseIn(workbook, part, asked, note);
    if (all().some(({ rule }) => rule === 'import/no-rows')) continue;
    for (const diagnostic of all()) report(diagnostic);
    if (!recognised) return undefined;
    found.push(recognised);
  }
  return found;
}

const PARTS: readonly (readonly [sheet: string, subject: Subject])[] = [
  ['contacts', 'contacts'],
  ['areas', 'areas'],
];
