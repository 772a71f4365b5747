import type { ReactElement } from 'react';
import type { Brand } from '../../src/data/brand.ts';
import { At, Block, Frame } from '../../src/typeset/elements.tsx';
import type { Run } from '../../src/typeset/laid.ts';
import { card, space, type TypeStyle } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { DisplayNumber, Heading, Label } from '../../src/typeset/words.tsx';
import type { Said } from '../pieces/languages.ts';
import { Logo } from '../pieces/logo.tsx';
import { SaidLines } from '../pieces/said-lines.tsx';
import { fields, height, inner, lineMeasure, safe, strip, width, words } from './grid.ts';

/** A line of words, in a language where it is another than the document's. */
export type Spoken = { readonly runs: readonly Run[]; readonly language?: string };

type FrontProps = {
  readonly parts: Parts;
  readonly names: {
    readonly said: readonly Said[];
    readonly style: TypeStyle;
    /** Of a document that has headings, the name is the title; else it is a line. */
    readonly reads?: 'title' | 'line';
  };
  /** Two lines each: what has happened. */
  readonly danger: readonly Said[];
  readonly crime: readonly Said[];
  /** "or police.uk" */
  readonly site: readonly Run[];
  /** What to say to the police, where Operation Ford applies. */
  readonly say: { readonly lines: readonly Spoken[]; readonly style: TypeStyle };
  readonly force: { readonly runs: readonly Run[]; readonly style: TypeStyle; readonly top: number };
};

const labelTop = fields.top + space.xs;
const numberTop = 64 - labelTop;
const siteTop = 95 - labelTop;
const crimeLeft = fields.emergency + inner;
const crimeWidth = width - crimeLeft - safe;

/** The front: council, the two numbers, each after what has happened, and what to say. */
export const CardFront = ({ parts, names, danger, crime, site, say, force }: FrontProps): ReactElement => {
  const forceTop = say.lines.length > 0 ? force.top : words.forceAlone;
  return (
    <>
      <Block width={width} height={strip.height} colour="brand" />
      <Block top={fields.top} width={fields.emergency} height={fields.height} colour="emergency" />
      <Block
        left={fields.emergency}
        top={fields.top}
        width={width - fields.emergency}
        height={fields.height}
        colour="tint"
      />
      <Strip parts={parts} names={names} />
      <Frame name="999" left={inner} top={labelTop} width={fields.emergency - inner} height={fields.height - space.xs}>
        <SaidLines said={danger} style={card.fieldLabel} colour="paper" />
        <At left={0} top={numberTop} width={fields.emergency - inner}>
          <DisplayNumber figures="999" style={card.emergency} colour="paper" />
        </At>
      </Frame>
      <Frame name="101" left={crimeLeft} top={labelTop} width={crimeWidth} height={fields.height - space.xs}>
        <SaidLines said={crime} style={card.fieldLabel} />
        <At left={0} top={numberTop} width={crimeWidth}>
          <DisplayNumber figures="101" style={card.crime} colour="ink" />
        </At>
        <At left={0} top={siteTop} width={crimeWidth}>
          <Label runs={site} style={card.policeLink} />
        </At>
      </Frame>
      {say.lines.length > 0 ? (
        <Frame
          name="what to say"
          left={inner}
          top={words.sayTop}
          width={lineMeasure}
          height={say.lines.length * say.style.leading}
        >
          {say.lines.map(({ runs, language }, i) => (
            <Label key={i} runs={runs} style={say.style} rag="text" {...(language !== undefined && { language })} />
          ))}
        </Frame>
      ) : null}
      <Frame
        name="police force"
        left={inner}
        top={forceTop}
        width={lineMeasure}
        height={say.lines.length > 0 ? force.style.leading : height - safe - forceTop}
      >
        <Label runs={force.runs} style={force.style} colour="quiet" />
      </Frame>
    </>
  );
};

/** Without a logo the name begins where the logo would. */
const nameLeft = (brand: Brand): number => (brand.logo ? strip.name : inner);

/** The width that the council's name may take, in points. */
export const nameMeasure = (brand: Brand): number => width - nameLeft(brand) - safe;

const Strip = ({ parts, names }: Pick<FrontProps, 'parts' | 'names'>): ReactElement => {
  const { brand, palette } = parts;
  return (
    <>
      {brand.logo ? (
        <At left={inner} top={strip.logoTop} width={strip.logo}>
          <Logo logo={brand.logo} palette={palette} size={strip.logo} />
        </At>
      ) : null}
      <Frame name="council name" left={nameLeft(brand)} top={strip.nameTop} width={nameMeasure(brand)} height={18}>
        {names.reads === 'title' ? (
          names.said.map(({ text }) => (
            <Heading key={text} level={1} runs={text} style={names.style} colour="onBrand" />
          ))
        ) : (
          <SaidLines said={names.said} style={names.style} colour="onBrand" />
        )}
      </Frame>
    </>
  );
};
