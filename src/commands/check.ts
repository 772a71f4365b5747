import { sha256 } from '../manifest.ts';
import { error } from '../diagnostics/diagnostic.ts';
import type { Bench } from './bench.ts';
import { makeEditions, PRODUCTS } from './editions.ts';
import type { CheckCommand } from './specs/check.ts';

/** Makes every product of each council and writes none: one run shows what is wrong in the whole project. */
export async function check(command: CheckCommand, bench: Bench): Promise<void> {
  const { console, project } = bench;
  if (command.councils.length === 0) project.warnOfStrays(console.report);
  const councils = command.councils.length > 0 ? command.councils : councilsOf(bench);
  let sound = 0;
  for (const council of councils) {
    const { edition, strictness, common } = command;
    const of = { council, ...(edition && { edition }), ...(strictness && { strictness }) };
    const wanted = { ...of, products: PRODUCTS, status: 'final', day: common.day } as const;
    const pages: string[] = [];
    // oxlint-disable-next-line no-await-in-loop
    for await (const { product, pressed } of makeEditions(wanted, bench.shelf, bench.press, console)) {
      pages.push(
        pressed.pages === 0 ? product.name : `${product.name} ${pressed.pages} page${pressed.pages === 1 ? '' : 's'}`,
      );
      const { bytes } = pressed;
      console.done({ council, product: product.name, pages: pressed.pages, size: bytes.length, sha256: sha256(bytes) });
    }
    if (console.stopped()) return;
    const faulty = pages.length < PRODUCTS.length;
    if (!faulty) sound++;
    console.say(`${council}: ${[...pages, ...(faulty ? ['faults'] : [])].join(', ')}`);
  }
  const faulty = councils.length - sound;
  const count = `${councils.length} ${councils.length === 1 ? 'council' : 'councils'}`;
  if (councils.length > 0) console.say(`checked ${count}: ${faulty === 0 ? 'all sound' : `${faulty} with faults`}`);
}

/** The project's own councils, not the example below it; a project without any is checked with the example. */
function councilsOf({ project, console }: Bench): readonly string[] {
  const own = project.councils('own');
  const councils = own.length > 0 ? own : project.councils('all');
  if (councils.length === 0) {
    const hint = "put a council's file into `content/councils`";
    console.report(error('project/no-councils', 'the project has no councils', undefined, hint));
  }
  return councils;
}
