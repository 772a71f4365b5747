const CLEAR = 256;
const STOP = 257;
const mostCodes = 4096;

/**
 * LZWDecode (ISO 32000-2, 7.4.4): codes of 9 to 12 bits, high bit first.
 *
 * @param early 1 when codes grow one code early, which is the default; 0 when not
 * @returns undefined when more than `most` bytes come out
 */
export function decodeLzw(bytes: Uint8Array, early: number, most: number): Uint8Array | undefined {
  // Each code is the code before it and one byte more.
  const prefix = new Int16Array(mostCodes);
  const last = new Uint8Array(mostCodes);
  const lengths = new Uint16Array(mostCodes);
  for (let code = 0; code < CLEAR; code += 1) {
    last[code] = code;
    lengths[code] = 1;
  }
  let out = new Uint8Array(Math.max(1024, bytes.length * 4));
  let size = 0;
  let next = STOP + 1;
  let width = 9;
  let previous = -1;
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xfffff;
    held += 8;
    if (held < width) continue;
    held -= width;
    const code = (bits >> held) & ((1 << width) - 1);
    if (code === STOP) break;
    if (code === CLEAR) {
      next = STOP + 1;
      width = 9;
      previous = -1;
      continue;
    }
    if (code > next || (code === next && previous < 0)) break;
    const length = code === next ? lengths[previous]! + 1 : lengths[code]!;
    if (size + length > most) return undefined;
    if (size + length > out.length) {
      const larger = new Uint8Array(Math.max(out.length * 2, size + length));
      larger.set(out);
      out = larger;
    }
    // Written from its end, since each code knows the one before it; a code that is just being made ends as it begins.
    let at = size + length - 1;
    let walk = code;
    if (code === next) {
      at -= 1;
      walk = previous;
    }
    for (; at >= size; at -= 1, walk = prefix[walk]!) out[at] = last[walk]!;
    if (code === next) out[size + length - 1] = out[size]!;
    if (previous >= 0 && next < mostCodes) {
      prefix[next] = previous;
      last[next] = out[size]!;
      lengths[next] = lengths[previous]! + 1;
      next += 1;
    }
    size += length;
    previous = code;
    if (next + early >= 1 << width && width < 12) width += 1;
  }
  return out.subarray(0, size);
}
