import { rmSync } from 'node:fs';
import { openShelf } from '../../src/commands/sources.ts';
import { press } from '../../src/pipeline.ts';
import { openProject, packageFolder } from '../../src/project.ts';
import { withFigures } from '../figures.ts';
import { bytesOf, type CouncilName, councilNames, productNames, products } from '../pdf/products.ts';
import { everything, pressed } from '../print/pressed.ts';
import { DAY, noClock, silent } from '../sources.ts';
import { loadWelsh, writeWelshProject } from '../welsh.ts';
import { type Question, validate, type Verdict } from './vera.ts';

/** The product's other examples; all that is made of Anyshire is among the councils. */
const others = ['northmoor', 'llanfair-y-wyl'];

const pressedFor = async (product: (typeof productNames)[number], council: string): Promise<Uint8Array> => {
  const shelf = openShelf(openProject(packageFolder(), undefined, silent)!, silent);
  const { sources } = shelf.load(council, undefined, silent)!;
  return (await press({ product, sources, status: 'final', day: DAY }, silent, noClock))!.bytes;
};

/** What is made in two languages at once; that nobody has reviewed the Welsh labels is another test's business. */
const inTwo = ['leaflet', 'wallet-card', 'poster', 'wallet-card.sheet'] as const;
const unheard = (): void => {};

/** What is made of each product of our councils besides the screen’s file. */
const forPrint = ['print', 'marked', 'proof'] as const;

const withFiguresIn = ['leaflet', 'large-print', 'booklet'] as const;

/** Files that must not pass. */
export const faulty = ['a false claim', 'no such part', 'half a file'];

/** How much is asked about: what every run of the tests has time for, or all there is. */
export type Breadth = 'some' | 'all';

/** What is most handed out is asked about with all councils, whatever the breadth. */
const mostUsed: readonly (typeof productNames)[number][] = ['leaflet', 'wallet-card'];

/** The councils that are most unlike the others. */
const unlike: readonly CouncilName[] = ['example', 'minimal', 'long names', 'awkward'];

/** Every product of every council, the drafts of the example, guidance with figures; and files that must not pass. */
export const ask = async (
  breadth: Breadth,
): Promise<{ readonly verdicts: readonly Verdict[]; readonly wanted: number }> => {
  const files = new Map<string, Question>();
  for (const product of productNames) {
    for (const council of breadth === 'all' || mostUsed.includes(product) ? councilNames : unlike) {
      files.set(`${product}, ${council}`, {
        bytes: await bytesOf(product, council),
        flavours: products[product].flavours,
      });
    }
    for (const council of others) {
      files.set(`${product}, ${council}`, {
        bytes: await pressedFor(product, council),
        flavours: products[product].flavours,
      });
    }
    const draft = await bytesOf(product, 'example', 'draft');
    files.set(`${product}, draft`, { bytes: draft, flavours: products[product].flavours });
  }
  for (const product of withFiguresIn) {
    const file = await press({ product, sources: withFigures(), status: 'final', day: DAY }, silent, noClock);
    files.set(`${product}, with tables and pictures`, { bytes: file!.bytes, flavours: products[product].flavours });
  }
  const folder = writeWelshProject();
  const { sources, second } = loadWelsh(folder, unheard);
  for (const product of inTwo) {
    const job = { product, sources, ...(second && { second }), status: 'draft', day: DAY } as const;
    const file = await press(job, unheard, noClock);
    files.set(`${product}, in two languages`, { bytes: file!.bytes, flavours: products[product].flavours });
  }
  rmSync(folder, { recursive: true });
  for (const [product, council] of everything) {
    for (const name of breadth === 'all' || council === 'anyshire' ? forPrint : (['print'] as const)) {
      // oxlint-disable-next-line no-await-in-loop
      const { bytes } = await pressed(product, council, name);
      files.set(`${product}, ${council}, ${name}`, { bytes, flavours: products[product].flavours });
    }
  }
  const wanted = [...files.values()].reduce((sum, { flavours }) => sum + flavours.length, 0);
  const sound = await bytesOf('wallet-card');
  files.set('a false claim', { bytes: replaced(sound, '<pdfuaid:part>1<', '<pdfuaid:part>7<'), flavours: ['ua1'] });
  files.set('no such part', { bytes: replaced(sound, '<pdfaid:part>2<', '<pdfaid:part>9<'), flavours: ['2a'] });
  files.set('half a file', { bytes: sound.subarray(0, sound.length / 2), flavours: ['ua1', '2a'] });
  return { verdicts: await validate(files), wanted };
};

/** The file with something else in its metadata, which are the only text that is not packed. */
const replaced = (bytes: Uint8Array, from: string, to: string): Uint8Array => {
  const text = Buffer.from(bytes).toString('latin1');
  if (!text.includes(from) || from.length !== to.length) throw new Error(`cannot put ${to} for ${from}`);
  return Buffer.from(text.replace(from, to), 'latin1');
};
