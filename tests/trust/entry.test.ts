import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import { type Entry, parseManifest } from '../../src/manifest.ts';
import { version } from '../../src/project.ts';
import { PRESSES } from '../cli/presses.ts';
import { temporaryFolder } from '../output/folder.ts';

// What the manifest says of contacts, from the command line on.

function workshop() {
  const cwd = temporaryFolder();
  cpSync('tests/fixtures/projects/northfield', cwd, { recursive: true });
  const sink = { write: () => {} };
  const io = { stdout: sink, stderr: sink, cwd, env: {}, now: () => new Date(2025, 2, 20) };
  const council = join(cwd, 'content/councils/northfield.yaml');
  return {
    play: (...argv: string[]): Promise<number> =>
      run([...argv, '--council', 'northfield'], io, { press: PRESSES['sound']! }),
    entries: (): readonly Entry[] => parseManifest(readFileSync(join(cwd, 'output/manifest.json'), 'utf8')) ?? [],
    change: (from: string, to: string): void => writeFileSync(council, readFileSync(council, 'utf8').replace(from, to)),
  };
}

test('the manifest says of each file whether its contacts were signed off', async () => {
  const { play, entries, change } = workshop();
  await play('card');
  const [unsigned] = entries();
  expect(unsigned).toMatchObject({ contacts: { signedOff: null }, handbill: version() });
  expect(unsigned?.contacts?.sha256).toMatch(/^[0-9a-f]{64}$/);

  await play('sign-off', '--name', 'Helen Marsh', '--contacts', unsigned!.contacts!.sha256.slice(0, 12));
  await play('card');
  const signedOff = { name: 'Helen Marsh', date: '2025-03-20' };
  for (const { contacts } of entries()) expect(contacts).toEqual({ sha256: unsigned!.contacts!.sha256, signedOff });

  // A note changes nothing; a number does, and nobody has signed for the new one.
  change('name:', '# A note.\nname:');
  await play('card');
  expect(entries()[0]?.contacts?.signedOff).toEqual(signedOff);
  change('960 101', '960 102');
  await play('card');
  expect(entries()[0]?.contacts?.signedOff).toBeNull();
  expect(entries()[0]?.contacts?.sha256).not.toBe(unsigned!.contacts!.sha256);
});

test('a sign-off is not an input: signing again makes the same manifest but for who signed', async () => {
  const { play, entries } = workshop();
  await play('sign-off', '--name', 'Helen Marsh');
  await play('card');
  expect(Object.keys(entries()[0]!.inputs).filter((name) => name.includes('signoff'))).toEqual([]);
});
