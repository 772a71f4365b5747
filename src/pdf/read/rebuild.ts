import { isDigit, isSpace } from './characters.ts';
import { indexOf } from './indirect.ts';
import { highestNumber } from './xref.ts';

/**
 * Finds the objects of a file whose cross-reference is damaged: every `n g obj`, the last of a number being the newest,
 * since updates are appended (ISO 32000-2, 7.5.6). The offset is that of n.
 */
export function scanObjects(bytes: Uint8Array): Map<number, number> {
  const found = new Map<number, number>();
  for (let at = indexOf(bytes, 'obj'); at >= 0; at = indexOf(bytes, 'obj', at + 3)) {
    // `endobj` ends in `obj` too, and no digits stand before it.
    const generation = digitsBefore(bytes, at);
    const number = generation && digitsBefore(bytes, generation.start);
    if (number && number.value <= highestNumber) found.set(number.value, number.start);
  }
  return found;
}

/** The number that ends before an offset, with white space between. */
function digitsBefore(
  bytes: Uint8Array,
  before: number,
): { readonly value: number; readonly start: number } | undefined {
  let at = before;
  while (isSpace(bytes[at - 1]) && before - at < 64) at -= 1;
  const end = at;
  while (isDigit(bytes[at - 1]) && end - at < 10) at -= 1;
  if (at === end) return undefined;
  let value = 0;
  for (let i = at; i < end; i += 1) value = value * 10 + bytes[i]! - 0x30;
  return { value, start: at };
}
