import { describe, expect, test } from 'vitest';
import { openShelf } from '../../src/commands/sources.ts';
import { editionTexts } from '../../src/content/edition-texts.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { PagedName } from '../../src/catalogue.ts';
import { press } from '../../src/pipeline.ts';
import { preflight } from '../../src/preflight/preflight.ts';
import { openProject, packageFolder } from '../../src/project.ts';
import { pressed, sourcesOf } from '../print/pressed.ts';
import { DAY, noClock, partsOf, silent } from '../sources.ts';

const shelf = openShelf(openProject(packageFolder(), undefined, silent)!, silent);

const products: readonly PagedName[] = [
  'leaflet',
  'large-print',
  'booklet',
  'trifold',
  'trifold-z',
  'wallet-card',
  'folded-card',
  'poster',
  'wallet-card.sheet',
  'proof-sheet',
];

/** Products that take the whole guidance. */
const whole: readonly PagedName[] = ['leaflet', 'large-print', 'booklet'];

describe.each(['anyshire', 'northmoor', 'llanfair-y-wyl'])('%s', (council) => {
  test.each(products)('%s: nothing is found, and it says what the edition says', async (product) => {
    const { sources } = shelf.load(council, undefined, silent)!;
    const made = await press({ product, sources, status: 'final', day: DAY }, silent, noClock);
    const found: Diagnostic[] = [];
    const texts = whole.includes(product) ? { texts: editionTexts(partsOf(sources).edition) } : {};
    const verdict = preflight(
      { bytes: made!.bytes, path: product, ...texts },
      ['accessible'],
      (each) => void found.push(each),
    );
    expect(found).toEqual([]);
    expect(verdict).toEqual({ pages: made!.pages, errors: 0, warnings: 0 });
  });
});

test('contents that lead nowhere are contents too, in a file for print', async () => {
  const { bytes } = await pressed('booklet', 'anyshire', 'print');
  const texts = editionTexts(partsOf(sourcesOf('anyshire')).edition);
  const found: Diagnostic[] = [];
  preflight({ bytes, path: 'booklet', texts }, ['accessible'], (each) => void found.push(each));
  expect(found).toEqual([]);
});
