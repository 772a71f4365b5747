import { z } from './zod.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { flowText } from './yaml-text.ts';
import { parseYaml } from './yaml.ts';

/** What the columns of files of one shape hold, as somebody once said with `--map`. */
export type Shape = {
  /** sha256 of the headings. */
  readonly shape: string;
  readonly subject: 'areas' | 'contacts' | 'councils';
  /** The name of the first file of that shape: for people. */
  readonly first: string;
  /** What each heading stands for; `ignore` for nothing. */
  readonly columns: { readonly [heading: string]: string };
};

/** Where shapes are remembered. */
export const SHAPES = 'content/imports.yaml';

const schema = z.array(
  z.strictObject({
    shape: z.string().regex(/^[0-9a-f]{64}$/, 'a shape is written by handbill, in 64 signs'),
    subject: z.enum(['areas', 'contacts', 'councils']),
    first: z.string(),
    columns: z.record(z.string(), z.string()),
  }),
);

/** Reads what is remembered; undefined when an error was reported. */
export const parseShapes = (file: SourceFile, report: Report): readonly Shape[] | undefined =>
  /^(?:\s*(?:#.*)?\n?)*$/.test(file.text) ? [] : parseYaml(file, schema, report)?.value;

/** What is remembered, with one shape more, or one that is said anew. */
export const withShape = (shapes: readonly Shape[], added: Shape): readonly Shape[] => {
  const isSame = (each: Shape): boolean => each.shape === added.shape && each.subject === added.subject;
  const before = shapes.find(isSame);
  const columns = { ...before?.columns, ...added.columns };
  return [...shapes.filter((each) => !isSame(each)), { ...added, first: before?.first ?? added.first, columns }];
};

export const printShapes = (
  shapes: readonly Shape[],
): string => `# What the columns of imported files hold, as it was said with --map. A file with the same headings is understood
# without it. Take an entry out to have its file understood by its headings alone again.
${shapes
  .map(({ shape, subject, first, columns }) => {
    const lines = Object.entries(columns).map(
      ([heading, field]) => `    ${flowText(heading, 'quoted')}: ${flowText(field, 'plain')}\n`,
    );
    return `- first: ${flowText(first, 'quoted')}\n  subject: ${subject}\n  columns:\n${lines.join('')}  shape: "${shape}"\n`;
  })
  .join('')}`;
