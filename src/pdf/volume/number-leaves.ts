import type { StreamedFile } from './streamed-file.ts';

/** Leaves under one node. */
const perNode = 100;

type Limits = { readonly first: number; readonly last: number };

/**
 * The parent tree of a file of many records, as a number tree of three levels (ISO 32000-1, 7.9.7): a leaf for each
 * record, and a node for every hundred of them.
 */
export class NumberLeaves {
  readonly #out: StreamedFile;
  #leaves: (Limits & { readonly number: number })[] = [];
  readonly #nodes: string[] = [];
  #next = 0;

  constructor(out: StreamedFile) {
    this.#out = out;
  }

  /** The key that comes next. */
  get next(): number {
    return this.#next;
  }

  /** Adds a leaf with the next keys: so many of them, and their text, with their values. */
  add(count: number, text: readonly (string | number)[]): void {
    if (count === 0) return;
    const [first, number] = [this.#next, this.#out.reserve()];
    const last = first + count - 1;
    this.#out.object(number, [`<<${limitsOf({ first, last })} /Nums [`, ...text, ']>>']);
    this.#next = last + 1;
    this.#leaves.push({ first, last, number });
    if (this.#leaves.length === perNode) this.#flush();
  }

  #flush(): void {
    if (this.#leaves.length === 0) return;
    const number = this.#out.reserve();
    const limits = limitsOf({ first: this.#leaves[0]!.first, last: this.#leaves.at(-1)!.last });
    this.#out.object(number, `<<${limits} /Kids [${this.#leaves.map((leaf) => `${leaf.number} 0 R`).join(' ')}]>>`);
    this.#nodes.push(`${number} 0 R`);
    this.#leaves = [];
  }

  /** Writes the root; returns its number. */
  finish(): number {
    this.#flush();
    const number = this.#out.reserve();
    this.#out.object(number, `<</Kids [${this.#nodes.join(' ')}]>>`);
    return number;
  }
}

const limitsOf = ({ first, last }: Limits): string => `/Limits [${first} ${last}]`;
