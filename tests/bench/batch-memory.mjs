// Makes many leaflets in one process with the program as it is compiled, and prints the rate and the memory as it goes:
// memory must be flat. Run `npm run build` first.
//
//   node --expose-gc tests/bench/batch-memory.mjs [areas, 500 if not given]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

process.env.NODE_ENV ??= 'production';
const dist = process.env.HANDBILL_DIST ?? join(import.meta.dirname, '../../dist');
const { run } = await import(join(dist, 'src/cli.js'));
const { press } = await import(join(dist, 'src/pipeline.js'));

const total = Number(process.argv[2] ?? 500);
const EVERY = Math.max(1, Math.round(total / 10));
const folder = mkdtempSync(join(tmpdir(), 'handbill-bench-'));
const mega = (bytes) => `${(bytes / 2 ** 20).toFixed(0)} MB`.padStart(8);
const letters = (number) =>
  number.toString(26).replace(/./g, (digit) => 'abcdefghijklmnopqrstuvwxyz'[parseInt(digit, 26)]);
const print = (...columns) => process.stdout.write(`${columns.map((each) => String(each).padStart(12)).join('')}\n`);

const started = performance.now();
let [done, since] = [0, started];
const watched = async (...given) => {
  const pressed = await press(...given);
  done++;
  if (done % EVERY === 0) {
    const now = performance.now();
    const rate = ((EVERY * 1000) / (now - since)).toFixed(1);
    const before = process.memoryUsage().heapUsed;
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    print(done, `${rate} /s`, mega(rss), mega(before), globalThis.gc ? mega(heapUsed) : '-');
    since = performance.now();
  }
  return pressed;
};

try {
  const names = Array.from({ length: total }, (_, i) => `Area ${letters(i + 26)} and ${letters(i * 7 + 26)} ward`);
  writeFileSync(join(folder, 'areas.csv'), `name\n${names.join('\n')}\n`);
  print('leaflets', 'rate', 'RSS', 'heap', 'after gc');
  const argv = ['batch', '--council', 'anyshire', '--areas', 'areas.csv', '--out', 'out', '--date', '2025-03-20'];
  const io = {
    stdout: { write() {} },
    stderr: process.stderr,
    cwd: folder,
    env: {},
    now: () => new Date(),
  };
  const status = await run(argv, io, { press: watched });
  const seconds = (performance.now() - started) / 1000;
  print(`exit ${status}`, `${(done / seconds).toFixed(1)} /s`, `${seconds.toFixed(0)} s`);
  process.exitCode = status;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
