import type { ReactElement } from 'react';
import { Keep, Stack } from '../../src/typeset/elements.tsx';
import { largePrint, space } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { colophonOf } from '../pieces/colophon.ts';
import { CallStrips, EntryBelow, type EntryLook, type StripsLook } from '../pieces/end.tsx';
import { hairline } from './grid.ts';

const strips: StripsLook = {
  height: 80,
  left: space.xl,
  right: space.xl,
  label: 176,
  words: largePrint.label,
  emergency: largePrint.stripEmergency,
  crime: largePrint.stripCrime,
};

const entries: EntryLook = { rule: hairline, gap: space.m, label: largePrint.label, body: largePrint.body };

/** The end, for it lies face up on a table: the two numbers again, other formats, the words' origin, the issuer. */
export const LastPage = ({ parts }: { readonly parts: Parts }): ReactElement => (
  <Keep gap={space.xl}>
    <CallStrips parts={parts} look={strips} />
    <Stack gap={space.m}>
      {colophonOf(parts, parts.furniture.largePrintFormats).map((entry) => (
        <EntryBelow key={entry.label} entry={entry} look={entries} />
      ))}
    </Stack>
  </Keep>
);
