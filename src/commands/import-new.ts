import { basename, dirname, resolve } from 'node:path';
import { error } from '../diagnostics/diagnostic.ts';
import { councilForm } from '../import/form.ts';
import type { FormSheet } from '../import/write/sheet.ts';
import { writeWorkbook } from '../import/write/write-workbook.ts';
import { openOutput } from '../output.ts';
import type { Desk } from './bench.ts';

/** Writes the workbook that councils fill in. */
export const importNew = (file: string, desk: Desk): void => writeForm(file, councilForm(), desk);

/** Writes a workbook, never over a file. */
export function writeForm(file: string, sheets: readonly FormSheet[], { console, cwd }: Desk): void {
  const path = resolve(cwd, file);
  const output = openOutput(dirname(path), cwd, console.report, undefined, '');
  const name = basename(path);
  const shown = output.shown(name);
  if (output.look(name) !== 'nothing') {
    const message = `\`${shown}\` is there already, and was not changed`;
    console.report(
      error('project/exists', message, { kind: 'text', path: shown }, 'choose another name, or move it away'),
    );
    return;
  }
  if (!output.write(name, writeWorkbook(sheets))) return;
  console.attach('written', [shown]);
  console.say(shown);
}
