import type { Area } from '../data/areas.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Entry } from '../manifest.ts';
import { documentsIn, fileOf, loadEditions, type Wanted } from './editions.ts';
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
export const pathsIn = (task: Task): readonly string[] => documentsOf(wantedIn(task)).flatMap(({ paths }) => paths);

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
  const isSeen = (entry: Entry): boolean => ledger.isShared(entry);
  const planned = (whole: Wanted, area?: Area): Task | undefined => {
    const of = area ? ofArea(area, whole) : whole;
    const documents = documentsOf(of).map((each) => ({
      ...each,
      entries: each.paths.map((path) => ledger.sound(path, each.language, of)),
    }));
    const isSound = (entry: Entry | undefined): entry is Entry => entry !== undefined && isSeen(entry);
    const changed = documents.filter(({ entries }) => !entries.every(isSound));
    if (changed.length === 0) {
      const entries = documents.flatMap((each) => each.entries.filter(isSound));
      for (const entry of entries) keep.entry(entry);
      for (const warning of entries.flatMap((entry) => entry.warnings ?? [])) keep.warning(warning);
      return undefined;
    }
    const isChanged = (product: Wanted['products'][number]): boolean =>
      changed.some((each) => each.product === product);
    const products = of.products.every(isChanged) ? whole.products : of.products.filter(isChanged);
    return { of: whole, products, ...(area && { area }) };
  };
  const entry = loaded ? undefined : firstSound(asked, ledger);
  if (entry && !isSeen(entry)) {
    loaded = await loadEditions(wanted, shelf, console);
    if (loaded) ledger.see(loaded);
  }
  const tasks = areas.flatMap((area) => planned(wanted, area) ?? []);
  return {
    council,
    once: once.flatMap((of) => planned(of) ?? []),
    areas: tasks,
    unchanged: areas.length - tasks.length,
    ...(loaded && { loaded }),
  };
}

/** What is known of one of the files that seem to be unchanged. */
function firstSound({ areas, wanted, once }: Asked, ledger: Ledger): Entry | undefined {
  for (const each of [...areas, ...once]) {
    const of = 'products' in each ? each : ofArea(each, wanted);
    const [first] = documentsOf(of);
    const entry = first && ledger.sound(first.paths[0]!, first.language, of);
    if (entry) return entry;
  }
  return undefined;
}

const ofArea = ({ name, names }: Area, wanted: Wanted): Wanted => ({
  ...wanted,
  area: name,
  ...(names && { names }),
});

/** The documents that are wanted; beside those for a print unit lies a ticket. */
const documentsOf = (of: Wanted) =>
  documentsIn(of).map(({ product, language }) => ({
    product,
    language,
    of,
    paths: [
      fileOf(product, language, of),
      ...(of.purpose?.kind === 'print' ? [fileOf(product, language, of, ticketKind(product))] : []),
    ],
  }));
