import * as P from '@react-pdf/primitives';
import type { Shape } from './elements.tsx';
import type { GlyphRun, LaidNode, LaidPage } from './laid.ts';

/** A point of the page becomes this much larger or smaller, from its upper left corner. */
type Placed = { readonly x: number; readonly y: number };

/**
 * A finished page as plain shapes, for a picture of it in small: fields of colour, drawings, and the outlines of its
 * words, in the order in which they are painted. In points of the page itself; a picture is made smaller by its view box.
 */
export function shapesOfPage({ nodes }: LaidPage): readonly Shape[] {
  const shapes: Shape[] = [];
  const visit = (node: LaidNode, left: number, top: number): void => {
    const at = { x: left + node.box.left, y: top + node.box.top };
    if (node.type === P.Svg) shapes.push(...drawing(node, at));
    else {
      shapes.push(...fieldsOf(node, at), ...words(node, at));
      for (const child of node.children ?? []) visit(child, at.x, at.y);
    }
  };
  for (const node of nodes) visit(node, 0, 0);
  return shapes;
}

const rectangle = ({ x, y }: Placed, width: number, height: number): string =>
  `M${point(x, y)}L${point(x + width, y)}L${point(x + width, y + height)}L${point(x, y + height)}Z`;

/** A hundredth of a point cannot be seen in small. */
const point = (x: number, y: number): string => `${Number(x.toFixed(2))} ${Number(y.toFixed(2))}`;

function fieldsOf({ box, style }: LaidNode, at: Placed): Shape[] {
  const { backgroundColor, borderLeftColor } = style;
  const { width, height, borderLeftWidth = 0 } = box;
  return [
    ...(typeof backgroundColor === 'string' ? [{ d: rectangle(at, width, height), fill: backgroundColor }] : []),
    ...(borderLeftWidth > 0 && typeof borderLeftColor === 'string'
      ? [{ d: rectangle(at, borderLeftWidth, height), fill: borderLeftColor }]
      : []),
  ];
}

function drawing({ props: { viewBox }, box, children = [] }: LaidNode, { x, y }: Placed): Shape[] {
  if (typeof viewBox !== 'object') return [];
  // As the painter places a drawing: as large as it can be, in the middle of its box.
  const scale = Math.min(box.width / viewBox.maxX, box.height / viewBox.maxY);
  const left = x + (box.width - viewBox.maxX * scale) / 2 - viewBox.minX * scale;
  const top = y + (box.height - viewBox.maxY * scale) / 2 - viewBox.minY * scale;
  return children.flatMap(({ props: { d, fill, fillRule, stroke, strokeWidth = 1 } }) => {
    if (d === undefined) return [];
    const shape: Shape = {
      d: d.replace(PAIR, (_, across: string, down: string) =>
        point(left + Number(across) * scale, top + Number(down) * scale),
      ),
      ...(fill !== undefined && { fill }),
      ...(fillRule === 'evenodd' && { fillRule }),
      ...(stroke !== undefined && { stroke, strokeWidth: strokeWidth * scale }),
    };
    return [shape];
  });
}

/** Drawings are in absolute moves, lines and curves alone: their numbers come in pairs. */
const PAIR = /(-?[\d.]+(?:e[-+]?\d+)?)[\s,]*(-?[\d.]+(?:e[-+]?\d+)?)/gi;

function words({ lines = [] }: LaidNode, { x, y }: Placed): Shape[] {
  const first = lines[0]?.box.y ?? 0;
  return lines.flatMap((line) => {
    let pen = x + line.box.x;
    const top = y + line.box.y - first;
    const underlines = line.decorationLines.map(({ rect, color }) => ({
      d: rectangle({ x: x + line.box.x + rect.x, y: top + rect.y }, rect.width, rect.height),
      fill: color,
    }));
    const runs = line.runs.flatMap((run): Shape[] => {
      const d = outlineOf(run, { x: pen, y: top + line.ascent });
      pen += run.xAdvance;
      return d === '' ? [] : [{ d, fill: run.attributes.color }];
    });
    return [...runs, ...underlines];
  });
}

const letters: { readonly [command: string]: string } = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};

/** The outlines of a run's glyphs, whose `y` counts upwards from the baseline. */
function outlineOf({ glyphs, positions, attributes }: GlyphRun, { x, y }: Placed): string {
  const scale = attributes.fontSize / attributes.font[0]!.unitsPerEm;
  let pen = x;
  return glyphs
    .map((glyph, i) => {
      const { xAdvance, xOffset, yOffset } = positions[i]!;
      const from = { x: pen + xOffset, y: y - yOffset };
      pen += xAdvance;
      return glyph.path.commands
        .map(({ command, args }) => {
          const points: string[] = [];
          for (let at = 0; at < args.length; at += 2) {
            points.push(point(from.x + args[at]! * scale, from.y - args[at + 1]! * scale));
          }
          return `${letters[command]}${points.join(' ')}`;
        })
        .join('');
    })
    .join('');
}
