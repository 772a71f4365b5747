import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli.ts';
import { parseManifest } from '../../src/manifest.ts';
import type { Entry } from '../../src/manifest.ts';

/** A council with the code of Leeds, whose contacts are examples. */
const COUNCIL = `name: Leeds City Council
shortName: Leeds
gss: E08000035
brand: northfield
example: leeds
election:
  name: Local elections
  kind: metropolitan
  date: 2025-05-01
contactsCheckedOn: 2025-03-20
returningOfficer:
  title: Returning Officer
  phones: ["0113 496 0101"]
  email: ro@leeds.example
police:
  - name: West Yorkshire Police
`;

/** The list of the Office for National Statistics: its header, and the 33 wards. */
const [HEADER = '', ...ROWS] = readFileSync('tests/references/areas-leeds.csv', 'utf8').trim().split('\n');

export type Leeds = {
  readonly folder: string;
  /** The display names of the wards in the list. */
  readonly wards: readonly string[];
  readonly play: (...argv: readonly string[]) => Promise<{ status: number; stdout: string }>;
  readonly entries: () => readonly Entry[];
  /** The wards that the text of a leaflet names. */
  readonly namedIn: (entry: Entry) => readonly string[];
};

/** A project for Leeds in a new folder, with a list `wards.csv` of some of its wards and what else is given. */
export function openLeeds(count: number, ...more: readonly string[]): Leeds {
  const folder = mkdtempSync(join(tmpdir(), 'handbill-test-'));
  cpSync('tests/fixtures/projects/northfield', folder, { recursive: true });
  writeFileSync(join(folder, 'content/councils/leeds.yaml'), COUNCIL);
  const rows = ROWS.slice(0, count);
  writeFileSync(join(folder, 'wards.csv'), `${[HEADER, ...rows, ...more].join('\n')}\n`);
  // No ward of Leeds has a comma in its name.
  const all = ROWS.map((row) => `${row.split(',')[2]} ward`);
  return {
    folder,
    wards: all.slice(0, count),
    async play(...argv) {
      let stdout = '';
      const write = (text: string): void => void (stdout += text);
      const io = { stdout: { write }, stderr: { write() {} }, cwd: folder, env: {}, now: () => new Date(2025, 2, 20) };
      return { status: await run(argv, io), stdout };
    },
    entries: () => parseManifest(readFileSync(join(folder, 'output/manifest.json'), 'utf8')) ?? [],
    namedIn({ path }) {
      const { stdout } = spawnSync('pdftotext', [join(folder, 'output', path), '-'], { encoding: 'utf8' });
      const text = stdout.replace(/\s+/g, ' ');
      return all.filter((ward) => text.includes(ward));
    },
  };
}
