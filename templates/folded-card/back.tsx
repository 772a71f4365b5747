import type { ReactElement } from 'react';
import { operationFordApplies } from '../../src/data/election-rules.ts';
import { protectEmail } from '../../src/data/proof.ts';
import { At, Frame, Space } from '../../src/typeset/elements.tsx';
import { phrase } from '../../src/typeset/phrase.ts';
import { QrCode } from '../../src/typeset/qr.tsx';
import { baseline, card, space } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { DisplayNumber, Heading, Label, linesTaken } from '../../src/typeset/words.tsx';
import { emailRun } from '../pieces/contacts.ts';
import type { FittedName } from '../pieces/names.ts';
import { aside, back, code, inner, measure } from './grid.ts';

type BackProps = { readonly parts: Parts; readonly name: FittedName };

/** The back: whom to call after a crime and what to say, the NCSC, the code to what the card leaves out, and whose card it is. */
export const Back = ({ parts, name }: BackProps): ReactElement => {
  const { furniture, edition, palette, faces } = parts;
  const nameLines = linesTaken(name.text, card.line, measure, faces);
  const nameTop = back.lastLine - (nameLines - 1) * card.line.leading;
  return (
    <>
      <Frame name="101, back" left={inner} top={back.top} width={aside} height={nameTop - back.top}>
        <Heading level={2} runs={furniture.crime.replaceAll('\n', ' ')} style={card.fieldLabel} body={card.line} />
        <At left={0} top={back.number} width={back.site}>
          <DisplayNumber figures="101" style={card.crime} colour="ink" />
        </At>
        <At
          left={back.site}
          top={back.number + card.crime.leading - baseline(card.policeLink)}
          width={aside - back.site}
        >
          <Label runs={phrase(furniture.orPoliceUk, {}, 700)} style={card.policeLink} />
        </At>
        <Space height={back.afterNumber} />
        {operationFordApplies(edition.record.council.election.kind) ? (
          <>
            <Label runs={phrase(furniture.operationFord)} style={card.line} rag="text" />
            <Space height={space.s} />
          </>
        ) : null}
        <Label runs={phrase(furniture.cardProtect)} style={card.line} rag="text" />
        <Label runs={[emailRun(protectEmail)]} style={card.line} />
      </Frame>
      <Frame name="QR code" left={code.left} top={code.top} width={code.column} height={nameTop - code.top}>
        <QrCode text={edition.guidance.source} alt={furniture.qrAlt} size={code.size} palette={palette} />
        <Space height={space.xs} />
        <Label runs={furniture.cardMore} style={card.lineBold} />
        <Label runs={furniture.qrSearch} style={card.line} />
      </Frame>
      <Frame
        name="council name, back"
        left={inner}
        top={nameTop}
        width={measure}
        height={nameLines * card.line.leading}
      >
        <Label runs={name.text} style={card.line} colour="quiet" rag="text" />
      </Frame>
    </>
  );
};
