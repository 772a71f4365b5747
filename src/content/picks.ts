import { isGap } from '../data/gaps.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { error, type Report } from '../diagnostics/diagnostic.ts';
import type { Block, Edition, Inline, Section } from './edition.ts';
import { sentencesOf } from './sentences.ts';

/**
 * What a product takes of the guidance, by the names of parts: a part as a whole, or sentences of it by their numbers,
 * from 1; -1 is the last one, whatever comes before it.
 */
export type Pick =
  | { readonly take: 'whole'; readonly part: string }
  | { readonly take: 'sentences'; readonly part: string; readonly numbers: readonly number[] };

/** All of a part, as blocks. */
export const whole = (part: string): Pick => ({ take: 'whole', part });

/** Some sentences of a part, as one paragraph. */
export const sentences = (part: string, ...numbers: number[]): Pick => ({ take: 'sentences', part, numbers });

type Paragraph = Extract<Block, { readonly kind: 'paragraph' }>;

/** A sentence of a part, and the paragraph that it stands in. */
export type Sentence = { readonly inlines: readonly Inline[]; readonly paragraph: Paragraph };

/**
 * The guidance's own words of each pick, with its bold and its links. What the guidance does not have is reported: a
 * product that names a sentence may not go out without it.
 *
 * @param product as diagnostics name it
 */
export const picked = (edition: Edition, picks: readonly Pick[], product: string, report: Report): readonly Block[] =>
  picks.flatMap((pick) => {
    const blocks = partOf(edition, pick.part, product, report);
    return pick.take === 'whole' ? blocks : sentencesPicked(edition, blocks, pick, product, report);
  });

/** The sentences of blocks in order: those of paragraphs and of items of lists, not of tables. */
export const sentencesIn = (blocks: readonly Block[]): readonly Sentence[] =>
  blocks.flatMap((block): readonly Sentence[] => {
    if (block.kind === 'list') return block.items.flatMap(sentencesIn);
    if (block.kind !== 'paragraph') return [];
    const { inlines } = block;
    return sentencesOf(textOf(inlines)).map(({ text, at }) => ({
      inlines: cut(inlines, at, at + text.length),
      paragraph: block,
    }));
  });

/** The section in which a part stands; undefined where it stands before the first one, or nowhere. */
export const sectionOf = ({ sections }: Edition, part: string): Section | undefined =>
  sections.find(({ blocks }) => holds(blocks, part));

const holds = (blocks: readonly Block[], part: string): boolean =>
  blocks.some(
    (block) => 'blocks' in block && ((block.kind === 'part' && block.id === part) || holds(block.blocks, part)),
  );

/** What the guidance says in a part, without panels around it and without what the council has added. */
const partOf = ({ parts, guidance }: Edition, part: string, product: string, report: Report): readonly Block[] => {
  const blocks = ownWords(parts.get(part) ?? []);
  if (blocks.length > 0) return withoutInner(blocks);
  const isEmpty = parts.has(part);
  const meant = isEmpty ? undefined : nearest(part, parts.keys());
  const message = `the guidance has no ${isEmpty ? 'words in the ' : ''}part \`${part}\`, of which the ${product} takes words`;
  const hint =
    meant === undefined
      ? `put these words between \`:::part{#${part}}\` and \`:::\`, or make other products of this guidance`
      : `did you mean \`${meant}\`? Then rename it \`:::part{#${part}}\``;
  report(error('compose/no-part', message, { kind: 'text', path: guidance.path }, hint));
  return [];
};

const ownWords = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block): Block[] => {
    if (block.kind === 'local') return [];
    return block.kind === 'part' || block.kind === 'emergency' ? ownWords(block.blocks) : [block];
  });

/** Links to other places of the guidance lead nowhere where only some of it stands: their words stay. */
const withoutInner = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) => {
    if (block.kind === 'list') return { ...block, items: block.items.map(withoutInner) };
    if (block.kind !== 'paragraph' && block.kind !== 'heading') return block;
    return { ...block, inlines: withoutInnerLinks(block.inlines) };
  });

const withoutInnerLinks = (inlines: readonly Inline[]): Inline[] =>
  inlines.flatMap((inline): Inline[] => {
    if (inline.kind === 'text') return [inline];
    const children = withoutInnerLinks(inline.children);
    return inline.kind === 'link' && inline.url.startsWith('#') ? children : [{ ...inline, children }];
  });

const sentencesPicked = (
  { guidance }: Edition,
  blocks: readonly Block[],
  { part, numbers }: Extract<Pick, { readonly take: 'sentences' }>,
  product: string,
  report: Report,
): Block[] => {
  if (blocks.length === 0) return [];
  const all = sentencesIn(blocks);
  // A draft for which nobody has supplied the guidance shows a gap in the place of all sentences.
  const [only] = all;
  const isMissing = all.length === 1 && only !== undefined && isGap(textOf(only.inlines));
  const found = (isMissing ? [1] : numbers).flatMap((number) => {
    const sentence = all.at(number > 0 ? number - 1 : number);
    if (sentence) return [sentence];
    const count = all.length === 1 ? 'one sentence' : `${all.length} sentences`;
    const message = `the part \`${part}\` has ${count}, and the ${product} takes ${ordinal(number)}`;
    const place = blocks[0]?.place ?? ({ kind: 'text', path: guidance.path } as const);
    report(
      error(
        'compose/no-sentence',
        message,
        place,
        `let the part have as many sentences as before, or make other products of this guidance`,
      ),
    );
    return [];
  });
  const [first, ...rest] = found;
  if (!first) return [];
  const space: Inline = { kind: 'text', value: ' ' };
  const inlines = [...first.inlines, ...rest.flatMap((sentence) => [space, ...sentence.inlines])];
  return [{ ...first.paragraph, inlines }];
};

const ordinal = (number: number): string =>
  number > 0 ? `sentence ${number}` : number === -1 ? 'the last one' : `the last but ${-1 - number}`;

const textOf = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.kind === 'text' ? inline.value : textOf(inline.children))).join('');

/** The inlines between two places of their text; bold and links that go over one end there. */
const cut = (inlines: readonly Inline[], from: number, to: number): Inline[] => {
  let at = 0;
  return inlines.flatMap((inline): Inline[] => {
    const start = at;
    at += inline.kind === 'text' ? inline.value.length : textOf(inline.children).length;
    const [first, after] = [Math.max(from, start) - start, Math.min(to, at) - start];
    if (first >= after) return [];
    if (inline.kind === 'text') return [{ kind: 'text', value: inline.value.slice(first, after) }];
    return [{ ...inline, children: cut(inline.children, first, after) }];
  });
};
