/** What stands in a filter's DecodeParms, as far as predictors are concerned (ISO 32000-2, table 8). */
export type Prediction = {
  readonly predictor: number;
  readonly colors: number;
  readonly bitsPerComponent: number;
  readonly columns: number;
};

/** Undoes the prediction that Flate and LZW data may have (ISO 32000-2, 7.4.4.4); undefined where it makes no sense. */
export function undoPrediction(bytes: Uint8Array, prediction: Prediction): Uint8Array | undefined {
  const { predictor, colors, bitsPerComponent, columns } = prediction;
  if (predictor <= 1) return bytes;
  const bits = colors * bitsPerComponent;
  if (bits < 1 || bits > 32 * 16 || columns < 1 || columns > 1 << 24) return undefined;
  const row = Math.ceil((bits * columns) / 8);
  if (predictor === 2) return undoTiff(bytes, row, prediction);
  return predictor >= 10 && predictor <= 15 ? undoPng(bytes, row, Math.max(1, bits >> 3)) : undefined;
}

/** PNG: each row begins with the kind of its prediction, whatever the predictor says (PNG, section 9). */
function undoPng(bytes: Uint8Array, row: number, pixel: number): Uint8Array {
  const rows = Math.ceil(bytes.length / (row + 1));
  const out = new Uint8Array(Math.max(0, bytes.length - rows));
  let to = 0;
  for (let r = 0; r < rows; r += 1) {
    const from = r * (row + 1);
    const kind = bytes[from]!;
    const length = Math.min(row, bytes.length - from - 1);
    for (let i = 0; i < length; i += 1, to += 1) {
      const left = i >= pixel ? out[to - pixel]! : 0;
      const up = r > 0 ? out[to - row]! : 0;
      const corner = r > 0 && i >= pixel ? out[to - row - pixel]! : 0;
      out[to] = bytes[from + 1 + i]! + predicted(kind, left, up, corner);
    }
  }
  return out;
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  switch (kind) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const toLeft = Math.abs(up - corner);
      const toUp = Math.abs(left - corner);
      const toCorner = Math.abs(left + up - 2 * corner);
      if (toLeft <= toUp && toLeft <= toCorner) return left;
      return toUp <= toCorner ? up : corner;
    }
    default:
      return 0;
  }
}

/** TIFF predictor 2: each sample is the difference from the one to its left (TIFF 6.0, section 14). */
function undoTiff(
  bytes: Uint8Array,
  row: number,
  { colors, bitsPerComponent, columns }: Prediction,
): Uint8Array | undefined {
  if (![1, 2, 4, 8, 16].includes(bitsPerComponent)) return undefined;
  const out = Uint8Array.from(bytes);
  const mask = 2 ** bitsPerComponent - 1;
  for (let start = 0; start < out.length; start += row) {
    const samples = Math.min(columns * colors, Math.floor(((out.length - start) * 8) / bitsPerComponent));
    for (let i = colors; i < samples; i += 1) {
      const sum = sampleOf(out, start, i, bitsPerComponent) + sampleOf(out, start, i - colors, bitsPerComponent);
      setSample(out, start, i, bitsPerComponent, sum & mask);
    }
  }
  return out;
}

function sampleOf(bytes: Uint8Array, start: number, index: number, bits: number): number {
  if (bits === 16) return (bytes[start + index * 2]! << 8) | bytes[start + index * 2 + 1]!;
  const shift = 8 - bits - ((index * bits) % 8);
  return (bytes[start + ((index * bits) >> 3)]! >> shift) & (2 ** bits - 1);
}

function setSample(bytes: Uint8Array, start: number, index: number, bits: number, value: number): void {
  if (bits === 16) {
    bytes[start + index * 2] = value >> 8;
    bytes[start + index * 2 + 1] = value & 0xff;
    return;
  }
  const at = start + ((index * bits) >> 3);
  const shift = 8 - bits - ((index * bits) % 8);
  bytes[at] = (bytes[at]! & ~((2 ** bits - 1) << shift)) | (value << shift);
}
