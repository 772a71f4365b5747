// Runs command lines of the compiled product in this process, one after the other, each on a project of its own.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

process.env.NODE_ENV = 'production';
const load = (name) => import(new URL(name, workerData.cli).href);
const { run } = await load('./cli.js');
const { Stop } = await load('./diagnostics/diagnostic.js');
const { parseCouncil } = await load('./data/council.js');
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

/** Whether a council's file can be read; of other files, whether they end as they should. */
const isWhole = (name) => {
  if (!existsSync(name)) return false;
  const text = readFileSync(name, 'utf8');
  if (!/councils[\\/][\w-]+\.yaml$/.test(name)) return name.endsWith('.svg') || text.endsWith('\n');
  return parseCouncil({ path: name, text }, 'northfield', () => {}, 'draft') !== undefined;
};

const hashesOf = (folder) => {
  const hashes = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    hashes.set(path, createHash('sha256').update(readFileSync(path)).digest('hex'));
  }
  return hashes;
};

parentPort.on('message', async ({ id, folder, file, bytes, argv, module, writes }) => {
  const path = join(folder, file);
  const before = existsSync(path) ? readFileSync(path) : undefined;
  writeFileSync(path, bytes);
  const hashes = hashesOf(folder);
  const texts = writes ? [...hashes.keys()].map((name) => [name, readFileSync(name)]) : [];
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
  const isChanged = (name) => after.get(name) !== hashes.get(name);
  const names = [...new Set([...hashes.keys(), ...after.keys()])].filter(isChanged);
  const damaged = names.filter((name) => {
    const within = relative(folder, name).replaceAll('\\', '/');
    return hashes.has(name) ? !writes?.test(within) || !isWhole(name) : writes?.test(within) && !isWhole(name);
  });
  if (before === undefined) rmSync(path);
  else writeFileSync(path, before);
  for (const name of names) rmSync(name, { force: true });
  for (const [name, text] of texts) writeFileSync(name, text);
  const bug = /internal\/bug[\s\S]*/.exec(stdout + stderr)?.[0]?.slice(0, 2000);
  // oxlint-disable-next-line require-post-message-target-origin
  parentPort.postMessage({ id, status, took, thrown, bug, damaged });
});
// oxlint-disable-next-line require-post-message-target-origin
parentPort.postMessage({ ready: true });
