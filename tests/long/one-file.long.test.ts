import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openLeeds } from '../cli/leeds.ts';
import { cli, isCompiled } from '../compiled.ts';
import { filesIn } from '../output/folder.ts';

const [first, second] = ['bdfghklmnprstvwz', 'aeiou'];

/** Names of letters alone, as areas have them: from 0, so many. */
const names = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => {
    let name = '';
    for (let rest = i, k = 0; k < 3; k += 1, rest = Math.floor(rest / 80)) {
      name += `${first[rest % 16]}${second[Math.floor(rest / 16) % 5]}`;
    }
    return `${name[0]!.toUpperCase()}${name.slice(1)} Green`;
  });

const tell = 'data:text/javascript,process.on("exit",()=>console.error("PEAK",process.resourceUsage().maxRSS))';

type Ran = { readonly status: number | null; readonly said: string; readonly peak: number; readonly files: string[] };

/** Makes one file of so many areas in a process of its own; gives its most memory, in megabytes. */
function play(areas: number): Ran & { readonly last: () => string } {
  const { folder } = openLeeds(0);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'areas.csv'), `name\n${names(areas).join('\n')}\n`);
  const line = 'batch --council leeds --areas areas.csv --one-file --date 2025-03-20 --quiet';
  const { status, stderr } = spawnSync(process.execPath, ['--import', tell, cli, ...line.split(' ')], {
    cwd: folder,
    encoding: 'utf8',
  });
  return {
    status,
    said: stderr,
    peak: Number(/PEAK (\d+)/.exec(stderr)?.[1]) / 1000,
    files: filesIn(join(folder, 'output')),
    last: () => readFileSync(join(folder, 'output/leeds/leaflet.areas.en.csv'), 'utf8').trim().split('\r\n').at(-1)!,
  };
}

describe.skipIf(!isCompiled('one file of many areas'))('one file', () => {
  test('takes no more memory for 8,405 areas than for 1,000, but for a little', () => {
    const [few, many] = [play(1000), play(8405)];
    expect([few.status, many.status]).toEqual([0, 0]);
    process.stdout.write(`one file: ${few.peak.toFixed(0)} MB for 1,000 areas, ${many.peak.toFixed(0)} for 8,405\n`);
    expect(many.peak).toBeLessThan(300);
    expect(many.peak - few.peak).toBeLessThan(75);
    expect(many.last()).toMatch(/ Green,42021,42025,$/);
  });

  test('of 100,000 areas is refused where it would be too large, in no more memory', () => {
    const { status, said, peak, files } = play(100_000);
    expect([status, said.match(/rule: [\w/-]+/g)]).toEqual([1, ['rule: write/too-large']]);
    expect(said).toContain('make it in parts, each of them a file: `--shard 1/4`');
    expect(files).toEqual([]);
    process.stdout.write(`one file: ${peak.toFixed(0)} MB for as many areas as it can hold\n`);
    expect(peak).toBeLessThan(450);
  });
});
