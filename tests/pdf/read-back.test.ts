import { describe, expect, test } from 'vitest';
import { openShelf } from '../../src/commands/sources.ts';
import { parseLocalWords } from '../../src/content/local-words.ts';
import { parseCouncil } from '../../src/data/council.ts';
import type { Record as CouncilRecord } from '../../src/data/record.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { expectationsOf } from '../../src/pdf/expectations.ts';
import { paint } from '../../src/pdf/paint.ts';
import { readBack } from '../../src/pdf/read-back.ts';
import type { ProductName } from '../../src/catalogue.ts';
import { press, type Sources } from '../../src/pipeline.ts';
import { openProject, packageFolder } from '../../src/project.ts';
import type { LaidPage } from '../../src/typeset/laid.ts';
import { DAY, example, exampleWith, noClock, silent } from '../sources.ts';
import { changeLines, changeNodes, linking, plain, spelling, swap } from './planted.ts';
import { chance } from './read/made.ts';

const RULE = 'trust/read-back';
const PRODUCTS: readonly ProductName[] = ['leaflet', 'wallet-card', 'wallet-card.sheet', 'proof-sheet', 'brand-page'];

type Plant = (pages: readonly LaidPage[]) => LaidPage[];

/** What is reported when the painter is given other pages than were set. */
async function pressed(
  product: ProductName,
  plant: Plant = (pages) => [...pages],
  sources: Sources = example(),
  status: 'final' | 'draft' = 'final',
): Promise<{ readonly diagnostics: Diagnostic[]; readonly isMade: boolean }> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const job = { product, sources, status, day: DAY } as const;
  const made = await press(job, report, noClock, (pages, metadata) => paint(plant(pages), metadata));
  return { diagnostics: diagnostics.filter(({ rule }) => rule === RULE), isMade: made !== undefined };
}

const placeOf = (keyPath: string) => example().record.placeOf(keyPath);

describe('the examples', () => {
  const project = openProject(packageFolder(), undefined, silent)!;
  const shelf = openShelf(project, silent);
  const products = PRODUCTS.filter((product) => product !== 'proof-sheet');
  const all = project.councils('all').flatMap((council) => products.map((product) => [council, product] as const));

  test.each(all)('%s: the %s is as it should be', async (council, product) => {
    const { sources } = shelf.load(council, undefined, () => {})!;
    expect(await pressed(product, undefined, sources)).toEqual({ diagnostics: [], isMade: true });
  });

  test('the proof sheet says where its values are from', async () => {
    expect(await pressed('proof-sheet')).toEqual({ diagnostics: [], isMade: true });
  });

  test.each(PRODUCTS)('the %s as a draft with gaps', async (product) => {
    const gaps = exampleWith({
      council: {
        returningOfficer: {
          title: '[returningOfficer.title]',
          phones: ['[returningOfficer.phones]'],
          email: '[returningOfficer.email]',
          website: '[returningOfficer.website]',
        },
      },
    });
    expect((await pressed(product, undefined, gaps, 'draft')).diagnostics).toEqual([]);
  });
});

