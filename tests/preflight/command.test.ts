import { createHash } from 'node:crypto';
import { appendFileSync, copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import { packageFolder } from '../../src/project.ts';
import { temporaryFolder } from '../output/folder.ts';
import { sound, written } from './tagged.ts';
import { pdfkitTagged } from './writers.ts';

/** The command on files that were built: it finds their manifest, and what they should say. */

type Ran = { readonly status: number; readonly stdout: string; readonly stderr: string };

async function handbill(cwd: string, ...argv: readonly string[]): Promise<Ran> {
  const printed = { stdout: '', stderr: '' };
  const sink = (name: keyof typeof printed) => ({ write: (text: string) => void (printed[name] += text) });
  const io = { stdout: sink('stdout'), stderr: sink('stderr'), cwd, env: {}, now: () => new Date(2025, 2, 20) };
  const status = await run(argv, io);
  return { status, ...printed };
}

const LEAFLET = 'output/northmoor/leaflet.en.pdf';

/** A project of its own, with the leaflet of a council in it. */
async function built(): Promise<string> {
  const cwd = temporaryFolder();
  cpSync(join(packageFolder(), 'content'), join(cwd, 'content'), { recursive: true });
  const { status } = await handbill(cwd, 'build', '--council', 'northmoor', '--template', 'leaflet');
  expect(status).toBe(0);
  return cwd;
}

const rulesOf = ({ stderr }: Ran): string[] => [...stderr.matchAll(/= rule: (\S+)/g)].map(([, rule = '']) => rule);

test('a leaflet as it was built, and then as it may become', async () => {
  const cwd = await built();
  expect(await handbill(cwd, 'preflight', LEAFLET)).toEqual({ status: 0, stdout: `${LEAFLET}: sound\n`, stderr: '' });

  // What it is compared with, the manifest says.
  const manifest = join(cwd, 'output/manifest.json');
  const listed = readFileSync(manifest, 'utf8');
  writeFileSync(manifest, listed.replaceAll('"council":"northmoor"', '"council":"anyshire"'));
  const others = await handbill(cwd, 'preflight', LEAFLET);
  expect([others.status, rulesOf(others)]).toEqual([0, ['finished/not-compared']]);
  expect(others.stderr).toMatch(/`content\/\S+anyshire\S*` was added since/);
  writeFileSync(manifest, listed.replace(/"handbill":"[^"]+"/g, '"handbill":"0.0.1"'));
  expect((await handbill(cwd, 'preflight', LEAFLET)).stderr).toContain('it was made by version 0.0.1 of handbill');
  writeFileSync(manifest, listed);

  const guidance = join(cwd, 'content/guidance/candidate-security.en.md');
  appendFileSync(guidance, '\nLock the door.\n');
  const changed = await handbill(cwd, 'preflight', LEAFLET);
  expect([changed.status, rulesOf(changed)]).toEqual([0, ['finished/not-compared']]);
  expect(changed.stderr).toContain('`content/guidance/candidate-security.en.md` has changed since');
  expect(changed.stdout).toBe(`${LEAFLET}: 1 warning\n`);

  // Of the changed guidance, if the manifest says that it was made from it, words are missing.
  const now = createHash('sha256').update(readFileSync(guidance)).digest('hex');
  const pattern = /("content\/guidance\/candidate-security\.en\.md",")[0-9a-f]+/g;
  writeFileSync(manifest, listed.replace(pattern, `$1${now}`));
  const missing = await handbill(cwd, 'preflight', LEAFLET);
  expect([missing.status, rulesOf(missing)]).toEqual([1, ['accessible/missing-words']]);
  expect(missing.stderr).toContain('`Lock the door.` stands in the guidance, and is not read');
  writeFileSync(manifest, listed);

  appendFileSync(join(cwd, LEAFLET), '\n');
  const other = await handbill(cwd, 'preflight', LEAFLET);
  expect([other.status, rulesOf(other)]).toEqual([0, ['finished/other-file']]);
});

test('a file of another project says which project to name', async () => {
  const cwd = await built();
  const elsewhere = temporaryFolder();
  mkdirSync(join(elsewhere, 'output/northmoor'), { recursive: true });
  for (const path of [LEAFLET, 'output/manifest.json']) copyFileSync(join(cwd, path), join(elsewhere, path));
  rmSync(join(cwd, 'content/councils/northmoor.yaml'));
  const manifest = join(elsewhere, 'output/manifest.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replaceAll('/northmoor.yaml', '/southmoor.yaml'));
  const ran = await handbill(elsewhere, 'preflight', LEAFLET);
  expect(rulesOf(ran)).toEqual(['finished/not-compared']);
  expect(ran.stderr).toContain('hint: name the project that it was made from with --project');
});

test('files and folders, in one JSON document; what cannot be read stops no other', async () => {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'letters/old'), { recursive: true });
  writeFileSync(join(cwd, 'letters/b.pdf'), 'Dear Sir');
  writeFileSync(join(cwd, 'letters/old/a.PDF'), written(sound));
  writeFileSync(join(cwd, 'letters/notes.txt'), 'no PDF');
  const { status, stdout, stderr } = await handbill(
    cwd,
    'preflight',
    'leters',
    'letters',
    'letters/b.pdf',
    '--format',
    'json',
  );
  const said = JSON.parse(stdout) as {
    checked: unknown;
    diagnostics: { rule: string; place: unknown; hints: string[] }[];
  };
  expect([status, stderr]).toEqual([1, '']);
  expect(said.checked).toEqual([
    { path: 'letters/b.pdf', profiles: ['accessible'], pages: 0, errors: 1, warnings: 0 },
    { path: 'letters/old/a.PDF', profiles: ['accessible'], pages: 2, errors: 0, warnings: 0 },
  ]);
  expect(said.diagnostics.map(({ rule, place }) => [rule, place])).toEqual([
    ['finished/no-file', { kind: 'pdf', path: 'leters' }],
    ['finished/unreadable', { kind: 'pdf', path: 'letters/b.pdf' }],
  ]);
  expect(said.diagnostics[0]?.hints[0]).toBe('did you mean `letters`?');
});

test('a folder without PDF files', async () => {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'letters'));
  expect(rulesOf(await handbill(cwd, 'preflight', 'letters'))).toEqual(['finished/no-file']);
});

test('the README shows a fault as it is printed', async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'letter.pdf'), await pdfkitTagged());
  const { status, stdout, stderr } = await handbill(cwd, 'preflight', 'letter.pdf');
  const readme = readFileSync(join(packageFolder(), 'README.md'), 'utf8');
  const [, shown] = /<!-- preflight -->\n```text\n([\s\S]*?)^```$/m.exec(readme) ?? [];
  expect([status, stdout + stderr]).toEqual([1, shown]);
});
