// Puts the program together, after the compiler: `dist/src/cli.js` and `dist/program`, with the libraries that they need.
// "Start" in ARCHITECTURE.md says why.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { hashOfCode } from './dist/src/project-code.js';

const refuse = "const refuse = () => { throw new Error('handbill does without this part of a library'); };";
const ofTextkit = [
  'bidi',
  'fontSubstitution',
  'fromFragments',
  'justification',
  'linebreaker',
  'scriptItemizer',
  'textDecoration',
  'wordHyphenation',
];

/** What libraries load that handbill never comes to, or that node has itself. */
const replaced = {
  // fontkit: fonts packed as WOFF2. Ours are not packed.
  'brotli/decompress.js': `${refuse} export default refuse;`,
  // @react-pdf/layout: pictures of pixels. Ours are drawings.
  '@react-pdf/image': `${refuse} export default refuse;`,
  // @react-pdf/layout: breaks lines, and knows where words may be hyphenated. Our lines are composed before.
  '@react-pdf/textkit': `${refuse} export default () => refuse;
    export { ${ofTextkit.map((name) => `refuse as ${name}`).join(', ')} };`,
  // fontkit: unpacks tables of Unicode.
  'tiny-inflate': `const { inflateRawSync } = require('node:zlib');
    module.exports = (packed, whole) => { whole.set(inflateRawSync(packed)); return whole; };`,
  // yargs: how wide letters of any script are on a terminal. Our help is in those that take one place.
  'string-width': 'export default (text) => text.length;',
};

rmSync('dist/program', { recursive: true, force: true });
const bundle = await rolldown({
  input: { cli: 'src/cli.ts', 'batch-thread': 'src/commands/batch-thread.ts' },
  platform: 'node',
  // It reads a file that lies beside it.
  external: ['lcms-wasm'],
  // Of Handlebars its parser, which takes templates apart, and not what would run them.
  resolve: { alias: { handlebars: 'handlebars/dist/cjs/handlebars/compiler/base.js' } },
  plugins: [
    {
      name: 'replaced',
      resolveId: (id) => (id in replaced ? `\0${id}` : undefined),
      load: (id) => (id.startsWith('\0') ? replaced[id.slice(1)] : undefined),
    },
  ],
  transform: {
    define: {
      'process.env.NODE_ENV': '"production"',
      // yoga-layout would fetch the bytes that it holds itself.
      fetch: 'undefined',
      HASH_OF_CODE: JSON.stringify(hashOfCode()),
    },
  },
});
const { output } = await bundle.write({
  dir: 'dist',
  entryFileNames: ({ name }) => (name === 'cli' ? 'src/cli.js' : 'program/[name].js'),
  chunkFileNames: 'program/[name].js',
});

/** Licences ask that they go along with the code. */
const folders = output
  .flatMap((file) => Object.keys(file.type === 'chunk' ? file.modules : {}))
  .flatMap((module) => /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/.exec(module)?.[0] ?? []);
const licences = [...new Set(folders)].map((folder) => {
  const { name, version, license, author, homepage } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
  const whose = [license, author?.name ?? author, homepage].filter((known) => known !== undefined);
  return [
    `${name} ${version}: ${whose.join(', ')}`,
    ...texts.map((file) => readFileSync(join(folder, file), 'utf8').trim()),
  ];
});
const rule = '-'.repeat(80);
const parts = licences.map((texts) => `${rule}\n${texts.join('\n\n')}\n`).toSorted();
writeFileSync(
  'dist/program/LICENCES.txt',
  `The files beside this one hold code of these libraries.\n\n${parts.join('\n')}`,
);
