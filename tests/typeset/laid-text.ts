import type { Hex } from '../../src/data/brand.ts';
import type { LaidNode, LaidPage, Words } from '../../src/typeset/laid.ts';

/** A line of text where it stands on its page: lengths in points from the page's upper left corner. */
export type TextLine = {
  /** From 1. */
  readonly page: number;
  readonly text: string;
  readonly left: number;
  /** Of the words, without a space at the line's end. */
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly baseline: number;
  readonly size: number;
  readonly leading: number;
  readonly bold: boolean;
  readonly colour: Hex;
  readonly box: TextBox;
};

/** A text, or the part of it that stands on one page. */
export type TextBox = {
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly role: string;
  readonly serial: number;
  readonly words: Words;
  readonly text: string;
  readonly lines: readonly TextLine[];
};

/** A rectangle of colour. */
export type ColourBox = Pick<TextBox, 'page' | 'left' | 'top' | 'width' | 'height'> & { readonly colour: Hex };

type At = { readonly page: number; readonly left: number; readonly top: number };

const walk = (pages: readonly LaidPage[], visit: (node: LaidNode, at: At) => void): void => {
  const down = (node: LaidNode, page: number, left: number, top: number): void => {
    const at = { page, left: left + node.box.left, top: top + node.box.top };
    visit(node, at);
    for (const child of node.children ?? []) down(child, page, at.left, at.top);
  };
  pages.forEach(({ nodes }, i) => nodes.forEach((node) => down(node, i + 1, 0, 0)));
};

const plain = (text: string): string => text.replaceAll('\u00a0', ' ').trim();

/** Every text box, in reading order. */
export const textBoxes = (pages: readonly LaidPage[]): TextBox[] => {
  const boxes: TextBox[] = [];
  walk(pages, ({ props, box: { width, height }, lines: laid }, { page, left, top }) => {
    if (!laid || !props.words) return;
    const lines: TextLine[] = [];
    const role = String((props as { role?: string }).role);
    const text = laid.map(({ string }) => plain(string)).join(' ');
    const box = { page, left, top, width, height, role, serial: props.serial!, words: props.words, text, lines };
    const first = laid[0]?.box.y ?? 0;
    for (const line of laid) {
      const lineTop = top + line.box.y - first;
      const { font, fontSize, color } = line.runs[0]!.attributes;
      lines.push({
        page,
        text: plain(line.string),
        left: left + line.box.x,
        right: left + line.box.x + line.xAdvance,
        top: lineTop,
        bottom: lineTop + line.height,
        baseline: lineTop + line.ascent,
        size: fontSize,
        leading: line.height,
        bold: font[0]!.postscriptName.endsWith('Bold'),
        colour: color,
        box,
      });
    }
    boxes.push(box);
  });
  return boxes;
};

export const textLines = (pages: readonly LaidPage[]): TextLine[] => textBoxes(pages).flatMap(({ lines }) => lines);

/** Bands, fields, panels, strips and rules. */
export const colourBoxes = (pages: readonly LaidPage[]): ColourBox[] => {
  const boxes: ColourBox[] = [];
  walk(pages, ({ style, box: { width, height } }, { page, left, top }) => {
    const { backgroundColor: colour } = style;
    if (typeof colour === 'string') boxes.push({ page, left, top, width, height, colour: colour as Hex });
  });
  return boxes;
};

/** Drawings: logos, QR codes, the word across a draft. */
export const drawings = (pages: readonly LaidPage[]): Omit<ColourBox, 'colour'>[] => {
  const found: Omit<ColourBox, 'colour'>[] = [];
  walk(pages, ({ type, box: { width, height } }, { page, left, top }) => {
    if (type === 'SVG') found.push({ page, left, top, width, height });
  });
  return found;
};