/** Each fault: what is planted, on which product, which value it is about, and what is said. */
const PLANTED: readonly (readonly [
  name: string,
  product: ProductName,
  plant: Plant,
  key: string | undefined,
  said: RegExp,
])[] = [
  [
    'one figure of a phone',
    'leaflet',
    (pages) => changeLines(pages, '01632 960 001', spelling('01632 960 001', '01632 960 007'), 1),
    'returningOfficer.phones.0',
    /`01632 960 001` is to stand 2 times .* first on page 1, and stands there once; `01632 960 007` was found instead/,
  ],
  [
    'one figure of a phone in the text of a panel',
    'leaflet',
    (pages) => changeLines(pages, 'phone 01632 960 003', spelling('960 003', '906 003')),
    'feoa.phones.0',
    /`01632 906 003` was found instead/,
  ],
  [
    'two figures exchanged on the card',
    'wallet-card',
    (pages) => changeLines(pages, '01632 960 002', spelling('960', '690')),
    'electoralServices.phones.0',
    /`01632 690 002` was found instead/,
  ],
  [
    'one card of ten on the sheet',
    'wallet-card.sheet',
    (pages) => changeLines(pages, '01632 960 001', spelling('001', '010'), 1),
    'returningOfficer.phones.0',
    /is to stand 10 times .* stands there 9 times; `01632 960 010` was found instead/,
  ],
  [
    'a letter of an email',
    'leaflet',
    (pages) => changeLines(pages, 'ford@police.example', spelling('ford@', 'fort@'), 1),
    'feoa.email',
    /`fort@police\.example` was found instead/,
  ],
  [
    'a letter of a website',
    'leaflet',
    (pages) => changeLines(pages, ', anyshire.example', spelling('anyshire.example', 'anyshare.example')),
    'issuedBy.website',
    /`anyshare\.example` was found instead/,
  ],
  [
    "another contact's phone",
    'leaflet',
    (pages) => changeLines(pages, '01632 960 001', spelling('001', '002'), 1),
    'returningOfficer.phones.0',
    /`01632 960 002` was found instead/,
  ],
  [
    'two phones in each other’s place',
    'leaflet',
    (pages) => swap(pages, '01632 960 001', '01632 960 003'),
    'returningOfficer.phones.0',
    /the link `01632 960 003` on page 1 .* expected `01632 960 001`/,
  ],
  [
    'two titles in each other’s place',
    'leaflet',
    (pages) => swap(pages, 'Electoral services', 'Operation Ford advisor'),
    'electoralServices.title',
    /`Electoral services` was expected on page 1 .* and `Operation Ford advisor` stands in its place/,
  ],
  [
    'two names in each other’s place on the sheet',
    'wallet-card.sheet',
    (pages) => swap(pages, 'Electoral services, Elections team', 'Returning Officer, Helen Marsh'),
    'returningOfficer.title',
    /stands in its place/,
  ],
  [
    'a phone that is missing',
    'leaflet',
    (pages) =>
      changeNodes(pages, (node) => ({
        ...node,
        lines: node.lines!.filter((line) => plain(line.string) !== '01632 960 002'),
      })),
    'electoralServices.phones.0',
    /`01632 960 002` is to stand 3 times .* stands there 2 times$/,
  ],
  [
    'an email that is missing everywhere',
    'wallet-card',
    (pages) =>
      changeNodes(pages, (node) => ({
        ...node,
        lines: node.lines!.filter((line) => !line.string.includes('elections@')),
      })),
    'electoralServices.email',
    /`elections@anyshire\.example` is to stand once .* and is not there$/,
  ],
  [
    'a phone that is there twice',
    'leaflet',
    (pages) =>
      changeNodes(pages, (node) =>
        plain(node.lines![0]?.string ?? '') === '01632 960 003'
          ? { ...node, lines: [node.lines![0]!, node.lines![0]!] }
          : node,
      ),
    'feoa.phones.0',
    /`01632 960 003` stands 3 times in the finished file, expected 2 times/,
  ],
  [
    '999 that became 998',
    'wallet-card',
    (pages) => changeLines(pages, '999', spelling('999', '998')),
    undefined,
    /`998` stands on page 1 of the finished file, and comes from none of its sources|leads to `tel:999`, expected `998`/,
  ],
  [
    'a number of the council’s own words',
    'leaflet',
    (pages) => changeLines(pages, '18000', spelling('18000', '18006')),
    undefined,
    /`18006` stands on page \d of the finished file, and comes from none of its sources/,
  ],
  [
    "an address of the guidance's",
    'wallet-card',
    (pages) => changeLines(pages, 'individualsupport@', spelling('individual', 'lndividual')),
    undefined,
    /`lndividualsupport@ncsc\.gov\.uk` stands on page 2/,
  ],
  [
    'a letter of a name',
    'leaflet',
    (pages) => changeLines(pages, 'Helen Marsh', spelling('Marsh', 'Harsh'), 1),
    'returningOfficer.name',
    /`Helen Marsh` was expected on page 1/,
  ],
  [
    'a figure of the hours',
    'leaflet',
    (pages) => changeLines(pages, 'Monday to Friday, 9am', spelling('9am', '8am'), 1),
    'returningOfficer.hours',
    /`Monday to Friday, 9am to 5pm` was expected on page 1/,
  ],
  [
    'a figure of the postal address',
    'leaflet',
    (pages) => changeLines(pages, 'AN1', spelling('AN1', 'AN7')),
    'issuedBy.address.1',
    /`Anytown AN1.1AA` was expected on page 6/,
  ],
  [
    'a call to another number',
    'leaflet',
    (pages) => changeLines(pages, '01632 960 001', linking('tel:01632960007'), 1),
    'returningOfficer.phones.0',
    /the link `01632 960 001` on page 1 .* leads to `tel:01632960007`, expected `01632 960 001`/,
  ],
  [
    "a call to another contact's number",
    'wallet-card',
    (pages) => changeLines(pages, '01632 960 002', linking('tel:01632960001')),
    'electoralServices.phones.0',
    /leads to `tel:01632960001`, expected `01632 960 002`/,
  ],
  [
    'a call to 101 under 999',
    'leaflet',
    (pages) => changeLines(pages, '999', linking('tel:101'), 1),
    undefined,
    /the link `999` on page 1 .* leads to `tel:101`, expected `999`/,
  ],
  [
    'a letter to another address',
    'leaflet',
    (pages) => changeLines(pages, 'ro@anyshire.example', linking('mailto:ro@elsewhere.example'), 1),
    'returningOfficer.email',
    /leads to `mailto:ro@elsewhere\.example`, expected `ro@anyshire\.example`/,
  ],
  [
    'a link to a page that nobody named',
    'leaflet',
    (pages) => changeLines(pages, 'protective security video', linking('https://elsewhere.example/')),
    undefined,
    /leads to `https:\/\/elsewhere\.example\/`, which comes from none of its sources/,
  ],
  [
    'a website that leads elsewhere',
    'leaflet',
    (pages) => changeLines(pages, ', anyshire.example', linking('https://www.police.uk/')),
    'issuedBy.website',
    /leads to `https:\/\/www\.police\.uk\/`, expected `https:\/\/anyshire\.example`/,
  ],
  [
    'a link that is a script',
    'leaflet',
    (pages) => changeLines(pages, '999', linking('javascript:alert(1)'), 1),
    undefined,
    /none of the addresses that a link may have/,
  ],
  ['a page that is missing', 'leaflet', (pages) => pages.slice(0, -1), undefined, /has 5 pages, expected 6/],
];

