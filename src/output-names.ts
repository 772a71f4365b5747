import { createHash } from 'node:crypto';
import type { Language } from './content/edition.ts';

/**
 * The page itself, the paper that it is printed on several times, a table for spreadsheets, a web page, plain text, or
 * what a print unit must know of a page or of a sheet.
 */
export type Kind = 'pdf' | 'sheet' | 'csv' | 'html' | 'txt' | 'job' | 'sheet-job';

/** What a file's name is made of; no more than this decides where an edition is written. */
export type Named = {
  /** Slug of the council: `anyshire`. */
  readonly council: string;
  /** Display name of the area, as people write it: "Abbey ward". */
  readonly area?: string;
  readonly template: string;
  readonly language: Language;
  readonly kind: Kind;
  readonly variant: 'final' | 'draft';
  /** What it is made for; a screen has no word for it. */
  readonly purpose?: 'screen' | 'print' | 'proof';
};

/**
 * The path of an output file under the output folder, with forward slashes. It is safe on Linux, macOS and Windows
 * whatever the names hold: lower case a to z, digits and hyphens, no device name, nothing too long, no way upwards.
 *
 * @example outputName({ council: 'anyshire', template: 'leaflet', language: 'en', kind: 'pdf', variant: 'final' })
 *   // 'anyshire/leaflet.en.pdf'
 */
export const outputName = ({ council, area, ...of }: Named): string => `${recordFolder(council, area)}/${fileName(of)}`;

/** The folder of a council's files, or of an area's, as `outputName` has it. */
export const recordFolder = (council: string, area?: string): string =>
  area === undefined ? folderName(council) : `${folderName(council)}/${folderName(area)}`;

/** The name of an output file in its folder: it says nothing of whose file it is. */
export function fileName({
  template,
  language,
  kind,
  variant,
  purpose = 'screen',
}: Omit<Named, 'council' | 'area'>): string {
  const endings = [
    language,
    ...(isOfSheet(kind) ? ['sheet'] : []),
    ...(purpose === 'screen' ? [] : [purpose]),
    ...(variant === 'draft' ? ['draft'] : []),
  ];
  return [folderName(template), ...endings, endingOf(kind)].join('.');
}

const isOfSheet = (kind: Kind): boolean => kind === 'sheet' || kind === 'sheet-job';

const endings: { readonly [kind in Kind]?: string } = { sheet: 'pdf', job: 'job.yaml', 'sheet-job': 'job.yaml' };

const endingOf = (kind: Kind): string => endings[kind] ?? kind;

/**
 * The path of the page that shows a brand: it belongs to no council.
 *
 * @example brandPageName('anyshire', 'en') // 'brands/anyshire/brand-page.en.pdf'
 */
export const brandPageName = (brand: string, language: Language): string =>
  `brands/${folderName(brand)}/brand-page.${language}.pdf`;

/**
 * The path of sheets that hold the pages of several councils or areas: they belong to none of them.
 *
 * @example sheetsName({ sheet: 'avery-c32011', language: 'en', variant: 'final' }) // 'sheets/avery-c32011.en.sheet.pdf'
 */
export const sheetsName = ({
  sheet,
  ...of
}: Pick<Named, 'language' | 'variant' | 'purpose'> & {
  readonly sheet: string;
  readonly kind?: 'sheet' | 'sheet-job';
}): string => outputName({ council: 'sheets', template: sheet, kind: 'sheet', ...of });

/** What the name of a file of many areas is made of. */
export type Gathered = Pick<Named, 'template' | 'language' | 'variant' | 'purpose'> & {
  /** Whose areas they are; without it, those of several councils. */
  readonly council?: string;
  readonly kind: 'pdf' | 'sheet';
  /** Of the areas only one part of so many. */
  readonly shard?: { readonly number: number; readonly of: number };
};

/**
 * The path of a file that holds the pages of many areas: in the folder of their council, or above those of all councils.
 *
 * @param ending `csv`: of the table beside it, which says where each area is; `job.yaml`: of what a print unit must know
 * @example gatheredName({ council: 'leeds', template: 'leaflet', language: 'en', kind: 'pdf', variant: 'final' })
 *   // 'leeds/leaflet.areas.en.pdf'
 */
export function gatheredName(
  { council = '', shard, kind, ...named }: Gathered,
  ending: 'pdf' | 'csv' | 'job.yaml' = 'pdf',
): string {
  const [, file = ''] = outputName({ council: 'areas', kind, ...named }).split('/');
  const [template = '', ...rest] = file.split('.');
  const part = shard ? [`${shard.number}-of-${shard.of}`] : [];
  const stem = [template, 'areas', ...part, ...rest.slice(0, -1)].join('.');
  return `${council === '' ? '' : `${folderName(council)}/`}${stem}.${ending}`;
}

const LONGEST = 60;

/**
 * One name as the name of a folder: "St Mary's & Ŵyl" becomes `st-marys-and-wyl`. A name that is cut, or of which no
 * letter is left, ends in a short hash of the whole, so that it stays apart from its like and the same from run to run.
 */
export function folderName(name: string): string {
  const known = folders.get(name);
  if (known !== undefined) return known;
  if (folders.size >= REMEMBERED) folders.clear();
  const folder = safeName(name);
  folders.set(name, folder);
  return folder;
}

// Of thousands of files, the councils and templates are the same, and areas come several times: when they are listed,
// when it is seen whether their files stand, and when these are written. Of the whole country they take 1 MB.
const folders = new Map<string, string>();
const REMEMBERED = 10_000;

function safeName(name: string): string {
  const slug = transliterate(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (slug === '') return `area-${shortHash(name)}`;
  if (slug.length > LONGEST) return `${slug.slice(0, LONGEST - 9).replace(/-+$/, '')}-${shortHash(name)}`;
  return DEVICES.test(slug) ? `${slug}-area` : slug;
}

/** Names that Windows keeps for devices, with any ending. */
const DEVICES = /^(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin|conout|clock)$/;

/** Letters of European names that do not fall into a base letter and accents. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['&', ' and '],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ł', 'l'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['ŋ', 'ng'],
  ['ı', 'i'],
]);

const transliterate = (name: string): string =>
  (/^[\x20-\x7e]*$/.test(name) ? name.toLowerCase() : lowered(name))
    .replace(/[\p{Mark}\p{Default_Ignorable_Code_Point}'’‘`´ʼ]/gu, '')
    .replace(/[^a-z0-9]/gu, (letter) => LETTERS.get(letter) ?? letter);

const lowered = (name: string): string => name.normalize('NFKC').toLowerCase().normalize('NFKD');

const shortHash = (name: string): string =>
  createHash('sha256').update(name.normalize('NFC')).digest('hex').slice(0, 8);

/** Several records that would write one file. */
export type Collision = { readonly name: string; readonly records: readonly string[] };

/**
 * Finds the records that make one file name. Names that differ only in case or in the form of an accent are one name:
 * they are on macOS and on Windows.
 */
export function collisions(names: Iterable<readonly [record: string, name: string]>): readonly Collision[] {
  const found = new Map<string, { name: string; records: string[] }>();
  for (const [record, name] of names) {
    const key = name.normalize('NFC').toUpperCase().toLowerCase();
    const same = found.get(key);
    if (same) same.records.push(record);
    else found.set(key, { name, records: [record] });
  }
  return [...found.values()].filter(({ records }) => records.length > 1);
}
