import { codeOf } from './output-hindrance.ts';
import { isDead, quietly, sleep } from './output.ts';
import type { Output } from './output.ts';

/** The file that says who is at the manifest. */
export const LOCK = '.handbill-manifest.lock';

const PATIENCE = 10_000;

/** Waits for the lock and takes it. A lock whose run has ended, or which is older than any write takes, is broken. */
export function acquire(lock: string, mark: string, { fs, folder }: Output): 'ours' | 'held' | 'impossible' {
  for (const start = Date.now(); ; sleep(10 + Math.random() * 20)) {
    try {
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(lock, mark, { flag: 'wx' });
      return 'ours';
    } catch (cause) {
      // A full disk makes an empty lock. Windows answers EPERM while a lock is being deleted.
      if (codeOf(cause) === 'ENOSPC') quietly(() => fs.unlinkSync(lock));
      if (!['EEXIST', 'EPERM', 'EBUSY'].includes(codeOf(cause))) return 'impossible';
    }
    quietly(() => {
      const age = Date.now() - fs.statSync(lock).mtimeMs;
      if (age > PATIENCE || isDead(fs.readFileSync(lock, 'utf8'))) fs.unlinkSync(lock);
    });
    if (Date.now() - start > 2 * PATIENCE) return 'held';
  }
}

/** @returns whether the lock was ours to the end */
export function release(lock: string, mark: string, { fs }: Output): boolean {
  let ours = false;
  quietly(() => {
    ours = fs.readFileSync(lock, 'utf8') === mark;
    if (ours) fs.unlinkSync(lock);
  });
  return ours;
}
