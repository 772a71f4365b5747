import type { Product } from '../catalogue.ts';
import { changeManifest, type Entry, sha256 } from '../manifest.ts';
import type { Output } from '../output.ts';
import type { Purpose } from '../print/purpose.ts';
import { version } from '../project.ts';
import { type Plan, wantedIn } from './batch-plan.ts';
import type { Bench } from './bench.ts';
import type { Made, Wanted } from './editions.ts';
import { contactsOf, inputsOf } from './entries.ts';
import { indexTable, type Row } from './one-file-table.ts';
import { openOneFilePrinter, type OneFilePrinter } from './one-file-printer.ts';
import { type Kept, type OneFile, openOneFile, printedName } from './one-file.ts';
import { allTicket, openTickets } from './one-file-ticket.ts';
import type { Writer } from './writer.ts';

/** A document that is made of every area, into one file. */
export type Document = {
  readonly product: Product;
  readonly language: string;
  /** Under the output folder: of the file, of its table, of its job ticket. */
  readonly path: (ending: 'pdf' | 'csv' | 'job.yaml') => string;
};

/** What files of all areas are made with. */
export type GatheredOptions = {
  readonly bench: Bench;
  readonly output: Output;
  readonly purpose: Purpose;
  readonly recipe: string;
  readonly plans: readonly Plan[];
  readonly councils: 'one' | 'several';
};

/** The files of all areas: for each document that is wanted, one. */
export type Gathered = {
  readonly writer: Pick<Writer, 'put'>;
  readonly printing: OneFilePrinter;
  /** How many areas were made, but could not be put into a file. */
  readonly hindered: () => number;
  /** Ends the files; how many stand, and how many pages they have. */
  readonly keep: () => Promise<{ readonly files: number; readonly pages: number }>;
  /** Takes away what was not kept. */
  readonly drop: () => void;
};

type Open = Document & { readonly file: OneFile; readonly tickets: ReturnType<typeof openTickets> };

export function openGathered(documents: readonly Document[], options: GatheredOptions): Gathered {
  const { bench, output, purpose, recipe, plans, councils } = options;
  const { console } = bench;
  const printing = openOneFilePrinter();
  const kind = { purpose: purpose.kind === 'print' ? 'press' : 'screen', councils } as const;
  const open = new Map<string, Open | undefined>();
  const openFor = (document: Document): Open | undefined => {
    const { ownIn } = printing;
    const file = openOneFile({ name: document.path('pdf'), kind, ownIn, output, report: console.report });
    return file && { ...document, file, tickets: openTickets() };
  };
  const fileOf = ({ product, language }: Made): Open | undefined => {
    const key = `${product.name} ${language}`;
    const document = documents.find((each) => each.product.name === product.name && each.language === language);
    if (!open.has(key) && document) open.set(key, openFor(document));
    return open.get(key);
  };
  const files = (): Open[] => [...open.values()].flatMap((each) => each ?? []);
  let hindered = 0;
  return {
    printing,
    hindered: () => hindered,
    writer: {
      put(made, wanted) {
        const to = fileOf(made);
        const stands = to?.file.add(made, wanted) ?? false;
        if (stands) to?.tickets.take(made.pressed.ticket);
        else hindered += 1;
        return stands;
      },
    },
    async keep() {
      let [count, pages] = [0, 0];
      for (const each of files()) {
        // oxlint-disable-next-line no-await-in-loop -- file after file: each is held no longer than it must be
        const kept = await each.file.keep();
        if (!kept) continue;
        const entries = finish(each, kept, { output, purpose, recipe, plans });
        changeManifest(output, { entries });
        for (const { path, size, pages: of, sha256: hash, council } of entries) {
          console.done({
            path: output.shown(path),
            council,
            product: each.product.name,
            pages: of,
            size,
            sha256: hash,
          });
        }
        count += 1;
        pages += kept.pages;
      }
      return { files: count, pages };
    },
    drop() {
      for (const { file } of files()) file.drop();
    },
  };
}

/** Writes what belongs beside a file; returns what the manifest is to say of all of them. */
function finish(
  document: Open,
  kept: Kept,
  { output, purpose, recipe, plans }: Pick<GatheredOptions, 'output' | 'purpose' | 'recipe' | 'plans'>,
): Entry[] {
  const { product, language, path, tickets } = document;
  const origins = [...kept.councils.values()];
  const named = (council: string): string => kept.councils.get(council)?.name ?? council;
  const { of: wanted } = plans.flatMap(({ areas }) => areas)[0]!;
  const of = {
    template: product.template,
    council: plans.map(({ council }) => council).join('+'),
    status: wanted.status,
    ...(purpose.kind !== 'screen' && { purpose: purpose.kind }),
    date: wanted.day,
    language: language as Entry['language'],
    contacts: contactsOf(origins.map(({ contacts }) => contacts)),
    handbill: version(),
    recipe,
    inputs: inputsOf(origins),
  };
  const entries: Entry[] = [{ path: path('pdf'), sha256: kept.sha256, size: kept.size, pages: kept.pages, ...of }];
  const beside = (ending: 'csv' | 'job.yaml', text: string): void => {
    const bytes = new TextEncoder().encode(text);
    if (!output.write(path(ending), bytes)) return;
    entries.push({ path: path(ending), sha256: sha256(bytes), size: bytes.length, pages: 0, ...of });
  };
  const rows = plans.flatMap(({ council, areas }) =>
    areas.map((task) => rowOf(named(council), wantedIn(task), document)),
  );
  beside('csv', indexTable(rows));
  const records = rows.filter(({ pages }) => pages).length;
  const names = { file: path('pdf').split('/').at(-1)!, index: path('csv').split('/').at(-1)! };
  if (tickets.hasSome()) {
    beside('job.yaml', allTicket(tickets, { ...names, title: kept.title, records, pages: kept.pages }));
  }
  return entries;
}

function rowOf(name: string, { council, area = '', names }: Wanted, { file, language }: Open): Row {
  const pages = file.pagesOf(council, area);
  return { council: name, area: printedName(area, language, names), ...(pages && { pages }) };
}
