import type { ReactElement, ReactNode } from 'react';
import { dayInWords } from '../../src/content/dates.ts';
import { At, Column, Row, Rule, Space, Stack } from '../../src/typeset/elements.tsx';
import { Heading, Label, linesTaken } from '../../src/typeset/words.tsx';
import type { Faces } from '../../src/typeset/faces.ts';
import { filled, unbroken } from '../../src/typeset/phrase.ts';
import { page, space, type TypeStyle } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { contactsOf, emailRun, type Listed, phoneRun } from '../pieces/contacts.ts';
import { measure, textInset } from './grid.ts';

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
      <Listing contacts={contactsOf(council)} parts={parts} hours={hours} />
      <Space height={space.m} />
      <Rule />
    </Stack>
  );
};

type ListingProps = ContactsProps & { readonly contacts: readonly Listed[] };

const Listing = ({ contacts, parts, hours }: ListingProps): ReactElement => {
  const [first] = contacts;
  if (contacts.length === 1 && first && isPhoneOnly(first)) return <OneLine contact={first} />;
  const columns = contacts.length === 4 ? 2 : Math.min(contacts.length, 3);
  const rows = chunks(contacts, columns);
  const width = columnWidth(columns);
  const fits = contacts.every((contact) => fitsColumn(contact, width, parts.faces));
  if (!fits) return <Rows contacts={contacts} parts={parts} hours={hours} />;
  return (
    <Stack gap={space.l}>
      {rows.map((row, i) => (
        <Columns key={i} contacts={row} width={width} parts={parts} hours={hours} />
      ))}
    </Stack>
  );
};

const chunks = <T,>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));

const isPhoneOnly = ({ phones, name, email, hours, address, website, use }: Listed): boolean =>
  phones.length === 1 && !name && !email && !hours && !address && !website && use === 'contact';

/** Step of the columns: 164 for three, 248 for two. */
const step = { 1: measure, 2: 248, 3: 164 } as const;

const columnWidth = (columns: number): number =>
  columns === 1 ? measure : measure - (columns - 1) * step[columns as 2 | 3];

/** Phones and emails are never broken. */
const fitsColumn = ({ phones, email }: Listed, width: number, faces: Faces): boolean =>
  phones.every((phone) => linesTaken(unbroken(phone), page.contactPhone, width, faces) === 1) &&
  (email === undefined || linesTaken(email, page.body, width, faces) === 1);

const OneLine = ({ contact }: { readonly contact: Listed }): ReactElement => (
  <Row>
    <Column width={textInset}>
      <Label runs={contact.title} style={{ ...page.body, leading: page.contactPhone.leading }} />
    </Column>
    <Column width={measure - textInset}>
      <Label runs={[phoneRun(contact.phones[0]!)]} style={page.contactPhone} />
    </Column>
  </Row>
);

/** The line in the place of the hours: when they answer, or that they are not for reports. */
const Note = ({ contact, parts, hours }: { readonly contact: Listed } & ContactsProps): ReactElement | null => {
  if (contact.use === 'advice') return <Label runs={parts.furniture.adviceOnly} style={page.furniture} />;
  if (contact.hours === undefined || hours === 'none') return null;
  return <Label runs={contact.hours} style={page.furniture} colour="quiet" rag="text" />;
};

type ColumnsProps = ListingProps & { readonly width: number };

/** Contacts side by side: each a stack, and the same things stand at the same height in all of them. */
const Columns = ({ contacts, width, parts, hours }: ColumnsProps): ReactElement => {
  const heightOf = (style: TypeStyle, words: (contact: Listed) => string | undefined): number =>
    Math.max(
      ...contacts.map((contact) => {
        const text = words(contact);
        return text === undefined ? 0 : style.leading * linesTaken(text, style, width, parts.faces);
      }),
    );
  const titles = heightOf(page.label, ({ title }) => title);
  const names = heightOf(page.body, ({ name }) => name);
  const phones = page.contactPhone.leading * Math.max(...contacts.map((contact) => contact.phones.length));
  const emails = heightOf(page.body, ({ email }) => email);
  const gap =
    contacts.length > 1 || width < measure ? step[(measure - width) / 248 >= 1 && width > 200 ? 2 : 3] - width : 0;
  return (
    <Row gap={gap}>
      {contacts.map((contact, i) => (
        <Column key={i} width={width}>
          <Cell width={width} height={titles}>
            <Label runs={contact.title} style={page.label} rag="text" />
          </Cell>
          <Cell width={width} height={names}>
            {contact.name === undefined ? null : <Label runs={contact.name} style={page.body} rag="text" />}
          </Cell>
          <Cell width={width} height={phones}>
            {contact.phones.map((phone) => (
              <Label key={phone} runs={[phoneRun(phone)]} style={page.contactPhone} />
            ))}
          </Cell>
          <Cell width={width} height={emails}>
            {contact.email === undefined ? null : <Label runs={[emailRun(contact.email)]} style={page.body} />}
          </Cell>
          <Note contact={contact} parts={parts} hours={hours} />
        </Column>
      ))}
    </Row>
  );
};

const Cell = ({
  width,
  height,
  children,
}: {
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
}) =>
  height === 0 ? null : (
    <Column width={width} minHeight={height}>
      {children}
    </Column>
  );

/** Contacts below one another, when an address is too long for a column. */
const Rows = ({ contacts, parts, hours }: ListingProps): ReactElement => {
  const left = 164;
  return (
    <Stack gap={space.s}>
      {contacts.map((contact, i) => (
        <Row key={i}>
          <Column width={left}>
            <Label runs={contact.title} style={{ ...page.label, leading: page.contactPhone.leading }} rag="text" />
            {contact.name === undefined ? null : <Label runs={contact.name} style={page.body} rag="text" />}
          </Column>
          <Column width={measure - left}>
            {contact.phones.map((phone) => (
              <Label key={phone} runs={[phoneRun(phone)]} style={page.contactPhone} />
            ))}
            {contact.email === undefined ? null : <Label runs={[emailRun(contact.email)]} style={page.body} />}
            <Note contact={contact} parts={parts} hours={hours} />
          </Column>
        </Row>
      ))}
    </Stack>
  );
};
