import { expect, test } from 'vitest';
import { layoutsOf } from './laid-whole.ts';

// Of more councils: `tests/long`.
test('a layout by shapes is that of the whole', async () => {
  for await (const { whole, known, anew } of layoutsOf('minimal')) {
    expect(known).toEqual(whole);
    expect(anew).toEqual(whole);
  }
});
