import { describe, expect, test } from 'vitest';
import { press } from '../../../src/pipeline.ts';
import { NotAPdf } from '../../../src/pdf/read/faults.ts';
import { readPdf } from '../../../src/pdf/read/file.ts';
import { annotationsOf, pagesOf } from '../../../src/pdf/read/pages.ts';
import { linesOf } from '../../../src/pdf/read/text.ts';
import { DAY, example, noClock, silent } from '../../sources.ts';
import { chance, packed, simple } from './made.ts';

/** Reads all that there is to read; what is no PDF file says so. */
const readAll = (bytes: Uint8Array): number => {
  try {
    const file = readPdf(bytes);
    for (const number of file.numbers) file.resolve({ kind: 'ref', number, generation: 0 });
    return pagesOf(file).reduce((sum, page) => sum + linesOf(page).length + annotationsOf(page).length, 0);
  } catch (cause) {
    if (cause instanceof NotAPdf) return -1;
    throw cause;
  }
};

type Mutation = (bytes: Buffer, random: () => number) => Uint8Array;

const somewhere = (bytes: Buffer, random: () => number): number => Math.floor(random() * bytes.length);

const TOKENS = [
  'obj',
  'endobj',
  'stream',
  '<<',
  '>>',
  '[',
  '(',
  ')',
  '/Kids',
  '9 0 R',
  '0',
  '-1',
  '99999999999',
  '/Length',
  '\0',
  'R',
];

const MUTATIONS: { readonly [name: string]: Mutation } = {
  'a byte changed': (bytes, random) => {
    bytes[somewhere(bytes, random)] = Math.floor(random() * 256);
    return bytes;
  },
  'many bytes changed': (bytes, random) => {
    for (let i = 0; i < 200; i += 1) bytes[somewhere(bytes, random)] = Math.floor(random() * 256);
    return bytes;
  },
  'cut off': (bytes, random) => bytes.subarray(0, somewhere(bytes, random)),
  'a piece taken out': (bytes, random) => {
    const at = somewhere(bytes, random);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + Math.floor(random() * 2000))]);
  },
  'a piece put in twice': (bytes, random) => {
    const [at, from] = [somewhere(bytes, random), somewhere(bytes, random)];
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, from + 3000), bytes.subarray(at)]);
  },
  'a word of PDF put in': (bytes, random) => {
    const at = somewhere(bytes, random);
    const token = TOKENS[Math.floor(random() * TOKENS.length)]!;
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(` ${token} `), bytes.subarray(at)]);
  },
  'a number changed': (bytes, random) => {
    const text = bytes.toString('latin1');
    const from = somewhere(bytes, random);
    const digit = text.slice(from).search(/\d/);
    if (digit >= 0) bytes[from + digit] = 0x30 + Math.floor(random() * 10);
    return bytes;
  },
  'a reference changed': (bytes, random) => {
    const text = bytes.toString('latin1');
    const references = [...text.matchAll(/\d+(?= 0 R)/g)];
    const chosen = references[Math.floor(random() * references.length)];
    if (!chosen) return bytes;
    const number = String(Math.floor(random() * 60));
    return Buffer.from(text.slice(0, chosen.index) + number + text.slice(chosen.index + chosen[0].length), 'latin1');
  },
};

describe('damaged in 800 ways', () => {
  const times = 100;

  test.each(Object.entries(MUTATIONS))('%s: the reader neither breaks nor hangs', async (name, mutate) => {
    const pressed = await press({ product: 'leaflet', sources: example(), status: 'final', day: DAY }, silent, noClock);
    const files = [Buffer.from(pressed!.bytes), Buffer.from(packed(simple(), 'up'))];
    const random = chance(name.length * 7919);
    let slowest = 0;
    let legible = 0;
    for (let i = 0; i < times; i += 1) {
      const bytes = mutate(Buffer.from(files[i % 5 === 0 ? 1 : 0]!), random);
      const started = performance.now();
      if (readAll(bytes) > 0) legible += 1;
      slowest = Math.max(slowest, performance.now() - started);
    }
    expect(slowest).toBeLessThan(1000);
    // Most of what is damaged a little can be read all the same. Objects are packed into few streams, though, and damage
    // all over the file leaves none of these whole; they stand at its end, so what is cut off is mostly lost too.
    const enough = { 'cut off': 0, 'many bytes changed': -1 }[name] ?? times / 2;
    expect(legible).toBeGreaterThan(enough);
  });

  test('rubbish after a header is read as nothing', () => {
    const random = chance(99);
    for (let i = 0; i < 200; i += 1) {
      const rubbish = Uint8Array.from({ length: 2000 }, () => Math.floor(random() * 256));
      expect(readAll(Buffer.concat([Buffer.from('%PDF-1.7\n'), rubbish]))).toBe(-1);
    }
  });
});
