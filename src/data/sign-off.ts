import { stringify } from 'yaml';
import { z } from './zod.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { fault } from './issues.ts';
import type { Day } from './record.ts';
import { day, requiredLine } from './text.ts';
import { type Parsed, parseYaml } from './yaml.ts';

/** Who answers for a council's contacts, as they were on that day. */
export type Signing = {
  readonly name: string;
  readonly date: Day;
  /** sha256 of the contacts: see `contactsHash`. */
  readonly contacts: string;
  /** What was signed, a line for each value. */
  readonly values: readonly string[];
};

/** `content/councils/<slug>.signoff.yaml`: the signing that holds, and those before it, the latest first. */
export type SignOff = { readonly signedOff: Signing; readonly before: readonly Signing[] };

const hash = requiredLine.superRefine((text, context) => {
  if (!/^[0-9a-f]{64}$/.test(text)) {
    fault(context, `\`${text}\` is not a sha256 in hexadecimal`);
  }
});

const signing: z.ZodType<Signing> = z.strictObject({
  name: requiredLine,
  date: day,
  contacts: hash,
  values: z.array(requiredLine),
});

const schema: z.ZodType<SignOff> = z.strictObject({ signedOff: signing, before: z.array(signing).default([]) });

/** Reads a sign-off file. */
export const parseSignOff = (file: SourceFile, report: Report): Parsed<SignOff> | undefined =>
  parseYaml(file, schema, report);

/** The sign-off's name beside the council's file. */
export const signOffName = (slug: string): string => `content/councils/${slug}.signoff.yaml`;

const NOTE = `Who answers for these contacts. Written by \`handbill sign-off\`: keep it with the council's file, and do not change
it by hand. When the contacts change, it no longer holds, and every build says so.`;

/** The text of a sign-off file. */
export const printSignOff = ({ signedOff, before }: SignOff): string => {
  const note = NOTE.replace(/^/gm, '# ');
  const value = { signedOff, ...(before.length > 0 && { before }) };
  return `${note}\n\n${stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })}`;
};

/** How a signing changes what was signed before. */
export type Signed =
  /** The same person has signed the same contacts on the same day. */
  | { readonly kind: 'unchanged'; readonly signOff: SignOff }
  /** The contacts were signed already, by another person or on another day. */
  | { readonly kind: 'again'; readonly signOff: SignOff; readonly earlier: Signing }
  /** Other contacts were signed before. */
  | { readonly kind: 'renewed'; readonly signOff: SignOff; readonly earlier: Signing }
  | { readonly kind: 'first'; readonly signOff: SignOff };

/** Puts a signing onto those before it: nobody's is lost. */
export const sign = (next: Signing, given: SignOff | undefined): Signed => {
  if (!given) return { kind: 'first', signOff: { signedOff: next, before: [] } };
  const { signedOff: earlier, before } = given;
  const same = earlier.contacts === next.contacts;
  if (same && earlier.name === next.name && earlier.date === next.date) return { kind: 'unchanged', signOff: given };
  const signOff: SignOff = { signedOff: next, before: [earlier, ...before] };
  return { kind: same ? 'again' : 'renewed', signOff, earlier };
};

/** What the contacts lost and gained since they were signed. */
export const changes = (
  signed: readonly string[],
  now: readonly string[],
): { readonly removed: readonly string[]; readonly added: readonly string[] } => ({
  removed: signed.filter((line) => !now.includes(line)),
  added: now.filter((line) => !signed.includes(line)),
});
