import type { ReactElement } from 'react';
import type { Block } from '../../src/content/edition.ts';
import type { Picture } from '../../src/data/picture.ts';
import { ClippedFigure, Keep, Stack } from '../../src/typeset/elements.tsx';
import { useSetting } from '../../src/typeset/setting.ts';
import type { Faces } from '../../src/typeset/faces.ts';
import type { TypeStyle } from '../../src/typeset/scale.ts';
import { Caption, linesTaken, runsOf } from '../../src/typeset/words.tsx';
import { inRoles } from './drawn.ts';

/** How figures look in a product. */
export type FigureLook = {
  readonly caption: TypeStyle;
  /** Between a picture and its caption. */
  readonly gap: number;
  /** How much larger than meant pictures are, as type is in large print. */
  readonly scale: number;
  /** A third of the page: nobody wants to turn it for a picture. */
  readonly highest: number;
};

type FigureBlock = Extract<Block, { kind: 'figure' }>;

/** A picture with its caption below; on one page. */
export const GuidanceFigure = ({
  figure,
  look,
}: {
  readonly figure: FigureBlock;
  readonly look: FigureLook;
}): ReactElement => {
  const { measure, palette } = useSetting();
  const { picture, alt, caption, place } = figure;
  const drawing = {
    ...sizeOf(picture, measure, look),
    viewBox: picture.viewBox,
    shapes: inRoles(picture.shapes, palette),
  };
  const drawn = <ClippedFigure alt={alt} {...drawing} />;
  if (caption.length === 0) return <Keep>{drawn}</Keep>;
  return (
    <Keep>
      <Stack gap={look.gap} role="Div">
        {drawn}
        <Caption runs={runsOf(caption)} style={look.caption} place={place} />
      </Stack>
    </Keep>
  );
};

/** Points in a pixel of CSS. */
const pixel = 72 / 96;

/** As large as it is meant to be, but no wider than the measure and no higher than the product allows. */
const sizeOf = (
  { viewBox: [, , across, down], width }: Picture,
  measure: number,
  { scale, highest }: FigureLook,
): { readonly width: number; readonly height: number } => {
  const set = Math.min(measure, width * pixel * scale, (highest * across) / down);
  return { width: set, height: (set * down) / across };
};

/** The height that a figure takes, in points. */
export const heightOfFigure = (
  { picture, caption }: FigureBlock,
  measure: number,
  look: FigureLook,
  faces: Faces,
): number => {
  const { height } = sizeOf(picture, measure, look);
  if (caption.length === 0) return height;
  return height + look.gap + look.caption.leading * linesTaken(runsOf(caption), look.caption, measure, faces);
};
