import type { ReactElement } from 'react';
import { dayInWords } from '../../src/content/dates.ts';
import { Column, Frame, Row, Rule, Space, Stack } from '../../src/typeset/elements.tsx';
import { filled, phrase, unbroken } from '../../src/typeset/phrase.ts';
import { QrCode } from '../../src/typeset/qr.tsx';
import { page, space, trifold as styles } from '../../src/typeset/scale.ts';
import { Heading, Label, linesTaken } from '../../src/typeset/words.tsx';
import { contactsOf } from '../pieces/contacts.ts';
import { Colophon, colophonLines } from './colophon.tsx';
import type { FaceProps } from './faces.ts';
import { frames, headingTop, qr } from './grid.ts';
import { Listing } from './listing.tsx';

/** Where the QR code stands if contacts leave room above it. */
const findTop = 360;

/** The council's contacts, the way to the whole guidance, and where the words come from. */
export const ContactsFace = ({ parts, place, fit }: FaceProps): ReactElement => {
  const { furniture, edition, palette, faces } = parts;
  const { council } = edition.record;
  const height = frames[fit.margins].foot - headingTop;
  const date = unbroken(dayInWords(council.contactsCheckedOn, edition.guidance.language));
  const words = phrase(furniture.trifoldMore);
  const wordsMeasure = place.measure - qr - space.l;
  const findHeight = Math.max(qr, page.body.leading * linesTaken(words, page.body, wordsMeasure, faces));
  const colophon = colophonLines(parts);
  const colophonHeight = colophon.reduce(
    (sum, runs) => sum + styles.colophon.leading * linesTaken(runs, styles.colophon, place.measure, faces),
    0,
  );
  const room = height - findHeight - space.l - colophonHeight;
  return (
    <Frame name="contacts" left={place.textLeft} top={headingTop} width={place.measure} height={height}>
      <Stack minHeight={Math.min(findTop, room)}>
        <Heading level={2} runs={furniture.contacts} style={styles.h2} />
        <Space height={space.l} />
        <Listing contacts={contactsOf(council)} parts={parts} measure={place.measure} fit={fit} />
        <Rule />
        <Space height={space.xs} />
        <Label runs={filled(furniture.checkedOn, { date })} style={page.furniture} colour="quiet" />
        <Space height={space.l} />
      </Stack>
      <Row gap={space.l}>
        <Column width={qr}>
          <QrCode text={edition.guidance.source} alt={furniture.qrAlt} size={qr} palette={palette} />
        </Column>
        <Column width={wordsMeasure}>
          <Label runs={words} style={page.body} rag="text" />
        </Column>
      </Row>
      <Space height={space.l} />
      <Colophon paragraphs={colophon} />
    </Frame>
  );
};
