import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder, version } from './project.ts';

/** The hash of the code that the bundler made the program of; absent where each module is a file of its own. */
declare const HASH_OF_CODE: string | undefined;

let known: string | undefined;

/**
 * What tells this handbill from another: its version; where it is worked on, also a hash of its code, which changes
 * between two releases.
 */
export const ownCode = (): string => (known ??= `${version()}${isWorkedOn() ? ` ${bundled ?? hashOfCode()}` : ''}`);

const bundled = typeof HASH_OF_CODE === 'string' ? HASH_OF_CODE : undefined;

/** What is installed has no sources. */
const isWorkedOn = (): boolean => existsSync(join(packageFolder(), 'src'));

/** Of the modules that this one stands among. */
export function hashOfCode(): string {
  const root = join(import.meta.dirname, '..');
  const hash = createHash('sha256');
  for (const folder of ['src', 'templates']) {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((each) => /\.(?:js|tsx?)$/.test(each)).toSorted()) {
      hash.update(name).update(readFileSync(join(root, folder, name)));
    }
  }
  return hash.digest('hex');
}
