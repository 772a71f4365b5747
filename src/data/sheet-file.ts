import { z } from './zod.ts';
import { error, type Place, type Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { type Mm, mm } from '../units.ts';
import { type Sheet, takenBy } from './sheet.ts';
import { parseYaml } from './yaml.ts';

/** Larger than any sheet that a press takes. */
const longest = 1500;

const length = z
  .number()
  .min(0)
  .max(longest)
  .transform((value): Mm => mm(value));
const size = z
  .number()
  .gt(0)
  .max(longest)
  .transform((value): Mm => mm(value));
const count = z.int().min(1).max(100);
const span = z.strictObject({ width: size, height: size });

const schema = z.strictObject({
  kind: z.enum(['cut', 'booklet']),
  paper: span,
  margins: z.strictObject({ left: length, top: length, right: length, bottom: length }),
  columns: count,
  rows: count,
  cell: span,
  gutters: z.strictObject({ across: length, down: length }),
  turn: z.enum(['long-edge', 'short-edge']),
  marks: z.enum(['drawn', 'none']),
});

/** What rounding to a tenth of a millimetre and ten cells may come to, in millimetres. */
const tolerance = 0.005;

/** What marks take of a margin: 3 mm off what is cut, 5 mm long. */
export const roomForMarks = mm(8);

/**
 * Reads `content/sheets/<name>.yaml`: every key must be there, and all lengths together come to the paper's.
 *
 * @returns undefined when an error was reported
 */
export function parseSheet(file: SourceFile, name: string, report: Report): Sheet | undefined {
  const parsed = parseYaml(file, schema, report);
  if (!parsed) return undefined;
  const cellAt = parsed.placeOf('cell');
  const sheet: Sheet = { name, ...parsed.value, ...(cellAt && { cellAt }) };
  const faults = [...closing(sheet), ...folding(sheet), ...marking(sheet)];
  for (const { rule, message, key, hint } of faults) report(error(rule, message, placeOf(key), hint));
  return faults.length === 0 ? sheet : undefined;

  function placeOf(key: string): Place | undefined {
    return parsed?.placeOf(key) ?? { kind: 'text', path: file.path };
  }
}

type Fault = { readonly rule: string; readonly message: string; readonly key: string; readonly hint: string };

const inMm = (value: number): string => `${Number(value.toFixed(2))} mm`;

/** Margins, cells and gutters are the paper, to a hundredth of a millimetre. */
function closing(sheet: Sheet): Fault[] {
  const taken = takenBy(sheet);
  return (['width', 'height'] as const).flatMap((side): Fault[] => {
    const [comes, paper] = [taken[side], sheet.paper[side]];
    const over = comes - paper;
    if (Math.abs(over) <= tolerance) return [];
    const parts = side === 'width' ? 'left, columns, gutters and right' : 'top, rows, gutters and bottom';
    const differs = `${inMm(Math.abs(over))} ${over > 0 ? 'more' : 'less'} than the paper’s ${inMm(paper)}`;
    const message = `${parts} come to ${inMm(comes)}, ${differs}`;
    return [
      {
        rule: 'sheet/not-closed',
        message,
        key: `paper.${side}`,
        hint: 'correct the margins: all together are the paper',
      },
    ];
  });
}

/** Two pages beside one another, and the fold between them. */
function folding({ kind, columns, rows, gutters }: Sheet): Fault[] {
  if (kind !== 'booklet' || (columns === 2 && rows === 1 && gutters.across === 0)) return [];
  const message = `a booklet has 2 columns, 1 row and nothing between, found ${columns}, ${rows} and ${inMm(gutters.across)}`;
  const hint = 'correct `columns`, `rows` and `gutters`, or write `kind: cut`';
  return [{ rule: 'sheet/not-folded', message, key: 'kind', hint }];
}

/** A mark that does not stand on the paper is none. */
function marking({ marks, margins }: Sheet): Fault[] {
  const [least] = Object.entries(margins).toSorted(([, a], [, b]) => a - b);
  if (marks === 'none' || !least || least[1] >= roomForMarks) return [];
  const [side, found] = least;
  const message = `marks need ${inMm(roomForMarks)} at each edge, and the margin \`${side}\` is ${inMm(found)}`;
  const hint = 'make the margin wider, or write `marks: none`';
  return [{ rule: 'sheet/no-room-for-marks', message, key: `margins.${side}`, hint }];
}
