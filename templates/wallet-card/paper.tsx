import type { ReactElement } from 'react';
import { blockOrigin, cropMarks, type Sheet } from '../../src/print/sheet.ts';
import { Block, Frame, Leaf } from '../../src/typeset/elements.tsx';
import { card, space } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { mmToPt } from '../../src/units.ts';
import type { Said } from '../pieces/languages.ts';
import { SaidLines } from '../pieces/said-lines.tsx';

const slugTop = 12;

type PaperProps = {
  readonly parts: Parts;
  readonly sheet: Sheet;
  /** Whose cards these are, and which side. */
  readonly slug: readonly Said[];
  /** How to print them. */
  readonly print: readonly Said[];
};

/** A page of a sheet without its cards: crop marks and a slug; in two languages one at each end of the sheet. */
export const Paper = ({ parts, sheet, slug, print }: PaperProps): ReactElement => {
  const { left } = blockOrigin(sheet);
  const column = mmToPt(sheet.card.width);
  const height = mmToPt(sheet.height);
  const words = 2 * card.body.leading;
  const tops = [slugTop, height - slugTop - words];
  const slot = { width: column - 2 * space.l, height: words };
  return (
    <Leaf width={mmToPt(sheet.width)} height={height} palette={parts.palette} faces={parts.faces}>
      {cropMarks(sheet).map((mark) => (
        <Block key={`${mark.left} ${mark.top}`} {...mark} colour="ink" />
      ))}
      {tops.map((top, i) => (
        <Slug key={top} words={slug.slice(i, i + 1)} left={left + space.l} top={top} {...slot} />
      ))}
      {tops.map((top, i) => (
        <Slug key={top} words={print.slice(i, i + 1)} left={left + column + space.l} top={top} {...slot} />
      ))}
    </Leaf>
  );
};

type SlugProps = {
  readonly words: readonly Said[];
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

const Slug = ({ words, ...place }: SlugProps): ReactElement | null =>
  words.length === 0 ? null : (
    <Frame name="slug" {...place}>
      <SaidLines said={words} style={card.body} colour="quiet" rag="text" />
    </Frame>
  );
