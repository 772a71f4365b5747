import { dayInWords } from '../../src/content/dates.ts';
import { protectEmail } from '../../src/data/proof.ts';
import { operationFordApplies } from '../../src/data/election-rules.ts';
import type { Report } from '../../src/diagnostics/diagnostic.ts';
import { Leaf, Leaves } from '../../src/typeset/elements.tsx';
import type { Run } from '../../src/typeset/laid.ts';
import { filled, phrase, unbroken } from '../../src/typeset/phrase.ts';
import { card, space } from '../../src/typeset/scale.ts';
import type { Parts, Template } from '../../src/typeset/template.ts';
import { linesTaken } from '../../src/typeset/words.tsx';
import { contactsOf, emailRun, forceNames, type Listed, phoneRun } from '../pieces/contacts.ts';
import { fitName } from '../pieces/names.ts';
import { type BackLine, CardBack } from './back.tsx';
import { type CardFit, cardFits } from './fits.ts';
import { CardFront, nameMeasure } from './front.tsx';
import { back, height, safeArea, size, width } from './grid.ts';

/** The emergency card: whom to call in front, the council's contacts at the back. */
export const walletCard: Template<CardFit> = {
  name: 'wallet-card',
  size,
  pages: { least: 2, most: 2 },
  takes: 'parts',
  finish: { safe: safeArea },
  fits: cardFits,
  compose(parts, fit, _known, report) {
    const { furniture, edition } = parts;
    const { council } = edition.record;
    const leaf = { width, height, palette: parts.palette, faces: parts.faces };
    const say = operationFordApplies(council.election.kind) ? [{ runs: phrase(furniture.cardSay) }] : [];
    const force = phrase(forceNames(council).replaceAll('\n', ', '));
    const date = unbroken(dayInWords(council.contactsCheckedOn, edition.guidance.language));
    return (
      <Leaves>
        <Leaf {...leaf}>
          <CardFront
            parts={parts}
            names={nameOf(parts, report)}
            danger={[{ text: furniture.danger }]}
            crime={[{ text: furniture.crime }]}
            site={phrase(furniture.orPoliceUk, {}, 700)}
            say={{ lines: say, style: card.say }}
            force={{ runs: force, style: card.body, top: 132 }}
          />
        </Leaf>
        <Leaf {...leaf}>
          <CardBack
            parts={parts}
            lines={backLines(parts, fit)}
            checkedOn={phrase(filled(furniture.checkedOn, { date }))}
            caption={[{ text: furniture.cardMore }]}
            alt={furniture.qrAlt}
          />
        </Leaf>
      </Leaves>
    );
  },
};

const nameOf = ({ brand, edition, faces }: Parts, report: Report) => {
  const { text, style } = fitName(
    edition.record.council,
    [
      { style: card.name, lines: 1 },
      { style: card.nameSmall, lines: 1 },
      { style: card.nameTwoLines, lines: 2 },
    ],
    nameMeasure(brand),
    faces,
    'the strip of the wallet card',
    report,
  );
  return { said: [{ text }], style };
};

const backLines = ({ edition, furniture, faces }: Parts, fit: CardFit): BackLine[] => {
  const contacts = contactsOf(edition.record.council).filter(({ use }) => use === 'contact');
  const mailed = contacts.findLast(({ email }) => email !== undefined);
  const gap = fit.gap === 'normal' ? space.s : space.xs;
  // Who has no phone is reached by email alone, so that is never given up.
  const showsEmail = (contact: Listed) => contact.phones.length === 0 || (contact === mailed && fit.email === 'shown');
  const lines = contacts.flatMap((contact): BackLine[] => [
    { runs: titleOf(contact, faces), style: card.body, gap },
    ...contact.phones.map((phone) => ({ runs: [phoneRun(phone)], style: card.phone, gap: 0 })),
    ...(contact.email !== undefined && showsEmail(contact)
      ? [{ runs: [emailRun(contact.email)], style: card.body, gap: 0 }]
      : []),
  ]);
  if (fit.protect === 'none') return lines;
  return [
    ...lines,
    { runs: phrase(furniture.cardProtect), style: card.body, gap },
    { runs: [emailRun(protectEmail)], style: card.body, gap: 0 },
  ];
};

/** "Returning Officer, Helen Marsh"; without the name if both do not fit on a line. */
const titleOf = ({ title, name }: Listed, faces: Parts['faces']): Run[] => {
  const alone: Run = { text: title, weight: 700 };
  const both: Run[] = [alone, { text: `, ${name}`, weight: 400 }];
  return name !== undefined && linesTaken(both, card.body, back.column, faces) === 1 ? both : [alone];
};
