import type { Logo, LogoShape } from '../data/brand.ts';
import { qrOutline } from '../typeset/qr-outline.ts';
import type { Shape } from '../typeset/elements.tsx';
import type { Palette } from '../typeset/scale.ts';
import { joined, lines, type Markup, markup } from './markup.ts';

/** The council's logo, with the band's colour behind it: on paper it stands without the band. */
export const logo = ({ alt, viewBox, shapes }: Logo, palette: Palette): Markup => {
  const [x, y, width, height] = viewBox;
  const paint = (colour: NonNullable<LogoShape['fill']>): string =>
    colour === 'onBrand' || colour === 'brand' ? palette[colour] : colour;
  return lines(
    markup`<svg class="logo" role="img" aria-label="${alt}" viewBox="${viewBox.join(' ')}">`,
    markup`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${palette.brand}"/>`,
    ...shapes.map(({ fill, stroke, ...shape }) =>
      path({ ...shape, ...(fill && { fill: paint(fill) }), ...(stroke && { stroke: paint(stroke) }) }),
    ),
    markup`</svg>`,
  );
};

/** A path in colours that are known. */
export const path = ({ d, fill, fillRule, stroke, strokeWidth }: Shape): Markup => {
  const attributes = joined(
    [
      markup`d="${d}"`,
      markup`fill="${fill ?? 'none'}"`,
      fillRule && markup`fill-rule="${fillRule}"`,
      stroke && markup`stroke="${stroke}"`,
      strokeWidth === undefined ? undefined : markup`stroke-width="${strokeWidth}"`,
    ],
    ' ',
  );
  return markup`<path ${attributes}/>`;
};

/** Modules of clear paper that a QR code needs around it (ISO/IEC 18004). */
const quiet = 4;

/** A QR code, ink on paper in every scheme: some cameras do not read a light code on a dark ground. */
export const qrCode = (text: string, alt: string, { ink, paper }: Palette): Markup => {
  const { d, size } = qrOutline(text);
  const whole = size + 2 * quiet;
  return lines(
    markup`<svg class="code" role="img" aria-label="${alt}" viewBox="${-quiet} ${-quiet} ${whole} ${whole}">`,
    markup`<rect x="${-quiet}" y="${-quiet}" width="${whole}" height="${whole}" fill="${paper}"/>`,
    markup`<path d="${d}" fill="${ink}" fill-rule="evenodd"/>`,
    markup`</svg>`,
  );
};
