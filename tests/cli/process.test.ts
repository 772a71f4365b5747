import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import { SPECS } from '../../src/commands/specs/specs.ts';
import { parseManifest, sha256 } from '../../src/manifest.ts';
import { cli, isCompiled } from '../compiled.ts';
import { filesIn, temporaryFolder } from '../output/folder.ts';

const ready = isCompiled('tests/cli/process');

const env = { ...process.env, SOURCE_DATE_EPOCH: '1742428800', NO_COLOR: '1' };

function projectFolder(): string {
  const cwd = temporaryFolder();
  cpSync(join(import.meta.dirname, '../fixtures/projects/northfield'), cwd, { recursive: true });
  return cwd;
}

const BUILD = [cli, 'build', '--council', 'northfield'];

describe.skipIf(!ready)('the installed program', () => {
  test('answers at once without the libraries that make pages', () => {
    const { status, stdout } = spawnSync(process.execPath, [cli, '--version'], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
    const wrong = spawnSync(process.execPath, [cli, 'bild'], { encoding: 'utf8' });
    expect([wrong.status, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).not.toMatch(/^ +at /m);
  });

  test('writes every product of a council, the same twice', () => {
    const [one, two] = [projectFolder(), projectFolder()].map((cwd) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, BUILD, { cwd, env, encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout.trim().split('\n')).toHaveLength(5);
      const entries = parseManifest(readFileSync(join(cwd, 'output/manifest.json'), 'utf8')) ?? [];
      for (const entry of entries) {
        const bytes = readFileSync(join(cwd, 'output', entry.path));
        const beginning = { '.pdf': '%PDF-', html: '<!doctype html>', '.txt': 'Emergency card' }[entry.path.slice(-4)]!;
        expect(bytes.subarray(0, beginning.length).toString()).toBe(beginning);
        expect(sha256(bytes)).toBe(entry.sha256);
      }
      return entries;
    });
    expect(one).toHaveLength(5);
    expect(two).toEqual(one);
  });

  // It is put together of the modules, and of libraries without what handbill does not use of them.
  test.each([
    '--help',
    ...SPECS.map(({ name }) => `${name} --help`),
    'bild',
    'build',
    'build --council',
    'card --nope 1',
  ])('says what its modules say: %s', async (line) => {
    const argv = line.split(' ');
    const said = { stdout: '', stderr: '' };
    const told = (to: keyof typeof said) => ({ write: (text: string) => void (said[to] += text) });
    const io = { stdout: told('stdout'), stderr: told('stderr'), cwd: '.', env: {}, now: () => new Date(2025, 2, 20) };
    const expected = await run(argv, io);
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...argv], { env, encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: expected, ...said });
  });

  test('writes what its modules write', async () => {
    const line = ['build', '--council', 'northfield', '--template', 'booklet', '--for', 'print'];
    const [one, two] = [projectFolder(), projectFolder()];
    const silent = { write: () => {} };
    const io = { stdout: silent, stderr: silent, cwd: one, env, now: () => new Date(2025, 2, 20) };
    expect(await run(line, io)).toBe(0);
    expect(spawnSync(process.execPath, [cli, ...line], { cwd: two, env }).status).toBe(0);
    const [booklet] = filesIn(join(one, 'output')).filter((file) => file.endsWith('.pdf'));
    const [made, expected] = [two, one].map((folder) => readFileSync(join(folder, 'output', booklet!)));
    expect(sha256(made!)).toBe(sha256(expected!));
  });

  test('does not mind a reader that has read enough', async () => {
    const child = spawn(process.execPath, BUILD, { cwd: projectFolder(), env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => void (stderr += text.toString()));
    const [status] = await once(child, 'close');
    expect([status, stderr]).toEqual([0, '']);
  });

  test.skipIf(process.platform === 'win32').each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('leaves whole files behind after %s', async (signal, expected) => {
    const cwd = projectFolder();
    const child = spawn(process.execPath, BUILD, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'close');
    await once(child.stdout, 'data');
    child.kill(signal);
    const [status] = await ended;
    // A machine may be so fast that the run is over before the signal comes.
    expect([expected, 0]).toContain(status);
    const files = filesIn(join(cwd, 'output'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(file).toMatch(/^(northfield\/[\w.-]+\.(pdf|html|txt)|manifest\.json)$/);
    for (const file of files.filter((name) => name.endsWith('.pdf'))) {
      expect(readFileSync(join(cwd, 'output', file)).toString('latin1')).toMatch(/%%EOF\s*$/);
    }
  });

  test.skipIf(process.platform === 'win32')('finishes the leaflet in hand of a batch that is stopped', async () => {
    const cwd = projectFolder();
    // More than any machine makes before the signal comes.
    const many = 4000;
    const names = Array.from({ length: many }, (_, i) => `Ward ${i + 1}`);
    writeFileSync(join(cwd, 'areas.csv'), `name\n${names.join('\n')}\n`);
    const argv = [cli, 'batch', '--council', 'northfield', '--areas', 'areas.csv'];
    const child = spawn(process.execPath, argv, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = once(child, 'close');
    let [stdout, stderr, stopped] = ['', '', false];
    child.stderr.on('data', (text: Buffer) => void (stderr += text.toString()));
    child.stdout.on('data', (text: Buffer) => {
      stdout += text.toString();
      if (!stopped && stdout.split('\n').length > 3) stopped = child.kill('SIGINT');
    });
    const [status] = await ended;
    expect(status).toBe(130);
    const written = filesIn(join(cwd, 'output')).filter((name) => name !== 'manifest.json');
    const entries = parseManifest(readFileSync(join(cwd, 'output/manifest.json'), 'utf8')) ?? [];
    expect(entries.map(({ path }) => path).toSorted()).toEqual(written);
    expect(stdout.trim().split('\n').toSorted()).toEqual(written.map((name) => `output/${name}`));
    for (const { path, sha256: sum } of entries) expect(sha256(readFileSync(join(cwd, 'output', path)))).toBe(sum);
    expect(written.length).toBeGreaterThanOrEqual(3);
    expect(written.length).toBeLessThan(many);
    expect(stderr).toContain(
      `the run was stopped: ${many - written.length} of ${many.toLocaleString('en')} areas are left`,
    );
  });

  test('tells a fault with its place, and exits with 1', () => {
    const cwd = projectFolder();
    const council = join(cwd, 'content/councils/northfield.yaml');
    writeFileSync(council, readFileSync(council, 'utf8').replace('01632 960 101', '01632 ninety'));
    const { status, stdout, stderr } = spawnSync(process.execPath, BUILD, { cwd, env, encoding: 'utf8' });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('content/councils/northfield.yaml:10:');
    expect(existsSync(join(cwd, 'output'))).toBe(false);
  });
});
