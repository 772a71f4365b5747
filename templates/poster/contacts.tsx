import type { ReactElement, ReactNode } from 'react';
import { Column, Row, Stack } from '../../src/typeset/elements.tsx';
import type { Faces } from '../../src/typeset/faces.ts';
import type { Run } from '../../src/typeset/laid.ts';
import { poster, type TypeStyle } from '../../src/typeset/scale.ts';
import { Heading, Label, linesTaken } from '../../src/typeset/words.tsx';
import { emailRun, type Listed, phoneRun } from '../pieces/contacts.ts';
import { type Said, slashed } from '../pieces/languages.ts';
import { SaidHeading } from '../pieces/said-heading.tsx';
import type { PosterFit } from './fits.ts';
import { contactsMeasure, gutter, lineNumbers, rowNumbers, step } from './grid.ts';
import type { PosterLook } from './look.ts';

/** A contact, with its title in each language of the poster. */
export type PosterContact = Listed & { readonly titles: readonly Said[] };

type ContactsProps = {
  readonly contacts: readonly PosterContact[];
  readonly fit: PosterFit;
  readonly look: PosterLook;
  readonly faces: Faces;
};

type Sizes = PosterLook['contacts']['large'];

/** What is printed of a contact: who, and how one reaches them. */
type Shown = {
  readonly titles: readonly Said[];
  /** Of two who have the same title, who is who. */
  readonly name: string | undefined;
  readonly phones: readonly string[];
  readonly email: string | undefined;
};

/** Contacts in columns or below one another, in the sizes of the fit. */
export const Contacts = ({ contacts, fit, look, faces }: ContactsProps): ReactElement => {
  const sizes = look.contacts[fit.size];
  const shown = contacts.map((contact) => shownOf(contact, contacts, fit));
  if (fit.contacts === 'lines') return <Lines contacts={shown} size={fit.size} />;
  if (fit.contacts === 'rows') return <Rows contacts={shown} sizes={sizes} faces={faces} />;
  const columns = columnsFor(shown.length, fit.size);
  const width = columns === 1 ? contactsMeasure : step[columns] - gutter;
  const rows = Array.from({ length: Math.ceil(shown.length / columns) }, (_, i) =>
    shown.slice(i * columns, (i + 1) * columns),
  );
  return (
    <Stack gap={sizes.apart}>
      {rows.map((row, i) => (
        <Columns key={i} contacts={row} sizes={sizes} width={width} faces={faces} />
      ))}
    </Stack>
  );
};

/** Who has no phone is reached by email alone, so that is never given up. */
const shownOf = (contact: PosterContact, all: readonly PosterContact[], fit: PosterFit): Shown => {
  const { title, titles, name, phones, email } = contact;
  const isAlone = all.every((other) => other === contact || other.title !== title);
  return {
    titles,
    name: isAlone ? undefined : name,
    phones,
    email: fit.emails === 'shown' || phones.length === 0 ? email : undefined,
  };
};

const columnsFor = (contacts: number, size: PosterFit['size']): 1 | 2 | 3 => {
  if (contacts <= 1) return 1;
  return size === 'large' || contacts === 2 || contacts === 4 ? 2 : 3;
};

type ListedProps = { readonly contacts: readonly Shown[]; readonly sizes: Sizes; readonly faces: Faces };

const nameStyle = ({ label }: Sizes): TypeStyle => ({ ...label, weight: 400 });

/** Contacts side by side: the same things stand at the same height in all of them. */
const Columns = ({ contacts, sizes, width, faces }: ListedProps & { readonly width: number }): ReactElement => {
  const { label, phone, email, gap } = sizes;
  const heightOf = (style: TypeStyle, textsOf: (contact: Shown) => readonly string[]): number =>
    Math.max(
      ...contacts.map((contact) =>
        textsOf(contact).reduce((sum, text) => sum + style.leading * linesTaken(text, style, width, faces), 0),
      ),
    );
  const heights = {
    titles: heightOf(label, ({ titles }) => titles.map(({ text }) => text)),
    names: heightOf(nameStyle(sizes), ({ name }) => (name === undefined ? [] : [name])),
    phones: phone.leading * Math.max(...contacts.map(({ phones }) => phones.length)),
    emails: contacts.some((contact) => contact.email !== undefined) ? email.leading : 0,
  };
  return (
    <Row gap={gutter}>
      {contacts.map((contact, i) => (
        <Column key={i} width={width}>
          <Stack role="Sect" gap={gap}>
            <Stack>
              <Cell width={width} height={heights.titles}>
                <SaidHeading level={2} said={contact.titles} style={label} />
              </Cell>
              <Cell width={width} height={heights.names}>
                <Name contact={contact} sizes={sizes} />
              </Cell>
            </Stack>
            <Cell width={width} height={heights.phones}>
              <Phones contact={contact} style={phone} />
            </Cell>
            <Cell width={width} height={heights.emails}>
              <Email email={contact.email} style={email} />
            </Cell>
          </Stack>
        </Column>
      ))}
    </Row>
  );
};

