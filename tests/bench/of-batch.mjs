// `batch` as people run it. Of one thread the clock runs from the first file to the last. Of several it runs from the start
// of the run, and that of the threads: what is said of their files waits for its turn, so the first line is late.
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { areaNames, DAY } from './example.mjs';
import { dist } from './measured.mjs';
import { serve } from './served.mjs';

const [folder = '', workers = '1'] = process.argv.slice(2);
const { run } = await import(join(dist, 'src/cli.js'));

const clocks = () => {
  const { user, system } = process.cpuUsage();
  return { seconds: performance.now() / 1000, cpu: (user + system) / 1e6 };
};

serve({
  async round(count, number) {
    const cwd = join(folder, `batch-${workers}-${number}`);
    mkdirSync(cwd, { recursive: true });
    writeFileSync(join(cwd, 'areas.csv'), `name\n${areaNames(count).join('\n')}\n`);
    let files = 0;
    const isAlone = workers === '1';
    let [first, last] = [clocks(), clocks()];
    let path = '';
    const stdout = {
      write(line) {
        // Asking for processor time takes some itself.
        if (files === 0 && isAlone) first = clocks();
        if (files === count - 1) last = clocks();
        files += 1;
        path = line.trimEnd();
        return true;
      },
    };
    const io = { stdout, stderr: { write: () => true }, cwd, env: {}, now: () => new Date() };
    const list = ['--council', 'anyshire', '--areas', 'areas.csv', '--out', 'out', '--date', DAY];
    const status = await run(['batch', ...list, '--workers', workers], io);
    if (status !== 0) throw new Error(`batch ended with ${status}`);
    const bytes = statSync(join(cwd, path)).size;
    rmSync(cwd, { recursive: true });
    return {
      files: isAlone ? files - 1 : files,
      seconds: last.seconds - first.seconds,
      cpu: last.cpu - first.cpu,
      bytes,
    };
  },
});
