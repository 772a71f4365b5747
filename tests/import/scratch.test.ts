import { test } from 'vitest';
import { run } from '../../src/cli.ts';
import { readFileSync, writeFileSync } from 'node:fs';
test('x', async () => {
  const lines = readFileSync('/tmp/lead/import-command/cmds','utf8').trim().split('\n');
  let all='';
  for (const line of lines) {
    const argv = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, q, b]) => q ?? b ?? '');
    const sink = { write: (t: string) => void (all += t) };
    const t = performance.now();
    const status = await run(argv, { stdout: sink, stderr: sink, cwd: '/tmp/lead/import-command/p', env: {}, now: () => new Date(2026, 10, 22) });
    all += `\n== ${line} = ${status} ${(performance.now()-t).toFixed(0)}ms\n`;
  }
  writeFileSync('/tmp/lead/import-command/out', all);
}, 600000);
