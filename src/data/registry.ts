import { error, isError, type Place, type Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { NATIONS, type Nation } from './record.ts';
import { type Finder, finderOf } from './registry-find.ts';
import { readTable, type Row } from './table.ts';
import { isSafeName } from './text.ts';

/** A police force as the registry knows it. */
export type RegisteredForce = {
  readonly id: string;
  readonly name: string;
  readonly nameWelsh?: string;
  readonly nation: Nation;
  /** Absent where it is not certain: police.uk is printed. */
  readonly website?: string;
};

/** What a council is: of two tiers a county or a district; else one that does everything. */
export type CouncilKind = (typeof KINDS)[number];

/** A principal council as the registry knows it. */
export type RegisteredCouncil = {
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
  readonly nameWelsh?: string;
  /** By which else it is known: former names, and those of the Office for National Statistics. */
  readonly otherNames: readonly string[];
  readonly nation: Nation;
  readonly kind: CouncilKind;
  /** The code of the Office for National Statistics; a new council has none yet. */
  readonly gss?: string;
  readonly formerGss: readonly string[];
  /** Slug of the county council that a district lies in. */
  readonly county?: string;
  readonly force: RegisteredForce;
  readonly website?: string;
};

export type Registry = Finder & {
  /** In the order of their slugs. */
  readonly councils: readonly RegisteredCouncil[];
  readonly forces: readonly RegisteredForce[];
};

const KINDS = ['county', 'district', 'unitary', 'metropolitan', 'london-borough', 'city-of-london'] as const;

const FORCE_COLUMNS = ['id', 'name', 'nameWelsh', 'nation', 'website'] as const;
const COUNCIL_COLUMNS = [
  'slug',
  'name',
  'shortName',
  'nameWelsh',
  'otherNames',
  'nation',
  'kind',
  'gss',
  'formerGss',
  'county',
  'force',
  'website',
] as const;

type CouncilColumn = (typeof COUNCIL_COLUMNS)[number];

/**
 * Reads the tables of councils and of police forces.
 *
 * @returns undefined when an error was reported
 */
export function parseRegistry(
  files: { readonly councils: SourceFile; readonly forces: SourceFile },
  report: Report,
): Registry | undefined {
  let faults = 0;
  const counted: Report = (diagnostic) => {
    if (isError(diagnostic)) faults++;
    report(diagnostic);
  };
  const forceRows = readTable(files.forces, FORCE_COLUMNS, counted);
  const councilRows = readTable(files.councils, COUNCIL_COLUMNS, counted);
  if (!forceRows || !councilRows) return undefined;
  const forces = new Map(forceRows.map((row) => [row.cells.id, readForce(row, counted)]));
  checkTwice(forceRows, 'id', ({ cells }) => [cells.id], counted);
  const counties = councilRows.filter(({ cells }) => cells.kind === 'county').map(({ cells }) => cells.slug);
  const councils = councilRows.map((row) => readCouncil(row, { forces, counties }, counted));
  checkTwice(councilRows, 'slug', ({ cells }) => [cells.slug], counted);
  checkTwice<CouncilColumn>(councilRows, 'gss', ({ cells }) => [cells.gss, ...listed(cells.formerGss, ' ')], counted);
  if (faults > 0) return undefined;
  const sorted = councils.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  return { councils: sorted, forces: [...forces.values()], ...finderOf(sorted) };
}

function readForce(row: Row<(typeof FORCE_COLUMNS)[number]>, report: Report): RegisteredForce {
  const { id, name, nameWelsh, website } = row.cells;
  checkSlug(id, 'id', row.placeOf('id'), report);
  checkFilled(name, 'name', row.placeOf('name'), report);
  checkSite(website, row.placeOf('website'), report);
  const nation = oneOf(row.cells.nation, NATIONS, 'nation', row.placeOf('nation'), report);
  return { id, name, ...(nameWelsh !== '' && { nameWelsh }), nation, ...(website !== '' && { website }) };
}

type Known = { readonly forces: ReadonlyMap<string, RegisteredForce>; readonly counties: readonly string[] };

function readCouncil(row: Row<CouncilColumn>, known: Known, report: Report): RegisteredCouncil {
  const { cells, placeOf } = row;
  const { slug, name, shortName, nameWelsh, gss, county, website } = cells;
  checkSlug(slug, 'slug', placeOf('slug'), report);
  checkFilled(name, 'name', placeOf('name'), report);
  checkFilled(shortName, 'shortName', placeOf('shortName'), report);
  checkSite(website, placeOf('website'), report);
  const formerGss = listed(cells.formerGss, ' ');
  if (gss !== '') checkCode(gss, placeOf('gss'), report);
  for (const code of formerGss) checkCode(code, placeOf('formerGss'), report);
  if (county !== '') checkKnown(county, 'county council', known.counties, placeOf('county'), report);
  checkKnown(cells.force, 'police force', known.forces.keys(), placeOf('force'), report);
  return {
    slug,
    name,
    shortName,
    ...(nameWelsh !== '' && { nameWelsh }),
    otherNames: listed(cells.otherNames, ';'),
    nation: oneOf(cells.nation, NATIONS, 'nation', placeOf('nation'), report),
    kind: oneOf(cells.kind, KINDS, 'kind', placeOf('kind'), report),
    ...(gss !== '' && { gss }),
    formerGss,
    ...(county !== '' && { county }),
    force: known.forces.get(cells.force) ?? { id: cells.force, name: '', nation: 'england' },
    ...(website !== '' && { website }),
  };
}

const listed = (text: string, separator: string): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const INVALID = 'registry/invalid-value';

function checkFilled(text: string, column: string, place: Place, report: Report): void {
  if (text === '') report(error(INVALID, `\`${column}\` is empty`, place, 'fill it in'));
}

function checkSlug(text: string, column: string, place: Place, report: Report): void {
  if (isSafeName(text)) return;
  const hint = 'use lower-case letters, digits and single hyphens';
  report(error(INVALID, `\`${text}\` cannot be a \`${column}\``, place, hint));
}

function checkCode(code: string, place: Place, report: Report): void {
  if (/^[ENSW]\d{8}$/.test(code)) return;
  const hint = 'write a letter and eight digits: `E08000035`';
  report(error(INVALID, `\`${code}\` is not a GSS code`, place, hint));
}

function checkSite(site: string, place: Place, report: Report): void {
  if (site === '' || (/^https?:\/\/[^/]+$/.test(site) && URL.canParse(site))) return;
  const hint = 'write it with its scheme and without a path: `https://www.council.gov.uk`';
  report(error(INVALID, `\`${site}\` is not the address of a website`, place, hint));
}

function oneOf<T extends string>(text: string, values: readonly T[], column: string, place: Place, report: Report): T {
  const found = values.find((value) => value === text);
  if (found !== undefined) return found;
  const list = values.map((value) => `\`${value}\``).join(', ');
  const meant = nearest(text, values);
  const hint = meant === undefined ? `write one of ${list}` : `did you mean \`${meant}\`?`;
  report(error(INVALID, `\`${column}\` must be one of ${list}, found \`${text}\``, place, hint));
  // What was reported is never used: the registry is not given out.
  return values[0]!;
}

function checkKnown(id: string, what: string, known: Iterable<string>, place: Place, report: Report): void {
  const all = [...known];
  if (all.includes(id)) return;
  const meant = nearest(id, all);
  const hint = meant === undefined ? `add it to the table of ${what}s` : `did you mean \`${meant}\`?`;
  report(error('registry/unknown-reference', `there is no ${what} \`${id}\``, place, hint));
}

function checkTwice<Column extends string>(
  rows: readonly Row<Column>[],
  column: Column,
  valuesOf: (row: Row<Column>) => readonly string[],
  report: Report,
): void {
  const seen = new Set<string>();
  for (const row of rows) {
    for (const value of valuesOf(row).filter((each) => each !== '')) {
      const place = row.placeOf(column);
      if (seen.has(value)) {
        report(error('registry/duplicate', `\`${value}\` stands twice`, place, 'keep one of the two'));
      }
      seen.add(value);
    }
  }
}
