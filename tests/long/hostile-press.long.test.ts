import { describe, expect, test } from 'vitest';
import { chance, type Objects } from '../pdf/read/made.ts';
import { stream } from '../pdf/read/made.ts';
import { damaged, rulesOf, written } from '../preflight/tagged.ts';
import { content, foundFor, picture, profileOf, sound } from '../preflight/press/made.ts';

/** Files that are made to hang who reads them: each ends within seconds, and says what could not be looked at. */

const heavy: readonly (readonly [what: string, objects: Objects, told: readonly string[]])[] = [
  ['a page that is painted over and over', { 4: content('0 0 600 900 re f '.repeat(20_000)) }, ['press/ink-unknown']],
  [
    'shapes of many sides',
    {
      4: content(
        `${Array.from({ length: 2000 }, (_, i) => `${(i * 37) % 300} ${(i * 91) % 430} l`).join(' ')} f `
          .replace(/^\S+ \S+ l/, '0 0 m')
          .repeat(60),
      ),
    },
    ['press/ink-unknown'],
  ],
  ['many thin lines', { 4: content('1 1 1 1 K 0.3 w 40.1 40 m 280.1 400 l S '.repeat(15_000)) }, ['press/ink']],
  [
    'many pictures of many samples',
    { 4: content('q 300 0 0 400 0 0 cm /Picture Do Q '.repeat(4000)), 11: picture(1500) },
    ['press/ink-unknown'],
  ],
  ['a page of many metres', { 3: sound[3]!.replace(/\[[^\]]+\]/g, '[0 0 1e9 1e9]') }, []],
  ['a page without a size', { 3: sound[3]!.replace(/\[[^\]]+\]/g, '[0 0 0 0]') }, []],
  [
    'a tile that is painted with itself',
    {
      4: content('/Pattern cs /Tile scn 40 220 90 90 re f'),
      21: stream(
        '/Pattern cs /Tile scn 0 0 4 4 re f',
        '/PatternType 1 /PaintType 1 /BBox [0 0 8 8] /XStep 8 /YStep 8 /Resources 6 0 R',
      ),
    },
    ['press/ink-unknown'],
  ],
];

describe('a file that is made to be slow', () => {
  test.for(heavy)('%s', ([, objects, told]) => {
    const started = performance.now();
    const rules = rulesOf(foundFor(profileOf('council-print'), written({ ...sound, ...objects })));
    expect(performance.now() - started).toBeLessThan(30_000);
    expect(rules).toEqual(expect.arrayContaining([...told]));
  });
});

test('a file that is damaged anywhere throws nothing', () => {
  const random = chance(6);
  const whole = Buffer.from(written(damaged({}, sound)));
  const asked = profileOf('council-print', 'letter: { firstPage: [{ left: 5, top: 5, right: 90, bottom: 140 }] }');
  for (let round = 0; round < 150; round += 1) {
    const bytes = Buffer.from(whole);
    for (let i = 0; i < 1 + random() * 12; i += 1)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    for (const { message } of foundFor(asked, bytes)) expect(message).not.toMatch(/NaN|Infinity|undefined/);
  }
});
