import svgpath from 'svgpath';

/** How many numbers each command of path data takes. */
const ARGUMENTS: { readonly [command: string]: number } = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
  Z: 0,
};

/**
 * Path data written plainly: a command for each segment, one space between numbers. The flags of arcs may be written
 * without spaces in SVG (`a1 1 0 01.5 2`), which not every reader knows.
 *
 * @returns undefined for what is not path data
 */
export function plainPath(data: string): string | undefined {
  const out: string[] = [];
  let rest = data.replace(/^[\s,]+/, '');
  let command = '';
  while (rest !== '') {
    const letter = /^[MLHVCSQTAZ]/i.exec(rest)?.[0];
    if (letter !== undefined) {
      if (command === '' && letter.toUpperCase() !== 'M') return undefined;
      command = letter;
      rest = rest.slice(1);
    } else if (command === '' || command.toUpperCase() === 'Z') {
      return undefined;
    }
    const values: string[] = [];
    const expected = ARGUMENTS[command.toUpperCase()]!;
    for (let i = 0; i < expected; i++) {
      const flag = expected === 7 && (i === 3 || i === 4);
      const found = (flag ? /^[\s,]*([01])/ : /^[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/i).exec(rest);
      if (!found) return undefined;
      values.push(String(Number(found[1])));
      rest = rest.slice(found[0].length);
    }
    out.push([command, ...values].join(' '));
    rest = rest.replace(/^[\s,]+/, '');
    // Pairs that follow a move are lines.
    if (command === 'M') command = 'L';
    if (command === 'm') command = 'l';
  }
  return out.length > 0 ? out.join(' ') : undefined;
}

/** Path data in absolute moves, lines, curves and closes alone: what a painter has to know. */
export function simplePath(data: string): string {
  return svgpath(data)
    .abs()
    .unshort()
    .unarc()
    .iterate(([command, value], _index, x, y) => {
      if (command === 'H') return [['L', Number(value), y]];
      return command === 'V' ? [['L', x, Number(value)]] : undefined;
    })
    .abs()
    .round(4)
    .toString()
    .replaceAll('z', 'Z');
}

/** Reads a number of SVG, in user units or pixels; undefined for percentages and other units. */
export function userUnits(value: unknown): number | undefined {
  if (value === undefined) return 0;
  const [, number] = /^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(?:px)?\s*$/i.exec(String(value)) ?? [];
  return number === undefined ? undefined : Number(number);
}

type Attributes = { readonly [name: string]: unknown };

/** The path data of an SVG shape; undefined when its attributes are not plain numbers or draw nothing. */
export function shapePath(type: string, attributes: Attributes): string | undefined {
  const read = <K extends string>(...names: K[]): { [name in K]: number } | undefined => {
    const entries = names.map((name) => [name, userUnits(attributes[name])] as const);
    return entries.every(([, value]) => value !== undefined)
      ? (Object.fromEntries(entries) as { [name in K]: number })
      : undefined;
  };
  switch (type) {
    case 'PATH':
      return plainPath(String(attributes['d'] ?? ''));
    case 'CIRCLE': {
      const circle = read('cx', 'cy', 'r');
      return circle && ellipse(circle.cx, circle.cy, circle.r, circle.r);
    }
    case 'ELLIPSE': {
      const oval = read('cx', 'cy', 'rx', 'ry');
      return oval && ellipse(oval.cx, oval.cy, oval.rx, oval.ry);
    }
    case 'RECT': {
      const { rx = attributes['ry'], ry = attributes['rx'] } = attributes;
      const [radiusX, radiusY] = [userUnits(rx), userUnits(ry)];
      const box = read('x', 'y', 'width', 'height');
      if (!box || radiusX === undefined || radiusY === undefined) return undefined;
      return rectangle(box, Math.min(radiusX, box.width / 2), Math.min(radiusY, box.height / 2));
    }
    case 'LINE': {
      const line = read('x1', 'y1', 'x2', 'y2');
      return line && `M ${line.x1} ${line.y1} L ${line.x2} ${line.y2}`;
    }
    case 'POLYLINE':
      return plainPath(`M${String(attributes['points'] ?? '')}`);
    case 'POLYGON': {
      const path = plainPath(`M${String(attributes['points'] ?? '')}`);
      return path && `${path} Z`;
    }
    default:
      return undefined;
  }
}

function ellipse(cx: number, cy: number, rx: number, ry: number): string | undefined {
  if (rx <= 0 || ry <= 0) return undefined;
  const arc = `A ${rx} ${ry} 0 0 1`;
  return `M ${cx - rx} ${cy} ${arc} ${cx + rx} ${cy} ${arc} ${cx - rx} ${cy} Z`;
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

function rectangle({ x, y, width, height }: Box, rx: number, ry: number): string | undefined {
  if (width <= 0 || height <= 0 || rx < 0 || ry < 0) return undefined;
  const [right, bottom] = [x + width, y + height];
  if (rx === 0 || ry === 0) return `M ${x} ${y} L ${right} ${y} L ${right} ${bottom} L ${x} ${bottom} Z`;
  const arc = `A ${rx} ${ry} 0 0 1`;
  return [
    `M ${x + rx} ${y} L ${right - rx} ${y} ${arc} ${right} ${y + ry}`,
    `L ${right} ${bottom - ry} ${arc} ${right - rx} ${bottom}`,
    `L ${x + rx} ${bottom} ${arc} ${x} ${bottom - ry}`,
    `L ${x} ${y + ry} ${arc} ${x + rx} ${y} Z`,
  ].join(' ');
}
