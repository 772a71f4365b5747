import type { ShownText } from '../pdf/read/content.ts';
import { fold } from './subject.ts';

/** Longer words are cut off. */
const longest = 40;

/** Gaps in parts of the size: beyond them a space stands between two pieces. */
const wordGap = 0.2;

/** The first words of pieces of text, and how many pieces there are beyond them: as a message names them. */
export function excerptOf(texts: readonly ShownText[]): string {
  let words = '';
  let taken = 0;
  let last: ShownText | undefined;
  for (const text of texts) {
    if (words.length > longest) break;
    const isApart = last && Math.hypot(text.x - last.end[0], text.y - last.end[1]) > text.size * wordGap;
    words += (isApart ? ' ' : '') + text.text;
    taken += 1;
    last = text;
  }
  const whole = fold(words);
  const said = whole.length > longest ? `${whole.slice(0, longest).trimEnd()}…` : whole;
  const more = texts.length - taken;
  const quoted = said === '' ? 'a text without known letters' : `\`${said}\``;
  return more === 0 ? quoted : `${quoted} and ${more} more ${more === 1 ? 'piece' : 'pieces'} of text`;
}
