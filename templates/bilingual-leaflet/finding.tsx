import type { ReactElement } from 'react';
import { At, Column, Row, Space, Spoken, Stack } from '../../src/typeset/elements.tsx';
import { QrCode } from '../../src/typeset/qr.tsx';
import { page, space } from '../../src/typeset/scale.ts';
import type { Known, Parts } from '../../src/typeset/template.ts';
import { Label, linesTaken } from '../../src/typeset/words.tsx';
import { measure, qr } from '../leaflet/grid.ts';
import { inBoth, type Pair, type Said } from '../pieces/languages.ts';
import { SaidLines } from '../pieces/said-lines.tsx';
import { beginningOf, ContentsList, type Entry, fitsOnLines, sectionsOf } from './contents.tsx';
import type { BilingualFit } from './fits.ts';
import { besideCode, column, columnGap, columnStep, evenColumn } from './grid.ts';

type FindingProps = { readonly pair: Pair; readonly fit: BilingualFit; readonly known: Known };

/** Where things are: each language's contents with its pages, and the QR code to the guidance on GOV.UK. */
export const Finding = ({ pair, fit, known }: FindingProps): ReactElement => (
  <Column width={measure} minHeight={fit.code === 'first' ? codeHeight(pair) : 0}>
    {fit.contents === 'none' ? null : <Contents pair={pair} fit={fit} known={known} />}
    {fit.code === 'first' ? (
      <At left={measure - qr} top={space.xs} width={qr}>
        <Code pair={pair} />
        <Space height={space.s} />
        <SaidLines said={captionOf(pair)} style={page.furnitureBold} rag="text" />
      </At>
    ) : null}
  </Column>
);

const captionOf = (pair: Pair): readonly Said[] => inBoth(pair, ({ furniture }) => furniture.online);

/** What stands at a fixed place takes no height: this is what it needs. */
const codeHeight = (pair: Pair): number => {
  const lines = captionOf(pair).map(({ text }) => linesTaken(text, page.furnitureBold, qr, pair.first.faces));
  return space.xs + qr + space.s + page.furnitureBold.leading * lines.reduce((sum, each) => sum + each, 0);
};

const Contents = ({ pair, fit, known }: FindingProps): ReactElement => {
  const { first, second } = pair;
  const entriesOf = fit.contents === 'sections' ? sectionsOf : beginningOf;
  const { left, right, gap } = columnsFor(pair, entriesOf, fit.code);
  const list = (parts: Parts, width: number): ReactElement => (
    <Column width={width}>
      <Spoken language={parts.furniture.tag}>
        <Label runs={parts.furniture.language} style={page.h3} />
        <Space height={space.s} />
        <ContentsList entries={entriesOf(parts)} known={known} width={width} gap={fit.contentsGap} />
      </Spoken>
    </Column>
  );
  return (
    <Row gap={gap}>
      {list(first, left)}
      {list(second, right)}
    </Row>
  );
};

/** The page's columns, as far as the code leaves them room, if each entry takes one line there; else both as wide. */
const columnsFor = (
  { first, second }: Pair,
  entriesOf: (parts: Parts) => readonly Entry[],
  code: BilingualFit['code'],
): { readonly left: number; readonly right: number; readonly gap: number } => {
  const right = code === 'first' ? besideCode - columnStep : column;
  const fits = fitsOnLines(entriesOf(first), column, first) && fitsOnLines(entriesOf(second), right, second);
  if (fits || code === 'last') return { left: column, right, gap: columnGap };
  return { left: evenColumn, right: evenColumn, gap: space.l };
};

/** The words for a figure are in one language; those beside it are in both. */
const Code = ({ pair: { first } }: { readonly pair: Pair }): ReactElement => (
  <QrCode text={first.edition.guidance.source} alt={first.furniture.qrAlt} size={qr} palette={first.palette} />
);

/** The code and its words in a row, where the first page has no room for it. */
export const FindInRow = ({ pair }: { readonly pair: Pair }): ReactElement => (
  <Stack>
    <Code pair={pair} />
    <At left={qr + space.l} top={0} width={measure - qr - space.l}>
      <SaidLines said={captionOf(pair)} style={page.label} rag="text" />
      <SaidLines
        said={inBoth(pair, ({ furniture }) => furniture.qrSearch.replaceAll('\n', ' '))}
        style={page.body}
        rag="text"
      />
    </At>
  </Stack>
);
