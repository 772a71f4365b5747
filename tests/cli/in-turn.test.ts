import { describe, expect, test } from 'vitest';
import { openQueue } from '../../src/commands/in-turn.ts';

describe('what is said in turn', () => {
  test('is heard at once by the first, and by the others when those before them have ended', () => {
    const heard: string[] = [];
    const queue = openQueue();
    const [a, b, c] = [queue.next(), queue.next(), queue.next()];
    c.say(() => heard.push('c1'));
    b.say(() => heard.push('b1'));
    a.say(() => heard.push('a1'));
    expect(heard).toEqual(['a1']);
    c.end();
    b.end();
    a.say(() => heard.push('a2'));
    expect(heard).toEqual(['a1', 'a2']);
    a.end();
    expect(heard).toEqual(['a1', 'a2', 'b1', 'c1']);
    const d = queue.next();
    d.say(() => heard.push('d1'));
    expect(heard.at(-1)).toBe('d1');
  });

  test('is heard in order at the end, also of those who never ended', () => {
    const heard: number[] = [];
    const queue = openQueue();
    const turns = Array.from({ length: 3000 }, () => queue.next());
    for (const [i, turn] of [...turns.entries()].toReversed()) {
      turn.say(() => heard.push(i));
      if (i % 2 === 0 || i < 2000) turn.end();
    }
    expect(heard).toHaveLength(2002);
    queue.close();
    expect(heard).toEqual(turns.map((_, i) => i));
  });
});
