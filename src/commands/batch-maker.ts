import type { Report } from '../diagnostics/diagnostic.ts';
import type { Bench } from './bench.ts';
import { reportingTo } from './console.ts';
import { documentsIn, type Made, pressEditions, type Wanted } from './editions.ts';
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
  /** Takes the orders of one council, one by one as it has room for them. It may be done before they are finished. */
  readonly take: (orders: Iterable<Order>) => Promise<void>;
  /** Is done when all that was taken is finished. */
  readonly drain: () => Promise<void>;
};

/** @param goesOn asked before an order is begun */
export function openMaker({ press, console }: Bench, goesOn: () => boolean): Maker {
  const make = async ({ wanted, loaded, report, put }: Order): Promise<Came> => {
    let [made, written] = [0, 0];
    for await (const each of pressEditions(wanted, loaded(), press, reportingTo(console, report))) {
      made++;
      if (put(each)) written++;
    }
    if (written === documentsIn(wanted).length) return 'written';
    if (console.stopped()) return 'stopped';
    return made > 0 && written === 0 ? 'hindered' : 'faulty';
  };
  return {
    async take(orders) {
      for (const order of orders) {
        if (!goesOn()) return;
        // One document after the other: each is written before the next is begun.
        // oxlint-disable-next-line no-await-in-loop
        order.end(await make(order));
      }
    },
    drain: () => Promise.resolve(),
  };
}
