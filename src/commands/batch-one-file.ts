import { error, warning } from '../diagnostics/diagnostic.ts';
import { gatheredName } from '../output-names.ts';
import type { Output } from '../output.ts';
import type { Purpose } from '../print/purpose.ts';
import type { Chosen, Listed } from './batch-choice.ts';
import { makePlans, type Tally } from './batch-make.ts';
import type { Plan } from './batch-plan.ts';
import { wantedOfAreas } from './batch-wanted.ts';
import type { Bench } from './bench.ts';
import { counted } from './counted.ts';
import { documentsIn, type Wanted } from './editions.ts';
import { openGathered } from './gathered.ts';
import { keepHeapLean } from './lean-heap.ts';
import type { Loaded } from './sources.ts';
import type { BatchCommand } from './specs/batch.ts';

/** What a batch into one file works with. */
export type Gathering = {
  readonly bench: Bench;
  readonly output: Output;
  readonly purpose: Purpose;
  /** See `recipeOf`. */
  readonly recipe: string;
  /** How many rows of the list could not be read: they are faulty areas too. */
  readonly faultyRows: number;
};

/** In percent, of what is in use: one thread is tidier than several, for a few hundredths of the time. */
const mostGarbage = 40;

type Part = Listed & { readonly loaded?: Loaded };

/**
 * Makes the products of all areas that were chosen, each into one file, with a table beside it of where each area is. An
 * area that fails is left out of the file, which is an error, and the table says so. A run that is stopped leaves no file.
 */
export async function batchIntoOne(
  command: BatchCommand,
  chosen: readonly Chosen<Part>[],
  { bench, output, purpose, recipe, faultyRows }: Gathering,
): Promise<void> {
  const { console } = bench;
  const plans = chosen.map((each) => planOf(command, purpose, each));
  const total = plans.reduce((sum, { areas }) => sum + areas.length, 0);
  const [first] = plans.flatMap(({ areas }) => areas);
  if (!first) return;
  const { of: wanted } = first;
  const documents = documentsIn(wanted).map(({ product, language }) => ({
    product,
    language,
    path: (ending: 'pdf' | 'csv' | 'job.yaml') => nameOf(command, wanted, product, language, ending),
  }));
  const endings = ['pdf', 'csv', ...(purpose.kind === 'print' ? (['job.yaml'] as const) : [])] as const;
  if (command.isDry) {
    const write = documents.flatMap(({ path }) => endings.map(path)).map(output.shown);
    console.attach('plan', { write, remove: [] });
    for (const path of write) console.say(`write  ${path}`);
    return console.conclude(`${counted(total, 'area')} would be written into ${counted(documents.length, 'file')}`);
  }
  keepHeapLean(mostGarbage);
  const councils = plans.length === 1 ? 'one' : 'several';
  const gathered = openGathered(documents, { bench, output, purpose, recipe, plans, councils });
  const progress = console.progress(total);
  const tally: Tally = { written: 0, faulty: 0, cards: 0 };
  try {
    const { writer, printing } = gathered;
    const { imprinted, plates, fallbacks } = await makePlans(plans, {
      bench,
      writer,
      progress,
      tally,
      printing,
    });
    console.tell(`plates   ${plates}, ${imprinted} records of them, ${fallbacks} in full beside them`);
    progress.clear();
    if (console.stopped()) {
      const message = 'the run was stopped: no file of all areas was written';
      console.report(warning('write/stopped', message, undefined, 'run the command again'));
      return console.conclude('nothing written');
    }
    const { files, pages } = tally.written > 0 ? await gathered.keep() : { files: 0, pages: 0 };
    // Where the file itself is at fault, its areas are not.
    const faulty = tally.faulty + faultyRows - (files > 0 ? 0 : gathered.hindered());
    if (files > 0 && faulty > 0) {
      const message = `${counted(faulty, 'area')} of the list ${faulty === 1 ? 'is' : 'are'} not in the file`;
      const hint = 'put right what stands above, and run the command again before anything is printed';
      console.report(error('write/left-out', message, undefined, hint));
    }
    console.conclude(
      [
        files > 0
          ? `${counted(tally.written, 'area')} on ${counted(pages, 'page')} written into ${counted(files, 'file')}`
          : 'nothing written',
        ...(faulty > 0 ? [`${counted(faulty, 'area')} with faults`] : []),
      ].join(', '),
    );
  } finally {
    progress.clear();
    gathered.drop();
  }
}

function planOf(command: BatchCommand, purpose: Purpose, { part, areas }: Chosen<Part>): Plan {
  const { council, loaded } = part;
  const of = wantedOfAreas(command, council, purpose);
  const tasks = areas.map((area) => ({ of, area, products: of.products }));
  return { council, once: [], areas: tasks, unchanged: 0, ...(loaded && { loaded }) };
}

function nameOf(
  { council, share }: BatchCommand,
  { status, purpose }: Wanted,
  { template, kind }: ReturnType<typeof documentsIn>[number]['product'],
  language: string,
  ending: 'pdf' | 'csv' | 'job.yaml',
): string {
  const named = {
    ...(council !== undefined && { council }),
    template,
    language,
    variant: status,
    kind: kind === 'sheet' ? 'sheet' : 'pdf',
    ...(purpose && { purpose: purpose.kind }),
    ...(share.kind === 'shard' && { shard: share }),
  } as const;
  return gatheredName(named, ending);
}
