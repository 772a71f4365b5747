// Puts the program together: `src/cli.ts` and the worker of a batch, with the libraries that they need, in a few files.
// To find, read and link 600 files takes node longer than to run them. See "Start" in ARCHITECTURE.md.
import { rmSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { hashOfCode } from './dist/src/project-code.js';

const refuse = "const refuse = () => { throw new Error('handbill does without this part of a library'); };";

/** Parts of libraries that handbill never comes to, or that node has itself. */
const replaced = {
  // fontkit: fonts packed as WOFF2. Ours are not packed.
  'brotli/decompress.js': `${refuse} export default refuse;`,
  // @react-pdf/layout: pictures of pixels. Ours are drawings.
  '@react-pdf/image': `${refuse} export default refuse;`,
  // @react-pdf/layout: breaks lines, and knows where words of English may be hyphenated. Ours are composed before.
  '@react-pdf/textkit': `${refuse} export default () => refuse;
    export { ${['bidi', 'fontSubstitution', 'fromFragments', 'justification', 'linebreaker', 'scriptItemizer', 'textDecoration', 'wordHyphenation'].map((name) => `refuse as ${name}`).join(', ')} };`,
  // fontkit: tables of Unicode, packed.
  'tiny-inflate': `const { inflateRawSync } = require('node:zlib');
    module.exports = (packed, whole) => { whole.set(inflateRawSync(packed)); return whole; };`,
};

rmSync('dist/program', { recursive: true, force: true });
const bundle = await rolldown({
  input: { cli: 'src/cli.ts', worker: 'src/batch/worker.ts' },
  platform: 'node',
  external: ['lcms-wasm'],
  plugins: [
    {
      name: 'replaced',
      resolveId: { filter: { id: Object.keys(replaced).map((id) => new RegExp(`^${id}$`)) }, handler: (id) => `\0${id}` },
      load: { filter: { id: /^\0/ }, handler: (id) => replaced[id.slice(1)] },
    },
  ],
  resolve: { alias: process.env.NOHB ? {} : { handlebars: 'handlebars/dist/cjs/handlebars/compiler/base.js' } },
  transform: { define: { 'process.env.NODE_ENV': '"production"', fetch: 'undefined', HASH_OF_CODE: JSON.stringify(hashOfCode()) } },
});
const { output } = await bundle.write({
  dir: 'dist',
  entryFileNames: ({ name }) => (name === 'cli' ? 'src/cli.js' : 'program/[name].js'),
  chunkFileNames: 'program/[name].js',
  comments: { legal: true, jsdoc: false, annotation: false },
});
if (process.argv[2] === 'mods') for (const o of output) for (const [id, m] of Object.entries(o.modules ?? {})) console.log('MOD', o.fileName, (m.renderedLength ?? m.code?.length ?? 0), id.replace(/.*node_modules\//, '').replace('/tmp/lead/cold/', ''));
