/** What the words of a column ask for: the width of its longest word, and of its longest cell on one line. */
export type ColumnNeeds = { readonly least: number; readonly most: number };

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/**
 * Shares a table's width out among its columns. A column that asks for less than a fair share stays on one line; the
 * others share what is left, the longer ones more, and none is narrower than its longest word.
 *
 * Where even the longest words do not fit beside one another, the widest columns give way, so that preflight names
 * their words as overset and no others.
 *
 * @returns widths that add up to `available`, in its unit
 */
export const columnWidths = (columns: readonly ColumnNeeds[], available: number): readonly number[] => {
  if (sum(columns.map(({ least }) => least)) > available) {
    const level = solve(available, (at) => sum(columns.map(({ least }) => Math.min(least, at))), available);
    return columns.map(({ least }) => Math.min(least, level));
  }
  const total = sum(columns.map(({ most }) => most));
  if (total <= available) {
    // What is over goes to all of them, as long as their words are.
    return columns.map(({ most }) => (total > 0 ? (most * available) / total : available / columns.length));
  }
  const onOneLine = modest(columns, available);
  const held = columns.map((column) => (onOneLine.has(column) ? { ...column, least: column.most } : column));
  const isPossible = sum(held.map(({ least }) => least)) <= available;
  return shared(isPossible ? held : columns, available);
};

/** Columns that ask for no more than their share of what those that ask for less leave over. */
const modest = (columns: readonly ColumnNeeds[], available: number): ReadonlySet<ColumnNeeds> => {
  const found = new Set<ColumnNeeds>();
  let left = available;
  for (const column of columns.toSorted((a, b) => a.most - b.most)) {
    if (column.most > left / (columns.length - found.size)) break;
    found.add(column);
    left -= column.most;
  }
  return found;
};

/** By the square root of their length: a column of four times the words gets twice the width. */
const shared = (columns: readonly ColumnNeeds[], available: number): readonly number[] => {
  const widthsAt = (level: number): number[] =>
    columns.map(({ least, most }) => Math.min(most, Math.max(least, level * Math.sqrt(most))));
  const highest = Math.sqrt(Math.max(...columns.map(({ most }) => most)));
  return widthsAt(solve(available, (level) => sum(widthsAt(level)), highest));
};

/** Where a function that grows reaches a value, between 0 and `highest`. */
const solve = (value: number, of: (at: number) => number, highest: number): number => {
  let [low, high] = [0, highest];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (of(middle) > value) high = middle;
    else low = middle;
  }
  return low;
};
