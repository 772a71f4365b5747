import { merge } from '../src/content/merge.ts';
import { openShelf } from '../src/commands/sources.ts';
import type { Brand } from '../src/data/brand.ts';
import type { Council, Day } from '../src/data/record.ts';
import type { Diagnostic, Report } from '../src/diagnostics/diagnostic.ts';
import type { Sources } from '../src/pipeline.ts';
import { openProject, packageFolder } from '../src/project.ts';
import type { LaidPage } from '../src/typeset/laid.ts';
import { paletteOf } from '../src/typeset/scale.ts';
import type { Parts, Template } from '../src/typeset/template.ts';
import { typeset } from '../src/typeset/typeset.ts';

/** The day on which the example is made. */
export const DAY = '2025-03-20' as Day;

/** A report that nothing may be reported to. */
export const silent: Report = (diagnostic) => {
  throw new Error(`unexpected diagnostic: ${JSON.stringify(diagnostic)}`);
};

export const noClock = (): void => {};

const load = (): Sources => {
  const project = openProject(packageFolder(), undefined, silent)!;
  return openShelf(project, silent).load('anyshire', undefined, silent)!.sources;
};

let loaded: Sources | undefined;

/** The product's own content: the guidance and the example council, as a run reads them. */
export const example = (): Sources => (loaded ??= load());

export type Changes = {
  /** Undefined takes a value away. */
  readonly council?: { readonly [Key in keyof Council]?: Council[Key] | undefined };
  readonly area?: string;
  readonly brand?: Partial<Brand>;
  /** `none`: the council has none of its own. */
  readonly words?: Sources['words'] | 'none';
};

/** The example with other values. */
export const exampleWith = ({ council = {}, area, brand, words }: Changes): Sources => {
  const { words: own, ...sources } = example();
  const kept = Object.entries({ ...sources.record.council, ...council }).filter(([, value]) => value !== undefined);
  const chosen = words === 'none' ? undefined : (words ?? own);
  return {
    ...sources,
    ...(chosen && { words: chosen }),
    record: { ...sources.record, council: Object.fromEntries(kept) as Council, ...(area !== undefined && { area }) },
    brand: { ...sources.brand, ...brand },
  };
};

/** What a template composes from, after merging. */
export const partsOf = (sources: Sources, report: Report = silent): Parts => {
  const { guidance, links, words, record, brand, furniture, faces } = sources;
  const edition = merge(guidance, { links, record, status: 'final', ...(words && { words }) }, report);
  return { edition, brand, palette: paletteOf(brand.roles), furniture, faces };
};

export type SetPages = { readonly pages: readonly LaidPage[]; readonly diagnostics: readonly Diagnostic[] };

/** Merges and typesets; no pages where an error was reported. */
export const setOf = async <Fit>(template: Template<Fit>, sources: Sources): Promise<SetPages> => {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic);
  const pages = await typeset(template, partsOf(sources, report), report, noClock);
  return { pages: pages ?? [], diagnostics };
};
