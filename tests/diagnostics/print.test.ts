import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { type Diagnostic, error, type Place, warning } from '../../src/diagnostics/diagnostic.ts';
import { printAnnotations, printJson, printText } from '../../src/diagnostics/print.ts';

const text = (path: string, line: number, column: number, endLine = line, endColumn = column): Place => ({
  kind: 'text',
  path,
  range: { start: { line, column }, end: { line: endLine, column: endColumn } },
});

const print = (diagnostics: readonly Diagnostic[], source = ''): string =>
  printText(diagnostics, { source: (path) => (path.startsWith('absent') ? undefined : source), colour: false });

/** The frame alone: the two lines below the first bar. */
const frame = (line: string, column: number, endColumn: number): string[] =>
  print([error('a/b', 'm', text('f', 1, column, 1, endColumn))], line)
    .split('\n')
    .slice(3, 5);

test('a fault of many councils is printed once, with its line', () => {
  const guidance = `${'\n'.repeat(13)}Ring {{returningOfficer.phone}} between 9am and 5pm.\n`;
  const councils = ['adur', 'ashfield', 'barnet', ...Array.from({ length: 40 }, (_, i) => `council-${i}`)];
  const found = councils.map((record) => ({
    ...error(
      'merge/missing-field',
      'no value for merge field `returningOfficer.phone`',
      text('content/guidance/candidate-security.en.md', 14, 6, 14, 32),
      `fill \`returningOfficer.phone\` in content/councils/${record}.yaml`,
      'or make it optional: {{#if returningOfficer.phone}}…{{/if}}',
    ),
    record,
  }));
  expect(print(found, guidance)).toBe(`error: no value for merge field \`returningOfficer.phone\`
  --> content/guidance/candidate-security.en.md:14:6
   |
14 | Ring {{returningOfficer.phone}} between 9am and 5pm.
   |      ^^^^^^^^^^^^^^^^^^^^^^^^^^
   = for: adur, ashfield, barnet and 40 more councils
   = hint: fill \`returningOfficer.phone\` in content/councils/adur.yaml
   = hint: or make it optional: {{#if returningOfficer.phone}}…{{/if}}
   = rule: merge/missing-field

1 error
`);
});

test('places without a line, and the count of all', () => {
  const found = [
    warning('data/unused-column', 'nobody uses this column', {
      kind: 'cell',
      path: 'a.xlsx',
      sheet: 'Wards',
      row: 12,
      column: 2,
    }),
    error('data/empty', 'no value', { kind: 'cell', path: 'a.csv', row: 3, column: 28 }),
    error('preflight/overset', 'the text is too long', {
      kind: 'frame',
      template: 'leaflet',
      page: 1,
      frame: 'contacts',
    }),
    error(
      'parse/missing-key',
      'missing key `name`',
      { kind: 'text', path: 'content/councils/adur.yaml' },
      'add `name: …`',
    ),
    error('project/empty', 'there is no council'),
    error('a/b', 'the line is not to be had', text('absent.md', 3, 1)),
  ];
  expect(print(found)).toBe(`warning: nobody uses this column
 --> a.xlsx, sheet \`Wards\`, row 12, column B
  = rule: data/unused-column

error: no value
 --> a.csv, row 3, column AB
  = rule: data/empty

error: the text is too long
 --> leaflet, page 1, frame \`contacts\`
  = rule: preflight/overset

error: missing key \`name\`
 --> content/councils/adur.yaml
  = hint: add \`name: …\`
  = rule: parse/missing-key

error: there is no council
  = rule: project/empty

error: the line is not to be had
 --> absent.md:3:1
  = rule: a/b

5 errors, 1 warning
`);
});

test('nothing to say is nothing', () => {
  expect([print([]), printJson([]), printAnnotations([])]).toEqual(['', '', '']);
});

test('a few records are named, and records of areas are not called councils', () => {
  const forRecords = (...records: string[]): string =>
    print(records.map((record) => ({ ...error('a/b', 'm'), record }))).split('\n')[1]!;
  expect(forRecords('adur')).toBe('  = for: adur');
  expect(forRecords('adur', 'barnet', 'adur')).toBe('  = for: adur and barnet');
  expect(forRecords('adur', 'barnet', 'corby')).toBe('  = for: adur, barnet and corby');
  expect(forRecords('a', 'b', 'c', 'd')).toBe('  = for: a, b, c and 1 more council');
  expect(forRecords('a/x', 'a/y', 'a/z', 'a/q', 'a/r')).toBe('  = for: a/x, a/y, a/z and 2 more records');
});

test('marks stand below what they mark', () => {
  expect(frame('name: x', 7, 8)).toEqual(['1 | name: x', '  |       ^']);
  expect(frame('\tname:\tx', 2, 6)).toEqual(['1 |     name:   x', '  |     ^^^^']);
  expect(frame('\tname:\tx', 8, 9)).toEqual(['1 |     name:   x', '  |             ^']);
  expect(frame('東京: x', 5, 6)).toEqual(['1 | 東京: x', '  |       ^']);
  expect(frame('東京: x', 1, 3)).toEqual(['1 | 東京: x', '  | ^^^^']);
  expect(frame('👩‍👩‍👧 é: x', 13, 14)).toEqual(['1 | 👩‍👩‍👧 é: x', '  |       ^']);
  expect(frame('e\u0301a\u0301 x', 6, 7)).toEqual(['1 | e\u0301a\u0301 x', '  |    ^']);
  expect(frame('\uFEFFname', 1, 5)).toEqual(['1 | name', '  | ^^^^']);
});

