import type { Brand } from '../data/brand.ts';
import type { Record as CouncilRecord } from '../data/record.ts';
import { counting } from '../diagnostics/collect.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Bench } from './bench.ts';
import { loadBrand, openShelf } from './sources.ts';
import type { Loaded, Shelf } from './sources.ts';

/** A brand, and an edition to see it on. */
export type BrandSources = {
  readonly loaded: Loaded;
  readonly brand: Brand;
};

/** The council that stands in where a brand's own cannot yet be set. */
const STAND_IN = 'anyshire';

/** Loads brands, one after another; what they share is parsed once. */
export type BrandShelf = { readonly load: (id: string, report: Report) => BrandSources | undefined };

/** Faults of councils are not those of a brand: they are looked at without a word. */
export const openBrandShelf = (bench: Bench): BrandShelf => {
  const quiet = openShelf(bench.project, () => {});
  return { load: (id, report) => loadBrandSources(id, bench, quiet, report) };
};

/**
 * Loads a brand with the record of a council that has it, the one of its own name first. Where there is none, or its
 * file still has faults, which are not the brand's, the example stands in, under the name of the brand.
 *
 * @returns undefined when an error was reported
 */
function loadBrandSources(
  id: string,
  { project, shelf }: Bench,
  quiet: Shelf,
  report: Report,
): BrandSources | undefined {
  const found = loadBrand(project, id, undefined, report);
  if (!found) return undefined;
  const { value: brand, inputs } = found;
  const councils = project.councils('all').toSorted((a, b) => Number(b === id) - Number(a === id));
  for (const slug of councils) {
    const { report: muted, errors } = counting(() => {});
    const loaded = quiet.load(slug, undefined, muted);
    if (!loaded || errors() > 0 || loaded.sources.record.council.brand !== id) continue;
    return { loaded, brand };
  }
  // What all councils share may be at fault as well: that has to be said.
  const loaded = quiet.load(STAND_IN, undefined, () => {}) ?? shelf.load(STAND_IN, undefined, report);
  if (!loaded) return undefined;
  const { words: _, ...sources } = loaded.sources;
  const name = brand.name ?? id;
  const inBrand = { ...sources, brand, record: renamed(sources.record, name) };
  const kept = loaded.inputs.filter(({ name: file }) => !/^content\/(brands\/|councils\/.*\.md$)/.test(file));
  return { loaded: { ...loaded, sources: inBrand, inputs: [...kept, ...inputs] }, brand };
}

const renamed = (record: CouncilRecord, name: string): CouncilRecord => {
  const { shortName: _, issuedBy: __, ...council } = record.council;
  return { ...record, council: { ...council, name } };
};
