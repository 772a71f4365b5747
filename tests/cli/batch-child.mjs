// Runs a command line with the compiled product and a press that gives bytes at once: a process for `killed.ts`.
// node batch-child.mjs <compiled src> <working folder> <arguments…>
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [compiled, cwd, ...argv] = process.argv.slice(2);
const { run } = await import(pathToFileURL(join(compiled, 'cli.js')).href);

/** As large as a leaflet, and other bytes for each area. */
const press = async ({ sources, day }) => {
  const said = `%PDF of ${sources.record.area} on ${day}\n`;
  return { bytes: new TextEncoder().encode(said.repeat(Math.ceil(45_000 / said.length))), pages: 5 };
};
const { stdout, stderr } = process;
const io = { stdout, stderr, cwd, env: {}, now: () => new Date(2025, 2, 20) };
process.exitCode = await run(argv, io, { press });
