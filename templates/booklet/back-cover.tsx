import type { ReactElement } from 'react';
import { Frame, Stack } from '../../src/typeset/elements.tsx';
import { booklet, space } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { linesTaken } from '../../src/typeset/words.tsx';
import { colophonOf, type Entry } from '../pieces/colophon.ts';
import { CallStrips, EntryBelow, type EntryLook, type StripsLook } from '../pieces/end.tsx';
import { Find } from './finding.tsx';
import { a5, coverFoot, inner, measure, outer, qr, strips } from './grid.ts';

const stripsLook: StripsLook = {
  height: strips.height,
  left: outer,
  right: inner,
  label: strips.label,
  words: booklet.fieldLabel,
  emergency: booklet.stripEmergency,
  crime: booklet.stripCrime,
};

/** What is said of the booklet itself gives way where it is long. */
const looks: readonly [EntryLook, ...EntryLook[]] = [
  { rule: 0.75, gap: space.s, label: booklet.label, body: booklet.body },
  { rule: 0.75, gap: space.s, label: booklet.furnitureBold, body: booklet.furniture },
];

const top = 2 * strips.height + space.xl;

/** The back cover, for it lies face up as often as the front: the numbers, where to read on, the words' origin. */
export const BackCover = ({ parts }: { readonly parts: Parts }): ReactElement => {
  const entries = colophonOf(parts, parts.furniture.otherFormatsLead);
  const room = coverFoot - top - qr - space.xl;
  const look = looks.find((each) => heightOf(entries, each, parts) <= room) ?? looks.at(-1)!;
  return (
    <>
      <Frame name="numbers" left={0} top={0} width={a5.width} height={2 * strips.height}>
        <CallStrips parts={parts} look={stripsLook} />
      </Frame>
      <Frame name="colophon" left={outer} top={top} width={measure} height={coverFoot - top}>
        <Stack gap={space.xl}>
          <Find parts={parts} />
          <Stack gap={space.m}>
            {entries.map((entry) => (
              <EntryBelow key={entry.label} entry={entry} look={look} />
            ))}
          </Stack>
        </Stack>
      </Frame>
    </>
  );
};

/** What entries take in height, with the spaces between them. */
const heightOf = (entries: readonly Entry[], look: EntryLook, { faces }: Parts): number =>
  entries
    .map(({ label, paragraphs }) => {
      const lines = paragraphs.reduce((sum, runs) => sum + linesTaken(runs, look.body, measure, faces), 0);
      return look.gap + look.label.leading * linesTaken(label, look.label, measure, faces) + look.body.leading * lines;
    })
    .reduce((sum, height) => sum + height, Math.max(0, entries.length - 1) * space.m);