type CellProps = { readonly width: number; readonly height: number; readonly children: ReactNode };

const Cell = ({ width, height, children }: CellProps): ReactElement | null =>
  height === 0 ? null : (
    <Column width={width} {...(Number.isFinite(height) && { minHeight: height })}>
      {children}
    </Column>
  );

/** Contacts below one another, when an address is too long for a column: it may take the whole measure. */
const Rows = ({ contacts, sizes, faces }: ListedProps): ReactElement => {
  const [left, right] = [rowNumbers - gutter, contactsMeasure - rowNumbers];
  const isShort = (email: string | undefined): boolean =>
    email === undefined || linesTaken(email, sizes.email, right, faces) === 1;
  /** A title that takes one line stands in the middle of the number beside it. */
  const labelOf = ({ titles, phones }: Shown): TypeStyle => {
    const lines = titles.reduce((sum, { text }) => sum + linesTaken(text, sizes.label, left, faces), 0);
    const beside = phones.length > 0 ? sizes.phone : sizes.email;
    return lines === 1 ? { ...sizes.label, leading: beside.leading } : sizes.label;
  };
  return (
    <Stack gap={sizes.apart}>
      {contacts.map((contact, i) => (
        <Stack key={i} role="Sect">
          <Row gap={gutter}>
            <Column width={left}>
              <SaidHeading level={2} said={contact.titles} style={labelOf(contact)} />
              <Name contact={contact} sizes={sizes} />
            </Column>
            <Column width={right}>
              <Phones contact={contact} style={sizes.phone} />
              {isShort(contact.email) ? <Email email={contact.email} style={sizes.email} /> : null}
            </Column>
          </Row>
          {isShort(contact.email) ? null : <Email email={contact.email} style={sizes.email} />}
        </Stack>
      ))}
    </Stack>
  );
};

type LinesProps = { readonly contacts: readonly Shown[]; readonly size: PosterFit['size'] };

/** Many contacts: who in few words, and the number. */
const Lines = ({ contacts, size }: LinesProps): ReactElement => {
  const { who, phone } = size === 'small' ? poster.contactLineSmall : poster.contactLine;
  return (
    <Stack>
      {contacts.map((contact, i) => (
        <Stack key={i} role="Sect">
          <Row gap={gutter}>
            <Column width={lineNumbers - gutter}>
              <Heading level={2} runs={whoOf(contact)} style={who} />
            </Column>
            <Column width={contactsMeasure - lineNumbers}>
              <Phones contact={contact} style={phone} />
            </Column>
          </Row>
          <Email email={contact.email} style={who} />
        </Stack>
      ))}
    </Stack>
  );
};

/** "Deputy Returning Officer, Tomos Gruffydd" */
const whoOf = ({ titles, name }: Shown): readonly Run[] => [
  ...slashed(titles, 700),
  ...(name === undefined ? [] : [{ text: `, ${name}`, weight: 400 } as const]),
];

type PartProps = { readonly contact: Shown; readonly sizes: Sizes };

const Name = ({ contact: { name }, sizes }: PartProps): ReactElement | null =>
  name === undefined ? null : <Label runs={name} style={nameStyle(sizes)} rag="text" />;

type PhonesProps = { readonly contact: Shown; readonly style: TypeStyle };

const Phones = ({ contact: { phones }, style }: PhonesProps): ReactElement => (
  <>
    {phones.map((phone) => (
      <Label key={phone} runs={[phoneRun(phone)]} style={style} />
    ))}
  </>
);

type EmailProps = { readonly email: string | undefined; readonly style: TypeStyle };

const Email = ({ email, style }: EmailProps): ReactElement | null =>
  email === undefined ? null : <Label runs={[emailRun(email)]} style={style} />;
