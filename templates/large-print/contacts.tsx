import type { ReactElement } from 'react';
import { dayInWords } from '../../src/content/dates.ts';
import type { Council } from '../../src/data/record.ts';
import { At, Column, Keep, Row, Rule, Space, Stack } from '../../src/typeset/elements.tsx';
import type { Faces } from '../../src/typeset/faces.ts';
import type { Run } from '../../src/typeset/laid.ts';
import { filled, unbroken } from '../../src/typeset/phrase.ts';
import { largePrint, space, type TypeStyle } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { Heading, Label, linesTaken } from '../../src/typeset/words.tsx';
import { contactsOf, emailRun, type Listed, phoneRun } from '../pieces/contacts.ts';
import type { LargePrintFit } from './fits.ts';
import { contacts as columns, hairline, measure } from './grid.ts';

/** A contact as it is printed: on the first page hours find no room as a rule, and stand on the second. */
type Shown = { readonly contact: Listed; readonly says: 'all' | 'all-but-hours' | 'hours' };

/** Who stands on the first page, and what of the contacts is left for the second. */
const shared = (council: Council, fit: LargePrintFit): { readonly first: Shown[]; readonly later: Shown[] } => {
  const all = contactsOf(council);
  const first = all.slice(0, fit.contacts);
  const later = all.slice(fit.contacts).map((contact): Shown => ({ contact, says: 'all' }));
  if (fit.hours === 'with-contacts') return { first: first.map((contact) => ({ contact, says: 'all' })), later };
  const open = first.filter(({ hours, use }) => hours !== undefined && use === 'contact');
  return {
    first: first.map((contact) => ({ contact, says: 'all-but-hours' })),
    later: [...open.map((contact): Shown => ({ contact, says: 'hours' })), ...later],
  };
};

type ContactsProps = { readonly parts: Parts; readonly fit: LargePrintFit };

/** The first page's contacts, with the day on which they were checked. */
export const Contacts = ({ parts, fit }: ContactsProps): ReactElement => {
  const { furniture, edition } = parts;
  const { council } = edition.record;
  const { first, later } = shared(council, fit);
  const date = unbroken(dayInWords(council.contactsCheckedOn, edition.guidance.language));
  return (
    <>
      <Rule thickness={hairline} />
      <Space height={space.m} />
      <Stack gap={space.m}>
        {first.map((shown, i) => (
          <ContactRow key={i} shown={shown} columns={columns.first} parts={parts} />
        ))}
        <Stack>
          <Label runs={filled(furniture.checkedOn, { date })} style={largePrint.body} />
          {later.length > 0 ? (
            <At left={measure - columns.first.reach} top={0} width={columns.first.reach}>
              <Label runs={unbroken(furniture.largePrintMore)} style={largePrint.body} />
            </At>
          ) : null}
        </Stack>
      </Stack>
    </>
  );
};

/** What the first page has no room for. */
export const MoreContacts = ({ parts, fit }: ContactsProps): ReactElement | null => {
  const { later } = shared(parts.edition.record.council, fit);
  if (later.length === 0) return null;
  return (
    <Stack gap={space.m} role="Sect">
      <Heading level={2} runs={parts.furniture.contacts} style={largePrint.h3} body={largePrint.body} />
      {later.map((shown, i) => (
        <Keep key={i} gap={space.m}>
          <ContactRow shown={shown} columns={columns.later} parts={parts} />
          {i === later.length - 1 ? <Rule thickness={hairline} /> : null}
        </Keep>
      ))}
    </Stack>
  );
};

/** A line of a contact that is never broken. */
type ReachLine = { readonly runs: readonly Run[]; readonly style: TypeStyle };

type RowProps = {
  readonly shown: Shown;
  readonly columns: { readonly who: number; readonly reach: number };
  readonly parts: Parts;
};

const ContactRow = ({ shown, columns: { who: left, reach: right }, parts }: RowProps): ReactElement => {
  const { faces } = parts;
  const { contact, says } = shown;
  const lines = says === 'hours' ? [] : reachLines(contact, faces);
  const fits = ({ runs, style }: ReachLine): boolean => linesTaken(runs, style, right, faces) === 1;
  const who = <Who contact={contact} />;
  const note = <Note shown={shown} width={right} parts={parts} />;
  // What is too long for its column stands below, on the full measure; if that is the title or the name, all of it.
  if (!whoFits(contact, left, faces)) {
    return (
      <Stack>
        {who}
        <Lines lines={lines} />
        {note}
      </Stack>
    );
  }
  return (
    <Stack>
      <Row gap={measure - left - right}>
        <Column width={left}>{who}</Column>
        <Column width={right}>
          <Lines lines={lines.filter(fits)} />
          {note}
        </Column>
      </Row>
      <Lines lines={lines.filter((line) => !fits(line))} />
    </Stack>
  );
};

const whoFits = ({ title, name = '' }: Listed, width: number, faces: Faces): boolean =>
  Number.isFinite(linesTaken(title, largePrint.label, width, faces)) &&
  Number.isFinite(linesTaken(name, largePrint.body, width, faces));

const Who = ({ contact: { title, name } }: { readonly contact: Listed }): ReactElement => (
  <>
    <Label runs={title} style={largePrint.label} rag="text" />
    {name === undefined ? null : <Label runs={name} style={largePrint.body} rag="text" />}
  </>
);

const reachLines = ({ phones, email }: Listed, faces: Faces): ReachLine[] => [
  ...phones.map((phone) => sized([phoneRun(phone)], [largePrint.contactPhone, largePrint.label], faces)),
  ...(email === undefined ? [] : [sized([emailRun(email)], [largePrint.body, largePrint.furniture], faces)]),
];

/** In the first style in which it fits the page. */
const sized = (runs: readonly Run[], styles: readonly [TypeStyle, TypeStyle], faces: Faces): ReachLine => ({
  runs,
  style: styles.find((style) => linesTaken(runs, style, measure, faces) === 1) ?? styles[1],
});

const Lines = ({ lines }: { readonly lines: readonly ReachLine[] }): ReactElement => (
  <>
    {lines.map((line, i) => (
      <Label key={i} {...line} />
    ))}
  </>
);

/** When they answer, or that they are not for reports. */
const noteOf = ({ contact, says }: Shown, { furniture }: Parts): string | undefined => {
  if (contact.use === 'advice') return furniture.adviceOnly;
  return says === 'all-but-hours' ? undefined : contact.hours;
};

/** On one line if a size allows it. */
const Note = ({ shown, width, parts }: Omit<RowProps, 'columns'> & { readonly width: number }): ReactElement | null => {
  const note = noteOf(shown, parts);
  if (note === undefined) return null;
  const sizes = [largePrint.body, largePrint.furniture];
  const style = sizes.find((size) => linesTaken(note, size, width, parts.faces) === 1) ?? largePrint.body;
  return <Label runs={note} style={style} rag="text" />;
};
