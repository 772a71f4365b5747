import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

// The machine that figures were measured on, and how a process gets one core of it.

const hasTaskset = spawnSync('taskset', ['--version']).status === 0;
const last = availableParallelism() - 1;

/** What stands before a command that is to have one core only; empty where the machine has no means for that. */
export const onOneCore = hasTaskset ? ['taskset', '-c', String(last)] : [];

/** Memory as a folder, so that no disk is measured; else the folder of temporary files. */
export const makeFolder = () => {
  const places = ['/dev/shm', tmpdir()];
  const free = places.find((place) => {
    try {
      accessSync(place, constants.W_OK);
      return true;
    } catch {
      return false;
    }
  });
  return mkdtempSync(join(free ?? tmpdir(), 'handbill-bench-'));
};

export const describeMachine = () => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  memory: totalmem(),
  system: `${process.platform} ${process.arch}`,
  node: process.version,
  isBound: hasTaskset,
});

/** How many wanted a core in the last minute: beside a bench, nobody should. */
export const load = () => loadavg()[0] ?? 0;
