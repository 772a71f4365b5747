import { Worker } from 'node:worker_threads';
import type { Imprinted, Refused } from './imprint.ts';
import type { Answer, Told, Wanted, WorkerStart } from './messages.ts';
import type { Plate } from './plate.ts';
import type { Mounted, Printer } from './plates.ts';

/** A file that somebody waits for. */
type Waiting = Wanted & {
  readonly resolve: (made: Imprinted | Refused) => void;
  readonly reject: (cause: Error) => void;
  /** How many workers have died of it, or beside it. */
  deaths: number;
};

type Hand = { readonly worker: Worker; readonly mounted: Set<number>; readonly busy: Map<number, Waiting> };

/** Records that a worker is given at once: few enough for all to have some, many enough for messages to be cheap. */
const perMessage = 16;

/** What is known of a record at which a worker has died twice. */
export class WorkerDied extends Error {}

/**
 * Workers that make files of plates. Who asks for a file waits for it; which worker makes it, and when, changes no byte.
 * A worker that dies is replaced, and what it had in hand is given out once more.
 */
export class Pool implements Printer {
  readonly #size: number;
  readonly #open: () => Worker;
  readonly #hands: Hand[] = [];
  readonly #plates = new Map<number, Plate>();
  #queue: Waiting[] = [];
  #isFlushing = false;
  #isClosed = false;
  #plate = 0;
  #record = 0;

  constructor(size: number, start: WorkerStart, open: (start: WorkerStart) => Worker = openWorker) {
    this.#size = size;
    this.#open = () => open(start);
    // They open the faces while the first record is laid out.
    while (this.#hands.length < size) this.#hire();
  }

  mount(plate: Plate): Mounted {
    const id = (this.#plate += 1);
    this.#plates.set(id, plate);
    return {
      imprint: (values) =>
        new Promise((resolve, reject) => {
          const record = (this.#record += 1);
          this.#queue.push({ record, plate: id, values, resolve, reject, deaths: 0 });
          this.#flushSoon();
        }),
      unmount: () => {
        this.#plates.delete(id);
        for (const { worker, mounted } of this.#hands) {
          if (mounted.delete(id)) tell(worker, { kind: 'unmount', plate: id });
        }
      },
    };
  }

  /** Ends the workers. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#hands.map(({ worker }) => worker.terminate()));
  }

  #hire(): void {
    const hand: Hand = { worker: this.#open(), mounted: new Set(), busy: new Map() };
    this.#hands.push(hand);
    hand.worker.on('message', (answer: Answer) => {
      for (const { record, made } of answer) {
        const waiting = hand.busy.get(record);
        hand.busy.delete(record);
        waiting?.resolve(made);
      }
      this.#flushSoon();
    });
    let cause = 'it ended';
    hand.worker.on('error', (thrown: Error) => (cause = thrown.message));
    hand.worker.on('exit', () => this.#bury(hand, cause));
  }

  #bury(hand: Hand, cause: string): void {
    this.#hands.splice(this.#hands.indexOf(hand), 1);
    if (this.#isClosed) return;
    const again: Waiting[] = [];
    for (const waiting of hand.busy.values()) {
      waiting.deaths += 1;
      if (waiting.deaths > 1) waiting.reject(new WorkerDied(`two workers died while it was made: ${cause}`));
      else again.push(waiting);
    }
    this.#queue.unshift(...again);
    this.#flushSoon();
  }

  /** Records that are wanted in one turn of the event loop go out together. */
  #flushSoon(): void {
    if (this.#isFlushing) return;
    this.#isFlushing = true;
    setImmediate(() => {
      this.#isFlushing = false;
      this.#flush();
    });
  }

  #flush(): void {
    while (this.#queue.length > 0) {
      // The dead are replaced when there is work: one that dies at its start is not started for ever.
      while (this.#hands.length < this.#size) this.#hire();
      const alone = isSuspect(this.#queue[0]!);
      const free = this.#hands.filter(({ busy }) => !holdsSuspect(busy));
      const idlest = free.toSorted((a, b) => a.busy.size - b.busy.size)[0];
      // What a worker may have died of is tried alone, so that nothing else is suspected with it.
      const room = alone ? 0 : 3 * perMessage;
      if (!idlest || idlest.busy.size > room) return;
      // Suspects stand before all others in the queue.
      const records = this.#queue.splice(0, alone ? 1 : perMessage);
      for (const { plate } of records) this.#mountOn(idlest, plate);
      for (const waiting of records) idlest.busy.set(waiting.record, waiting);
      const wanted = records.map(({ record, plate, values }): Wanted => ({ record, plate, values }));
      tell(idlest.worker, { kind: 'imprint', records: wanted });
    }
  }

  #mountOn({ worker, mounted }: Hand, plate: number): void {
    const data = this.#plates.get(plate);
    if (mounted.has(plate) || !data) return;
    mounted.add(plate);
    tell(worker, { kind: 'mount', plate, data });
  }
}

const isSuspect = ({ deaths }: Waiting): boolean => deaths > 0;

/** A suspect is alone in its worker. */
const holdsSuspect = (busy: Hand['busy']): boolean => busy.size === 1 && [...busy.values()].some(isSuspect);

const tell = (worker: Worker, told: Told): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  worker.postMessage(told);
};

const openWorker = (start: WorkerStart): Worker => {
  const worker = new Worker(new URL('worker.js', import.meta.url), { workerData: start });
  // Nobody waits for a worker: who waits for its files does.
  worker.unref();
  return worker;
};
