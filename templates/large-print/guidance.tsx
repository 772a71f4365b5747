import type { ReactElement } from 'react';
import type { Block, Section } from '../../src/content/edition.ts';
import { At, Column, Headed, Keep, Panel, Row, Rule, Space } from '../../src/typeset/elements.tsx';
import { QrCode } from '../../src/typeset/qr.tsx';
import { largePrint, space } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { Heading, HeadingNumber, Label, runsOf } from '../../src/typeset/words.tsx';
import { onOneLine } from '../pieces/labels.ts';
import { ColumnBlocks, type ColumnLook } from '../pieces/one-column.tsx';
import type { Spacing } from '../pieces/text.tsx';
import { measure, qr, textFoot, textTop } from './grid.ts';
import { look } from './look.ts';

const highest = (textFoot - textTop) / 2;

const column: ColumnLook = {
  text: look,
  measure,
  panel: { side: space.xl, edge: space.s, highest: { emergency: highest, local: highest } },
  call: largePrint.fieldLabel,
  callStands: 'above',
  callNumber: largePrint.emergencyNumber,
  addedBy: largePrint.furnitureBold,
};

type BlocksProps = { readonly blocks: readonly Block[]; readonly parts: Parts; readonly spacing: Spacing };

/** The blocks of a section as they flow: text and panels on the full measure. */
export const Blocks = (given: BlocksProps): ReactElement => <ColumnBlocks {...given} look={column} />;

type SectionProps = { readonly section: Section; readonly parts: Parts; readonly spacing: Spacing };

export const GuidanceSection = ({ section, parts, spacing }: SectionProps): ReactElement => (
  <Headed role="Sect" heading={<SectionHead section={section} />} gap={space.m}>
    <Blocks blocks={section.blocks} parts={parts} spacing={spacing} />
  </Headed>
);

const headRule = { top: space.xs, thickness: 3 } as const;

/** Rule, number and heading, one below the other; never alone at a page's foot. */
const SectionHead = ({ section }: { readonly section: Section }): ReactElement => (
  <Panel
    role="H2"
    colour="paper"
    padding={{ top: 20, bottom: 0, left: 0, right: 0 }}
    presence={space.m + 2 * largePrint.body.leading}
  >
    <At left={0} top={headRule.top} width={measure}>
      <Rule colour="brand" thickness={headRule.thickness} />
    </At>
    <HeadingNumber number={section.number} style={largePrint.sectionNumber} />
    <Space height={space.m} />
    <Heading
      level={2}
      id={section.id}
      runs={runsOf(section.heading, 700)}
      style={largePrint.h2}
      body={largePrint.body}
      place={section.place}
    />
  </Panel>
);

/** The QR code to the guidance on GOV.UK, and the words by which one finds it without. */
export const Find = ({ parts }: { readonly parts: Parts }): ReactElement => {
  const { furniture, edition, palette } = parts;
  return (
    <Keep>
      <Row gap={space.xl}>
        <Column width={qr}>
          <QrCode text={edition.guidance.source} alt={furniture.qrAlt} size={qr} palette={palette} />
        </Column>
        <Column width={measure - qr - space.xl}>
          <Label runs={onOneLine(furniture.qrCaption)} style={largePrint.label} rag="text" />
          <Label runs={onOneLine(furniture.qrSearch)} style={largePrint.body} rag="text" />
        </Column>
      </Row>
    </Keep>
  );
};
