import { At, Leaf, Leaves } from '../../src/typeset/elements.tsx';
import type { Template } from '../../src/typeset/template.ts';
import { partOf } from '../pieces/part.ts';
import { FrontInOne, nameInStrip } from '../wallet-card/front-in-one.tsx';
import { Back } from './back.tsx';
import { Contacts } from './contacts.tsx';
import { Danger } from './danger.tsx';
import { type FoldedFit, foldedFits } from './fits.ts';
import { face, finished, fold, height, safeArea, size, width } from './grid.ts';

const folds = [{ axis: 'upright', at: fold }] as const;

/**
 * A wallet card that opens like a book. Of the guidance it has when to call 999, whole; what it leaves out is behind the
 * code on its back.
 */
export const foldedCard: Template<FoldedFit> = {
  name: 'folded-card',
  size,
  pages: { least: 2, most: 2 },
  takes: 'parts',
  finish: { safe: safeArea, folds: [folds, folds], finished, words: 'once, in the middle, with the 999 outside' },
  fits: foldedFits,
  compose(parts, fit, _known, report) {
    const leaf = { width, height, palette: parts.palette, faces: parts.faces };
    const name = nameInStrip(parts, 'the strip of the folded card', report);
    return (
      <Leaves>
        <Leaf {...leaf}>
          <At left={face} top={0} width={face}>
            <FrontInOne parts={parts} name={name} reads="title" />
          </At>
          <At left={0} top={0} width={face}>
            <Back parts={parts} name={name} />
          </At>
        </Leaf>
        <Leaf {...leaf}>
          <At left={0} top={0} width={face}>
            <Danger parts={parts} blocks={partOf(parts.edition, 'when-to-call-999', report)} />
          </At>
          <At left={face} top={0} width={face}>
            <Contacts parts={parts} fit={fit} />
          </At>
        </Leaf>
      </Leaves>
    );
  },
};
