import { protectEmail } from '../../src/data/proof.ts';
import { operationFordApplies } from '../../src/data/election-rules.ts';
import type { Report } from '../../src/diagnostics/diagnostic.ts';
import { Leaf, Leaves } from '../../src/typeset/elements.tsx';
import type { Run } from '../../src/typeset/laid.ts';
import { phrase } from '../../src/typeset/phrase.ts';
import { card, space } from '../../src/typeset/scale.ts';
import type { Parts, Template } from '../../src/typeset/template.ts';
import { linesTaken } from '../../src/typeset/words.tsx';
import { checkedOn, siteRuns, titlesOf } from '../pieces/bilingual.ts';
import { contactsOf, emailRun, forceNames, type Listed, phoneRun } from '../pieces/contacts.ts';
import { inBoth, type Pair, type Said, slashed, together } from '../pieces/languages.ts';
import { fitNames } from '../pieces/names.ts';
import { type BackLine, CardBack } from '../wallet-card/back.tsx';
import { type CardFit, cardFits } from '../wallet-card/fits.ts';
import { CardFront, nameMeasure } from '../wallet-card/front.tsx';
import { height, lineMeasure, size, width } from '../wallet-card/grid.ts';

/**
 * The emergency card in two languages: every label in both, every number once.
 *
 * @param second of the second language
 */
export const bilingualCard = (second: Parts): Template<CardFit> => ({
  name: 'bilingual-card',
  size,
  pages: { least: 2, most: 2 },
  takes: 'parts',
  also: [second.edition],
  fits: cardFits,
  compose(first, fit, _known, report) {
    const pair: Pair = { first, second };
    const { council } = first.edition.record;
    const leaf = { width, height, palette: first.palette, faces: first.faces };
    const say = operationFordApplies(council.election.kind) ? inBoth(pair, ({ furniture }) => furniture.sayShort) : [];
    const forces = inBoth(pair, ({ edition }) => forceNames(edition.record.council).replaceAll('\n', ', '));
    return (
      <Leaves>
        <Leaf {...leaf}>
          <CardFront
            parts={first}
            names={namesOf(pair, report)}
            danger={inBoth(pair, ({ furniture }) => furniture.dangerShort)}
            crime={inBoth(pair, ({ furniture }) => furniture.crimeShort)}
            site={siteRuns(pair)}
            say={{ lines: say.map(({ text, ...words }) => ({ ...words, runs: phrase(text) })), style: card.line }}
            force={{ runs: slashed(forces), style: card.line, top: 135 }}
          />
        </Leaf>
        <Leaf {...leaf}>
          <CardBack
            parts={first}
            lines={backLines(pair, fit)}
            checkedOn={checkedOnOneLine(pair)}
            caption={inBoth(pair, ({ furniture }) => furniture.guidance)}
            alt={first.furniture.qrAlt}
          />
        </Leaf>
      </Leaves>
    );
  },
});

/** One line each; a name that is the same in both stands once, as on a card in one language. */
const namesOf = ({ first, second }: Pair, report: Report) => {
  const councils = [first, second].map(({ edition }) => edition.record.council);
  const isSame = councils[0]!.name === councils[1]!.name;
  const settings = isSame
    ? ([
        { style: card.name, lines: 1 },
        { style: card.nameTwoLines, lines: 2 },
      ] as const)
    : ([{ style: card.nameTwoLines, lines: 1 }] as const);
  const where = 'the strip of the wallet card';
  const names = fitNames(councils, settings, nameMeasure(first.brand), first.faces, where, report);
  const said = inBoth({ first, second }, (parts) => names[parts === first ? 0 : 1]!.text);
  return { said, style: names[0]!.style };
};

/** In full; where that is too long, the year once. */
const checkedOnOneLine = (pair: Pair): readonly Run[] => {
  const whole: readonly Said[] = checkedOn(pair);
  const fits = linesTaken(slashed(whole), card.body, lineMeasure, pair.first.faces) === 1;
  return slashed(fits ? whole : together(whole));
};

const backLines = (pair: Pair, fit: CardFit): BackLine[] => {
  const contacts = contactsOf(pair.first.edition.record.council);
  const listed = contacts.filter(({ use }) => use === 'contact');
  const mailed = listed.findLast(({ email }) => email !== undefined);
  const gap = fit.gap === 'normal' ? space.xs : 0;
  // Who has no phone is reached by email alone, so that is never given up.
  const showsEmail = (contact: Listed) => contact.phones.length === 0 || (contact === mailed && fit.email === 'shown');
  const lines = listed.flatMap((contact): BackLine[] => [
    ...titlesOf(pair, contacts.indexOf(contact)).map((title, i) => label(title, i === 0 ? gap : 0)),
    ...contact.phones.map((phone) => ({ runs: [phoneRun(phone)], style: card.phone, gap: 0 })),
    ...(contact.email !== undefined && showsEmail(contact)
      ? [{ runs: [emailRun(contact.email)], style: card.body, gap: 0 }]
      : []),
  ]);
  if (fit.protect === 'none') return lines;
  // Whose address it is stands in bold; what it is for has no room in two languages.
  const whose = inBoth(
    pair,
    ({ furniture }) => phrase(furniture.cardProtect).find(({ weight }) => weight === 700)?.text,
  );
  return [
    ...lines,
    ...whose.map((words, i) => label(words, i === 0 ? gap : 0)),
    { runs: [emailRun(protectEmail)], style: card.body, gap: 2 },
  ];
};

const label = ({ text, ...words }: Said, gap: number): BackLine => ({
  ...words,
  runs: [{ text, weight: 700 }],
  style: card.line,
  gap,
});
