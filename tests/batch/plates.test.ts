import { describe, expect, test } from 'vitest';
import type { Diagnostic, Place } from '../../src/diagnostics/diagnostic.ts';
import { Plates, type Printer } from '../../src/batch/plates.ts';
import type { Job } from '../../src/pipeline.ts';
import { DAY, exampleWith, noClock, type Changes } from '../sources.ts';
import { sourcesInTwo } from '../templates/bilingual.ts';
import { LONG_AREA } from '../templates/leaflets.ts';
import { differencesOf, ownPrinter, newTally, outcome } from './differing.ts';
import { localWords } from './random-councils.ts';

const cardOf = (area: string, changes: Changes = {}): Job => ({
  product: 'wallet-card',
  sources: exampleWith({ ...changes, area }),
  status: 'final',
  day: DAY,
});

const posterOf = (area: string): Job => ({ ...cardOf(area), product: 'poster' });

const named = (text: string): Changes => ({ words: localWords(text, 'content/councils/anyshire.en.md')! });

/** Presses jobs; what of them was made of plates, and what was said. */
const press = async (jobs: readonly Job[], printer: Printer = ownPrinter()) => {
  const tally = newTally();
  const plates = new Plates({ printer, tally });
  const ways: ('plate' | 'full')[] = [];
  const said: Diagnostic[][] = [];
  for (const job of jobs) {
    const before = tally.imprinted;
    const own: Diagnostic[] = [];
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await plates.press(job, (diagnostic) => own.push(diagnostic), noClock);
    ways.push(tally.imprinted > before ? 'plate' : 'full');
    said.push(own);
  }
  return { ways, said, tally };
};

/** A name of three lines on the poster has another layout than one of a single line. */
const LONG = 'Bishop’s Castle, Clun, Chirbury, Worthen, Longmynd, Corvedale and the Clee Hills with Ludlow East ward';

describe('plates', () => {
  test('serve all records after the first one', async () => {
    const { ways, tally } = await press(['Abbey', 'Castle', 'Ŵyl & Sheffield'].map((area) => cardOf(area)));
    expect(ways).toEqual(['full', 'plate', 'plate']);
    expect(tally).toEqual({ imprinted: 2, plates: 1, fallbacks: 0 });
  });

  test('of several shapes serve each record that has one of them', async () => {
    const { ways, tally } = await press(['Abbey', LONG, 'Castle', `${LONG}s`, 'Ely'].map(posterOf));
    expect(ways).toEqual(['full', 'full', 'plate', 'plate', 'plate']);
    expect(tally).toEqual({ imprinted: 3, plates: 2, fallbacks: 1 });
  });

  test('are none of a record that has an error, and the next one leaves one', async () => {
    const { ways, said, tally } = await press(['עיר', 'Abbey', 'Castle'].map((area) => posterOf(area)));
    expect(said.map((found) => found.map(({ rule }) => rule))).toEqual([['preflight/right-to-left'], [], []]);
    expect(ways).toEqual(['full', 'full', 'plate']);
    expect(tally.plates).toBe(1);
  });

  test('are none of a council as a whole', async () => {
    const whole: Job = { ...cardOf('Abbey'), sources: exampleWith({}) };
    const { ways } = await press([whole, cardOf('Abbey'), cardOf('Castle')]);
    expect(ways).toEqual(['full', 'full', 'plate']);
  });

  test('are kept apart by product, status, purpose and languages', async () => {
    const [sources, second] = sourcesInTwo({ areas: ['Abaty', 'Abbey'] });
    const jobs: Job[] = [
      cardOf('Abbey'),
      posterOf('Abbey'),
      { ...cardOf('Abbey'), status: 'draft' },
      { ...cardOf('Abbey'), purpose: { kind: 'proof' } },
      { ...cardOf('Abbey'), sources, second },
    ];
    expect((await press(jobs)).ways).toEqual(['full', 'full', 'full', 'full', 'full']);
  });

  test('of an area with one name in two languages serve none with two, and the other way round', async () => {
    const jobs = (
      [
        ['Abbey', 'Abbey'],
        ['Castell', 'Castle'],
        ['Ely', 'Ely'],
        ['Trelái', 'Ely'],
      ] as const
    ).map((areas): Job => {
      const [sources, second] = sourcesInTwo({ areas });
      return { ...cardOf(''), sources, second };
    });
    expect((await press(jobs)).ways).toEqual(['full', 'full', 'plate', 'plate']);
    expect(await differencesOf('two languages', jobs, newTally())).toEqual([]);
  });

  test('of an area with two names serve none with one', async () => {
    const jobs = (['Castell', 'Ely'] as const).map((welsh, i): Job => {
      const [sources, second] = sourcesInTwo({ areas: [welsh, i === 0 ? 'Castle' : 'Ely'] });
      return { ...cardOf(''), sources, second };
    });
    expect((await press(jobs)).ways).toEqual(['full', 'full']);
  });

  test('know names that typography sets otherwise in each language', async () => {
    const jobs = ['Abbey', "Ty 'r Ysgol"].map((area): Job => {
      const [sources, second] = sourcesInTwo({ areas: [area, area] });
      return { ...cardOf(''), sources, second };
    });
    expect(await differencesOf('elision', jobs, newTally())).toEqual([]);
    expect((await press(jobs)).ways).toEqual(['full', 'full']);
  });
});

