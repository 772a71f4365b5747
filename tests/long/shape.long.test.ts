import { expect, test } from 'vitest';
import { layoutsOf } from '../typeset/laid-whole.ts';

test.each(['example', 'long names'] as const)('a layout by shapes is that of the whole: %s', async (council) => {
  for await (const { whole, known, anew } of layoutsOf(council)) {
    expect(known).toEqual(whole);
    expect(anew).toEqual(whole);
  }
});
