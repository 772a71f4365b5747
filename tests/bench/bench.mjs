// One run of all benches: see README.md. Run `npm run build` first, on a machine that does nothing else.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { describeMachine, load, makeFolder } from './machine.mjs';
import { cli } from './measured.mjs';
import { PARTS } from './parts.mjs';
import { linesOf, ratiosOf } from './tables.mjs';

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'boolean', default: false } } });
const names = values.only?.split(',') ?? Object.keys(PARTS);
const unknown = names.filter((name) => !(name in PARTS));
if (unknown.length > 0)
  throw new Error(`no part is called ${unknown.join(', ')}: there are ${Object.keys(PARTS).join(', ')}`);
if (!existsSync(cli)) throw new Error('dist is missing: npm run build');
process.chdir(join(import.meta.dirname, '../..'));

const tell = (line = '') => void (values.json ? process.stderr : process.stdout).write(`${line}\n`);

const machine = describeMachine();
const before = load();
tell(`${machine.processor}, ${machine.cores} cores, ${machine.system}, Node ${machine.node.slice(1)}`);
tell(`median [least–most] of at least 5; load before: ${before.toFixed(1)}`);
if (!machine.isBound) tell('WITHOUT taskset: what is said of one core may have had several');
if (before > 0.5) tell('NOISY: other programs want the cores too, so look at processor time and the spread');

const found = {};
const folder = makeFolder();
try {
  for (const name of names) {
    const own = join(folder, name);
    mkdirSync(own);
    const started = performance.now();
    const result = await PARTS[name](own, machine);
    found[name] = result;
    tell(`\n${name}  (${((performance.now() - started) / 1000).toFixed(0)} s, load ${load().toFixed(1)})`);
    for (const line of linesOf(name, result)) tell(line);
    rmSync(own, { recursive: true, force: true });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const ratios = ratiosOf(found);
if (ratios.length > 0) {
  const [what, often] = [0, 1].map((at) => Math.max(3, ...ratios.map((row) => row[at].length)));
  tell(`\n| ${'What'.padEnd(what)} | ${''.padEnd(often)} |\n| ${'-'.repeat(what)} | ${'-'.repeat(often)} |`);
  for (const [of, ratio] of ratios) tell(`| ${of.padEnd(what)} | ${ratio.padEnd(often)} |`);
}
if (values.json) {
  process.stdout.write(
    `${JSON.stringify({ machine, load: { before, after: load() }, found, ratios }, undefined, 2)}\n`,
  );
}
