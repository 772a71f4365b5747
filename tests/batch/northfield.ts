import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/cli.ts';
import { temporaryFolder } from '../output/folder.ts';

/** What came of a batch, and the folder that it ran in. */
type Ran = { readonly cwd: string; readonly status: number; readonly stderr: string };

/** Makes leaflets of areas of the fixture's council, in this thread. */
export async function batchOfNorthfield(names: readonly string[], more = ''): Promise<Ran> {
  const cwd = temporaryFolder();
  cpSync(join(import.meta.dirname, '../fixtures/projects/northfield'), cwd, { recursive: true });
  writeFileSync(join(cwd, 'areas.csv'), `name\n${names.join('\n')}\n`);
  const line = `batch --council northfield --areas areas.csv --date 2025-03-20${more}`;
  let stderr = '';
  const status = await run(line.split(' '), {
    stdout: { write() {} },
    stderr: { write: (text: string) => void (stderr += text) },
    cwd,
    env: {},
    now: () => new Date(0),
  });
  return { cwd, status, stderr };
}
