import type { ReactElement } from 'react';
import { Keep, Stack } from '../../src/typeset/elements.tsx';
import { space } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { CallStrip, EntryRows } from '../leaflet/last-page.tsx';
import { colophonOf, type Entry } from '../pieces/colophon.ts';
import { inBoth, type Pair } from '../pieces/languages.ts';
import { FindInRow } from './finding.tsx';
import type { BilingualFit } from './fits.ts';

type LastPageProps = { readonly pair: Pair; readonly code: BilingualFit['code'] };

/** The end: the two numbers again, and the colophon of both languages, entry by entry. */
export const LastPage = ({ pair, code }: LastPageProps): ReactElement => (
  <Keep gap={20}>
    <CallStrip
      danger={inBoth(pair, ({ furniture }) => furniture.dangerShort)}
      crime={inBoth(pair, ({ furniture }) => furniture.crimeShort)}
    />
    {code === 'last' ? <FindInRow pair={pair} /> : null}
    <Stack gap={space.s}>
      {entriesOf(pair).map((entries) => (
        <EntryRows key={entries[0]!.label} entries={entries} />
      ))}
    </Stack>
  </Keep>
);

/** The same entry of both colophons; once, where both say the same. */
const entriesOf = ({ first, second }: Pair): readonly (readonly Entry[])[] => {
  const others = colophonIn(second);
  return colophonIn(first).map((entry, i) => {
    const other = others[i];
    return other === undefined || other.label === entry.label ? [entry] : [entry, other];
  });
};

const colophonIn = (parts: Parts): readonly Entry[] =>
  colophonOf(parts, parts.furniture.otherFormatsLead).map((entry) => ({ ...entry, language: parts.furniture.tag }));
