import type { Noun } from '../data/rule.ts';
import type { Detail, Field, Role, Subject } from './fields.ts';
import { COUNCIL, DETAILS, GROUPS, IGNORED, NOISE, OF_AREAS, OF_COUNCILS, ROLES, WELSH } from './recognise-words.ts';

/** What a heading says by itself. */
export type Meaning = { readonly by: 'pattern' | 'synonym' } & (
  | { readonly kind: 'field'; readonly field: Field; readonly noun?: Noun; readonly isWelsh?: true }
  /** A contact's detail, and not whose. */
  | { readonly kind: 'detail'; readonly detail: Detail }
  /** Whose, and not which detail. */
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'ignored'; readonly note: string }
);

/**
 * A heading as it is compared: without case, accents, spaces, signs and a byte order mark, even one that was read in the
 * wrong encoding.
 */
export const foldHeading = (heading: string): string => wordsOf(heading).join('');

const wordsOf = (heading: string): readonly string[] =>
  heading
    .replace(/^\s*(?:\uFEFF|ï»¿)+/i, '')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/\(s\)|['’]s\b/g, '')
    .replace(/['’]/g, '')
    .replaceAll('&', ' and ')
    .replace(/\be[\s._-]?mail/g, 'email')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '');

/** What a heading says in a file about the subject; undefined if nothing that is known. */
export function meaningOf(heading: string, subject: Subject): Meaning | undefined {
  const pattern = ofStatistics(foldHeading(heading), subject);
  if (pattern) return pattern;
  // `Ward name / Enw'r ward`: both parts say the same.
  const parts = heading.split(/\s*[/|\n]\s*|\s+[-–]\s+/).filter((part) => part.trim() !== '');
  const [first, ...others] = parts.length > 1 ? parts.map((part) => ofWords(wordsOf(part), subject)) : [];
  const whole = readings(heading)
    .map((words) => ofWords(words, subject))
    .find(Boolean);
  if (whole) return whole;
  return first && others.every((other) => other && same(first, other)) ? { ...first } : undefined;
}

/** As it stands, without what is in brackets, without what says nothing; and so without a figure at the end. */
function readings(heading: string): readonly (readonly string[])[] {
  const all = wordsOf(heading);
  const bare = wordsOf(heading.replace(/[([][^)\]]*[)\]]/g, ' '));
  const plain = [all, bare].flatMap((words) => [words, words.filter((word) => !NOISE.has(word))]);
  return [...plain, ...plain.map((words) => words.flatMap((word) => word.replace(/\d+$/, '') || []))];
}

function ofWords(words: readonly string[], subject: Subject): Meaning | undefined {
  const key = words.join('');
  if (key === '') return undefined;
  const [, note] = IGNORED.find(([folded]) => folded.test(key)) ?? [];
  if (subject === 'areas') {
    const field = OF_AREAS.get(key) ?? ofCouncil(key, ['council.name', 'council.gss']);
    if (field) return { kind: 'field', by: 'synonym', field, ...(WELSH.test(key) && { isWelsh: true }) };
    return note === undefined ? undefined : { kind: 'ignored', by: 'synonym', note };
  }
  if (note !== undefined) return { kind: 'ignored', by: 'synonym', note };
  const field =
    OF_COUNCILS.get(key) ?? ofCouncil(key, [subject === 'contacts' ? 'council' : 'name', 'gss']) ?? ofGroup(key);
  if (field) return { kind: 'field', by: 'synonym', field };
  const detail = DETAILS.get(key);
  if (detail) return { kind: 'detail', by: 'synonym', detail };
  return ofRole(key);
}

function ofCouncil(key: string, [name, code]: readonly [name: Field, code: Field]): Field | undefined {
  if (COUNCIL.includes(key) || /^enwr?(?:cyngor|awdurdod)$/.test(key)) return name;
  const [, rest = ''] =
    COUNCIL.flatMap((word) => (key.startsWith(word) ? [[word, key.slice(word.length)]] : [])).find(([, after]) =>
      /^(?:name|names|code|gss|gsscode|onscode|id|website|url|web)$/.test(after ?? ''),
    ) ?? [];
  if (rest.startsWith('name')) return name;
  if (/^(?:website|url|web)$/.test(rest)) return name === 'council.name' ? undefined : 'issuedBy.website';
  // A council's `id` is of a list's own: `ABE` of Aberdeen.
  return /^(?:code|gss|gsscode|onscode)$/.test(rest) ? code : undefined;
}

