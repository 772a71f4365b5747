import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { treeOf } from '../cli/killed.ts';
import { isCompiled } from '../compiled.ts';
import { env, line, projectOf, runIn } from './threaded.ts';

const ready = isCompiled('tests/batch/threads');

describe.skipIf(!ready)('a batch in threads', () => {
  test('writes the same files and says the same as in one, in the same order', () => {
    const [alone, many] = [1, 3].map((workers) => runIn(projectOf(4), workers, '--card'));
    expect(many).toEqual(alone);
    expect(alone?.status).toBe(1);
    expect(alone?.stderr).toContain('preflight/right-to-left');
    expect(alone?.stderr.match(/rule: trust\//g)).toHaveLength(1);
    expect([...(alone?.tree.keys() ?? [])].filter((name) => name.endsWith('leaflet.en.pdf'))).toHaveLength(12);
  });

  test('the same for print, with tickets', () => {
    const print = ['--for', 'print', '--template', 'wallet-card'];
    const [alone, many] = [1, 2].map((workers) => runIn(projectOf(2), workers, ...print));
    expect(many).toEqual(alone);
    expect([...(alone?.tree.keys() ?? [])].filter((name) => name.endsWith('.job.yaml'))).toHaveLength(7);
  });

  test.skipIf(process.platform === 'win32')(
    'is ended by a signal with whole files, and goes on with --resume',
    async () => {
      const [cwd, other] = [projectOf(50), projectOf(50)];
      const whole = runIn(other, 2).tree;
      const child = spawn(process.execPath, line(2), { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
      const ended = once(child, 'exit');
      let stderr = '';
      child.stderr.on('data', (text: Buffer) => void (stderr += text.toString()));
      let lines = 0;
      child.stdout.on('data', (text: Buffer) => {
        const before = lines;
        lines += text.toString().split('\n').length - 1;
        // Who asks twice does not want to wait for what is in hand.
        if (before < 10 && lines >= 10) child.kill('SIGINT');
      });
      expect((await ended)[0]).toBe(130);
      const left = Number(/^warning: the run was stopped: (\d+) of 151 areas are left$/m.exec(stderr)?.[1]);
      const stopped = treeOf(cwd);
      // One area can be set in no leaflet: it is among those that were made, or among those that are left.
      const made = [...stopped.keys()].filter((name) => name.endsWith('.pdf'));
      expect([150, 151]).toContain(made.length + left);
      for (const name of made) expect([name, stopped.get(name) === whole.get(name)]).toEqual([name, true]);
      const { status, tree } = runIn(cwd, 2, '--resume');
      expect(status).toBe(1);
      expect(tree).toEqual(whole);
    },
  );
});
