import { counting } from '../diagnostics/collect.ts';
import { enterIntoManifest, sha256 } from '../manifest.ts';
import { brandPageName } from '../output-names.ts';
import { openOutput } from '../output.ts';
import { version } from '../project.ts';
import type { Bench } from './bench.ts';
import { type BrandSources, openBrandShelf } from './brand-sources.ts';
import { outputFolder } from './output-folder.ts';
import type { Common } from './specs/spec.ts';

/** Makes and writes the page that shows a brand on every element, for each of the brands. */
export async function brandPage(brands: readonly string[], common: Common, bench: Bench): Promise<void> {
  const { console, project, cwd, press } = bench;
  const output = openOutput(outputFolder(common.out, project, cwd), cwd, console.report);
  const shelf = openBrandShelf(bench);
  for (const id of brands) {
    if (console.stopped()) return;
    const { report, errors } = counting(console.report);
    const sources = shelf.load(id, report);
    if (!sources) continue;
    const job = { product: 'brand-page', sources: sources.loaded.sources, status: 'final', day: common.day } as const;
    const watch = console.watch(`${id} brand-page`);
    // One brand after the other: what is made is written before the next is begun.
    // oxlint-disable-next-line no-await-in-loop
    const pressed = await press(job, report, watch.clock);
    watch.tell();
    if (!pressed || errors() > 0) continue;
    const { language } = sources.loaded;
    const path = brandPageName(id, language);
    if (!output.write(path, pressed.bytes)) continue;
    const { pages } = pressed;
    const of = { pages, size: pressed.bytes.length, sha256: sha256(pressed.bytes) };
    const council = job.sources.record.slug;
    enterIntoManifest(output, [
      {
        path,
        ...of,
        template: 'brand-page',
        council,
        status: 'final',
        date: common.day,
        language,
        handbill: version(),
        inputs: inputsOf(sources),
      },
    ]);
    console.done({ path: output.shown(path), council, product: 'brand-page', ...of });
  }
}

function inputsOf({ loaded }: BrandSources): Readonly<Record<string, string>> {
  const sorted = loaded.inputs.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return Object.fromEntries(sorted.map((input) => [input.name, input.sha256]));
}
