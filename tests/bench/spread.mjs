// The arithmetic of the benches.

/**
 * The middle of several measurements, and how far they lie apart.
 *
 * @param {readonly number[]} values
 */
export const spreadOf = (values) => {
  if (values.length === 0) throw new Error('nothing was measured');
  const sorted = values.toSorted((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(half)] + sorted[Math.ceil(half)]) / 2;
  return { median, least: sorted[0], most: sorted.at(-1), of: values.length };
};

/** So far may the least and the most lie apart, in parts of the median, before a figure is called unsteady. */
const STEADY = 0.25;

/** @param {ReturnType<typeof spreadOf>} spread */
export const isSteady = ({ median, least, most }) => most - least <= STEADY * median;

/**
 * Three figures that count, and thousands apart: 2,480; 84.2; 0.39.
 *
 * @param {number} value
 */
export const shown = (value) => {
  if (value >= 100) return Math.round(value).toLocaleString('en-GB');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
};

/**
 * A ratio as it is printed in a table that lasts: two figures that count.
 *
 * @param {number} value
 */
export const shownRatio = (value) => {
  const digits = Math.max(0, 1 - Math.floor(Math.log10(value)));
  return Number(value.toPrecision(2)).toLocaleString('en-GB', { maximumFractionDigits: digits });
};

/**
 * So much memory does each file more take, in kB: the slope between the first figure and the last.
 *
 * @param {readonly { readonly files: number, readonly peak: number }[]} grown in bytes
 */
export const growthOf = (grown) => {
  const [first, last] = [grown[0], grown.at(-1)];
  if (!first || !last || first.files === last.files) throw new Error('growth takes two sizes');
  return (last.peak - first.peak) / 1000 / (last.files - first.files);
};
