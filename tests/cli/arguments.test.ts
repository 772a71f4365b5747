import { describe, expect, test } from 'vitest';
import { understand } from '../../src/commands/arguments.ts';
import type { Understood } from '../../src/commands/arguments.ts';

const read = (line: string, env: Record<string, string> = {}): Promise<Understood> =>
  understand(line.split(' ').filter(Boolean), { version: '1.2.3', env, now: () => new Date(2025, 0, 2, 0, 30) });

describe('a command line', () => {
  test('for build', async () => {
    expect(await read('build --council anyshire --council northfield --council anyshire --draft')).toEqual({
      kind: 'run',
      command: {
        kind: 'build',
        councils: ['anyshire', 'northfield'],
        templates: ['leaflet', 'wallet-card'],
        languages: ['en'],
        status: 'draft',
        purpose: { kind: 'screen' },
        common: { day: '2025-01-02', format: 'text', loudness: 'normal' },
      },
    });
  });

  test('for build with everything', async () => {
    const line =
      'build --council=007 --template leaflet --area Abbey --language cy-en --edition 2025-05 --project p --out o --date 2025-03-20';
    expect(await read(`${line} --for print --marks --icc press.icc --copies 500 --format json --verbose`)).toEqual({
      kind: 'run',
      command: {
        kind: 'build',
        councils: ['007'],
        templates: ['leaflet'],
        area: 'Abbey',
        languages: ['cy', 'en'],
        edition: '2025-05',
        status: 'final',
        purpose: { kind: 'print', marks: 'all', icc: 'press.icc', copies: 500 },
        common: { project: 'p', out: 'o', day: '2025-03-20', format: 'json', loudness: 'verbose' },
      },
    });
  });

  test('for a proof', async () => {
    expect(await read('card --council anyshire --for proof --soft-proof')).toMatchObject({
      command: { purpose: { kind: 'proof', colours: 'press' } },
    });
  });

  test.each(['english', 'cy-cy', 'cy-en-ga', '-en', 'cy-', 'EN'])('not for the language %s', async (typed) => {
    expect(await read(`build --council anyshire --language=${typed}`)).toMatchObject({
      kind: 'wrong',
      messages: [expect.stringContaining(`--language is \`${typed}\``)],
    });
  });

  test('for card and for check', async () => {
    expect(await read('card --council anyshire')).toMatchObject({
      command: { kind: 'build', templates: ['wallet-card'] },
    });
    expect(await read('check --quiet')).toMatchObject({ command: { councils: [], common: { loudness: 'quiet' } } });
  });

  test('for what begins a project, in words that need no quotes', async () => {
    expect(await read('councils st albans')).toMatchObject({ command: { kind: 'councils', query: 'st albans' } });
    expect(await read('councils')).toMatchObject({ command: { query: '' } });
    expect(await read('init --project p st albans')).toMatchObject({
      command: { kind: 'init', council: 'st albans', common: { project: 'p' } },
    });
    expect(await read('init 007')).toMatchObject({ command: { council: '007' } });
    expect(await read('new leaflets')).toMatchObject({ command: { kind: 'new', folder: 'leaflets' } });
  });

  test('does not mind where options stand', async () => {
    expect(await read('--quiet build --council anyshire')).toMatchObject({
      command: { kind: 'build', councils: ['anyshire'], common: { loudness: 'quiet' } },
    });
  });

  test('tidies the name of an area', async () => {
    const understood = await understand(['build', '--council', 'a', '--area', ' W\u0302yl \n\u0007 ward '], {
      version: '',
      env: {},
      now: () => new Date(0),
    });
    expect(understood).toMatchObject({ command: { area: '\u0174yl ward' } });
  });

  test.each([
    '',
    'build',
    'build --council',
    'check extra',
    'init',
    'new',
    'new a b',
    'councils --all',
    'build --council a -- b',
    'build --council a --no-draft',
  ])('that is wrong is not run: %s', async (line) => {
    expect(await read(line)).toMatchObject({ kind: 'wrong' });
  });
});

describe('the day', () => {
  const dayOf = async (line: string, env?: Record<string, string>): Promise<unknown> => {
    const understood = await read(`check ${line}`, env);
    return understood.kind === 'run' ? understood.command.common.day : understood;
  };

  test('is the one that is named, else that of the build, else today where the user is', async () => {
    expect(await dayOf('--date 2024-02-29', { SOURCE_DATE_EPOCH: '0' })).toBe('2024-02-29');
    expect(await dayOf('', { SOURCE_DATE_EPOCH: '1742428799' })).toBe('2025-03-19');
    expect(await dayOf('', { SOURCE_DATE_EPOCH: '' })).toBe('2025-01-02');
    expect(await dayOf('')).toBe('2025-01-02');
  });

  test.each(['2025-02-29', '2025-13-01', '25-01-01', 'today', '2025-1-1', '2025-01-01T00:00'])(
    'is not %s',
    async (day) => {
      expect(await dayOf(`--date ${day}`)).toMatchObject({ kind: 'wrong' });
    },
  );

  test.each(['x', '-1', '1e9', '99999999999999'])('is not at %s seconds', async (seconds) => {
    expect(await dayOf('', { SOURCE_DATE_EPOCH: seconds })).toMatchObject({ kind: 'wrong' });
  });
});

describe('help', () => {
  test.each(['--help', 'build --help', 'card --help', 'check --help', 'councils --help', 'new --help', 'init --help'])(
    '%s is short, and fits a terminal',
    async (line) => {
      const understood = await read(line);
      if (understood.kind !== 'show') throw new Error('help was not shown');
      const lines = understood.text.split('\n');
      expect(lines.length).toBeLessThan(40);
      expect(Math.max(...lines.map((each) => each.length))).toBeLessThanOrEqual(100);
      expect(understood.text).toContain('handbill');
    },
  );

  test('tells the version', async () => {
    expect(await read('--version')).toEqual({ kind: 'show', text: '1.2.3\n' });
  });
});
