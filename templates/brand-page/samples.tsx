import type { ReactElement } from 'react';
import type { Block as EditionBlock, Inline, Section } from '../../src/content/edition.ts';
import type { Logo as Drawn } from '../../src/data/brand.ts';
import type { Place } from '../../src/diagnostics/diagnostic.ts';
import { At, Block, Column, Figure, Panel, Row } from '../../src/typeset/elements.tsx';
import type { LaidPage } from '../../src/typeset/laid.ts';
import { filled } from '../../src/typeset/phrase.ts';
import { page, space } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { shapesOfPage } from '../../src/typeset/thumbnail.ts';
import { Label } from '../../src/typeset/words.tsx';
import { mmToPt } from '../../src/units.ts';
import { measure } from '../leaflet/grid.ts';
import { Logo } from '../pieces/logo.tsx';

/** A section in which the leaflet's elements say what they are. */
export const sampleSection = ({ furniture, edition }: Parts): Section => {
  const { place } = edition.sections[0]!;
  return {
    id: 'brand-sample',
    number: 1,
    heading: [text(furniture.brandSample)],
    blocks: [
      {
        kind: 'paragraph',
        inlines: [
          text(`${furniture.brandSampleText} `),
          { kind: 'link', url: edition.guidance.source, children: [text(furniture.brandSampleLink)] },
        ],
        place,
      },
      {
        kind: 'list',
        ordered: false,
        start: 1,
        items: [furniture.brandSampleFirst, furniture.brandSampleSecond].map((each) => [paragraph(each, place)]),
        place,
      },
      {
        kind: 'emergency',
        blocks: [furniture.brandSampleDanger, furniture.brandSampleRed].map((each) => paragraph(each, place)),
        place,
      },
      { kind: 'local', slot: 'brand-sample', blocks: [paragraph(furniture.brandSampleCouncil, place)], place },
    ],
    place,
  };
};

const text = (value: string): Inline => ({ kind: 'text', value });

const paragraph = (value: string, place: Place): EditionBlock => ({ kind: 'paragraph', inlines: [text(value)], place });

const gap = space.m;

/** The card's own size, in millimetres (ISO/IEC 7810, ID-1). */
const ID1 = { width: 85.6, height: 53.98 } as const;

/** The pictures at the page's foot are this high. */
const height = 72;

type PicturesProps = { readonly parts: Parts; readonly card: readonly LaidPage[] };

/** The logo in its room, as small as it may be, and the card in small. */
export const Pictures = ({ parts, card }: PicturesProps): ReactElement => {
  const { logo } = parts.brand;
  const { furniture, palette } = parts;
  const alts = [furniture.brandCardFront, furniture.brandCardBack];
  return (
    <Row gap={gap}>
      {logo ? <LogoRooms logo={logo} parts={parts} /> : null}
      {card.map((face, i) => {
        const width = (face.width / face.height) * height;
        const frame = { d: `M0 0L${face.width} 0L${face.width} ${face.height}L0 ${face.height}Z` };
        const shapes = [
          { ...frame, fill: palette.paper },
          ...shapesOfPage(face),
          { ...frame, stroke: palette.rule, strokeWidth: (0.75 * face.height) / height },
        ];
        const alt = alts[i] ?? '';
        return (
          <Column key={alt} width={width}>
            <Figure alt={alt} width={width} height={height} viewBox={[0, 0, face.width, face.height]} shapes={shapes} />
            <Label runs={alt} style={page.furniture} colour="quiet" rag="text" />
          </Column>
        );
      })}
    </Row>
  );
};

/** What is left beside two faces of the card. */
const rest = measure - 2 * ((ID1.width / ID1.height) * height + gap);

/** The logo on fields of the band's colour: as large as its clear space lets it be, and as small as it may be. */
const LogoRooms = ({ logo, parts }: { readonly logo: Drawn; readonly parts: Parts }): ReactElement => {
  const { furniture, palette } = parts;
  const [, , across, down] = logo.viewBox;
  const shape = across / down;
  const width = (rest - gap) / 2;
  const [within, below] = [width - 2 * margin, height - 2 * margin];
  const largest = Math.min(below / (1 + 2 * logo.clearSpace), within / (shape + 2 * logo.clearSpace));
  const fields = [
    { high: largest, label: filled(furniture.brandClearSpace, { share: String(Math.round(logo.clearSpace * 100)) }) },
    { high: mmToPt(logo.leastSize), label: filled(furniture.brandLeastSize, { size: String(logo.leastSize) }) },
  ];
  return (
    <>
      {fields.map(({ high, label }) => {
        // A logo that has to be larger than the field is not shown too small: then only the words say so.
        const size = high * Math.max(1, shape);
        const fits = mmToPt(logo.leastSize) <= high && high <= largest;
        return (
          <Column key={label} width={width}>
            <Panel colour="brand" width={width} height={height}>
              {fits ? (
                <>
                  <Edges
                    width={high * (shape + 2 * logo.clearSpace)}
                    height={high * (1 + 2 * logo.clearSpace)}
                    field={width}
                  />
                  <At left={(width - size) / 2} top={(height - size) / 2} width={size}>
                    <Logo logo={logo} palette={palette} size={size} />
                  </At>
                </>
              ) : null}
            </Panel>
            <Label runs={label} style={page.furniture} colour="quiet" rag="text" />
          </Column>
        );
      })}
    </>
  );
};

/** Between the clear space and the edge of its field. */
const margin = 6;

const hairline = 0.5;

/** What layout may round, so that hairlines stand around the clear space and not in it. */
const rounding = 0.25;

type EdgesProps = { readonly width: number; readonly height: number; readonly field: number };

/** Hairlines around a box in the middle of a field. */
const Edges = ({ width, height: inner, field }: EdgesProps): ReactElement => {
  const [across, down] = [width + 2 * (hairline + rounding), inner + 2 * (hairline + rounding)];
  const [left, top] = [(field - across) / 2, (height - down) / 2];
  return (
    <>
      <Block left={left} top={top} width={across} height={hairline} colour="onBrand" />
      <Block left={left} top={top + down - hairline} width={across} height={hairline} colour="onBrand" />
      <Block left={left} top={top} width={hairline} height={down} colour="onBrand" />
      <Block left={left + across - hairline} top={top} width={hairline} height={down} colour="onBrand" />
    </>
  );
};
