// The same words with Typst, tagged if its compiler can; one compiler makes them all.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { areaNames, readFaces } from '../example.mjs';
import { serve } from '../served.mjs';
import { leafletWords } from './leaflet-words.mjs';
import { typstRecord, typstTemplate } from './typst-source.mjs';

const [folder = '', compilerOf = '@myriaddreamin/typst-ts-node-compiler'] = process.argv.slice(2);
const { NodeCompiler } = await import(compilerOf).then((all) => all.default ?? all);
const { regular, bold } = await readFaces();
const leaflet = await leafletWords();

const workspace = join(folder, 'typst');
mkdirSync(workspace, { recursive: true });
writeFileSync(join(workspace, 'leaflet.typ'), typstTemplate(leaflet));
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: [regular, bold].map(Buffer.from) }] });

/** What the documentation of the compiler suggests for tools that do not watch. */
const OLDEST = 10;

const knowsAccessible = (() => {
  try {
    compiler.pdf({ mainFileContent: '#set document(title: "a")\n#set text(lang: "en")\na' }, { pdfStandard: 'ua-1' });
    return true;
  } catch {
    return false;
  }
})();
const standard = knowsAccessible ? { pdfStandard: 'ua-1' } : {};

const make = (area) => {
  const result = compiler.compile({ mainFileContent: typstRecord(area) });
  if (result.hasError() || !result.result) {
    result.printDiagnostics();
    throw new Error(`Typst does not compile ${area}`);
  }
  const pages = result.result.numOfPages;
  const bytes = compiler.pdf(result.result, standard);
  compiler.evictCache(OLDEST);
  return { bytes, pages };
};

const one = make('Castle ward');
if (one.pages !== leaflet.pages) throw new Error(`Typst sets ${one.pages} pages, and we ${leaflet.pages}`);

serve({
  async round(count, number) {
    const started = performance.now();
    let size = 0;
    for (const name of areaNames(count)) {
      const { bytes } = make(`${name.slice(0, -' ward'.length)} ${number} ward`);
      writeFileSync(join(folder, `typst ${name}.pdf`), bytes);
      size = bytes.length;
    }
    return { files: count, seconds: (performance.now() - started) / 1000, bytes: size };
  },
  about: () => ({ standard: knowsAccessible ? 'PDF/UA-1' : 'untagged: its compiler knows no PDF/UA-1' }),
});
