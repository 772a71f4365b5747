/**
 * A gap: what a draft shows in the place of a value that is still missing, the name of its key in brackets. It stands
 * for texts, numbers, addresses and days alike, and never becomes a link.
 */
export const gapAt = (keyPath: string): string => `[${keyPath.replace(/\.0$/, '')}]`;

export const isGap = (text: string): boolean => /^\[[a-z]+(\.\w+)*\]$/i.test(text);

/** A value that was read leniently, with a gap for each null in it; what is undefined is taken away. */
export function withGaps<T>(value: T, keyPath = ''): T {
  const inside = (key: string | number): string => (keyPath === '' ? String(key) : `${keyPath}.${key}`);
  const fill = (inner: unknown): unknown => {
    if (inner === null) return gapAt(keyPath);
    if (Array.isArray(inner)) return inner.map((each: unknown, at) => withGaps(each, inside(at)));
    if (typeof inner !== 'object') return inner;
    const given = Object.entries(inner).filter(([, each]) => each !== undefined);
    return Object.fromEntries(given.map(([key, each]) => [key, withGaps(each, inside(key))]));
  };
  // A gap stands where a text, or what is read from one, is expected.
  return fill(value) as T;
}
