import type { ReactElement } from 'react';
import { bilingualCard } from '../../templates/bilingual-card/bilingual-card.tsx';
import { bilingualLeaflet } from '../../templates/bilingual-leaflet/bilingual-leaflet.tsx';
import { brandPage } from '../../templates/brand-page/brand-page.tsx';
import { largePrint } from '../../templates/large-print/large-print.tsx';
import { leaflet } from '../../templates/leaflet/leaflet.tsx';
import { proofSheet } from '../../templates/proof-sheet/proof-sheet.tsx';
import { walletCard } from '../../templates/wallet-card/wallet-card.tsx';
import { spokenOf } from '../../src/job.ts';
import type { Parts, Template } from '../../src/typeset/template.ts';
import { typeset } from '../../src/typeset/typeset.ts';
import { councils, type CouncilName } from '../pdf/products.ts';
import { exampleWith, noClock } from '../sources.ts';

/** Every tree of elements that a template's documents are made of: each fit that was tried, and all furniture. */
const treesOf = async <Fit>(template: Template<Fit>, parts: Parts): Promise<ReactElement[]> => {
  const trees: ReactElement[] = [];
  const kept = (tree: ReactElement): ReactElement => {
    trees.push(tree);
    return tree;
  };
  const { compose, furnish } = template;
  const watched: Template<Fit> = {
    ...template,
    compose: (...given) => kept(compose(...given)),
    ...(furnish && { furnish: (...given) => kept(furnish(...given)) }),
  };
  await typeset(watched, parts, () => {}, noClock);
  return trees;
};

/** The trees of every template, for a council. */
export const treesFor = async (council: CouncilName): Promise<ReactElement[]> => {
  const sources = exampleWith(councils[council]);
  const [parts, second] = spokenOf({ sources, second: sources, status: 'final' }, () => {});
  const card = await typeset(walletCard, parts, () => {}, noClock);
  const proof = proofSheet({ inWords: [], hash: 'a'.repeat(64) });
  const all = [
    treesOf(leaflet, parts),
    treesOf(largePrint, parts),
    treesOf(walletCard, parts),
    treesOf(proof, parts),
    treesOf(bilingualLeaflet(second!), parts),
    treesOf(bilingualCard(second!), parts),
    ...(card ? [treesOf(brandPage(card), parts)] : []),
  ];
  return (await Promise.all(all)).flat();
};