test('marks of nothing, and beyond the end, are one mark', () => {
  expect(frame('name:', 3, 3)).toEqual(['1 | name:', '  |   ^']);
  expect(frame('name:', 6, 6)).toEqual(['1 | name:', '  |      ^']);
  expect(frame('name:', 60, 70)).toEqual(['1 | name:', '  |      ^']);
  expect(frame('', 1, 1)).toEqual(['1 |', '  | ^']);
});

test('a long line is cut where nobody looks', () => {
  const words = 'word '.repeat(60);
  expect(frame(`${words}{{x}}`, 301, 306)).toEqual([`1 | …${words.slice(-25)}{{x}}`, `  | ${' '.repeat(26)}^^^^^`]);
  expect(frame(`{{x}} ${words}`, 1, 6)).toEqual([`1 | {{x}} ${words.slice(0, 92).trimEnd()}…`, '  | ^^^^^']);
  const [line, marks] = frame(`${words}{{x}} ${words}`, 301, 306);
  expect(line).toBe(`1 | …${words.slice(-25)}{{x}} ${words.slice(0, 67).trimEnd()}…`);
  expect(line!.indexOf('{{x}}')).toBe(marks!.indexOf('^'));
  expect(frame('x'.repeat(300), 1, 301)[1]).toBe(`  | ${'^'.repeat(98)}`);
});

test('a range over several lines marks the first and names the last', () => {
  const source = 'a:\n  - bcd\n  - e\nf: g\n';
  expect(print([error('a/b', 'm', text('f', 2, 5, 3, 6))], source)).toContain(
    ' |\n2 |   - bcd\n  |     ^^^ to line 3\n',
  );
  expect(print([error('a/b', 'm', text('f', 2, 5, 3, 1))], source)).toContain('2 |   - bcd\n  |     ^^^\n');
});

test('a line that the file does not have is named without a frame', () => {
  expect(print([error('a/b', 'm', text('f', 9, 1))], 'one line\n')).toContain(' --> f:9:1\n  = rule');
});

test('control characters and turned writing never reach the terminal', () => {
  const wicked = '\u001b[2J\u202ex\u0007\u009b';
  const place = text(`f${wicked}`, 1, 1, 1, 2);
  const found = [{ ...error(`a/b${wicked}`, wicked, place, `hint\n${wicked}`), record: wicked }];
  const outputs = [print(found, `${wicked}y`), printJson(found), printAnnotations(found)];
  for (const output of outputs) expect(output).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e]/u);
  expect(JSON.parse(outputs[1]!)).toMatchObject({ message: wicked });
  expect(outputs[0]).toContain('1 | \\u001b[2J\\u202ex\\u0007\\u009by\n  | ^^^^^^\n');
});

test('colours are only added, never needed', () => {
  const found = [error('a/b', 'm', text('f', 1, 1, 1, 2), 'h'), warning('a/c', 'n')];
  const coloured = printText(found, { source: () => 'x', colour: true });
  expect(coloured).toContain('\u001b[1;31merror\u001b[0m');
  expect(coloured).toContain('\u001b[1;33mwarning\u001b[0m');
  expect(stripVTControlCharacters(coloured)).toBe(print(found, 'x'));
});

test('JSON is a line for each, its keys in one order', () => {
  const place: Place = {
    range: { end: { column: 3, line: 1 }, start: { column: 2, line: 1 } },
    path: 'f',
    kind: 'text',
  };
  const found = [{ ...warning('a/b', 'm\u2028', place, 'h'), record: 'adur' }, error('a/c', 'n')];
  expect(printJson(found)).toBe(
    '{"rule":"a/b","severity":"warning","message":"m\\u2028","place":{"kind":"text","path":"f","range":{"start":{"line":1,"column":2},"end":{"line":1,"column":3}}},"hints":["h"],"record":"adur"}\n' +
      '{"rule":"a/c","severity":"error","message":"n","hints":[]}\n',
  );
});

test('annotations are escaped as GitHub reads them', () => {
  const found = [
    error('a/b', '50% of `a,b: c`', text('docs/a,b:c.md', 3, 5, 3, 9), 'do this'),
    { ...warning('a/c', 'n', text('f', 3, 5, 4, 2)), record: 'adur' },
    error('a/d', 'o', { kind: 'frame', template: 'leaflet', page: 2, frame: 'foot' }),
    error('a/e', 'p', { kind: 'cell', path: 'a.csv', row: 1, column: 1 }),
  ];
  expect(printAnnotations(found)).toBe(
    [
      '::error file=docs/a%2Cb%3Ac.md,line=3,endLine=3,col=5,endColumn=8,title=a/b::50%25 of `a,b: c`%0Ahint: do this',
      '::warning file=f,line=3,endLine=4,title=a/c::n%0Afor: adur',
      '::error title=a/d::o (leaflet, page 2, frame `foot`)',
      '::error file=a.csv,title=a/e::p (a.csv, row 1, column A)',
      '',
    ].join('\n'),
  );
});

test('a line of a hundred thousand letters is shown around what is marked, and soon', () => {
  const line = `${'a'.repeat(50_000)}WRONG${'b'.repeat(50_000)}`;
  const range = { start: { line: 1, column: 50_001 }, end: { line: 1, column: 50_006 } };
  const place = { kind: 'text', path: 'x.yaml', range } as const;
  const found = { rule: 'test/rule', severity: 'error', message: 'is wrong', place, hints: [] } as const;
  const printed = printText([found], { source: () => line, colour: false }).split('\n');
  const [, , , shown = '', marks = ''] = printed;
  expect(shown.length).toBeLessThan(120);
  expect(shown.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('WRONG');
  expect(shown).toMatch(/\| …a+WRONGb+…$/);
});
