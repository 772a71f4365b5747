import { brandRoles, type Brand } from '../data/brand.ts';
import { type Cmyk, cmykInWords } from '../data/ink.ts';
import type { Day } from '../data/record.ts';
import { blockText, type Leaf, type Tree } from '../data/yaml-text.ts';
import type { LaidPage } from '../typeset/laid.ts';
import { isBlank } from '../typeset/signature.ts';
import type { Finish } from '../typeset/template.ts';
import { type Mm, pt, ptToMm } from '../units.ts';
import { type Chosen, mostOf, processOf } from './inks.ts';
import { bleed, type Purpose, surround } from './purpose.ts';

/** What a print unit must know of a file. */
export type Ticketed = {
  readonly file: string;
  /** "Anyshire District Council, Candidate security guidance" */
  readonly title: string;
  readonly date: Day;
  readonly status: 'final' | 'draft';
  readonly purpose: Extract<Purpose, { readonly kind: 'print' }>;
  readonly pages: readonly LaidPage[];
  readonly finish: Finish;
  readonly brand: Brand;
  readonly chosen: readonly Chosen[];
};

export const size = (width: Mm, height: Mm): string => `${rounded(width)} × ${rounded(height)} mm`;

export const rounded = (length: number): number => Math.round(length * 100) / 100;

const inWords = ([cyan, magenta, yellow, black]: Cmyk): string =>
  `cyan ${cyan}, magenta ${magenta}, yellow ${yellow}, black ${black}`;

/** The job ticket that goes with a file, as YAML that people read. The paper is left to those who order it. */
export const jobTicket = (given: Ticketed): string => {
  const { file, title, date, status, purpose, pages, finish, brand, chosen } = given;
  const { width = 0, height = 0 } = pages[0] ?? {};
  const flat = { width: ptToMm(pt(width)), height: ptToMm(pt(height)) };
  const { flat: paper = flat, finished = flat } = finish;
  const spots = [...new Set(chosen.flatMap(({ ink }) => (ink.kind === 'spot' ? [ink.name] : [])))];
  return ticketOf([
    ['job', title],
    ['file', file],
    ['status', status === 'draft' ? 'a draft, not to be printed' : 'final'],
    ['date', date],
    ['copies', purpose.copies === undefined ? '' : String(purpose.copies), purpose.copies ? undefined : 'fill in'],
    ['pages', String(pages.length)],
    ['flat size', size(paper.width, paper.height)],
    ['finished size', size(finished.width, finished.height)],
    ['sides', sidesOf(pages, finish)],
    ['fold', foldOf(pages, finish)],
    ['bleed', `${bleed} mm on each side, in the file`],
    ['safe area', `no words within ${finish.safe} mm of the cut${finish.folds ? ' or of a fold' : ''}`],
    ['marks', purpose.marks === 'none' ? 'none' : `crop, fold and registration marks, ${surround} mm round the page`],
    ['colours', spots.length === 0 ? 'CMYK' : `CMYK and ${spots.join(', ')}`],
    ['inks', inksIn(brand, chosen)],
    ['most ink', `${Math.round(mostOf(chosen))} %`],
    ['profile', purpose.profile.description],
    ['standard', 'PDF/X-4; the file is tagged too (PDF/UA-1, PDF/A-2a), which printing does not need'],
    ['paper', '', 'for whoever orders it; the colours are made for the profile above'],
  ]);
};

/** A line of a ticket, or a group of them; what is empty is to be filled in. */
export type TicketRow = readonly [key: string, value: string | Tree, note?: string | undefined];

/** The lines of a ticket as YAML. */
export const ticketOf = (rows: readonly TicketRow[]): string => {
  const tree = new Map(rows.map(([key, value, note]) => [key, typeof value === 'string' ? leaf(value, note) : value]));
  const head =
    '# What the print unit must know of the file beside this one. Values that are ~ are for you to fill in.\n';
  return `${head}${blockText(tree, 0, 'group')
    .replaceAll(/: ""/g, ': ~')
    .replaceAll(/: "(\d+)"/g, ': $1')}\n`;
};

const leaf = (value: string, note?: string | undefined): Leaf => ({ value, ...(note !== undefined && { note }) });

const sidesOf = (pages: readonly LaidPage[], { bound }: Finish): string => {
  if (pages.length === 1) return 'one';
  if (bound) return 'both; the file has single pages in the order of reading, to be imposed by the print unit';
  return `both, the sheet turned about its ${turnOf(pages)} edge`;
};

const foldOf = (pages: readonly LaidPage[], finish: Finish): string => {
  const words = finish.words ?? (finish.folds ? foldsInWords(finish) : 'none');
  return finish.bound ? `${words}, ${pagesInWords(pages)}` : words;
};

/** Those who bind it must know that blank pages are meant. */
const pagesInWords = (pages: readonly LaidPage[]): string => {
  const blanks = pages.flatMap((page, i) => (isBlank(page) ? [i + 1] : []));
  const [first, last] = [blanks[0], blanks.at(-1)];
  const all = `${pages.length} pages with the covers`;
  if (first === undefined) return all;
  return first === last ? `${all}, page ${first} is blank` : `${all}, pages ${first} to ${last} are blank`;
};

const turnOf = ([page]: readonly LaidPage[]): 'long' | 'short' => (page && page.width > page.height ? 'short' : 'long');

/** Where a page is folded, for a print unit. */
export const foldsInWords = ({ folds: [front = []] = [[], []] }: Finish): string =>
  front
    .map(({ axis, at }) => `${at} mm from the ${axis === 'upright' ? 'left' : 'upper'} edge of the front`)
    .join(', ');

/** The roles of a brand whose inks nobody has stated, and what was made of them. */
export const convertedColours = ({ roles }: Brand, chosen: readonly Chosen[]): string[] =>
  brandRoles.flatMap((role) => {
    const found = chosen.find(({ meant, origin }) => meant === role && origin === 'converted');
    const isPaper = roles[role] === '#ffffff';
    if (!found || isPaper) return [];
    return [
      `inks     ${role} ${roles[role]} is printed as ${cmykInWords(processOf(found.ink))}: its brand states no cmyk`,
    ];
  });

/** Each role of the brand, and black. */
export const inksIn = ({ roles, given }: Brand, chosen: readonly Chosen[]): Tree => {
  const rows = brandRoles.flatMap((role): [string, Leaf][] => {
    const found = chosen.find(({ meant }) => meant === role);
    if (!found) return [];
    const { ink, origin } = found;
    const words = ink.kind === 'spot' ? spotWords(ink.name, ink.tint) : inWords(processOf(ink));
    const isDerived = origin === 'stated' && given[role] === undefined;
    const from = origin === 'converted' ? `, converted from ${roles[role]}` : isDerived ? ', a tint of the brand' : '';
    return [[role, leaf(`${words}${from}`)]];
  });
  return new Map([...rows, ['words and rules', leaf('black alone')]]);
};

const spotWords = (name: string, tint: number): string => (tint === 1 ? name : `${rounded(tint * 100)} % of ${name}`);
