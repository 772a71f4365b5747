import type { Area } from '../data/areas.ts';
import { withArea } from '../data/council.ts';
import type { Sources } from '../job.ts';
import type { Loaded } from './sources.ts';

/** The council's own sources with the area in its record, in each language under the name that it has there. */
export function loadedFor({ name, names = {}, place }: Area, loaded: Loaded): Loaded {
  const withName = (sources: Sources): Sources => {
    const own = names[sources.guidance.facts.language];
    const record = withArea(sources.record, own ?? name);
    const placeOf = (keyPath: string): ReturnType<typeof record.placeOf> =>
      keyPath === 'area' ? place : record.placeOf(keyPath);
    return { ...sources, record: { ...record, placeOf } };
  };
  const { sources, second } = loaded;
  return { ...loaded, sources: withName(sources), ...(second && { second: withName(second) }) };
}
