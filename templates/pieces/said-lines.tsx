import type { ReactElement } from 'react';
import type { Rag } from '../../src/typeset/linebreak.ts';
import type { ColourRole, TypeStyle } from '../../src/typeset/scale.ts';
import { Label } from '../../src/typeset/words.tsx';
import type { Said } from './languages.ts';

type SaidLinesProps = {
  readonly said: readonly Said[];
  readonly style: TypeStyle;
  readonly colour?: ColourRole;
  readonly rag?: Rag;
};

/** Words of several languages below one another, each read in its own. */
export const SaidLines = ({ said, ...look }: SaidLinesProps): ReactElement => (
  <>
    {said.map(({ text, language }) => (
      <Label key={text} runs={text} {...look} {...(language !== undefined && { language })} />
    ))}
  </>
);
