import { encodeQR } from 'qr';
import { Memory } from '../memory.ts';

type Corner = readonly [x: number, y: number];

/** A corner as one number; no code has more than 177 modules. */
const key = ([x, y]: Corner): number => y * 256 + x;

/**
 * The outline of the dark modules as one path. Filled as a whole it shows no seams between modules, as a path of
 * squares does in viewers that smooth edges.
 */
const outline = (modules: readonly (readonly boolean[])[]): string => {
  const dark = (x: number, y: number): boolean => modules[y]?.[x] ?? false;
  // Every edge between dark and light, directed so that dark lies at its right.
  const edges = new Map<number, Corner[]>();
  const edge = (from: Corner, to: Corner): void => {
    const at = key(from);
    const known = edges.get(at);
    if (known) known.push(to);
    else edges.set(at, [to]);
  };
  modules.forEach((row, y) => {
    row.forEach((isDark, x) => {
      if (!isDark) return;
      if (!dark(x, y - 1)) edge([x, y], [x + 1, y]);
      if (!dark(x + 1, y)) edge([x + 1, y], [x + 1, y + 1]);
      if (!dark(x, y + 1)) edge([x + 1, y + 1], [x, y + 1]);
      if (!dark(x - 1, y)) edge([x, y + 1], [x, y]);
    });
  });
  const loops: string[] = [];
  for (const [start, targets] of edges) {
    while (targets.length > 0) {
      const corners: Corner[] = [[start % 256, Math.floor(start / 256)]];
      let next = targets.shift()!;
      while (key(next) !== start) {
        const previous = corners.at(-1)!;
        const beforeThat = corners.at(-2);
        // Runs of edges in one direction are one line.
        const straight = beforeThat && (beforeThat[0] === next[0] || beforeThat[1] === next[1]);
        if (straight && (previous[0] === next[0] || previous[1] === next[1])) corners.pop();
        corners.push(next);
        next = edges.get(key(next))!.shift()!;
      }
      loops.push(`M${corners.map(([cx, cy]) => `${cx} ${cy}`).join('L')}Z`);
    }
  }
  return loops.join('');
};

/** A QR code (ISO/IEC 18004) as one path on a square grid of `size` modules, to be filled by the even-odd rule. */
export type QrOutline = { readonly d: string; readonly size: number };

/** Encodes a text with error correction M, without the clear paper that must stand around the code. */
export const qrOutline = (text: string): QrOutline => outlines.get(text) ?? outlines.set(text, newOutline(text));

/** A document asks for its code with each fit, and again for its other products. */
const outlines = new Memory<string, QrOutline>(64);

const newOutline = (text: string): QrOutline => {
  // The encoder always makes a border; ours is the paper round the code.
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 1 })
    .slice(1, -1)
    .map((row) => row.slice(1, -1));
  return { d: outline(modules), size: modules.length };
};
