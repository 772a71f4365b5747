import type { WriteAct } from './output-hindrance.ts';
import type { WriteFs } from './output.ts';

/** A file that is being written piece by piece. Nothing stands under its name before it is kept. */
export type Streaming = {
  /** Adds bytes; whether they stand. Whatever hinders it is reported, once. */
  readonly write: (piece: Uint8Array) => boolean;
  /** Reads bytes that were written. */
  readonly read: (offset: number, length: number) => Uint8Array;
  /** Puts the file in its place; whether it stands there. */
  readonly keep: () => boolean;
  /** Takes away what was written, unless it was kept. */
  readonly drop: () => void;
};

export type StreamPlace = {
  /** What is written into before it is kept: a file beside the final one. */
  readonly temporary: string;
  readonly fs: WriteFs;
  /** Runs a step; a system error in it is reported, and ends it. */
  readonly guarded: (step: (attempt: (act: WriteAct, step: () => void) => void) => void) => boolean;
  /** Puts the finished file in its place. */
  readonly rename: () => void;
  /** Runs a step of tidying up, whose failure changes nothing. */
  readonly quietly: (step: () => void) => void;
};

/** Opens a file to be written piece by piece; undefined if something hinders it, which was reported. */
export function openStreaming({ temporary, fs, guarded, rename, quietly }: StreamPlace): Streaming | undefined {
  let file: number | undefined;
  const close = (): void => {
    if (file === undefined) return;
    const open = file;
    file = undefined;
    fs.closeSync(open);
  };
  let state: 'open' | 'broken' | 'kept' = 'open';
  const drop = (): void => {
    if (state === 'kept') return;
    state = 'broken';
    quietly(close);
    quietly(() => fs.unlinkSync(temporary));
  };
  const step = (act: WriteAct, work: () => void): boolean => {
    if (state !== 'open') return false;
    const done = guarded((attempt) => attempt(act, work));
    if (!done) drop();
    return done;
  };
  // What is written is read again, before it is kept.
  if (!step('write', () => (file = fs.openSync(temporary, 'wx+')))) return undefined;
  return {
    write: (piece) => step('write', () => fs.writeFileSync(file!, piece)),
    read(offset, length) {
      const piece = Buffer.alloc(length);
      let read = 0;
      for (let more = -1; more !== 0 && read < length; read += more) {
        more = fs.readSync(file!, piece, read, length - read, offset + read);
      }
      return piece.subarray(0, read);
    },
    keep() {
      // Close is part of writing: a network file system says only then that its disk is full.
      const stands = step('write', close) && step('rename', rename);
      if (stands) state = 'kept';
      return stands;
    },
    drop,
  };
}
