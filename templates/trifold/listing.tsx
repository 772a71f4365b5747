import type { ReactElement } from 'react';
import { Column, Row, Rule, Space, Stack } from '../../src/typeset/elements.tsx';
import type { Run } from '../../src/typeset/laid.ts';
import { page, space, trifold as styles, type TypeStyle } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { Label, linesTaken } from '../../src/typeset/words.tsx';
import { emailRun, type Listed, phoneRun } from '../pieces/contacts.ts';
import type { TrifoldFit } from './fits.ts';

type ListingProps = {
  readonly contacts: readonly Listed[];
  readonly parts: Parts;
  readonly measure: number;
  readonly fit: TrifoldFit;
};

/** Contacts below one another, each under a hairline. */
export const Listing = ({ contacts, parts, measure, fit }: ListingProps): ReactElement => {
  const isBeside = fit.contacts === 'beside' || fit.contacts === 'compact';
  const groups = isBeside ? sameTitles(contacts) : contacts.map((contact) => [contact]);
  const Kind = isBeside ? Compact : Whole;
  const gap = fit.contacts === 'compact' ? space.xs : space.s;
  return (
    <>
      {groups.map((group, i) => (
        <Stack key={i}>
          <Rule />
          <Space height={gap} />
          <Kind group={group} contacts={contacts} parts={parts} measure={measure} fit={fit} />
          <Space height={gap} />
        </Stack>
      ))}
    </>
  );
};

/** Contacts of one title that follow one another. */
const sameTitles = (contacts: readonly Listed[]): readonly Listed[][] => {
  const groups: Listed[][] = [];
  for (const contact of contacts) {
    const last = groups.at(-1);
    if (last?.[0]?.title === contact.title && last[0].use === contact.use) last.push(contact);
    else groups.push([contact]);
  }
  return groups;
};

type GroupProps = ListingProps & { readonly group: readonly Listed[] };

const Whole = ({ group: [contact], contacts, parts, measure, fit }: GroupProps): ReactElement | null => {
  if (!contact) return null;
  const { title, name, phones, email, hours } = contact;
  const isOnlyOne = contacts.filter((other) => other.title === title).length === 1;
  const showsName = fit.contacts !== 'without-names' || !isOnlyOne;
  const note = contact.use === 'advice' ? undefined : fit.contacts === 'whole' ? hours : undefined;
  return (
    <>
      <Label runs={title} style={page.label} rag="text" />
      {showsName && name !== undefined ? <Label runs={name} style={page.body} rag="text" /> : null}
      {phones.map((phone) => (
        <Label key={phone} runs={[phoneRun(phone)]} style={page.contactPhone} />
      ))}
      <Email email={email} isNeeded={phones.length === 0} parts={parts} measure={measure} />
      {note === undefined ? null : <Label runs={note} style={page.furniture} colour="quiet" rag="text" />}
      <Advice contact={contact} parts={parts} />
    </>
  );
};

type EmailProps = Pick<ListingProps, 'parts' | 'measure'> & {
  readonly email: string | undefined;
  /** Whoever has no phone is reached by it alone, so it never yields. */
  readonly isNeeded: boolean;
};

/** Never broken: smaller where it is long, and left out where it is longer still. */
const Email = ({ email, isNeeded, parts, measure }: EmailProps): ReactElement | null => {
  if (email === undefined) return null;
  const runs = [emailRun(email)];
  const fits = (style: TypeStyle): boolean => linesTaken(runs, style, measure, parts.faces) === 1;
  const style = [page.body, page.furniture].find(fits);
  return style || isNeeded ? <Label runs={runs} style={style ?? page.furniture} /> : null;
};

/** An adviser is never a route to report a crime. */
const Advice = ({ contact, parts }: { readonly contact: Listed; readonly parts: Parts }): ReactElement | null =>
  contact.use === 'advice' ? <Label runs={parts.furniture.adviceOnly} style={page.furniture} rag="text" /> : null;

/** Width of a number as people write it, beside whose it is. */
const phoneWidth = 120;

/** A title once, and beside each person the number; a title alone stands beside its number. */
const Compact = ({ group, parts, measure, fit }: GroupProps): ReactElement => {
  const { faces } = parts;
  const left = measure - phoneWidth - space.xs;
  const [first] = group;
  const isBeside = group.length === 1 && linesTaken(first!.title, page.label, left, faces) === 1;
  const who = ({ title, name = '' }: Listed): Run =>
    isBeside ? { text: title, weight: 700 } : { text: name, weight: 400 };
  return (
    <>
      {isBeside ? null : <Label runs={first!.title} style={page.label} rag="text" />}
      {group.map((contact, i) => (
        <Beside key={i} contact={contact} who={who(contact)} left={left} parts={parts} measure={measure} fit={fit} />
      ))}
      <Advice contact={first!} parts={parts} />
    </>
  );
};

type BesideProps = Pick<GroupProps, 'parts' | 'measure' | 'fit'> & {
  readonly contact: Listed;
  readonly who: Run;
  readonly left: number;
};

const Beside = ({ contact: { phones, email }, who, left, parts, measure, fit }: BesideProps): ReactElement => {
  const { faces } = parts;
  const style = { ...page.body, leading: styles.compactPhone.leading };
  const reach = phones.map((phone) => [phoneRun(phone)]);
  const fits = reach.every((runs) => linesTaken(runs, styles.compactPhone, phoneWidth, faces) === 1);
  const isShort = who.text !== '' && linesTaken([who], style, left, faces) === 1;
  const numbers = reach.map((runs, i) => <Label key={i} runs={runs} style={styles.compactPhone} />);
  return (
    <>
      {phones.length > 0 && fits && isShort ? (
        <Row gap={space.xs}>
          <Column width={left}>
            <Label runs={[who]} style={style} rag="text" />
          </Column>
          <Column width={phoneWidth}>{numbers}</Column>
        </Row>
      ) : (
        <>
          {who.text === '' ? null : <Label runs={[who]} style={page.body} rag="text" />}
          {numbers}
        </>
      )}
      {phones.length === 0 || fit.contacts === 'beside' ? (
        <Email email={email} isNeeded={phones.length === 0} parts={parts} measure={measure} />
      ) : null}
    </>
  );
};
