import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/data/record.ts';
import { type Entry, parseManifest, printManifest } from '../../src/manifest.ts';
import { compare } from '../../src/manifest-changes.ts';

const inputs = {
  'content/brands/anyshire/brand.yaml': 'b1',
  'content/councils/anyshire.yaml': 'c1',
  'content/councils/anyshire.en.md': 'w1',
  'content/furniture/en.yaml': 'f1',
  'content/guidance/candidate-security.en.md': 'g1',
  'content/links.yaml': 'l1',
};

const contacts = (sha256: string): NonNullable<Entry['contacts']> => ({ sha256, signedOff: null });

const entry = (path: string, change: Partial<Entry> = {}): Entry => ({
  path,
  sha256: '00',
  size: 1,
  pages: 4,
  template: 'leaflet',
  council: path.split('/')[0] ?? '',
  status: 'final',
  date: '2025-03-20' as Day,
  language: 'en',
  contacts: contacts('k1'),
  handbill: '1.0.0',
  inputs,
  ...change,
});

const LEAFLET = 'anyshire/leaflet.en.pdf';
const one = (change: Partial<Entry> = {}): Entry => entry(LEAFLET, change);
/** An entry as handbill wrote it before contacts had a hash. */
const old = (change: Partial<Entry> = {}): Entry => {
  const { contacts: _contacts, handbill: _handbill, ...rest } = one(change);
  return rest;
};

describe('an entry of a manifest', () => {
  test('is read with contacts and without', () => {
    const signed = one({ contacts: { sha256: 'k', signedOff: { name: 'Helen Marsh', date: '2025-03-20' as Day } } });
    for (const each of [signed, one(), old()]) expect(parseManifest(printManifest([each]))).toEqual([each]);
  });

  test.each([
    { contacts: {} },
    { contacts: { sha256: 'k' } },
    { contacts: { sha256: 'k', signedOff: 'x' } },
    { handbill: 1 },
  ])('is not understood with %j', (wrong) => {
    expect(parseManifest(printManifest([{ ...one(), ...(wrong as object) }]))).toBeUndefined();
  });
});

describe('what changed between two manifests', () => {
  test('is nothing where nothing did', () => {
    expect(compare([one()], [one()])).toEqual({ recall: [], changed: [], added: [], removed: [], unchanged: 1 });
  });

  test('is what came and went, each in one list', () => {
    const [a, b, c] = [entry('a/leaflet.en.pdf'), entry('b/leaflet.en.pdf'), entry('c/leaflet.en.pdf')];
    const changes = compare([c, b], [a, { ...b, sha256: '11', date: '2025-03-21' as Day }]);
    expect(changes).toMatchObject({ recall: [], added: [a.path], removed: [c.path], unchanged: 0 });
    expect(changes.changed).toMatchObject([{ path: b.path, council: 'b', reasons: ['date'] }]);
  });

  test.each([
    ['content/guidance/candidate-security.en.md', 'guidance'],
    ['content/councils/anyshire.en.md', 'words'],
    ['content/councils/anyshire.yaml', 'council'],
    ['content/brands/anyshire/brand.yaml', 'brand'],
    ['content/furniture/en.yaml', 'furniture'],
    ['content/links.yaml', 'links'],
  ])('is told by its input: %s', (name, reason) => {
    const after = one({ sha256: '11', inputs: { ...inputs, [name]: 'other' } });
    const { changed, recall } = compare([one()], [after]);
    expect(recall).toEqual([]);
    expect(changed.map(({ reasons }) => reasons)).toEqual([[reason]]);
  });

  test('is told by an input that is new or gone', () => {
    const { 'content/councils/anyshire.en.md': _, ...fewer } = inputs;
    expect(compare([one()], [one({ sha256: '11', inputs: fewer })]).changed[0]?.reasons).toEqual(['words']);
    expect(compare([one({ inputs: fewer })], [one({ sha256: '11' })]).changed[0]?.reasons).toEqual(['words']);
  });

  test('may be the version, or nothing that manifests know', () => {
    expect(compare([one()], [one({ sha256: '11', handbill: '2.0.0' })]).changed[0]?.reasons).toEqual(['handbill']);
    expect(compare([one()], [one({ sha256: '11' })]).changed[0]?.reasons).toEqual(['unknown']);
  });
});

const recalled = (before: readonly Entry[], after: readonly Entry[]): string[] =>
  compare(before, after).recall.map(({ path }) => path);

describe('what must be recalled', () => {
  test('is what prints contacts that have changed', () => {
    const after = one({
      sha256: '11',
      contacts: contacts('k2'),
      inputs: { ...inputs, 'content/councils/anyshire.yaml': 'c2' },
    });
    const changes = compare([one()], [after]);
    expect(changes.recall).toMatchObject([{ path: LEAFLET, reasons: ['contacts', 'council'] }]);
    expect([changes.changed, changes.unchanged]).toEqual([[], 0]);
  });

  test('is not what came out the same, or changed in something else', () => {
    expect(recalled([one()], [one({ contacts: contacts('k2') })])).toEqual([]);
    const council = { ...inputs, 'content/councils/anyshire.yaml': 'c2' };
    expect(recalled([one()], [one({ sha256: '11', inputs: council })])).toEqual([]);
  });

  test('is what the council’s file was changed for, where the older manifest does not know its contacts', () => {
    const council = { ...inputs, 'content/councils/anyshire.yaml': 'c2' };
    expect(recalled([old()], [one({ sha256: '11', inputs: council })])).toEqual([LEAFLET]);
    const words = { ...inputs, 'content/councils/anyshire.en.md': 'w2' };
    expect(recalled([old()], [one({ sha256: '11', inputs: words })])).toEqual([]);
  });

  test('is also what is made no longer, if its council has other contacts now', () => {
    const ward = entry('anyshire/abbey-ward/leaflet.en.pdf', { area: 'Abbey ward' });
    const now = one({ sha256: '11', contacts: contacts('k2') });
    expect(recalled([ward, one()], [now])).toEqual(['anyshire/abbey-ward/leaflet.en.pdf', LEAFLET]);
    expect(recalled([ward], [one({ sha256: '11' })])).toEqual([]);
    expect(recalled([ward], [entry('other/leaflet.en.pdf', { contacts: contacts('k9') })])).toEqual([]);
  });

  test('is neither a draft nor a proof sheet, which nobody was handed', () => {
    const changes = { sha256: '11', contacts: contacts('k2') };
    for (const kind of [{ status: 'draft' }, { template: 'proof-sheet' }] as const) {
      const { recall, changed } = compare([one(kind)], [one({ ...kind, ...changes })]);
      expect([recall.length, changed.length]).toEqual([0, 1]);
    }
  });
});
