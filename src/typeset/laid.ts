import type { Font, Glyph } from 'fontkit';
import type { Hex } from '../data/brand.ts';
import type { Cmyk } from '../data/ink.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { Rag } from './linebreak.ts';
import type { ColourRole, TypeStyle, Weight } from './scale.ts';

/**
 * The laid-out tree, as react-pdf's layout hands it on and as we paint it. Lengths in points; `box.left` and `box.top`
 * are relative to the parent.
 */

/** A stretch of one look within a text. */
export type Run = {
  readonly text: string;
  readonly weight: Weight;
  /** Where it leads: an address, or `#id` inside the document. */
  readonly link?: string;
  /** Links are underlined but where a label says what they are: numbers to call, addresses of contacts. */
  readonly look?: 'plain';
  /** Of words in another language than those around them: BCP 47. */
  readonly language?: string;
};

/** What a text node is given: its words, their look, and the width they are broken to. */
export type Words = {
  readonly runs: readonly Run[];
  /** The runs with the marks of what may differ between the records of a batch, where there are any. */
  readonly fields?: readonly Run[];
  /** Of words that were chosen from several, since they fit: all that there were, with their marks. */
  readonly choices?: readonly (readonly Run[])[];
  readonly style: TypeStyle;
  readonly colour: Hex;
  /** The role of the colour: what print gives its inks by. */
  readonly meant?: Meant;
  readonly measure: number;
  readonly align: 'left' | 'center' | 'right';
  readonly rag: Rag;
  /** Figures of one width, which stand below one another in the columns of a table. */
  readonly figures?: 'tabular';
  /** Where the words come from, if from one place; else preflight looks for it. */
  readonly place?: Place;
};

/**
 * What a node is when it is read: a structure type (ISO 32000-1, 14.8.4), a list and how its items are marked, the head
 * of a column or a row, or an artifact: decoration, the head or foot of a page, what was read on a page before, or what
 * stands outside the page for those who print it.
 */
export type Role =
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'L/Decimal'
  | 'L/Disc'
  | 'LI'
  | 'Lbl'
  | 'Span'
  | 'LBody'
  | 'Div'
  | 'Figure'
  | 'Caption'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH/Column'
  | 'TH/Row'
  | 'TD'
  | 'Artifact'
  | 'Header'
  | 'Footer'
  | 'Repeated'
  | 'Mark';

/** What a colour is besides its shade: a role of the scale, all inks at once (marks of registration), or inks. */
export type Meant = ColourRole | 'registration' | Cmyk;

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly borderLeftWidth?: number;
};

/** A stretch of glyphs of one face and colour on a line: react-pdf's run, as far as painters read it. */
export type GlyphRun = {
  readonly start: number;
  readonly end: number;
  readonly glyphs: readonly Glyph[];
  /** Advances and offsets in points. */
  readonly positions: readonly Readonly<Record<'xAdvance' | 'yAdvance' | 'xOffset' | 'yOffset', number>>[];
  readonly attributes: {
    readonly font: readonly Font[];
    readonly fontSize: number;
    readonly lineHeight: number;
    readonly color: Hex;
    readonly link?: string;
    /** The run of the words that it shows, from 0. */
    readonly run: number;
  };
  readonly xAdvance: number;
  readonly height: number;
  readonly ascent: number;
  readonly descent: number;
};

export type Line = {
  readonly string: string;
  readonly runs: readonly GlyphRun[];
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly height: number;
  /** From the top of the line box to the baseline. */
  readonly ascent: number;
  readonly descent: number;
  /** Width of the words, without the space at the line's end. */
  readonly xAdvance: number;
  readonly decorationLines: readonly {
    readonly rect: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
    readonly color: Hex;
    readonly opacity: number;
    readonly style: 'solid';
  }[];
};

