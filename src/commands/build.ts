import { openOutput } from '../output.ts';
import type { Bench } from './bench.ts';
import { type Product, PRODUCTS, sheetsOf } from '../catalogue.ts';
import { makeEditions, productsFor } from './editions.ts';
import { outputFolder } from './output-folder.ts';
import { openPurpose } from './purpose.ts';
import { recipeOf } from './recipe.ts';
import type { Wanted } from './editions.ts';
import type { BuildCommand } from './specs/build.ts';
import { openWriter } from './writer.ts';

/** Makes and writes the products of each council. What fails is reported, and the others go on. */
export async function build(command: BuildCommand, bench: Bench): Promise<void> {
  const { console, project, cwd } = bench;
  const purpose = openPurpose(command.purpose, cwd, console.report);
  if (!purpose) return;
  const output = openOutput(outputFolder(command.common.out, project, cwd), cwd, console.report);
  console.tell(`output   ${output.folder}`);
  const writer = openWriter(output, console, recipeOf(purpose, project));
  const products = productsFor(chosenBy(command), purpose, command.sheet);
  for (const council of command.councils) {
    const { area, languages, edition, sheet, status, strictness, common } = command;
    const of = {
      council,
      ...(area !== undefined && { area }),
      ...(sheet !== undefined && { sheet }),
      ...(strictness && { strictness }),
      ...(edition && { edition }),
    };
    const wanted: Wanted = { ...of, products, languages, status, day: common.day, purpose };
    // One council after the other: what is made is written before the next is begun.
    // oxlint-disable-next-line no-await-in-loop
    for await (const made of makeEditions(wanted, bench.shelf, bench.press, console)) writer.put(made, wanted);
    writer.enter();
    if (console.stopped()) return;
  }
}

/** What is made of the templates that were asked for; on a sheet, if one was named. */
function chosenBy({ templates, sheet }: BuildCommand): readonly Product[] {
  return templates.flatMap((template) => {
    const made = PRODUCTS.filter((product) => product.template === template);
    return sheet === undefined || made.some(({ kind }) => kind === 'sheet') ? made : [...made, sheetsOf(template)];
  });
}
