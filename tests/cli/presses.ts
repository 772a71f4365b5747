import type { Press } from '../../src/commands/editions.ts';
import { error, Stop, warning } from '../../src/diagnostics/diagnostic.ts';

const place = { kind: 'text', path: 'content/councils/northfield.yaml' } as const;

/** Gives a few bytes that say what they stand for, at once. */
const sound: Press = async ({ product, sources, status, day, purpose }, _report, clock) => {
  for (const stage of ['merge', 'compose', 'typeset', 'paint'] as const) clock(stage, 1);
  const said = [product, sources.record.slug, sources.record.area ?? '', status, day].join(' ');
  const pages = /html|txt/.test(product) ? 0 : product === 'leaflet' ? 5 : product === 'poster' ? 1 : 2;
  const ticket = purpose?.kind === 'print' ? { ticket: `job: ${said}\n` } : {};
  return { bytes: new TextEncoder().encode(`%PDF of ${said}\n`), pages, ...ticket };
};

/** Stands in for the stages that set and paint pages: what the command line does must not depend on them. */
export const PRESSES: Readonly<Record<string, Press | undefined>> = {
  sound,
  /** The leaflet has an error, the card a warning. */
  faulty: async (job, report, clock) => {
    if (job.product === 'wallet-card') report(warning('test/warning', 'something is odd', place, 'look at it'));
    if (job.product !== 'leaflet') return sound(job, report, clock);
    report(error('test/fault', 'something is wrong', place, 'put it right'));
    return undefined;
  },
  /** Reports an error and gives bytes all the same. */
  careless: async (job, report, clock) => {
    report(error('test/fault', 'something is wrong', place, 'put it right'));
    return sound(job, report, clock);
  },
  stops: async (job, report, clock) => {
    if (job.product !== 'leaflet') return sound(job, report, clock);
    report(error('test/fault', 'something is wrong', place, 'put it right'));
    throw new Stop();
  },
  /** Throws what nobody expected. */
  broken: async (job, report, clock) => {
    if (job.product === 'leaflet') throw new TypeError('cannot read properties of undefined');
    return sound(job, report, clock);
  },
};
