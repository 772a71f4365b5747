import * as P from '@react-pdf/primitives';
import type { Brand } from '../data/brand.ts';
import { type Report, warning } from '../diagnostics/diagnostic.ts';
import { pt, ptToMm } from '../units.ts';
import type { LaidNode, LaidPage } from './laid.ts';

/** A box on its page, in points. */
type Rectangle = { readonly left: number; readonly top: number; readonly right: number; readonly foot: number };

/** What stands on a page, in the order in which it is painted. */
type Standing = { readonly what: 'words' | 'drawing' | 'colour'; readonly node: LaidNode; readonly at: Rectangle };

/** Lengths that were added up in another order differ by less, in points. */
const epsilon = 0.01;

/** Every logo is as large as it must be, and nothing stands in its clear space: words, drawings, edges of colour and paper. */
export function checkLogos(template: string, pages: readonly LaidPage[], { placeOf }: Brand, report: Report): void {
  pages.forEach((page, i) => {
    const standing = standingOn(page);
    for (const { node, at } of standing) {
      const { room } = node.props;
      if (!room) continue;
      const logo = drawnIn(node, at);
      const where = `page ${i + 1} of the ${template}`;
      const frame = { kind: 'frame', template, frame: 'logo', page: i + 1 } as const;
      const place = (key: string) => placeOf(`logo.${key}`) ?? placeOf('logo.file') ?? frame;
      const height = logo.foot - logo.top;
      if (height < room.least - epsilon) {
        const found = `the logo is ${inMm(height)} mm high on ${where}, expected ${inMm(room.least)} mm`;
        const hint = 'draw the logo in a form as high as it is wide, or lower `logo.leastSize`';
        report(warning('preflight/logo-size', found, place('leastSize'), hint));
      }
      const clear = room.clear * height;
      const intruder = firstWithin(grown(logo, clear), node, standing, page);
      if (intruder === undefined) continue;
      const found = `${intruder} stands nearer to the logo than ${inMm(clear)} mm on ${where}`;
      const hint = 'lower `logo.clearSpace`, or leave free space around the shapes in `logo.svg`';
      report(warning('preflight/logo-clear-space', found, place('clearSpace'), hint));
    }
  });
}

const inMm = (points: number): string => (Math.round(ptToMm(pt(points)) * 10) / 10).toString();

function standingOn({ nodes }: LaidPage): Standing[] {
  const found: Standing[] = [];
  const visit = (node: LaidNode, left: number, top: number): void => {
    const { box, style, lines = [], children = [], type } = node;
    const [x, y] = [left + box.left, top + box.top];
    const at = { left: x, top: y, right: x + box.width, foot: y + box.height };
    if (style.backgroundColor !== undefined) found.push({ what: 'colour', node, at });
    if (type === P.Svg) found.push({ what: 'drawing', node, at });
    const first = lines[0]?.box.y ?? 0;
    for (const { box: line, xAdvance, height } of lines) {
      const upper = y + line.y - first;
      const edge = x + line.x;
      found.push({ what: 'words', node, at: { left: edge, top: upper, right: edge + xAdvance, foot: upper + height } });
    }
    if (type !== P.Svg) for (const child of children) visit(child, x, y);
  };
  for (const node of nodes) visit(node, 0, 0);
  return found;
}

/** The part of a drawing's box that its view box takes, in the middle of it. */
function drawnIn({ props }: LaidNode, { left, top, right, foot }: Rectangle): Rectangle {
  const { viewBox } = props;
  if (typeof viewBox !== 'object') return { left, top, right, foot };
  const scale = Math.min((right - left) / viewBox.maxX, (foot - top) / viewBox.maxY);
  const [width, height] = [viewBox.maxX * scale, viewBox.maxY * scale];
  const [x, y] = [(left + right - width) / 2, (top + foot - height) / 2];
  return { left: x, top: y, right: x + width, foot: y + height };
}

const grown = ({ left, top, right, foot }: Rectangle, by: number): Rectangle => ({
  left: left - by,
  top: top - by,
  right: right + by,
  foot: foot + by,
});

const meet = (a: Rectangle, b: Rectangle): boolean =>
  a.left < b.right - epsilon && b.left < a.right - epsilon && a.top < b.foot - epsilon && b.top < a.foot - epsilon;

const holds = (outer: Rectangle, inner: Rectangle): boolean =>
  outer.left <= inner.left + epsilon &&
  outer.top <= inner.top + epsilon &&
  outer.right >= inner.right - epsilon &&
  outer.foot >= inner.foot - epsilon;

/** What stands in the room of a logo, in words; undefined if nothing does. */
function firstWithin(
  room: Rectangle,
  logo: LaidNode,
  standing: readonly Standing[],
  { width, height }: LaidPage,
): string | undefined {
  if (!holds({ left: 0, top: 0, right: width, foot: height }, room)) return 'the edge of the paper';
  for (const { what, node, at } of standing) {
    // A field of colour that goes all around is what the logo stands on.
    if (node === logo || !meet(at, room) || (what === 'colour' && holds(at, room))) continue;
    if (what === 'words') return `\`${node.props.words?.runs.map(({ text }) => text).join('') ?? ''}\``;
    return what === 'drawing' ? 'another drawing' : 'the edge of a field of colour';
  }
  return undefined;
}
