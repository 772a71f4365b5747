import { typographic } from '../content/typography.ts';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { type Clock, type Job, type Pressed, pressPlate } from '../pipeline.ts';
import { forScreen } from '../print/purpose.ts';
import type { Faces } from '../typeset/faces.ts';
import { type Imprinted, PlatePress, type Refused } from './imprint.ts';
import type { Plate, PlateMade } from './plate.ts';
import type { Names } from './values.ts';

/** Makes files of plates. */
export type Printer = {
  /**
   * Takes a plate; what it gives back makes its files.
   *
   * @param of the finished file that the plate was made of
   */
  readonly mount: (plate: Plate, of: Uint8Array) => Mounted;
};

export type Mounted = { readonly imprint: (values: readonly string[]) => Imprinted | Refused };

/** Makes files of their own. */
export const printerWith = (faces: Faces): Printer => ({ mount: (plate) => new PlatePress(plate, faces) });

/** What a run has made: files of plates, plates, and files that took the full way though there was a plate. */
export type PlateTally = { imprinted: number; plates: number; fallbacks: number };

/** What the plates of all councils share. */
export type Shared = { readonly printer: Printer; readonly tally: PlateTally };

/** A plate with what else the files of all its records have in common. */
type Ready = Pick<Extract<PlateMade, { readonly plate: Plate }>, 'valuesFor' | 'ticketFor'> & {
  readonly mounted: Mounted;
  readonly notes: Pressed['notes'];
  readonly warnings: readonly Diagnostic[];
};

/** The plates of one product of one council, and how many of its records have been laid out to get one. */
type Known = { readonly plates: Ready[]; tried: number };

/** So many layouts of one product of one council are kept as plates: names of areas take one line, or two, rarely more. */
const most = 4;

/** After so many records that leave no plate, the next ones are not asked for one. */
const mostTried = 24;

/**
 * Presses the records of one council. The first one takes the full way, and what it has in common with the others is kept
 * as a plate. A record that no plate serves takes the full way too, and leaves one for its like. Every file is byte for
 * byte what the full way makes.
 */
export class Plates {
  readonly #shared: Shared;
  readonly #known = new Map<string, Known>();

  constructor(shared: Shared) {
    this.#shared = shared;
  }

  /** Stages 2 to 5, as `press` runs them. */
  readonly press = async (job: Job, report: Report, clock: Clock): Promise<Pressed | undefined> => {
    const known = this.#knownOf(job);
    const imprinted = this.#imprint(known.plates, job, report, clock);
    if (imprinted) return imprinted;
    if (known.tried > 0) this.#shared.tally.fallbacks += 1;
    return this.#inFull(job, known, report, clock);
  };

  /** @returns undefined where no plate serves */
  #imprint(plates: readonly Ready[], job: Job, report: Report, clock: Clock): Pressed | undefined {
    const names = namesOf(job);
    for (const { mounted, valuesFor, ticketFor, warnings, notes } of plates) {
      const values = valuesFor(names);
      if (!values) continue;
      const started = performance.now();
      const made = mounted.imprint(values);
      if (made.kind === 'refused') continue;
      clock('paint', performance.now() - started);
      for (const warning of warnings) report(warning);
      this.#shared.tally.imprinted += 1;
      const { kind: _kind, ...file } = made;
      const ticket = ticketFor?.(values);
      return { ...file, ...(ticket !== undefined && { ticket }), ...(notes && { notes }) };
    }
    return undefined;
  }

  #knownOf({ product, sources, second, status, purpose = forScreen, file }: Job): Known {
    const languages = [sources, second].map((of) => of?.guidance.facts.language);
    const marks = purpose.kind === 'print' ? purpose.marks : undefined;
    const key = JSON.stringify([product, languages, status, purpose.kind, marks, file]);
    const known = this.#known.get(key) ?? { plates: [], tried: 0 };
    this.#known.set(key, known);
    return known;
  }

  async #inFull(job: Job, known: Known, report: Report, clock: Clock): Promise<Pressed | undefined> {
    const warnings: Diagnostic[] = [];
    const heard: Report = (diagnostic) => {
      warnings.push(diagnostic);
      report(diagnostic);
    };
    const made = await pressPlate(job, heard, clock);
    if (!made || known.plates.length >= most || known.tried >= mostTried) return made?.pressed;
    known.tried += 1;
    if (isOfRecord(warnings, job)) return made.pressed;
    const found = made.plate();
    if ('plate' in found) {
      const { plate, ...others } = found;
      const { bytes, notes } = made.pressed;
      known.plates.push({ ...others, mounted: this.#shared.printer.mount(plate, bytes), notes, warnings });
      this.#shared.tally.plates += 1;
    }
    return made.pressed;
  }
}

const namesOf = ({ sources, second }: Job): Names =>
  [sources, ...(second ? [second] : [])].map(({ record }) => record.area);

/** Whether a warning is of one record: it names the area, or the place where that was read. */
const isOfRecord = (warnings: readonly Diagnostic[], { sources, second }: Job): boolean => {
  const said = JSON.stringify(warnings);
  return [sources, second].some((of) => {
    if (of?.record.area === undefined) return false;
    const { area, placeOf } = of.record;
    const place = JSON.stringify(placeOf('area'));
    const names = [area, typographic(area, of.guidance.facts.language)].map((name) =>
      JSON.stringify(name).slice(1, -1),
    );
    return [...names, place].some((each) => each !== undefined && said.includes(each));
  });
};
