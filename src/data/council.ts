import { z } from 'zod';
import { error, type Report, warning } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { fault } from './issues.ts';
import { readPhone } from './phone.ts';
import type { Contact, Council, Record } from './record.ts';
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

const address = filled(optionalLine, 'leave the key out');

const contact = z
  .strictObject({
    title: requiredLine,
    name: optionalLine.exactOptional(),
    phones: filled(phone, 'leave the key out').default([]),
    hours: optionalLine.exactOptional(),
    email: email.exactOptional(),
    address: address.exactOptional(),
    website: website.exactOptional(),
  })
  .superRefine(({ title, phones, email: mail }, context) => {
    if (phones.length > 0 || mail !== undefined) return;
    fault(context, `\`${title}\` can be reached neither by phone nor by email`, {
      rule: 'parse/unreachable-contact',
      hints: ['add `phones: ["…"]`', 'or add `email: …`'],
    });
  });

const council: z.ZodType<Council> = z.strictObject({
  name: requiredLine,
  shortName: optionalLine.exactOptional(),
  brand: folderName,
  election: z.strictObject({
    name: requiredLine,
    kind: z.enum([
      'county',
      'district',
      'unitary',
      'metropolitan',
      'london-borough',
      'combined-authority-mayor',
      'mayor',
      'police-and-crime-commissioner',
      'parish',
      'town',
    ]),
    date: day,
  }),
  contactsCheckedOn: day,
  returningOfficer: contact,
  deputyReturningOfficers: z.array(contact).default([]),
  electoralServices: contact.exactOptional(),
  police: filled(
    z.strictObject({ name: requiredLine, website: website.exactOptional() }),
    'name the force that serves the council',
  ),
  feoa: contact.exactOptional(),
  alternativeFormats: z
    .strictObject({ phone: phoneWithoutRelay.exactOptional(), email: email.exactOptional() })
    .superRefine((ways, context) => {
      if (Object.keys(ways).length > 0) return;
      fault(context, 'other formats can be asked for neither by phone nor by email', {
        rule: 'parse/unreachable-contact',
        hints: ['add `phone: "…"` or `email: …`', 'or leave `alternativeFormats` out'],
      });
    })
    .exactOptional(),
  issuedBy: z
    .strictObject({
      name: optionalLine.exactOptional(),
      address: address.exactOptional(),
      website: website.exactOptional(),
    })
    .exactOptional(),
});

/**
 * Reads `content/councils/<slug>.yaml`.
 *
 * @param slug name of the file without its ending
 * @returns the record of the council as a whole, or undefined when an error was reported
 */
export function parseCouncil(file: SourceFile, slug: string, report: Report): Record | undefined {
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
  const parsed = parseYaml(file, council, report);
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
  if (value.contactsCheckedOn <= value.election.date) return;
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
