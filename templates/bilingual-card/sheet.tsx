import { tenOnA4 } from '../../src/print/sheet.ts';
import { Leaves } from '../../src/typeset/elements.tsx';
import { filled } from '../../src/typeset/phrase.ts';
import type { Parts, Template } from '../../src/typeset/template.ts';
import { inBoth, type Pair } from '../pieces/languages.ts';
import { Paper } from '../wallet-card/paper.tsx';

/**
 * The paper that ten cards in two languages are printed on; the cards are imposed on it.
 *
 * @param second of the second language
 */
export const bilingualCardSheet = (second: Parts): Template<'plain'> => ({
  name: 'bilingual-card.sheet',
  size: { width: tenOnA4.width, height: tenOnA4.height },
  pages: { least: 2, most: 2 },
  takes: 'parts',
  also: [second.edition],
  fits: ['plain'],
  compose(first) {
    const pair: Pair = { first, second };
    const slug = (key: 'sheetFronts' | 'sheetBacks') =>
      inBoth(pair, ({ furniture, edition }) => filled(furniture[key], { council: edition.record.council.name }));
    const print = inBoth(pair, ({ furniture }) => furniture.sheetPrint);
    return (
      <Leaves>
        <Paper parts={first} sheet={tenOnA4} slug={slug('sheetFronts')} print={print} />
        <Paper parts={first} sheet={tenOnA4} slug={slug('sheetBacks')} print={print} />
      </Leaves>
    );
  },
});
