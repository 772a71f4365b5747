import { z } from './zod.ts';
import { error, type Report, warning } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { isGap } from './gaps.ts';
import { fault } from './issues.ts';
import { readPhone } from './phone.ts';
import { type Contact, type Council, ELECTION_KINDS, NATIONS, type Record, type Status } from './record.ts';
import {
  day,
  email,
  folderName,
  isSafeName,
  optionalLine,
  phone,
  phoneWithoutRelay,
  requiredLine,
  website,
} from './text.ts';
import { type Parsed, parseYaml } from './yaml.ts';

const filled = <T>(item: z.ZodType<T>, hint: string): z.ZodType<readonly T[]> =>
  z.array(item).transform((items, context) => {
    if (items.length === 0) fault(context, 'the list is empty', { hints: [hint] });
    return items;
  });

const gss = optionalLine.superRefine((text, context) => {
  if (/^[ENSW]\d{8}$/.test(text)) return;
  fault(context, `\`${text}\` is not a GSS code`, { hints: ['write a letter and eight digits: `E08000035`'] });
});

const reachable = ({ title, phones, email: mail }: Contact, context: z.core.$RefinementCtx): void => {
  if (phones.length > 0 || mail !== undefined) return;
  fault(context, `\`${title}\` can be reached neither by phone nor by email`, {
    rule: 'parse/unreachable-contact',
    hints: ['add `phones: ["…"]`', 'or add `email: …`'],
  });
};

const obtainable = (ways: object, context: z.core.$RefinementCtx): void => {
  if (Object.keys(ways).length > 0) return;
  fault(context, 'other formats can be asked for neither by phone nor by email', {
    rule: 'parse/unreachable-contact',
    hints: ['add `phone: "…"` or `email: …`', 'or leave `alternativeFormats` out'],
  });
};

// Null stands where a gap will be, which is a text: the types say already what it becomes.
const gap = null as never;

/**
 * The schema of a council's file. In a draft null may stand for a value, and stands where a required one is not there:
 * `withGaps` fills it. Only the brand and the kind of election decide too much to be missing.
 */
const councilFor = (status: Status): z.ZodType<Council> => {
  const isDraft = status === 'draft';
  const maybe = <T>(schema: z.ZodType<T>): z.ZodType<T> => (isDraft ? (schema.nullable() as z.ZodType<T>) : schema);
  const required = <T>(schema: z.ZodType<T>): z.ZodType<T> => (isDraft ? maybe(schema).default(gap) : schema);
  const unprinted = <T>(schema: z.ZodType<T>): z.ZodType<T> =>
    isDraft ? (schema.nullable().transform((given) => given ?? undefined) as z.ZodType<T>) : schema;
  // Groups and lists: where null is given, one of which all is missing.
  const whole = <T>(schema: z.ZodType<T>, empty: unknown): z.ZodType<T> =>
    isDraft ? z.preprocess((given) => (given === null ? empty : given), schema) : schema;
  const requiredWhole = <T>(schema: z.ZodType<T>, empty: unknown): z.ZodType<T> =>
    isDraft ? whole(schema, empty).prefault(empty as never) : schema;

  const address = whole(filled(maybe(optionalLine), 'leave the key out'), [gap]);
  const details = z.strictObject({
    title: required(requiredLine),
    name: maybe(optionalLine).exactOptional(),
    phones: whole(filled(maybe(phone), 'leave the key out').default([]), [gap]),
    hours: maybe(optionalLine).exactOptional(),
    email: maybe(email).exactOptional(),
    address: address.exactOptional(),
    website: maybe(website).exactOptional(),
  });
  const contact: z.ZodType<Contact> = isDraft
    ? details.transform((given) => (given.phones.length > 0 || 'email' in given ? given : { ...given, phones: [gap] }))
    : details.superRefine(reachable);
  const formats = z.strictObject({
    phone: maybe(phoneWithoutRelay).exactOptional(),
    email: maybe(email).exactOptional(),
  });

  return z.strictObject({
    name: required(requiredLine),
    shortName: maybe(optionalLine).exactOptional(),
    brand: folderName,
    example: folderName.exactOptional(),
    gss: unprinted(gss).exactOptional(),
    nation: unprinted(z.enum(NATIONS)).exactOptional(),
    election: requiredWhole(
      z.strictObject({
        name: required(requiredLine),
        kind: z.enum(ELECTION_KINDS),
        date: required(day),
      }),
      {},
    ),
    contactsCheckedOn: required(day),
    returningOfficer: requiredWhole(contact, {}),
    deputyReturningOfficers: whole(z.array(whole(contact, {})).default([]), [{}]),
    electoralServices: whole(contact, {}).exactOptional(),
    police: requiredWhole(
      filled(
        whole(z.strictObject({ name: required(requiredLine), website: maybe(website).exactOptional() }), {}),
        'name the force that serves the council',
      ),
      [{}],
    ),
    feoa: whole(contact, {}).exactOptional(),
    alternativeFormats: whole(
      isDraft
        ? formats.transform((ways) => (Object.keys(ways).length > 0 ? ways : { phone: gap }))
        : formats.superRefine(obtainable),
      {},
    ).exactOptional(),
    issuedBy: whole(
      z.strictObject({
        name: maybe(optionalLine).exactOptional(),
        address: address.exactOptional(),
        website: maybe(website).exactOptional(),
      }),
      { name: gap },
    ).exactOptional(),
  });
};