function ofGroup(key: string): Field | undefined {
  for (const [word, group] of GROUPS) {
    if (!key.startsWith(word)) continue;
    const rest = key.slice(word.length);
    const detail = DETAILS.get(rest);
    if (group === 'police') {
      if (rest === '' || detail === 'name' || rest === 'area') return 'police';
      if (detail === 'website') return 'police.website';
    } else if (group === 'alternativeFormats') {
      if (detail === 'phones') return 'alternativeFormats.phone';
      if (detail === 'email') return 'alternativeFormats.email';
    } else if (rest === '') return 'issuedBy.name';
    else if (detail === 'name' || detail === 'address' || detail === 'postcode' || detail === 'website') {
      return `issuedBy.${detail}`;
    }
  }
  return undefined;
}

/** `Returning Officer email`, `Email of the Returning Officer`, `DRO 2 phone`. */
function ofRole(typed: string): Meaning | undefined {
  for (const key of [typed, typed.replace(/\d+/g, '')]) {
    const [, ordinal] = /(\d+)/.exec(typed) ?? [];
    const numbered = (role: Role): Role =>
      role === 'deputyReturningOfficers.0' && ordinal !== undefined && Number(ordinal) > 0 && Number(ordinal) < 10
        ? `deputyReturningOfficers.${Number(ordinal) - 1}`
        : role;
    const bare = ROLES.get(key);
    if (bare) return { kind: 'role', by: 'synonym', role: numbered(bare) };
    for (const [word, role] of ROLES) {
      const rest = key.startsWith(word) ? key.slice(word.length) : key.endsWith(word) ? key.slice(0, -word.length) : '';
      const detail =
        DETAILS.get(rest.replace(/^s(?=name|email|phone|tel)/, '').replace(/^(?:contact|team|office)(?=.)/, '')) ??
        DETAILS.get(rest);
      if (detail) return { kind: 'field', by: 'synonym', field: `${numbered(role)}.${detail}` };
      if (rest === 'contact') return { kind: 'role', by: 'synonym', role: numbered(role) };
    }
  }
  return undefined;
}

/** Headings of the Office for National Statistics: what is listed, the year, and its code or one of its names. */
const ONS =
  /^(wd|ced|dea|lad|cty|utla|ltla|pfa|ctry|rgn|csp|par|parncp|cauth|pcon|sener|spc|spr|nawc|senc|fra|lsoa|msoa|oa|itl\d?|nuts\d?)(\d\d)(cd|cdo|cdh|nm|nmw|nmo)$/;

const NOUNS: { readonly [listed: string]: Noun } = { wd: 'ward', ced: 'division', dea: 'district electoral area' };

const field = (name: Field, noun?: Noun): Meaning => ({
  kind: 'field',
  by: 'pattern',
  field: name,
  ...(noun && { noun }),
});

function ofStatistics(key: string, subject: Subject): Meaning | undefined {
  const [, listed = '', , part = ''] = ONS.exec(key) ?? [];
  if (listed === '') return undefined;
  const isCouncil = /^(?:lad|cty|utla|ltla)$/.test(listed);
  if (subject === 'areas') {
    const noun = NOUNS[listed];
    if (noun && part === 'nm') return field('name', noun);
    if (noun && part === 'nmw') return field('nameCy', noun);
    if (noun && part === 'cd') return field('code', noun);
    if (isCouncil && part === 'cd') return field('council.gss');
    if (isCouncil && part === 'nm') return field('council.name');
  } else {
    if (isCouncil && part === 'cd') return field('gss');
    if (isCouncil && part === 'nm') return field(subject === 'contacts' ? 'council' : 'name');
    if (listed === 'pfa' && part === 'nm') return field('police');
    if (listed === 'ctry' && part === 'nm') return field('nation');
  }
  return { kind: 'ignored', by: 'pattern', note: 'of the Office for National Statistics, for other areas' };
}

function same(a: Meaning, b: Meaning): boolean {
  return (
    (a.kind === 'field' && b.kind === 'field' && a.field === b.field) ||
    (a.kind === 'detail' && b.kind === 'detail' && a.detail === b.detail) ||
    (a.kind === 'role' && b.kind === 'role' && a.role === b.role)
  );
}
