import type { ReactElement } from 'react';
import { dayInWords } from '../../src/content/dates.ts';
import { At, Rule, Space, Stack } from '../../src/typeset/elements.tsx';
import { filled, unbroken } from '../../src/typeset/phrase.ts';
import { page, space } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { Heading, Label } from '../../src/typeset/words.tsx';
import { contactsOf, type Listed } from '../pieces/contacts.ts';
import { measure } from './grid.ts';
import { Listing, type Shown } from './listing.tsx';

type ContactsProps = { readonly parts: Parts; readonly hours: 'shown' | 'none' };

/** The council's contacts between two rules, with the day on which they were checked. */
export const Contacts = ({ parts, hours }: ContactsProps): ReactElement => {
  const { furniture, edition } = parts;
  const { council } = edition.record;
  const date = unbroken(dayInWords(council.contactsCheckedOn, edition.guidance.language));
  return (
    <Stack role="Sect">
      <Rule />
      <Space height={space.m} />
      <Stack>
        <Heading level={2} runs={furniture.contacts} style={page.h3} />
        <At left={measure / 2} top={0} width={measure / 2}>
          <Label runs={filled(furniture.checkedOn, { date })} style={page.checkedOn} colour="quiet" align="right" />
        </At>
      </Stack>
      <Space height={space.s} />
      <Listing contacts={contactsOf(council).map((contact) => shown(contact, parts, hours))} faces={parts.faces} />
      <Space height={space.m} />
      <Rule />
    </Stack>
  );
};

/** A contact as it is listed in one language. */
export const shown = (contact: Listed, { furniture }: Parts, hours: ContactsProps['hours']): Shown => {
  const { title, name, phones, email } = contact;
  return {
    titles: [{ text: title }],
    name: name === undefined ? [] : [{ text: name, weight: 400 }],
    phones,
    email,
    note: noteOf(contact, furniture.adviceOnly, hours),
    standsAlone: isPhoneOnly(contact),
  };
};

/** The line in the place of the hours: when they answer, or that they are not for reports. */
const noteOf = ({ use, hours }: Listed, adviceOnly: string, wanted: ContactsProps['hours']): Shown['note'] => {
  if (use === 'advice') return { said: [{ text: adviceOnly }], colour: 'ink' };
  if (hours === undefined || wanted === 'none') return undefined;
  return { said: [{ text: hours }], colour: 'quiet' };
};

const isPhoneOnly = ({ phones, name, email, hours, address, website, use }: Listed): boolean =>
  phones.length === 1 && !name && !email && !hours && !address && !website && use === 'contact';