describe('what is said of a record that is made of a plate', () => {
  const warned = (area: string): Job => {
    const words = localWords(':::local{slot=local-arrangements}\nRing {{feoa.phone}}.\n:::\n', 'words.md')!;
    return { ...cardOf(area, { council: { feoa: undefined }, words }), product: 'leaflet', status: 'draft' };
  };

  test('is what is said of the record that the plate was made with', async () => {
    const jobs = ['Abbey', 'Castle'].map(warned);
    const { ways, said } = await press(jobs);
    const full = await outcome(jobs[1]!);
    expect(said[0]?.map(({ rule }) => rule)).toEqual(['merge/missing-field']);
    expect(said[1]?.map((each) => JSON.stringify(each))).toEqual(full.said);
    expect(ways).toEqual(['full', 'plate']);
  });

  test.each([
    ['its place', (place: Place | undefined, job: Job) => withPlace(job, place)],
    ['its name', (_: Place | undefined, job: Job) => withArea(job, 'missing-field')],
  ])('is of one record where it has %s: that leaves no plate', async (_, changed) => {
    const [[{ place } = {}] = []] = (await press([warned('Abbey')])).said;
    const { ways, tally } = await press([changed(place, warned('Abbey')), warned('Castle'), warned('Ely')]);
    expect([ways, tally.plates]).toEqual([['full', 'full', 'plate'], 1]);
  });
});

const withPlace = (job: Job, place: Place | undefined): Job => {
  const { record } = job.sources;
  return { ...job, sources: { ...job.sources, record: { ...record, placeOf: () => place } } };
};

const withArea = (job: Job, area: string): Job => {
  const { record } = job.sources;
  return { ...job, sources: { ...job.sources, record: { ...record, area } } };
};

describe("an area in a council's own words", () => {
  const wordsOf = (text: string): Job[] =>
    ['Abbey', 'Castle', "Bishop's Castle", 'Ely'].map((area) => ({
      ...cardOf(area, named(`:::local{slot=local-arrangements}\n${text}\n:::\n`)),
      product: 'leaflet' as const,
    }));

  test.each([
    ['a paragraph', 'In {{area}} ask at the hall.'],
    ['quotes and bold', 'The "hall" of **{{area}}** - ask there.'],
    ['a number to ring', 'In {{area}} ring 01632 960 004.'],
    ['a list', '- {{area}}: the hall\n- elsewhere: nothing'],
    ['a condition', '{{#if area}}\nFor {{area}}.\n{{else}}\nFor all.\n{{/if}}'],
  ])('is set again in %s', async (_, text) => {
    const jobs = wordsOf(text);
    expect((await press(jobs)).ways).toEqual(['full', 'plate', 'plate', 'plate']);
    expect(await differencesOf(text, jobs.slice(0, 3), newTally())).toEqual([]);
  });

  test.each([
    ['a heading, which is a bookmark', '### In {{area}}\n\nAsk at the hall.'],
    ['an address', 'See [the page](https://council.example/{{area}}).'],
    ['a paragraph with a link, which moves', 'In {{area}} see [the page](https://council.example/wards).'],
  ])('takes the full way in %s', async (_, text) => {
    expect((await press(wordsOf(text).slice(0, 2))).ways).toEqual(['full', 'full']);
  });
});

describe('bad input', () => {
  test.each([
    ['a letter that not every subset has', 'Győr'],
    ['a letter that no page can show', 'Town \u{1f409}'],
    ['Cyrillic', 'Москва'],
    ['an email address', 'info@town.example'],
    ['a number that somebody may ring', 'Ward 01632 960 999'],
    ['private use characters', 'Abbey \ue000\ue101'],
  ])('takes the full way: %s', async (_, area) => {
    const jobs = [posterOf('Abbey'), posterOf(area)];
    expect((await press(jobs)).ways).toEqual(['full', 'full']);
    expect(await differencesOf(area, jobs, newTally())).toEqual([]);
  });

  test('a first record in such letters leaves no plate with them', async () => {
    const jobs = ['Győr', 'Abbey', 'Castle'].map(posterOf);
    expect((await press(jobs)).ways).toEqual(['full', 'full', 'plate']);
    expect(await differencesOf('Győr', jobs, newTally())).toEqual([]);
  });

  test('signs that marks are made of are no marks: preflight finds no glyph for them', async () => {
    const { said, ways } = await press([posterOf('Abbey'), posterOf('Abbey \ue000\ue101')]);
    expect(said[1]?.map(({ rule }) => rule)).toContain('preflight/missing-glyph');
    expect(ways).toEqual(['full', 'full']);
  });

  test('a record that changes the number of pages takes the full way', async () => {
    const item = '- The hall in the middle of {{area}} is open each day of the week\n';
    const words = named(`:::local{slot=local-arrangements}\n${item.repeat(16)}:::\n`);
    const jobs = ['Ely', LONG_AREA, 'Ware'].map((area): Job => ({ ...cardOf(area, words), product: 'leaflet' }));
    const { ways } = await press(jobs);
    expect(ways).toEqual(['full', 'full', 'plate']);
    expect(await differencesOf('pages', jobs, newTally())).toEqual([]);
    const [short, long] = [await outcome(jobs[0]!), await outcome(jobs[1]!)];
    expect(long.pages).toBeGreaterThan(short.pages);
  });
});
