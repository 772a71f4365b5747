import { text, write } from '../objects.ts';
import type { StreamedFile } from './streamed-file.ts';

/** The structure above records: a document of a part for each council, which has a section for each record. */
export class Sections {
  readonly #out: StreamedFile;
  readonly #root: number;
  readonly #document: number;
  readonly #councils: string[] = [];
  #open: { readonly number: number; readonly title: string; readonly kids: string[] } | undefined;

  constructor(out: StreamedFile) {
    this.#out = out;
    this.#root = out.reserve();
    this.#document = out.reserve();
  }

  council(title: string): void {
    this.#close();
    this.#open = { number: this.#out.reserve(), title, kids: [] };
  }

  /** Adds the section of a record; returns the number of the element that it stands in. */
  add(section: number): number {
    const { number, kids } = this.#open!;
    kids.push(`${section} 0 R`);
    return number;
  }

  #close(): void {
    if (!this.#open) return;
    const { number, title, kids } = this.#open;
    const named = write(text(title), (ref) => ref.id);
    const entries = `/S /Part /P ${this.#document} 0 R /T ${named} /K [${kids.join(' ')}]`;
    this.#out.object(number, `<</Type /StructElem ${entries}>>`);
    this.#councils.push(`${number} 0 R`);
    this.#open = undefined;
  }

  /**
   * Writes the elements above, and the root of the tree; returns its number.
   *
   * @param parents number of the parent tree
   * @param next the first key that is free
   */
  finish(parents: number, next: number): number {
    this.#close();
    const kids = this.#councils.join(' ');
    const [own, above] = [this.#document, `${this.#root} 0 R`];
    this.#out.object(own, `<</Type /StructElem /S /Document /P ${above} /K [${kids}]>>`);
    const tree = `/ParentTree ${parents} 0 R /ParentTreeNextKey ${next}`;
    this.#out.object(this.#root, `<</Type /StructTreeRoot /K [${own} 0 R] ${tree}>>`);
    return this.#root;
  }
}
