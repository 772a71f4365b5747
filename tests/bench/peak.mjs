import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';

// Loaded before a command that is measured: at its end it says what memory it took, in bytes.

if (isMainThread) {
  process.on('exit', () => writeFileSync(process.env.BENCH_PEAK ?? '', String(process.resourceUsage().maxRSS * 1024)));
}
