// What a cold `build` of the leaflet takes, as a multiple of what nobody can avoid. See README.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';

const ROUNDS = 7;
const root = join(import.meta.dirname, '..', '..');
const cli = join(root, 'dist', 'src', 'cli.js');
const out = mkdtempSync(join(tmpdir(), 'handbill-bench-'));

/** @type {ReadonlyMap<string, readonly string[]>} What is measured, and the arguments that node is started with. */
const tasks = new Map([
  ['node -e 0', ['-e', '0']],
  ['import @react-pdf/renderer', ['--input-type=module', '-e', "await import('@react-pdf/renderer')"]],
  [
    'handbill build, leaflet',
    [cli, 'build', '--council', 'anyshire', '--template', 'leaflet', '--date', '2025-03-20', '--out', out, '--quiet'],
  ],
]);

/** @type {(given: readonly string[]) => number} Milliseconds that a fresh process takes. */
const once = (given) => {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, given, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${given.join(' ')} ended with ${status}\n${stderr}`);
  return performance.now() - started;
};

/** @type {(values: readonly number[]) => number} Of an odd number of values. */
const median = (values) => values.toSorted((a, b) => a - b)[(values.length - 1) / 2] ?? NaN;

if (!existsSync(cli)) throw new Error('dist is missing: npm run build');
try {
  /** @type {Map<string, number[]>} */
  const times = new Map([...tasks.keys()].map((name) => [name, []]));
  // In turns, so that what else the machine does falls on all alike.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, given] of tasks) times.get(name)?.push(once(given));
  }
  const medians = new Map([...times].map(([name, values]) => [name, median(values)]));
  const [bare = NaN, library = NaN] = medians.values();
  const lines = [...medians].map(
    ([name, value]) =>
      `${name.padEnd(30)}${value.toFixed(0).padStart(6)} ms${(value / bare).toFixed(1).padStart(9)}${(value / library).toFixed(1).padStart(11)}`,
  );
  const head = `${`median of ${ROUNDS}`.padEnd(39)}${'x node'.padStart(9)}${'x import'.padStart(11)}`;
  process.stdout.write([head, ...lines, ''].join('\n'));
} finally {
  rmSync(out, { recursive: true, force: true });
}