/** How a finished page stands on a sheet of paper; its node's box says where. */
export type Placing = {
  /** `turned`: with its head at the foot. */
  readonly stance: 'upright' | 'turned';
  /** What of the sheet it may cover, if it is larger: from the sheet's upper left corner. */
  readonly clip?: Pick<Box, 'left' | 'top' | 'width' | 'height'>;
  /** Its place in the order of reading, where sheets show pages in another: whole numbers, and others for what stands beside. */
  readonly order?: number;
};

/** Properties that our elements give their nodes; they reach the laid-out tree, across page splits too. */
export type NodeProps = {
  readonly id?: string;
  readonly role?: Role;
  /** What stands for a figure when it is read aloud. */
  readonly alt?: string;
  /** The language of what it holds, where it is another one than around it: BCP 47. */
  readonly language?: string;
  /** Of a panel of folded paper: its place in the order of reading of all pages, which is not that of painting. */
  readonly order?: number;
  /** A bookmark of the first level that leads here, for what has no heading of its own. */
  readonly bookmarked?: string;
  /** `record`: what it shows may differ between the records of a batch. */
  readonly plate?: 'record';
  /** Begins a tree that was laid out by itself, and whose serial numbers are its own. */
  readonly scope?: string;
  /** Of a finished page on a sheet. As an artifact it repeats what is read elsewhere, and is painted once a file. */
  readonly placing?: Placing;
  readonly words?: Words;
  /** Number of the node in its document, given before layout: it joins the parts of a text on two pages. */
  readonly serial?: number;
  /** A frame is a named place with a fixed size: what does not fit is overset. */
  readonly frame?: { readonly name: string; readonly height: number };
  /** Of a page: see LaidPage. */
  readonly foot?: number;
  /** Of a page in a book: how far to the right all of it stands where its number is even, so that the spine has its room. */
  readonly mirrored?: number;
  /** A drawing's path. */
  readonly d?: string;
  readonly fill?: string;
  readonly fillRule?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  /** What the colours of a block or of a path are. */
  readonly meant?: { readonly fill?: Meant; readonly stroke?: Meant; readonly edge?: Meant };
  readonly viewBox?: string | { minX: number; minY: number; maxX: number; maxY: number };
  readonly wrap?: boolean;
  /** Of a logo: what must stay free around it, in parts of its height, and its least height in points. */
  readonly room?: { readonly clear: number; readonly least: number };
  /** No page ends after it before so much more height; less than all of it counts where a column begins. */
  readonly minPresenceAhead?: number;
  /** Repeated on every page to which its parent goes on: the head of a table. */
  readonly fixed?: true;
};

export type LaidNode = {
  readonly type: string;
  readonly props: NodeProps;
  readonly style: Readonly<Record<string, unknown>>;
  readonly box: Box;
  readonly lines?: readonly Line[];
  readonly children?: readonly LaidNode[];
};

/** Where paper is cut, and how far colours go beyond that: from its upper left corner. */
export type Cut = { readonly trim: Area; readonly bleed: Area };

export type Area = Pick<Box, 'left' | 'top' | 'width' | 'height'>;

export type LaidPage = {
  readonly width: number;
  readonly height: number;
  /** Of paper that is larger than what is cut out of it: a sheet for a press. */
  readonly cut?: Cut;
  /** No line of text may end below this, counted from the top. */
  readonly foot: number;
  readonly nodes: readonly LaidNode[];
};

/**
 * A finished page put at a place of another one: a card on its sheet.
 *
 * @param reading `once`: this one is read; `again`: it repeats what is read elsewhere
 */
export const placedAt = (
  left: number,
  top: number,
  { width, height, nodes }: LaidPage,
  scope: string,
  reading: 'once' | 'again',
  placing: Placing = { stance: 'upright' },
): LaidNode => ({
  type: 'VIEW',
  props: { scope, placing, ...(reading === 'again' && { role: 'Artifact' }) },
  style: {},
  box: { left, top, width, height },
  children: nodes,
});
