import type { ReactElement } from 'react';
import { Column, Keep, Row, Rule, Space, Stack } from '../../src/typeset/elements.tsx';
import { QrCode } from '../../src/typeset/qr.tsx';
import { booklet, space } from '../../src/typeset/scale.ts';
import type { Known, Parts } from '../../src/typeset/template.ts';
import { Label } from '../../src/typeset/words.tsx';
import { ContentsList, sectionsOf } from '../bilingual-leaflet/contents.tsx';
import { onOneLine } from '../pieces/labels.ts';
import { measure, qr } from './grid.ts';

/** What stands on which page. */
export const Contents = ({ parts, known }: { readonly parts: Parts; readonly known: Known }): ReactElement => (
  <Keep>
    <Rule />
    <Space height={space.m} />
    <Label runs={parts.furniture.bookletContents} style={booklet.h3} />
    <Space height={space.s} />
    <ContentsList entries={sectionsOf(parts)} known={known} width={measure} />
  </Keep>
);

/** The QR code to the guidance on GOV.UK, and the words by which one finds it without. */
export const Find = ({ parts }: { readonly parts: Parts }): ReactElement => {
  const { furniture, edition, palette } = parts;
  return (
    <Keep>
      <Row gap={space.l}>
        <Column width={qr}>
          <QrCode text={edition.guidance.source} alt={furniture.qrAlt} size={qr} palette={palette} />
        </Column>
        <Column width={measure - qr - space.l}>
          <Stack>
            <Label runs={onOneLine(furniture.qrCaption)} style={booklet.label} rag="text" />
            <Label runs={onOneLine(furniture.qrSearch)} style={booklet.body} rag="text" />
          </Stack>
        </Column>
      </Row>
    </Keep>
  );
};
