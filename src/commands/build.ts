import { join, resolve, sep } from 'node:path';
import { performance } from 'node:perf_hooks';
import { enterIntoManifest, sha256 } from '../manifest.ts';
import type { Entry } from '../manifest.ts';
import { outputName } from '../output-names.ts';
import { openOutput } from '../output.ts';
import type { Output } from '../output.ts';
import { packageFolder } from '../project.ts';
import type { Project } from '../project.ts';
import type { Bench } from './bench.ts';
import { timeLine } from './console.ts';
import type { Console } from './console.ts';
import { makeEditions, PRODUCTS } from './editions.ts';
import type { Made, Wanted } from './editions.ts';
import type { BuildCommand } from './specs/build.ts';

/** Makes and writes the products of each council. What fails is reported, and the others go on. */
export async function build(command: BuildCommand, bench: Bench): Promise<void> {
  const { console, project, cwd } = bench;
  const output = openOutput(outputFolder(command.common.out, project, cwd), cwd, console.report);
  console.tell(`output   ${output.folder}`);
  const products = PRODUCTS.filter(({ template }) => command.templates.includes(template));
  for (const council of command.councils) {
    const { area, status, common } = command;
    const wanted: Wanted = { council, ...(area !== undefined && { area }), products, status, day: common.day };
    const entries: Entry[] = [];
    // One council after the other: what is made is written before the next is begun.
    // oxlint-disable-next-line no-await-in-loop
    for await (const made of makeEditions(wanted, bench.shelf, bench.press, console)) {
      const entry = entryOf(made, wanted);
      if (!write(entry.path, made, output, console)) continue;
      entries.push(entry);
      const { path, pages, size } = entry;
      const of = { council, ...(area !== undefined && { area }), product: made.product.name };
      console.done({ path: output.shown(path), ...of, pages, size, sha256: entry.sha256 });
    }
    enterIntoManifest(output, entries);
  }
}

/**
 * `--out`, else `output` in the project. The package's own content is a project only where one works in its folder;
 * elsewhere (handbill installed, and run in a folder of the user's) the files go to `output` in the working folder.
 */
export function outputFolder(out: string | undefined, project: Project, cwd: string): string {
  if (out !== undefined) return resolve(cwd, out);
  const within = `${resolve(cwd)}${sep}`.startsWith(`${packageFolder()}${sep}`);
  return join(project.kind === 'package' && !within ? resolve(cwd) : project.root, 'output');
}

function write(path: string, { pressed }: Made, output: Output, console: Console): boolean {
  const started = performance.now();
  const written = output.write(path, pressed.bytes);
  console.tell(timeLine('write', performance.now() - started, output.shown(path)));
  return written;
}

function entryOf({ product, pressed, loaded }: Made, { council, area, status, day }: Wanted): Entry {
  const of = { council, ...(area !== undefined && { area }) };
  const { template, kind } = product;
  const inputs = loaded.inputs.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return {
    path: outputName({ ...of, template, language: loaded.language, kind, variant: status }),
    sha256: sha256(pressed.bytes),
    size: pressed.bytes.length,
    pages: pressed.pages,
    template,
    ...of,
    status,
    date: day,
    language: loaded.language,
    inputs: Object.fromEntries(inputs.map((input) => [input.name, input.sha256])),
  };
}
