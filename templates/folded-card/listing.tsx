import type { ReactElement } from 'react';
import { Column, Row, Space, Stack } from '../../src/typeset/elements.tsx';
import type { Faces } from '../../src/typeset/faces.ts';
import { baseline, card, space, type TypeStyle } from '../../src/typeset/scale.ts';
import { Label, linesTaken } from '../../src/typeset/words.tsx';
import { emailRun, type Listed, phoneRun, titleOf } from '../pieces/contacts.ts';
import type { FoldedFit } from './fits.ts';
import { measure } from './grid.ts';

type ListingProps = { readonly contacts: readonly Listed[]; readonly fit: FoldedFit; readonly faces: Faces };

/** Numbers in a column, and beside them addresses. */
const phoneColumn = 92;
const besidePhone = measure - phoneColumn - space.s;

/** Between contacts, and how their numbers are set. */
const rows = {
  normal: { gap: space.s, phone: card.phone, address: card.body },
  tight: { gap: space.s - 2, phone: card.phoneTight, address: card.line },
} as const;

/** One below the other: who it is; the number, and beside it the address; when somebody answers. */
export const Rows = ({ contacts, fit, faces }: ListingProps): ReactElement => {
  const { gap, phone, address } = rows[fit.gap];
  const rowOf = (contact: Listed, i: number): ReactElement => {
    const { phones, email, hours } = contact;
    const isBeside = phones.length > 0 && email !== undefined && linesTaken(email, address, besidePhone, faces) === 1;
    return (
      <Stack key={i}>
        <Label runs={titleOf(contact, card.line, measure, faces)} style={card.line} rag="text" />
        <Row gap={space.s}>
          <Column width={isBeside ? phoneColumn : measure}>
            <Phones phones={phones} style={phone} />
          </Column>
          {isBeside ? (
            <Column width={besidePhone}>
              <Space height={baseline(phone) - baseline(address)} />
              <Label runs={[emailRun(email)]} style={address} />
            </Column>
          ) : null}
        </Row>
        {email === undefined || isBeside ? null : <Label runs={[emailRun(email)]} style={card.line} />}
        {hours !== undefined && fit.hours === 'shown' ? (
          <Label runs={hours} style={card.line} colour="quiet" rag="text" />
        ) : null}
      </Stack>
    );
  };
  return <Stack gap={gap}>{contacts.map(rowOf)}</Stack>;
};

type PhonesProps = Pick<Listed, 'phones'> & { readonly style: TypeStyle };

const Phones = ({ phones, style }: PhonesProps): ReactElement => (
  <>
    {phones.map((phone) => (
      <Label key={phone} runs={[phoneRun(phone)]} style={style} />
    ))}
  </>
);

const columnGap = space.m;
const half = (measure - columnGap) / 2;

/** Two beside one another, without names: title, number and address below one another. */
export const Columns = ({ contacts }: ListingProps): ReactElement => {
  const pairs = Array.from({ length: Math.ceil(contacts.length / 2) }, (_, i) => contacts.slice(2 * i, 2 * i + 2));
  return (
    <Stack gap={rows.tight.gap}>
      {pairs.map((pair, i) => (
        <Row key={i} gap={columnGap}>
          {pair.map(({ title, phones, email }, j) => (
            <Column key={j} width={half}>
              <Label runs={[{ text: title, weight: 700 }]} style={card.line} rag="text" />
              <Phones phones={phones} style={card.phoneTight} />
              {email === undefined ? null : <Label runs={[emailRun(email)]} style={card.line} />}
            </Column>
          ))}
        </Row>
      ))}
    </Stack>
  );
};

/** Each on a line: title and number. Who has no number is reached by address alone, so that is never given up. */
export const Lines = ({ contacts, fit }: ListingProps): ReactElement => (
  <Stack gap={fit.gap === 'normal' ? space.xs : 2}>
    {contacts.map(({ title, phones, email }, i) =>
      phones.length > 0 ? (
        <Row key={i} gap={space.s}>
          <Column width={besidePhone}>
            <Space height={baseline(card.phone) - baseline(card.body)} />
            <Label runs={[{ text: title, weight: 700 }]} style={card.body} rag="text" />
          </Column>
          <Column width={phoneColumn}>
            <Phones phones={phones} style={card.phone} />
          </Column>
        </Row>
      ) : (
        <Stack key={i}>
          <Label runs={[{ text: title, weight: 700 }]} style={card.line} rag="text" />
          {email === undefined ? null : <Label runs={[emailRun(email)]} style={card.line} />}
        </Stack>
      ),
    )}
  </Stack>
);
