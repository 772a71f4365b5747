import type { PdfFile } from './file.ts';
import { countOf, isArray, type PdfDict, type PdfObject } from './objects.ts';

const mostNodes = 100_000;
const mostNumbers = 1_000_000;

/** The values of a number tree (ISO 32000-2, 7.9.7) by their numbers, as they stand: a reference is not followed. */
export function numberTree(file: PdfFile, root: PdfDict | undefined): ReadonlyMap<number, PdfObject> {
  const values = new Map<number, PdfObject>();
  const seen = new Set<PdfDict>();
  const ahead: PdfDict[] = root ? [root] : [];
  for (let node = ahead.pop(); node && seen.size < mostNodes && values.size < mostNumbers; node = ahead.pop()) {
    // A node that was met already: the tree is no tree.
    if (seen.has(node)) continue;
    seen.add(node);
    const numbers = file.get(node, 'Nums');
    if (isArray(numbers)) {
      for (let at = 0; at + 1 < numbers.length && values.size < mostNumbers; at += 2) {
        const number = countOf(file.resolve(numbers[at]));
        if (number !== undefined && !values.has(number)) values.set(number, numbers[at + 1] ?? null);
      }
    }
    const kids = file.get(node, 'Kids');
    if (!isArray(kids)) continue;
    for (const kid of kids.slice(0, mostNodes)) {
      const dict = file.dictOf(kid);
      if (dict && !seen.has(dict)) ahead.push(dict);
    }
  }
  return values;
}
