import type { Hex, Logo, LogoShape } from './brand.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const rounded = (value: number): string => String(Number(value.toFixed(4)));

/**
 * A logo as plain SVG: a path for each shape, in the order in which they are painted. What is read of it again is the
 * same logo.
 *
 * @param title what a reader of SVG says of it
 * @param brand the colour that what is cut out shows outside of handbill
 */
export function logoText({ viewBox, shapes }: Pick<Logo, 'viewBox' | 'shapes'>, title: string, brand: Hex): string {
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox.map(rounded).join(' ')}">`,
    `  <title>${escaped(title)}</title>`,
    '  <!-- currentColor is the colour of the words on the band; class="ground" is cut out, in the band\'s own colour -->',
    ...shapes.map((shape) => `  ${pathOf(shape, brand)}`),
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

function pathOf({ d, fill, fillRule, stroke, strokeWidth }: LogoShape, brand: Hex): string {
  const named = (paint: NonNullable<LogoShape['fill']>): string =>
    paint === 'onBrand' ? 'currentColor' : paint === 'brand' ? brand : paint;
  const attributes = [
    ...(fill === 'brand' || stroke === 'brand' ? ['class="ground"'] : []),
    `fill="${fill ? named(fill) : 'none'}"`,
    ...(fillRule === 'evenodd' ? ['fill-rule="evenodd"'] : []),
    ...(stroke ? [`stroke="${named(stroke)}" stroke-width="${rounded(strokeWidth ?? 1)}"`] : []),
    `d="${d}"`,
  ];
  // The class speaks for fill and stroke alike: of a shape in which they differ, each is drawn by itself.
  if (fill && stroke && (fill === 'brand') !== (stroke === 'brand')) {
    return [
      pathOf({ d, fill, ...(fillRule && { fillRule }) }, brand),
      pathOf({ d, stroke, ...(strokeWidth !== undefined && { strokeWidth }) }, brand),
    ].join('\n  ');
  }
  return `<path ${attributes.join(' ')}/>`;
}
