import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../../src/cli.ts';
import type { Press } from '../../src/commands/editions.ts';
import { packageFolder, version } from '../../src/project.ts';
import { filesIn, temporaryFolder } from '../output/folder.ts';
import { PRESSES } from './presses.ts';

/*
 * A transcript is markdown whose fenced blocks are played from the top:
 *
 *   setup             lines `press: <name>` (presses.ts), `env: NAME=value`, `cwd: folder`
 *   … file=<path>     is written into the project
 *   sh                one command line, run in process on a copy of the project `northfield`
 *   files             all files below the project but its content, as they then are
 *
 * Behind each `sh` stand what it printed (`stdout`, `stderr`, if anything) and its exit status.
 */

const FENCED = /^```(\S+)(?: file=(\S+))?\n([\s\S]*?)^```$/gm;
const PRINTED = /\n\n```(stdout|stderr)\n[\s\S]*?^```$|\n\nExit status: \d+/gm;

/** Plays a transcript and gives it back as it should be, with the folder that it was played in. */
export async function replay(transcript: string): Promise<{ text: string; cwd: string }> {
  const folder = temporaryFolder();
  cpSync(join(import.meta.dirname, '../fixtures/projects/northfield'), folder, { recursive: true });
  const env: Record<string, string> = {};
  let press = pressNamed('sound');
  let cwd = folder;
  const source = transcript.replace(PRINTED, '');
  let text = '';
  let end = 0;
  for (const block of source.matchAll(FENCED)) {
    const [whole, kind, file, content = ''] = block;
    text += source.slice(end, block.index);
    end = block.index + whole.length;
    if (kind === 'files') {
      text += fenced('files', filesOf(folder));
      continue;
    }
    text += whole;
    if (file !== undefined) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    } else if (kind === 'setup') {
      for (const line of content.trim().split('\n')) {
        const [, key, value = ''] = /^(\w+): (.*)$/.exec(line) ?? [];
        if (key === 'press') press = pressNamed(value);
        else if (key === 'env') env[value.split('=')[0] ?? ''] = value.split('=').slice(1).join('=');
        else if (key === 'cwd') mkdirSync((cwd = join(folder, value)), { recursive: true });
        else throw new Error(`a transcript's setup does not know: ${line}`);
      }
    } else if (kind === 'sh') {
      // One command after the other, as they were typed.
      // oxlint-disable-next-line no-await-in-loop
      text += await play(content.trim(), { cwd, folder, env, press });
    }
  }
  return { text: text + source.slice(end), cwd: folder };
}

function pressNamed(name: string): Press {
  const press = PRESSES[name];
  if (!press) throw new Error(`a transcript names an unknown press: ${name}`);
  return press;
}

type Stage = {
  readonly cwd: string;
  readonly folder: string;
  readonly env: Record<string, string>;
  readonly press: Press;
};

async function play(line: string, { cwd, folder, env, press }: Stage): Promise<string> {
  const [program, ...argv] = words(line);
  if (program !== 'handbill') throw new Error(`a transcript runs handbill only, not ${line}`);
  const printed = { stdout: '', stderr: '' };
  const sink = (name: keyof typeof printed): { write: (text: string) => void } => ({
    write: (text) => void (printed[name] += text),
  });
  const io = { stdout: sink('stdout'), stderr: sink('stderr'), cwd, env, now: () => new Date(2025, 2, 20) };
  const status = await run(argv, io, { press });
  const shown = Object.entries(printed).filter(([, text]) => text !== '');
  const blocks = shown.map(([name, text]) => fenced(name, normalise(text, folder)));
  return ['', ...blocks, `Exit status: ${status}`].join('\n\n');
}

const fenced = (name: string, text: string): string =>
  `\`\`\`${name}\n${text.replace(/\n*$/, text === '' ? '' : '\n')}\`\`\``;

/** Splits as a shell does, as far as transcripts need it. */
const words = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');

/** Takes out what differs from run to run and from place to place. */
const normalise = (text: string, folder: string): string =>
  text
    .replaceAll(folder, '<project>')
    .replaceAll(packageFolder(), '<package>')
    .replaceAll(process.version, '<node>')
    .replaceAll(`handbill ${version()}`, 'handbill <version>')
    .replaceAll(`"handbill": "${version()}"`, '"handbill": "<version>"')
    .replace(/ +\d+\.\d ms/g, ' <time> ms')
    .replace(/\n {4}at .*/g, '')
    .replace(/[ \t]+$/gm, '');

const filesOf = (folder: string): string =>
  filesIn(folder)
    .filter((path) => !path.startsWith('content/'))
    .join('\n');
