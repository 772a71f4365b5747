import type { ReactElement } from 'react';
import { dayInWords } from '../../src/content/dates.ts';
import { Space, Stack } from '../../src/typeset/elements.tsx';
import { filled, unbroken } from '../../src/typeset/phrase.ts';
import { booklet, space } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { Heading, Label } from '../../src/typeset/words.tsx';
import { shown } from '../leaflet/contacts.tsx';
import { columnWidth, fitsColumn, InColumns, type ListingGrid, type Shown } from '../leaflet/listing.tsx';
import { contactsOf } from '../pieces/contacts.ts';
import type { BookletFit } from './fits.ts';
import { measure } from './grid.ts';

const inTwo: ListingGrid = { measure, columns: () => 2, step: () => 176 };
const inOne: ListingGrid = { measure, columns: () => 1, step: () => measure };

/** The council's contacts, with the day on which they were checked. */
export const Contacts = ({ parts, fit }: { readonly parts: Parts; readonly fit: BookletFit }): ReactElement => {
  const { furniture, edition, faces } = parts;
  const { council } = edition.record;
  const date = unbroken(dayInWords(council.contactsCheckedOn, edition.guidance.language));
  const contacts = contactsOf(council).map((contact) => shown(contact, parts, fit.hours));
  return (
    <Stack role="Sect">
      <Heading level={2} runs={furniture.contacts} style={booklet.h2} />
      <Label runs={filled(furniture.checkedOn, { date })} style={booklet.furniture} colour="quiet" />
      <Space height={space.m} />
      <Stack gap={space.l}>
        {groupsOf(contacts, (contact) => fitsColumn(contact, columnWidth(2, inTwo), faces)).map(
          ({ isNarrow, all }, i) => (
            <InColumns key={i} contacts={all} grid={isNarrow ? inTwo : inOne} faces={faces} />
          ),
        )}
      </Stack>
    </Stack>
  );
};

type Group = { readonly isNarrow: boolean; readonly all: Shown[] };

/** Contacts that stand side by side, and those that need the whole measure; in their order. */
const groupsOf = (contacts: readonly Shown[], fits: (contact: Shown) => boolean): Group[] => {
  const groups: Group[] = [];
  for (const contact of contacts) {
    const isNarrow = fits(contact);
    const last = groups.at(-1);
    if (last?.isNarrow === isNarrow) last.all.push(contact);
    else groups.push({ isNarrow, all: [contact] });
  }
  return groups;
};
