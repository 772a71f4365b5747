import { align, likenessOfTexts, marked } from './alignment.ts';
import type { GuidanceFacts } from './edition.ts';
import type { Guidance } from './guidance.ts';
import { type GuidanceBlock, type GuidanceSection, sectionsOf } from './guidance-blocks.ts';
import { type Fixed, partsOf } from './parity.ts';
import { sentencesOf } from './sentences.ts';

/** What became of a block from one edition of the guidance to another. Lines count from 1, each in its own file. */
export type BlockChange = {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** The heading of its section in the newer edition, else in the older; empty: the introduction. */
  readonly section: string;
  readonly block: GuidanceBlock['kind'] | 'section';
  readonly oldLine?: number;
  readonly newLine?: number;
  /** Of a change, the sentences that differ; else the text as it stands. */
  readonly sentences: readonly SentenceChange[];
  readonly links?: readonly LinkChange[];
};

export type SentenceChange =
  | { readonly kind: 'added' | 'removed'; readonly text: string }
  /** `marked`: what went as `[-…-]`, what came as `{+…+}`. */
  | { readonly kind: 'changed'; readonly old: string; readonly new: string; readonly marked: string };

/** A link whose words stayed, and which leads elsewhere. */
export type LinkChange = { readonly words: string; readonly old: string; readonly new: string };

/** What stands in the one and not in the other, or not as often; `count` tells how many times more. */
export type FixedChange = {
  readonly what: Fixed['kind'];
  readonly text: string;
  readonly kind: 'added' | 'removed';
  readonly count: number;
};

export type FactChange = { readonly key: string; readonly old?: string; readonly new?: string };

/** How two editions of the guidance differ. */
export type GuidanceChanges = {
  /** In the front matter. */
  readonly facts: readonly FactChange[];
  readonly blocks: readonly BlockChange[];
  readonly fixed: readonly FixedChange[];
  /** Slots for a council's own words that the newer edition has no longer. */
  readonly slotsGone: readonly string[];
  readonly unchanged: number;
};

/** Compares two guidance documents in one language, section by section and block by block. */
export function compareGuidance(older: Guidance, newer: Guidance): GuidanceChanges {
  const found: BlockChange[] = [];
  let unchanged = 0;
  for (const { old, new: now } of align(sectionsOf(older), sectionsOf(newer), likenessOfSections)) {
    const section = now?.heading ?? old?.heading ?? '';
    if (old?.heading !== now?.heading) found.push(headingChange(old, now, section));
    for (const pair of align(old?.blocks ?? [], now?.blocks ?? [], likenessOfBlocks)) {
      const change = blockChange(pair.old, pair.new, section);
      if (change) found.push(change);
      else unchanged++;
    }
  }
  const slots = (guidance: Guidance): readonly string[] =>
    sectionsOf(guidance).flatMap(({ blocks }) => blocks.flatMap(({ text }) => SLOT.exec(text)?.[1] ?? []));
  const left = new Set(slots(newer));
  return {
    facts: factChanges(older.facts, newer.facts),
    blocks: withMoves(found),
    fixed: fixedChanges(older, newer),
    slotsGone: [...new Set(slots(older))].filter((slot) => !left.has(slot)),
    unchanged,
  };
}

const SLOT = /^:::local\{slot=(.+)\}$/;

/** Less than this, and it is another block. */
const LEAST = 0.4;

const atLeast = (likeness: number): number => (likeness >= LEAST ? likeness : 0);

/** A section is the same by its heading, or by what stands in it. */
function likenessOfSections(a: GuidanceSection, b: GuidanceSection): number {
  if ((a.heading === '') !== (b.heading === '')) return 0;
  if (a.heading === b.heading) return 1;
  return atLeast(Math.max(likenessOfTexts(a.heading, b.heading), likenessOfTexts(wordsIn(a), wordsIn(b))));
}

const wordsIn = ({ blocks }: GuidanceSection): string => blocks.map(({ text }) => text).join(' ');

function likenessOfBlocks(a: GuidanceBlock, b: GuidanceBlock): number {
  // What opens a container has few words, and each of its names is another.
  if (a.kind !== b.kind) return 0;
  return a.kind === 'container' ? Number(a.text === b.text) : atLeast(likenessOfTexts(a.text, b.text));
}

function headingChange(
  old: GuidanceSection | undefined,
  now: GuidanceSection | undefined,
  section: string,
): BlockChange {
  const lines = { ...(old && { oldLine: old.line }), ...(now && { newLine: now.line }) };
  const sentences = sentenceChanges(old?.heading, now?.heading);
  return { kind: kindOf(old, now), section, block: 'section', ...lines, sentences };
}

