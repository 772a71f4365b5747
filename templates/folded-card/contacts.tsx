import type { ReactElement } from 'react';
import { dayInWords } from '../../src/content/dates.ts';
import { Block, Frame } from '../../src/typeset/elements.tsx';
import { filled, unbroken } from '../../src/typeset/phrase.ts';
import { card } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { Heading, Label, linesTaken } from '../../src/typeset/words.tsx';
import { contactsOf } from '../pieces/contacts.ts';
import type { FoldedFit } from './fits.ts';
import { body, face, head, inner, measure } from './grid.ts';
import { Columns, Lines, Rows } from './listing.tsx';

type ContactsProps = { readonly parts: Parts; readonly fit: FoldedFit };

/** Inside, on the right: whom to reach at the council. An advisor is no one to report to, so a card names none. */
export const Contacts = ({ parts, fit }: ContactsProps): ReactElement => {
  const contacts = contactsOf(parts.edition.record.council).filter(({ use }) => use === 'contact');
  const Listing = { rows: Rows, columns: Columns, lines: Lines }[fit.listing];
  return (
    <>
      <Block width={face} height={head.height} colour="tint" />
      <Head parts={parts} />
      <Frame name="contacts" left={inner} top={body.top} width={measure} height={body.height}>
        <Listing contacts={contacts} fit={fit} faces={parts.faces} />
      </Frame>
    </>
  );
};

/** Ways to share the head: how wide the heading is, and how wide the date that stands at the end of its line. */
const settings = [
  { style: card.heading, heading: 112, date: 104 },
  { style: card.name, heading: 100, date: 118 },
] as const;

/** The heading, and the day on which the contacts were checked. */
const Head = ({ parts: { edition, furniture, faces } }: Pick<ContactsProps, 'parts'>): ReactElement => {
  const date = unbroken(dayInWords(edition.record.council.contactsCheckedOn, edition.guidance.language));
  const checkedOn = filled(furniture.checkedOn, { date });
  const setting =
    settings.find(
      (each) =>
        linesTaken(furniture.contacts, each.style, each.heading, faces) === 1 &&
        linesTaken(checkedOn, card.say, each.date, faces) === 1,
    ) ?? settings[1];
  const height = card.heading.leading;
  return (
    <>
      <Frame name="heading, contacts" left={inner} top={head.words} width={setting.heading} height={height}>
        <Heading level={2} runs={furniture.contacts} style={setting.style} body={card.line} />
      </Frame>
      <Frame
        name="checked on"
        left={inner + measure - setting.date}
        top={head.words}
        width={setting.date}
        height={height}
      >
        <Label runs={checkedOn} style={card.say} align="right" />
      </Frame>
    </>
  );
};
