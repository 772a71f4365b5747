import type { ReactElement } from 'react';
import { operationFordApplies } from '../../src/data/election-rules.ts';
import type { Report } from '../../src/diagnostics/diagnostic.ts';
import { phrase } from '../../src/typeset/phrase.ts';
import { card } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { forceNames } from '../pieces/contacts.ts';
import { fitName, type FittedName } from '../pieces/names.ts';
import { CardFront, nameMeasure } from './front.tsx';

type FrontInOneProps = {
  readonly parts: Parts;
  readonly name: FittedName;
  /** What the name of the council is when it is read: the title of a document that has headings, else a line. */
  readonly reads?: 'title' | 'line';
};

/** The front in one language: the same on every card. */
export const FrontInOne = ({ parts, name, reads = 'line' }: FrontInOneProps): ReactElement => {
  const { furniture, edition } = parts;
  const { council } = edition.record;
  const say = operationFordApplies(council.election.kind) ? [{ runs: phrase(furniture.cardSay) }] : [];
  return (
    <CardFront
      parts={parts}
      names={{ said: [{ text: name.text }], style: name.style, reads }}
      danger={[{ text: furniture.danger }]}
      crime={[{ text: furniture.crime }]}
      site={phrase(furniture.orPoliceUk, {}, 700)}
      say={{ lines: say, style: card.say }}
      force={{ runs: phrase(forceNames(council).replaceAll('\n', ', ')), style: card.body, top: 132 }}
    />
  );
};

/** The council's name as its strip has room for it. */
export const nameInStrip = ({ brand, edition, faces }: Parts, where: string, report: Report): FittedName =>
  fitName(
    edition.record.council,
    [
      { style: card.name, lines: 1 },
      { style: card.nameSmall, lines: 1 },
      { style: card.nameTwoLines, lines: 2 },
    ],
    nameMeasure(brand),
    faces,
    where,
    report,
  );
