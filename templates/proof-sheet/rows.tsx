import type { ReactElement, ReactNode } from 'react';
import { type Entry, type EntryGroup, fixedEntries, sourceOf } from '../../src/data/proof.ts';
import { At, Column, Figure, Headed, Keep, Panel, Row, Rule, Space, Stack } from '../../src/typeset/elements.tsx';
import type { Faces } from '../../src/typeset/faces.ts';
import { unbroken } from '../../src/typeset/phrase.ts';
import { page, space, type TypeStyle } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { Label, linesTaken } from '../../src/typeset/words.tsx';
import { measure } from '../leaflet/grid.ts';
import { postcodeUnbroken } from '../pieces/contacts.ts';

/** The columns of a row, from the left: box, value, file and line, key. */
export type Columns = { readonly value: number; readonly file: number; readonly key: number };

const box = { size: 12, column: 24, drop: 2 } as const;
const gap = space.m;

const fits = (text: string, style: TypeStyle, width: number, faces: Faces): boolean =>
  linesTaken(unbroken(text), style, width, faces) === 1;

const narrowest = (widths: readonly number[], fitting: (width: number) => boolean): number =>
  widths.find(fitting) ?? widths.at(-1)!;

/** The narrowest columns in which most rows stand on one line; the key takes what is left. */
export const columnsFor = (groups: readonly EntryGroup[], faces: Faces): Columns => {
  const entries = groups.flatMap((group) => group.entries);
  const value = narrowest([156, 172, 188, 204], (width) => entries.every((entry) => valueFits(entry, width, faces)));
  const file = narrowest([84, 100, 116, 132], (width) =>
    entries.every((entry) => fits(source(entry), page.furniture, width, faces)),
  );
  return { value, file, key: measure - box.column - value - file - 2 * gap };
};

/** An address may take several lines; a number, an email or a website is one word. */
const valueFits = ({ kind, value, note }: Entry, width: number, faces: Faces): boolean =>
  (kind === 'address' || fits(value, page.label, width, faces)) &&
  (note === undefined || fits(note, page.furniture, width, faces));

/** "anyshire.yaml:36": the folder is the same for all. */
const source = ({ place }: Entry): string => sourceOf(place).split('/').at(-1) ?? '';

type GroupProps = {
  readonly group: EntryGroup;
  readonly columns: Columns;
  /** Between its entries. */
  readonly gap: number;
  readonly checkedOn: string;
  readonly parts: Parts;
};

/** A contact: its title and name between a rule and its rows. */
export const EntryRows = ({ group, columns, gap: rowGap, checkedOn, parts }: GroupProps): ReactElement => (
  <Headed heading={<GroupHead group={group} note={group.dated === 'yes' ? checkedOn : ''} />} gap={space.xs}>
    <Stack gap={rowGap}>
      {group.entries.map((entry, i) => (
        <EntryRow key={i} entry={entry} columns={columns} parts={parts} />
      ))}
    </Stack>
  </Headed>
);

const headPadding = { top: space.xs, bottom: 0, left: 0, right: 0 } as const;
const noteWidth = 192;

type HeadProps = {
  readonly group: Pick<EntryGroup, 'what' | 'name'>;
  /** At the right of the title. */
  readonly note: string;
};

const GroupHead = ({ group: { what, name }, note }: HeadProps): ReactElement => (
  <Panel colour="paper" padding={headPadding} presence={2 * page.body.leading}>
    <At left={0} top={0} width={measure}>
      <Rule />
    </At>
    <Column width={measure - noteWidth}>
      <Label
        runs={[
          { text: what, weight: 700 },
          ...(name === undefined ? [] : [{ text: `, ${name}`, weight: 400 as const }]),
        ]}
        style={page.body}
        rag="text"
      />
    </Column>
    {note === '' ? null : (
      <At left={measure - noteWidth} top={headPadding.top} width={noteWidth}>
        <Label runs={note} style={page.furniture} colour="quiet" align="right" />
      </At>
    )}
  </Panel>
);

type RowProps = { readonly entry: Entry; readonly columns: Columns; readonly parts: Parts };

const EntryRow = ({ entry, columns, parts }: RowProps): ReactElement => {
  const { faces } = parts;
  const file = source(entry);
  const beside =
    valueFits(entry, columns.value, faces) &&
    fits(file, page.furniture, columns.file, faces) &&
    fits(entry.key, page.furniture, columns.key, faces);
  if (!beside) return <TallRow entry={entry} file={file} parts={parts} />;
  return (
    <Boxed parts={parts}>
      <Row gap={gap}>
        <Column width={columns.value}>
          <Value entry={entry} measure={columns.value} parts={parts} />
        </Column>
        <Column width={columns.file}>
          <Label runs={file} style={page.furniture} colour="quiet" />
        </Column>
        <Column width={columns.key}>
          <Label runs={entry.key} style={page.furniture} colour="quiet" />
        </Column>
      </Row>
    </Boxed>
  );
};

/** A value that is too long to stand beside its source stands above it. */
const TallRow = ({ entry, file, parts }: { readonly entry: Entry; readonly file: string; readonly parts: Parts }) => (
  <Boxed parts={parts}>
    <Column width={measure - box.column}>
      <Value entry={entry} measure={measure - box.column} parts={parts} />
      <Label runs={`${file}, ${entry.key}`} style={page.furniture} colour="quiet" rag="text" />
    </Column>
  </Boxed>
);

type ValueProps = { readonly entry: Entry; readonly measure: number; readonly parts: Parts };

const Value = ({ entry: { kind, value, note }, measure: width, parts }: ValueProps): ReactElement => (
  <>
    <Label
      runs={kind === 'address' ? postcodeUnbroken(value) : inLines(unbroken(value), width, parts.faces)}
      style={page.label}
      rag="text"
    />
    {note === undefined ? null : <Label runs={note} style={page.furniture} colour="quiet" />}
  </>
);

/** A word that is wider than the page goes on behind an `@` or a `/`: here it must be read, whatever its length. */
const inLines = (text: string, width: number, faces: Faces): string => {
  const lines = [''];
  for (const piece of text.split(/(?<=[@/])/)) {
    const line = lines.at(-1)! + piece;
    if (line === piece || fits(line, page.label, width, faces)) lines[lines.length - 1] = line;
    else lines.push(piece);
  }
  return lines.join('\n');
};

/** An empty box before what is to be ticked. */
const Boxed = ({ parts, children }: { readonly parts: Parts; readonly children: ReactNode }): ReactElement => {
  const { palette, furniture } = parts;
  const edge = 1;
  const far = box.size - edge / 2;
  const near = edge / 2;
  const d = `M${near} ${near}L${far} ${near}L${far} ${far}L${near} ${far}Z`;
  return (
    <Keep>
      <Row>
        <Column width={box.column}>
          <Space height={box.drop} />
          <Figure
            alt={furniture.proofBox}
            width={box.size}
            height={box.size}
            viewBox={[0, 0, box.size, box.size]}
            shapes={[{ d, stroke: palette.ink, meant: { stroke: 'ink' }, strokeWidth: edge }]}
          />
        </Column>
        {children}
      </Row>
    </Keep>
  );
};

/** What the guidance gives: listed, so that nobody looks for it, and without a box, for there is nothing to ring. */
export const FixedEntries = ({ parts }: { readonly parts: Parts }): ReactElement => (
  <Keep>
    <GroupHead group={{ what: parts.furniture.proofFixed }} note={parts.furniture.proofFixedNote} />
    <Space height={space.xs} />
    <Label runs={fixedEntries.map(({ value }) => value).join(', ')} style={page.body} rag="text" />
  </Keep>
);
