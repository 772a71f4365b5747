import type { ReactElement } from 'react';
import { Block, Leaf, Leaves } from '../../src/typeset/elements.tsx';
import { Face } from '../../src/typeset/face.tsx';
import type { ColourRole } from '../../src/typeset/scale.ts';
import type { Template } from '../../src/typeset/template.ts';
import { AdviceFace } from './advice.tsx';
import { ContactsFace } from './contacts.tsx';
import { Cover } from './cover.tsx';
import { CrimeFace } from './crime.tsx';
import type { FaceProps } from './faces.ts';
import { type TrifoldFit, trifoldFits } from './fits.ts';
import { type FaceName, type FacePlace, finishOf, type Folding, placesOf } from './folding.ts';
import { rollFold, zFold } from './folds.ts';
import { frames, head, height, size, width } from './grid.ts';
import { DangerFace, WaysFace } from './inside.tsx';

const faces: { readonly [face in FaceName]: (props: FaceProps) => ReactElement } = {
  cover: Cover,
  danger: DangerFace,
  crime: CrimeFace,
  ways: WaysFace,
  advice: AdviceFace,
  contacts: ContactsFace,
};

/** The colours at the head of faces. */
const heads: { readonly [face in FaceName]?: ColourRole } = { danger: 'emergency', crime: 'tint', ways: 'tint' };

type Ground = { readonly left: number; readonly width: number; readonly colour: ColourRole };

/** Neighbours of one colour are one ground, so that no seam is seen between them. */
const groundsOf = (places: readonly FacePlace[]): Ground[] => {
  const grounds: Ground[] = [];
  for (const { face, left, width: wide } of places.toSorted((a, b) => a.left - b.left)) {
    const colour = heads[face];
    const last = grounds.at(-1);
    const touches = last !== undefined && Math.abs(last.left + last.width - left) < 0.01;
    if (colour === undefined) continue;
    if (touches && last.colour === colour) grounds[grounds.length - 1] = { ...last, width: left + wide - last.left };
    else grounds.push({ left, width: wide, colour });
  }
  return grounds;
};

/** A sheet of A4 folded to six panels of DL, which says a part of the guidance. */
const folded = (name: string, folding: Folding): Template<TrifoldFit> => ({
  name,
  size,
  pages: { least: 2, most: 2 },
  takes: 'parts',
  finish: finishOf(folding, size.height),
  fits: trifoldFits,
  compose: (parts, fit, _known, report) => (
    <Leaves>
      {placesOf(folding, frames[fit.margins]).map((places, side) => (
        <Leaf key={side} width={width} height={height} palette={parts.palette} faces={parts.faces}>
          {groundsOf(places).map((ground) => (
            <Block key={ground.left} {...ground} height={head.height} />
          ))}
          {places.map((place) => {
            const Kind = faces[place.face];
            return (
              <Face key={place.face} order={place.order}>
                <Kind parts={parts} place={place} fit={fit} product={name} report={report} />
              </Face>
            );
          })}
        </Leaf>
      ))}
    </Leaves>
  ),
});

/** The roll fold: panels are folded into one another. */
export const trifold = folded('trifold', rollFold);

/** The Z fold: panels are folded to and fro. */
export const trifoldZ = folded('trifold-z', zFold);
