// Gives the product files that have gone wrong, thousands of them, through the command line as people use it. No run may
// end in an exception or a bug, take more than five seconds, or damage a file that was there.
//
//   npm run fuzz -- --runs 10000 --seed 1 [--only xlsx]
//
// A file that did is written to `fuzz-<seed>-<run>.<ending>` in the folder for temporary files, and named at the end.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { mutated, randomOf } from './mutate.mjs';
import { targetsOf } from './targets.mjs';

const slowest = 5000;

const { values } = parseArgs({
  options: { runs: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const runs = Number(values.runs ?? 200);
const seed = Number(values.seed ?? 1);
const root = join(import.meta.dirname, '../..');
const folders = [mkdtempSync(join(tmpdir(), 'handbill-fuzz-'))];
const build = ['dist/src/cli.js', 'build', '--council', 'anyshire', '--date', '2025-03-20', '--out', folders[0]];
for (const argv of [
  build,
  ['dist/src/cli.js', 'import', '--new', join(folders[0], 'form.xlsx')],
  ['dist/src/cli.js', 'export', join(folders[0], 'filled.xlsx')],
]) {
  const { status, stderr } = spawnSync(process.execPath, argv, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`there are no sound files to begin with: ${stderr}`);
}

const targets = targetsOf(folders[0]);
const chosen = targets.filter(({ name }) => values.only === undefined || name.includes(values.only));
if (chosen.length === 0)
  throw new Error(`no target is named ${values.only}: ${targets.map(({ name }) => name).join(', ')}`);

const cli = pathToFileURL(join(root, 'dist/src/cli.js')).href;
const random = randomOf(seed);
const faults = [];
const counts = new Map(chosen.map(({ name }) => [name, { runs: 0, refused: 0, slowest: 0 }]));
let next = 0;

/** The file of a run depends on the seed and on the run, not on which worker takes it. */
const jobs = Array.from({ length: runs }, (_, id) => {
  const target = chosen[id % chosen.length];
  const own = randomOf(Math.floor(random() * 2 ** 32));
  const pick = () => target.samples[Math.floor(own() * target.samples.length)];
  return { id, target, make: () => mutated(pick(), pick(), own) };
});

const work = () =>
  new Promise((done) => {
    const folder = mkdtempSync(join(tmpdir(), 'handbill-fuzz-'));
    folders.push(folder);
    cpSync(join(import.meta.dirname, '../fixtures/projects/northfield'), folder, { recursive: true });
    let worker;
    let current;
    let timer;
    const fail = (why) => {
      const { id, target, bytes } = current;
      const path = join(tmpdir(), `fuzz-${seed}-${id}${extname(target.file)}`);
      writeFileSync(path, bytes);
      faults.push(`${target.name}, run ${id}: ${why}\n  ${target.argv?.join(' ') ?? target.module}\n  ${path}`);
    };
    const give = () => {
      const job = jobs[next++];
      if (!job) {
        void worker.terminate();
        return done();
      }
      const { id, target } = job;
      current = { id, target, bytes: job.make() };
      const { file, argv, module, writes } = target;
      // oxlint-disable-next-line require-post-message-target-origin
      worker.postMessage({ id, folder, file, bytes: current.bytes, argv, module, writes });
      timer = setTimeout(() => {
        fail(`no end after ${slowest} ms`);
        void worker.terminate().then(start);
      }, slowest + 5000);
    };
    const start = () => {
      worker = new Worker(join(import.meta.dirname, 'worker.mjs'), { workerData: { cli } });
      worker.on('error', (cause) => {
        clearTimeout(timer);
        fail(`the process ended: ${cause.message}`);
        start();
      });
      worker.on('message', (answer) => {
        clearTimeout(timer);
        if (!answer.ready) {
          const count = counts.get(current.target.name);
          count.runs += 1;
          if (answer.status !== 0) count.refused += 1;
          count.slowest = Math.max(count.slowest, answer.took);
          if (answer.status === 2) fail('the command line was not understood');
          if (answer.thrown) fail(`exception: ${answer.thrown}`);
          else if (answer.bug) fail(`bug: ${answer.bug}`);
          else if (answer.took > slowest) fail(`took ${Math.round(answer.took)} ms`);
          if (answer.damaged.length > 0) fail(`damaged ${answer.damaged.join(', ')}`);
        }
        give();
      });
    };
    start();
  });

const started = performance.now();
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
for (const folder of folders) rmSync(folder, { recursive: true, force: true });

for (const [name, count] of counts) {
  const { runs: made, refused, slowest: took } = count;
  process.stdout.write(
    `${name.padEnd(24)} ${String(made).padStart(6)} runs ${String(refused).padStart(6)} refused, slowest ${Math.round(took)} ms\n`,
  );
}
const seconds = ((performance.now() - started) / 1000).toFixed(0);
process.stdout.write(
  `${runs} runs, seed ${seed}, ${seconds} s: ${faults.length === 0 ? 'no crash, none too slow, no file damaged' : `${faults.length} faults`}\n`,
);
for (const fault of faults) process.stdout.write(`\n${fault}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
