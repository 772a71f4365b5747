import type { ElectionKind, Nation } from '../data/record.ts';
import { isSafeName } from '../data/text.ts';
import { error, type Report, warning } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { CellAt, Cleaned } from './clean.ts';
import { isPlaceholder, shown, stepIf, tidy } from './clean-text.ts';

const NATION_NAMES: { readonly [nation in Nation]: readonly string[] } = {
  england: ['england', 'eng', 'en', 'e', 'e92000001', 'lloegr'],
  wales: ['wales', 'wal', 'cymru', 'w', 'w92000004'],
  scotland: ['scotland', 'sco', 'scot', 's', 's92000003', 'alba', 'yr alban'],
  'northern-ireland': ['northern ireland', 'ni', 'nir', 'n', 'n92000002', 'gogledd iwerddon'],
};

const ELECTION_NAMES: { readonly [kind in ElectionKind]: readonly string[] } = {
  county: ['county', 'county council', 'county councils', 'cty', 'shire county'],
  district: [
    'district',
    'district council',
    'borough',
    'borough council',
    'non metropolitan district',
    'shire district',
  ],
  unitary: ['unitary', 'unitary authority', 'unitary council', 'ua', 'principal area', 'council area', 'local council'],
  metropolitan: [
    'metropolitan',
    'metropolitan district',
    'metropolitan borough',
    'met',
    'metropolitan borough council',
  ],
  'london-borough': ['london borough', 'london borough council', 'london', 'lbo', 'lb'],
  'combined-authority-mayor': [
    'combined authority mayor',
    'combined authority',
    'combined county authority mayor',
    'metro mayor',
    'mayor of a combined authority',
    'cam',
  ],
  mayor: ['mayor', 'mayoral', 'directly elected mayor', 'elected mayor', 'local authority mayor'],
  'police-and-crime-commissioner': [
    'police and crime commissioner',
    'pcc',
    'police fire and crime commissioner',
    'pfcc',
  ],
  parish: ['parish', 'parish council', 'community', 'community council', 'parish ward'],
  town: ['town', 'town council'],
};

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** Takes one of a few values by any of its names. */
function choice<T extends string>(
  names: { readonly [value in T]: readonly string[] },
  what: string,
): (at: CellAt, report: Report) => Cleaned<T | undefined> | undefined {
  const all = (Object.entries(names) as [T, readonly string[]][]).flatMap(([value, known]) =>
    [folded(value), ...known].map((name) => [name, value] as const),
  );
  const byName = new Map(all);
  return (at, report) => {
    const tidied = tidy(at, 'refused', report);
    if (!tidied) return undefined;
    const { text, typed, steps } = tidied;
    if (text === '') return { value: undefined, typed, steps };
    const key = folded(text).replace(/ (?:election|elections)$/, '');
    const value = byName.get(key);
    if (value !== undefined)
      return { value, typed, steps: [...steps, ...stepIf(text, value, `taken for \`${value}\``)] };
    const near = nearest(key, byName.keys());
    const list = Object.keys(names)
      .map((each) => `\`${each}\``)
      .join(', ');
    const hint = near === undefined ? [] : [`did you mean \`${byName.get(near)}\`?`];
    report(error('import/choice', `${shown(text)} is not ${what}`, at.place, ...hint, `write one of ${list}`));
    return undefined;
  };
}

/** A nation, by its name in English or Welsh, its letters or its code. */
export const cleanNation = choice(NATION_NAMES, 'a nation of the United Kingdom');

/** A kind of election, by its name or that of the council which is elected. */
export const cleanElection = choice(ELECTION_NAMES, 'a kind of election');

/** A code of the Office for National Statistics. The letter O for a zero is put right with a warning. */
export function cleanCode(at: CellAt, report: Report): Cleaned<string | undefined> | undefined {
  const tidied = tidy(at, 'refused', report);
  if (!tidied) return undefined;
  const { text, typed, steps } = tidied;
  if (text === '') return { value: undefined, typed, steps };
  const plain = text.replace(/\s+/g, '').toUpperCase();
  const value = plain[0] + plain.slice(1).replaceAll('O', '0');
  if (!/^[ENSW]\d{8}$/.test(value)) {
    const hint = 'write a letter and eight digits: `E08000035`';
    report(error('import/code', `${shown(text)} is not a GSS code`, at.place, hint));
    return undefined;
  }
  if (value !== plain) {
    const message = `${shown(text)} was read as \`${value}\`: a code has one letter, then digits`;
    report(warning('import/code-repaired', message, at.place, 'check the code'));
  }
  return { value, typed, steps: [...steps, ...stepIf(text, value, 'written as codes are')] };
}

/** The name of a council's file. Undefined when an error was reported; a value undefined where the cell is empty. */
export function cleanSlug(at: CellAt, report: Report): Cleaned<string | undefined> | undefined {
  const tidied = tidy(at, 'refused', report);
  if (!tidied) return undefined;
  const { text, typed, steps } = tidied;
  if (text === '') return { value: undefined, typed, steps };
  const value = text
    .replace(/\.ya?ml$/i, '')
    .normalize('NFKD')
    .replace(/[\p{Mark}'’.]/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (!isSafeName(value) || isPlaceholder(value)) {
    const hint = 'use lower-case letters, digits and single hyphens: `north-moor`';
    report(error('import/slug', `${shown(text)} cannot be the name of a file`, at.place, hint));
    return undefined;
  }
  return { value, typed, steps: [...steps, ...stepIf(text, value, 'written as names of files are')] };
}
