import * as P from '@react-pdf/primitives';
import { createElement, type ReactElement } from 'react';
import type { Inline } from '../content/edition.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import { type Children, Measure, Stack, view } from './elements.tsx';
import type { Faces } from './faces.ts';
import type { Role, Run, Words } from './laid.ts';
import type { Rag } from './linebreak.ts';
import { composeLines, linesThatFit } from './lines.ts';
import { type ColourRole, opticalShift, page as pageStyles, type TypeStyle, type Weight } from './scale.ts';
import { useSetting } from './setting.ts';
import { settable } from './trace.ts';

/** The elements that hold words. */

type WordsProps = {
  /** Several: the first that fits on one line is set, else the last. */
  readonly runs: string | readonly Run[] | Choices;
  readonly style: TypeStyle;
  readonly colour?: ColourRole;
  readonly align?: Words['align'];
  readonly figures?: 'tabular';
  readonly rag?: Rag;
  readonly place?: Place;
  /** Points that the words are moved to the left, for optical alignment; the measure stays. */
  readonly shift?: number;
  /** Target of links inside the document. */
  readonly id?: string;
  readonly role: Role;
  /** Of words in another language than those around them: BCP 47. */
  readonly language?: string;
  /** Height that must follow on the same page. */
  readonly presence?: number;
};

/** Ways to say the same, the longest first. */
export type Choices = { readonly choices: readonly string[] };

const asRuns = (runs: string | readonly Run[], weight: Weight): readonly Run[] =>
  typeof runs === 'string' ? [{ text: runs, weight }] : runs;

const isChoice = (runs: WordsProps['runs']): runs is Choices => typeof runs === 'object' && 'choices' in runs;

/** The words that are set of several; where any of them differs between records, all of them are kept. */
const chosen = (
  { choices }: Choices,
  style: TypeStyle,
  measure: number,
  faces: Faces,
): Pick<Words, 'runs' | 'fields' | 'choices'> => {
  const all = choices.map((text) => settable(asRuns(text, style.weight)));
  const words = { style, colour: '#000000', measure, align: 'left', rag: 'text' } as const;
  const fits = ({ runs }: (typeof all)[number]) => linesThatFit(composeLines({ ...words, runs }, faces), measure) === 1;
  const found = all.find(fits) ?? all.at(-1);
  if (!found) throw new Error('there is nothing to be chosen from');
  if (all.every(({ fields }) => !fields)) return found;
  return { runs: found.runs, fields: found.fields ?? found.runs, choices: all.map((each) => each.fields ?? each.runs) };
};

/** Words in any role; templates name the elements below. */
export const SetWords = (props: WordsProps): ReactElement => {
  const { palette, measure, faces } = useSetting();
  const {
    runs,
    style,
    colour = 'ink',
    align = 'left',
    rag = 'text',
    figures,
    place,
    shift = 0,
    id,
    role,
    language,
    presence,
  } = props;
  const words: Words = {
    ...(isChoice(runs) ? chosen(runs, style, measure, faces) : settable(asRuns(runs, style.weight))),
    style,
    colour: palette[colour],
    meant: colour,
    measure,
    align,
    rag,
    ...(figures && { figures }),
    ...(place && { place }),
  };
  return createElement(P.Text, {
    words,
    role,
    ...(id !== undefined && { id }),
    ...(language !== undefined && { language }),
    ...(words.fields && { plate: 'record' as const }),
    ...(presence !== undefined && { minPresenceAhead: presence }),
    style: { width: measure, ...(shift && { marginLeft: -shift, marginRight: shift }) },
  });
};

type TextProps = Omit<WordsProps, 'role' | 'rag' | 'figures' | 'presence'>;

type HeadingProps = TextProps & {
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** Style of what follows. */
  readonly body?: TypeStyle;
};

/** A heading of the document's outline; it keeps two lines of what follows with it. */
export const Heading = ({ level, body = pageStyles.body, ...props }: HeadingProps): ReactElement => (
  <SetWords {...props} role={`H${level}`} rag="heading" presence={2 * body.leading + 8} />
);

type ParagraphProps = Omit<TextProps, 'style'> & Pick<WordsProps, 'presence'> & { readonly style?: TypeStyle };

/** Running text. */
export const Paragraph = (props: ParagraphProps): ReactElement => (
  <SetWords style={pageStyles.body} {...props} role="P" />
);

