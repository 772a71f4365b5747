import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import type { Press } from '../../src/commands/editions.ts';
import { type Diagnostic, error } from '../../src/diagnostics/diagnostic.ts';
import { PRESSES } from './presses.ts';
import { writeWholeCountry } from '../whole-country.mjs';

// A project of many councils is checked in little time: all are parsed and merged, and pages are set with the longest
// values of each brand.

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Some of the councils of the registry, with something else in their files. */
const openCouncils = (count: number, change: (text: string, at: number) => string = (text) => text): string[] => {
  folder = mkdtempSync(join(tmpdir(), 'handbill-test-'));
  const slugs = writeWholeCountry(folder);
  const councils = join(folder, 'content/councils');
  slugs.slice(count).forEach((slug) => rmSync(join(councils, `${slug}.yaml`)));
  readdirSync(councils).forEach((name, at) => {
    const path = join(councils, name);
    writeFileSync(path, change(readFileSync(path, 'utf8'), at));
  });
  return slugs.slice(0, count);
};

/** Sets nothing: an email too long for the pages is a fault. */
const press: Press = async (job, report, clock) => {
  const { council, area, placeOf } = job.sources.record;
  if (area !== undefined) seen.push(area);
  const email = council.returningOfficer.email ?? '';
  if (email.length <= longest) return PRESSES['sound']!(job, report, clock);
  report(error('preflight/overset', 'the email is too long', placeOf('returningOfficer.email'), 'shorten it'));
  return undefined;
};

const longest = 60;

/** The areas that pages were set for. */
const seen: string[] = [];

const check = async (...argv: string[]) => {
  let [stdout, stderr] = ['', ''];
  const io = {
    stdout: { write: (text: string) => void (stdout += text) },
    stderr: { write: (text: string) => void (stderr += text) },
    cwd: folder,
    env: {},
    now: () => new Date(2025, 2, 20),
  };
  const status = await run(['check', '--date', '2025-03-20', ...argv], io, { press });
  return { status, stdout, stderr };
};

test('pages are set for each brand', async () => {
  openCouncils(15);
  expect(await check()).toEqual({
    status: 0,
    stderr: '',
    stdout: `parsed and merged 15 councils; set the pages of 3 brands with the longest values
--full sets the pages of every council
checked 15 councils: all sound
`,
  });
}, 60_000);

test('the council whose values do not fit is named, though no page was set for the others', async () => {
  const long = 'the.democratic.and.electoral.services.team.of.the.whole.council@democratic-services.example';
  const slugs = openCouncils(15, (text, at) => (at === 4 ? text.replace(/ro@[^ ]+\.example/, long) : text));
  const { status, stdout, stderr } = await check('--format', 'json');
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly Diagnostic[] };
  expect([status, stderr]).toEqual([1, '']);
  expect(diagnostics.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
  expect(new Set(diagnostics.map(({ record }) => record))).toEqual(new Set([slugs[4]]));
}, 60_000);

test('of many faults some of each kind are shown, and all are in JSON', async () => {
  openCouncils(40, (text, at) =>
    at % 2 === 0 ? text.replace(/01632 960 (\d)/, '01632 96O $1') : `${text}colour: red\n`,
  );
  const { status, stderr, stdout } = await check();
  expect(status).toBe(1);
  expect(stderr.match(/^error: /gm)).toHaveLength(20);
  expect(stderr.match(/rule: parse\/invalid-phone/g)).toHaveLength(10);
  expect(stderr).toMatch(
    /^and 20 more: 10 parse\/invalid-phone, 10 parse\/unknown-key; --format json prints them all$/m,
  );
  expect(stderr).toContain('\n40 errors\n');
  expect(stdout).toContain('checked 40 councils: 40 with faults');
  const { diagnostics } = JSON.parse((await check('--format', 'json')).stdout) as {
    diagnostics: readonly Diagnostic[];
  };
  expect(diagnostics).toHaveLength(40);
}, 60_000);

test('areas that are listed are read, and the longest stands on the pages', async () => {
  const slugs = openCouncils(15);
  mkdirSync(join(folder, 'content/areas'));
  const header = 'name,nameWelsh,code,typed,source';
  const rows = ['Abbey ward,,,,', 'A ward with a name that is longer than those of all the others ward,,,,'];
  writeFileSync(join(folder, 'content/areas', `${slugs[0]}.csv`), `${[header, ...rows].join('\n')}\n`);
  writeFileSync(join(folder, 'content/areas', `${slugs[1]}.csv`), `${[header, rows[0], rows[0]].join('\n')}\n`);
  const { status, stdout, stderr } = await check();
  expect([status, stderr.match(/rule: \S+/g)]).toEqual([1, ['rule: areas/duplicate-name']]);
  expect(stdout).toContain('parsed and merged 14 councils with 3 areas; set');
  expect(stdout).toContain('checked 15 councils: 1 with faults');
  expect(seen).toContain('A ward with a name that is longer than those of all the others ward');
}, 60_000);
