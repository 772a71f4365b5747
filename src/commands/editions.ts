import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import type { Day } from '../data/record.ts';
import { isError, Stop } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { press, Pressed, ProductName } from '../pipeline.ts';
import type { TemplateName } from './specs/spec.ts';
import { timeLine } from './console.ts';
import type { Console } from './console.ts';
import type { Loaded, Shelf } from './sources.ts';

/** Stages 2 to 5; a test may put another in its place. */
export type Press = typeof press;

/** Something that a template makes: its page, or the paper that the page is printed on several times. */
export type Product = {
  readonly name: ProductName;
  readonly template: TemplateName;
  readonly kind: 'pdf' | 'sheet';
};

export const PRODUCTS: readonly Product[] = [
  { name: 'leaflet', template: 'leaflet', kind: 'pdf' },
  { name: 'wallet-card', template: 'wallet-card', kind: 'pdf' },
  { name: 'wallet-card.sheet', template: 'wallet-card', kind: 'sheet' },
];

/** The editions of one council that a command wants. */
export type Wanted = {
  readonly council: string;
  readonly area?: string;
  readonly products: readonly Product[];
  readonly status: 'final' | 'draft';
  readonly day: Day;
};

export type Made = { readonly product: Product; readonly pressed: Pressed; readonly loaded: Loaded };

/**
 * Makes the editions of one council, one after the other. Faults are reported under the council's name; a product with
 * an error is not given out, and the others go on.
 */
export async function* makeEditions(
  wanted: Wanted,
  shelf: Shelf,
  press: Press,
  console: Console,
): AsyncGenerator<Made> {
  const { council, area, products, status, day } = wanted;
  const record = area === undefined ? council : `${council}/${area}`;
  let errors = 0;
  const report: Report = (diagnostic) => {
    if (isError(diagnostic)) errors++;
    console.report({ record, ...diagnostic });
  };

  const started = performance.now();
  const loaded = await attempt(console, record, () => shelf.load(council, area, report));
  console.tell(timeLine('parse', performance.now() - started, record));
  if (!loaded || errors > 0) return;

  for (const product of products) {
    // A turn of the event loop between documents: signals are heard, and what a document needed is let go.
    // oxlint-disable-next-line no-await-in-loop
    await setImmediate();
    errors = 0;
    const label = `${record} ${product.name}`;
    const job = { product: product.name, sources: loaded.sources, status, day };
    const watch = console.watch(label);
    // oxlint-disable-next-line no-await-in-loop
    const pressed = await attempt(console, label, () => press(job, report, watch.clock));
    watch.tell();
    if (pressed && errors === 0) yield { product, pressed, loaded };
  }
}

/** What is thrown though nobody expected it is a bug in handbill: it is reported, and the next job goes on. */
async function attempt<T>(console: Console, label: string, make: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await make();
  } catch (cause) {
    if (!(cause instanceof Stop)) console.bug(cause, label);
    return undefined;
  }
}
