import type { BlockChange, FixedChange, GuidanceChanges, SentenceChange } from '../content/guidance-diff.ts';

/** A council's own words in a slot that is no more. */
export type Displaced = {
  readonly council: string;
  readonly slot: string;
  readonly path: string;
  readonly line?: number;
};

/** What changed, in lines for a terminal of any kind: colour says nothing that signs do not. */
export function linesOfChanges(changes: GuidanceChanges, displaced: readonly Displaced[]): readonly string[] {
  const { facts, blocks, fixed, slotsGone, unchanged } = changes;
  const sections = [...new Set(blocks.map(({ section }) => section))];
  return [
    ...group(
      'front matter',
      facts.map(
        ({ key, old, new: now }) =>
          `${key}: ${[...(old === undefined ? [] : [`[-${old}-]`]), ...(now === undefined ? [] : [`{+${now}+}`])].join(' ')}`,
      ),
    ),
    ...sections.flatMap((section) => [
      section === '' ? 'introduction' : `section "${section}"`,
      ...blocks.filter((change) => change.section === section).flatMap(linesOfBlock),
    ]),
    ...KINDS.flatMap(([what, title]) => group(title, fixed.filter((each) => each.what === what).map(lineOfFixed))),
    ...group(
      'slots that are gone',
      slotsGone.flatMap((slot) => {
        const words = displaced.filter((each) => each.slot === slot);
        if (words.length === 0) return [`${slot}: no council has words there`];
        return words.map(
          ({ council, path, line }) => `${slot}: words of ${council} in ${path}${line === undefined ? '' : `:${line}`}`,
        );
      }),
    ),
    (['changed', 'added', 'removed', 'moved'] as const)
      .map((kind) => `${kind} ${blocks.filter((change) => change.kind === kind).length}`)
      .concat(`unchanged ${unchanged}`)
      .join(', '),
  ];
}

/** Containers are told where they stand, among the blocks. */
const KINDS: readonly (readonly [FixedChange['what'], string])[] = [
  ['link', 'links'],
  ['field', 'merge fields'],
  ['number', 'numbers'],
  ['email', 'addresses'],
];

const group = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];

function linesOfBlock({ kind, block, oldLine, newLine, sentences, links = [] }: BlockChange): readonly string[] {
  const lines = [...new Set([oldLine, newLine].filter((line) => line !== undefined))];
  return [
    `  ${kind} ${block}, line ${lines.join(' to ')}`,
    ...sentences.map((each) => `    ${lineOfSentence(each, kind)}`),
    ...links.map(({ words, old, new: now }) => `    link ${words}: [-${old}-] {+${now}+}`),
  ];
}

function lineOfSentence(change: SentenceChange, block: BlockChange['kind']): string {
  if (change.kind === 'changed') return change.marked;
  if (block === 'moved') return change.text;
  return change.kind === 'added' ? `{+${change.text}+}` : `[-${change.text}-]`;
}

const lineOfFixed = ({ kind, text, count }: FixedChange): string =>
  `${kind} ${text.trim()}${count > 1 ? `, ${count} times` : ''}`;
