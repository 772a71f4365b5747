import { error, type Report, warning } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { combinedAuthorityOf, forcesOf } from './combined-authorities.ts';
import { isGap } from './gaps.ts';
import { nationOf, nationOfCode } from './nation-of.ts';
import { NATION_RULES, ruleOf } from './nation-rules.ts';
import type { Nation, Record } from './record.ts';
import type { Registry } from './registry.ts';
import type { ElectionRule } from './rule.ts';
import type { Strictness } from './trust.ts';

/** What is compared with the rules: a record, and how it is to be printed. */
export type Ruled = {
  readonly record: Record;
  /** Asked only where the council's file does not say enough. */
  readonly registry: () => Registry | undefined;
  /** In which languages its leaflets are made now. */
  readonly made: readonly string[];
  /** In which languages there is guidance. */
  readonly supplied: readonly string[];
};

/**
 * Warns where a council's file differs from what is usual in its nation and for its kind of election. Where it may send
 * people to the wrong place, it is a doubt about the contacts, and with `strict` an error. The rest is advice, and stays
 * a warning: a council's title is its own. The examples are silent.
 *
 * @returns the nation, if it is known
 */
export function checkRules(ruled: Ruled, strictness: Strictness, report: Report): Nation | undefined {
  const { record, registry } = ruled;
  const { council, placeOf } = record;
  if (council.example === record.slug) return undefined;
  const nation = nationOf(council, registry);
  if (!nation) {
    const message = `the nation of ${council.name} is not known, and its rules are not looked at`;
    const hint = 'add `nation: …`: `england`, `wales`, `scotland` or `northern-ireland`';
    report(warning('rules/no-nation', message, placeOf('name'), hint));
  }
  checkCode(record, strictness, report);
  const rule = ruleOf(nation, council.election.kind);
  checkForces(ruled, rule, strictness, report);
  if (!nation) return undefined;
  if (checkKind(record, nation, rule, report)) {
    checkTitles(record, nation, rule, report);
    checkDeputies(record, rule, report);
  }
  checkLanguages(ruled, nation, report);
  return nation;
}

export const NATION_NAMES: { readonly [nation in Nation]: string } = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

/** A hint that names the source. */
export const see = (source: string): string => `see ${source}`;

function checkCode({ council, placeOf }: Record, strictness: Strictness, report: Report): void {
  const make = strictness === 'strict' ? error : warning;
  const { nation, gss } = council;
  const meant = gss === undefined ? undefined : nationOfCode(gss);
  if (nation === undefined || meant === undefined || meant === nation) return;
  const message = `\`nation\` is \`${nation}\`, and \`${gss}\` is a code of ${NATION_NAMES[meant]}`;
  const { source } = NATION_RULES[meant].gss;
  report(make('rules/other-nation', message, placeOf('nation'), `write \`${meant}\`, or correct \`gss\``, see(source)));
}

function checkKind({ council, placeOf }: Record, nation: Nation, rule: ElectionRule, report: Report): boolean {
  const { is, source } = rule.nations;
  if (is.includes(nation)) return true;
  const { kind } = council.election;
  const where = is.map((each) => NATION_NAMES[each]).join(' and ');
  const message = `there are \`${kind}\` elections in ${where}, and not in ${NATION_NAMES[nation]}`;
  const meant = nation === 'northern-ireland' ? 'district' : 'unitary';
  const hint = `write \`${meant}\` for an election to a principal council of ${NATION_NAMES[nation]}`;
  report(warning('rules/no-such-election', message, placeOf('election.kind'), hint, see(source)));
  return false;
}

