import { text, write } from '../objects.ts';
import type { StreamedFile } from './streamed-file.ts';

/** A bookmark whose next one is not known yet. */
type Item = { readonly number: number; readonly entries: string };

/** Bookmarks of one level. Each is written once the next one is known (ISO 32000-1, 12.3.3). */
class Level {
  readonly #out: StreamedFile;
  readonly parent: number;
  first: number | undefined;
  count = 0;
  #last: Item | undefined;

  constructor(out: StreamedFile, parent: number) {
    this.#out = out;
    this.parent = parent;
  }

  /** @param entries all but those that say where among the others it stands */
  add(number: number, entries: string): void {
    this.#write(number);
    const before = this.#last ? ` /Prev ${this.#last.number} 0 R` : '';
    this.#last = { number, entries: `${entries}${before}` };
    this.first ??= number;
    this.count += 1;
  }

  #write(next?: number): void {
    if (!this.#last) return;
    const { number, entries } = this.#last;
    const after = next === undefined ? '' : ` /Next ${next} 0 R`;
    this.#out.object(number, `<</Parent ${this.parent} 0 R ${entries}${after}>>`);
  }

  /** Writes the last of them; returns where its parent says that they are. */
  finish(): string {
    this.#write();
    return `/First ${this.first} 0 R /Last ${this.#last!.number} 0 R`;
  }
}

/** Bookmarks of the councils, with those of their areas below them. */
export class Outline {
  readonly #out: StreamedFile;
  readonly root: number;
  readonly #councils: Level;
  readonly #areas: 'open' | 'closed';
  #seen = 0;
  #council:
    | { readonly number: number; readonly title: string; readonly page: number; readonly areas: Level }
    | undefined;

  /** @param areas whether those of areas are seen from the beginning */
  constructor(out: StreamedFile, areas: 'open' | 'closed') {
    this.#out = out;
    this.#areas = areas;
    this.root = out.reserve();
    this.#councils = new Level(out, this.root);
  }

  /** Opens a council that begins on a page. */
  council(title: string, page: number): void {
    this.#closeCouncil();
    const number = this.#out.reserve();
    this.#council = { number, title, page, areas: new Level(this.#out, number) };
  }

  /** Adds an area that begins on a page. */
  area(title: string, page: number): void {
    this.#council!.areas.add(this.#out.reserve(), entriesOf(title, page));
  }

  #closeCouncil(): void {
    if (!this.#council) return;
    const { number, title, page, areas } = this.#council;
    const sign = this.#areas === 'open' ? '' : '-';
    this.#councils.add(number, `${entriesOf(title, page)} ${areas.finish()} /Count ${sign}${areas.count}`);
    this.#seen += this.#areas === 'open' ? 1 + areas.count : 1;
    this.#council = undefined;
  }

  finish(): void {
    this.#closeCouncil();
    const of = this.#councils.finish();
    this.#out.object(this.root, `<</Type /Outlines ${of} /Count ${this.#seen}>>`);
  }
}

const entriesOf = (title: string, page: number): string =>
  `/Title ${write(text(title), (ref) => ref.id)} /Dest [${page} 0 R /Fit]`;
