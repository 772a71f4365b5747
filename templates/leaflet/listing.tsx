import type { ReactElement, ReactNode } from 'react';
import { Column, Keep, Row, Stack } from '../../src/typeset/elements.tsx';
import type { Faces } from '../../src/typeset/faces.ts';
import type { Run } from '../../src/typeset/laid.ts';
import { unbroken } from '../../src/typeset/phrase.ts';
import { page, space, type TypeStyle } from '../../src/typeset/scale.ts';
import { Label, linesTaken } from '../../src/typeset/words.tsx';
import { emailRun, phoneRun } from '../pieces/contacts.ts';
import type { Said } from '../pieces/languages.ts';
import { SaidLines } from '../pieces/said-lines.tsx';
import { measure, textInset } from './grid.ts';

/** A contact as it is listed. */
export type Shown = {
  readonly titles: readonly Said[];
  /** The person or team; empty where none is given. */
  readonly name: readonly Run[];
  readonly phones: readonly string[];
  readonly email: string | undefined;
  /** In small print below: when they answer, or what they are not for. */
  readonly note: { readonly said: readonly Said[]; readonly colour: 'ink' | 'quiet' } | undefined;
  /** It has a title and a phone, and no more: if there is no other, it takes one line. */
  readonly standsAlone: boolean;
};

/** The measures of a listing, in points. */
export type ListingGrid = {
  readonly measure: number;
  /** How many columns so many contacts have. */
  readonly columns: (contacts: number) => number;
  /** From the left of a column to that of the next, where there are so many. */
  readonly step: (columns: number) => number;
};

/** Three beside one another, or two; step of the columns: 164 for three, 248 for two. */
const a4Grid: ListingGrid = {
  measure,
  columns: (contacts) => (contacts === 4 ? 2 : Math.min(contacts, 3)),
  step: (columns) => (columns === 2 ? 248 : 164),
};

type ListingProps = { readonly contacts: readonly Shown[]; readonly faces: Faces };

/** Contacts in columns; below one another, when an address is too long for a column; one alone on a line. */
export const Listing = ({ contacts, faces }: ListingProps): ReactElement => {
  const [first] = contacts;
  if (contacts.length === 1 && first?.standsAlone && first.titles.length === 1) return <OneLine contact={first} />;
  const width = columnWidth(contacts.length, a4Grid);
  const fits = contacts.every((contact) => fitsColumn(contact, width, faces));
  if (!fits) return <Rows contacts={contacts} />;
  return <InColumns contacts={contacts} grid={a4Grid} faces={faces} />;
};

type InColumnsProps = ListingProps & { readonly grid: ListingGrid };

/** Contacts side by side, row below row; none parts from its numbers at a page's end. */
export const InColumns = ({ contacts, grid, faces }: InColumnsProps): ReactElement => {
  const columns = grid.columns(contacts.length);
  const width = columnWidth(contacts.length, grid);
  return (
    <Stack gap={space.l}>
      {chunks(contacts, columns).map((row, i) => (
        <Keep key={i}>
          <Columns contacts={row} width={width} gap={columns === 1 ? 0 : grid.step(columns) - width} faces={faces} />
        </Keep>
      ))}
    </Stack>
  );
};

const chunks = <T,>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));

/** The width of a column of so many contacts. */
export const columnWidth = (contacts: number, { measure: whole, columns, step }: ListingGrid): number =>
  whole - (columns(contacts) - 1) * step(columns(contacts));

/** Phones and emails are never broken. */
export const fitsColumn = ({ phones, email }: Shown, width: number, faces: Faces): boolean =>
  phones.every((phone) => linesTaken(unbroken(phone), page.contactPhone, width, faces) === 1) &&
  (email === undefined || linesTaken(email, page.body, width, faces) === 1);

const OneLine = ({ contact }: { readonly contact: Shown }): ReactElement => (
  <Row>
    <Column width={textInset}>
      <SaidLines said={contact.titles} style={{ ...page.body, leading: page.contactPhone.leading }} />
    </Column>
    <Column width={measure - textInset}>
      <Label runs={[phoneRun(contact.phones[0]!)]} style={page.contactPhone} />
    </Column>
  </Row>
);

const Note = ({ note }: { readonly note: Shown['note'] }): ReactElement | null =>
  note ? <SaidLines said={note.said} style={page.furniture} colour={note.colour} rag="text" /> : null;

type ColumnsProps = ListingProps & { readonly width: number; readonly gap: number };

/** Contacts side by side: each a stack, and the same things stand at the same height in all of them. */
const Columns = ({ contacts, width, gap, faces }: ColumnsProps): ReactElement => {
  const heightOf = (style: TypeStyle, texts: (contact: Shown) => readonly (string | readonly Run[])[]): number =>
    Math.max(
      ...contacts.map((contact) =>
        texts(contact).reduce((sum, text) => sum + style.leading * linesTaken(text, style, width, faces), 0),
      ),
    );
  const titles = heightOf(page.label, (contact) => contact.titles.map(({ text }) => text));
  const names = heightOf(page.body, ({ name }) => (name.length > 0 ? [name] : []));
  const phones = page.contactPhone.leading * Math.max(...contacts.map((contact) => contact.phones.length));
  const emails = heightOf(page.body, ({ email }) => (email === undefined ? [] : [email]));
  return (
    <Row gap={gap}>
      {contacts.map((contact, i) => (
        <Column key={i} width={width}>
          <Cell width={width} height={titles}>
            <SaidLines said={contact.titles} style={page.label} rag="text" />
          </Cell>
          <Cell width={width} height={names}>
            <Name runs={contact.name} />
          </Cell>
          <Cell width={width} height={phones}>
            {contact.phones.map((phone) => (
              <Label key={phone} runs={[phoneRun(phone)]} style={page.contactPhone} />
            ))}
          </Cell>
          <Cell width={width} height={emails}>
            {contact.email === undefined ? null : <Label runs={[emailRun(contact.email)]} style={page.body} />}
          </Cell>
          <Note note={contact.note} />
        </Column>
      ))}
    </Row>
  );
};

const Name = ({ runs }: { readonly runs: Shown['name'] }): ReactElement | null =>
  runs.length > 0 ? <Label runs={runs} style={page.body} rag="text" /> : null;

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
const Rows = ({ contacts }: Pick<ListingProps, 'contacts'>): ReactElement => {
  const left = 164;
  return (
    <Stack gap={space.s}>
      {contacts.map((contact, i) => (
        <Row key={i}>
          <Column width={left}>
            <SaidLines
              said={contact.titles.slice(0, 1)}
              style={{ ...page.label, leading: page.contactPhone.leading }}
              rag="text"
            />
            <SaidLines said={contact.titles.slice(1)} style={page.label} rag="text" />
            <Name runs={contact.name} />
          </Column>
          <Column width={measure - left}>
            {contact.phones.map((phone) => (
              <Label key={phone} runs={[phoneRun(phone)]} style={page.contactPhone} />
            ))}
            {contact.email === undefined ? null : <Label runs={[emailRun(contact.email)]} style={page.body} />}
            <Note note={contact.note} />
          </Column>
        </Row>
      ))}
    </Stack>
  );
};
