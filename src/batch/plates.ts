import { typographic } from '../content/typography.ts';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { type Clock, type Job, type Pressed, pressPlate } from '../pipeline.ts';
import type { Imprinted, Refused } from './imprint.ts';
import type { Plate } from './plate.ts';

/** Makes files of plates, here or elsewhere. */
export type Printer = {
  /** Takes a plate; what it gives back makes its files. */
  readonly mount: (plate: Plate) => Mounted;
};

export type Mounted = {
  readonly imprint: (values: readonly string[]) => Imprinted | Refused | Promise<Imprinted | Refused>;
  /** No more files are wanted of it. */
  readonly unmount: () => void;
};

/** What a run has made: files of plates, plates, and files that took the full way though there was a plate. */
export type PlateTally = { imprinted: number; plates: number; fallbacks: number };

/** What the plates of all councils share. */
export type Shared = {
  readonly printer: Printer;
  readonly tally: PlateTally;
  /** Runs one full way after the other: a layout is not made to run beside another. */
  readonly turn: <T>(work: () => Promise<T>) => Promise<T>;
};

/** Runs what it is given, one after the other. */
export const inTurns = (): Shared['turn'] => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const own = last.then(work, work);
    last = own.catch(() => {});
    return own;
  };
};

/** A plate with what else the files of all its records have in common. */
type Ready = {
  readonly mounted: Mounted;
  readonly notes: Pressed['notes'];
  readonly warnings: readonly Diagnostic[];
};

/** So many layouts of one product of one council are kept as plates: names of areas take one line, or two, rarely more. */
const most = 4;

/**
 * Presses the records of one council. The first one takes the full way, and what it has in common with the others is kept
 * as a plate. A record that no plate serves takes the full way too, and leaves one for its like. Every file is byte for
 * byte what the full way makes.
 */
export class Plates {
  readonly #shared: Shared;
  readonly #ready = new Map<string, (Ready | 'none')[]>();

  constructor(shared: Shared) {
    this.#shared = shared;
  }

  /** Stages 2 to 5, as `press` runs them. */
  readonly press = async (job: Job, report: Report, clock: Clock): Promise<Pressed | undefined> => {
    const known = this.#known(job);
    const values = valuesOf(job);
    const tried = known.length;
    const imprinted = await this.#imprint(known, values, report, clock);
    if (imprinted) return imprinted;
    return this.#shared.turn(async () => {
      // While this one waited, another of its kind may have left a plate.
      const other = await this.#imprint(known.slice(tried), values, report, clock);
      if (other) return other;
      if (known.length > 0) this.#shared.tally.fallbacks += 1;
      return this.#inFull(job, values, known, report, clock);
    });
  };

  async #imprint(
    known: readonly (Ready | 'none')[],
    values: readonly string[],
    report: Report,
    clock: Clock,
  ): Promise<Pressed | undefined> {
    for (const plate of known) {
      if (plate === 'none') continue;
      const started = performance.now();
      // oxlint-disable-next-line no-await-in-loop -- plates are tried one after the other
      const made = await plate.mounted.imprint(values);
      if (made.kind === 'refused') continue;
      clock('paint', performance.now() - started);
      for (const warning of plate.warnings) report(warning);
      this.#shared.tally.imprinted += 1;
      const { notes } = plate;
      return { ...made, ...(notes && { notes }) };
    }
    return undefined;
  }

  /** Lets go of all plates. */
  close(): void {
    for (const plate of [...this.#ready.values()].flat()) if (plate !== 'none') plate.mounted.unmount();
    this.#ready.clear();
  }

  #known({ product, sources, second }: Job): (Ready | 'none')[] {
    const languages = [sources, second].map((of) => of?.guidance.facts.language);
    const key = JSON.stringify([product, ...languages]);
    const known = this.#ready.get(key) ?? [];
    this.#ready.set(key, known);
    return known;
  }

  async #inFull(
    job: Job,
    values: readonly string[],
    known: (Ready | 'none')[],
    report: Report,
    clock: Clock,
  ): Promise<Pressed | undefined> {
    const warnings: Diagnostic[] = [];
    const heard: Report = (diagnostic) => {
      warnings.push(diagnostic);
      report(diagnostic);
    };
    const made = await pressPlate(job, heard, clock);
    if (made && job.sources.record.area !== undefined && known.length < most) {
      known.push(this.#plateOf(made.plate(), values, warnings, made.pressed.notes) ?? 'none');
    }
    return made?.pressed;
  }

  #plateOf(
    made: ReturnType<NonNullable<Awaited<ReturnType<typeof pressPlate>>>['plate']>,
    values: readonly string[],
    warnings: readonly Diagnostic[],
    notes: Pressed['notes'],
  ): Ready | undefined {
    if (!('plate' in made)) return undefined;
    const { plate } = made;
    const isAsGiven = plate.values.length === values.length && plate.values.every((value, i) => value === values[i]);
    // What is warned of this name may not be said of another.
    const said = JSON.stringify([warnings, notes ?? []]);
    if (!isAsGiven || values.some((value) => said.includes(JSON.stringify(value).slice(1, -1)))) return undefined;
    this.#shared.tally.plates += 1;
    return { mounted: this.#shared.printer.mount(plate), notes, warnings };
  }
}

const nameIn = ({ record, guidance }: Job['sources']): string =>
  typographic(record.area ?? '', guidance.facts.language);

/** What differs between the records of a council: the name of the area, in each language that has another. */
const valuesOf = ({ sources, second }: Job): readonly string[] => {
  const isOneName = second?.record.area === sources.record.area;
  return second && !isOneName ? [nameIn(sources), nameIn(second)] : [nameIn(sources)];
};
