// Makes handbill at install. `npm ci --omit=dev` brings no compiler: then a `dist` that was made before (as in the
// published package) is used as it is, and without one the install still succeeds and says what is missing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const compiler = () => {
  try {
    const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
    return join(dirname(manifest), 'bin', 'tsc');
  } catch {
    return undefined;
  }
};

const run = (...command) => spawnSync(process.execPath, command, { stdio: 'inherit' }).status === 0;

const tsc = compiler();
if (tsc) {
  if (!run(tsc, '-p', 'tsconfig.build.json') || !run('.bundle.mjs')) process.exitCode = 1;
} else if (!existsSync('dist/src/cli.js')) {
  process.stderr.write(
    'handbill: not compiled, because the development dependencies are absent. Run `npm ci` without `--omit=dev` once.\n',
  );
}
