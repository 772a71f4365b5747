import * as P from '@react-pdf/primitives';
import { createElement, type ReactElement, type ReactNode } from 'react';
import type { Faces } from './faces.ts';
import type { Meant, NodeProps, Role } from './laid.ts';
import { type Margins, sidesOf } from './margins.ts';
import type { ColourRole, Palette } from './scale.ts';
import { type Setting, SettingContext, useSetting } from './setting.ts';

/**
 * The elements that templates are written in. Each carries its role for the structure tree, so that an author cannot
 * forget to tag; colours are roles, sizes come from the type scale, lengths are points.
 */

type Style = Readonly<Record<string, string | number | undefined>>;

export type Children = { readonly children?: ReactNode };

export const view = (
  props: NodeProps & { readonly style?: Style; readonly role?: Role },
  children?: ReactNode,
): ReactElement => createElement(P.View, props, children);

/** The document: its leaves in order. */
export const Leaves = ({ children }: Children): ReactElement => createElement(P.Document, null, children);

type LeafProps = Children & {
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
  readonly faces: Faces;
  /** A flowing leaf breaks into as many pages as its content needs, inside these margins; without, it is one finished face. */
  readonly margins?: Margins;
};

/** An artboard, or, with margins, text that flows over pages. */
export const Leaf = ({ width, height, palette, faces, margins, children }: LeafProps): ReactElement => {
  const [left, right] = sidesOf(margins);
  const setting: Setting = { palette, faces, measure: width - left - right };
  const style = margins && {
    paddingTop: margins.top,
    paddingBottom: margins.bottom,
    paddingLeft: left,
    paddingRight: right,
  };
  const foot = height - (margins?.bottom ?? 0);
  const size = { size: [width, height], experimentalPagination: true, foot };
  const props = { ...size, ...(left !== right && { mirrored: right - left }), ...(style && { style }) };
  return createElement(P.Page, props, createElement(SettingContext.Provider, { value: setting }, children));
};

/** Sets the measure of what is inside. */
export const Measure = ({ width, children }: Children & { readonly width: number }): ReactElement => {
  const setting = useSetting();
  return createElement(SettingContext.Provider, { value: { ...setting, measure: width } }, children);
};

type FrameProps = Children & {
  /** As diagnostics name it. */
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** What does not fit into it is overset. */
  readonly height: number;
};

/** A named place on an artboard: its content starts at the top left and must not be higher than the frame. */
export const Frame = ({ name, left, top, width, height, children }: FrameProps): ReactElement =>
  view(
    { frame: { name, height }, style: { position: 'absolute', left, top, width } },
    <Measure width={width}>{children}</Measure>,
  );

type BlockProps = Children & {
  readonly left?: number;
  readonly top?: number;
  readonly width: number;
  readonly height: number;
  readonly colour: ColourRole;
};

/** A block of colour, without words of its own: band, strip, rule, edge. Decoration, an artifact. */
export const Block = ({ left = 0, top = 0, width, height, colour }: BlockProps): ReactElement => {
  const { palette } = useSetting();
  return view({
    role: 'Artifact',
    meant: { fill: colour },
    style: { position: 'absolute', left, top, width, height, backgroundColor: palette[colour] },
  });
};

/** What stands at every page's head or foot: an artifact, which is not read with the text. */
export const Furniture = ({ at, children }: Children & { readonly at: 'Header' | 'Footer' }): ReactElement =>
  view({ role: at, style: { position: 'absolute', left: 0, top: 0 } }, children);

/** A rule across the measure that takes no height. */
export const Rule = ({
  colour = 'rule',
  thickness = 0.75,
}: {
  readonly colour?: ColourRole;
  readonly thickness?: number;
}) => {
  const { measure } = useSetting();
  return view({ style: { height: 0 } }, <Block width={measure} height={thickness} colour={colour} />);
};

/** Children below one another. The gap closes at a page's head and foot. */
export const Stack = ({
  gap = 0,
  role,
  minHeight,
  children,
}: Children & { readonly gap?: number; readonly role?: Role; readonly minHeight?: number }) =>
  view({ ...(role && { role }), style: { flexDirection: 'column', rowGap: gap, minHeight } }, children);

type SpokenProps = Children & {
  /** BCP 47: `cy-GB`; without one, that of what is around it. */
  readonly language?: string;
  readonly gap?: number;
  /** A bookmark of the first level, above those of the headings inside. */
  readonly bookmark?: string;
  /** Of what is read as one: a whole edition among others. */
  readonly role?: 'Sect';
};

/** Children below one another, read aloud in a language. */
export const Spoken = ({ language, gap = 0, bookmark, role, children }: SpokenProps): ReactElement =>
  view(
    {
      ...(language !== undefined && { language }),
      ...(bookmark !== undefined && { bookmarked: bookmark }),
      ...(role && { role }),
      style: { flexDirection: 'column', rowGap: gap },
    },
    children,
  );

/** Children below one another on one page. */
export const Keep = ({ gap = 0, children }: Children & { readonly gap?: number }): ReactElement =>
  view({ wrap: false, style: { flexDirection: 'column', rowGap: gap } }, children);

type HeadedProps = Children & {
  /** A Heading, or a Panel that holds one and has `presence`. */
  readonly heading: ReactElement;
  readonly gap: number;
  readonly role?: 'Sect';
};

