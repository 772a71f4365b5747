import fs, { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../src/pdf/read/file.ts';
import { annotationsOf, pagesOf } from '../../src/pdf/read/pages.ts';
import { run } from '../../src/cli.ts';
import { begin } from '../../src/commands/init.ts';
import { understand } from '../../src/commands/arguments.ts';
import { FIRST_STEPS } from '../../src/commands/first-steps.ts';
import { make } from '../../src/commands/new.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { openOutput, type Output, type WriteFs } from '../../src/output.ts';
import { filesIn, temporaryFolder } from '../output/folder.ts';
import { registry } from './given.ts';

const leeds = registry().bySlug('leeds')!;

/** A desk with a project folder `mine`, and the command line to work at it. */
function desk(): {
  readonly cwd: string;
  readonly play: (...argv: string[]) => Promise<{ status: number; stdout: string; stderr: string }>;
} {
  const cwd = temporaryFolder();
  return {
    cwd,
    async play(...argv) {
      let [stdout, stderr] = ['', ''];
      const status = await run(argv, {
        stdout: { write: (text: string) => void (stdout += text) },
        stderr: { write: (text: string) => void (stderr += text) },
        cwd,
        env: {},
        now: () => new Date(2027, 2, 20),
      });
      return { status, stdout, stderr };
    },
  };
}

describe('from an empty desk to a leaflet', () => {
  test('there are four commands, and three values to fill in', async () => {
    const { cwd, play } = desk();
    expect(await play('new', 'our leaflets')).toMatchObject({ status: 0, stderr: '' });
    const project = ['--project', 'our leaflets'];
    expect(await play('init', 'Leeds', ...project)).toMatchObject({ status: 0, stderr: '' });

    const first = await play('build', '--council', 'leeds', ...project);
    expect([first.status, first.stdout]).toEqual([1, '']);
    expect(first.stderr.match(/^error: .* is missing: /gm)).toHaveLength(3);

    const draft = await play('build', '--council', 'leeds', '--draft', ...project);
    expect([draft.status, draft.stdout.trim().split('\n')]).toEqual([
      0,
      [
        'our leaflets/output/leeds/leaflet.en.draft.pdf',
        'our leaflets/output/leeds/leaflet.en.draft.html',
        'our leaflets/output/leeds/wallet-card.en.draft.pdf',
        'our leaflets/output/leeds/wallet-card.en.sheet.draft.pdf',
        'our leaflets/output/leeds/wallet-card.en.draft.txt',
      ],
    ]);
    expect(draft.stderr.match(/^warning: .* is missing: /gm)).toHaveLength(3);
    // A gap is no number to ring, and no address.
    const file = readPdf(readFileSync(join(cwd, 'our leaflets/output/leeds/leaflet.en.draft.pdf')));
    const links = pagesOf(file).flatMap((page) =>
      annotationsOf(page).flatMap(({ uri }) => (uri === undefined ? [] : [uri])),
    );
    expect(new Set(links.filter((url) => url.startsWith('tel:')))).toEqual(new Set(['tel:999', 'tel:101']));
    expect(links.filter((url) => url.includes('[') || url.includes('returningOfficer'))).toEqual([]);

    const path = join(cwd, 'our leaflets/content/councils/leeds.yaml');
    writeFileSync(
      path,
      readFileSync(path, 'utf8')
        .replace(/date: ~.*/, 'date: 2027-05-06')
        .replace(/contactsCheckedOn: ~.*/, 'contactsCheckedOn: 2027-03-19')
        .replace(/phones: ~.*/, 'phones: ["0113 222 4444"]'),
    );
    const last = await play('build', '--council', 'leeds', ...project);
    // The guidance that comes with handbill was written for elections before these.
    expect([last.status, ...(last.stderr.match(/(?<== rule: )\S+/g) ?? [])]).toEqual([0, 'rules/dated-guidance']);
    expect(filesIn(join(cwd, 'our leaflets/output/leeds'))).toHaveLength(10);
  });

  test('the first steps name commands that there are', async () => {
    const lines = [...FIRST_STEPS.matchAll(/^ +npx handbill (.+)$/gm)].map(([, line = '']) => line);
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['councils', 'init', 'build', 'check', 'build']);
    for (const line of lines) {
      // oxlint-disable-next-line no-await-in-loop
      const understood = await understand(line.split(' '), { version: '', env: {}, now: () => new Date(0) });
      expect([line, understood.kind]).toEqual([line, 'run']);
    }
  });
});

