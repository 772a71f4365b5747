/**
 * Text as bytes, a character each, put together of many small pieces. Its room is used again and again: what millions of
 * objects are written by leaves nothing behind.
 */
export class ByteText {
  #bytes: Uint8Array;
  readonly #start: number;
  #end: number;

  /** @param start where it begins: before it, there is room for so many bytes more */
  constructor(room: number, start = 0) {
    this.#bytes = new Uint8Array(start + room);
    this.#start = start;
    this.#end = start;
  }

  get length(): number {
    return this.#end - this.#start;
  }

  /** Adds text in which each character is a byte. */
  put(text: string): void {
    this.#make(text.length);
    const bytes = this.#bytes;
    let end = this.#end;
    for (let i = 0; i < text.length; i += 1) bytes[end++] = text.charCodeAt(i);
    this.#end = end;
  }

  /** Adds a whole number from 0 up to 2^31, in decimal digits. */
  digits(number: number): void {
    this.#make(16);
    const bytes = this.#bytes;
    let count = 1;
    for (let rest = number; rest >= 10; rest = (rest / 10) | 0) count += 1;
    let rest = number;
    for (let at = this.#end + count - 1; at >= this.#end; at -= 1) {
      bytes[at] = 0x30 + (rest % 10);
      rest = (rest / 10) | 0;
    }
    this.#end += count;
  }

  #make(more: number): void {
    if (this.#end + more <= this.#bytes.length) return;
    const bytes = new Uint8Array(2 * (this.#end + more));
    bytes.set(this.#bytes);
    this.#bytes = bytes;
  }

  /** Its bytes, until more are added. */
  bytes(): Uint8Array {
    return this.#bytes.subarray(this.#start, this.#end);
  }

  /** Its bytes with others before them, for which there is room. */
  after(head: Uint8Array): Uint8Array {
    const from = this.#start - head.length;
    this.#bytes.set(head, from);
    return this.#bytes.subarray(from, this.#end);
  }

  clear(): void {
    this.#end = this.#start;
  }
}
