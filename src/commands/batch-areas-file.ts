import { findColumns } from '../data/area-columns.ts';
import type { Owner as AreasOwner } from '../data/area-rows.ts';
import { type Areas, parseAreas } from '../data/areas.ts';
import { parseCells, type TableFile } from '../data/cells.ts';
import { collect } from '../diagnostics/collect.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { type AreasRead, readAreas } from '../import/areas.ts';
import { type Found, type Matcher, matcherOf, type Owner } from '../import/match.ts';
import { headOf } from '../import/read/chunks.ts';
import { isArchive, isCompound, isJson } from '../import/read/signature.ts';
import { openImport } from '../project-import.ts';
import { readTable } from '../project-table.ts';
import type { Bench } from './bench.ts';
import { openImportFiles } from './import-files.ts';
import { loadShapes, openSpreadsheet, recogniseIn } from './import-read.ts';
import { loadRegistry } from './registry.ts';

/**
 * The areas of one council in a file of any kind.
 *
 * @param path relative to where the command runs
 * @returns undefined when an error was reported
 */
export async function areasInFile(path: string, owner: Owner & AreasOwner, bench: Bench): Promise<Areas | undefined> {
  const { console, cwd } = bench;
  if (await isBook(path, bench)) return imported(path, owner, bench, console.report);
  const file = readTable(cwd, path, console.report);
  if (!file || hasHeader(file)) return file && parseAreas(file, owner, console.report);
  // A title above the header, or headings in other words: what imports understand, a batch does too.
  const { report, all } = collect();
  const list = await imported(path, owner, bench, report);
  if (!list) return parseAreas(file, owner, console.report);
  for (const diagnostic of all()) console.report(diagnostic);
  return list;
}

/** The areas of all councils in a file that lists those of many; undefined when an error was reported. */
export async function areasOfMany(
  path: string,
  bench: Bench,
): Promise<readonly { readonly council: string; readonly list: Areas }[] | undefined> {
  const owners = openImportFiles(bench).owners();
  const read = await importedBy(path, owners, undefined, bench, bench.console.report);
  return read?.councils.map(({ slug, areas, faulty }) => ({ council: slug, list: { areas, faulty } }));
}

/** Whether a file is no delimited text: its bytes say so, never its name. */
async function isBook(path: string, { cwd }: Bench): Promise<boolean> {
  const file = openImport(cwd, path, () => {});
  if (!file) return false;
  const head = await headOf(file, 4096);
  return (
    isArchive(head) ||
    isCompound(head) ||
    isJson(
      Buffer.from(head)
        .toString()
        .replace(/^\uFEFF/, ''),
    )
  );
}

function hasHeader(file: TableFile): boolean {
  const { report, all } = collect();
  const cells = parseCells(file, report);
  if (cells) findColumns(cells, file.path, report);
  return !all().some(({ rule }) => rule === 'areas/no-name-column');
}

async function imported(path: string, owner: Owner, bench: Bench, report: Report): Promise<Areas | undefined> {
  const only: Found = { kind: 'own', slug: owner.slug, name: owner.name };
  const read = await importedBy(path, [owner], only, bench, report);
  const [one] = read?.councils ?? [];
  return one && { areas: one.areas, faulty: one.faulty };
}

async function importedBy(
  path: string,
  owners: readonly Owner[],
  only: Found | undefined,
  { project, console, cwd }: Bench,
  report: Report,
): Promise<AreasRead | undefined> {
  const registry = loadRegistry(project, report);
  const shapes = loadShapes(project, report);
  const workbook = registry && shapes && (await openSpreadsheet(path, { console: { ...console, report }, cwd }));
  const recognised = workbook && (await recogniseIn(workbook, 'areas', { shapes, map: [] }, report));
  if (!recognised) return undefined;
  const matcher: Matcher = matcherOf(owners, registry);
  return readAreas(recognised, workbook, { matcher, ...(only && { only }) }, report);
}
