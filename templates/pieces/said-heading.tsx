import type { ReactElement } from 'react';
import { Stack } from '../../src/typeset/elements.tsx';
import type { ColourRole, TypeStyle } from '../../src/typeset/scale.ts';
import { Heading } from '../../src/typeset/words.tsx';
import type { Said } from './languages.ts';

type SaidHeadingProps = {
  readonly level: 1 | 2;
  readonly said: readonly Said[];
  readonly style: TypeStyle;
  readonly colour?: ColourRole;
};

/** Words of several languages below one another, which are one heading: each is read in its own. */
export const SaidHeading = ({ level, said, ...look }: SaidHeadingProps): ReactElement => (
  <Stack role={`H${level}`}>
    {said.map(({ text, language }) => (
      <Heading key={text} level={level} runs={text} {...look} {...(language !== undefined && { language })} />
    ))}
  </Stack>
);
