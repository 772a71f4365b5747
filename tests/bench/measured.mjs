import { fork, spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { onOneCore } from './machine.mjs';

// Processes that are measured. Libraries are loaded as a program loads them: React in production.

const env = { ...process.env, NODE_ENV: 'production' };
const root = join(import.meta.dirname, '..', '..');
export const dist = process.env.HANDBILL_DIST ?? join(root, 'dist');
export const cli = join(dist, 'src', 'cli.js');

/**
 * A process that makes documents in rounds: see `served.mjs`.
 *
 * @param {string} program its file beside this one
 * @param {readonly string[]} given
 * @param {'one core' | 'all cores'} cores
 */
export const open = async (program, given, cores) => {
  const path = join(import.meta.dirname, program);
  const bound = cores === 'one core' ? onOneCore : [];
  const [execPath = process.execPath, ...before] = [...bound, process.execPath];
  const child =
    before.length === 0
      ? fork(path, given, { env, cwd: root })
      : spawn(execPath, [...before, path, ...given], { env, cwd: root, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const answer = () =>
    new Promise((resolve, reject) => {
      const ended = (code) => reject(new Error(`${program} ended with ${code}`));
      child.once('exit', ended);
      child.once('message', (message) => {
        child.off('exit', ended);
        resolve(message);
      });
    });
  await answer();
  let number = 0;
  return {
    /** @param {number} count documents that it makes */
    round(count) {
      child.send({ count, number: (number += 1) });
      return answer();
    },
    close: () => child.disconnect(),
  };
};

/**
 * A command from its start to its end, in a process of its own.
 *
 * @param {readonly string[]} given what node is started with
 * @param {string} folder for the file in which it says what memory it took
 */
export const timed = (given, folder, cwd = root) => {
  const peak = join(folder, '.peak');
  const preload = new URL('peak.mjs', import.meta.url).href;
  const started = performance.now();
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', preload, ...given], {
    cwd,
    env: { ...env, BENCH_PEAK: peak },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`node ${given.join(' ')} ended with ${status}\n${stderr.slice(0, 2000)}`);
  const memory = Number(readFileSync(peak, 'utf8'));
  rmSync(peak);
  return { seconds, peak: memory, stdout, stderr };
};
