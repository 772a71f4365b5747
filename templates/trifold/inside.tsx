import { Fragment, type ReactElement, type ReactNode } from 'react';
import type { Block } from '../../src/content/edition.ts';
import { picked, sectionOf } from '../../src/content/picks.ts';
import { Frame, Space, Stack } from '../../src/typeset/elements.tsx';
import type { Run } from '../../src/typeset/laid.ts';
import { hang, page, space, trifold as styles } from '../../src/typeset/scale.ts';
import { DisplayNumber, Heading, Item, List, runsOf, SetWords } from '../../src/typeset/words.tsx';
import { opticalShift } from '../../src/typeset/scale.ts';
import { TextBlock } from '../pieces/text.tsx';
import type { FaceProps } from './faces.ts';
import type { TrifoldFit } from './fits.ts';
import type { FacePlace } from './folding.ts';
import { frames, head } from './grid.ts';
import { lookOf, numeralDrop, spacings } from './look.ts';
import { picks, waysPart } from './picks.ts';

type TextFrameProps = {
  readonly place: FacePlace;
  readonly fit: TrifoldFit;
  readonly name: string;
  readonly heading: string | readonly Run[];
  readonly children: ReactNode;
};

/** What stands below the head of a face; a heading of one line takes the room of two, so that texts begin on one line. */
export const TextFrame = ({ place, fit, name, heading, children }: TextFrameProps): ReactElement => (
  <Frame
    name={name}
    left={place.textLeft}
    top={head.headingTop}
    width={place.measure}
    height={frames[fit.margins].foot - head.headingTop}
  >
    <Stack minHeight={2 * styles.h2.leading}>
      <Heading level={2} runs={heading} style={styles.h2} />
    </Stack>
    <Space height={space.l} />
    {children}
  </Frame>
);

/** When to call 999. */
export const DangerFace = ({ parts, place, fit, product, report }: FaceProps): ReactElement => {
  const blocks = picked(parts.edition, picks.danger, product, report);
  return (
    <>
      <Frame
        name="999"
        left={place.textLeft}
        top={head.number - page.emergency.leading}
        width={place.measure}
        height={page.emergency.leading}
      >
        <DisplayNumber figures="999" style={page.emergency} colour="paper" />
      </Frame>
      <TextFrame place={place} fit={fit} name="when to call 999" heading={parts.furniture.trifoldDanger}>
        <Stack gap={spacings[fit.spacing].text}>
          {blocks.map((block, i) => (
            <TextBlock
              key={i}
              block={block}
              look={lookOf(fit)}
              weight={i === 0 && block.kind === 'paragraph' ? 700 : 400}
            />
          ))}
        </Stack>
      </TextFrame>
    </>
  );
};

/** The five ways, each after its number. */
export const WaysFace = ({ parts, place, fit, product, report }: FaceProps): ReactElement => {
  const blocks = picked(parts.edition, picks.ways, product, report);
  const section = sectionOf(parts.edition, waysPart);
  const heading = section ? runsOf(section.heading, 700) : parts.edition.guidance.shortTitle;
  const list = blocks.find((block) => block.kind === 'list');
  return (
    <>
      {list ? <Count place={place} count={list.items.length} /> : null}
      <TextFrame place={place} fit={fit} name="ways" heading={heading}>
        <Stack gap={spacings[fit.spacing].text}>
          {blocks.map((block, i) => (
            <Fragment key={i}>
              {block.kind === 'list' && block.ordered ? (
                <BigNumerals list={block} fit={fit} />
              ) : (
                <TextBlock block={block} look={lookOf(fit)} />
              )}
            </Fragment>
          ))}
        </Stack>
      </TextFrame>
    </>
  );
};

/** How many they are, large: a picture of what the heading says, so it is not read. */
const Count = ({ place, count }: { readonly place: FacePlace; readonly count: number }): ReactElement => (
  <Frame
    name="count"
    left={place.textLeft}
    top={head.number - page.crime.leading}
    width={place.measure}
    height={page.crime.leading}
  >
    <SetWords
      runs={String(count)}
      style={page.crime}
      colour="brand"
      shift={opticalShift(String(count), page.crime.size)}
      role="Artifact"
    />
  </Frame>
);

type NumeralsProps = Pick<FaceProps, 'fit'> & { readonly list: Extract<Block, { readonly kind: 'list' }> };

const BigNumerals = ({ list, fit }: NumeralsProps): ReactElement => (
  <List gap={spacings[fit.spacing].numbered} ordered>
    {list.items.map((item, i) => (
      <Item
        key={i}
        marker={String(list.start + i)}
        markerStyle={page.numeral}
        markerColour="brand"
        markerDrop={numeralDrop}
        hang={hang.numeral}
      >
        <Stack gap={space.xs}>
          {item.map((block, j) => (
            <TextBlock key={j} block={block} look={lookOf(fit)} />
          ))}
        </Stack>
      </Item>
    ))}
  </List>
);
