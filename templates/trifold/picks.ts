import { type Pick, sentences, whole } from '../../src/content/picks.ts';

/** What the folded leaflet takes of the guidance. Words are the guidance's own; what is chosen is data. */
export const picks = {
  danger: [whole('when-to-call-999')],
  /** Where Operation Ford applies: what to do, then what to say, then what it is. */
  crime: [sentences('when-to-call-101', 3), sentences('how-to-report', -1)],
  passage: [sentences('operation-ford', 2), sentences('how-to-report', 1)],
  /** Where it does not, nothing is said of it, and more of the police. */
  crimeWithoutFord: [whole('when-to-call-101'), sentences('how-to-report', 2)],
  ways: [whole('five-ways')],
  advice: [whole('disinformation-steps')],
} as const satisfies Readonly<Record<string, readonly Pick[]>>;

/** The part that gives its section's heading to the five ways. */
export const waysPart = 'five-ways';

/**
 * What it leaves out of the guidance's parts; what stands in no part is left out too. The words beside the QR code say
 * that there is more (`trifoldMore`).
 */
export const leftOut = {
  parts: ['three-key-things', 'briefings', 'operation-ford-incident', 'cyber-services', 'cyber-services-contact'],
  withFord: [sentences('when-to-call-101', 1, 2), sentences('operation-ford', 1, 3), sentences('how-to-report', 2)],
  withoutFord: [sentences('operation-ford', 1, 2, 3), sentences('how-to-report', 1, 3)],
} as const satisfies { readonly parts: readonly string[]; readonly [which: string]: readonly (string | Pick)[] };
