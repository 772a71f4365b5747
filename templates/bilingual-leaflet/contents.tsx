import type { ReactElement } from 'react';
import { Column, Row, Stack } from '../../src/typeset/elements.tsx';
import type { Run } from '../../src/typeset/laid.ts';
import { hang, page, space } from '../../src/typeset/scale.ts';
import type { Known, Parts } from '../../src/typeset/template.ts';
import { Label, linesTaken, Paragraph, runsOf } from '../../src/typeset/words.tsx';

/** What a contents list names, and the id that it leads to. */
export type Entry = { readonly id: string; readonly runs: readonly Run[] };

/** The target of links to where a language begins. */
export const runId = ({ furniture }: Parts): string => `in-${furniture.tag}`;

/** A page's number beside it says that it leads there. */
const plain = (run: Run): Run => ({ ...run, look: 'plain' });

/** The sections of an edition. */
export const sectionsOf = ({ edition }: Parts): readonly Entry[] =>
  edition.sections.map(({ id, heading }) => ({ id, runs: runsOf(heading, 400, `#${id}`).map(plain) }));

/** Only where an edition begins, by its short title. */
export const beginningOf = (parts: Parts): readonly Entry[] => {
  const id = runId(parts);
  return [{ id, runs: [{ text: parts.edition.guidance.shortTitle, weight: 400, link: `#${id}`, look: 'plain' }] }];
};

/** Whether each entry takes one line of a column, in points. */
export const fitsOnLines = (entries: readonly Entry[], width: number, { faces }: Parts): boolean =>
  entries.every(({ runs }) => linesTaken(runs, page.body, width - hang.numeral, faces) === 1);

type ContentsListProps = {
  readonly entries: readonly Entry[];
  readonly known: Known;
  readonly width: number;
  readonly gap?: number;
};

/** Pages and what stands on them. */
export const ContentsList = ({ entries, known, width, gap = space.xs }: ContentsListProps): ReactElement => (
  <Stack gap={gap}>
    {entries.map(({ id, runs }) => (
      <Row key={id}>
        <Column width={hang.numeral}>
          <Label runs={String(known.pageOf(id) ?? 0)} style={page.label} />
        </Column>
        <Column width={width - hang.numeral}>
          <Paragraph runs={runs} />
        </Column>
      </Row>
    ))}
  </Stack>
);
