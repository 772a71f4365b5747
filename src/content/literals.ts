import type { Nodes } from 'mdast';
import { scan } from './expressions.ts';
import { figureIn } from './figures.ts';
import type { Markdown } from './markdown.ts';

/** Stands where an expression stood: what fills it is not the author's. */
export const gap = '\u0000';

/** What an author wrote out in markdown, as against what merge fields fill in. */
export type Literals = {
  /** The words of each block, without markup. */
  readonly texts: readonly string[];
  readonly urls: readonly string[];
};

/** The words and addresses of a markdown document, with a gap in the place of each expression. */
export function literalsOf({ root }: Markdown): Literals {
  const texts: string[] = [];
  const urls: string[] = [];
  const wordsOf = (node: Nodes): string => {
    if (node.type === 'text') return withoutExpressions(node.value);
    if (node.type === 'link') urls.push(withoutExpressions(node.url));
    return 'children' in node ? node.children.map(wordsOf).join('') : '';
  };
  const visit = (node: Nodes): void => {
    if (node.type === 'image') texts.push(...[node.alt, node.title].map((words) => withoutExpressions(words ?? '')));
    else if (holdsWords(node)) texts.push(wordsOf(node));
    else if ('children' in node) node.children.forEach(visit);
  };
  visit(root);
  return { texts, urls };
}

/** Pictures stand in paragraphs of their own. */
const holdsWords = (node: Nodes): boolean =>
  node.type === 'heading' || node.type === 'tableCell' || (node.type === 'paragraph' && !figureIn(node));

export const withoutExpressions = (text: string): string =>
  scan(text)
    .map((piece) => (piece.kind === 'words' ? piece.value : gap))
    .join('');
