import type { ReactElement } from 'react';
import { dayInWords } from '../../src/content/dates.ts';
import { protectEmail } from '../../src/data/proof.ts';
import { operationFordApplies } from '../../src/data/record.ts';
import type { Report } from '../../src/diagnostics/diagnostic.ts';
import { At, Block, Frame, Leaf, Leaves, Space } from '../../src/typeset/elements.tsx';
import { DisplayNumber, Label, linesTaken } from '../../src/typeset/words.tsx';
import type { Run } from '../../src/typeset/laid.ts';
import { filled, phrase, unbroken } from '../../src/typeset/phrase.ts';
import { QrCode } from '../../src/typeset/qr.tsx';
import { card, space } from '../../src/typeset/scale.ts';
import type { Parts, Template } from '../../src/typeset/template.ts';
import { mm, mmToPt } from '../../src/units.ts';
import { contactsOf, emailRun, forceNames, type Listed, phoneRun } from '../pieces/contacts.ts';
import { Logo } from '../pieces/logo.tsx';
import { fitName } from '../pieces/names.ts';

/** ISO/IEC 7810 ID-1: the size of a bank card. */
const size = { width: mm(85.6), height: mm(53.98) };
const width = mmToPt(size.width);
const height = mmToPt(size.height);

/** Margins in points: text starts at 12, no letter crosses the safe line at 8.5 (3 mm). */
const inner = 12;
const safeArea = mm(3);
const safe = mmToPt(safeArea);
const lineMeasure = width - inner - safe;

const strip = { height: 32, logo: 15, logoTop: 9, name: 36, nameTop: 8.5 } as const;
const fields = { top: strip.height, height: 80, emergency: 144 } as const;
const qr = 56;
const back = { top: inner, foot: 128, column: 160, qrLeft: width - inner - qr, qrFoot: 88, checkedOn: 132 } as const;

/** What the card's back gives up when there are many contacts: space first, then addresses, never a number. */
type CardFit = {
  readonly gap: 'normal' | 'tight';
  readonly email: 'shown' | 'none';
  readonly protect: 'shown' | 'none';
};

/** The emergency card: whom to call in front, the council's contacts at the back. */
export const walletCard: Template<CardFit> = {
  name: 'wallet-card',
  size,
  pages: { least: 2, most: 2 },
  takes: 'parts',
  finish: { safe: safeArea },
  fits: [
    { gap: 'normal', email: 'shown', protect: 'shown' },
    { gap: 'tight', email: 'shown', protect: 'shown' },
    { gap: 'normal', email: 'none', protect: 'shown' },
    { gap: 'normal', email: 'none', protect: 'none' },
  ],
  compose(parts, fit, _known, report) {
    const leaf = { width, height, palette: parts.palette, faces: parts.faces };
    return (
      <Leaves>
        <Leaf {...leaf}>
          <Front parts={parts} report={report} />
        </Leaf>
        <Leaf {...leaf}>
          <Back parts={parts} fit={fit} />
        </Leaf>
      </Leaves>
    );
  },
};

const Front = ({ parts, report }: { readonly parts: Parts; readonly report: Report }): ReactElement => {
  const { furniture, edition } = parts;
  const { council } = edition.record;
  const labelTop = fields.top + space.xs;
  const numberTop = 64;
  const crime = fields.emergency + inner;
  const ford = operationFordApplies(council.election.kind);
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
      <Strip parts={parts} report={report} />
      <Frame name="999" left={inner} top={labelTop} width={fields.emergency - inner} height={fields.height - space.xs}>
        <Label runs={furniture.danger} style={card.fieldLabel} colour="paper" />
        <At left={0} top={numberTop - labelTop} width={fields.emergency - inner}>
          <DisplayNumber figures="999" style={card.emergency} colour="paper" />
        </At>
      </Frame>
      <Frame name="101" left={crime} top={labelTop} width={width - crime - safe} height={fields.height - space.xs}>
        <Label runs={furniture.crime} style={card.fieldLabel} />
        <At left={0} top={numberTop - labelTop} width={width - crime - safe}>
          <DisplayNumber figures="101" style={card.crime} colour="ink" />
        </At>
        <At left={0} top={95 - labelTop} width={width - crime - safe}>
          <Label runs={furniture.orPoliceUk} style={card.policeLink} />
        </At>
      </Frame>
      {ford ? (
        <Frame name="what to say" left={inner} top={115} width={lineMeasure} height={card.say.leading}>
          <Label runs={phrase(furniture.cardSay)} style={card.say} rag="text" />
        </Frame>
      ) : null}
      <Frame
        name="police force"
        left={inner}
        top={ford ? 132 : 116}
        width={lineMeasure}
        height={ford ? card.body.leading : 28}
      >
        <Label runs={forceNames(council).replaceAll('\n', ', ')} style={card.body} colour="quiet" />
      </Frame>
    </>
  );
};

