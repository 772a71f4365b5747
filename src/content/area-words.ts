import type { Inline, Language } from './edition.ts';
import { marked } from './marks.ts';
import { type Role, typographicInlines } from './typography.ts';

/** More texts with marks, and those of one paragraph, would take the numbers of another language. */
const mostMarks = 600;

/** A run that names the area, as it was filled; typography has not looked at it yet. */
type AreaRun = { readonly inlines: readonly Inline[]; readonly role: Role };

/**
 * The runs of an edition that name its area, kept so that those of another area can be set without a merge: typography
 * looks beyond the name that was filled in, so the whole run is set again.
 */
export class AreaWords {
  readonly #language: Language;
  /** The texts that are the name, by what they are, not by what they say. */
  readonly #names = new WeakSet<Inline>();
  readonly #runs: AreaRun[] = [];
  #marks = 0;

  constructor(language: Language) {
    this.#language = language;
  }

  /** The name as a text of a run. */
  named(name: string): Inline {
    const inline: Inline = { kind: 'text', value: name };
    this.#names.add(inline);
    return inline;
  }

  /** Whether a run names the area. */
  isIn(inlines: readonly Inline[]): boolean {
    return inlines.some((inline) => this.#names.has(inline) || (inline.kind !== 'text' && this.isIn(inline.children)));
  }

  /**
   * Sets a run, with marks round each of its texts.
   *
   * @param from the number of the first mark of all
   * @returns undefined where there are no marks left
   */
  marked({ inlines, role }: AreaRun, from: number): Inline[] | undefined {
    if (this.#marks > mostMarks) return undefined;
    this.#runs.push({ inlines, role });
    const mark = (all: readonly Inline[]): Inline[] =>
      all.map((inline) =>
        inline.kind === 'text'
          ? { ...inline, value: marked(from + this.#marks++, inline.value) }
          : { ...inline, children: mark(inline.children) },
      );
    return mark(typographicInlines(inlines, this.#language, role));
  }

  /** The texts of all runs, in the order of their marks. Another name puts its texts into the same places. */
  textsFor(name: string): readonly string[] {
    return this.#runs.flatMap(({ inlines, role }) =>
      textsOf(typographicInlines(this.#withName(inlines, name), this.#language, role)),
    );
  }

  #withName(inlines: readonly Inline[], name: string): Inline[] {
    return inlines.map((inline) => {
      if (inline.kind !== 'text') return { ...inline, children: this.#withName(inline.children, name) };
      return this.#names.has(inline) ? { ...inline, value: name } : inline;
    });
  }
}

const textsOf = (inlines: readonly Inline[]): string[] =>
  inlines.flatMap((inline) => (inline.kind === 'text' ? [inline.value] : textsOf(inline.children)));
