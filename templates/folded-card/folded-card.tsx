import type { ReactElement } from 'react';
import { picked, whole } from '../../src/content/picks.ts';
import { At, type Children, Leaf, Leaves } from '../../src/typeset/elements.tsx';
import { Face } from '../../src/typeset/face.tsx';
import type { Template } from '../../src/typeset/template.ts';
import { FrontInOne, nameInStrip } from '../wallet-card/front-in-one.tsx';
import { Back } from './back.tsx';
import { Contacts } from './contacts.tsx';
import { Danger } from './danger.tsx';
import { type FoldedFit, foldedFits } from './fits.ts';
import { face, finished, fold, height, safeArea, size, width } from './grid.ts';

const folds = [{ axis: 'upright', at: fold }] as const;

/** All that the card takes of the guidance. */
const picks = [whole('when-to-call-999')];

/**
 * A wallet card that opens like a book. Of the guidance it has when to call 999, whole; what it leaves out is behind the
 * code on its back.
 */
export const foldedCard: Template<FoldedFit> = {
  name: 'folded-card',
  size,
  pages: { least: 2, most: 2 },
  takes: 'parts',
  finish: {
    safe: safeArea,
    folds: [folds, folds],
    finished,
    words: 'once, 85.6 mm from the left edge, with 999 outside',
  },
  fits: foldedFits,
  compose(parts, fit, _known, report) {
    const leaf = { width, height, palette: parts.palette, faces: parts.faces };
    const name = nameInStrip(parts, 'the strip of the folded card', report);
    return (
      <Leaves>
        <Leaf {...leaf}>
          <Panel order={1} left={face}>
            <FrontInOne parts={parts} name={name} reads="title" />
          </Panel>
          <Panel order={4} left={0}>
            <Back parts={parts} name={name} />
          </Panel>
        </Leaf>
        <Leaf {...leaf}>
          <Panel order={2} left={0}>
            <Danger parts={parts} blocks={picked(parts.edition, picks, 'folded card', report)} />
          </Panel>
          <Panel order={3} left={face}>
            <Contacts parts={parts} fit={fit} />
          </Panel>
        </Leaf>
      </Leaves>
    );
  },
};

type PanelProps = Children & {
  /** When it is seen by whoever opens the card. */
  readonly order: number;
  readonly left: number;
};

const Panel = ({ order, left, children }: PanelProps): ReactElement => (
  <Face order={order}>
    <At left={left} top={0} width={face}>
      {children}
    </At>
  </Face>
);
