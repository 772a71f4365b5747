import type { ReactElement } from 'react';
import type { Brand } from '../../src/data/brand.ts';
import { At, Block, Frame } from '../../src/typeset/elements.tsx';
import type { Run } from '../../src/typeset/laid.ts';
import { phrase } from '../../src/typeset/phrase.ts';
import type { TypeStyle } from '../../src/typeset/scale.ts';
import { Label, linesTaken } from '../../src/typeset/words.tsx';
import { type Said, slashed } from '../pieces/languages.ts';
import { Logo } from '../pieces/logo.tsx';
import { SaidHeading } from '../pieces/said-heading.tsx';
import { SaidLines } from '../pieces/said-lines.tsx';
import { Below, type BelowProps } from './below.tsx';
import { CrimeField, EmergencyField } from './fields.tsx';
import { band, fieldsTop, measure, say as sayPlace, sayTaken, side, width } from './grid.ts';

type FaceProps = Omit<BelowProps, 'lift'> & {
  readonly names: { readonly said: readonly Said[]; readonly style: TypeStyle };
  readonly titles: readonly Said[];
  readonly areas: readonly Said[];
  /** What has happened. */
  readonly danger: readonly Said[];
  readonly crime: readonly Said[];
  /** The police forces, a line each; in two languages, one for each. */
  readonly forces: readonly Said[];
  /** "or police.uk" */
  readonly site: readonly Run[];
  /** What to say to the police; empty where Operation Ford does not apply. */
  readonly say: readonly Said[];
};

/** The poster: council, title, the two numbers, what to say, and whom else one may call. */
export const PosterFace = (props: FaceProps): ReactElement => {
  const { parts, look, names, titles, areas, danger, crime, forces, site, say, ...below } = props;
  return (
    <>
      <Band parts={parts} names={names} />
      <Title parts={parts} look={look} titles={titles} areas={areas} />
      <EmergencyField look={look} danger={danger} />
      <CrimeField look={look} crime={crime} forces={forces} site={site} faces={parts.faces} />
      {say.length > 0 ? (
        <Frame name="what to say" left={side} top={sayPlace.top} width={measure} height={sayPlace.height}>
          {say.map(({ text, language }) => (
            <Label key={text} runs={phrase(text)} style={look.say} {...(language !== undefined && { language })} />
          ))}
        </Frame>
      ) : null}
      <Below {...below} parts={parts} look={look} lift={say.length > 0 ? 0 : sayTaken} />
    </>
  );
};

/** Without a logo the name begins where the logo would. */
const nameLeft = (brand: Brand): number => (brand.logo ? band.name : side);

/** The width that the council's name may take, in points. */
export const nameMeasure = (brand: Brand): number => side + measure - nameLeft(brand);

const Band = ({ parts: { brand, palette, faces }, names }: Pick<FaceProps, 'parts' | 'names'>): ReactElement => {
  const room = nameMeasure(brand);
  const lines = names.said.reduce((sum, { text }) => sum + linesTaken(text, names.style, room, faces), 0);
  const taken = lines * names.style.leading;
  const top = Number.isFinite(taken) ? (band.height - taken) / 2 : band.nameTop;
  return (
    <>
      <Block width={width} height={band.height} colour="brand" />
      {brand.logo ? (
        <At left={side} top={band.logoTop} width={band.logo}>
          <Logo logo={brand.logo} palette={palette} size={band.logo} />
        </At>
      ) : null}
      <Frame name="council name" left={nameLeft(brand)} top={top} width={room} height={band.words}>
        <SaidLines said={names.said} style={names.style} colour="onBrand" />
      </Frame>
    </>
  );
};

/** The title, and below it the area that the poster is for; then the title moves up, and nothing else. */
const Title = ({
  parts,
  look,
  titles,
  areas,
}: Pick<FaceProps, 'parts' | 'look' | 'titles' | 'areas'>): ReactElement => {
  const { style, top } = areas.length > 0 ? look.titleAbove : look.title;
  return (
    <Frame name="title" left={side} top={top} width={measure} height={fieldsTop - top}>
      <SaidHeading level={1} said={titles} style={style} />
      {areas.length > 0 ? <Area parts={parts} look={look} areas={areas} /> : null}
    </Frame>
  );
};

/** On one line, in both languages if it must be; below one another where that is too long. */
const Area = ({ parts, look, areas }: Pick<FaceProps, 'parts' | 'look' | 'areas'>): ReactElement => {
  const together = slashed(areas, 700);
  const fitting = look.areas.find(({ style, lines }) => linesTaken(together, style, measure, parts.faces) <= lines);
  const { style, lines } = fitting ?? look.areas.at(-1)!;
  if (lines === 1 || areas.length === 1) return <Label runs={together} style={style} />;
  return (
    <>
      {areas.map(({ text, language }) => (
        <Label key={text} runs={text} style={style} {...(language !== undefined && { language })} />
      ))}
    </>
  );
};
