import type { ReactElement } from 'react';
import { At, Frame, Space } from '../../src/typeset/elements.tsx';
import type { Run } from '../../src/typeset/laid.ts';
import { QrCode } from '../../src/typeset/qr.tsx';
import { card, space, type TypeStyle } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { Label, linesTaken } from '../../src/typeset/words.tsx';
import type { Said } from '../pieces/languages.ts';
import { SaidLines } from '../pieces/said-lines.tsx';
import type { Spoken } from './front.tsx';
import { back, inner, lineMeasure, qr, safe } from './grid.ts';

/** A line of the back: which contact, its number, its address. */
export type BackLine = Spoken & {
  readonly style: TypeStyle;
  /** Space above it, where a line stands above it. */
  readonly gap: number;
};

type BackProps = {
  readonly parts: Parts;
  readonly lines: readonly BackLine[];
  readonly checkedOn: readonly Run[];
  /** Below the code, a line each. */
  readonly caption: readonly Said[];
  /** What is read in the place of the code. */
  readonly alt: string;
};

/** The back: the council's contacts, the code to the guidance, the day on which the contacts were checked. */
export const CardBack = ({ parts, lines, checkedOn, caption, alt }: BackProps): ReactElement => {
  const captionHeight = caption.length * card.label.leading;
  return (
    <>
      <Frame name="contacts" left={inner} top={back.top} width={lineMeasure} height={back.foot - back.top}>
        <Lines lines={lines} parts={parts} codeFoot={back.caption + captionHeight + space.xs} />
      </Frame>
      <Frame name="checked on" left={inner} top={back.checkedOn} width={lineMeasure} height={card.body.leading}>
        <Label runs={checkedOn} style={card.body} colour="quiet" />
      </Frame>
      <Frame
        name="QR code"
        left={back.qrLeft}
        top={back.top}
        width={qr + inner - safe}
        height={back.caption + captionHeight}
      >
        <QrCode text={parts.edition.guidance.source} alt={alt} size={qr} palette={parts.palette} />
        <At left={0} top={back.caption} width={qr + inner - safe}>
          <SaidLines said={caption} style={card.label} />
        </At>
      </Frame>
    </>
  );
};

type LinesProps = {
  readonly lines: readonly BackLine[];
  readonly parts: Parts;
  /** Where the code and its caption end, from the first line's top. */
  readonly codeFoot: number;
};

/** The lines one below the other; one that is too long to stand beside the QR code goes below it. */
const Lines = ({ lines, parts, codeFoot }: LinesProps): ReactElement => {
  let y = 0;
  const placed = lines.map((line, i) => {
    y += i === 0 ? 0 : line.gap;
    const besideCode = linesTaken(line.runs, line.style, back.column, parts.faces) === 1;
    if (!besideCode) y = Math.max(y, codeFoot);
    const top = y;
    y += line.style.leading;
    return { ...line, top, width: besideCode ? back.column : lineMeasure };
  });
  return (
    <>
      {placed.map(({ runs, style, top, width: measure, language }) => (
        <At key={top} left={0} top={top} width={measure}>
          <Label runs={runs} style={style} {...(language !== undefined && { language })} />
        </At>
      ))}
      {/* Lines at fixed places take no height: this does, so that the frame is checked. */}
      <Space height={y} />
    </>
  );
};
