import { type Job, press, type ProductName } from '../../src/pipeline.ts';
import { type Changes, DAY, exampleWith, noClock, silent } from '../sources.ts';
import { deputy, LONG_AREA, LONG_COUNCIL, longEmail, noneOptional, parish } from '../templates/leaflets.ts';

/** Names that a careless writer of XML, PDF strings or names stumbles over. */
export const AWKWARD = {
  council: 'Cyngor “Ŵyl” & <Ynys> \\ (a) \'b\' "c"',
  area: 'Llŷr & Tŵr (De) <C> ward',
} as const;

/** Every way in which the products may differ that a council can bring about. */
export const councils = {
  example: {},
  area: { area: 'Abbey ward' },
  'another area': { area: 'Llanfair-y-Ŵyl & Sheffield (fflat) ward' },
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

/** All products, so that one more is missed here; with the flavours that veraPDF is asked about. */
export const flavours: { readonly [product in ProductName]: readonly string[] } = {
  leaflet: ['ua1', '2a'],
  'large-print': ['ua1', '2a'],
  'proof-sheet': ['ua1', '2a'],
  'wallet-card': ['ua1', '2a'],
  'wallet-card.sheet': ['ua1', '2a', '2b'],
};

export const productNames = Object.keys(flavours) as ProductName[];

export const jobOf = (product: ProductName, council: CouncilName, status: Job['status'] = 'final'): Job => ({
  product,
  sources: exampleWith(councils[council]),
  status,
  day: DAY,
});

const made = new Map<string, Promise<Uint8Array>>();

/** The bytes of a product, made once. */
export const bytesOf = (
  product: ProductName,
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
