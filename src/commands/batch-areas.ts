import type { Owner } from '../data/area-rows.ts';
import { type Areas, parseAreas } from '../data/areas.ts';
import type { Record as CouncilRecord } from '../data/record.ts';
import { error } from '../diagnostics/diagnostic.ts';
import { areaFileName } from '../import/area-file.ts';
import type { Bench } from './bench.ts';

/**
 * The areas of one council: those that the project lists, or those of a file of any kind.
 *
 * @param path relative to where the command runs
 * @returns undefined when an error was reported
 */
export async function areasOfOne(
  path: string | undefined,
  { slug, council }: CouncilRecord,
  bench: Bench,
): Promise<Areas | undefined> {
  if (path === undefined) return listed(slug, council, bench);
  const { areasInFile } = await import('./batch-areas-file.ts');
  return areasInFile(path, { slug, ...council }, bench);
}

/** The areas of all councils that have some: in the project, or in a file that lists those of many. */
export async function areasOfAll(
  path: string | undefined,
  bench: Bench,
): Promise<readonly { readonly council: string; readonly list: Areas }[] | undefined> {
  const { project, console } = bench;
  // What reads spreadsheets takes a while to load, and what the project lists does not need it.
  if (path !== undefined) return (await import('./batch-areas-file.ts')).areasOfMany(path, bench);
  const councils = project.areas();
  if (councils.length === 0) {
    const hint = 'import them: `handbill import areas <file>`, or name a list with `--areas`';
    console.report(error('areas/none', 'the project lists no areas of any council', undefined, hint));
    return undefined;
  }
  return councils.flatMap((council) => {
    const list = listed(council, { name: council }, bench);
    return list ? [{ council, list }] : [];
  });
}

/** What the project holds of a council's areas. */
function listed(slug: string, owner: Owner, { project, console }: Bench): Areas | undefined {
  const name = areaFileName(slug);
  if (!project.has(name)) {
    const hints = [`import them: \`handbill import areas <file> --council ${slug}\``, 'or name a list with `--areas`'];
    console.report(error('areas/none', `the project lists no areas of \`${slug}\``, undefined, ...hints));
    return undefined;
  }
  const input = project.read(name, console.report);
  return input && parseAreas({ ...input.file, encoding: 'utf-8' }, owner, console.report);
}
