import type { PagedName } from '../../src/catalogue.ts';
import { type Job, press } from '../../src/pipeline.ts';
import { type Changes, DAY, exampleWith, noClock, silent } from '../sources.ts';
import { deputy, LONG_AREA, LONG_COUNCIL, longEmail, noneOptional, parish } from '../templates/leaflets.ts';
import { type Pdf, readPdf } from './qpdf.ts';

/** Names that a careless writer of XML, PDF strings or names stumbles over. */
export const AWKWARD = {
  council: 'Cyngor “Ŵyl” & <Ynys> \\ (a)',
  area: 'Llŷr & Tŵr (De) <C> ward',
} as const;

/** Every way in which the products may differ that a council can bring about. */
export const councils = {
  example: {},
  area: { area: 'Abbey ward' },
  'another area': { area: 'Ŵyl & Sheffield' },
  minimal: { council: noneOptional, words: 'none' },
  parish: { council: { election: parish } },
  'four contacts': { council: { deputyReturningOfficers: [deputy] } },
  'a long email': {
    council: { electoralServices: { title: 'Electoral services', phones: ['01632 960 002'], email: longEmail } },
  },
  'long names': { council: { name: LONG_COUNCIL, issuedBy: undefined }, area: LONG_AREA },
  awkward: { council: { name: AWKWARD.council, shortName: 'A & <B>', issuedBy: undefined }, area: AWKWARD.area },
} as const satisfies Readonly<Record<string, Changes>>;

export type CouncilName = keyof typeof councils;
export const councilNames = Object.keys(councils) as CouncilName[];

type Expected = {
  /** What veraPDF is asked. */
  readonly flavours: readonly string[];
  readonly mostBytes: number;
  /**
   * Whether the area stands on it: below the title and in the foot of each page, below the title alone,
   * below the title and in the feet of all pages but the covers and the blank one, or beside what is cut out.
   */
  readonly area: 'shown' | 'title' | 'inside' | 'slug' | 'none';
};

/** All products: of one that is missing here, the compiler speaks. */
export const products: { readonly [product in PagedName]: Expected } = {
  leaflet: { flavours: ['ua1', '2a'], mostBytes: 60_000, area: 'shown' },
  'large-print': { flavours: ['ua1', '2a'], mostBytes: 80_000, area: 'shown' },
  trifold: { flavours: ['ua1', '2a'], mostBytes: 60_000, area: 'title' },
  'trifold-z': { flavours: ['ua1', '2a'], mostBytes: 60_000, area: 'title' },
  booklet: { flavours: ['ua1', '2a'], mostBytes: 80_000, area: 'inside' },
  'wallet-card': { flavours: ['ua1', '2a'], mostBytes: 40_000, area: 'none' },
  poster: { flavours: ['ua1', '2a'], mostBytes: 40_000, area: 'title' },
  'wallet-card.sheet': { flavours: ['ua1', '2a'], mostBytes: 40_000, area: 'slug' },
  'folded-card': { flavours: ['ua1', '2a'], mostBytes: 40_000, area: 'none' },
  'proof-sheet': { flavours: ['ua1', '2a'], mostBytes: 60_000, area: 'none' },
  // The card is shown on it in small, each letter as an outline.
  'brand-page': { flavours: ['ua1', '2a'], mostBytes: 140_000, area: 'none' },
};

export const productNames = Object.keys(products) as PagedName[];

export const jobOf = (product: PagedName, council: CouncilName, status: Job['status'] = 'final'): Job => ({
  product,
  sources: exampleWith(councils[council]),
  status,
  day: DAY,
});

const made = new Map<string, Promise<Uint8Array>>();

/** The bytes of a product, made once. */
export const bytesOf = (
  product: PagedName,
  council: CouncilName = 'example',
  status: Job['status'] = 'final',
): Promise<Uint8Array> => {
  const key = `${product} ${council} ${status}`;
  let bytes = made.get(key);
  if (!bytes) made.set(key, (bytes = pressed(jobOf(product, council, status), key)));
  return bytes;
};

const pressed = async (job: Job, key: string): Promise<Uint8Array> => {
  const file = await press(job, silent, noClock);
  if (!file) throw new Error(`no file was made: ${key}`);
  return file.bytes;
};

const opened = new Map<string, Promise<Pdf>>();

/** The product, read by qpdf; once. */
export const pdfOf = (product: PagedName, council: CouncilName = 'example'): Promise<Pdf> => {
  const key = `${product} ${council}`;
  let pdf = opened.get(key);
  if (!pdf) opened.set(key, (pdf = bytesOf(product, council).then(readPdf)));
  return pdf;
};
