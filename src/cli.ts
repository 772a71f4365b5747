#!/usr/bin/env node
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { understand } from './commands/arguments.ts';
import type { Press } from './commands/editions.ts';
import type { Io } from './commands/io.ts';
import { SPECS } from './commands/specs/specs.ts';
import type { WriteFs } from './output.ts';

/** What a test puts in place of the product's own. */
export type Parts = { readonly press?: Press; readonly fs?: WriteFs };

/**
 * Runs one command line.
 *
 * @param parts what a test puts in place of the product's own
 * @returns the exit status: 0 done, 1 faults, 2 a command line that was not understood
 */
export async function run(argv: readonly string[], io: Io, parts: Parts = {}): Promise<number> {
  const { openProject, version } = await import('./project.ts');
  const understood = await understand(argv, { version: version(), env: io.env, now: io.now });
  if (understood.kind === 'show') {
    io.stdout.write(understood.text);
    return 0;
  }
  if (understood.kind === 'wrong') {
    for (const message of understood.messages) io.stderr.write(`handbill: ${message}\n`);
    io.stderr.write(`see \`${understood.help}\`\n`);
    return 2;
  }

  const { command } = understood;
  const { openConsole, timeLine } = await import('./commands/console.ts');
  const console = openConsole(command, version(), io);
  console.tell(`handbill ${version()}, node ${process.version}, date ${command.common.day}`);
  const project = openProject(io.cwd, command.common.project, console.report);
  if (!project) return console.finish(undefined);
  console.tell(`project  ${project.root}`);
  try {
    const spec = SPECS.find(({ name }) => name === command.kind);
    const desk = { project, console, cwd: io.cwd, ...(parts.fs && { fs: parts.fs }) };
    if (spec?.needs === 'desk') await (await spec.load())(command, desk);
    else {
      // The libraries that set and paint pages take half a second to load: only now, when they are needed.
      const { openShelf } = await import('./commands/sources.ts');
      const press = parts.press ?? (await import('./commands/own-press.ts')).ownPress;
      // The clock of `performance` begins with the process: this is what node and the libraries cost.
      console.tell(timeLine('start', performance.now(), 'node and libraries'));
      const bench = { ...desk, shelf: openShelf(project, console.report), press };
      await (
        await spec?.load()
      )?.(command, bench);
    }
  } catch (cause) {
    console.bug(cause, '');
  }
  console.tell(timeLine('total', performance.now(), ''));
  return console.finish(project);
}

/** The exit status of a process that a signal ended, as shells count it. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

async function main(): Promise<void> {
  const { stdout, stderr, env } = process;
  // React checks its callers at length unless told that it is in production. It reads this when it is loaded.
  env.NODE_ENV ??= 'production';
  // Who reads may have read enough (`handbill … | head`): that is no fault.
  for (const stream of [stdout, stderr]) {
    stream.on('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EPIPE') throw cause;
    });
  }
  // Files are written in one go, without a turn of the event loop: a signal is heard when none is half written. The
  // document in hand is finished and the manifest told; who asks twice does not want to wait for that.
  let asked: number | undefined;
  for (const [signal, status] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      if (asked !== undefined) process.exit(status);
      asked = status;
    });
  }
  try {
    const argv = process.argv.slice(2);
    const io = { stdout, stderr, cwd: process.cwd(), env, now: () => new Date(), stopped: () => asked };
    const status = await run(argv, io);
    process.exitCode = asked ?? status;
  } catch (cause) {
    stderr.write(`handbill: this is a bug in handbill: ${cause instanceof Error ? cause.message : String(cause)}\n`);
    process.exitCode = 1;
  }
}

/** True when node was started with this file, directly or through the link that npm makes in `.bin`. */
function isStarted(): boolean {
  const [, script] = process.argv;
  return script !== undefined && existsSync(script) && realpathSync(script) === fileURLToPath(import.meta.url);
}

if (isStarted()) await main();
