import { PlatePress } from '../batch/imprint.ts';
import { inTurns, Plates, type PlateTally, type Printer } from '../batch/plates.ts';
import { Pool } from '../batch/pool.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Bench } from './bench.ts';
import { reportingTo } from './console.ts';
import { press as ownPress } from '../pipeline.ts';
import { readFaces } from '../project.ts';
import { openFaces } from '../typeset/faces.ts';
import { documentsIn, type Made, type Press, pressEditions, type Wanted } from './editions.ts';
import { once } from './parts.ts';
import type { Loaded } from './sources.ts';

/** What became of an area: all its files stand, or some could not be made, or be written, or the run was to end. */
export type Came = 'written' | 'faulty' | 'hindered' | 'stopped';

/** What is to be made of one area of a council, or of the council as a whole, and where it goes. */
export type Order = {
  readonly wanted: Wanted;
  /** Its sources: those of its council, with the area in their record. */
  readonly loaded: () => Loaded;
  /** Takes what is found in it. */
  readonly report: Report;
  /** Takes a finished file; whether it stands. The bytes are not needed afterwards. */
  readonly put: (made: Made) => boolean;
  /** Takes that nothing more will come of it. */
  readonly end: (came: Came) => void;
};

/**
 * Makes what is ordered. Orders may be finished in any order: whoever gives them puts in order what is said of them.
 * An order that is begun is brought to its end, whatever is wrong with it.
 */
export type Maker = {
  /**
   * Takes the orders of one council, one by one as it has room for them. It may be done before they are finished.
   *
   * @param areas for how many of its areas they are
   */
  readonly take: (orders: Iterable<Order>, areas: number) => Promise<void>;
  /** Is done when all that was taken is finished. */
  readonly drain: () => Promise<void>;
};

/** What a run makes with. */
export type MakerOptions = {
  /** Asked before an order is begun. */
  readonly goesOn: () => boolean;
  /** Threads in all: with one, everything is made in this one. */
  readonly threads: number;
  /** What makes the files of plates, if they are to be made otherwise than as files of their own. */
  readonly printing?: Printing;
};

/**
 * Sets and paints the first record of each council, and prints the others from its plate: in this thread, or in others
 * while this one goes on to the next council. A press that a test has put in the place of ours gets every record.
 */
export function openMaker(
  { press, console }: Bench,
  { goesOn, threads, printing: given }: MakerOptions,
): Maker & { readonly tally: PlateTally } {
  const tally: PlateTally = { imprinted: 0, plates: 0, fallbacks: 0 };
  const printing = press === ownPress ? (given ?? openPrinter(threads)) : undefined;
  const turn = inTurns();
  const inHand = new Set<Promise<void>>();
  const mostInHand = printing?.inHand ?? 1;
  const make = async ({ wanted, loaded, report, put }: Order, own: Press): Promise<Came> => {
    let [made, written] = [0, 0];
    for await (const each of pressEditions(wanted, loaded(), own, reportingTo(console, report))) {
      made++;
      if (put(each)) written++;
    }
    if (written === documentsIn(wanted).length) return 'written';
    if (console.stopped()) return 'stopped';
    return made > 0 && written === 0 ? 'hindered' : 'faulty';
  };
  return {
    tally,
    async take(orders, areas) {
      // One area alone has no others that a plate would serve.
      const plates =
        printing && (given || areas > 1) ? new Plates({ printer: printing.printer, tally, turn }) : undefined;
      const begun: Promise<void>[] = [];
      for (const order of orders) {
        if (!goesOn()) break;
        const work = make(order, plates?.press ?? press)
          .then(order.end)
          .finally(() => inHand.delete(work));
        inHand.add(work);
        begun.push(work);
        // oxlint-disable-next-line no-await-in-loop -- no more are begun than there is room for
        while (inHand.size >= mostInHand) await Promise.race(inHand);
        // What the first of a council leaves serves the others.
        // oxlint-disable-next-line no-await-in-loop
        if (begun.length === 1) await work;
      }
      const ended = Promise.all(begun).then(() => plates?.close());
      if (mostInHand === 1) await ended;
    },
    async drain() {
      await Promise.all(inHand);
      await printing?.close();
    },
  };
}

export type Printing = {
  readonly printer: Printer;
  /** So many records may wait for it. */
  readonly inHand: number;
  readonly close: () => Promise<void>;
};

/** So many records wait for each thread: enough to keep it busy, few enough to be held. */
const perThread = 48;

function openPrinter(threads: number): Printing {
  if (threads === 1) {
    const faces = once(() => openFaces(readFaces()));
    const printer: Printer = {
      mount(plate) {
        const own = new PlatePress(plate, faces());
        return { imprint: (values) => own.imprint(values), unmount: () => {} };
      },
    };
    return { printer, inHand: 1, close: () => Promise.resolve() };
  }
  // This thread sets and paints; the others print.
  const pool = new Pool(threads - 1, readFaces());
  return { printer: pool, inHand: (threads - 1) * perThread, close: () => pool.close() };
}
