import type { ReactElement } from 'react';
import { Rule, Space, Stack } from '../../src/typeset/elements.tsx';
import { page, space } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { Heading, Label } from '../../src/typeset/words.tsx';
import { Listing, type Shown } from '../leaflet/listing.tsx';
import { checkedOn, titlesOf } from '../pieces/bilingual.ts';
import { contactsOf, type Listed } from '../pieces/contacts.ts';
import { inBoth, type Pair, slashed } from '../pieces/languages.ts';

type ContactsProps = { readonly pair: Pair; readonly hours: 'shown' | 'none' };

/** The council's contacts, each once: titles and hours in both languages, one phone. */
export const Contacts = ({ pair, hours }: ContactsProps): ReactElement => {
  const listed = contactsOf(pair.first.edition.record.council);
  const contacts = listed.map((contact, i) => shown(contact, pair, i, hours));
  return (
    <Stack role="Sect">
      <Rule />
      <Space height={space.m} />
      <Heading
        level={2}
        runs={slashed(
          inBoth(pair, ({ furniture }) => furniture.contacts),
          700,
        )}
        style={page.h3}
      />
      <Space height={space.s} />
      <Listing contacts={contacts} faces={pair.first.faces} />
      <Space height={space.xs} />
      <Label runs={slashed(checkedOn(pair))} style={page.furniture} colour="quiet" rag="text" />
      <Space height={space.m} />
      <Rule />
    </Stack>
  );
};

const shown = (contact: Listed, pair: Pair, at: number, hours: ContactsProps['hours']): Shown => {
  const { phones, email, use } = contact;
  const say = (words: (contact: Listed) => string | undefined) =>
    inBoth(pair, ({ edition }: Parts) => {
      const same = contactsOf(edition.record.council)[at];
      return same && words(same);
    });
  const times = hours === 'shown' ? say((same) => same.hours) : [];
  return {
    titles: titlesOf(pair, at),
    name: slashed(say(({ name }) => name)),
    phones,
    email,
    note: use === 'advice' ? advice(pair) : times.length > 0 ? { said: times, colour: 'quiet' } : undefined,
    standsAlone: false,
  };
};

const advice = (pair: Pair): Shown['note'] => ({
  said: inBoth(pair, ({ furniture }) => furniture.adviceOnly),
  colour: 'ink',
});
