import type { ReactElement } from 'react';
import type { Run } from '../../src/typeset/laid.ts';
import { filled, phrase } from '../../src/typeset/phrase.ts';
import { trifold as styles } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { Paragraph } from '../../src/typeset/words.tsx';
import { emailRun, phoneRun } from '../pieces/contacts.ts';

/** What the leaflet says of itself, run on: other formats, the words' origin, the issuer; then the other languages. */
export const colophonLines = (parts: Parts): readonly (readonly Run[])[] => {
  const { also = [] } = parts;
  const space: Run = { text: ' ', weight: 400 };
  const entries = [formats(parts), origin(parts), issuer(parts)].filter((runs) => runs.length > 0);
  return [
    entries.flatMap((runs, i) => (i > 0 ? [space, ...runs] : runs)),
    ...also.map(({ language, says }) => [{ text: says, weight: 400, language } as const]),
  ];
};

export const Colophon = ({ paragraphs }: { readonly paragraphs: readonly (readonly Run[])[] }): ReactElement => (
  <>
    {paragraphs.map((runs, i) => (
      <Paragraph key={i} runs={runs} style={styles.colophon} />
    ))}
  </>
);

/** By phone, and through Relay UK; by email where there is no phone. */
const formats = ({ furniture, edition }: Parts): Run[] => {
  const { phone, email } = edition.record.council.alternativeFormats ?? {};
  const lead: Run = { text: furniture.trifoldFormats, weight: 400 };
  const end: Run = { text: '.', weight: 400 };
  if (phone === undefined) return email === undefined ? [] : [lead, emailRun(email), end];
  const ways = phrase(furniture.otherFormatsPhone, { phone: phoneRun(phone).text }).map((run): Run => {
    if (run.weight === 400) return run;
    return { ...phoneRun(run.text.replaceAll('\u00a0', ' '), 400), text: run.text.replaceAll(' ', '\u00a0') };
  });
  return [lead, ...ways, end];
};

const origin = ({ furniture, edition }: Parts): Run[] => {
  const { issuer: from, edition: date, licence } = edition.guidance;
  const cut = '\u0000';
  const text = filled(furniture.trifoldWords, { issuer: from, edition: date.replaceAll(' ', '\u00a0'), licence: cut });
  const [before = '', after = ''] = text.split(cut);
  return [
    { text: before, weight: 400 },
    { text: licence.name, weight: 400, link: licence.url },
    { text: after, weight: 400 },
  ];
};

const issuer = ({ furniture, edition }: Parts): Run[] => {
  const { issuedBy, name } = edition.record.council;
  return issuedBy ? [{ text: filled(furniture.trifoldIssued, { issuer: issuedBy.name ?? name }), weight: 400 }] : [];
};
