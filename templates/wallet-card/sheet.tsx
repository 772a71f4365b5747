import { tenOnA4 } from '../../src/print/sheet.ts';
import { Leaves } from '../../src/typeset/elements.tsx';
import { filled } from '../../src/typeset/phrase.ts';
import type { Template } from '../../src/typeset/template.ts';
import { Paper } from './paper.tsx';

/** The paper that ten cards are printed on: crop marks and a slug; the cards are imposed on it. */
export const cardSheet: Template<'plain'> = {
  name: 'wallet-card.sheet',
  size: { width: tenOnA4.width, height: tenOnA4.height },
  pages: { least: 2, most: 2 },
  takes: 'parts',
  fits: ['plain'],
  compose(parts) {
    const { furniture, edition } = parts;
    const slug = (words: string) => [{ text: filled(words, { council: edition.record.council.name }) }];
    const print = [{ text: furniture.sheetPrint }];
    return (
      <Leaves>
        <Paper parts={parts} sheet={tenOnA4} slug={slug(furniture.sheetFronts)} print={print} />
        <Paper parts={parts} sheet={tenOnA4} slug={slug(furniture.sheetBacks)} print={print} />
      </Leaves>
    );
  },
};
