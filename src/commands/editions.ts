import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { CATALOGUE, type Product } from '../catalogue.ts';
import type { Day } from '../data/record.ts';
import { checkTrust } from '../data/trust.ts';
import type { Strictness } from '../data/trust.ts';
import { collect, counting } from '../diagnostics/collect.ts';
import { type Diagnostic, type Report, Stop } from '../diagnostics/diagnostic.ts';
import { fileName, type Kind, recordFolder } from '../output-names.ts';
import type { Job, Pressed } from '../job.ts';
import type { press } from '../pipeline.ts';
import { forScreen, type Purpose } from '../print/purpose.ts';
import type { Languages } from './specs/spec.ts';
import { timeLine } from './console.ts';
import type { Console } from './console.ts';
import { checkRuled } from './rules.ts';
import type { Loaded, Shelf } from './sources.ts';

/** Stages 2 to 5; a test may put another in its place. */
export type Press = typeof press;

/** The editions of one council that a command wants. */
export type Wanted = {
  readonly council: string;
  readonly area?: string;
  /** What the area is called in other languages, by their tags. */
  readonly names?: Readonly<Record<string, string>>;
  readonly products: readonly Product[];
  /** English, unless others are wanted. */
  readonly languages?: Languages;
  /** Of the guidance, as `2025-05`; the newest, unless another is wanted. */
  readonly edition?: string;
  /** What cards are put on; the office's, unless another is wanted. */
  readonly sheet?: string;
  readonly status: 'final' | 'draft';
  readonly day: Day;
  readonly strictness?: Strictness;
  /** For a screen, unless something else is said. */
  readonly purpose?: Purpose;
};

export type Made = {
  readonly product: Product;
  readonly pressed: Pressed;
  readonly loaded: Loaded;
  /** As files are named: `en`, `cy-en`. */
  readonly language: string;
  /** Of its bytes, if it is known already. */
  readonly sha256?: string;
  /** What was warned of, of it or of its council. */
  readonly warnings?: readonly Diagnostic[];
};

/** Whether two languages share one of it; of everything else there is one for each. */
const isTogether = ({ template, kind }: Product): boolean =>
  template !== 'proof-sheet' && CATALOGUE[template].languages === 'together' && (kind === 'pdf' || kind === 'sheet');

/** The documents that the products come to: those that two languages do not share are made in each. */
export const documentsIn = ({ products, languages = ['en'] }: Wanted): { product: Product; language: string }[] =>
  products.flatMap((product) =>
    (isTogether(product) ? [languages.join('-')] : languages).map((language) => ({ product, language })),
  );

/** The documents of one product: in both languages at once, or in each. */
export function editionsOf(product: Product, { sources, second }: Loaded): Pick<Job, 'sources' | 'second'>[] {
  if (!second) return [{ sources }];
  return isTogether(product) ? [{ sources, second }] : [{ sources }, { sources: second }];
}

/** The languages of a document, as files are named: `en`, `cy-en`. */
export const languageOf = ({ sources, second }: Pick<Job, 'sources' | 'second'>): string =>
  [sources, ...(second ? [second] : [])].map(({ guidance }) => guidance.facts.language).join('-');

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
  const loaded = await loadEditions(wanted, shelf, console);
  if (loaded) yield* pressEditions(wanted, loaded, press, console);
}

/** Parses what the editions are made of; undefined when an error was reported. */
export async function loadEditions(wanted: Wanted, shelf: Shelf, console: Console): Promise<Loaded | undefined> {
  const { council, area } = wanted;
  const record = recordOf(wanted);
  const warned = collect();
  const heard = listening(console, warned.report);
  const { report, errors } = countingFor(record, heard);
  const started = performance.now();
  const loaded = await attempt(console, record, () =>
    shelf.load(council, area, report, {
      status: wanted.status,
      ...(wanted.languages && { languages: wanted.languages }),
      ...(wanted.edition && { edition: wanted.edition }),
      ...(wanted.sheet !== undefined && { sheet: wanted.sheet }),
    }),
  );
  console.tell(timeLine('parse', performance.now() - started, record));
  if (!loaded || errors() > 0) return undefined;
  // The contacts are the council's: doubts about them are told once, whatever is made of them.
  const doubts = countingFor(council, heard);
  checkTrust(
    { record: loaded.sources.record, ...loaded.contacts },
    wanted.day,
    wanted.strictness ?? 'usual',
    doubts.report,
  );
  checkRuled(loaded, wanted, shelf, doubts.report, heard.report);
  return doubts.errors() > 0 ? undefined : { ...loaded, warnings: warned.all() };
}

