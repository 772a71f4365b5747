import { describe, expect, test } from 'vitest';
import { openProgress } from '../../src/commands/progress.ts';

function bar(
  total: number,
  colour: boolean,
): { lines: string[]; after: (ms: number) => void } & ReturnType<typeof openProgress> {
  const lines: string[] = [];
  let now = 0;
  const progress = openProgress(total, { write: (text) => lines.push(text), colour, clock: () => now });
  return { ...progress, lines, after: (ms) => void (now += ms) };
}

describe('the bar of a batch', () => {
  test('rewrites one line with rate and time left', () => {
    const { lines, after, step, clear } = bar(4, false);
    after(500);
    step('sound');
    after(500);
    step('faulty');
    after(500);
    step('sound');
    after(500);
    step('sound');
    clear();
    expect(lines).toEqual([
      '\r[........................] 0 of 4\u001B[K',
      '\r[######..................] 1 of 4, 2.0 a second, 2 s left\u001B[K',
      '\r[############............] 2 of 4, 2.0 a second, 1 s left, 1 with faults\u001B[K',
      '\r[##################......] 3 of 4, 2.0 a second, 1 s left, 1 with faults\u001B[K',
      '\r[########################] 4 of 4, 2.0 a second, 0 s left, 1 with faults\u001B[K',
      '\r\u001B[K',
    ]);
  });

  test('is drawn ten times a second at most, and at the end', () => {
    const { lines, after, step } = bar(1000, false);
    for (let i = 0; i < 1000; i++) {
      after(1);
      step('sound');
    }
    expect(lines.length).toBeLessThan(13);
    expect(lines.at(-1)).toContain('1000 of 1000, 1.0e+3 a second');
  });

  test('counts minutes and hours where there are many', () => {
    const { lines, after, step } = bar(8405, true);
    after(1000);
    step('sound');
    expect(lines.at(-1)).toContain('2 h 21 min left');
    expect(lines.join('')).not.toContain('\u001B[32m\u001B[0m');
    after(9000);
    for (let i = 0; i < 399; i++) step('faulty');
    after(1000);
    step('faulty');
    expect(lines.at(-1)).toContain('[\u001B[32m#\u001B[0m');
    expect(lines.at(-1)).toContain(' 4 min left, \u001B[31m400 with faults\u001B[0m');
  });
});
