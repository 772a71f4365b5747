import { text, write } from '../objects.ts';
import type { StreamedFile } from './streamed-file.ts';

/**
 * The document parts of PDF/VT (ISO 16612-2, 6.5; ISO 32000-2, 14.12): the batch, its councils, their records. Every page
 * is in the part of its record, which says whose it is.
 */
export class DocumentParts {
  readonly #out: StreamedFile;
  readonly #root: number;
  readonly #batch: number;
  readonly #councils: string[] = [];
  #open: { readonly number: number; readonly council: string; readonly parts: string[] } | undefined;
  #records = 0;

  constructor(out: StreamedFile) {
    this.#out = out;
    this.#root = out.reserve();
    this.#batch = out.reserve();
  }

  council(council: string): void {
    this.#close();
    this.#open = { number: this.#out.reserve(), council, parts: [] };
  }

  /** Adds the part of a record, by the numbers of its first and last page; returns its number. */
  add(area: string, { first, last }: { readonly first: number; readonly last: number }): number {
    const { number: parent, council, parts } = this.#open!;
    const number = this.#out.reserve();
    this.#records += 1;
    const says = `/HNDBLL_Record <</Number ${this.#records} /Council ${inText(council)} /Area ${inText(area)}>>`;
    // Where a part has one page, it has no last one.
    const end = last === first ? '' : ` /End ${last} 0 R`;
    const range = `/Start ${first} 0 R${end}`;
    this.#out.object(number, `<</Type /DPart /Parent ${parent} 0 R ${range} /DPM <<${says}>>>>`);
    parts.push(`${number} 0 R`);
    return number;
  }

  #close(): void {
    if (!this.#open) return;
    const { number, parts } = this.#open;
    this.#out.object(number, `<</Type /DPart /Parent ${this.#batch} 0 R /DParts [[${parts.join(' ')}]]>>`);
    this.#councils.push(`${number} 0 R`);
    this.#open = undefined;
  }

  /** Writes the parts above; returns the number of the root. */
  finish(): number {
    this.#close();
    const councils = this.#councils.join(' ');
    this.#out.object(this.#batch, `<</Type /DPart /Parent ${this.#root} 0 R /DParts [[${councils}]]>>`);
    // Levels count from 0, that of the batch.
    const levels = '/RecordLevel 2 /NodeNameList [/Batch /Council /Record]';
    this.#out.object(this.#root, `<</Type /DPartRoot /DPartRootNode ${this.#batch} 0 R ${levels}>>`);
    return this.#root;
  }
}

const inText = (of: string): string => write(text(of), (ref) => ref.id);