/** Words below a figure. */
export const Caption = (props: TextProps): ReactElement => (
  <Stack role="Caption">
    <SetWords {...props} role="P" />
  </Stack>
);

/** Words of the template that are no heading and no running text: labels, captions, numbers. Hard breaks are `\n`. */
export const Label = (props: TextProps & { readonly rag?: Rag }): ReactElement => (
  <SetWords rag="heading" {...props} role="P" />
);

/** A number to call, so set that its stroke meets the margin; on a screen it rings when touched. */
export const DisplayNumber = ({
  figures,
  style,
  colour,
}: {
  readonly figures: string;
  readonly style: TypeStyle;
  readonly colour: ColourRole;
}) => (
  <SetWords
    runs={[{ text: figures, weight: style.weight, link: `tel:${figures}`, look: 'plain' }]}
    style={style}
    colour={colour}
    shift={opticalShift(figures, style.size)}
    role="P"
  />
);

/** The number of a section, beside its heading and read with it: both stand in a Panel with the heading's role. */
export const HeadingNumber = ({ number, style }: { readonly number: number; readonly style: TypeStyle }) => (
  <SetWords
    runs={String(number)}
    style={style}
    colour="brand"
    shift={opticalShift(String(number), style.size)}
    rag="heading"
    role="Span"
  />
);

type ListProps = Children & { readonly gap: number; readonly ordered: boolean };

export const List = ({ gap, ordered, children }: ListProps): ReactElement => (
  <Stack gap={gap} role={ordered ? 'L/Decimal' : 'L/Disc'}>
    {children}
  </Stack>
);

type ItemProps = Children & {
  readonly marker: string;
  readonly markerStyle: TypeStyle;
  readonly markerColour?: ColourRole;
  /** Points that the marker is moved down, to stand on the text's baseline. */
  readonly markerDrop?: number;
  readonly hang: number;
};

/**
 * A list item: its marker hangs in the margin that it makes. Marker and text stand in a row, so that neither goes to the
 * next page without the other; the marker's cell takes no width, so that what goes over stays under the text.
 */
export const Item = ({ marker, markerStyle, markerColour = 'ink', markerDrop = 0, hang, children }: ItemProps) => {
  const { measure } = useSetting();
  return view(
    { role: 'LI', style: { flexDirection: 'row' } },
    <>
      {view(
        { style: { width: 0, marginTop: markerDrop } },
        <Measure width={hang}>
          <SetWords runs={marker} style={markerStyle} colour={markerColour} role="Lbl" />
        </Measure>,
      )}
      {view(
        { role: 'LBody', style: { width: measure, paddingLeft: hang } },
        <Measure width={measure - hang}>{children}</Measure>,
      )}
    </>,
  );
};

/** The inline vocabulary as runs: strong is bold, links carry their target. */
export const runsOf = (inlines: readonly Inline[], weight: Weight = 400, link?: string): Run[] =>
  inlines.flatMap((inline): Run[] => {
    switch (inline.kind) {
      case 'text':
        return [{ text: inline.value, weight, ...(link !== undefined && { link }) }];
      case 'strong':
        return runsOf(inline.children, 700, link);
      case 'link':
        return runsOf(inline.children, weight, inline.url);
    }
  });

/** The width that words would take on one line, in points. */
export const widthTaken = (runs: string | readonly Run[], style: TypeStyle, faces: Faces): number =>
  Math.max(0, ...linesAt(runs, style, 1e5, faces).map(({ xAdvance }) => xAdvance));

const linesAt = (runs: string | readonly Run[], style: TypeStyle, measure: number, faces: Faces) =>
  composeLines(
    { runs: asRuns(runs, style.weight), style, colour: '#000000', measure, align: 'left', rag: 'text' },
    faces,
  );

/** Lines that words would take at a measure: for copyfitting, where a template chooses between sizes. */
export const linesTaken = (runs: string | readonly Run[], style: TypeStyle, measure: number, faces: Faces): number => {
  const { runs: plain, fields } = settable(asRuns(runs, style.weight));
  const words: Words = { runs: plain, style, colour: '#000000', measure, align: 'left', rag: 'text' };
  const lines = linesThatFit(composeLines(words, faces), measure);
  if (fields) faces.trace?.measured({ runs: fields, style, measure, rag: words.rag, lines });
  return lines;
};
