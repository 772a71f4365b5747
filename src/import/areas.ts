import type { Noun } from '../data/rule.ts';
import { type Area, distinctAreas } from '../data/areas.ts';
import { error, type Place, type Report } from '../diagnostics/diagnostic.ts';
import { counting } from '../diagnostics/collect.ts';
import { cleanArea } from './clean-area.ts';
import { cleanCode } from './clean-choice.ts';
import { cleanText } from './clean-text.ts';
import type { Found, Matched, Matcher } from './match.ts';
import type { Recognised } from './recognise.ts';
import { type ImportRow, namesOf, rowsBelow } from './rows.ts';
import { byTier, tellTier, tellWards } from './tiers.ts';
import { openUnmatched } from './unmatched.ts';
import type { Workbook } from './workbook.ts';

/** An area of a list, and where its row stands. */
export type ImportedArea = Area & {
  readonly row: number;
  /** Of the Office for National Statistics. */
  readonly code?: string;
  /** As it stood in the file, if it is printed otherwise. */
  readonly typed?: string;
};

/** The areas of one council. */
export type CouncilAreas = { readonly slug: string; readonly areas: readonly ImportedArea[]; readonly faulty: number };

export type AreasRead = {
  /** By the order in which councils stand in the list. */
  readonly councils: readonly CouncilAreas[];
  /** Rows that an error left out. */
  readonly faulty: number;
  /** Rows of councils that have no file in the project, or that are not asked for; and how many councils they are of. */
  readonly others: number;
  readonly otherCouncils: number;
};

/** Whose areas are wanted, and how councils are found. */
export type Wanted = { readonly matcher: Matcher; readonly only?: Found };

/** Without a column of councils, more rows than any council has areas are those of many. */
const MOST = 200;

type Gathered = {
  readonly owner: Found;
  readonly areas: ImportedArea[];
  faulty: number;
  readonly nouns: Map<Noun, Place>;
};

/**
 * Reads the areas of a list, by council. A row with a fault is reported, and the others are read.
 *
 * @returns undefined when nothing can be read, which was reported
 */
export async function readAreas(
  recognised: Recognised,
  workbook: Pick<Workbook, 'format'>,
  { matcher, only }: Wanted,
  report: Report,
): Promise<AreasRead | undefined> {
  const { sheet, headerRow, needsCouncil, columns } = recognised;
  const header = sheet.placeOf(headerRow, (columns.find(({ field }) => field === 'name')?.column ?? 0) + 1);
  if (needsCouncil && !only) {
    const message = 'no column says which council the areas belong to';
    report(error('import/no-council', message, header, 'name the council with `--council <slug>`'));
    return undefined;
  }
  const gathered = new Map<string, Gathered>();
  const unmatched = openUnmatched();
  const tally = { faulty: 0, others: 0, rows: 0 };
  for await (const row of rowsBelow(recognised, workbook, tally, report)) {
    tally.rows += 1;
    const matched = needsCouncil ? only : councilOf(row, recognised.noun, matcher, report);
    if (matched === 'faulty') tally.faulty += 1;
    else if (matched?.kind !== 'own') {
      if (only && matched?.kind === 'registered') tally.others += 1;
      else unmatched.note(matched, row.place);
    } else if (only && matched.slug !== only.slug) tally.others += 1;
    else {
      unmatched.note(matched, row.place);
      const of = gathered.get(matched.slug) ?? { owner: matched, areas: [], faulty: 0, nouns: new Map<Noun, Place>() };
      gathered.set(matched.slug, of);
      readArea(row, recognised.noun, of, report);
    }
  }
  const told = unmatched.tell(report);
  if (needsCouncil && only && tally.rows > MOST) {
    const message = `no column says which council each of the ${tally.rows.toLocaleString('en-GB')} areas belongs to`;
    const hint = 'use a list with a column of councils, or remove the rows of others';
    report(error('import/no-council', message, header, hint));
    return undefined;
  }
  tellWards([...gathered.values()], report);
  const councils = [...gathered.values()].flatMap(({ owner, areas, faulty, nouns }): CouncilAreas[] => {
    const rows = areas.length + faulty;
    if (!tellTier(owner, nouns, report)) return [{ slug: owner.slug, areas: [], faulty: rows }];
    const distinct = distinctAreas(areas, report);
    return [{ slug: owner.slug, areas: distinct, faulty: rows - distinct.length }];
  });
  if (only && councils.length === 0) {
    const message = `none of the ${tally.rows.toLocaleString('en-GB')} rows is of ${only.name}`;
    report(error('import/not-listed', message, header, 'look whether it is the right list, and the right council'));
  }
  return {
    councils,
    faulty: tally.faulty + told.faulty + councils.reduce((sum, { faulty }) => sum + faulty, 0),
    others: tally.others + told.others,
    otherCouncils: told.otherCouncils,
  };
}

function councilOf(
  row: ImportRow,
  noun: Noun | undefined,
  matcher: Matcher,
  report: Report,
): Matched | 'faulty' | undefined {
  const counted = counting(report);
  const codes = (row.cells.get('council.gss') ?? []).flatMap((at) => cleanCode(at, counted.report)?.value ?? []);
  const names = namesOf(row, ['council.name'], counted.report);
  if (!names || counted.errors() > 0) return 'faulty';
  const found = matcher({ codes, names: names.map(({ text }) => text) });
  const own = found.filter((one): one is Found => one.kind === 'own');
  // A county and a district in it may stand in one row: what is listed says whose it is.
  const fit = own.length > 1 ? byTier(own, noun) : own;
  if (fit.length > 1) return { kind: 'several', names: fit.map(({ name }) => name) };
  return fit[0] ?? found[0];
}

function readArea(row: ImportRow, headed: Noun | undefined, of: Gathered, report: Report): void {
  const counted = counting(report);
  const [named] = row.cells.get('name') ?? [];
  const place = named?.place ?? row.place;
  const typedNoun = textOf(row, 'noun', counted.report);
  const noun = nounOf(typedNoun) ?? headed;
  const empty = { text: '', kind: 'empty' } as const;
  const name = cleanArea(named ?? { cell: empty, place }, noun, counted.report);
  const welsh = textOf(row, 'nameCy', counted.report);
  const code = textOf(row, 'code', counted.report);
  if (!name || counted.errors() > 0) {
    of.faulty += 1;
    return;
  }
  if (noun && !of.nouns.has(noun)) of.nouns.set(noun, place);
  of.areas.push({
    name: name.value,
    place,
    row: row.number,
    ...(welsh !== undefined && { names: { cy: welsh } }),
    ...(code !== undefined && { code }),
    ...(name.typed !== name.value && { typed: name.typed }),
  });
}

function textOf(row: ImportRow, field: 'nameCy' | 'code' | 'noun', report: Report): string | undefined {
  const [at] = row.cells.get(field) ?? [];
  return at && cleanText(at, report)?.value;
}

/** What an area is called by a word in its row; a word that is none of these says nothing. */
const nounOf = (text: string | undefined): Noun | undefined => {
  if (text === undefined) return undefined;
  if (/electoral area|^deas?$/i.test(text)) return 'district electoral area';
  return /division/i.test(text) ? 'division' : /ward/i.test(text) ? 'ward' : undefined;
};
