import type { StreamedFile } from './streamed-file.ts';

/** A node is full once it has so many pages. */
const perNode = 200;

/** So many nodes get their numbers together: until they are written, the rows of the objects round them are held. */
const perLot = 50;

type Node = { readonly number: number; readonly pages: number[] };

/**
 * The page tree of a file of many records, of three levels (ISO 32000-1, 7.7.3): the pages of a record share a node. The
 * nodes are written one after the other at the end, where who opens the file finds them together.
 */
export class PageNodes {
  readonly #out: StreamedFile;
  readonly root: number;
  readonly #nodes: Node[] = [];
  /** Numbers for the nodes that come next. */
  #lot: number[] = [];
  #count = 0;

  constructor(out: StreamedFile) {
    this.#out = out;
    this.root = out.reserve();
  }

  /** Pages so far. */
  get count(): number {
    return this.#count;
  }

  /** Adds the pages of a record, by the numbers of their objects; returns the number of their node. */
  add(pages: readonly number[]): number {
    const { number, pages: all } = this.#open();
    all.push(...pages);
    this.#count += pages.length;
    return number;
  }

  #open(): Node {
    const last = this.#nodes.at(-1);
    if (last && last.pages.length < perNode) return last;
    if (this.#lot.length === 0) {
      const first = this.#out.reserve(perLot);
      this.#lot = Array.from({ length: perLot }, (_, i) => first + i);
    }
    const node = { number: this.#lot.shift()!, pages: [] };
    this.#nodes.push(node);
    return node;
  }

  finish(): void {
    for (const number of this.#lot) this.#out.free(number);
    for (const { number, pages } of this.#nodes) {
      const kids = refsTo(pages);
      this.#out.object(number, `<</Type /Pages /Parent ${this.root} 0 R /Kids [${kids}] /Count ${pages.length}>>`);
    }
    const kids = refsTo(this.#nodes.map(({ number }) => number));
    this.#out.object(this.root, `<</Type /Pages /Kids [${kids}] /Count ${this.#count}>>`);
  }
}

const refsTo = (numbers: readonly number[]): string => numbers.map((number) => `${number} 0 R`).join(' ');
