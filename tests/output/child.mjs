// Writes with the compiled product until it is killed, or as often as it is told: a process for `kill.test.ts`.
// node child.mjs <compiled src> <working folder> leaflet | entries <prefix> [count]
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [compiled, cwd, what, prefix, count] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(join(compiled, name)).href);
const { openOutput } = await load('output.js');
const { enterIntoManifest } = await load('manifest.js');

const output = openOutput(join(cwd, 'output'), cwd, (diagnostic) => {
  process.stdout.write(`${JSON.stringify(diagnostic)}\n`);
});
process.stdout.write('begun\n');
for (let round = 0; round < Number(count ?? Infinity); round++) {
  if (what === 'leaflet') output.write('anyshire/leaflet.en.pdf', new Uint8Array(4_000_000).fill(65 + (round % 26)));
  const path = `${prefix}/${round % 100}.pdf`;
  const facts = {
    template: 'leaflet',
    council: prefix,
    status: 'final',
    date: '2025-03-20',
    language: 'en',
    inputs: {},
  };
  enterIntoManifest(output, [{ path, sha256: '00', size: 1, pages: 1, ...facts }]);
}
