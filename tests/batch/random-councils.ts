import { parseLocalWords } from '../../src/content/local-words.ts';
import type { ProductName } from '../../src/catalogue.ts';
import type { Job } from '../../src/pipeline.ts';
import type { Sources } from '../../src/job.ts';
import { type PurposeName, purposes } from '../print/pressed.ts';
import { type Changes, DAY, exampleWith } from '../sources.ts';
import { type InTwo, sourcesInTwo } from '../templates/bilingual.ts';
import { deputy, LONG_COUNCIL, longEmail, noneOptional, parish } from '../templates/leaflets.ts';
import type { Chance } from './chance.ts';
import { nameOf } from './random-names.ts';

/** A council whose areas are pressed, and the jobs of those. */
export type Batch = { readonly title: string; readonly jobs: readonly Job[] };

type CouncilChanges = NonNullable<Changes['council']>;

const COUNCILS: Readonly<Record<string, CouncilChanges>> = {
  example: {},
  minimal: noneOptional,
  parish: { election: parish },
  'four contacts': { deputyReturningOfficers: [deputy] },
  'long email': { electoralServices: { title: 'Electoral services', phones: ['01632 960 002'], email: longEmail } },
  'two forces': { police: [{ name: 'Anyshire Police' }, { name: 'Northmoor Constabulary' }] },
  'long name': { name: LONG_COUNCIL, issuedBy: undefined },
  // Printed nowhere, unless an area says it.
  'unused key': { alternativeFormats: { phone: '01632 960 009' }, website: 'https://abbey.example' } as CouncilChanges,
};

/** A council's own words: each way in which they may name the area. */
const WORDS: Readonly<Record<string, string>> = {
  none: '',
  plain: ':::local{slot=returning-officer}\nRing **01632 960 004** first.\n:::\n',
  paragraph: ':::local{slot=returning-officer}\nIn {{area}} ring the council first.\n:::\n',
  'paragraph in bold': ':::local{slot=local-arrangements}\nIn **{{area}}** and around it, "ask" at the hall.\n:::\n',
  'paragraph with a number': ':::local{slot=returning-officer}\nIn {{area}} ring **01632 960 004** first.\n:::\n',
  'long paragraph': `:::local{slot=local-arrangements}\n${'The hall of {{area}} is open to candidates and agents every day of the week. '.repeat(6)}\n:::\n`,
  list: ':::local{slot=cyber-support}\n- In {{area}}: ask\n- Elsewhere\n- {{area}}\n:::\n',
  heading: ':::local{slot=cannot-speak}\n### In {{area}}\n\nText **register** to 999 now.\n:::\n',
  link: ':::local{slot=online-support}\nFor {{area}} see [the page of {{area}}](https://council.example/wards).\n:::\n',
  address: ':::local{slot=online-support}\nSee [the page](https://council.example/{{area}}).\n:::\n',
  table: ':::local{slot=local-arrangements}\n| | Hall |\n|---|---|\n| In {{area}} | open |\n:::\n',
  condition:
    ':::local{slot=returning-officer}\n{{#if area}}\nThis is for {{area}}.\n{{else}}\nFor all.\n{{/if}}\n:::\n',
  'condition without': ':::local{slot=returning-officer}\n{{#if area}}\nFor one area alone.\n{{/if}}\n:::\n',
};

/** What is laid out quickly, and all that there is. */
const PRODUCTS = {
  quick: [
    'leaflet',
    'leaflet',
    'trifold',
    'trifold-z',
    'wallet-card',
    'wallet-card',
    'poster',
    'poster',
    'folded-card',
  ],
  all: [
    'leaflet',
    'leaflet',
    'leaflet',
    'large-print',
    'trifold',
    'trifold-z',
    'booklet',
    'wallet-card',
    'wallet-card.sheet',
    'poster',
    'folded-card',
    'proof-sheet',
    'leaflet.html',
    'wallet-card.txt',
  ],
} as const satisfies Readonly<Record<string, readonly ProductName[]>>;

export type Range = keyof typeof PRODUCTS;

const IN_TWO: readonly ProductName[] = ['leaflet', 'wallet-card', 'poster'];

export const localWords = (text: string, path: string): Sources['words'] =>
  text === ''
    ? undefined
    : parseLocalWords({ path, text }, (diagnostic) => {
        throw new Error(JSON.stringify(diagnostic));
      });

/** What is the same for all areas of a council. */
type Shared = Omit<Job, 'sources' | 'second'>;

const sharedOf = (product: ProductName, { oneOf, happens }: Chance): Shared & { readonly called: string } => {
  const isPaged = !/\.(html|sheet|txt)$/.test(product) && product !== 'proof-sheet';
  const name: PurposeName = isPaged && happens(0.5) ? oneOf(['print', 'marked', 'proof', 'soft proof']) : 'screen';
  const status = name === 'screen' && happens(0.2) ? 'draft' : 'final';
  const purpose = name === 'screen' ? {} : { purpose: purposes[name] };
  const file = `${product}.pdf`;
  return { product, status, day: DAY, file, ...purpose, called: `${product} ${status} ${name}` };
};

const inOne = (chance: Chance, names: readonly string[], range: Range): Batch => {
  const { called, ...shared } = sharedOf(chance.oneOf<ProductName>(PRODUCTS[range]), chance);
  const council = chance.oneOf(Object.keys(COUNCILS));
  const words = chance.oneOf(Object.keys(WORDS));
  const own = localWords(WORDS[words]!, 'content/councils/anyshire.en.md') ?? ('none' as const);
  const changes = { council: COUNCILS[council]!, words: own };
  const jobs = names.map((area): Job => ({ ...shared, sources: exampleWith({ ...changes, area }) }));
  return { title: `${called}, ${council}, ${words}`, jobs };
};

const inTwo = (chance: Chance, names: readonly string[]): Batch => {
  const { called, ...shared } = sharedOf(chance.oneOf(IN_TWO), chance);
  const council = chance.oneOf(Object.keys(COUNCILS).filter((name) => name !== 'parish'));
  const { name: _name, ...of } = COUNCILS[council]!;
  const jobs = names.map((area): Job => {
    const areas: NonNullable<InTwo['areas']> = [chance.happens(0.5) ? area : nameOf(chance), area];
    const [sources, second] = sourcesInTwo({ council: of, areas });
    return { ...shared, sources, second };
  });
  return { title: `${called} in two languages, ${council}`, jobs };
};

/** A council by chance, with so many areas; its words, product, purpose and languages by chance too. */
export const batchOf = (chance: Chance, areas: number, range: Range): Batch => {
  const names = Array.from({ length: areas }, () => nameOf(chance));
  return chance.happens(0.25) ? inTwo(chance, names) : inOne(chance, names, range);
};
