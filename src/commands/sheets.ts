import { parseSheet } from '../data/sheet-file.ts';
import type { Sheet } from '../data/sheet.ts';
import { error, type Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Project } from '../project.ts';
import { type Part, sound } from './parts.ts';

/**
 * Loads a sheet by its name: the project's own, else one that handbill brings along.
 *
 * @returns undefined when an error was reported
 */
export function loadSheet(project: Project, name: string, report: Report): Part<Sheet> | undefined {
  const known = project.sheets();
  if (!known.includes(name)) {
    const near = nearest(name, known);
    const hints = [
      ...(near === undefined ? [] : [`did you mean \`${near}\`?`]),
      `known sheets: ${known.map((each) => `\`${each}\``).join(', ')}`,
    ];
    report(error('sheet/unknown', `no sheet \`${name}\``, undefined, ...hints));
    return undefined;
  }
  const input = project.read(`content/sheets/${name}.yaml`, report);
  const value = input && sound(report, (counted) => parseSheet(input.file, name, counted));
  return input && value && { value, inputs: [input] };
}
