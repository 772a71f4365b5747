import type { Area } from '../data/areas.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Entry } from '../manifest.ts';
import { recordFolder } from '../output-names.ts';
import { documentsIn, loadEditions, nameOf, type Wanted } from './editions.ts';
import type { Bench } from './bench.ts';
import { ticketKind } from './entries.ts';
import type { Ledger } from './batch-unchanged.ts';
import type { Loaded } from './sources.ts';

/** Something that is to be made: only those of its products that are not as they would be. */
export type Task = Pick<Wanted, 'products'> & {
  /** What is wanted of all areas of the council, or of the council itself. */
  readonly of: Wanted;
  readonly area?: Area;
};

/** What is wanted of one area. There may be many tasks: this is put together when it is needed. */
export const wantedIn = ({ of, area, products }: Task): Wanted => ({ ...(area ? ofArea(area, of) : of), products });

/** The paths of the files that a task makes. */
export const pathsIn = (task: Task): readonly string[] => {
  const folder = recordFolder(task.of.council, task.area?.name);
  return documentsOf(wantedIn(task)).flatMap(({ files }) => files.map((file) => `${folder}/${file}`));
};

/** What is to be made for a council. */
export type Plan = {
  readonly council: string;
  /** What the council has once. */
  readonly once: readonly Task[];
  readonly areas: readonly Task[];
  /** How many areas are as they would be made. */
  readonly unchanged: number;
  readonly loaded?: Loaded;
};

/** What a plan is made for. */
export type Asked = {
  readonly council: string;
  readonly areas: readonly Area[];
  readonly loaded?: Loaded;
  /** What is wanted of each area. */
  readonly wanted: Wanted;
  /** What is wanted of the council itself. */
  readonly once: readonly Wanted[];
};

/** Takes what is found unchanged: what the manifest is to say of a file, and what was warned of it. */
export type Keep = { readonly entry: (entry: Entry) => void; readonly warning: (warning: Diagnostic) => void };

/**
 * Finds out what of a council is to be made. Where a file seems to be unchanged, and what all councils share has not been
 * seen yet to be what it was made from, the council is loaded, to see it.
 */
export async function planCouncil(asked: Asked, ledger: Ledger, { shelf, console }: Bench, keep: Keep): Promise<Plan> {
  const { council, areas, wanted, once } = asked;
  let { loaded } = asked;
  if (loaded) ledger.see(loaded);
  const isSeen = (entry: Entry | undefined): entry is Entry => entry !== undefined && ledger.isShared(entry);
  const planned = (of: Wanted, documents: readonly Document[], area?: Area): Task | undefined => {
    const folder = recordFolder(council, area?.name);
    const unchanged: Entry[] = [];
    const changed: Product[] = [];
    for (const { product, language, files } of documents) {
      const entries = files.map((file) => ledger.sound(`${folder}/${file}`, language, of, area));
      if (entries.every(isSeen)) unchanged.push(...entries);
      else changed.push(product);
    }
    if (changed.length === 0) {
      for (const entry of unchanged) keep.entry(entry);
      for (const warning of unchanged.flatMap((entry) => entry.warnings ?? [])) keep.warning(warning);
      return undefined;
    }
    const isChanged = (product: Product): boolean => changed.includes(product);
    const products = of.products.every(isChanged) ? of.products : of.products.filter(isChanged);
    return { of, products, ...(area && { area }) };
  };
  const entry = loaded ? undefined : firstSound(asked, ledger);
  if (entry && !isSeen(entry)) {
    loaded = await loadEditions(wanted, shelf, console);
    if (loaded) ledger.see(loaded);
  }
  const documents = documentsOf(wanted);
  const tasks = areas.flatMap((area) => planned(wanted, documents, area) ?? []);
  return {
    council,
    once: once.flatMap((of) => planned(of, documentsOf(of)) ?? []),
    areas: tasks,
    unchanged: areas.length - tasks.length,
    ...(loaded && { loaded }),
  };
}

/** What is known of one of the files that seem to be unchanged. */
function firstSound({ council, areas, wanted, once }: Asked, ledger: Ledger): Entry | undefined {
  const soundOf = (of: Wanted, [first]: readonly Document[], area?: Area): Entry | undefined =>
    first && ledger.sound(`${recordFolder(council, area?.name)}/${first.files[0]!}`, first.language, of, area);
  const documents = documentsOf(wanted);
  for (const area of areas) {
    const entry = soundOf(wanted, documents, area);
    if (entry) return entry;
  }
  for (const of of once) {
    const entry = soundOf(of, documentsOf(of));
    if (entry) return entry;
  }
  return undefined;
}

const ofArea = ({ name, names }: Area, wanted: Wanted): Wanted => ({
  ...wanted,
  area: name,
  ...(names && { names }),
});

type Product = Wanted['products'][number];

/** A document that is wanted, and its files by their names in the folder of its record. */
type Document = { readonly product: Product; readonly language: string; readonly files: readonly string[] };

/** The documents that are wanted; beside those for a print unit lies a ticket. */
const documentsOf = (of: Wanted): readonly Document[] =>
  documentsIn(of).map(({ product, language }) => ({
    product,
    language,
    files: [
      nameOf(product, language, of),
      ...(of.purpose?.kind === 'print' ? [nameOf(product, language, of, ticketKind(product))] : []),
    ],
  }));
