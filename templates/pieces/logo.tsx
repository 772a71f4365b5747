import type { ReactElement } from 'react';
import type { Logo as Drawn } from '../../src/data/brand.ts';
import { Figure } from '../../src/typeset/elements.tsx';
import type { Palette } from '../../src/typeset/scale.ts';
import { mmToPt } from '../../src/units.ts';
import { inRoles } from './drawn.ts';

type LogoProps = { readonly logo: Drawn; readonly palette: Palette; readonly size: number };

/** The council's logo in a square on the band. */
export const Logo = ({ logo, palette, size }: LogoProps): ReactElement => {
  const room = { clear: logo.clearSpace, least: mmToPt(logo.leastSize) };
  const shapes = inRoles(logo.shapes, palette);
  return <Figure alt={logo.alt} width={size} height={size} viewBox={logo.viewBox} shapes={shapes} room={room} />;
};
