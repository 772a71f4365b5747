import type { ReactElement } from 'react';
import type { Block } from '../../src/content/edition.ts';
import { Block as Field, Frame, Stack } from '../../src/typeset/elements.tsx';
import { card, space } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { Heading } from '../../src/typeset/words.tsx';
import { TextBlock } from '../pieces/text.tsx';
import { body, face, head, inner, measure } from './grid.ts';
import { look } from './look.ts';

type DangerProps = { readonly parts: Parts; readonly blocks: readonly Block[] };

/** Inside, on the left: when to call 999, in the words of the guidance. */
export const Danger = ({ parts, blocks }: DangerProps): ReactElement => {
  const [lead, ...rest] = blocks;
  return (
    <>
      <Field width={face} height={head.height} colour="emergency" />
      <Frame name="heading, 999" left={inner} top={head.words} width={measure} height={card.heading.leading}>
        <Heading level={2} runs={parts.furniture.foldedDanger} style={card.heading} colour="paper" body={card.line} />
      </Frame>
      <Frame name="when to call 999" left={inner} top={body.top} width={measure} height={body.height}>
        <Stack gap={space.xs}>
          {lead ? <TextBlock block={lead} look={look} weight={lead.kind === 'paragraph' ? 700 : 400} /> : null}
          {rest.map((block, i) => (
            <TextBlock key={i} block={block} look={look} />
          ))}
        </Stack>
      </Frame>
    </>
  );
};
