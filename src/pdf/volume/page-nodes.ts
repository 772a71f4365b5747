import type { StreamedFile } from './streamed-file.ts';

/** A node is closed once it has so many pages. */
const perNode = 200;

/** The page tree of a file of many records, of three levels (ISO 32000-1, 7.7.3): the pages of a record share a node. */
export class PageNodes {
  readonly #out: StreamedFile;
  readonly root: number;
  #open: { readonly number: number; readonly pages: number[] } | undefined;
  readonly #nodes: string[] = [];
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
    this.#open ??= { number: this.#out.reserve(), pages: [] };
    const { number, pages: all } = this.#open;
    all.push(...pages);
    this.#count += pages.length;
    if (all.length >= perNode) this.#close();
    return number;
  }

  #close(): void {
    if (!this.#open) return;
    const { number, pages } = this.#open;
    const kids = pages.map((page) => `${page} 0 R`).join(' ');
    this.#out.object(number, `<</Type /Pages /Parent ${this.root} 0 R /Kids [${kids}] /Count ${pages.length}>>`);
    this.#nodes.push(`${number} 0 R`);
    this.#open = undefined;
  }

  finish(): void {
    this.#close();
    this.#out.object(this.root, `<</Type /Pages /Kids [${this.#nodes.join(' ')}] /Count ${this.#count}>>`);
  }
}
