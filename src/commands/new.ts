import { resolve } from 'node:path';
import { error } from '../diagnostics/diagnostic.ts';
import { openOutput } from '../output.ts';
import type { Output } from '../output.ts';
import type { Desk } from './bench.ts';
import { FIRST_STEPS } from './first-steps.ts';
import type { NewCommand } from './specs/new.ts';

/** Makes the folder of a project. */
export function newProject({ folder }: NewCommand, { console, cwd }: Desk): void {
  const made = make(openOutput(resolve(cwd, folder), cwd, console.report, undefined, ''));
  console.attach('written', made);
  for (const path of made) console.say(path);
}

/**
 * Makes folders and files, unless something stands there.
 *
 * @returns the paths that were made, as the user may name them
 */
export function make(output: Output): readonly string[] {
  if (!isFree(output)) return [];
  const made: string[] = [];
  for (const folder of ['content/councils', 'content/brands']) {
    if (!output.makeFolder(folder)) return made;
    made.push(`${output.shown(folder)}/`);
  }
  for (const [file, text] of [
    ['output/.gitignore', '*\n!.gitignore\n'],
    ['README.md', FIRST_STEPS],
  ] as const) {
    if (!output.write(file, text)) return made;
    made.push(output.shown(file));
  }
  return made;
}

/** Hidden files (of git, of a desktop) do not count. */
function isFree({ look, shown, report }: Output): boolean {
  const standing = look('');
  const names = typeof standing === 'string' ? [] : standing.filter((name) => !name.startsWith('.')).toSorted();
  if (standing === 'nothing' || (typeof standing !== 'string' && names.length === 0)) return true;
  const folder = shown('');
  const listed = names.slice(0, 3).map((name) => `\`${name}\``);
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  const found =
    standing === 'file'
      ? 'is a file'
      : standing === 'closed'
        ? 'may not be looked into'
        : `is not empty: it holds ${listed.join(', ')}${more}`;
  const hints = [
    'name a folder that does not exist yet, or an empty one',
    ...(names.includes('content')
      ? [`if it is a project already, begin a council in it with \`--project "${folder}"\``]
      : []),
  ];
  const message = `\`${folder}\` ${found}, expected a new folder`;
  report(error('project/exists', message, { kind: 'text', path: folder }, ...hints));
  return false;
}
