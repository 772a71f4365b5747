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

/**
 * Reads a logo: flat shapes of SVG, each reduced to a path. What is filled with `currentColor` takes the colour of the
 * words on the band; what has `class="ground"` is cut out of it, in the band's own colour.
 *
 * @returns undefined when an error was reported
 */
export function parseLogo(file: SourceFile, alt: string, report: Report): Logo | undefined {
  const text = file.text.replace(/^\uFEFF/, '');
  const refuse = (rule: string, message: string, at: Tag | undefined, ...hints: string[]): void => {
    report(error(rule, message, at ? placeIn(file.path, text, at) : { kind: 'text', path: file.path }, ...hints));
  };
  const other = nameOther(text);
  if (other !== undefined) {
    refuse('parse/invalid-logo', `the logo is not an SVG picture: ${other}`, undefined, EXPORT);
    return undefined;
  }
  const scan = scanSvg(text);
  if (scan.kind === 'broken') {
    refuse('parse/invalid-logo', `the logo cannot be read: ${scan.message}`, { name: '', ...scan }, EXPORT);
    return undefined;
  }
  const foreign = scan.elements.filter(({ name }, i) => (i === 0 ? name !== 'svg' : !DRAWN.test(name)));
  for (const tag of foreign) {
    refuse('parse/unsupported-logo', `a logo cannot hold \`${tag.name}\``, tag, remedyFor(tag.name));
  }
  if (foreign.length > 0) return undefined;

  const reader = new LogoReader(scan.elements, refuse);
  const root = parseSvg(text);
  reader.read(root, START);
  const viewBox = readViewBox(root.props);
  if (!viewBox)
    refuse('parse/invalid-logo', 'the logo has no size', scan.elements[0], 'add `viewBox="0 0 width height"`');
  if (reader.shapes.length === 0 && !reader.faulty) {
    refuse('parse/invalid-logo', 'the logo draws nothing', undefined, 'add shapes with a `fill`');
  }
  return viewBox && !reader.faulty && reader.shapes.length > 0 ? { alt, viewBox, shapes: reader.shapes } : undefined;
}

const EXPORT = 'export the logo as plain SVG';
const DRAWN = /^(g|path|circle|ellipse|rect|line|polyline|polygon|defs)$/;
const START: Style = { fill: '#000000', stroke: 'none', strokeWidth: 1, fillRule: 'nonzero', ground: false };

type Refuse = (rule: string, message: string, at: Tag | undefined, ...hints: string[]) => void;

/** Walks the tree in the order in which the elements stand in the file, so that each has its place. */
class LogoReader {
  readonly shapes: LogoShape[] = [];
  faulty = false;
  readonly #tags: Iterator<Tag>;
  readonly #refuse: Refuse;

  constructor(tags: readonly Tag[], refuse: Refuse) {
    this.#tags = tags.values();
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
      fail('parse/unsupported-logo', `a logo cannot have \`${unsupported.name}\``, tag, unsupported.remedy);
    const style = this.#style(node.props, inherited, tag, fail);
    const inDefs = hidden || node.type === 'DEFS';
    if (!/^(SVG|G|DEFS)$/.test(node.type) && !inDefs) {
      const d = shapePath(node.type, node.props);
      const shape = d === undefined ? undefined : paint(d, style, node.type);
      if (d === undefined) {
        const message = `the measures of this \`${tag?.name ?? node.type.toLowerCase()}\` cannot be read`;
        fail(
          'parse/invalid-logo',
          message,
          tag,
          'write them as plain numbers, without % or units, or remove the element',
        );
      }
      if (shape) this.shapes.push(shape);
    }
    for (const child of node.children ?? []) this.read(child, style, inDefs);
  }

  #style(props: SvgNode['props'], inherited: Style, tag: Tag | undefined, fail: Refuse): Style {
    const ground = inherited.ground || /(^|\s)ground(\s|$)/.test(String(props['class'] ?? ''));
    const colour = (name: 'fill' | 'stroke'): Colour => {
      const value = props[name];
      if (value === undefined || value === 'inherit') return inherited[name];
      const read = readColour(String(value));
      if (read !== undefined) return read;
      fail('parse/unsupported-logo', `\`${name}="${String(value)}"\` is not a flat colour`, tag, FLAT);
      return 'none';
    };
    const strokeWidth = props['strokeWidth'] === undefined ? inherited.strokeWidth : userUnits(props['strokeWidth']);
    const fillRule = props['fillRule'] ?? inherited.fillRule;
    if (strokeWidth === undefined)
      fail('parse/invalid-logo', 'the width of a stroke is not a number', tag, 'write it without a unit');
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