/** A file system in which nothing can be written. */
function closed(code: string): WriteFs {
  const refuse = refusing(code);
  return { ...fs, mkdirSync: refuse, openSync: refuse, renameSync: refuse };
}

const refusing = (code: string) => (): never => {
  throw Object.assign(new Error(`${code}: planted`), { code });
};

type Stand = { readonly cwd: string; readonly output: Output; readonly found: Diagnostic[] };

function stand(files: WriteFs = fs): Stand {
  const cwd = temporaryFolder();
  const found: Diagnostic[] = [];
  mkdirSync(join(cwd, 'mine'));
  const report = (diagnostic: Diagnostic): void => void found.push(diagnostic);
  return { cwd, found, output: openOutput(join(cwd, 'mine'), cwd, report, files, ' with --project') };
}

describe('where nothing can be written', () => {
  test.each([
    ['EACCES', 'write/not-allowed'],
    ['EROFS', 'write/not-allowed'],
    ['ENOSPC', 'write/disk-full'],
    ['EIO', 'write/failed'],
  ])('%s is told once, and leaves nothing', (code, rule) => {
    for (const work of [(output: Output) => begin(leeds, registry(), output), (output: Output) => make(output)]) {
      const { cwd, output, found } = stand(closed(code));
      expect(work(output)).toEqual([]);
      expect(found.map((each) => each.rule)).toEqual([rule]);
      expect(found[0]?.hints.join()).toMatch(/--project|is read-only|with --project/);
      expect(filesIn(cwd)).toEqual([]);
    }
  });

  test('a folder that may not be looked into is not taken for an empty one', () => {
    const { output, found } = stand({ ...fs, readdirSync: refusing('EACCES') });
    expect(make(output)).toEqual([]);
    expect(found).toMatchObject([
      { rule: 'project/exists', message: '`mine` may not be looked into, expected a new folder' },
    ]);
  });
});

describe('what is there', () => {
  test('is not written over, nor its brand', () => {
    const { cwd, output, found } = stand();
    mkdirSync(join(cwd, 'mine/content/councils'), { recursive: true });
    writeFileSync(join(cwd, 'mine/content/councils/leeds.yaml'), 'mine');
    expect(begin(leeds, registry(), output)).toEqual([]);
    expect(found.map(({ rule }) => rule)).toEqual(['project/exists']);
    expect(filesIn(cwd)).toEqual(['mine/content/councils/leeds.yaml']);
    expect(readFileSync(join(cwd, 'mine/content/councils/leeds.yaml'), 'utf8')).toBe('mine');
  });

  test('of a brand is kept beside a new council', () => {
    const { cwd, output, found } = stand();
    mkdirSync(join(cwd, 'mine/content/brands/leeds'), { recursive: true });
    writeFileSync(join(cwd, 'mine/content/brands/leeds/brand.yaml'), 'mine');
    expect(begin(leeds, registry(), output)).toEqual(['mine/content/councils/leeds.yaml']);
    expect(found).toEqual([]);
    expect(readFileSync(join(cwd, 'mine/content/brands/leeds/brand.yaml'), 'utf8')).toBe('mine');
  });

  test('hidden does not count in a new project', () => {
    const { cwd, output } = stand();
    writeFileSync(join(cwd, 'mine/.gitignore'), 'mine');
    expect(make(output)).toEqual([
      'mine/content/councils/',
      'mine/content/brands/',
      'mine/output/.gitignore',
      'mine/README.md',
    ]);
    expect(readFileSync(join(cwd, 'mine/.gitignore'), 'utf8')).toBe('mine');
  });
});
