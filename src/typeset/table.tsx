import type { ReactElement, ReactNode } from 'react';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { ColumnNeeds } from './columns.ts';
import { Block, Measure, view } from './elements.tsx';
import type { Faces } from './faces.ts';
import type { Line, Run, Words } from './laid.ts';
import { composeLines } from './lines.ts';
import type { ColourRole, TypeStyle } from './scale.ts';
import { useSetting } from './setting.ts';
import { SetWords } from './words.tsx';

/** The elements of tables. */

type TableProps = {
  readonly head: ReactNode;
  /** Rows, and rows that stand together. */
  readonly children: ReactNode;
};

/**
 * A table. It breaks between its rows; its head stands again on every page that it goes on to, and is read once. The
 * head asks for presence, however little: then pagination may not break after it, and where the first rows have no
 * room, all of the table moves on, and the sentence and the heading with it that lead to it.
 */
export const Table = ({ head, children }: TableProps): ReactElement =>
  view(
    { role: 'Table', style: { flexDirection: 'column' } },
    <>
      {view({ role: 'THead', fixed: true, minPresenceAhead: 1 }, head)}
      {view({ role: 'TBody', style: { flexDirection: 'column' } }, children)}
    </>,
  );

/** Rows that stand on one page. */
export const RowsTogether = ({ children }: { readonly children: ReactNode }): ReactElement =>
  view({ wrap: false, style: { flexDirection: 'column' } }, children);

type RowProps = {
  readonly gap: number;
  /** Below the row. */
  readonly rule: { readonly colour: ColourRole; readonly thickness: number };
  /** Where cells of fewer lines stand. */
  readonly stand: 'top' | 'foot';
  readonly children: ReactNode;
};

/** A row, which never breaks. */
export const TableRow = ({ gap, rule, stand, children }: RowProps): ReactElement => {
  const { measure } = useSetting();
  return view(
    { role: 'TR', wrap: false, style: { flexDirection: 'column' } },
    <>
      {view(
        { style: { flexDirection: 'row', columnGap: gap, alignItems: stand === 'top' ? 'flex-start' : 'flex-end' } },
        children,
      )}
      {view(
        { style: { height: 0 } },
        <Block top={-rule.thickness} width={measure} height={rule.thickness} colour={rule.colour} />,
      )}
    </>,
  );
};

/** A cell's words, what they are, and how they look. */
export type CellWords = {
  readonly role: 'TH/Column' | 'TH/Row' | 'TD';
  readonly runs: readonly Run[];
  readonly style: TypeStyle;
  readonly colour?: ColourRole;
  readonly align: Words['align'];
  readonly place: Place;
};

type CellProps = {
  readonly words: CellWords;
  readonly width: number;
  /** Above and below the words. */
  readonly padding: number;
};

/** A cell; one without words still keeps the columns apart for those who hear the table. */
export const TableCell = ({ words, width, padding }: CellProps): ReactElement => {
  const style = { width, paddingTop: padding, paddingBottom: padding };
  if (words.runs.length === 0) return view({ role: words.role, style });
  return view(
    { style },
    <Measure width={width}>
      <SetWords {...words} figures="tabular" />
    </Measure>,
  );
};

const linesOf = ({ runs, style, align }: CellWords, measure: number, faces: Faces): readonly Line[] =>
  composeLines({ runs, style, measure, align, colour: '#000000', rag: 'text', figures: 'tabular' }, faces);

/** The height that a cell's words take in a column, in points; a word that is too wide takes a line. */
export const cellHeight = (words: CellWords, width: number, faces: Faces): number =>
  words.style.leading * linesOf(words, width, faces).length;

const wide = 1e6;

/** What a cell asks of its column, in points. */
export const cellNeeds = (words: CellWords, faces: Faces): ColumnNeeds => {
  const widest = (measure: number): number =>
    Math.max(0, ...linesOf(words, measure, faces).map(({ xAdvance }) => xAdvance));
  return { least: widest(1), most: widest(wide) };
};
