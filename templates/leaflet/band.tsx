import type { ReactElement } from 'react';
import type { Brand } from '../../src/data/brand.ts';
import { At, Block, Frame } from '../../src/typeset/elements.tsx';
import { page, space, type TypeStyle } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { Label, linesTaken } from '../../src/typeset/words.tsx';
import { Logo } from '../pieces/logo.tsx';
import type { Setting } from '../pieces/names.ts';
import { a4, band, side } from './grid.ts';

/** A text on the band. */
export type BandText = { readonly text: string; readonly style: TypeStyle; readonly language?: string };

/** Without a logo the name begins where the logo would. */
const nameLeft = (brand: Brand): number => (brand.logo ? band.name : side);

/** The width that the council's name may take on the band, in points. */
export const nameMeasure = (brand: Brand): number => band.election - space.s - nameLeft(brand);

/** How a name is set in one language. */
export const nameSettings: readonly [Setting, Setting] = [
  { style: { ...page.fieldLabel, leading: page.h2.leading }, lines: 1 },
  { style: page.h3, lines: 2 },
];

type BandProps = {
  readonly parts: Parts;
  readonly names: readonly BandText[];
  readonly elections: readonly BandText[];
};

/** The band at the first page's head: logo, council, election; in the middle of its height. */
export const Band = ({ parts, names, elections }: BandProps): ReactElement => {
  const { faces, brand, palette } = parts;
  const heightOf = (texts: readonly BandText[], width: number): number =>
    texts.reduce((sum, { text, style }) => sum + style.leading * linesTaken(text, style, width, faces), 0);
  const place = { name: nameLeft(brand), nameWidth: nameMeasure(brand) };
  const nameTop = middle(heightOf(names, place.nameWidth));
  const electionTop = middle(heightOf(elections, band.electionWidth));
  return (
    <>
      <Block width={a4.width} height={band.height} colour="brand" />
      {brand.logo ? (
        <At left={side} top={band.logoTop} width={band.logo}>
          <Logo logo={brand.logo} palette={palette} size={band.logo} />
        </At>
      ) : null}
      <Frame name="council name" left={place.name} top={nameTop} width={place.nameWidth} height={band.words}>
        <Texts texts={names} />
      </Frame>
      <Frame name="election" left={band.election} top={electionTop} width={band.electionWidth} height={band.words}>
        <Texts texts={elections} />
      </Frame>
    </>
  );
};

const Texts = ({ texts }: { readonly texts: readonly BandText[] }): ReactElement => (
  <>
    {texts.map(({ text, style, language }) => (
      <Label key={text} runs={text} style={style} colour="onBrand" {...(language !== undefined && { language })} />
    ))}
  </>
);

/** Where words of a height begin; a word that is wider than its column takes no number of lines, and preflight tells of it. */
const middle = (height: number): number => (Number.isFinite(height) ? (band.height - height) / 2 : space.m);
