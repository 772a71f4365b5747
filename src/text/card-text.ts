import { protectEmail } from '../data/proof.ts';
import { contactsOf, type Listed } from '../../templates/pieces/contacts.ts';
import { dayInWords } from '../content/dates.ts';
import type { Edition } from '../content/edition.ts';
import type { Furniture } from '../data/furniture.ts';
import { operationFordApplies } from '../data/election-rules.ts';
import { filled, phrase, unbroken } from '../typeset/phrase.ts';

/** What the card's words are made of. */
export type CardTextParts = {
  readonly edition: Edition;
  readonly furniture: Furniture;
  /** A draft says so in its first line. */
  readonly status?: 'final' | 'draft';
};

/** Letters in a line: mail programs break longer ones as they please. */
const longest = 72;

/**
 * The wallet card's words for an email or a text message: plain text in short lines, each ended by a line feed. Numbers
 * and addresses are never broken, so that they can be touched.
 */
export const cardText = (parts: CardTextParts): string => {
  const { edition, furniture, status } = parts;
  const { council } = edition.record;
  const { language } = edition.guidance;
  const date = unbroken(dayInWords(council.contactsCheckedOn, language));
  const paragraphs: readonly (readonly string[])[] = [
    [...(status === 'draft' ? [furniture.draft] : []), furniture.cardTitle, council.name],
    [`${oneLine(furniture.danger)}: 999`, `${oneLine(furniture.crime)}: 101 ${furniture.orPoliceUk}`, ...forces(parts)],
    ...(operationFordApplies(council.election.kind) ? [[plain(furniture.cardSay)]] : []),
    ...contactsOf(council)
      .filter(({ use }) => use === 'contact')
      .map(contactLines),
    [plain(furniture.cardProtect), protectEmail],
    [furniture.cardMore, oneLine(furniture.qrSearch)],
    [filled(furniture.checkedOn, { date })],
  ];
  const text = paragraphs.map((lines) => lines.flatMap(wrapped).join('\n')).join('\n\n');
  return `${text.replaceAll('\u00a0', ' ').normalize('NFC')}\n`;
};

const forces = ({ edition }: CardTextParts): string[] => edition.record.council.police.map(({ name }) => name);

const contactLines = ({ title, name, phones, email }: Listed): string[] => [
  name === undefined ? title : `${title}, ${name}`,
  ...phones.map(unbroken),
  ...(email === undefined ? [] : [email]),
];

const oneLine = (text: string): string => text.replaceAll('\n', ' ');

/** A furniture string without the stars that make it bold. */
const plain = (text: string): string =>
  phrase(text)
    .map((run) => run.text)
    .join('');

/** Breaks a line at its spaces, not at those that must not break. */
const wrapped = (line: string): string[] => {
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && [...last].length + 1 + [...word].length <= longest) lines.push(`${lines.pop()} ${word}`);
    else lines.push(word);
  }
  return lines;
};
