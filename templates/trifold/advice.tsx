import type { ReactElement } from 'react';
import type { Block } from '../../src/content/edition.ts';
import { picked } from '../../src/content/picks.ts';
import { Frame, Space, Stack } from '../../src/typeset/elements.tsx';
import { space, trifold as styles } from '../../src/typeset/scale.ts';
import { Heading, runsOf } from '../../src/typeset/words.tsx';
import { TextBlock } from '../pieces/text.tsx';
import type { FaceProps } from './faces.ts';
import { frames, headingTop } from './grid.ts';
import { lookOf, spacings } from './look.ts';
import { picks } from './picks.ts';

/** What to do about disinformation: the sentence that leads to its steps is the heading. */
export const AdviceFace = ({ parts, place, fit, product, report }: FaceProps): ReactElement => {
  const [lead, ...rest] = picked(parts.edition, picks.advice, product, report);
  const isHeading = lead?.kind === 'paragraph' && rest.length > 0;
  const heading = isHeading ? runsOf(lead.inlines, 700) : parts.edition.guidance.shortTitle;
  const blocks = isHeading || !lead ? rest : [lead, ...rest];
  return (
    <Frame
      name="advice"
      left={place.textLeft}
      top={headingTop}
      width={place.measure}
      height={frames[fit.margins].foot - headingTop}
    >
      <Heading level={2} runs={heading} style={styles.h2} />
      <Space height={space.l} />
      <Stack gap={spacings[fit.spacing].text}>
        {steps(blocks).map((block, i) => (
          <TextBlock key={i} block={block} look={lookOf(fit)} />
        ))}
      </Stack>
    </Frame>
  );
};

/** The steps begin in bold, which is mark enough: they are paragraphs. */
const steps = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) => (block.kind === 'list' && !block.ordered ? block.items.flat() : [block]));