describe('a planted fault', () => {
  test.each(PLANTED)('%s (%s)', async (_, product, plant, key, said) => {
    const { diagnostics, isMade } = await pressed(product, plant);
    expect(isMade).toBe(false);
    expect(diagnostics[0]).toMatchObject({ rule: RULE, severity: 'error', message: expect.stringMatching(said) });
    const place = key === undefined ? { kind: 'frame', template: product } : placeOf(key);
    expect(place).toBeDefined();
    expect(diagnostics[0]?.place).toMatchObject(place!);
    // A fault is told once, and again where links show it.
    expect(diagnostics.length).toBeLessThanOrEqual(product === 'wallet-card.sheet' ? 10 : 3);
  });
});

const faultsOf = (bytes: Uint8Array, pages: readonly LaidPage[], sources: Sources = example()): string[] => {
  const found: string[] = [];
  readBack(bytes, expectationsOf('leaflet', 'final', [sources], pages), ({ message }) => void found.push(message));
  return found;
};

const finished = async (): Promise<{ readonly bytes: Uint8Array; readonly pages: readonly LaidPage[] }> => {
  let laid: readonly LaidPage[] = [];
  const job = { product: 'leaflet', sources: example(), status: 'final', day: DAY } as const;
  const made = await press(job, silent, noClock, (pages, metadata) => paint((laid = pages), metadata));
  return { bytes: made!.bytes, pages: laid };
};

describe('the finished bytes', () => {
  test('are compared with the record, not with what a template made of it', async () => {
    const { bytes, pages } = await finished();
    const { returningOfficer } = example().record.council;
    const other = exampleWith({ council: { returningOfficer: { ...returningOfficer, phones: ['01632 960 008'] } } });
    const found = faultsOf(bytes, pages, other);
    expect(found).toContain(
      '`01632 960 001` stands on page 1 of the finished file, and comes from none of its sources',
    );
  });

  test('that are damaged are not given out', async () => {
    const { bytes, pages } = await finished();
    expect(faultsOf(bytes, pages)).toEqual([]);
    expect(faultsOf(bytes.subarray(0, bytes.length - 1000), pages)).toEqual([expect.stringMatching(/is damaged/)]);
    expect(faultsOf(new Uint8Array(), pages)).toEqual([expect.stringMatching(/cannot be read/)]);
  });
});