function blockChange(
  old: GuidanceBlock | undefined,
  now: GuidanceBlock | undefined,
  section: string,
): BlockChange | undefined {
  const links = old && now ? linkChanges(old, now) : [];
  if (old && now && old.text === now.text && links.length === 0) return undefined;
  return {
    kind: kindOf(old, now),
    section,
    block: now?.kind ?? old?.kind ?? 'paragraph',
    ...(old && { oldLine: old.line }),
    ...(now && { newLine: now.line }),
    sentences: sentenceChanges(old?.text, now?.text),
    ...(links.length > 0 && { links }),
  };
}

const kindOf = (old: unknown, now: unknown): 'added' | 'removed' | 'changed' =>
  old === undefined ? 'added' : now === undefined ? 'removed' : 'changed';

function sentenceChanges(old: string | undefined, now: string | undefined): readonly SentenceChange[] {
  if (old === undefined || now === undefined) {
    const text = old ?? now ?? '';
    return text === '' ? [] : [{ kind: old === undefined ? 'added' : 'removed', text }];
  }
  const [ours, theirs] = [old, now].map((text) => sentencesOf(text).map((sentence) => sentence.text));
  const pairs = align<string>(ours!, theirs!, (a, b) => atLeast(likenessOfTexts(a, b)));
  return pairs.flatMap((pair): SentenceChange[] => {
    if (pair.old === undefined) return [{ kind: 'added', text: pair.new }];
    if (pair.new === undefined) return [{ kind: 'removed', text: pair.old }];
    if (pair.old === pair.new) return [];
    return [{ kind: 'changed', old: pair.old, new: pair.new, marked: marked(pair.old, pair.new) }];
  });
}

const linkChanges = (old: GuidanceBlock, now: GuidanceBlock): readonly LinkChange[] =>
  align(old.links, now.links, (a, b) => Number(a.words === b.words)).flatMap((pair) =>
    pair.old && pair.new && pair.old.url !== pair.new.url
      ? [{ words: pair.new.words, old: pair.old.url, new: pair.new.url }]
      : [],
  );

const wordsOf = ({ block, sentences }: BlockChange): string =>
  `${block} ${sentences.map((each) => (each.kind === 'changed' ? each.new : each.text)).join(' ')}`;

/** What was taken away and stands elsewhere word for word was moved. */
function withMoves(changes: readonly BlockChange[]): readonly BlockChange[] {
  const gone = changes.filter(({ kind }) => kind === 'removed');
  const taken = new Set<BlockChange>();
  const moved = changes.map((change): BlockChange => {
    if (change.kind !== 'added') return change;
    const from = gone.find((each) => !taken.has(each) && wordsOf(each) === wordsOf(change));
    if (!from) return change;
    taken.add(from);
    return { ...change, kind: 'moved', ...(from.oldLine !== undefined && { oldLine: from.oldLine }) };
  });
  return moved.filter((change) => !taken.has(change));
}

function fixedChanges(older: Guidance, newer: Guidance): readonly FixedChange[] {
  const counts = new Map<string, { readonly fixed: Fixed; count: number }>();
  const count = (guidance: Guidance, by: 1 | -1): void => {
    for (const fixed of partsOf(guidance).flatMap((part) => part.fixed)) {
      const key = `${fixed.kind} ${fixed.text}`;
      const found = counts.get(key) ?? { fixed, count: 0 };
      counts.set(key, { ...found, count: found.count + by });
    }
  };
  count(older, -1);
  count(newer, 1);
  return [...counts.values()]
    .filter((each) => each.count !== 0)
    .map(({ fixed, count: by }) => ({
      what: fixed.kind,
      text: fixed.text,
      kind: by > 0 ? 'added' : 'removed',
      count: Math.abs(by),
    }));
}

function factChanges(older: GuidanceFacts, newer: GuidanceFacts): readonly FactChange[] {
  const [before, after] = [older, newer].map(factsOf);
  const keys = [...new Set([...Object.keys(before!), ...Object.keys(after!)])];
  return keys.flatMap((key): FactChange[] => {
    const [old, now] = [before![key], after![key]];
    if (old === now) return [];
    return [{ key, ...(old !== undefined && { old }), ...(now !== undefined && { new: now }) }];
  });
}

const factsOf = ({ path: _path, licence, ...facts }: GuidanceFacts): { readonly [key: string]: string } => ({
  ...facts,
  'licence.name': licence.name,
  'licence.url': licence.url,
});
