import { join, relative, sep } from 'node:path';
import { collect, toJson } from '../diagnostics/collect.ts';
import { error, isError } from '../diagnostics/diagnostic.ts';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { printAnnotations, printText } from '../diagnostics/print.ts';
import type { Clock, Stage } from '../job.ts';
import type { Project } from '../project.ts';
import type { Command } from './arguments.ts';
import type { Io } from './io.ts';
import { NO_PROGRESS, openEvents, openProgress } from './progress.ts';
import type { Progress } from './progress.ts';

/** What a run says of a file that it wrote, or of a product that it found sound. */
export type Outcome = {
  /** Relative to where the command runs; absent if nothing was to be written. */
  readonly path?: string;
  readonly council: string;
  readonly area?: string;
  readonly product: string;
  readonly pages: number;
  readonly size: number;
  readonly sha256: string;
};

/** All that a run says: diagnostics and times on stderr, results on stdout, in the form that was asked for. */
export type Console = {
  readonly report: Report;
  /** A line for `--verbose`. */
  readonly tell: (line: string) => void;
  /** Whether such lines are wanted. */
  readonly isVerbose: boolean;
  /** Sums the times of the stages of one job; `tell` tells them, once the job is done. */
  readonly watch: (label: string) => Watch;
  /** A line of text for stdout. */
  readonly say: (line: string) => void;
  readonly done: (outcome: Outcome) => void;
  /** Says that a file was removed. */
  readonly removed: (path: string) => void;
  /** A part of the JSON document that only this command has. */
  readonly attach: (key: string, value: unknown) => void;
  /** A bar on a terminal, in place of the lines of `done`; elsewhere nothing. */
  readonly progress: (total: number) => Progress;
  /** The last line on stderr: what the run came to. */
  readonly conclude: (line: string) => void;
  /** Whether the run has been asked to stop: what is begun is finished, and nothing more is begun. */
  readonly stopped: () => boolean;
  /** Reports an unexpected exception as what it is: a fault of handbill. */
  readonly bug: (cause: unknown, job: string) => void;
  /** Prints what was found, and gives the exit status. */
  readonly finish: (project: Project | undefined) => number;
};

export type Watch = { readonly clock: Clock; readonly tell: () => void };

/** Sums the times of stages: a template that tries several fits runs through one several times. */
export function openWatch(label: string, tell: Console['tell']): Watch {
  const spent = new Map<Stage, number>();
  return {
    clock: (stage, milliseconds) => void spent.set(stage, (spent.get(stage) ?? 0) + milliseconds),
    tell() {
      for (const [stage, sum] of spent) tell(timeLine(stage, sum, label));
    },
  };
}

