import { PRODUCTS, type TemplateName } from '../catalogue.ts';
import type { Kind } from '../output-names.ts';
import type { Purpose } from '../print/purpose.ts';
import { productsFor, type Wanted } from './editions.ts';
import type { BatchCommand } from './specs/batch.ts';

/** What a batch wants of each area of a council. */
export const wantedOfAreas = (command: BatchCommand, council: string, purpose: Purpose): Wanted =>
  wantedOf(command, council, command.template, command.html ? ['pdf', 'sheet', 'html'] : ['pdf', 'sheet'], purpose);

/** What a batch wants of a council once. */
export const wantedOnce = (command: BatchCommand, council: string, purpose: Purpose): readonly Wanted[] =>
  command.once.map((template) => wantedOf(command, council, template, ['pdf', 'sheet', 'txt'], purpose));

const wantedOf = (
  { languages, edition, status, strictness, common }: BatchCommand,
  council: string,
  template: TemplateName,
  kinds: readonly Kind[],
  purpose: Purpose,
): Wanted => ({
  council,
  products: productsFor(
    PRODUCTS.filter((product) => product.template === template && kinds.includes(product.kind)),
    purpose,
  ),
  purpose,
  languages,
  ...(edition && { edition }),
  status,
  ...(strictness && { strictness }),
  day: common.day,
});
