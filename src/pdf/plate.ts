import { createHash } from 'node:crypto';
import type { Metadata } from './document.ts';
import type { Constant } from './file.ts';
import type { FixedCodes } from './font.ts';
import { type Dictionary, name, text } from './objects.ts';
import type { Slot } from './slot.ts';
import { xmp } from './xmp.ts';

/** A painted file, and what it takes to write that of another record from it. */
export type PaintedPlate = {
  readonly bytes: Uint8Array;
  /** Undefined where the records differ in more than words in their places. */
  readonly plate: () => FilePlate | undefined;
};

/** A file with places for what differs between records. */
export type FilePlate = {
  readonly constant: Constant;
  /** The content streams that belong to the record, by the numbers of their objects. */
  readonly content: readonly { readonly number: number; readonly pieces: readonly (string | Slot)[] }[];
  readonly faces: readonly (FixedCodes & { readonly resource: string })[];
  readonly numbers: { readonly metadata: number; readonly info: number };
  /** Of a file for a press: the hash of what is the same on all pages. */
  readonly constantContent?: Uint8Array;
};

export const metadataStream: Dictionary = { Type: name('Metadata'), Subtype: name('XML') };

/** What a file says of itself, as an XMP packet and as the Info dictionary. */
export const recordOf = (
  metadata: Metadata,
  mark: Uint8Array | undefined,
  data: 'fixed' | 'variable' = 'fixed',
): { readonly packet: Uint8Array; readonly info: Dictionary } => {
  const { title, author, subject, date } = metadata;
  const stamp = text(`D:${date.toISOString().slice(0, 19).replace(/\D/g, '')}Z`);
  return {
    packet: Buffer.from(xmp(metadata, mark, data), 'utf8'),
    info: {
      Title: text(title),
      Author: text(author),
      Subject: text(subject),
      Creator: text('handbill'),
      Producer: text('handbill'),
      CreationDate: stamp,
      ModDate: stamp,
      Trapped: mark ? name('False') : undefined,
    },
  };
};

/** What a file for a press is known by: it follows from its pages, and from what it says of itself. */
export const markOf = (constantContent: Uint8Array, content: readonly string[], metadata: Metadata): Uint8Array => {
  const hash = createHash('sha256').update(constantContent);
  for (const operators of content) hash.update(operators);
  return hash.update(JSON.stringify(metadata)).digest();
};
