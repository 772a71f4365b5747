import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../src/project.ts';

/** The program as it is installed. */
export const cli = join(packageFolder(), 'dist/src/cli.js');

/** Whether it is compiled, and no older than its source; says so if not, for tests that then do not run. */
export function isCompiled(what: string): boolean {
  const ready = ['src', 'templates'].every((folder) =>
    readdirSync(join(packageFolder(), folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
      .every((name) => {
        const made = join(packageFolder(), 'dist', folder, name.replace(/\.tsx?$/, '.js'));
        const source = join(packageFolder(), folder, name);
        return existsSync(made) && statSync(made).mtimeMs >= statSync(source).mtimeMs;
      }),
  );
  if (!ready) process.stderr.write(`\nDID NOT RUN, because dist/ is older than src/ (npm run build): ${what}\n`);
  return ready;
}
