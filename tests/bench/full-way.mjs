// What the full way takes for one council after another of the whole country: nothing is laid out twice for the same
// words, so what is measured is the first leaflet of each council of a run. Processor time, for the machine is not ours
// alone. Run `npm run build` first.
//
//   node tests/bench/full-way.mjs [councils, 60 if not given] [product, leaflet if not given]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { writeWholeCountry } from '../whole-country.mjs';

process.env.NODE_ENV ??= 'production';
const dist = process.env.HANDBILL_DIST ?? join(import.meta.dirname, '../../dist');
const { openShelf } = await import(join(dist, 'src/commands/sources.js'));
const { press } = await import(join(dist, 'src/pipeline.js'));
const { openProject, packageFolder } = await import(join(dist, 'src/project.js'));

const total = Number(process.argv[2] ?? 60);
const product = process.argv[3] ?? 'leaflet';
const folder = mkdtempSync(join(tmpdir(), 'handbill-bench-'));

/** @type {(values: readonly number[]) => number} */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
/** @type {(diagnostic: object) => void} What the example contacts are doubted for does not matter here. */
const ignore = () => {};

try {
  const slugs = writeWholeCountry(folder);
  const shelf = openShelf(openProject(packageFolder(), folder, ignore), ignore);
  /** @type {Map<string, number[]>} */
  const times = new Map();
  const note = (name, value) => times.set(name, [...(times.get(name) ?? []), value]);
  let first;
  // From all over the country, the same ones in each run.
  for (let i = 0; i < total; i += 1) {
    const slug = slugs[Math.floor((i * slugs.length) / total)];
    const begun = cpu();
    const loaded = shelf.load(slug, undefined, ignore);
    if (!loaded) throw new Error(`${slug} was not read`);
    const read = cpu();
    const stages = new Map();
    const clock = (stage, milliseconds) => void stages.set(stage, (stages.get(stage) ?? 0) + milliseconds);
    const made = await press({ product, sources: loaded.sources, status: 'final', day: '2025-03-20' }, ignore, clock);
    const done = cpu();
    first ??= done - begun;
    if (!made) note('none made', 1);
    note('parse', read - begun);
    note('full way', done - read);
    for (const [stage, value] of stages) note(`  ${stage} (wall)`, value);
  }
  process.stdout.write(`${total} councils, ${product}: milliseconds of processor time\n`);
  process.stdout.write(`first ${first.toFixed(0)}\n`);
  for (const [name, values] of times) {
    const sorted = values.slice(1);
    const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
    const late = median(sorted.slice(Math.floor(sorted.length / 2)));
    process.stdout.write(
      `${name.padEnd(18)} median ${median(sorted).toFixed(1).padStart(7)}  later half ${late.toFixed(1).padStart(7)}  mean ${mean.toFixed(1).padStart(7)}\n`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
