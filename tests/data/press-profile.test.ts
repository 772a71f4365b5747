import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parsePressProfile, type PressProfile, settled } from '../../src/data/press-profile.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';

const read = (text: string) => {
  const found: Diagnostic[] = [];
  return { stated: parsePressProfile({ path: 'x.yaml', text }, (each) => void found.push(each)), found };
};

/** Each file is named for its fault: what is said of it, and what to do. */
const faults: { readonly [name: string]: readonly [rule: string, place: string, message: string, hint: string] } = {
  'area-upside-down': ['parse/invalid-value', '2:23', 'the area is empty', 'count all four from the left'],
  'bleed-in-words': ['parse/invalid-value', '2:17', '`boxes.bleed` must be a number, found text', ''],
  'half-a-page': ['parse/invalid-value', '2:16', '`1.5` is not a whole number', 'give a number of pages'],
  'no-title': ['parse/missing-key', '', 'missing key `title`', 'add `title: …`'],
  'not-a-size': ['parse/invalid-value', '2:22', '`Letter` is not the size of a page', 'write it as `A4` or'],
  'resolution-the-wrong-way-round': [
    'parse/invalid-value',
    '2:21',
    '`wanted` must not be less',
    'put the three in order',
  ],
  'unknown-key': ['parse/unknown-key', '2:11', 'unknown key `mostink`', 'did you mean `mostInk`?'],
  'unknown-rule': ['parse/invalid-value', '2:8', '`warn.0` must be one of', 'did you mean `press/hairline`?'],
  'version-as-a-number': ['parse/invalid-value', '2:20', '`file.versions.0` must be text', 'put it in quotes: `"1.6"`'],
};

const folder = 'tests/fixtures/profiles';

test.for(readdirSync(folder).map((name) => name.replace('.yaml', '')))('%s', (name) => {
  const { stated, found } = read(readFileSync(`${folder}/${name}.yaml`, 'utf8'));
  expect(stated).toBeUndefined();
  const shown = found.map(({ rule, place }) => {
    const start = place?.kind === 'text' ? place.range?.start : undefined;
    return [rule, start ? `${start.line}:${start.column}` : ''];
  });
  const [rule, place, message, hint] = faults[name]!;
  expect(shown).toEqual([[rule, place]]);
  expect(found[0]?.message).toContain(message);
  expect(found[0]?.hints.join('\n')).toContain(hint);
});

describe('a profile over another one', () => {
  const base = settled(
    'base',
    read('title: Base\nboxes: { bleed: 3, safe: 5 }\nwarn: [press/ink]\npages: { most: 4 }').stated!,
  );
  const over = (text: string): PressProfile => settled('own', read(`title: Own\n${text}`).stated!, base);

  test('takes what it does not say from that one, key by key', () => {
    expect(over('boxes: { bleed: 5 }')).toMatchObject({
      name: 'own',
      title: 'Own',
      boxes: { bleed: 5, safe: 5 },
      pages: { most: 4 },
      warn: ['press/ink'],
    });
  });

  test('takes back what that one asks', () => {
    expect(over('boxes: { safe: any }\nwarn: []')).toMatchObject({ boxes: { bleed: 3 }, warn: [] });
    expect(over('boxes: { safe: any }').boxes).not.toHaveProperty('safe');
  });

  test('sizes are those of paper, or millimetres', () => {
    const { pages } = over('pages: { sizes: [A5, 85 x 55, 53.98×85.6] }');
    expect(pages.sizes).toEqual([
      { name: 'A5', width: 148, height: 210 },
      { name: '85 × 55 mm', width: 85, height: 55 },
      { name: '53.98 × 85.6 mm', width: 53.98, height: 85.6 },
    ]);
  });
});

test('the README shows a profile that is understood, with every key of a profile in its table', () => {
  const readme = readFileSync('README.md', 'utf8');
  const shown = [...readme.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
  const { stated, found } = read(shown.find((text) => text.includes('extends: council-print')) ?? '');
  expect([found, stated?.value.extends]).toEqual([[], 'council-print']);
  const [told = ''] = read('nonsense: 1\ntitle: x\n').found[0]?.hints ?? [];
  const keys = [...told.matchAll(/`(\w+)`/g)].map(([, key]) => key);
  expect(keys.length).toBeGreaterThan(8);
  for (const key of keys) expect(readme).toMatch(new RegExp(`^\\| .*\`${key}\`.* \\|`, 'm'));
});
