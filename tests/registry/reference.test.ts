import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { registry } from './given.ts';

// The registry against other tables of the same facts: `councils.csv`, `police-forces.csv` and, if it is there, a list
// of wards of the Office for National Statistics, in the folder that HANDBILL_REFERENCE names.

const folder = process.env['HANDBILL_REFERENCE'] ?? '';
if (folder === '') {
  process.stderr.write('\nDID NOT RUN, because HANDBILL_REFERENCE names no folder: tests/registry/reference\n');
}

type Facts = { readonly [column: string]: string };

const tableOf = (name: string): Facts[] =>
  parse(readFileSync(join(folder, name), 'utf8'), { bom: true, columns: true, trim: true });

/** What we know better, and why: `slug column`, the reference's value, ours. */
const DIFFERENCES: readonly (readonly [what: string, reference: string, own: string, why: string])[] = [
  ['st.-helens slug', 'st.-helens', 'st-helens', 'a slug is the name of a file, in letters and hyphens'],
  ['st.-helens short_name', 'St. Helens', 'St Helens', 'as in its full name'],
  ['shepway slug', 'shepway', 'folkestone-and-hythe', 'its name since 2018; Shepway still finds it'],
  ['rhondda-cynon-taff slug', 'rhondda-cynon-taff', 'rhondda-cynon-taf', 'its name has one f'],
  ['rhondda-cynon-taff short_name', 'Rhondda Cynon Taff', 'Rhondda Cynon Taf', 'its name has one f'],
  [
    'kings-lynn-and-west-norfolk name',
    'Borough Council of Kings Lynn and West Norfolk',
    "Borough Council of King's Lynn and West Norfolk",
    'the town has an apostrophe, as in the lists of the ONS',
  ],
  [
    'kings-lynn-and-west-norfolk short_name',
    'Kings Lynn and West Norfolk',
    "King's Lynn and West Norfolk",
    'the town has an apostrophe, as in the lists of the ONS',
  ],
  ['barnsley gss', 'E08000016', 'E08000038', 'renumbered in 2025'],
  ['barnsley gss_also', 'E08000038', 'E08000016', 'renumbered in 2025'],
  ['sheffield gss', 'E08000019', 'E08000039', 'renumbered in 2025'],
  ['sheffield gss_also', 'E08000039', 'E08000019', 'renumbered in 2025'],
  ...(
    [
      ['cambridge', 'https://www.cambridge.gov.uk/early-voting-trial/'],
      [
        'milton-keynes',
        'https://www.milton-keynes.gov.uk/your-council-and-elections/elections-and-register-vote/central-voting-hub-trial/',
      ],
      ['tunbridge-wells', 'https://tunbridgewells.gov.uk/council/voting-and-elections/elections/voter-hubs/'],
    ] as const
  ).map(([slug, url]) => [`${slug} name_cy`, url, '', 'the address of a page, not a Welsh name'] as const),
];

const KINDS: { readonly [type: string]: string } = {
  'metropolitan-district': 'metropolitan',
  'welsh-principal': 'unitary',
  scottish: 'unitary',
  'northern-ireland-district': 'district',
};

/** The root of a website: what stands behind it moves. */
const rootOf = (url: string): string => (url === '' ? '' : new URL(url).origin);

const slugOfNation = (nation: string): string => nation.toLowerCase().replace(' ', '-');

const byId = (a: { id?: string | undefined }, b: { id?: string | undefined }): number =>
  (a.id ?? '') < (b.id ?? '') ? -1 : 1;

describe.skipIf(folder === '')('the registry and the reference', () => {
  test('know the same of every council, but for what is listed', () => {
    const found: (readonly [string, string, string])[] = [];
    const seen = new Set<string>();
    for (const row of tableOf('councils.csv')) {
      const [match, ...others] = registry()
        .find(row['name'] ?? '')
        .filter(({ isExact }) => isExact);
      expect([row['slug'], match !== undefined, others]).toEqual([row['slug'], true, []]);
      const own = match?.council;
      if (!own) continue;
      seen.add(own.slug);
      const facts: Facts = {
        slug: own.slug,
        name: own.name,
        short_name: own.shortName,
        name_cy: own.nameWelsh ?? '',
        nation: own.nation,
        type: own.kind,
        gss: own.gss ?? '',
        gss_also: own.formerGss.join(';'),
        county: own.county ?? '',
        police_force: own.force.id,
        website: own.website ?? '',
      };
      const theirs: Facts = {
        ...row,
        nation: slugOfNation(row['nation'] ?? ''),
        type: KINDS[row['type'] ?? ''] ?? row['type'] ?? '',
        website: rootOf(row['website'] ?? ''),
      };
      for (const [column, value] of Object.entries(facts)) {
        const reference = theirs[column] ?? 'no such column';
        if (reference !== value) found.push([`${row['slug']} ${column}`, reference, value]);
      }
    }
    expect(found.toSorted()).toEqual(DIFFERENCES.map(([what, theirs, ours]) => [what, theirs, ours]).toSorted());
    // The reference has no councils that are still to come.
    const more = registry().councils.filter(({ slug }) => !seen.has(slug));
    expect(more.map(({ slug }) => slug)).toEqual(['east-surrey', 'west-surrey']);
  });

  test('know the same of every police force', () => {
    const theirs = tableOf('police-forces.csv').map((row) => ({
      id: row['id'],
      name: row['name'],
      nameWelsh: row['name_cy'],
      nation: slugOfNation(row['nation'] ?? ''),
      // Two hosts are none: police.uk is printed.
      website: row['host_checked'] === 'yes' ? `https://${row['website_host']}` : '',
    }));
    const ours = registry().forces.map(({ id, name, nameWelsh = '', nation, website = '' }) => ({
      id,
      name,
      nameWelsh,
      nation,
      website,
    }));
    expect(ours.toSorted(byId)).toEqual(theirs.toSorted(byId));
  });

  test.skipIf(!existsSync(join(folder, 'ons-WD25_LAD25.csv')))(
    'every council of a list of wards is found by its code and by its name, as the same one',
    () => {
      const listed = new Map(tableOf('ons-WD25_LAD25.csv').map((row) => [row['LAD25CD'] ?? '', row['LAD25NM'] ?? '']));
      expect(listed.size).toBeGreaterThan(300);
      const lost = [...listed].filter(([code, name]) => {
        const [byCode] = registry().find(code);
        const byName = registry()
          .find(name)
          .filter(({ isExact }) => isExact);
        return !byCode || byCode.formerCode !== undefined || byName[0]?.council !== byCode.council || byName.length > 1;
      });
      expect(lost).toEqual([]);
    },
  );
});