export function openConsole(command: Command, version: string, io: Io): Console {
  const { format, loudness } = command.common;
  /** A line of `--format jsonl`. */
  const tellEvent = (event: string, of: object): void => {
    if (format === 'jsonl') io.stdout.write(`${JSON.stringify({ event, ...of })}\n`);
  };
  tellEvent('start', { handbill: version, command: command.kind });
  const collector = collect((diagnostic) => {
    if (loudness !== 'quiet' || isError(diagnostic)) tellEvent('diagnostic', JSON.parse(toJson(diagnostic)) as object);
  });
  const outcomes: Outcome[] = [];
  const attached: Record<string, unknown> = {};
  let [conclusion, barred] = ['', false];
  const tell = (line: string): void => {
    if (loudness === 'verbose') io.stderr.write(`${line}\n`);
  };
  const say = (line: string): void => {
    if (format === 'text' && loudness !== 'quiet') io.stdout.write(`${line}\n`);
  };
  return {
    report: collector.report,
    tell,
    isVerbose: loudness === 'verbose',
    say,
    watch: (label) => openWatch(label, tell),
    done(outcome) {
      // What only the document at the end lists need not be kept for anything else.
      if (format === 'json') outcomes.push(outcome);
      tellEvent('file', outcome);
      if (outcome.path !== undefined && !barred) say(outcome.path);
    },
    removed(path) {
      if (format === 'json') attached['removed'] = [...((attached['removed'] as string[] | undefined) ?? []), path];
      tellEvent('removed', { path });
      say(`removed ${path}`);
    },
    attach: (key, value) => void (attached[key] = value),
    progress(total) {
      if (format === 'jsonl') return openEvents(total, (now) => tellEvent('progress', now));
      if (io.stderr.isTTY !== true || io.env.TERM === 'dumb' || loudness !== 'normal') return NO_PROGRESS;
      // Where stdout goes elsewhere than to the bar's terminal, it has its lines.
      barred = io.stdout.isTTY === true;
      return openProgress(total, { write: (text) => void io.stderr.write(text), colour: coloured(io) });
    },
    conclude: (line) => void (conclusion = line),
    stopped: () => io.stopped?.() !== undefined,
    bug(cause, job) {
      collector.report(bugOf(cause, job));
      if (cause instanceof Error) tell(cause.stack ?? cause.message);
    },
    finish(project) {
      const found = collector.all().filter((diagnostic) => loudness !== 'quiet' || isError(diagnostic));
      const status = io.stopped?.() ?? (collector.errors() > 0 ? 1 : 0);
      if (format === 'json') {
        const made = { handbill: version, command: command.kind, status, ...attached, files: outcomes };
        const document = { ...made, diagnostics: found };
        io.stdout.write(`${printDocument(document)}\n`);
      } else if (format === 'jsonl') tellEvent('end', { status, ...attached });
      else {
        const source = (path: string): string | undefined => project?.source(path);
        io.stderr.write(printText(found, { source, colour: coloured(io) }));
        if (conclusion !== '' && loudness !== 'quiet') io.stderr.write(`${conclusion}\n`);
      }
      if (io.env.GITHUB_ACTIONS === 'true') {
        io.stderr.write(printAnnotations(found.map((each) => fromWorkspace(each, project, io))));
      }
      return status;
    },
  };
}

function bugOf(cause: unknown, job: string): Diagnostic {
  const said = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  const message = `this is a bug in handbill, not a fault in your files: ${said}`;
  const where = job === '' ? [] : [`it happened while making ${job}; the other products are not affected`];
  const hint = 'run the command again with --verbose, and report what it prints';
  return error('internal/bug', message, undefined, ...where, hint);
}

/** A console whose faults, bugs too, go somewhere else. */
export const reportingTo = (console: Console, report: Report): Console => ({
  ...console,
  report,
  bug(cause, job) {
    report(bugOf(cause, job));
    if (cause instanceof Error) console.tell(cause.stack ?? cause.message);
  },
});

/** One line of `--verbose`: how long something took. */
export const timeLine = (what: string, milliseconds: number, label: string): string =>
  `${what.padEnd(8)} ${milliseconds.toFixed(1).padStart(8)} ms  ${label}`;

/** Diagnostics keep the order of keys that they have line by line. */
const printDocument = ({ diagnostics, ...rest }: { readonly diagnostics: readonly Diagnostic[] }): string =>
  JSON.stringify({ ...rest, diagnostics: diagnostics.map((each): unknown => JSON.parse(toJson(each))) }, undefined, 2);

const coloured = ({ env, stderr }: Io): boolean =>
  stderr.isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';

/** GitHub marks files by their path in the repository, which need not be the project. */
function fromWorkspace(diagnostic: Diagnostic, project: Project | undefined, { env }: Io): Diagnostic {
  const { place } = diagnostic;
  const workspace = env.GITHUB_WORKSPACE;
  if (place?.kind !== 'text' || !project || workspace === undefined || !place.path.startsWith('content/')) {
    return diagnostic;
  }
  const path = relative(workspace, join(project.root, place.path)).split(sep).join('/');
  return { ...diagnostic, place: { ...place, path } };
}
