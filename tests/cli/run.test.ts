import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import type { Press } from '../../src/commands/editions.ts';
import { parseManifest, sha256 } from '../../src/manifest.ts';
import { temporaryFolder } from '../output/folder.ts';
import { PRESSES } from './presses.ts';

const fixture = join(import.meta.dirname, '../fixtures/projects/northfield');

type Ran = { readonly status: number; readonly stdout: string; readonly stderr: string };

const manifestIn = (cwd: string): string => readFileSync(join(cwd, 'output/manifest.json'), 'utf8');

const coloured = (ran: Ran): boolean => ran.stderr.includes('\u001B[');

function workshop(): {
  cwd: string;
  play: (line: string, press?: string, env?: object, isTTY?: boolean) => Promise<Ran>;
} {
  const cwd = temporaryFolder();
  cpSync(fixture, cwd, { recursive: true });
  return {
    cwd,
    async play(line, press = 'sound', env = {}, isTTY = false) {
      let [stdout, stderr] = ['', ''];
      const io = {
        stdout: { isTTY, write: (text: string) => void (stdout += text) },
        stderr: { isTTY, write: (text: string) => void (stderr += text) },
        cwd,
        env: { ...env },
        now: () => new Date(2025, 2, 20),
      };
      const status = await run(line.split(' '), io, { press: PRESSES[press] as Press });
      return { status, stdout, stderr };
    },
  };
}

describe('a build', () => {
  const BUILD = 'build --council northfield --date 2025-03-20';

  test('enters what it wrote into the manifest', async () => {
    const { cwd, play } = workshop();
    await play(BUILD);
    const entries = parseManifest(manifestIn(cwd)) ?? [];
    expect(entries.map(({ path }) => path)).toEqual([
      'northfield/leaflet.en.html',
      'northfield/leaflet.en.pdf',
      'northfield/wallet-card.en.pdf',
      'northfield/wallet-card.en.sheet.pdf',
      'northfield/wallet-card.en.txt',
    ]);
    for (const entry of entries) {
      const bytes = readFileSync(join(cwd, 'output', entry.path));
      expect(entry).toMatchObject({ sha256: sha256(bytes), size: bytes.length, date: '2025-03-20', status: 'final' });
      expect(Object.keys(entry.inputs)).toEqual([
        'content/brands/northfield/brand.yaml',
        'content/brands/northfield/logo.svg',
        'content/councils/northfield.yaml',
        'content/furniture/en.yaml',
        'content/guidance/candidate-security.en.md',
        'content/links.yaml',
        // Only of what is put on paper.
        ...(entry.path.includes('.sheet.') ? ['content/sheets/office.yaml'] : []),
      ]);
      const council = readFileSync(join(cwd, 'content/councils/northfield.yaml'));
      expect(entry.inputs['content/councils/northfield.yaml']).toBe(sha256(council));
    }
  });

  test('gives the same bytes twice', async () => {
    const [one, two] = [workshop(), workshop()];
    await one.play(BUILD);
    await two.play(`${BUILD} --template wallet-card`);
    await two.play(`${BUILD} --template leaflet`);
    expect(manifestIn(two.cwd)).toBe(manifestIn(one.cwd));
  });
});

describe('what is printed', () => {
  const FAULTY = 'card --council northfield';

  test('is in colour on a terminal only, and not if NO_COLOR says so', async () => {
    const { play } = workshop();
    expect(coloured(await play(FAULTY, 'faulty', {}, true))).toBe(true);
    expect(coloured(await play(FAULTY, 'faulty', {}, false))).toBe(false);
    expect(coloured(await play(FAULTY, 'faulty', { NO_COLOR: '1' }, true))).toBe(false);
    expect(coloured(await play(FAULTY, 'faulty', { TERM: 'dumb' }, true))).toBe(false);
  });

  test('names files for GitHub by their path in the repository', async () => {
    const { cwd, play } = workshop();
    const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: join(cwd, '..') };
    const { stderr } = await play(FAULTY, 'faulty', env);
    expect(stderr).toContain(`::warning file=${cwd.split(/[\\/]/).at(-1)}/content/councils/northfield.yaml,`);
  });

  test('of a bug has the stack with --verbose only', async () => {
    const { play } = workshop();
    const quiet = await play('build --council northfield', 'broken');
    const verbose = await play('build --council northfield --verbose', 'broken');
    for (const { status, stderr } of [quiet, verbose]) {
      expect(status).toBe(1);
      expect(stderr).toContain('this is a bug in handbill');
      expect(stderr).toContain('northfield leaflet');
    }
    expect(quiet.stderr).not.toMatch(/^ +at /m);
    expect(verbose.stderr).toMatch(/^ +at /m);
  });
});
