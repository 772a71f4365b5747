import type { Shape } from '../data/import-shapes.ts';
import { type Field, FIELDS, type Subject } from './fields.ts';
import type { Remembered } from './recognise-columns.ts';
import type { Recognised } from './recognise.ts';

/** What is remembered for a subject, by shape; a field that there is no more counts as nothing said. */
export function rememberedFor(shapes: readonly Shape[], subject: Subject): ReadonlyMap<string, Remembered> {
  const known = new Set<string>([...FIELDS[subject], 'ignore']);
  return new Map(
    shapes
      .filter((each) => each.subject === subject)
      .map(({ shape, columns }) => [
        shape,
        new Map(
          Object.entries(columns).filter((pair): pair is [string, Field | 'ignore'] => known.has(pair[1])),
        ) as Remembered,
      ]),
  );
}

/** What is to be remembered of a file: what `--map` said of its columns. */
export function shapeToRemember({ subject, shape, columns, ignored }: Recognised, path: string): Shape | undefined {
  const said = [
    ...columns.filter(({ by }) => by === 'map').map(({ heading, field }) => [heading, field] as const),
    ...ignored.filter(({ note }) => note === '`--map`').map(({ heading }) => [heading, 'ignore'] as const),
  ].filter(([heading]) => heading !== '');
  if (said.length === 0) return undefined;
  return { shape, subject, first: path.split('/').at(-1) ?? path, columns: Object.fromEntries(said) };
}
