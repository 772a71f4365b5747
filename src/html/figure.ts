import type { Block, Inline } from '../content/edition.ts';
import type { PictureShape } from '../data/picture.ts';
import type { Palette } from '../typeset/scale.ts';
import { path } from './drawings.ts';
import { lines, type Markup, markup } from './markup.ts';

/** Pixels of CSS in a rem, as long as nobody has asked for larger type. */
const rem = 16;

/** In rem: nobody wants to scroll through a picture. */
const highest = 24;

/** A picture with its caption, on paper in every scheme: its own colours were chosen for that. */
export const figureMarkup = (
  { picture, alt, caption }: Extract<Block, { kind: 'figure' }>,
  inlines: (given: readonly Inline[]) => Markup,
  { ink, paper }: Palette,
): Markup => {
  const { viewBox, shapes } = picture;
  const [x, y, width, height] = viewBox;
  const wide = Math.round(Math.min(picture.width / rem, (highest * width) / height) * 1000) / 1000;
  const paint = (colour: NonNullable<PictureShape['fill']>): string =>
    colour === 'ink' ? ink : colour === 'paper' ? paper : colour;
  return lines(
    markup`<figure class="picture">`,
    markup`<svg role="img" aria-label="${alt}" viewBox="${viewBox.join(' ')}" width="${wide}rem">`,
    markup`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${paper}"/>`,
    ...shapes.map(({ fill, stroke, ...shape }) =>
      path({ ...shape, ...(fill && { fill: paint(fill) }), ...(stroke && { stroke: paint(stroke) }) }),
    ),
    markup`</svg>`,
    caption.length === 0 ? undefined : markup`<figcaption>${inlines(caption)}</figcaption>`,
    markup`</figure>`,
  );
};
