import { performance } from 'node:perf_hooks';

/** Where a run over many records stands. */
export type Progress = {
  /** One more is done, well or not. */
  readonly step: (outcome: 'sound' | 'faulty') => void;
  /** Takes the bar away, so that other lines may follow. */
  readonly clear: () => void;
};

export const NO_PROGRESS: Progress = { step() {}, clear() {} };

export type Terminal = {
  readonly write: (text: string) => void;
  readonly colour: boolean;
  /** In milliseconds, from any beginning. */
  readonly clock?: () => number;
};

const CELLS = 24;
/** Often enough to be seen moving, seldom enough to cost nothing. */
const PAUSE = 100;

/** A bar that rewrites one line: how many are done, how fast, and how long it will take. */
export function openProgress(total: number, { write, colour, clock = () => performance.now() }: Terminal): Progress {
  const started = clock();
  let [done, faulty, drawn] = [0, 0, -Infinity];
  const draw = (): void => {
    const now = clock();
    if (now - drawn < PAUSE && done < total) return;
    drawn = now;
    const filled = total === 0 ? CELLS : Math.floor((CELLS * done) / total);
    const bar = paint('32', '#'.repeat(filled), colour) + '.'.repeat(CELLS - filled);
    const rate = done / Math.max((now - started) / 1000, 0.001);
    const said = [
      `${done} of ${total}`,
      ...(done > 0 ? [`${rate.toPrecision(2)} a second`, `${span((total - done) / rate)} left`] : []),
      ...(faulty > 0 ? [paint('31', `${faulty} with faults`, colour)] : []),
    ];
    // Back to the start of the line, and what is left of the one before it goes.
    write(`\r[${bar}] ${said.join(', ')}\u001b[K`);
  };
  draw();
  return {
    step(outcome) {
      done++;
      if (outcome === 'faulty') faulty++;
      draw();
    },
    clear: () => write('\r\u001b[K'),
  };
}

/** Where a run stands, for machines: at its beginning and end, and every second. Times are in seconds. */
export type Standing = {
  readonly done: number;
  readonly total: number;
  readonly faulty: number;
  readonly seconds: number;
  /** Absent before anything is done. */
  readonly secondsLeft?: number;
};

const SECOND = 1000;

/** Tells where a run stands in place of drawing it. */
export function openEvents(
  total: number,
  tell: (now: Standing) => void,
  clock: () => number = () => performance.now(),
): Progress {
  const started = clock();
  let [done, faulty, told] = [0, 0, -Infinity];
  const say = (): void => {
    const now = clock();
    if (now - told < SECOND && done < total) return;
    told = now;
    const seconds = (now - started) / SECOND;
    const left = done > 0 ? { secondsLeft: rounded((seconds * (total - done)) / done) } : {};
    tell({ done, total, faulty, seconds: rounded(seconds), ...left });
  };
  say();
  return {
    step(outcome) {
      done++;
      if (outcome === 'faulty') faulty++;
      say();
    },
    clear() {},
  };
}

const rounded = (seconds: number): number => Math.round(seconds * 10) / 10;

const paint = (code: string, text: string, colour: boolean): string =>
  colour && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text;

/** `40 s`, `3 min`, `1 h 5 min` */
function span(seconds: number): string {
  if (seconds < 99.5) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
