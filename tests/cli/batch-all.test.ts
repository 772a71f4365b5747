import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import type { Press } from '../../src/commands/editions.ts';
import type { FormSheet } from '../../src/import/write/sheet.ts';
import { writeWorkbook } from '../../src/import/write/write-workbook.ts';
import { filesIn, temporaryFolder } from '../output/folder.ts';
import { writeWholeCountry } from '../whole-country.mjs';
import { PRESSES } from './presses.ts';

/** A project with every council, and a press that keeps which areas it was given. */
function workshop(): {
  cwd: string;
  put: (path: string, content: string | Uint8Array) => void;
  play: (line: string) => Promise<{ status: number; stderr: string; made: readonly string[] }>;
} {
  const cwd = temporaryFolder();
  writeWholeCountry(cwd);
  return {
    cwd,
    put(path, content) {
      mkdirSync(join(cwd, path, '..'), { recursive: true });
      writeFileSync(join(cwd, path), content);
    },
    async play(line) {
      let stderr = '';
      const made: string[] = [];
      const press: Press = (job, ...rest) => {
        const areas = [job.sources, ...(job.second ? [job.second] : [])].map(({ record }) => record.area);
        made.push(`${job.sources.record.slug}: ${areas.join(' | ')}`);
        return (PRESSES['sound'] as Press)(job, ...rest);
      };
      const io = {
        stdout: { write: () => {} },
        stderr: { write: (text: string) => void (stderr += text) },
        cwd,
        env: {},
        now: () => new Date(2025, 2, 20),
      };
      return { status: await run(line.split(' '), io, { press }), stderr, made };
    },
  };
}

const book = (name: string, headings: readonly string[], rows: readonly (readonly string[])[]): Uint8Array => {
  const columns = headings.map((heading) => ({ heading, width: 10, kind: 'text' as const }));
  const sheets: readonly FormSheet[] = [{ kind: 'table', name, columns, rows }];
  return writeWorkbook(sheets);
};

describe('a batch', () => {
  test('makes the areas that the project lists, of every council or of one', async () => {
    const { put, play, cwd } = workshop();
    put('content/areas/leeds.csv', 'name,nameWelsh,code,typed,source\nAbbey ward,,,,\nMoor ward,,,,\n');
    put('content/areas/york.csv', 'name\nMinster ward\n');
    const all = await play('batch --all --card');
    expect([all.status, all.stderr]).toEqual([0, '2 cards and 3 leaflets of 2 councils written\n']);
    expect(all.made.filter((each) => !each.endsWith(': '))).toEqual([
      'leeds: Abbey ward',
      'leeds: Moor ward',
      'york: Minster ward',
    ]);
    expect(filesIn(join(cwd, 'output'))).toContain('york/minster-ward/leaflet.en.pdf');
    expect((await play('batch --council york')).made).toEqual([]);
    expect((await play('batch --council york --afresh')).made).toEqual(['york: Minster ward']);
  });

  test('goes on after a council that is faulty, and says so', async () => {
    const { put, play } = workshop();
    put('content/areas/leeds.csv', 'name\nAbbey ward\n');
    put('content/areas/quux.csv', 'name\nA\nB\n');
    put('content/areas/york.csv', 'name\nMinster ward\n=cmd\n');
    const { status, stderr, made } = await play('batch --all');
    expect(made).toEqual(['leeds: Abbey ward', 'york: Minster ward']);
    expect(status).toBe(1);
    expect(stderr).toContain('rule: project/unknown-council');
    expect(stderr).toContain('rule: areas/formula');
    expect(stderr).toContain('2 leaflets of 3 councils written, 3 areas with faults\n');
  });

  test('takes a list of any format without importing it first, and splits it', async () => {
    const { put, play, cwd } = workshop();
    const rows = [
      ['E08000035', 'Leeds', 'Abbey', ''],
      ['E06000014', 'York', 'Minster', ''],
      ['W06000001', 'Isle of Anglesey', 'Town', 'Y Dref'],
    ];
    put('list.xlsx', book('Wards', ['LAD25CD', 'LAD25NM', 'WD25NM', 'WD25NMW'], rows));
    expect((await play('batch --all --areas list.xlsx')).made).toEqual([
      'leeds: Abbey ward',
      'york: Minster ward',
      'isle-of-anglesey: Town ward',
    ]);
    expect((await play('batch --council york --areas list.xlsx --afresh')).made).toEqual(['york: Minster ward']);
    put('list.json', JSON.stringify([{ council: 'York', ward: 'Minster' }]));
    expect((await play('batch --council york --areas list.json')).made).toEqual(['york: Minster']);
    put('titled.csv', 'Wards of York\n2025\nNo;Ward\n1;Minster\n2;Micklegate\n');
    expect((await play('batch --council york --areas titled.csv --afresh')).made).toEqual([
      'york: Minster',
      'york: Micklegate',
    ]);
    const other = await play('batch --council leeds --areas list.json');
    expect([other.status, other.made]).toEqual([1, []]);
    expect(other.stderr).toContain('rule: import/not-listed');
    expect(filesIn(join(cwd, 'content')).filter((path) => path.startsWith('areas'))).toEqual([]);
  });

  test('names areas in each language as they are called there', async () => {
    const { put, play } = workshop();
    put('content/areas/isle-of-anglesey.csv', 'name,nameWelsh\nTown ward,Y Dref\nMoor ward,\n');
    const { made } = await play('batch --all --language cy-en --draft');
    expect(made).toEqual(['isle-of-anglesey: Y Dref | Town ward', 'isle-of-anglesey: Moor ward | Moor ward']);
  });

  test('asks for areas where there are none', async () => {
    const { play } = workshop();
    for (const line of ['batch --all', 'batch --council york']) {
      // oxlint-disable-next-line no-await-in-loop
      const { status, stderr } = await play(line);
      expect([status, stderr.includes('rule: areas/none')]).toEqual([1, true]);
    }
    expect((await play('batch')).status).toBe(2);
    expect((await play('batch --all --council york')).status).toBe(2);
  });
});