/**
 * A heading and what it heads; they part only after two lines. react-pdf's pagination moves a heading to the next page
 * only if its column could have ended before it: the empty box in front is that place. The gap is a box of its own, for
 * a column may break after its padding, even where no page may end.
 */
export const Headed = ({ heading, gap, role, children }: HeadedProps): ReactElement =>
  view(
    { ...(role && { role }), style: { flexDirection: 'column' } },
    <>
      {view({ style: { height: 0 } })}
      {heading}
      {view({ style: { height: gap } })}
      {view({ style: { flexDirection: 'column' } }, children)}
    </>,
  );

/** Space at which no page may end. */
export const Joint = ({ height }: { readonly height: number }): ReactElement =>
  view({ minPresenceAhead: 1, style: { height } });

/** Children side by side. */
export const Row = ({ gap = 0, role, children }: Children & { readonly gap?: number; readonly role?: Role }) =>
  view({ ...(role && { role }), style: { flexDirection: 'row', columnGap: gap } }, children);

/** A column of fixed width in a row. */
export const Column = ({
  width,
  minHeight,
  children,
}: Children & { readonly width: number; readonly minHeight?: number }) =>
  view({ style: { width, minHeight } }, <Measure width={width}>{children}</Measure>);

/** Empty paper of a given height; for what must not close up. */
export const Space = ({ height }: { readonly height: number }): ReactElement => view({ style: { height } });

/** Moves its content in from the left, and narrows the measure. */
export const Indent = ({
  left,
  right = 0,
  children,
}: Children & { readonly left: number; readonly right?: number }) => {
  const { measure } = useSetting();
  return view(
    { style: { paddingLeft: left, paddingRight: right } },
    <Measure width={measure - left - right}>{children}</Measure>,
  );
};

/** Something at a fixed place over its parent, which must be a positioned element (Panel, Overlay, Item). */
export const At = ({
  left,
  top,
  width,
  children,
}: Children & { readonly left: number; readonly top: number; readonly width: number }) =>
  view({ style: { position: 'absolute', left, top, width } }, <Measure width={width}>{children}</Measure>);

type PanelProps = Children & {
  readonly colour: ColourRole;
  readonly width?: number;
  readonly height?: number;
  readonly minHeight?: number;
  readonly padding?: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  /** A coloured edge at the left, inside the panel. */
  readonly edge?: { readonly width: number; readonly colour: ColourRole };
  /** Height that must follow on the same page. */
  readonly presence?: number;
  readonly role?: Role;
};

const noPadding = { top: 0, bottom: 0, left: 0, right: 0 };

/** A coloured panel with words on it. It never breaks over pages. */
export const Panel = (props: PanelProps): ReactElement => {
  const { palette, measure } = useSetting();
  const { colour, width = measure, height, minHeight, padding = noPadding, edge, presence, role, children } = props;
  return view(
    {
      wrap: false,
      meant: { fill: colour, ...(edge && { edge: edge.colour }) },
      ...(role && { role }),
      ...(presence !== undefined && { minPresenceAhead: presence }),
      style: {
        width,
        height,
        minHeight,
        backgroundColor: palette[colour],
        paddingTop: padding.top,
        paddingBottom: padding.bottom,
        paddingLeft: padding.left - (edge?.width ?? 0),
        paddingRight: padding.right,
        ...(edge && { borderLeftWidth: edge.width, borderLeftColor: palette[edge.colour], borderLeftStyle: 'solid' }),
      },
    },
    <Measure width={width - padding.left - padding.right}>{children}</Measure>,
  );
};

export type Shape = {
  readonly d: string;
  readonly fill?: string;
  readonly fillRule?: 'evenodd' | 'nonzero';
  readonly stroke?: string;
  readonly strokeWidth?: number;
  /** The roles of its colours, where they have some. */
  readonly meant?: { readonly fill?: Meant; readonly stroke?: Meant };
};

type DrawingProps = {
  readonly width: number;
  readonly height: number;
  readonly viewBox: readonly [x: number, y: number, width: number, height: number];
  readonly shapes: readonly Shape[];
};

const svg = ({ width, height, viewBox, shapes }: DrawingProps, meaning: object, look: Style = {}): ReactElement =>
  createElement(
    P.Svg,
    { ...meaning, viewBox: viewBox.join(' '), width, height, style: { width, height, ...look } },
    shapes.map((shape, i) => createElement(P.Path, { key: i, fill: 'none', ...shape })),
  );

type FigureProps = DrawingProps & {
  readonly alt: string;
  /** Of a logo: the room that preflight holds it to. */
  readonly room?: NonNullable<NodeProps['room']>;
};

/** A drawing in plain paths, with what a screen reader says of it. */
export const Figure = ({ alt, room, ...drawing }: FigureProps): ReactElement =>
  svg(drawing, { role: 'Figure', alt, ...(room && { room }) });

/** A drawing that may draw beyond its edges, of which nothing is shown. */
export const ClippedFigure = ({ alt, ...drawing }: DrawingProps & { readonly alt: string }): ReactElement =>
  svg(drawing, { role: 'Figure', alt }, { overflow: 'hidden' });

/** A drawing that says nothing: decoration, an artifact. */
export const Drawing = (drawing: DrawingProps): ReactElement => svg(drawing, { role: 'Artifact' });
