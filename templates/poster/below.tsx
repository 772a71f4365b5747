import type { ReactElement } from 'react';
import { Block, Frame, Space } from '../../src/typeset/elements.tsx';
import type { Run } from '../../src/typeset/laid.ts';
import { QrCode } from '../../src/typeset/qr.tsx';
import { poster, space, type TypeStyle } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { Label, linesTaken } from '../../src/typeset/words.tsx';
import { emailRun, phoneRun } from '../pieces/contacts.ts';
import { slashed } from '../pieces/languages.ts';
import { Contacts, type PosterContact } from './contacts.tsx';
import type { PosterFit } from './fits.ts';
import { below, captionWidth, contactsMeasure, hairline, measure, qr, side } from './grid.ts';
import type { PosterLook } from './look.ts';

type CaptionLine = { readonly runs: readonly Run[]; readonly style: TypeStyle; readonly language?: string };

export type BelowProps = {
  readonly parts: Parts;
  readonly fit: PosterFit;
  readonly look: PosterLook;
  /** Points that all of it moves up. */
  readonly lift: number;
  /** Everybody whom the council names. */
  readonly listed: readonly PosterContact[];
  /** What an adviser is for, and is not for. */
  readonly adviceOnly: readonly Run[];
  readonly checkedOn: readonly Run[];
  /** Below the code, a line each. */
  readonly caption: readonly CaptionLine[];
};

/** Below the numbers: the council's contacts, the day on which they were checked, and the code to the guidance. */
export const Below = ({ parts, fit, look, lift, listed, adviceOnly, checkedOn, caption }: BelowProps): ReactElement => {
  const contacts = listed.filter(({ use }) => use === 'contact');
  const advice = listed.filter(({ use }) => use === 'advice').map((contact) => adviceOf(contact, adviceOnly));
  return (
    <>
      <Block left={side} top={below.rule - lift} width={measure} height={hairline} colour="rule" />
      <Frame
        name="contacts"
        left={side}
        top={below.contacts - lift}
        width={contactsMeasure}
        height={below.smallPrint - space.xs - below.contacts}
      >
        {fit.size === 'large' ? <Space height={space.xs} /> : null}
        <Contacts contacts={contacts} fit={fit} look={look} faces={parts.faces} />
      </Frame>
      <SmallPrint parts={parts} advice={advice} checkedOn={checkedOn} top={below.smallPrint - lift} />
      <Frame
        name="QR code"
        left={side + measure - qr}
        top={below.qr - lift}
        width={captionWidth}
        height={below.caption - below.qr + 2 * poster.caption.leading}
      >
        <QrCode text={parts.edition.guidance.source} alt={parts.furniture.qrAlt} size={qr} palette={parts.palette} />
        <Space height={below.caption - below.qr - qr} />
        {caption.map((line, i) => (
          <Label key={i} {...line} />
        ))}
      </Frame>
    </>
  );
};

/** Who it is, how one reaches them, and what they are not for: all in one line. */
const adviceOf = ({ titles, phones, email }: PosterContact, adviceOnly: readonly Run[]): readonly Run[] => {
  const comma: Run = { text: ', ', weight: 400 };
  const ways =
    phones.length > 0 ? phones.map((phone) => phoneRun(phone)) : email === undefined ? [] : [emailRun(email)];
  return [...slashed(titles, 700), ...ways.flatMap((way) => [comma, way]), { text: '. ', weight: 400 }, ...adviceOnly];
};

type SmallPrintProps = Pick<BelowProps, 'parts' | 'checkedOn'> & {
  readonly advice: readonly (readonly Run[])[];
  readonly top: number;
};

/** Who gives advice, and the day on which all were checked. */
const SmallPrint = ({ parts, advice, checkedOn, top }: SmallPrintProps): ReactElement => {
  const linesOf = (runs: readonly Run[]): number => linesTaken(runs, poster.furniture, contactsMeasure, parts.faces);
  const lines = [...advice, checkedOn].reduce((sum, runs) => sum + linesOf(runs), 0);
  const room = below.foot - below.smallPrint;
  const style = lines * poster.furniture.leading <= room ? poster.furniture : poster.captionText;
  return (
    <Frame name="checked on" left={side} top={top} width={contactsMeasure} height={room}>
      {advice.map((runs, i) => (
        <Label key={i} runs={runs} style={style} rag="text" />
      ))}
      <Label runs={checkedOn} style={style} colour="quiet" rag="text" />
    </Frame>
  );
};
