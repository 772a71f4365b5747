import { error } from '../../diagnostics/diagnostic.ts';
import type { ImportFile } from '../workbook.ts';
import { LIMITS } from './limits.ts';
import { Unreadable } from './unreadable.ts';

/** The first bytes of a file: as many as are asked for, or all that there are. */
export async function headOf(file: ImportFile, length: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of file.chunks()) {
    pieces.push(chunk);
    size += chunk.length;
    if (size >= length) break;
  }
  return Buffer.concat(pieces).subarray(0, length);
}

/**
 * All of a file that must be held as a whole.
 *
 * @param what the file is, in words, for the diagnostic
 * @throws Unreadable if it is larger than any such file of a council
 */
export async function allOf(file: ImportFile, what: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = file.size;
  if (size <= LIMITS.held) {
    size = 0;
    for await (const chunk of file.chunks()) {
      pieces.push(chunk);
      size += chunk.length;
      if (size > LIMITS.held) break;
    }
  }
  if (size <= LIMITS.held) return Buffer.concat(pieces);
  const megabytes = `${LIMITS.held / 2 ** 20} MB`;
  const message = `${what} has ${Math.ceil(size / 2 ** 20)} MB or more, expected no more than ${megabytes}`;
  const hint = 'save only the sheet that is needed, as `CSV UTF-8`: a CSV file may have any size';
  throw new Unreadable(error('import/too-large', message, { kind: 'text', path: file.path }, hint));
}
