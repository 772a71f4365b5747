import { z } from './zod.ts';
import { error, type Report, warning } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import type { Contact, Council, Record as CouncilRecord } from './record.ts';
import { optionalLine, website } from './text.ts';
import { parseYaml } from './yaml.ts';

const words = optionalLine.exactOptional();
const site = website.exactOptional();
const address = z.array(optionalLine).exactOptional();

const contact = z.strictObject({ title: words, name: words, hours: words, address, website: site }).exactOptional();

/** What is said in words: numbers, addresses of the network and days are the same in every language. */
const schema = z.strictObject({
  name: words,
  shortName: words,
  election: z.strictObject({ name: words }).exactOptional(),
  returningOfficer: contact,
  deputyReturningOfficers: z.array(contact).exactOptional(),
  electoralServices: contact,
  police: z.array(z.strictObject({ name: words, website: site })).exactOptional(),
  feoa: contact,
  issuedBy: z.strictObject({ name: words, address, website: site }).exactOptional(),
});

/**
 * Reads `content/councils/<slug>.<language>.yaml`: a council's titles, names and hours in another language, in the keys
 * of its file. What it leaves out stays as the council's file has it; a title or hours that stay are a warning.
 *
 * @param record of the council's own file
 * @returns the record in that language, or undefined when an error was reported
 */
export function parseTranslation(file: SourceFile, record: CouncilRecord, report: Report): CouncilRecord | undefined {
  const parsed = parseYaml(file, schema, report);
  if (!parsed) return undefined;
  let faults = 0;
  const fault = (keyPath: string, message: string, hint: string): void => {
    faults += 1;
    report(error('parse/translation', message, parsed.placeOf(keyPath) ?? { kind: 'text', path: file.path }, hint));
  };
  const over = (base: unknown, given: unknown, keyPath: string): unknown => {
    if (given === undefined) return base;
    if (base === undefined) {
      fault(
        keyPath,
        `\`${keyPath}\` is translated, and the council's file has none`,
        'add it there, or take it out here',
      );
      return base;
    }
    if (Array.isArray(given) && Array.isArray(base) && !keyPath.endsWith('address')) {
      if (given.length !== base.length) {
        const message = `\`${keyPath}\` has ${given.length} entries, and the council's file has ${base.length}`;
        fault(keyPath, message, 'give as many, in the same order');
      }
      return base.map((each: unknown, i) => over(each, given[i], `${keyPath}.${i}`));
    }
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
    const inner = Object.entries(given).map(([key, value]) => {
      const path = keyPath === '' ? key : `${keyPath}.${key}`;
      return [key, over((base as { readonly [key: string]: unknown })[key], value, path)];
    });
    return { ...(base as object), ...Object.fromEntries(inner) };
  };
  const council = over(record.council, parsed.value, '') as Council;
  if (faults > 0) return undefined;
  warnOfRest(record, (keyPath) => parsed.placeOf(keyPath) !== undefined, file.path, report);
  return { ...record, council, placeOf: (keyPath) => parsed.placeOf(keyPath) ?? record.placeOf(keyPath) };
}

/** Warns of each title and each line of hours that stays in the language of the council's file. */
export function warnOfRest(
  { council, placeOf }: CouncilRecord,
  isGiven: (keyPath: string) => boolean,
  path: string,
  report: Report,
): void {
  const contacts: readonly (readonly [string, Contact | undefined])[] = [
    ['returningOfficer', council.returningOfficer],
    ...council.deputyReturningOfficers.map((deputy, i) => [`deputyReturningOfficers.${i}`, deputy] as const),
    ['electoralServices', council.electoralServices],
    ['feoa', council.feoa],
  ];
  const texts = [
    ['election.name', council.election.name] as const,
    ...contacts.flatMap(([key, one]) =>
      one ? [[`${key}.title`, one.title] as const, [`${key}.hours`, one.hours] as const] : [],
    ),
  ];
  for (const [keyPath, text] of texts) {
    if (text === undefined || isGiven(keyPath)) continue;
    const message = `\`${keyPath}\` is not translated, and stands as \`${text}\` in every language`;
    report(warning('parse/untranslated', message, placeOf(keyPath), `add \`${keyPath}\` to \`${path}\``));
  }
}
