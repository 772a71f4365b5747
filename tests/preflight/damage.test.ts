import { describe, expect, test } from 'vitest';
import { bytesOf } from '../pdf/products.ts';
import { chance } from '../pdf/read/made.ts';
import { damaged, foundIn, rulesOf, sound, written } from './tagged.ts';
import { pdfkitTagged, pdfLib, reactPdf } from './writers.ts';

type Mutation = (bytes: Buffer, random: () => number) => Uint8Array;

const somewhere = (bytes: Buffer, random: () => number): number => Math.floor(random() * bytes.length);

const mutations: readonly Mutation[] = [
  (bytes, random) => bytes.subarray(0, somewhere(bytes, random)),
  (bytes, random) => {
    for (let i = 0; i < 1 + random() * 20; i += 1) bytes[somewhere(bytes, random)] = Math.floor(random() * 256);
    return bytes;
  },
  (bytes, random) => {
    const text = bytes.toString('latin1');
    const found = [...text.matchAll(/\d+/g)];
    const { index = 0, 0: digits = '' } = found[Math.floor(random() * found.length)] ?? { index: 0, 0: '' };
    const number = String(Math.floor(random() * 80));
    return Buffer.from(text.slice(0, index) + number + text.slice(index + digits.length), 'latin1');
  },
  (bytes, random) => {
    const [at, from] = [somewhere(bytes, random), somewhere(bytes, random)];
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, from + 300), bytes.subarray(at)]);
  },
];

/** By files and how often each is damaged: those that are not packed are hit where it hurts. */
const files: readonly (readonly [name: string, times: number, make: () => Uint8Array | Promise<Uint8Array>])[] = [
  ['the file made by hand', 300, () => written(sound)],
  ['pdfkit', 60, pdfkitTagged],
  ['pdf-lib', 40, pdfLib],
  ['react-pdf', 40, reactPdf],
  ['our card', 40, () => bytesOf('wallet-card')],
];

const numbers = (from: number, many: number): number[] => Array.from({ length: many }, (_, i) => from + i);

const trailer = (permissions: number): string =>
  `/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 3 /P ${permissions} >>`;

describe('damaged files', () => {
  test.each(files)('%s, %i times: something is said, and nothing thrown', async (_, times, make) => {
    const bytes = await make();
    const random = chance(20_250_320);
    for (let i = 0; i < times; i += 1) {
      const mutation = mutations[i % mutations.length]!;
      for (const { message, place } of foundIn(mutation(Buffer.from(bytes), random))) {
        expect([message, place?.kind]).toEqual([expect.stringMatching(/\S/), 'pdf']);
      }
    }
  });

  test('no PDF at all', () => {
    expect(rulesOf(foundIn(Buffer.from('Dear Sir')))).toEqual(['finished/unreadable']);
    expect(rulesOf(foundIn(Buffer.alloc(0)))).toEqual(['finished/unreadable']);
  });

  test('no pages', () => {
    expect(rulesOf(foundIn(written({ 1: '<< /Type /Catalog >>' })))).toEqual(['finished/unreadable']);
  });

  test('a length that is wrong is damage, and the rest is looked at', () => {
    const file = Buffer.from(written(damaged({ 22: ['/P ', '/Absatz '] })));
    const wrong = file.toString('latin1').replace(/\/Length \d+/, '/Length 9');
    expect(rulesOf(foundIn(Buffer.from(wrong, 'latin1')))).toEqual(
      expect.arrayContaining(['accessible/unknown-type', 'finished/damaged']),
    );
  });

  test('an encrypted file that keeps its words from screen readers', () => {
    const said = (permissions: number): string[] => rulesOf(foundIn(written(sound, trailer(permissions))));
    expect(said(-3904)).toEqual(['accessible/not-permitted', 'finished/encrypted']);
    expect(said(-1)).toEqual(['finished/encrypted']);
  });
});

/** Milliseconds: far above what they need, far below what somebody would wait. */
const patience = 30_000;

const timed = (bytes: Uint8Array): { readonly rules: string[]; readonly took: number } => {
  const started = performance.now();
  const rules = rulesOf(foundIn(bytes));
  return { rules, took: performance.now() - started };
};

describe('trees that are meant to hang a reader', () => {
  test('10,000 levels', () => {
    const chain = Object.fromEntries(numbers(100, 10_000).map((n) => [n, `<< /S /Div /K [${n + 1} 0 R] >>`]));
    const file = written(damaged({ 20: ['21 0 R', '100 0 R 21 0 R'], ...chain, 10_100: '<< /S /P /K [] >>' }));
    const { rules, took } = timed(file);
    expect(rules).toEqual(['accessible/empty-element']);
    expect(took).toBeLessThan(patience);
  });

  test('30,000 levels, each with words that stand for it', () => {
    const chain = Object.fromEntries(numbers(100, 30_000).map((n) => [n, `<< /S /Link /Alt (x) /K [${n + 1} 0 R] >>`]));
    const file = written(damaged({ 20: ['21 0 R', '100 0 R 21 0 R'], ...chain, 30_100: '<< /S /P /K [] >>' }));
    const { rules, took } = timed(file);
    expect(rules).toEqual(expect.arrayContaining(['accessible/damaged-tree', 'accessible/link-without-annotation']));
    expect(took).toBeLessThan(patience);
  });

  test('100,000 kids', () => {
    const kids = numbers(0, 100_000).map(() => '<< /S /LI /K [<< /S /Lbl >> << /S /LBody /K 1 >>] >>');
    const file = written(damaged({ 24: `<< /S /L /K [${kids.join(' ')}] >>` }));
    const { rules, took } = timed(file);
    expect(rules).toContain('accessible/content-twice');
    expect(took).toBeLessThan(patience);
  });

  test('elements that hold one another', () => {
    const all = numbers(100, 200);
    const holding = all.map((n) => `${n} 0 R`).join(' ');
    const ring = Object.fromEntries(all.map((n) => [n, `<< /S /P /K [${holding} 20 0 R 0] >>`]));
    const { rules, took } = timed(written(damaged({ 20: ['21 0 R', '100 0 R 21 0 R'], ...ring })));
    expect(rules).toContain('accessible/damaged-tree');
    expect(took).toBeLessThan(patience);
  });

  test('tables of a million columns, and a parent tree that goes round', () => {
    const cell = '<< /S /TD /A << /O /Table /ColSpan 999999999 /RowSpan 999999999 >> /K 1 >>';
    const row = `<< /S /TR /K [${cell.repeat(50)}] >>`;
    const damage = { 40: `<< /S /Table /K [${row.repeat(200)}] >>`, 7: '<< /Kids [7 0 R 7 0 R] >>' };
    const { rules, took } = timed(written(damaged(damage)));
    expect(rules).toContain('accessible/parent-tree');
    expect(took).toBeLessThan(patience);
  });

  test('of many findings of one rule, ten are told, and how many more there are', () => {
    const kids = numbers(0, 1000).map(() => '<< /S /Figure /K [] /A << /O /Layout /BBox [0 0 1 1] >> >>');
    const found = foundIn(written(damaged({ 50: `<< /S /Sect /K [13 ${kids.join(' ')}] >>` })));
    const told = found.filter(({ rule }) => rule === 'accessible/no-alternative');
    expect(told).toHaveLength(11);
    expect(told.at(-1)?.message).toBe('and 990 more of this kind: a picture has no words that stand for it');
  });
});
