import { createInflate } from 'node:zlib';
import { columns, filters, widths } from './rows.ts';

/** So many bytes are inflated at a time: what is small is soon let go. */
const chunkSize = 2048;

/** Where an object stands: at an offset in the file, or in the object stream with a number. */
export type Row = { readonly kind: 'offset' | 'packed'; readonly of: number };

/**
 * The rows of a volume's cross-reference stream as they are read. There are millions of them, and most say only that an
 * object stands in the same object stream as the one before it: of these nothing is held.
 */
export class RowRuns {
  /** Numbers of objects whose rows say something new, and what: an offset, or the number of an object stream below 0. */
  readonly #numbers: number[] = [];
  readonly #said: number[] = [];
  #count = 0;

  /** How many rows there are. */
  get count(): number {
    return this.#count;
  }

  /** Takes the next row, of the types that ISO 32000-1, table 18, knows. */
  add(type: number, of: number): void {
    const said = type === 1 ? of : type === 2 ? -of : 0;
    if (said >= 0 || said !== this.#said.at(-1)) {
      this.#numbers.push(this.#count);
      this.#said.push(said);
    }
    this.#count += 1;
  }

  /** The row of an object; undefined where there is none. */
  at(number: number): Row | undefined {
    if (number >= this.#count) return undefined;
    let [low, high] = [0, this.#numbers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#numbers[middle]! <= number) low = middle + 1;
      else high = middle;
    }
    const said = this.#said[low - 1]!;
    if (said === 0) return undefined;
    return said > 0 ? { kind: 'offset', of: said } : { kind: 'packed', of: -said };
  }
}

/**
 * Reads the rows of a cross-reference stream of ours (see `Rows`).
 *
 * @param packed its data
 * @returns undefined where it is not one
 */
export async function readRows(packed: Uint8Array): Promise<RowRuns | undefined> {
  const runs = new RowRuns();
  const above = new Uint8Array(columns);
  let [filter, known] = [0, -1];
  const take = (byte: number): boolean => {
    if (known === -1) {
      filter = byte;
      known = 0;
      return filter === filters.none || filter === filters.up;
    }
    above[known] = byte + (filter === filters.up ? above[known]! : 0);
    known += 1;
    if (known < columns) return true;
    runs.add(above[0]!, numberAt(above, widths[0], widths[1]));
    known = -1;
    return true;
  };
  const inflate = createInflate({ chunkSize });
  inflate.end(packed);
  try {
    for await (const chunk of inflate as AsyncIterable<Uint8Array>) if (!chunk.every(take)) return undefined;
  } catch {
    // What cannot be inflated is no stream of ours.
    return undefined;
  }
  return known === -1 ? runs : undefined;
}

function numberAt(bytes: Uint8Array, at: number, width: number): number {
  let number = 0;
  for (let i = at; i < at + width; i += 1) number = number * 0x100 + bytes[i]!;
  return number;
}
