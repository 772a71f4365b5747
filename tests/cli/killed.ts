import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'vitest';
import { cli } from '../compiled.ts';
import { filesIn, temporaryFolder } from '../output/folder.ts';

const CHILD = [join(import.meta.dirname, 'batch-child.mjs'), dirname(cli)];
const BATCH = ['batch', '--council', 'northfield', '--areas', 'areas.csv'];

/** When a run is killed: after so many files were told of, and so many milliseconds. */
export type Moment = { readonly files: number; readonly milliseconds: number };

/** A project with so many areas. */
export function projectOf(areas: number): string {
  const cwd = temporaryFolder();
  cpSync(join(import.meta.dirname, '../fixtures/projects/northfield'), cwd, { recursive: true });
  const names = Array.from({ length: areas }, (_, i) => `Ward ${i + 1}`);
  writeFileSync(join(cwd, 'areas.csv'), `name\n${names.join('\n')}\n`);
  return cwd;
}

/** Runs a batch to its end. */
export function finish(cwd: string, ...options: readonly string[]): string {
  const { status, stderr } = spawnSync(process.execPath, [...CHILD, cwd, ...BATCH, ...options], { encoding: 'utf8' });
  expect([status, stderr.includes('error')]).toEqual([0, false]);
  return stderr;
}

/** Begins a batch; gives its exit status. */
export async function begin(cwd: string, ...options: readonly string[]): Promise<unknown> {
  const child = spawn(process.execPath, [...CHILD, cwd, ...BATCH, ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [status] = (await once(child, 'exit')) as unknown[];
  return status;
}

/** Runs a batch and kills it; looks that no file stands that is not whole. */
export async function kill(cwd: string, { files, milliseconds }: Moment, whole: Tree): Promise<void> {
  const child = spawn(process.execPath, [...CHILD, cwd, ...BATCH, '--resume'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await killAt(child, { files, milliseconds });
  expectWhole(treeOf(cwd), whole);
}

/** Kills a process that tells its files on stdout, and waits for its end. */
export async function killAt(child: ChildProcess, { files, milliseconds }: Moment): Promise<void> {
  const ended = once(child, 'exit');
  // The pipe stays open: who cannot write any more ends in another way.
  await new Promise<void>((resolve) => {
    let lines = 0;
    child.stdout?.on('data', (text: Buffer) => {
      lines += text.toString().split('\n').length - 1;
      if (lines >= files) resolve();
    });
    child.on('exit', () => resolve());
  });
  await setTimeout(milliseconds);
  child.kill('SIGKILL');
  await ended;
}

/** What stands is what would stand there in the end. */
export function expectWhole(tree: Tree, whole: Tree): void {
  for (const [name, text] of tree) {
    const isOurs = /(^|\/)\.handbill-[^/]+\.(tmp|lock|journal)$/.test(name) || name === 'manifest.json';
    if (!isOurs) expect([name, text === whole.get(name)]).toEqual([name, true]);
  }
}

/** The files of an output folder with their bytes. */
export type Tree = ReadonlyMap<string, string>;

export const treeOf = (cwd: string): Tree =>
  new Map(
    filesIn(join(cwd, 'output')).map((name) => [name, readFileSync(join(cwd, 'output', name)).toString('latin1')]),
  );
