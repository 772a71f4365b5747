// Runs command lines of the compiled product in this process, one after the other, each on a project of its own.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

process.env.NODE_ENV = 'production';
const load = (name) => import(new URL(name, workerData.cli).href);
const { run } = await load('./cli.js');
const { Stop } = await load('./diagnostics/diagnostic.js');
const { decode } = await load('./project-encoding.js');

/** What reads a file of content, without making pages of it. */
const parsers = {
  'content/guidance.js': 'parseGuidance',
  'content/local-words.js': 'parseLocalWords',
  'content/links.js': 'parseLinks',
  'data/furniture.js': 'parseFurniture',
  'data/sign-off.js': 'parseSignOff',
};

async function parse(module, file, bytes) {
  const diagnostics = [];
  const report = (diagnostic) => void diagnostics.push(diagnostic);
  const { text, sound } = decode(bytes, file, report);
  if (!sound) return 1;
  try {
    (await load(`./${module}`))[parsers[module]]({ path: file, text }, report);
  } catch (cause) {
    if (!(cause instanceof Stop)) throw cause;
    if (diagnostics.length === 0) throw new Error('stopped, and nothing was reported', { cause });
  }
  return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}

const hashesOf = (folder) => {
  const hashes = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    hashes.set(path, createHash('sha256').update(readFileSync(path)).digest('hex'));
  }
  return hashes;
};

parentPort.on('message', async ({ id, folder, file, bytes, argv, module }) => {
  const path = join(folder, file);
  const before = existsSync(path) ? readFileSync(path) : undefined;
  writeFileSync(path, bytes);
  const hashes = hashesOf(folder);
  let [stdout, stderr, status, thrown] = ['', '', undefined, undefined];
  const started = performance.now();
  try {
    if (module) status = await parse(module, file, Buffer.from(bytes));
    else
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
  // oxlint-disable-next-line require-post-message-target-origin
  parentPort.postMessage({ id, status, took, thrown, bug, damaged });
});
// oxlint-disable-next-line require-post-message-target-origin
parentPort.postMessage({ ready: true });
