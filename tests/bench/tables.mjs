import { isSteady, shown, shownRatio } from './spread.mjs';

// What was found, as people read it.

const mega = (bytes) => `${Math.round(bytes / 1e6)} MB`;
const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const spread = ({ median, least, most, ...rest }) =>
  `${shown(median)} [${shown(least)}–${shown(most)}]${isSteady({ median, least, most, ...rest }) ? '' : ' unsteady'}`;

const row = (name, ...cells) =>
  [`  ${name}`.padEnd(26), ...cells.map((cell) => String(cell).padEnd(30))].join('').trimEnd();

const waysOf = (ways) => [
  row('', 'a second', 'a second of processor time', 'most memory', 'a file'),
  ...ways.map(({ name, perSecond, perSecondOfCpu, peak, bytes, standard }) =>
    [row(name, spread(perSecond), spread(perSecondOfCpu), mega(peak), kilo(bytes)), standard]
      .filter(Boolean)
      .join('  '),
  ),
];

const runOf = ({ seconds, peak }) => [`${spread(seconds)} s`, `${spread({ ...peak, ...inMega(peak) })} MB`];
const inMega = ({ median, least, most }) => ({ median: median / 1e6, least: least / 1e6, most: most / 1e6 });

const printers = {
  'one-core': waysOf,
  workers: waysOf,
  'one-file': (found) => [row(`${found.areas} areas`, ...runOf(found), `${kilo(found.bytesPerArea)} an area`)],
  cards: (found) => [row(`${found.areas} areas`, ...runOf(found))],
  cold: ({ node, library, build, ratio }) => [
    row('node', `${spread(node)} s`),
    row('import react-pdf', `${spread(library)} s`),
    row('build', `${spread(build)} s`),
    row('build / import', spread(ratio)),
  ],
  growth: ({ whose, sizes, kilobytesMorePerFile, bytesPerFile, plates }) => [
    ...sizes.map((size) => row(`${shown(size.files)} areas`, ...runOf(size))),
    row('', `the last ones are ${whose}: ${kilo(bytesPerFile)} a file, ${plates}`),
    row('', `each file more takes ${kilobytesMorePerFile.toFixed(2)} kB of memory more`),
  ],
  changed: (found) => [row('3 areas changed', ...runOf(found), `after ${spread(found.start)} s of start`)],
};

/** What a part found, in lines. */
export const linesOf = (part, found) =>
  found.skipped === undefined ? printers[part](found) : [`  LEFT OUT: ${found.skipped}`];

const perCpu = (ways, name) => ways?.find((way) => way.name === name)?.perSecond.median;

/** The rows of the README's table: ratios, which other machines have too. */
export const ratiosOf = ({ 'one-core': ways, workers, cold, growth, changed }) => {
  const rows = [];
  const of = (name) => perCpu(ways, name);
  const versus = (what, over) => {
    if (of(over) === undefined) return;
    rows.push([`${what}, as a multiple of ${over}`, shownRatio(of(what) / of(over))]);
  };
  if (ways) for (const over of ['Typst', 'react-pdf', 'handbill, full way']) versus('handbill, plate', over);
  if (ways && workers) {
    const all = workers.find(({ name }) => name === 'handbill, workers');
    rows.push(['all cores, as a multiple of one', shownRatio(all.perSecond.median / of('handbill, plate'))]);
  }
  if (cold) rows.push(['a cold `build`, as a multiple of importing react-pdf', shownRatio(cold.ratio.median)]);
  if (growth) {
    const [{ seconds: one }] = growth.sizes;
    const { seconds, peak, files } = growth.sizes.at(-1);
    rows.push([`${shown(files)} areas, as a multiple of one`, shownRatio(seconds.median / one.median)]);
    rows.push([`most memory of ${shown(files)} areas`, mega(peak.median)]);
    rows.push(['a file', kilo(growth.bytesPerFile)]);
    if (changed)
      rows.push(['three changed areas, as a share of all', shownRatio(changed.seconds.median / seconds.median)]);
  }
  return rows;
};
