import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAreas } from '../../src/data/areas.ts';
import { collect } from '../../src/diagnostics/collect.ts';
import { temporaryFolder } from '../output/folder.ts';
import { registry } from '../registry/given.ts';
import { writeWholeCountry } from '../whole-country.mjs';
import { inShort, runIn } from './project.ts';

// Lists of the Office for National Statistics as they are: one of all wards, one of councils and their police forces. In
// the folder that HANDBILL_REFERENCE names.

const folder = process.env['HANDBILL_REFERENCE'] ?? '';
const wards = join(folder, 'ons-WD25_LAD25.csv');
const forces = join(folder, 'ons-LAD19_CSP19_PFA19_EW_LU.csv');
if (folder === '') {
  process.stderr.write('\nDID NOT RUN, because HANDBILL_REFERENCE names no folder: tests/import/reference\n');
}

function wholeCountry(): string {
  const cwd = temporaryFolder();
  writeWholeCountry(cwd);
  return cwd;
}

describe.skipIf(folder === '' || !existsSync(wards))('the list of all wards', () => {
  test('is imported as it is: 8,405 areas of 361 councils', { timeout: 60_000 }, async () => {
    const cwd = wholeCountry();
    const { status, diagnostics, written } = await runIn(cwd, 'import', 'areas', wards);
    expect([status, written.length]).toEqual([0, 361]);
    expect(inShort(diagnostics).map((each) => each.split(' row ')[0])).toEqual(['warning import/wards-for-areas']);
    const names = readdirSync(join(cwd, 'content/areas'));
    const { report, all } = collect();
    const areas = names.flatMap((name) => {
      const file = { path: name, text: readFileSync(join(cwd, 'content/areas', name), 'utf8') };
      return parseAreas({ ...file, encoding: 'utf-8' }, { name }, report)?.areas ?? [];
    });
    expect([areas.length, all()]).toEqual([8405, []]);
    expect(areas.filter(({ name }) => !/ (ward|division)$/i.test(name))).toEqual([]);
    expect(areas.filter(({ names: own }) => own !== undefined).length).toBeGreaterThan(700);
    // Again, nothing is new.
    expect((await runIn(cwd, 'import', 'areas', wards)).written).toEqual([]);
  });

  test('gives nothing to county councils, and says so', async () => {
    const cwd = wholeCountry();
    const kent = join(cwd, 'wards-of-kent.csv');
    writeFileSync(
      kent,
      readFileSync(wards, 'utf8')
        .replaceAll('LAD25', 'CTY25')
        .replace(/E07000105,Ashford/g, 'E10000016,Kent'),
    );
    const { status, diagnostics, written } = await runIn(cwd, 'import', 'areas', kent, '--council', 'kent');
    expect([status, written]).toEqual([1, []]);
    expect(inShort(diagnostics).map((each) => each.split(' row ')[0])).toEqual(['error import/other-tier']);
    rmSync(kent);
  });
});

describe.skipIf(folder === '' || !existsSync(forces))('the list of police forces', () => {
  test('says the same as the registry of every council of today, but for the new name of one force', async () => {
    const cwd = wholeCountry();
    const { status, diagnostics, councils } = await runIn(cwd, 'import', 'councils', forces, '--dry-run');
    const changes = councils as readonly { council: string; key: string; kind: string; from?: string; to: string }[];
    const hampshire = registry()
      .councils.filter(({ force }) => force.id === 'hampshire')
      .map(({ slug }) => slug);
    const differing = changes.filter(({ key }) => key.startsWith('police.'));
    expect(new Set(differing.map(({ kind, to }) => `${kind} ${to}`))).toEqual(new Set(['kept Hampshire']));
    expect(differing.map(({ council }) => council).filter((slug) => !hampshire.includes(slug))).toEqual([]);
    expect(changes.filter(({ key }) => !key.startsWith('police.'))).toEqual([]);
    const found = inShort(diagnostics).map((each) => each.split(' row ')[0]);
    // Since 2019, councils were joined, and two were given other codes.
    expect([...new Set(found)].toSorted()).toEqual([
      'error import/council-twice',
      'warning import/former-code',
      'warning import/gone-council',
      'warning import/kept',
    ]);
    expect(found.filter((each) => each?.startsWith('error'))).toHaveLength(3);
    expect(status).toBe(1);
  });
});
