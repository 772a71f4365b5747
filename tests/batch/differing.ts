import { Plates, type PlateTally, type Printer, printerWith } from '../../src/batch/plates.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { type Job, type Pressed, press } from '../../src/pipeline.ts';
import { example, noClock } from '../sources.ts';

/** What became of a job: its file, as a text that can be compared, and what was said of it. */
export type Outcome = { readonly file: string; readonly said: readonly string[]; readonly pages: number };

export const ownPrinter = (): Printer => printerWith(example().faces);

export const newTally = (): PlateTally => ({ imprinted: 0, plates: 0, fallbacks: 0 });

const outcomeOf = (pressed: Pressed | undefined, said: readonly Diagnostic[]): Outcome => {
  const { bytes, pages, ticket, notes } = pressed ?? {};
  const file = JSON.stringify([bytes && Buffer.from(bytes).toString('latin1'), pages, ticket, notes]);
  return { file, pages: pages ?? 0, said: said.map((diagnostic) => JSON.stringify(diagnostic)) };
};

export const outcome = async (
  job: Job,
  make: (...given: Parameters<typeof press>) => Promise<Pressed | undefined> = press,
): Promise<Outcome> => {
  const said: Diagnostic[] = [];
  const pressed = await make(job, (diagnostic) => said.push(diagnostic), noClock);
  return outcomeOf(pressed, said);
};

/** A job that plates make otherwise than the full way does, in words; undefined where both make the same. */
export const differenceOf = (title: string, { sources, second }: Job, full: Outcome, plated: Outcome) => {
  const names = [sources, second].map((of) => of?.record.area).join(' / ');
  if (full.file !== plated.file) {
    let at = 0;
    while (full.file[at] === plated.file[at]) at += 1;
    const [wanted, found] = [full, plated].map(({ file }) => file.slice(Math.max(0, at - 30), at + 60));
    return `${title}: the file of \`${names}\` differs: ${wanted} | ${found}`;
  }
  if (full.said.join('\n') === plated.said.join('\n')) return undefined;
  return `${title}: of \`${names}\` was said ${plated.said.join('\n')}, expected ${full.said.join('\n')}`;
};

/** What was made of plates, in words. */
export const told = (records: number, { imprinted, plates, fallbacks }: PlateTally): string =>
  `${records} records: ${plates} plates, ${imprinted} imprints, ${fallbacks} took the full way though there was a plate\n`;

/**
 * Presses jobs by way of plates and by the full way.
 *
 * @param compared `imprints`: what took the full way anyhow is not pressed again
 */
export const differencesOf = async (
  title: string,
  jobs: readonly Job[],
  tally: PlateTally,
  compared: 'all' | 'imprints' = 'all',
): Promise<string[]> => {
  const plates = new Plates({ printer: ownPrinter(), tally });
  const found: string[] = [];
  for (const job of jobs) {
    const before = tally.imprinted;
    // oxlint-disable-next-line no-await-in-loop -- one layout after the other
    const plated = await outcome(job, plates.press);
    if (compared === 'imprints' && tally.imprinted === before) continue;
    // oxlint-disable-next-line no-await-in-loop
    const difference = differenceOf(title, job, await outcome(job), plated);
    if (difference !== undefined) found.push(difference);
  }
  return found;
};
