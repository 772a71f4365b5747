import { type Painted, paintedOf } from '../pdf/read/painted.ts';
import { excerptOf } from './excerpt.ts';
import type { Check } from './profiles.ts';

/**
 * That everything on the pages of a tagged file is marked, as content of the structure or as an artifact
 * (ISO 14289-1, 7.1): what is neither is left out or read out of turn, as each reader likes.
 */
export const checkUnmarked: Check = ({ pages, structure }, found) => {
  if (!structure) return;
  for (const page of pages) {
    const unmarked = paintedOf(page).filter((painted) => !isMarked(painted));
    if (unmarked.length === 0) continue;
    const texts = unmarked.flatMap((painted) => (painted.kind === 'text' ? [painted.text] : []));
    const counts = [
      count(texts.length, 'piece of text', 'pieces of text'),
      count(unmarked.filter(({ kind }) => kind === 'image').length, 'picture', 'pictures'),
      count(unmarked.filter(({ kind }) => kind !== 'image' && kind !== 'text').length, 'drawing', 'drawings'),
    ].filter((each) => each !== '');
    const readable = texts.filter(({ text }) => text.trim() !== '').slice(0, 1);
    const first = readable.length > 0 ? `, first ${excerptOf(readable)}` : '';
    const message = `${counts.join(', ')} neither in the structure nor marked as artifacts${first}`;
    const hint = 'tag what is to be read, and mark the rest as artifacts';
    found.error('accessible/unmarked', message, { page: page.index }, hint);
  }
};

/** A mark without an identifier belongs to no element (ISO 32000-2, 14.7.5.2), and says nothing of what it holds. */
const isMarked = ({ marks, structure }: Painted): boolean =>
  structure === 'object' || marks.some(({ tag, mcid }) => tag === 'Artifact' || mcid !== undefined);

const count = (number: number, one: string, several: string): string =>
  number === 0 ? '' : `${number} ${number === 1 ? one : several}`;
