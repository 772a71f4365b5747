import { shownUrl } from '../data/text.ts';
import { filled } from '../typeset/phrase.ts';
import { joined, lines, type Markup, markup } from './markup.ts';
import { emailLink, phoneLink, phrased } from './phrases.ts';
import type { TwinParts } from './twin.ts';

/** Where the page ends: other formats, whose words these are, and who issued them. */
export const end = (parts: TwinParts): Markup => {
  const { furniture } = parts;
  return lines(
    markup`<footer>`,
    entry(furniture.otherFormats, otherFormats(parts)),
    entry(furniture.theWords, theWords(parts)),
    entry(furniture.issuedBy, issuedBy(parts)),
    markup`</footer>`,
  );
};

const entry = (heading: string, words: Markup | undefined): Markup | undefined =>
  words &&
  lines(markup`<section class="entry">`, markup`<h2>${heading}</h2>`, markup`<p>${words}</p>`, markup`</section>`);

const otherFormats = ({ furniture, edition }: TwinParts): Markup | undefined => {
  const { phone, email } = edition.record.council.alternativeFormats ?? {};
  if (phone === undefined && email === undefined) return undefined;
  const ways = [
    phone === undefined ? undefined : phrased(furniture.otherFormatsPhone, { phone }, ring),
    email === undefined ? undefined : emailLink(email),
  ];
  return markup`${furniture.otherFormatsLead}${joined(ways, furniture.otherFormatsOr)}`;
};

/** The phone, and the phone through Relay UK. */
const ring = (words: string): Markup => markup`<strong>${phoneLink(words)}</strong>`;

const theWords = ({ furniture, edition }: TwinParts): Markup => {
  const { title, issuer, edition: date, licence } = edition.guidance;
  const gap = '\u0000';
  const text = filled(furniture.theWordsText, { title, issuer, edition: date, licence: gap });
  const { name, url } = licence;
  return joined(text.split(gap), markup`<a rel="license" href="${url}" data-shown="${shownUrl(url)}">${name}</a>`);
};

const issuedBy = ({ edition }: TwinParts): Markup | undefined => {
  const { issuedBy: issuer, name } = edition.record.council;
  if (!issuer) return undefined;
  const { website } = issuer;
  const site = website === undefined ? undefined : markup`<a href="${website}">${shownUrl(website)}</a>`;
  return joined([issuer.name ?? name, ...(issuer.address ?? []), site], ', ');
};