const Strip = ({ parts, report }: { readonly parts: Parts; readonly report: Report }): ReactElement => {
  const { logo } = parts.brand;
  const left = logo ? strip.name : inner;
  const measure = width - left - safe;
  const name = fitName(
    parts.edition.record.council,
    [
      { style: card.name, lines: 1 },
      { style: card.nameSmall, lines: 1 },
      { style: card.nameTwoLines, lines: 2 },
    ],
    measure,
    parts.faces,
    'the strip of the wallet card',
    report,
  );
  return (
    <>
      {logo ? (
        <At left={inner} top={strip.logoTop} width={strip.logo}>
          <Logo logo={logo} palette={parts.palette} size={strip.logo} />
        </At>
      ) : null}
      <Frame name="council name" left={left} top={strip.nameTop} width={measure} height={18}>
        <Label runs={name.text} style={name.style} colour="onBrand" />
      </Frame>
    </>
  );
};

/** A line of the back: which contact, its number, its address. */
type BackLine = {
  readonly runs: readonly Run[];
  readonly style: typeof card.body | typeof card.phone;
  readonly gap: number;
};

const Back = ({ parts, fit }: { readonly parts: Parts; readonly fit: CardFit }): ReactElement => {
  const { furniture, edition, palette } = parts;
  const { council } = edition.record;
  const date = unbroken(dayInWords(council.contactsCheckedOn, edition.guidance.language));
  return (
    <>
      <Frame name="contacts" left={inner} top={back.top} width={lineMeasure} height={back.foot - back.top}>
        <Lines lines={backLines(parts, fit)} parts={parts} />
      </Frame>
      <Frame name="checked on" left={inner} top={back.checkedOn} width={lineMeasure} height={card.body.leading}>
        <Label runs={filled(furniture.checkedOn, { date })} style={card.body} colour="quiet" />
      </Frame>
      <Frame name="QR code" left={back.qrLeft} top={inner} width={qr + inner - safe} height={72}>
        <QrCode text={edition.guidance.source} alt={furniture.qrAlt} size={qr} palette={palette} />
        <At left={0} top={60} width={qr + inner - safe}>
          <Label runs={furniture.cardMore} style={card.label} />
        </At>
      </Frame>
    </>
  );
};

const backLines = ({ edition, furniture, faces }: Parts, fit: CardFit): BackLine[] => {
  const contacts = contactsOf(edition.record.council).filter(({ use }) => use === 'contact');
  const mailed = contacts.findLast(({ email }) => email !== undefined);
  const gap = fit.gap === 'normal' ? space.s : space.xs;
  // Who has no phone is reached by email alone, so that is never given up.
  const showsEmail = (contact: Listed) => contact.phones.length === 0 || (contact === mailed && fit.email === 'shown');
  const lines = contacts.flatMap((contact): BackLine[] => [
    { runs: titleOf(contact, faces), style: card.body, gap },
    ...contact.phones.map((phone) => ({ runs: [phoneRun(phone)], style: card.phone, gap: 0 })),
    ...(contact.email !== undefined && showsEmail(contact)
      ? [{ runs: [emailRun(contact.email)], style: card.body, gap: 0 }]
      : []),
  ]);
  if (fit.protect === 'none') return lines;
  return [
    ...lines,
    { runs: phrase(furniture.cardProtect), style: card.body, gap },
    { runs: [emailRun(protectEmail)], style: card.body, gap: 0 },
  ];
};

/** "Returning Officer, Helen Marsh"; without the name if both do not fit on a line. */
const titleOf = ({ title, name }: Listed, faces: Parts['faces']): Run[] => {
  const alone: Run = { text: title, weight: 700 };
  const both: Run[] = [alone, { text: `, ${name}`, weight: 400 }];
  return name !== undefined && linesTaken(both, card.body, back.column, faces) === 1 ? both : [alone];
};

/** The lines one below the other; one that is too long to stand beside the QR code goes below it. */
const Lines = ({ lines, parts }: { readonly lines: readonly BackLine[]; readonly parts: Parts }): ReactElement => {
  let y = 0;
  const placed = lines.map((line, i) => {
    y += i === 0 ? 0 : line.gap;
    const besideCode = linesTaken(line.runs, line.style, back.column, parts.faces) === 1;
    if (!besideCode) y = Math.max(y, back.qrFoot - back.top);
    const top = y;
    y += line.style.leading;
    return { ...line, top, width: besideCode ? back.column : lineMeasure };
  });
  return (
    <>
      {placed.map(({ runs, style, top, width: measure }) => (
        <At key={top} left={0} top={top} width={measure}>
          <Label runs={runs} style={style} />
        </At>
      ))}
      {/* Lines at fixed places take no height: this does, so that the frame is checked. */}
      <Space height={y} />
    </>
  );
};
