import { operationFordApplies } from '../../src/data/election-rules.ts';
import type { Report } from '../../src/diagnostics/diagnostic.ts';
import { Leaf, Leaves } from '../../src/typeset/elements.tsx';
import { poster as styles } from '../../src/typeset/scale.ts';
import type { Parts, Template } from '../../src/typeset/template.ts';
import { checkedOn, siteRuns, titlesOf } from '../pieces/bilingual.ts';
import { contactsOf } from '../pieces/contacts.ts';
import { eachInBoth, inBoth, type Pair, type Said, slashed } from '../pieces/languages.ts';
import { fitNames } from '../pieces/names.ts';
import { nameMeasure, PosterFace } from '../poster/face.tsx';
import { type PosterFit, posterFits } from '../poster/fits.ts';
import { height, size, width } from '../poster/grid.ts';
import { inTwoLanguages, nameSettings } from '../poster/look.ts';

/**
 * The poster in two languages: every label in both, every number once.
 *
 * @param second of the second language
 */
export const bilingualPoster = (second: Parts): Template<PosterFit> => ({
  name: 'bilingual-poster',
  size,
  pages: { least: 1, most: 1 },
  takes: 'parts',
  also: [second.edition],
  fits: posterFits,
  compose(first, fit, _known, report) {
    const pair: Pair = { first, second };
    const { council } = first.edition.record;
    const say = (words: (parts: Parts) => string): readonly Said[] =>
      inBoth(pair, (parts) => words(parts).replaceAll('\n', ' '));
    return (
      <Leaves>
        <Leaf width={width} height={height} palette={first.palette} faces={first.faces}>
          <PosterFace
            parts={first}
            fit={fit}
            look={inTwoLanguages}
            names={namesOf(pair, report)}
            titles={say(({ furniture }) => furniture.posterTitle)}
            areas={inBoth(pair, ({ edition }) => edition.record.area)}
            danger={say(({ furniture }) => furniture.danger)}
            crime={say(({ furniture }) => furniture.crime)}
            forces={eachInBoth(pair, ({ edition }) => edition.record.council.police.map(({ name }) => name))}
            site={siteRuns(pair)}
            say={operationFordApplies(council.election.kind) ? say(({ furniture }) => furniture.posterSay) : []}
            listed={contactsOf(council).map((contact, i) => ({ ...contact, titles: titlesOf(pair, i) }))}
            adviceOnly={slashed(say(({ furniture }) => furniture.adviceOnly))}
            checkedOn={slashed(checkedOn(pair))}
            caption={say(({ furniture }) => furniture.online).map(({ text, ...words }) => ({
              ...words,
              runs: [{ text, weight: 700 }],
              style: styles.caption,
            }))}
          />
        </Leaf>
      </Leaves>
    );
  },
});

/** One line each; a name that is the same in both stands once, as on a poster in one language. */
const namesOf = ({ first, second }: Pair, report: Report) => {
  const councils = [first, second].map(({ edition }) => edition.record.council);
  const isSame = councils[0]!.name === councils[1]!.name;
  const settings = isSame ? nameSettings : ([{ style: styles.nameTwoLines, lines: 1 }] as const);
  const names = fitNames(councils, settings, nameMeasure(first.brand), first.faces, 'the band of the poster', report);
  const said = inBoth({ first, second }, (parts) => names[parts === first ? 0 : 1]!.text);
  return { said, style: names[0]!.style };
};
