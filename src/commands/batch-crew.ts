import { Worker } from 'node:worker_threads';
import type { PlateTally } from '../batch/plates.ts';
import type { Errand, Heard, Said, ThreadStart, Told } from './batch-messages.ts';
import type { Came } from './council-press.ts';

/** Hears what becomes of the tasks of an errand, by their places in it. */
export type Hear = {
  readonly ended: (at: number, came: Came, said: readonly Said[]) => void;
  /** Two threads have died of it. */
  readonly died: (at: number, cause: string) => void;
};

/** An errand that is given, or what is left of one, and how far it has come. */
type Given = {
  readonly errand: Errand;
  /** The place of its first task in the errand that was given. */
  readonly from: number;
  readonly hear: Hear;
  /** How many of its tasks are done. */
  done: number;
  /** Whether what it is made of has been read. */
  begun: boolean;
  /** How many threads have died of its first task, or of reading what it is made of. */
  deaths: number;
};

/** A thread, and what it has to make: the first of it is in hand, the next waits, so that it never waits itself. */
type Hand = { readonly worker: Worker; readonly given: Given[] };

const mostGiven = 2;

/**
 * Threads that set, paint, print and write, each one council at a time, or a part of one. Which of them makes a file, and
 * when, changes no byte of it. One that dies is replaced: the task that it had in hand is tried once more, alone.
 */
export class Crew {
  readonly tally: PlateTally = { imprinted: 0, plates: 0, fallbacks: 0 };
  readonly #size: number;
  readonly #open: () => Worker;
  readonly #hands: Hand[] = [];
  readonly #queue: Given[] = [];
  #waiting: (() => void)[] = [];
  #state: 'open' | 'stopping' | 'closed' = 'open';

  constructor(size: number, start: ThreadStart, open: (start: ThreadStart) => Worker = openThread) {
    this.#size = size;
    this.#open = () => open(start);
    // They load what they work with while the first errand is prepared.
    while (this.#hands.length < size) this.#hire();
  }

  /** Whether a thread will soon have nothing to do. */
  hasRoom(): boolean {
    return this.#queue.length === 0 && this.#hands.some(({ given }) => given.length < mostGiven);
  }

  give(errand: Errand, hear: Hear): void {
    this.#queue.push({ errand, from: 0, hear, done: 0, begun: false, deaths: 0 });
    if (this.#state === 'open') this.#hand();
    else this.#leave();
  }

  /** Done when all errands are. */
  drain(): Promise<void> {
    return this.#until(() => this.#queue.length === 0 && this.#hands.every(({ given }) => given.length === 0));
  }

  /** Nothing more is begun: what is in hand is finished. */
  stop(): void {
    if (this.#state !== 'open') return;
    this.#state = 'stopping';
    for (const { worker } of this.#hands) tell(worker, { kind: 'stop' });
    this.#leave();
    this.#changed();
  }

  /** Nobody will make what is waiting. */
  #leave(): void {
    for (const given of this.#queue.splice(0)) for (const at of placesLeft(given)) given.hear.ended(at, 'stopped', []);
  }

  /** Ends the threads, without which the program does not end. */
  async close(): Promise<void> {
    this.#state = 'closed';
    await Promise.all(this.#hands.map(({ worker }) => worker.terminate()));
  }

  #hire(): void {
    const hand: Hand = { worker: this.#open(), given: [] };
    this.#hands.push(hand);
    hand.worker.on('message', (heard: Heard) => this.#heard(hand, heard));
    let cause = 'it ended';
    hand.worker.on('error', (thrown: Error) => (cause = thrown.message));
    hand.worker.on('exit', () => this.#bury(hand, cause));
  }

  #heard(hand: Hand, heard: Heard): void {
    const [given] = hand.given;
    if (!given) return;
    switch (heard.kind) {
      case 'begun':
        given.begun = true;
        return;
      case 'ended':
        given.hear.ended(given.from + given.done, heard.came, heard.said);
        given.done += 1;
        return;
      case 'done':
        for (const name of ['imprinted', 'plates', 'fallbacks'] as const) this.tally[name] += heard.tally[name];
        hand.given.shift();
        this.#hand();
        this.#changed();
    }
  }

  /** Whoever has least to do gets the next errand. */
  #hand(): void {
    while (this.#queue.length > 0 && this.#state === 'open') {
      // The dead are replaced when there is work: one that dies at its start is not started for ever.
      while (this.#hands.length < this.#size) this.#hire();
      const idlest = this.#hands.toSorted((a, b) => a.given.length - b.given.length)[0];
      if (!idlest || idlest.given.length >= mostGiven) return;
      const given = this.#queue.shift()!;
      idlest.given.push(given);
      tell(idlest.worker, { kind: 'make', errand: given.errand });
    }
  }

  #bury(hand: Hand, cause: string): void {
    this.#hands.splice(this.#hands.indexOf(hand), 1);
    const [given, ...waiting] = hand.given.splice(0);
    if (this.#state === 'closed' || !given) return;
    this.#queue.unshift(...again(given, cause), ...waiting);
    if (this.#state === 'stopping') this.#leave();
    this.#hand();
    this.#changed();
  }

  async #until(isSo: () => boolean): Promise<void> {
    // oxlint-disable-next-line no-await-in-loop -- until it is so
    while (!isSo()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #changed(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

const placesLeft = ({ errand, from, done }: Given): readonly number[] =>
  errand.tasks.slice(done).map((_, i) => from + done + i);

/** What is still to be made of an errand of which a thread has died. */
function again(given: Given, cause: string): readonly Given[] {
  const { hear, begun, deaths, done } = given;
  const places = placesLeft(given);
  // What could not even be read is no fault of a task.
  if (!begun && deaths > 0) for (const at of places) hear.died(at, cause);
  if (!begun) return deaths > 0 ? [] : part(given, done, Infinity, 1);
  const isKnown = deaths > 0 && done === 0;
  if (isKnown) hear.died(places[0]!, cause);
  return [...(isKnown ? [] : part(given, done, done + 1, 1)), ...part(given, done + 1, Infinity, 0)];
}

/** A part of an errand as an errand of its own; none if it has no tasks. */
function part({ errand, from, hear }: Given, first: number, end: number, deaths: number): readonly Given[] {
  const tasks = errand.tasks.slice(first, end);
  if (tasks.length === 0) return [];
  return [{ errand: { ...errand, tasks }, from: from + first, hear, done: 0, begun: false, deaths }];
}

const tell = (worker: Worker, told: Told): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  worker.postMessage(told);
};

/** Room for new objects, which die young, as the first thread has it: more makes none faster, and takes memory. */
const limits = { maxYoungGenerationSizeMb: 48 };

const openThread = (start: ThreadStart): Worker =>
  new Worker(new URL('batch-thread.js', import.meta.url), { workerData: start, resourceLimits: limits });
