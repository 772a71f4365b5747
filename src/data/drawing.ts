import { parseSvg, type SvgNode } from '@react-pdf/svg';
import { error, type Place, type Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import type { Hex, Logo, LogoShape } from './brand.ts';
import { parseHex } from './colour.ts';
import { findUnsupported, nameOther, remedyFor } from './logo-limits.ts';
import { shapePath, simplePath, userUnits } from './svg-path.ts';
import { scanSvg, type Tag } from './svg-scan.ts';

type Colour = Hex | 'onBrand' | 'brand' | 'none';
type Style = {
  readonly fill: Colour;
  readonly stroke: Colour;
  readonly strokeWidth: number;
  readonly fillRule: 'evenodd' | 'nonzero';
  /** Cut out in the band's colour. */
  readonly ground: boolean;
};

/** What is drawn: it is named so in messages, and its faults have rules of their own. */
export type Subject = 'logo' | 'picture';

const RULES = {
  logo: { invalid: 'parse/invalid-logo', unsupported: 'parse/unsupported-logo' },
  picture: { invalid: 'parse/invalid-picture', unsupported: 'parse/unsupported-picture' },
} as const;

/** A drawing of plain paths. */
export type Drawing = Pick<Logo, 'viewBox' | 'shapes'> & {
  /** As wide as its file says that it is, in pixels of CSS (1/96 inch). */
  readonly width: number;
};

/**
 * Reads a drawing: flat shapes of SVG, each reduced to a path. What is filled with `currentColor` takes the colour of
 * the words around it (`onBrand`); what has `class="ground"` is cut out, in the colour of the ground (`brand`).
 *
 * @returns undefined when an error was reported
 */
export function parseDrawing(file: SourceFile, subject: Subject, report: Report): Drawing | undefined {
  const { invalid, unsupported } = RULES[subject];
  const text = file.text.replace(/^\uFEFF/, '');
  const refuse = (rule: string, message: string, at: Tag | undefined, ...hints: string[]): void => {
    report(error(rule, message, at ? placeIn(file.path, text, at) : { kind: 'text', path: file.path }, ...hints));
  };
  const exportAgain = `export the ${subject} as plain SVG`;
  const other = nameOther(text);
  if (other !== undefined) {
    refuse(invalid, `the ${subject} is not an SVG picture: ${other}`, undefined, exportAgain);
    return undefined;
  }
  const scan = scanSvg(text);
  if (scan.kind === 'broken') {
    refuse(invalid, `the ${subject} cannot be read: ${scan.message}`, { name: '', ...scan }, exportAgain);
    return undefined;
  }
  const foreign = scan.elements.filter(({ name }, i) => (i === 0 ? name !== 'svg' : !DRAWN.test(name)));
  for (const tag of foreign) {
    refuse(unsupported, `a ${subject} cannot hold \`${tag.name}\``, tag, remedyFor(tag.name));
  }
  if (foreign.length > 0) return undefined;

  const reader = new DrawingReader(scan.elements, subject, refuse);
  const root = parseSvg(text);
  reader.read(root, START);
  const viewBox = readViewBox(root.props);
  if (!viewBox) refuse(invalid, `the ${subject} has no size`, scan.elements[0], 'add `viewBox="0 0 width height"`');
  if (reader.shapes.length === 0 && !reader.faulty) {
    refuse(invalid, `the ${subject} draws nothing`, undefined, 'add shapes with a `fill`');
  }
  if (!viewBox || reader.faulty || reader.shapes.length === 0) return undefined;
  return { viewBox, width: pixels(root.props['width']) ?? viewBox[2], shapes: reader.shapes };
}

const DRAWN = /^(g|path|circle|ellipse|rect|line|polyline|polygon|defs)$/;
const START: Style = { fill: '#000000', stroke: 'none', strokeWidth: 1, fillRule: 'nonzero', ground: false };

type Refuse = (rule: string, message: string, at: Tag | undefined, ...hints: string[]) => void;

/** Walks the tree in the order in which the elements stand in the file, so that each has its place. */
class DrawingReader {
  readonly shapes: LogoShape[] = [];
  faulty = false;
  readonly #tags: Iterator<Tag>;
  readonly #subject: Subject;
  readonly #refuse: Refuse;

  constructor(tags: readonly Tag[], subject: Subject, refuse: Refuse) {
    this.#tags = tags.values();
    this.#subject = subject;
    this.#refuse = refuse;
  }

  read(node: SvgNode, inherited: Style, hidden = false): void {
    const tag: Tag | undefined = this.#tags.next().value;
    const fail: Refuse = (...fault) => {
      this.faulty = true;
      this.#refuse(...fault);
    };
    const unsupported = hidden ? undefined : findUnsupported(node.props);
    if (unsupported)
      fail(this.#rules.unsupported, `a ${this.#subject} cannot have \`${unsupported.name}\``, tag, unsupported.remedy);
    const style = this.#style(node.props, inherited, tag, fail);
    const inDefs = hidden || node.type === 'DEFS';
    if (!/^(SVG|G|DEFS)$/.test(node.type) && !inDefs) {
      const d = shapePath(node.type, node.props);
      const shape = d === undefined ? undefined : paint(d, style, node.type);
      if (d === undefined) {
        const message = `the measures of this \`${tag?.name ?? node.type.toLowerCase()}\` cannot be read`;
        fail(
          this.#rules.invalid,
          message,
          tag,
          'write them as plain numbers, without % or units, or remove the element',
        );
      }
      if (shape) this.shapes.push(shape);
    }
    for (const child of node.children ?? []) this.read(child, style, inDefs);
  }

  get #rules() {
    return RULES[this.#subject];
  }

  #style(props: SvgNode['props'], inherited: Style, tag: Tag | undefined, fail: Refuse): Style {
    const ground = inherited.ground || /(^|\s)ground(\s|$)/.test(String(props['class'] ?? ''));
    const colour = (name: 'fill' | 'stroke'): Colour => {
      const value = props[name];
      if (value === undefined || value === 'inherit') return inherited[name];
      const read = readColour(String(value));
      if (read !== undefined) return read;
      fail(this.#rules.unsupported, `\`${name}="${String(value)}"\` is not a flat colour`, tag, FLAT);
      return 'none';
    };
    const strokeWidth = props['strokeWidth'] === undefined ? inherited.strokeWidth : userUnits(props['strokeWidth']);
    const fillRule = props['fillRule'] ?? inherited.fillRule;
    if (strokeWidth === undefined)
      fail(this.#rules.invalid, 'the width of a stroke is not a number', tag, 'write it without a unit');
    return {
      fill: colour('fill'),
      stroke: colour('stroke'),
      strokeWidth: strokeWidth ?? 0,
      fillRule: fillRule === 'evenodd' ? 'evenodd' : 'nonzero',
      ground,
    };
  }
}

function paint(d: string, { fill, stroke, strokeWidth, fillRule, ground }: Style, type: string): LogoShape | undefined {
  const filled = fill !== 'none' && type !== 'LINE';
  const stroked = stroke !== 'none' && strokeWidth > 0;
  if (!filled && !stroked) return undefined;
  return {
    d: simplePath(d),
    ...(filled && { fill: ground ? 'brand' : fill }),
    ...(filled && fillRule === 'evenodd' && { fillRule }),
    ...(stroked && { stroke: ground ? 'brand' : stroke, strokeWidth }),
  };
}

const FLAT = 'use a flat colour as `#0b4f35`, `currentColor` for the colour of the words, or `none`';

function readColour(value: string): Colour | undefined {
  const name = value.trim().toLowerCase();
  if (name === 'none' || name === 'transparent') return 'none';
  if (name === 'currentcolor') return 'onBrand';
  if (name === 'white') return '#ffffff';
  if (name === 'black') return '#000000';
  return parseHex(name);
}

function readViewBox(props: SvgNode['props']): Logo['viewBox'] | undefined {
  const given = props['viewBox'] ?? `0 0 ${String(props['width'])} ${String(props['height'])}`;
  const [x, y, width, height, ...more] = String(given)
    .trim()
    .split(/[\s,]+/)
    .map(userUnits);
  if (x === undefined || y === undefined || !width || !height || more.length > 0) return undefined;
  return width > 0 && height > 0 ? [x, y, width, height] : undefined;
}

function placeIn(path: string, text: string, { from, to }: Tag): Place {
  const position = (offset: number): { line: number; column: number } => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  };
  return { kind: 'text', path, range: { start: position(from), end: position(to) } };
}

/** A length of SVG in pixels of CSS; undefined for what says nothing of size: percentages, lengths of type. */
function pixels(length: unknown): number | undefined {
  const [, number, unit = 'px'] = /^\s*(\d+\.?\d*|\.\d+)\s*(px|pt|pc|mm|cm|in)?\s*$/i.exec(String(length ?? '')) ?? [];
  const found =
    Number(number) * { px: 1, pt: 4 / 3, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96 }[unit.toLowerCase()]!;
  return found > 0 ? found : undefined;
}
