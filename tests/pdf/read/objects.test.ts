import { describe, expect, test } from 'vitest';
import { isA, textOfString } from '../../../src/pdf/read/objects.ts';
import { END, type Item, Parser } from '../../../src/pdf/read/parser.ts';
import { bytesOf } from './made.ts';

/** What is read, in a short notation: `/Name`, `(string)`, `7 0 R`, `word!`. */
const shown = (item: Item): unknown => {
  if (item === END) return 'END';
  if (Array.isArray(item)) return item.map(shown);
  if (item === null || typeof item !== 'object' || !('kind' in item)) return item;
  switch (item.kind) {
    case 'name':
      return `/${item.name}`;
    case 'string':
      return `(${item.bytes})`;
    case 'ref':
      return `${item.number} ${item.generation} R`;
    case 'dict':
      return Object.fromEntries([...item.entries].map(([key, value]) => [key, shown(value)]));
    case 'keyword':
      return `${item.word}!`;
    case 'stream':
      return 'stream';
  }
};

const read = (text: string): unknown => shown(new Parser(bytesOf(text), 'references').next());

const textOf = (text: string): string => {
  const item = new Parser(bytesOf(text), 'none').next();
  return item !== END && isA(item, 'string') ? textOfString(item) : '';
};

describe('objects', () => {
  test.each([
    ['null', null],
    ['true', true],
    ['-12.50', -12.5],
    ['+.5', 0.5],
    ['4.', 4],
    ['841.89', 841.89],
    ['--7', -7],
    ['1.2.3', 1.2],
    [`1${'0'.repeat(400)}`, 0],
    ['/A#20B#2f', '/A B/'],
    ['/', '/'],
    ['/A#G1', '/A#G1'],
    ['(a(b)c\\)\\\\)', '(a(b)c)\\)'],
    ['(\\101\\1012\\0\\7z)', '(AA2\0\x07z)'],
    ['(a\\\r\nb\rc\r\nd\\n)', '(ab\nc\nd\n)'],
    ['(never closed', '(never closed)'],
    ['<48 65 6C6c 6F2>', '(Hello )'],
    ['<zz41', '(A)'],
    ['[1 2 0 R 3 4 5 (x)]', [1, '2 0 R', 3, 4, 5, '(x)']],
    ['[1 [2] << /A [3] >>', [1, [2], { A: [3] }]],
    ['<< /A 1 /B null /C /D /A 2 >>', { A: 2, C: '/D' }],
    ['<< /A >>', {}],
    ['<< 7 /A 1 >>', { A: 1 }],
    ['<< /A 1 endobj', { A: 1 }],
    ['% a comment\n 5', 5],
    ['12 0 Robert', 12],
    ['BT', 'BT!'],
    [')', ')!'],
    ['', 'END'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('content streams have no references', () => {
    expect(shown(new Parser(bytesOf('1 0 R'), 'none').next())).toBe(1);
  });

  test('ten thousand arrays in one another are refused', () => {
    expect(() => read('['.repeat(10_000))).toThrow(/nested too deep/);
    expect(() => read('<</A '.repeat(10_000))).toThrow(/nested too deep/);
    expect(shown(new Parser(bytesOf(`${'['.repeat(200)}${']'.repeat(200)}`), 'none').next())).toBeInstanceOf(Array);
  });

  test('every byte gets the parser forward', () => {
    for (let first = 0; first < 256; first += 1) {
      const parser = new Parser(Uint8Array.of(first, first, 0x20, first), 'references');
      let steps = 0;
      while (parser.next() !== END && steps < 9) steps += 1;
      expect(steps).toBeLessThan(5);
    }
  });

  test('text strings in their three encodings', () => {
    expect(textOf('<FEFF0175005E>')).toBe('ŵ^');
    expect(textOf('<EFBBBFC5B5>')).toBe('ŵ');
    expect(textOf('(caf\xe9 \x84 \xa0\x18)')).toBe('café — €˘');
  });
});
