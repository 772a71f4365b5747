import { describe, expect, test } from 'vitest';
import { forgetAll, Memory } from '../src/memory.ts';

describe('a memory', () => {
  test('keeps as much as it may, and forgets what was asked for longest ago', () => {
    const memory = new Memory<string, number>(10);
    memory.set('a', 1, 4);
    memory.set('b', 2, 4);
    expect(memory.get('a')).toBe(1);
    memory.set('c', 3, 4);
    expect([memory.get('a'), memory.get('b'), memory.get('c')]).toEqual([1, undefined, 3]);
    memory.set('d', 4, 10);
    expect(['a', 'b', 'c', 'd'].map((key) => memory.get(key))).toEqual([undefined, undefined, undefined, 4]);
  });

  test('gives back what is heavier than all that it may keep, and keeps what it has', () => {
    const memory = new Memory<string, string>(10);
    memory.set('small', 'small', 10);
    expect(memory.set('large', 'large', 11)).toBe('large');
    expect([memory.get('small'), memory.get('large')]).toEqual(['small', undefined]);
  });

  test('counts a value that is set again once', () => {
    const memory = new Memory<string, number>(2);
    for (let i = 0; i < 9; i += 1) memory.set('again', i);
    memory.set('other', 1);
    expect([memory.get('again'), memory.get('other')]).toEqual([8, 1]);
  });

  test('is emptied with all others', () => {
    const [one, other] = [new Memory<string, number>(1), new Memory<string, number>(1)];
    one.set('a', 1);
    other.set('a', 1);
    forgetAll();
    expect([one.get('a'), other.get('a')]).toEqual([undefined, undefined]);
    expect(one.set('b', 2)).toBe(2);
    expect(one.get('b')).toBe(2);
  });
});
