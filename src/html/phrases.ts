import { isGap } from '../data/gaps.ts';
import { telUri } from '../data/phone.ts';
import { phrase, unbroken } from '../typeset/phrase.ts';
import { joined, type Markup, markup } from './markup.ts';

/** Begins a new line, with a space for those who read the words alone. */
export const lineBreak = markup`<br>\n`;

/** A label of furniture: a line break stays one. */
export const label = (text: string): Markup => joined(text.split('\n'), lineBreak);

/** A label of furniture on one line. */
export const oneLine = (text: string): string => text.replaceAll('\n', ' ');

/** A furniture string with its bold words, which stay on one line. */
export const bold = (text: string): Markup => phrased(text, {}, (words) => markup`<strong>${unbroken(words)}</strong>`);

/** A furniture string, filled; what is bold is made by the caller. */
export const phrased = (
  text: string,
  values: Readonly<Record<string, string>>,
  strong: (words: string) => Markup,
): Markup =>
  joined(
    phrase(text, values).map((run) => (run.weight === 700 ? strong(run.text) : run.text)),
    '',
  );

/** A number that rings when touched; the gap of a draft leads nowhere. */
export const phoneLink = (phone: string): Markup =>
  isGap(phone) ? markup`${phone}` : markup`<a href="${telUri(phone)}">${unbroken(phone)}</a>`;

/** An email address; one that is too long for its line breaks before the `@`. */
export const emailLink = (email: string): Markup => {
  if (isGap(email)) return markup`${email}`;
  const [mailbox, domain] = email.split('@');
  return markup`<a href="mailto:${email}">${mailbox}<wbr>@${domain}</a>`;
};
