import type { LaidNode, LaidPage, Line, Words } from '../typeset/laid.ts';
import { mayHoldTokens, plain } from './tokens.ts';

/** A text as it was given to be set, before it was broken into lines. */
export type GivenText = {
  readonly text: string;
  /** How often it stands there: a sheet has each card several times. */
  readonly times: number;
  /** From 1: where it begins, the first time. */
  readonly page: number;
};

/** The texts of pages that say a number or an address. The parts of one that breaks over pages are one text. */
export function givenTexts(pages: readonly LaidPage[]): GivenText[] {
  const found = new Map<Words, { readonly page: number; readonly parts: Map<readonly Line[], number> }>();
  visit(pages, ({ props: { words }, lines }, page) => {
    if (!words || !lines) return;
    const known = found.get(words) ?? { page, parts: new Map<readonly Line[], number>() };
    found.set(words, known);
    known.parts.set(lines, (known.parts.get(lines) ?? 0) + 1);
  });
  return [...found].flatMap(([{ runs }, { page, parts }]) => {
    const text = runs.map((run) => run.text).join('');
    return mayHoldTokens(text) ? [{ text: plain(text), times: Math.max(...parts.values()), page }] : [];
  });
}

/** The words of a page without spaces, in the order in which they are painted. */
export function textOfPage(page: LaidPage): string {
  let text = '';
  visit([page], ({ lines = [] }) => {
    for (const line of lines) text += line.string;
  });
  return withoutSpaces(text);
}

export const withoutSpaces = (text: string): string => plain(text).replace(/\s+/g, '');

function visit(pages: readonly LaidPage[], one: (node: LaidNode, page: number) => void): void {
  const down = (node: LaidNode, page: number): void => {
    one(node, page);
    for (const child of node.children ?? []) down(child, page);
  };
  pages.forEach(({ nodes }, i) => nodes.forEach((node) => down(node, i + 1)));
}