const SCHEMAS = { final: councilFor('final'), draft: councilFor('draft') } as const;

/**
 * Reads `content/councils/<slug>.yaml`.
 *
 * @param slug name of the file without its ending
 * @param status what is missing is an error; in a draft it is a warning, and a gap stands there
 * @returns the record of the council as a whole, or undefined when an error was reported
 */
export function parseCouncil(
  file: SourceFile,
  slug: string,
  report: Report,
  status: Status = 'final',
): Record | undefined {
  if (!isSafeName(slug)) {
    const hint = 'rename it with lower-case letters, digits and single hyphens: `north-moor.yaml`';
    report(
      error(
        'parse/unsafe-name',
        `the file’s name \`${slug}\` cannot be a folder’s`,
        { kind: 'text', path: file.path },
        hint,
      ),
    );
  }
  const lenient = status === 'draft' && { lenient: SCHEMAS.draft };
  const parsed = parseYaml(file, SCHEMAS.final, report, { ...lenient });
  if (!parsed || !isSafeName(slug)) return undefined;
  checkDates(parsed, report);
  checkPhones(parsed, report);
  return { slug, council: parsed.value, placeOf: parsed.placeOf };
}

/** The record of an area of the council ("Abbey ward"); an empty name gives the council as a whole. */
export function withArea(record: Record, area: string): Record {
  const { slug, council: details, placeOf } = record;
  const name = area
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return { slug, council: details, ...(name !== '' && { area: name }), placeOf };
}

function checkDates({ value, placeOf }: Parsed<Council>, report: Report): void {
  const days = [value.contactsCheckedOn, value.election.date];
  if (days.some(isGap) || value.contactsCheckedOn <= value.election.date) return;
  const message = `the contacts were checked on ${value.contactsCheckedOn}, after the election on ${value.election.date}`;
  report(warning('parse/checked-after-election', message, placeOf('contactsCheckedOn'), 'check both dates'));
}

function checkPhones({ value, placeOf }: Parsed<Council>, report: Report): void {
  for (const [keyPath, printed] of phonesOf(value)) {
    const read = readPhone(printed);
    if (read.kind === 'fault' || read.assigned) continue;
    const message = `\`${printed}\` is in a range of numbers that is not in use`;
    report(warning('parse/unassigned-phone', message, placeOf(keyPath), 'check each digit, and ring the number'));
  }
}

/** Each phone number of a council and the key path that it stands at. */
function phonesOf(value: Council): (readonly [keyPath: string, printed: string])[] {
  const contacts: [string, Contact | undefined][] = [
    ['returningOfficer', value.returningOfficer],
    ...value.deputyReturningOfficers.map((deputy, i): [string, Contact] => [`deputyReturningOfficers.${i}`, deputy]),
    ['electoralServices', value.electoralServices],
    ['feoa', value.feoa],
  ];
  const formats = value.alternativeFormats?.phone;
  return [
    ...contacts.flatMap(([path, one]) =>
      (one?.phones ?? []).map((number, i) => [`${path}.phones.${i}`, number] as const),
    ),
    ...(formats === undefined ? [] : [['alternativeFormats.phone', formats] as const]),
  ];
}
