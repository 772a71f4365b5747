import { dayInWords } from '../../src/content/dates.ts';
import { protectEmail } from '../../src/data/proof.ts';
import { Leaf, Leaves } from '../../src/typeset/elements.tsx';
import { filled, phrase, unbroken } from '../../src/typeset/phrase.ts';
import { card, space } from '../../src/typeset/scale.ts';
import type { Parts, Template } from '../../src/typeset/template.ts';
import { contactsOf, emailRun, type Listed, phoneRun, titleOf } from '../pieces/contacts.ts';
import { type BackLine, CardBack } from './back.tsx';
import { type CardFit, cardFits } from './fits.ts';
import { FrontInOne, nameInStrip } from './front-in-one.tsx';
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
    const date = unbroken(dayInWords(council.contactsCheckedOn, edition.guidance.language));
    return (
      <Leaves>
        <Leaf {...leaf}>
          <FrontInOne parts={parts} name={nameInStrip(parts, 'the strip of the wallet card', report)} />
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

const backLines = ({ edition, furniture, faces }: Parts, fit: CardFit): BackLine[] => {
  const contacts = contactsOf(edition.record.council).filter(({ use }) => use === 'contact');
  const mailed = contacts.findLast(({ email }) => email !== undefined);
  const gap = fit.gap === 'normal' ? space.s : space.xs;
  // Who has no phone is reached by email alone, so that is never given up.
  const showsEmail = (contact: Listed) => contact.phones.length === 0 || (contact === mailed && fit.email === 'shown');
  const lines = contacts.flatMap((contact): BackLine[] => [
    { runs: titleOf(contact, card.body, back.column, faces), style: card.body, gap },
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