/** Councils as nobody has them: numbers, addresses and hours in every way that is right, the same in every run. */
function oddCouncil(seed: number): { readonly record: CouncilRecord; readonly sources: Sources } {
  const random = chance(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const digits = (count: number): string => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
  const phone = (): string => {
    const end = digits(3);
    return pick([
      `01632 960 ${end}`,
      `01632 960${end}`,
      `(01632) 960${end}`,
      `(01632) 960-${end}`,
      `01632-960-${end}`,
      `+44 1632 960${end}`,
      `020 7946 0${end}`,
      `0306 999 0${end}`,
      `07700 900 ${end}`,
      `01 63 29 60 ${end.slice(0, 2)} ${end.slice(2)}`,
      `18001 01632 960 ${end}`,
    ]);
  };
  const host = (): string => pick(['north-moor', 'x24', 'llanfair-y-ŵyl', '3rivers', 'st.helens', 'bbc']);
  const email = (): string =>
    `${pick(['ro', 'elections.2025', "o'neil", 'a_b-c+d', 'dewis-ŵ', '999', '101team'])}@${host()}.example`;
  const website = (): string =>
    pick([
      `https://www.${host()}.example`,
      `${host()}.example/elections/2025/may`,
      `www.${host()}.example/page-101/ward_18000?id=01632960001&x=1`,
      `https://www.${host()}.example/a-very-long-address-of-a-page-that-fills-more-than-one-line/of-the-column/in-which/it-stands/index.html`,
      `http://${host()}.example/tŷ-newydd/(1)/`,
      `${host()}.example/o'neil/'a'`,
      `${host()}.example/@council`,
    ]);
  const hours = (): string =>
    pick([
      '9am to 5pm, 24 hours in an emergency',
      '24 hours',
      '24/7',
      '9:30am-4.45pm; 0900 to 1700',
      'Monday 08:00–18:00, then 01632 960 999',
      'until 7 May 2025 only',
    ]);
  const address = (): string =>
    pick([
      '["12-14 High Street", "Anytown AN1 1AA"]',
      '["Suite 1234", "Unit 5/6", "PO Box 10203"]',
      '["County Hall, 1st floor", "Rooms 101 to 109", "SW1A 2AA"]',
      '["The 1066 Building", "St.Helens", "M60 3XX"]',
    ]);
  const maybe = (line: string): string => (random() < 0.6 ? `${line}\n` : '');
  const contact = (title: string): string =>
    `  title: ${title}\n${maybe(`  name: ${pick(['Sgt 4312 Dev Okafor', 'Siân O’Neill', 'Team 24'])}`)}  phones: [${Array.from({ length: 1 + Math.floor(random() * 2) }, () => `"${phone()}"`).join(', ')}]\n` +
    maybe(`  email: "${email()}"`) +
    maybe(`  hours: "${hours()}"`) +
    maybe(`  address: ${address()}`) +
    maybe(`  website: "${website()}"`);
  const text =
    `name: ${pick(['Anyshire District Council', 'Llanfair-y-Ŵyl County Council', 'The 3 Rivers Council', 'St.Helens Council'])}\nbrand: anyshire\n` +
    `election:\n  name: ${pick(['Local elections', 'Elections 2025', 'By-election No.12'])}\n  kind: ${pick(['district', 'parish'])}\n  date: 2025-05-0${1 + Math.floor(random() * 9)}\n` +
    `contactsCheckedOn: 2025-03-${10 + Math.floor(random() * 20)}\n` +
    `returningOfficer:\n${contact('Returning Officer')}` +
    maybe(`electoralServices:\n${contact('Electoral services 101')}`) +
    maybe(`feoa:\n${contact('Operation Ford advisor')}`) +
    `police:\n  - name: Anyshire Police\n${maybe(`    website: "${website()}"`)}` +
    maybe(`alternativeFormats:\n  phone: "01632 960 ${digits(3)}"\n  email: "${email()}"`) +
    maybe(`issuedBy:\n  address: ${address()}\n  website: "${website()}"`);
  const reported: Diagnostic[] = [];
  const record = parseCouncil(
    { path: 'content/councils/odd.yaml', text },
    'odd',
    (diagnostic) => void reported.push(diagnostic),
  );
  if (!record) throw new Error(`${text}\n${JSON.stringify(reported)}`);
  const words = parseLocalWords(
    {
      path: 'content/councils/odd.en.md',
      text: `:::local{slot=local-arrangements}\nRing ${phone()}/{{returningOfficer.phone}} 24 hours, or 0800\n111 222.{{#if returningOfficer.email}} Write to {{returningOfficer.email}}/{{returningOfficer.email}}, or [find](https://www.find.example/?c={{returningOfficer.email}}).{{/if}}{{#if returningOfficer.website}} See {{returningOfficer.site}} or [the page]({{returningOfficer.website}}).{{/if}} [Call us](tel:01632960123), [0800 111 222](tel:0800111222).\n:::\n`,
    },
    silent,
  );
  const area = random() < 0.3 ? { area: pick(['Ward 12', 'St.Mary’s', 'Abbey & 101']) } : {};
  const { record: _, words: __, ...shared } = example();
  return { record, sources: { ...shared, record: { ...record, ...area }, words } };
}

describe('odd councils', () => {
  const seeds = Array.from({ length: 10 }, (_, i) => i + 1);

  test.each(seeds)('number %i raises no false alarm', async (seed) => {
    const { sources } = oddCouncil(seed);
    for (const product of ['leaflet', 'wallet-card', 'wallet-card.sheet'] as const) {
      // oxlint-disable-next-line no-await-in-loop
      expect((await pressed(product, undefined, sources)).diagnostics).toEqual([]);
    }
  });

  test('are read back at all: most of them fit', async () => {
    let made = 0;
    for (const seed of seeds.slice(0, 10)) {
      // oxlint-disable-next-line no-await-in-loop
      if ((await pressed('leaflet', undefined, oddCouncil(seed).sources)).isMade) made += 1;
    }
    expect(made).toBeGreaterThan(5);
  });
});
