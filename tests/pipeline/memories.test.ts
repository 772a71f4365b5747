import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { ProductName } from '../../src/catalogue.ts';
import { openShelf } from '../../src/commands/sources.ts';
import { forgetAll } from '../../src/memory.ts';
import { press } from '../../src/pipeline.ts';
import { openProject, packageFolder } from '../../src/project.ts';
import { DAY, noClock } from '../sources.ts';
import { writeWholeCountry } from '../whole-country.mjs';

const folder = mkdtempSync(join(tmpdir(), 'handbill-memories-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const slugs = writeWholeCountry(folder);
const shelf = openShelf(
  openProject(packageFolder(), folder, () => {})!,
  () => {},
);

/** From all over the country: names and nations of every length, and three brands. */
const councils = slugs.filter((_, i) => i % 48 === 0);

/** What is made, and what is said of it. */
const make = async (slug: string, product: ProductName): Promise<string> => {
  const hash = createHash('sha256');
  const report = (diagnostic: object): void => void hash.update(JSON.stringify(diagnostic));
  const { sources } = shelf.load(slug, undefined, () => {})!;
  const made = await press({ product, sources, status: 'final', day: DAY }, report, noClock);
  return hash.update(made?.bytes ?? 'none').digest('hex');
};

const inOrder = async <T>(items: readonly T[], work: (item: T) => Promise<string>): Promise<string[]> => {
  const done: string[] = [];
  for (const item of items) done.push(await work(item));
  return done;
};

describe('what was made before', () => {
  test.each([
    ['leaflet', councils],
    ['large-print', councils.slice(0, 6)],
    ['wallet-card.sheet', councils.slice(0, 6)],
  ] as const)('changes no byte and no diagnostic: %s', async (product, some) => {
    const anew = await inOrder(some, (slug) => {
      forgetAll();
      return make(slug, product);
    });
    expect(new Set(anew).size).toBe(some.length);
    const warm = await inOrder(some, (slug) => make(slug, product));
    const backwards = await inOrder(some.toReversed(), (slug) => make(slug, product));
    expect(warm).toEqual(anew);
    expect(backwards).toEqual(anew.toReversed());
  });
});
