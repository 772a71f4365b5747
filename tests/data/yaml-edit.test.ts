import { describe, expect, test } from 'vitest';
import { councilStarter } from '../../src/data/council-starter.ts';
import { documentOf } from '../../src/data/yaml.ts';
import { type Change, editYaml, valueIn } from '../../src/data/yaml-edit.ts';
import { chance } from '../import/cells.ts';
import { registry } from '../registry/given.ts';

const FILE = `# A council's file.

name: "A"   # as on the letterhead
# The Returning Officer.
ro:
  title: 'RO'
  # name: …
  phones: ~  # missing: the number
  # email: …
  # Without a phone, give an email.

# es:
#   title: x

police:
  - name: P
    # website: …
flow: { a: 1, b: ["x"] }
lines:
  - one   # the first
  - two
last: ~`;

const edit = (...changes: Change[]): string => editYaml(FILE, changes);

describe('a value that is changed', () => {
  test('takes the place of nothing, of a list in lines, of a quoted text; what stands around it stays', () => {
    const changed = edit(
      { keyPath: 'ro.phones', value: ['01632 960 001'], note: 'from x' },
      { keyPath: 'lines', value: ['1', '2'], note: 'l' },
      { keyPath: 'ro.title', value: 'County: RO' },
    );
    expect(changed).toBe(
      `${FILE}\n`
        .replace('~  # missing: the number', '["01632 960 001"]  # from x')
        .replace('\n  - one   # the first\n  - two', ' ["1", "2"]  # l')
        .replace("'RO'", '"County: RO"'),
    );
  });

  test('keeps what somebody wrote behind it', () => {
    expect(edit({ keyPath: 'name', value: 'B', note: 'from x, B2, 2026-11-22' })).toContain(
      'name: "B"  # from x, B2, 2026-11-22; as on the letterhead\n',
    );
  });

  test('stands in a line that shows its key, else below its like; its group is begun', () => {
    const changed = edit(
      { keyPath: 'ro.hours', value: '9: x # y', note: 'h' },
      { keyPath: 'ro.name', value: 'N' },
      { keyPath: 'police.0.website', value: 'https://p.example' },
      { keyPath: 'police.1.name', value: 'Q', note: 'q' },
      { keyPath: 'es.title', value: 'E', note: 't' },
      { keyPath: 'last.0.name', value: 'L' },
    );
    expect(changed).toContain(
      `  name: N\n  phones: ~  # missing: the number\n  hours: "9: x # y"  # h\n  # email: …\n`,
    );
    expect(changed).toContain(`  - name: P\n    website: https://p.example\n  - name: Q  # q\nflow`);
    expect(changed).toContain('last:\n  - name: L\n\nes:\n  title: E  # t\n');
    expect(changed).toContain('# es:\n#   title: x\n');
  });

  test('leaves notes that are indented with what they are about', () => {
    const file = 'police:\n  - name: P\n    # website: …\n# The end.\n';
    expect(editYaml(file, [{ keyPath: 'feoa.title', value: 'F' }])).toBe(
      'police:\n  - name: P\n    # website: …\n\nfeoa:\n  title: F\n# The end.\n',
    );
  });

  test('in brackets has its note above the line', () => {
    const changed = edit(
      { keyPath: 'flow.b', value: ['z'], note: 'b' },
      { keyPath: 'flow.c.d', value: 'e', note: 'c' },
    );
    expect(changed).toMatch(/# c\n# b\nflow: \{ a: 1, b: \["z"\], c: \{ d: "e" \} \}\n|# b\n# c\nflow: \{ a: 1/);
  });

  test('is data, whatever it is', () => {
    for (const value of [
      '{{#if x}}',
      '"',
      "'",
      '- a',
      '# b',
      '*x',
      '&y',
      '!t',
      'no',
      '~',
      'null',
      '1e3',
      '07',
      'a: b',
      '%',
    ]) {
      const changed = edit(
        { keyPath: 'ro.name', value, note: 'n' },
        { keyPath: 'ro.address', value: [value], note: 'n' },
      );
      expect(valueIn(documentOf(changed), 'ro.name')).toBe(value);
      expect(valueIn(documentOf(changed), 'ro.address')).toEqual([value]);
    }
    expect(valueIn(documentOf(edit({ keyPath: '__proto__.x', value: 'v' })), '__proto__.x')).toBe('v');
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });
});

const KEYS = [
  'name',
  'shortName',
  'election.date',
  'contactsCheckedOn',
  ...[
    'returningOfficer',
    'deputyReturningOfficers.0',
    'deputyReturningOfficers.1',
    'electoralServices',
    'feoa',
  ].flatMap((key) =>
    ['title', 'name', 'phones', 'email', 'address', 'hours', 'website'].map((detail) => `${key}.${detail}`),
  ),
  'police.0.name',
  'police.0.website',
  'police.1.name',
  'alternativeFormats.phone',
  'issuedBy.address',
];

/** Deputies and forces come one after the other. */
const hasBefore = (key: string, keys: readonly string[], there: (key: string) => boolean): boolean =>
  !/\.1\./.test(key) ||
  keys.some((each) => each.startsWith(key.replace(/\.1\..*/, '.0.'))) ||
  there(key.replace(/\.1\..*/, '.0'));

test('the files of all councils take any values, one after another, and lose no comment that is not their own', () => {
  const next = chance(7);
  const councils = registry().councils;
  for (let round = 0; round < 60; round++) {
    const council = councils[Math.floor(next() * councils.length)]!;
    let text = councilStarter(council, registry());
    const notes = text.split('\n').filter((line) => /^ *#/.test(line) && !line.includes('…'));
    for (let step = 0; step < 3; step++) {
      const document = documentOf(text);
      const wanted = KEYS.filter(() => next() < 0.2);
      const keys = wanted.filter((key) => hasBefore(key, wanted, (each) => valueIn(document, each) !== undefined));
      const changes = keys.map((keyPath): Change => {
        const value = `v${Math.floor(next() * 1e6)}${next() < 0.3 ? ': # "x"' : ''}`;
        return {
          keyPath,
          value: /(phones|address)$/.test(keyPath) ? [value, 'w'] : value,
          ...(next() < 0.5 && { note: 'from x, A1, 2026-11-22' }),
        };
      });
      text = editYaml(text, changes);
      const changed = documentOf(text);
      for (const { keyPath, value } of changes) expect(valueIn(changed, keyPath)).toEqual(value);
    }
    const lines = new Set(text.split('\n'));
    expect(notes.filter((note) => !lines.has(note))).toEqual([]);
  }
});