/** Makes the editions of what is parsed. Once the run has been asked to stop, nothing more is begun. */
export async function* pressEditions(
  wanted: Wanted,
  loaded: Loaded,
  press: Press,
  console: Console,
): AsyncGenerator<Made> {
  const { products, status, day } = wanted;
  const record = recordOf(wanted);
  const documents = products.flatMap((product) => editionsOf(product, loaded).map((of) => ({ product, ...of })));
  for (const { product, ...of } of documents) {
    // A turn of the event loop between documents: signals are heard, and what a document needed is let go.
    // oxlint-disable-next-line no-await-in-loop
    await setImmediate();
    if (console.stopped()) return;
    const warned = collect();
    const { report, errors } = countingFor(record, listening(console, warned.report));
    const language = languageOf(of);
    const label = `${record} ${product.name}${loaded.second ? ` ${language}` : ''}`;
    const file = nameOf(product, language, wanted);
    const on = product.kind === 'sheet' && { sheet: loaded.sheet.value };
    const purpose = wanted.purpose && { purpose: wanted.purpose };
    const job = { product: product.name, ...of, status, day, file, ...purpose, ...on };
    const watch = console.watch(label);
    // oxlint-disable-next-line no-await-in-loop
    const pressed = await attempt(console, label, () => press(job, report, watch.clock));
    watch.tell();
    if (pressed && errors() === 0) {
      const { sha256 } = pressed;
      const warnings = [...(loaded.warnings ?? []), ...warned.all()];
      yield { product, pressed, loaded, language, warnings, ...(sha256 !== undefined && { sha256 }) };
    }
  }
}

/**
 * Print units get pages, and the sheet that was asked for by its name: the office's, a web page and plain text are no
 * business of theirs.
 */
export const productsFor = (products: readonly Product[], { kind }: Purpose, sheet?: string): readonly Product[] =>
  kind === 'screen'
    ? products
    : products.filter((product) => product.kind === 'pdf' || (product.kind === 'sheet' && sheet !== undefined));

/** The path of a product under the output folder. */
export const fileOf = (product: Product, language: string, wanted: Wanted, kind: Kind = product.kind): string =>
  `${recordFolder(wanted.council, wanted.area)}/${nameOf(product, language, wanted, kind)}`;

/** The name of a product's file in the folder of its record: all areas of a council have it in common. */
export const nameOf = (
  { template, kind: own }: Product,
  language: string,
  { status, purpose = forScreen }: Pick<Wanted, 'status' | 'purpose'>,
  kind: Kind = own,
): string => fileName({ template, language, kind, variant: status, purpose: purpose.kind });

/** How a record is named in diagnostics: `anyshire`, `anyshire/Abbey`. */
export const recordOf = ({ council, area }: Pick<Wanted, 'council' | 'area'>): string =>
  area === undefined ? council : `${council}/${area}`;

/** A console of whose reports somebody else hears too. */
const listening = (console: Console, listener: Report): Console => ({
  ...console,
  report(diagnostic) {
    listener(diagnostic);
    console.report(diagnostic);
  },
});

/** Reports under the name of a record, and counts the errors. */
const countingFor = (record: string, console: Console): ReturnType<typeof counting> =>
  counting((diagnostic) => console.report({ record, ...diagnostic }));

/** What is thrown though nobody expected it is a bug in handbill: it is reported, and the next job goes on. */
async function attempt<T>(console: Console, label: string, make: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await make();
  } catch (cause) {
    if (!(cause instanceof Stop)) console.bug(cause, label);
    return undefined;
  }
}
