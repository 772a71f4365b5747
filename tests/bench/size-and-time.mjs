// What the products take in bytes, and in milliseconds once everything is loaded and warm: the median of thirty. Run
// `npm run build` first.
//
//   node tests/bench/size-and-time.mjs [products, all but the proof sheet if not given]
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';

// As a program is run, not as React is developed.
process.env.NODE_ENV ??= 'production';
const dist = process.env.HANDBILL_DIST ?? join(import.meta.dirname, '../../dist');
const { openShelf } = await import(join(dist, 'src/commands/sources.js'));
const { press } = await import(join(dist, 'src/pipeline.js'));
const { openProject, packageFolder } = await import(join(dist, 'src/project.js'));

const ROUNDS = 30;
const WARMING = 5;
const DAY = '2025-03-20';

/** @type {(diagnostic: object) => never} The example has no faults. */
const refuse = (diagnostic) => {
  throw new Error(JSON.stringify(diagnostic));
};

const project = openProject(packageFolder(), undefined, refuse);
const { sources } = openShelf(project, refuse).load('anyshire', undefined, refuse);

/** @type {(values: readonly number[]) => number} */
const median = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  return (
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? NaN)) / 2
  );
};

/** @type {(product: string) => Promise<{ bytes: number, pages: number, times: Map<string, number> }>} */
const once = async (product) => {
  /** @type {Map<string, number>} */
  const times = new Map();
  const clock = (stage, milliseconds) => void times.set(stage, (times.get(stage) ?? 0) + milliseconds);
  const started = performance.now();
  const made = await press({ product, sources, status: 'final', day: DAY }, refuse, clock);
  if (!made) throw new Error(`no ${product} was made`);
  times.set('all', performance.now() - started);
  return { bytes: made.bytes.length, pages: made.pages, times };
};

const columns = ['merge', 'compose', 'typeset', 'paint', 'all'];
const lines = [
  `median of ${ROUNDS}, ms`.padEnd(22) + 'pages   bytes' + columns.map((name) => name.padStart(9)).join(''),
];
const given = process.argv.slice(2);
for (const product of given.length > 0 ? given : ['leaflet', 'large-print', 'wallet-card', 'wallet-card.sheet']) {
  for (let round = 0; round < WARMING; round += 1) await once(product);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await once(product));
  const { bytes, pages } = rounds[0];
  const medians = columns.map((name) => median(rounds.map(({ times }) => times.get(name) ?? 0)).toFixed(1));
  lines.push(
    product.padEnd(22) +
      String(pages).padStart(5) +
      String(bytes).padStart(8) +
      medians.map((value) => value.padStart(9)).join(''),
  );
}
process.stdout.write([...lines, ''].join('\n'));
