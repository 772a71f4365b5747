import { isGap } from '../../src/data/gaps.ts';
import { shownUrl } from '../../src/data/text.ts';
import type { Run } from '../../src/typeset/laid.ts';
import { filled, phrase } from '../../src/typeset/phrase.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { emailRun, phoneRun, postcodeUnbroken } from './contacts.ts';

/** An entry of the colophon: what a leaflet says of itself on its last page. */
export type Entry = {
  readonly label: string;
  /** Where it is another one than the document's. */
  readonly language?: string;
  readonly paragraphs: readonly (readonly Run[])[];
};

/**
 * Other formats and languages, the words' origin, the issuer; what a council does not give is left out.
 *
 * @param formatsLead what leads to the ways of asking for other formats
 */
export const colophonOf = (parts: Parts, formatsLead: string): Entry[] => {
  const { otherFormats: formats, theWords: words, issuedBy: issuer } = parts.furniture;
  const entries = [
    { label: formats, paragraphs: [otherFormats(parts, formatsLead), ...otherLanguages(parts)] },
    { label: words, paragraphs: [theWords(parts)] },
    { label: issuer, paragraphs: [issuedBy(parts)] },
  ];
  return entries
    .map(({ label, paragraphs }) => ({ label, paragraphs: paragraphs.filter((runs) => runs.length > 0) }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
};

/** Each in its own words, for those who read no other. */
const otherLanguages = ({ also = [] }: Parts): Run[][] =>
  also.map(({ language, says }) => [{ text: says, weight: 400, language }]);

const otherFormats = ({ furniture, edition }: Parts, lead: string): Run[] => {
  const { phone, email } = edition.record.council.alternativeFormats ?? {};
  const ways: Run[][] = [];
  if (phone !== undefined) ways.push(relay(furniture.otherFormatsPhone, phone));
  if (email !== undefined) ways.push([emailRun(email)]);
  if (ways.length === 0) return [];
  const or: Run = { text: furniture.otherFormatsOr, weight: 400 };
  return [{ text: lead, weight: 400 }, ...ways.flatMap((way, i) => (i > 0 ? [or, ...way] : way))];
};

/** The phone, and the phone through Relay UK: both ring when touched. */
const relay = (text: string, phone: string): Run[] =>
  phrase(text, { phone: phoneRun(phone).text }).map((run) =>
    run.weight === 700
      ? { ...phoneRun(run.text.replaceAll('\u00a0', ' ')), text: run.text.replaceAll(' ', '\u00a0') }
      : run,
  );

const theWords = ({ furniture, edition }: Parts): Run[] => {
  const { title, issuer, edition: date, licence } = edition.guidance;
  const text = filled(furniture.theWordsText, {
    title,
    issuer,
    edition: date.replaceAll(' ', '\u00a0'),
    licence: '\u0000',
  });
  const [before = '', after = ''] = text.split('\u0000');
  return [
    { text: before, weight: 400 },
    { text: licence.name, weight: 400, link: licence.url },
    { text: after, weight: 400 },
  ];
};

const issuedBy = ({ edition }: Parts): Run[] => {
  const { issuedBy: issuer, name } = edition.record.council;
  if (!issuer) return [];
  const words = [issuer.name ?? name, ...(issuer.address ?? []).map(postcodeUnbroken)].join(', ');
  if (issuer.website === undefined) return [{ text: words, weight: 400 }];
  const shown = isGap(issuer.website) ? issuer.website : shownUrl(issuer.website);
  return [
    { text: `${words}, `, weight: 400 },
    { text: shown, weight: 400, ...(!isGap(issuer.website) && { link: issuer.website }), look: 'plain' },
  ];
};
