import { hasMarks, unmarked } from '../content/marks.ts';
import type { Run, Words } from './laid.ts';
import type { TypeStyle } from './scale.ts';

/** Words with marks, and how many lines they take: infinitely many where one is too wide. */
export type Measured = {
  /** With their marks. */
  readonly runs: readonly Run[];
  readonly choices?: NonNullable<Words['choices']>;
  readonly style: TypeStyle;
  readonly measure: number;
  readonly rag: Words['rag'];
  readonly figures?: 'tabular';
  readonly lines: number;
};

/**
 * What a layout hangs on, of all that may differ between the records of a batch. Every text is as wide as its measure,
 * whatever it says, so a layout knows of it but how many lines it takes. Another record whose texts take as many has the
 * same layout.
 */
export class Trace {
  readonly #measured = new Map<string, Measured>();
  readonly #missed = new Set<string>();
  #why: string | undefined;

  /** Told of each text with marks, where a template measures it and where it is set. */
  measured(found: Measured): void {
    this.#measured.set(
      JSON.stringify([found.choices ?? found.runs, found.style, found.measure, found.rag, found.figures]),
      found,
    );
  }

  /** Told of something that hangs on a value in a way that nobody can follow. */
  lose(why: string): void {
    this.#why ??= why;
  }

  /** Told of what no text says; a record that says it would not be warned of it. */
  missed(text: string): void {
    this.#missed.add(text);
  }

  get allMissed(): readonly string[] {
    return [...this.#missed];
  }

  get all(): readonly Measured[] {
    return [...this.#measured.values()];
  }

  /** Why the layout of another record cannot be told from this one; undefined where it can. */
  get lost(): string | undefined {
    return this.#why;
  }
}

/** Runs as they are set, and, where they have marks, as they were given. */
export const settable = (runs: readonly Run[]): Pick<Words, 'runs' | 'fields'> => {
  if (!runs.some(({ text }) => hasMarks(text))) return { runs };
  const plain = runs.map(({ link, ...run }) => ({
    ...run,
    text: unmarked(run.text),
    ...(link !== undefined && { link: unmarked(link) }),
  }));
  return { runs: plain, fields: runs };
};
