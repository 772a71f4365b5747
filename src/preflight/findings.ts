import { type Diagnostic, error, type Place, type Report, warning } from '../diagnostics/diagnostic.ts';
import type { StructureElement } from '../pdf/read/structure.ts';

/** Where in a finished file something was found; the whole file where it says nothing. */
export type Where = {
  /** From 0. */
  readonly page?: number | undefined;
  readonly element?: StructureElement | undefined;
};

/** Of one rule, so many findings are told one by one: a file of a thousand pages has one fault a thousand times. */
const mostOfRule = 10;

/** Takes what checks find in one file, and tells it with its place. */
export class Findings {
  readonly #path: string;
  readonly #report: Report;
  readonly #counts = new Map<string, { readonly last: Diagnostic; found: number }>();
  readonly #total = { error: 0, warning: 0 };

  constructor(path: string, report: Report) {
    this.#path = path;
    this.#report = report;
  }

  get errors(): number {
    return this.#total.error;
  }

  get warnings(): number {
    return this.#total.warning;
  }

  error(rule: string, message: string, where: Where, ...hints: string[]): void {
    this.#total.error += 1;
    this.#tell(rule, where, (place) => error(rule, message, place, ...hints));
  }

  warning(rule: string, message: string, where: Where, ...hints: string[]): void {
    this.#total.warning += 1;
    this.#tell(rule, where, (place) => warning(rule, message, place, ...hints));
  }

  /** Tells how many were found beyond those that were told one by one. */
  close(): void {
    for (const { last, found } of this.#counts.values()) {
      const more = found - mostOfRule;
      if (more > 0) this.#report({ ...last, message: `and ${more} more of this kind: ${last.message}` });
    }
  }

  #tell(rule: string, where: Where, make: (place: Place) => Diagnostic): void {
    const count = this.#counts.get(rule);
    const found = (count?.found ?? 0) + 1;
    // The way to an element is long to find where there are many: only to those that are told.
    if (count && found > mostOfRule + 1) count.found = found;
    else {
      const last = make(this.#placeOf(where));
      this.#counts.set(rule, { last, found });
      if (found <= mostOfRule) this.#report(last);
    }
  }

  #placeOf({ page, element }: Where): Place {
    return {
      kind: 'pdf',
      path: this.#path,
      ...(page !== undefined && { page: page + 1 }),
      ...(element && { element: wayTo(element) }),
    };
  }
}

/** Of a way that is longer, the middle is left out. */
const longestWay = 8;

/** `Document/L[2]/LI[3]`: types from the top, and which of its kind each is; 1 is not written. */
function wayTo(element: StructureElement): string {
  const steps: string[] = [];
  for (let at: StructureElement | undefined = element; at && steps.length < longestWay; at = at.parent) {
    steps.push(`${at.type}${countOf(at)}`);
    if (steps.length === longestWay && at.parent) steps.push('…');
  }
  return steps.toReversed().join('/');
}

function countOf(element: StructureElement): string {
  let count = 0;
  for (const kid of element.parent?.kids ?? []) {
    if (kid.kind === 'element' && kid.type === element.type) count += 1;
    if (kid === element) break;
  }
  return count > 1 ? `[${count}]` : '';
}