function checkTitles({ council, placeOf }: Record, nation: Nation, rule: ElectionRule, report: Report): void {
  const { officers, deputies } = rule;
  const check = (keyPath: string, title: string, usual: readonly string[], source: string): void => {
    if (isGap(title) || isUsual(title, usual)) return;
    const message = `\`${title}\` is an unusual title for ${inWords(council.election.kind)} in ${NATION_NAMES[nation]}`;
    const meant = nearest(title, usual) ?? usual[0] ?? '';
    const keep = 'or leave it: it is printed as it stands';
    report(warning('rules/unusual-title', message, placeOf(keyPath), `did you mean \`${meant}\`?`, keep, see(source)));
  };
  check('returningOfficer.title', council.returningOfficer.title, officers.is.titles, officers.source);
  if (!deputies.is) return;
  const { titles } = deputies.is;
  council.deputyReturningOfficers.forEach(({ title }, i) =>
    check(`deputyReturningOfficers.${i}.title`, title, [...titles, ...officers.is.titles], deputies.source),
  );
}

/** "Chief Executive and Returning Officer", "Returning Officer for Leeds": a usual title is one of its parts. */
const isUsual = (title: string, usual: readonly string[]): boolean => {
  const parts = title.toLowerCase().split(/\s*,\s*|\s+(?:and|&|for|of|a|ac)\s+/);
  return usual.some((each) => parts.includes(each.toLowerCase()) || each.toLowerCase() === title.toLowerCase());
};

const inWords = (kind: string): string => `\`${kind}\` elections`;

function checkDeputies({ council, placeOf }: Record, { deputies }: ElectionRule, report: Report): void {
  const { is, source } = deputies;
  if (is?.contact !== 'expected' || council.deputyReturningOfficers.length > 0) return;
  const [title = ''] = is.titles;
  const message = `no \`deputyReturningOfficers\` are given, and at ${is.at} there is usually a ${title}`;
  const hint = 'add the one whom candidates ring, as a list with `title` and `phones`, or leave it if there is none';
  report(warning('rules/no-deputy', message, placeOf('returningOfficer'), hint, see(source)));
}

function checkForces(
  { record, registry }: Ruled,
  { forces }: ElectionRule,
  strictness: Strictness,
  report: Report,
): void {
  const make = strictness === 'strict' ? error : warning;
  const { council, placeOf } = record;
  const { kind } = council.election;
  if (forces.is === 'one') {
    if (council.police.length < 2) return;
    const message = `${council.police.length} police forces are given, and one serves the area of ${inWords(kind)}`;
    const hint = 'keep the force of your area, and take the others out';
    report(make('rules/two-forces', message, placeOf('police.1.name'), hint, see(forces.source)));
    return;
  }
  const authority = combinedAuthorityOf(council);
  const known = authority && registry();
  if (!known) return;
  const given = council.police.map(({ name }) => forceKey(name));
  const missing = forcesOf(authority, known).filter(({ name }) => !given.includes(forceKey(name)));
  for (const { name, website } of missing) {
    const message = `\`police\` does not name ${name}, which serves a part of ${authority.name}`;
    const site = website === undefined ? '' : `, with \`website: ${website}\``;
    report(
      make('rules/missing-force', message, placeOf('police'), `add \`- name: ${name}\`${site}`, see(authority.source)),
    );
  }
}

const forceKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\b(the|police|constabulary|service)\b/g, ' ')
    .replaceAll('&', 'and')
    .replace(/\s+/g, ' ')
    .trim();

function checkLanguages({ record, made, supplied }: Ruled, nation: Nation, report: Report): void {
  const { is, source } = NATION_RULES[nation].languages;
  const [first = ''] = is;
  // The second language alone is another run's business; the first alone is read by those who chose it.
  if (made.length === 0 || made.includes(first)) return;
  const { slug, placeOf } = record;
  const both = is.join('-');
  const where = NATION_NAMES[nation];
  const message = `the words are made in \`${made.join('-')}\` alone, and candidates in ${where} get them in \`${both}\``;
  const hints = [
    ...(supplied.includes(first)
      ? []
      : [`put the guidance that its issuer supplies in \`${first}\` into \`content/guidance\``]),
    `say your own titles and hours in \`content/councils/${slug}.${first}.yaml\``,
    `make both at once with \`--language ${both}\``,
  ];
  const place = placeOf('nation') ?? placeOf('gss') ?? placeOf('name');
  report(warning('rules/one-language', message, place, ...hints, see(source)));
}
