import type { ReactElement } from 'react';
import type { Block } from '../../src/content/edition.ts';
import { picked } from '../../src/content/picks.ts';
import { Frame, Panel, Space, Stack } from '../../src/typeset/elements.tsx';
import { page, space, trifold as styles, type TypeStyle } from '../../src/typeset/scale.ts';
import { DisplayNumber, Label, linesTaken, Paragraph, runsOf } from '../../src/typeset/words.tsx';
import { forceNames } from '../pieces/contacts.ts';
import { TextBlock } from '../pieces/text.tsx';
import { type FaceProps, saysOperationFord } from './faces.ts';
import { head } from './grid.ts';
import { TextFrame } from './inside.tsx';
import { lookOf, spacings } from './look.ts';
import { picks } from './picks.ts';

/** The force stands right of 101, and ends on its baseline. */
const forceLeft = 124;

/** After a crime: whom to call, what to say, and what Operation Ford is, where it applies. */
export const CrimeFace = (props: FaceProps): ReactElement => {
  const { parts, place, fit, product, report } = props;
  const take = (some: (typeof picks)[keyof typeof picks]) => picked(parts.edition, some, product, report);
  const gap = spacings[fit.spacing];
  const { trifoldCrime, trifoldCrimeShort } = parts.furniture;
  const says = saysOperationFord(parts);
  return (
    <>
      <Head {...props} />
      <TextFrame place={place} fit={fit} name="after a crime" heading={says ? trifoldCrime : trifoldCrimeShort}>
        {says ? (
          <Stack gap={gap.panel}>
            <Passage blocks={take(picks.crime)} style={page.body} fit={fit} />
            <SayPanel parts={parts} />
            <Passage
              blocks={take(picks.passage)}
              style={fit.passage === 'text' ? page.body : styles.passage}
              fit={fit}
            />
          </Stack>
        ) : (
          <Passage blocks={take(picks.crimeWithoutFord)} style={page.body} fit={fit} />
        )}
      </TextFrame>
    </>
  );
};

const Head = ({ parts, place }: FaceProps): ReactElement => {
  const force = `${forceNames(parts.edition.record.council)}\n${parts.furniture.orPoliceUk}`;
  const left = place.textLeft + forceLeft;
  const measure = place.measure - forceLeft;
  const taken = linesTaken(force, page.label, measure, parts.faces);
  const lines = Number.isFinite(taken) ? taken : 2;
  // Capitals of the last line stand on the baseline of 101, whose foot is that of its line.
  const foot = head.number + (page.label.leading - (2 / 3) * page.label.size) / 2;
  const height = lines * page.label.leading;
  return (
    <>
      <Frame
        name="101"
        left={place.textLeft}
        top={head.number - page.crime.leading}
        width={forceLeft}
        height={page.crime.leading}
      >
        <DisplayNumber figures="101" style={page.crime} colour="ink" />
      </Frame>
      <Frame name="police force" left={left} top={foot - height} width={measure} height={height}>
        <Label runs={force} style={page.label} rag="text" />
      </Frame>
    </>
  );
};

type PassageProps = Pick<FaceProps, 'fit'> & { readonly blocks: readonly Block[]; readonly style: TypeStyle };

const Passage = ({ blocks, style, fit }: PassageProps): ReactElement => (
  <Stack gap={spacings[fit.spacing].text}>
    {blocks.map((block, i) =>
      block.kind === 'paragraph' ? (
        <Paragraph key={i} runs={runsOf(block.inlines)} style={style} place={block.place} />
      ) : (
        <TextBlock key={i} block={block} look={{ ...lookOf(fit), body: style }} />
      ),
    )}
  </Stack>
);

const SayPanel = ({ parts: { furniture } }: Pick<FaceProps, 'parts'>): ReactElement => (
  <Panel colour="tint" padding={{ top: space.l, bottom: space.l, left: space.l, right: space.l }}>
    <Label runs={furniture.trifoldSay} style={page.body} />
    <Space height={space.xs} />
    <Label runs={furniture.trifoldQuote.replaceAll('Operation Ford', 'Operation\u00a0Ford')} style={page.fieldLabel} />
  </Panel>
);
