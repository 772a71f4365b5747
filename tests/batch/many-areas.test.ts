import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Imprinted } from '../../src/batch/imprint.ts';
import { Plates, type Printer } from '../../src/batch/plates.ts';
import { parseAreas } from '../../src/data/areas.ts';
import { withArea } from '../../src/data/council.ts';
import type { Job } from '../../src/pipeline.ts';
import { filesIn } from '../output/folder.ts';
import { DAY, exampleWith, noClock, silent } from '../sources.ts';
import { newTally } from './differing.ts';
import { batchOfNorthfield } from './northfield.ts';

describe('areas whose files would have one name', () => {
  test('are reported, both of them, and the others are made of a plate', async () => {
    const { cwd, status, stderr } = await batchOfNorthfield(['Abbey', "St Mary's", 'St. Mary’s', 'Castle']);
    expect(status).toBe(1);
    expect(stderr.match(/rule: areas\/same-file/g)).toHaveLength(2);
    const written = filesIn(join(cwd, 'output')).filter((name) => name.endsWith('leaflet.en.pdf'));
    expect(written.toSorted()).toEqual(['northfield/abbey/leaflet.en.pdf', 'northfield/castle/leaflet.en.pdf']);
    const [abbey, castle] = written.map((name) => readFileSync(join(cwd, 'output', name)));
    expect(Buffer.compare(abbey!, castle!)).not.toBe(0);
  });
});

describe('100,000 areas', () => {
  const names = Array.from({ length: 100_000 }, (_, i) => `Ward ${i.toString(36)}`);

  test('are read, and each has its own file', () => {
    const text = `name\n${names.join('\n')}\n`;
    const file = { path: 'areas.csv', text, encoding: 'utf-8' as const };
    const found = parseAreas(file, { name: 'Anyshire District Council' }, silent);
    expect([found?.areas.length, found?.faulty]).toEqual([100_000, 0]);
  });

  test('come from one plate, in memory that does not grow', async () => {
    const made: Imprinted = { kind: 'file', bytes: new Uint8Array(), sha256: '', pages: 2 };
    let asked = 0;
    const printer: Printer = {
      mount: () => ({
        imprint: ([name = '']) => {
          asked += Number(name.startsWith('Ward'));
          return made;
        },
      }),
    };
    const tally = newTally();
    const plates = new Plates({ printer, tally });
    const sources = exampleWith({ area: 'Abbey' });
    const jobOf = (area: string): Job => ({
      product: 'wallet-card',
      sources: { ...sources, record: withArea(sources.record, area) },
      status: 'final',
      day: DAY,
    });
    await plates.press(jobOf('Abbey'), silent, noClock);
    const before = process.memoryUsage().heapUsed;
    let most = 0;
    for (const [i, name] of names.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await plates.press(jobOf(name), silent, noClock);
      if (i % 10_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
    expect(tally).toEqual({ imprinted: 100_000, plates: 1, fallbacks: 0 });
    expect(asked).toBe(100_000);
    expect(most).toBeLessThan(150e6);
  });
});
