import { entriesOf, proofTable } from '../data/proof.ts';
import { openOutput } from '../output.ts';
import { forScreen } from '../print/purpose.ts';
import type { Bench } from './bench.ts';
import { outputFolder } from './output-folder.ts';
import { PROOF_SHEET } from '../catalogue.ts';
import { makeEditions } from './editions.ts';
import type { Made, Wanted } from './editions.ts';
import type { ProofSheetCommand } from './specs/proof-sheet.ts';
import { recipeOf } from './recipe.ts';
import { openWriter } from './writer.ts';

/** Makes and writes the proof sheet of each council, as a page to sign and as a table for spreadsheets. */
export async function proofSheet({ councils, common }: ProofSheetCommand, bench: Bench): Promise<void> {
  const { console, project, cwd } = bench;
  const output = openOutput(outputFolder(common.out, project, cwd), cwd, console.report);
  const writer = openWriter(output, console, recipeOf(forScreen, project));
  for (const council of councils) {
    const wanted: Wanted = { council, products: [PROOF_SHEET], status: 'final', day: common.day };
    // One council after the other: what is made is written before the next is begun.
    // oxlint-disable-next-line no-await-in-loop
    for await (const made of makeEditions(wanted, bench.shelf, bench.press, console)) {
      writer.put(made, wanted);
      writer.put(tableOf(made), wanted);
    }
    writer.enter();
  }
}

/** The same entries as a table, which has no pages. */
function tableOf({ product, loaded, language }: Made): Made {
  const { record, furniture } = loaded.sources;
  const guidance = loaded.inputs.find(({ name }) => name.startsWith('content/guidance/'))?.name ?? '';
  const groups = entriesOf(record, loaded.contacts.inWords, furniture);
  const facts = { checkedOn: record.council.contactsCheckedOn, guidance, labels: furniture };
  const bytes = new TextEncoder().encode(proofTable(groups, facts));
  return { product: { ...product, kind: 'csv' }, pressed: { bytes, pages: 0 }, loaded, language };
}
