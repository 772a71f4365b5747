import type { ReactElement } from 'react';
import { Column, Row, Space, Stack } from '../../src/typeset/elements.tsx';
import type { Faces } from '../../src/typeset/faces.ts';
import { baseline, card, space } from '../../src/typeset/scale.ts';
import { Label, linesTaken } from '../../src/typeset/words.tsx';
import { emailRun, type Listed, phoneRun, titleOf } from '../pieces/contacts.ts';
import type { FoldedFit } from './fits.ts';
import { measure } from './grid.ts';

type ListingProps = { readonly contacts: readonly Listed[]; readonly fit: FoldedFit; readonly faces: Faces };

/** Numbers in a column, and beside them addresses. */
const phoneColumn = 92;
const besidePhone = measure - phoneColumn - space.s;

/** An address on the baseline of the number beside it. */
const emailDrop = baseline(card.phone) - baseline(card.body);

const gaps = { normal: space.s, tight: 2 } as const;

/** One below the other: who it is; the number, and beside it the address; when somebody answers. */
export const Rows = ({ contacts, fit, faces }: ListingProps): ReactElement => (
  <Stack gap={gaps[fit.gap]}>
    {contacts.map((contact, i) => {
      const { phones, email, hours } = contact;
      const isBeside =
        phones.length > 0 && email !== undefined && linesTaken(email, card.body, besidePhone, faces) === 1;
      return (
        <Stack key={i}>
          <Label runs={titleOf(contact, card.line, measure, faces)} style={card.line} rag="text" />
          <Row gap={space.s}>
            <Column width={isBeside ? phoneColumn : measure}>
              <Phones phones={phones} />
            </Column>
            {isBeside ? (
              <Column width={besidePhone}>
                <Space height={emailDrop} />
                <Label runs={[emailRun(email)]} style={card.body} />
              </Column>
            ) : null}
          </Row>
          {email === undefined || isBeside ? null : <Label runs={[emailRun(email)]} style={card.line} />}
          {hours !== undefined && fit.hours === 'shown' ? (
            <Label runs={hours} style={card.line} colour="quiet" rag="text" />
          ) : null}
        </Stack>
      );
    })}
  </Stack>
);

const Phones = ({ phones }: Pick<Listed, 'phones'>): ReactElement => (
  <>
    {phones.map((phone) => (
      <Label key={phone} runs={[phoneRun(phone)]} style={card.phone} />
    ))}
  </>
);

const columnGap = space.m;
const half = (measure - columnGap) / 2;

/** Two beside one another, without names: title, number and address below one another. */
export const Columns = ({ contacts }: ListingProps): ReactElement => {
  const pairs = Array.from({ length: Math.ceil(contacts.length / 2) }, (_, i) => contacts.slice(2 * i, 2 * i + 2));
  return (
    <Stack gap={space.xs + 2}>
      {pairs.map((pair, i) => (
        <Row key={i} gap={columnGap}>
          {pair.map(({ title, phones, email }, j) => (
            <Column key={j} width={half}>
              <Label runs={[{ text: title, weight: 700 }]} style={card.line} rag="text" />
              {phones.map((phone) => (
                <Label key={phone} runs={[phoneRun(phone)]} style={card.phoneTight} />
              ))}
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
            <Space height={emailDrop} />
            <Label runs={[{ text: title, weight: 700 }]} style={card.body} rag="text" />
          </Column>
          <Column width={phoneColumn}>
            <Phones phones={phones} />
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
