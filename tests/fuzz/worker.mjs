// Runs command lines of the compiled product in this process, one after the other, each on a project of its own.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

process.env.NODE_ENV = 'production';
const { run } = await import(workerData.cli);

const hashesOf = (folder) => {
  const hashes = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    hashes.set(path, createHash('sha256').update(readFileSync(path)).digest('hex'));
  }
  return hashes;
};

parentPort.on('message', async ({ id, folder, file, bytes, argv }) => {
  const path = join(folder, file);
  const before = existsSync(path) ? readFileSync(path) : undefined;
  writeFileSync(path, bytes);
  const hashes = hashesOf(folder);
  let [stdout, stderr, status, thrown] = ['', '', undefined, undefined];
  const started = performance.now();
  try {
    status = await run(argv, {
      stdout: { write: (text) => void (stdout += text) },
      stderr: { write: (text) => void (stderr += text) },
      cwd: folder,
      env: {},
      now: () => new Date(2025, 2, 20),
    });
  } catch (cause) {
    thrown = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  }
  const took = performance.now() - started;
  const after = hashesOf(folder);
  const damaged = [...hashes].flatMap(([name, hash]) => (after.get(name) === hash ? [] : [name]));
  if (before === undefined) rmSync(path);
  else writeFileSync(path, before);
  for (const name of after.keys()) if (!hashes.has(name)) rmSync(name);
  const bug = /internal\/bug[\s\S]*/.exec(stdout + stderr)?.[0]?.slice(0, 2000);
  parentPort.postMessage({ id, status, took, thrown, bug, damaged });
});
parentPort.postMessage({ ready: true });
