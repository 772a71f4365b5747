import type { Block, Edition, Inline } from '../content/edition.ts';
import { unmarked } from '../content/marks.ts';
import { error, type Place, type Report, warning } from '../diagnostics/diagnostic.ts';
import type { LaidNode, LaidPage, Words } from './laid.ts';
import type { Template } from './template.ts';

/**
 * Preflight: what a reader would miss is found here, on the laid-out pages. Words given are compared with words set,
 * frames with what stands in them, characters with what the faces hold.
 */

export const oversetRule = 'preflight/overset';

/** White space folded, for comparing: a line's end is a space, a space that must not break is one too. */
export const fold = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

const withoutSpaces = (text: string): string => text.replace(/[\s\u00a0]+/g, '');

export const textOf = ({ runs }: Pick<Words, 'runs'>): string => runs.map(({ text }) => text).join('');

export const excerpt = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** Every text of a value and of what it holds, with its key path. */
export const leavesOf = (value: unknown, path = ''): { readonly path: string; readonly text: string }[] => {
  if (typeof value === 'string') return [{ path, text: value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path ? `${path}.${key}` : key));
};

/** The texts of a record, with the key paths that `placeOf` knows them by. */
export const valuesOf = ({ council, area }: Edition['record']): ReturnType<typeof leavesOf> =>
  leavesOf({ ...council, ...(area !== undefined && { area: unmarked(area) }) });

/** The place in the council's file of the value that a text shows: what somebody can change. */
const placeOfValue = (text: string, editions: readonly Edition[]): Place | undefined => {
  const shown = normal(text);
  const found = editions
    .flatMap(({ record }) => valuesOf(record).map((leaf) => ({ ...leaf, record })))
    .filter((leaf) => normal(leaf.text) !== '' && shown.includes(normal(leaf.text)))
    .toSorted((a, b) => b.text.length - a.text.length)[0];
  return found && found.record.placeOf(found.path);
};

/** As a value and a page may differ in how they write the same: quotes, case, spaces, the scheme of an address. */
export const normal = (text: string): string =>
  fold(text)
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '')
    .replaceAll(' ', '');

/** A node on its page: where it stands there, and the frame that it stands in. */
type Visit = (
  node: LaidNode,
  at: { readonly page: number; readonly left: number; readonly top: number; readonly frame: string },
) => void;

/** Visits every node in reading order. */
const walk = (pages: readonly LaidPage[], visit: Visit): void => {
  const down = (node: LaidNode, page: number, left: number, top: number, frame: string): void => {
    const at = { page, left: left + node.box.left, top: top + node.box.top, frame: node.props.frame?.name ?? frame };
    visit(node, at);
    for (const child of node.children ?? []) down(child, page, at.left, at.top, at.frame);
  };
  pages.forEach(({ nodes }, page) => {
    for (const node of nodes) down(node, page, 0, 0, 'text');
  });
};

/** Words set are the words given: text by text, the parts of a text on two pages put together. */
export const checkCopy = (
  template: string,
  editions: readonly Edition[],
  given: ReadonlyMap<number, Words>,
  pages: readonly LaidPage[],
  report: Report,
): void => {
  const set = new Map<number, string>();
  walk(pages, ({ props, lines }) => {
    if (props.serial === undefined || !lines) return;
    const words = lines.map(({ string }) => string).join(' ');
    set.set(props.serial, `${set.get(props.serial) ?? ''} ${words}`);
  });
  for (const [serial, words] of given) {
    // An address may be broken without a space, so spaces do not count here.
    const wanted = withoutSpaces(textOf(words));
    const found = withoutSpaces(set.get(serial) ?? '');
    if (wanted === found) continue;
    report(
      error(
        oversetRule,
        `words are missing from the page: \`${excerpt(fold(textOf(words)))}\``,
        words.place ??
          placeOfValue(textOf(words), editions) ?? { kind: 'frame', template, frame: 'text', page: pages.length },
        'shorten the text, or take something else off the page',
      ),
    );
  }
};

/** Tolerance of comparisons between lengths that were added up in another order, in points. */
const epsilon = 0.01;

const textsIn = ({ props, children = [] }: LaidNode): string[] => [
  ...(props.words ? [textOf(props.words)] : []),
  ...children.flatMap(textsIn),
];

/**
 * Nothing is higher than its frame, wider than its column or below the page's foot.
 *
 * @param pageOffset added to page numbers, for pages that were laid out by themselves
 */
export const checkFrames = (
  template: string,
  editions: readonly Edition[],
  pages: readonly LaidPage[],
  report: Report,
  pageOffset = 0,
): void => {
  walk(pages, (node, { page, left, top, frame }) => {
    const { props, box, lines } = node;
    const place: Place = { kind: 'frame', template, frame, page: page + 1 + pageOffset };
    const where = `page ${place.page} of the ${template}, frame \`${frame}\``;
    if (props.frame && box.height > props.frame.height + epsilon) {
      const over = (box.height - props.frame.height).toFixed(1);
      const [only, ...others] = textsIn(node);
      const isName = others.length === 0 && editions.some(({ record }) => record.council.name === only);
      const message = `${isName ? `\`${only}\`` : 'the text'} is ${over} pt too high for its frame`;
      const hint = isName
        ? 'give the council a `shortName` that fits'
        : 'shorten the text, or leave out what is optional';
      report(error(oversetRule, message, place, hint));
    }
    if (!props.words || !lines) return;
    for (const line of lines) {
      if (line.xAdvance <= props.words.measure + epsilon) continue;
      const over = (line.xAdvance - props.words.measure).toFixed(1);
      const message = `\`${excerpt(fold(line.string))}\` is ${over} pt too wide for its column on ${where}`;
      // Such a line is one long word: where it is a council's value, that is what somebody can change.
      const origin = placeOfValue(line.string, editions) ?? props.words.place ?? place;
      report(error(oversetRule, message, origin, 'shorten it, or write it in several words'));
    }
    const { width, foot } = pages[page]!;
    if (left < -epsilon || left + box.width > width + epsilon || top + box.height > foot + epsilon) {
      const message = `\`${excerpt(fold(textOf(props.words)))}\` stands beyond the edge of ${where}`;
      report(error(oversetRule, message, props.words.place ?? place, 'shorten the text'));
    }
  });
};

/** How much two lines of text may lie over one another in both directions, in points: rounding, and optical shifts. */
const overlapTolerance = 2;

/** No words stand over other words, whatever brought them there. */
export const checkOverlaps = (
  template: string,
  editions: readonly Edition[],
  pages: readonly LaidPage[],
  report: Report,
): void => {
  const lines: LineAt[][] = pages.map(() => []);
  walk(pages, ({ lines: own = [], props }, { page, frame, left, top }) => {
    const shift = own[0]?.box.y ?? 0;
    const text = props.words && textOf(props.words);
    for (const line of own) {
      const x = left + line.box.x;
      const y = top + line.box.y - shift;
      const foot = y + line.height;
      lines[page]!.push({ page, frame, text: text ?? line.string, left: x, right: x + line.xAdvance, top: y, foot });
    }
  });
  const told = new Set<string>();
  for (const [a, b] of lines.flatMap(overlapping)) {
    if (told.has(a.text + b.text)) continue;
    told.add(a.text + b.text);
    const message = `\`${excerpt(fold(a.text))}\` and \`${excerpt(fold(b.text))}\` stand over one another`;
    const frame: Place = { kind: 'frame', template, frame: b.frame, page: b.page + 1 };
    const origin = placeOfValue(b.text, editions) ?? placeOfValue(a.text, editions) ?? frame;
    report(error(oversetRule, message, origin, 'shorten one of them'));
  }
};

/** A line of words, and where it stands. */
type LineAt = {
  readonly page: number;
  readonly frame: string;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly foot: number;
};

/** The lines of a page that lie over one another; those that say the same may. */
const overlapping = (lines: readonly LineAt[]): (readonly [a: LineAt, b: LineAt])[] => {
  const found: (readonly [a: LineAt, b: LineAt])[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const a = lines[i]!;
    for (let j = i + 1; j < lines.length; j += 1) {
      const b = lines[j]!;
      if (Math.min(a.foot, b.foot) - Math.max(a.top, b.top) <= overlapTolerance) continue;
      if (Math.min(a.right, b.right) - Math.max(a.left, b.left) <= overlapTolerance) continue;
      if (a.text !== b.text) found.push([a, b]);
    }
  }
  return found;
};

/** How far down the words of a page reach, as a share of its height. */
export const fillOf = (page: LaidPage): number => {
  let lowest = 0;
  walk([page], ({ lines, box }, { top }) => {
    if (lines) lowest = Math.max(lowest, top + box.height);
  });
  return lowest / page.height;
};

/** A leaflet of too many pages is an overset too; so is a card with a third face. More than are usual is a warning. */
export const checkPageCount = (
  { name, pages: { usual, most } }: Pick<Template, 'name' | 'pages'>,
  count: number,
  report: Report,
): void => {
  const place = { kind: 'frame', template: name, frame: 'page', page: count } as const;
  const hint = "shorten the council's own words";
  if (count > most) {
    report(error(oversetRule, `the ${name} has ${count} pages, expected ${most} at the most`, place, hint));
  } else if (usual !== undefined && count > usual) {
    report(warning('preflight/many-pages', `the ${name} has ${count} pages, ${usual} are usual`, place, hint));
  }
};

const inlineText = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.kind === 'text' ? unmarked(inline.value) : inlineText(inline.children))).join('');

/** Every text of a block, and of the blocks in it, with its place. */
const textsOf = (block: Block): { readonly text: string; readonly place: Place }[] => {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [{ text: inlineText(block.inlines), place: block.place }];
    case 'list':
      return block.items.flat().flatMap(textsOf);
    case 'table':
      return [block.head, ...block.rows]
        .flat()
        .flatMap(({ inlines, place }) => (inlines.length > 0 ? [{ text: inlineText(inlines), place }] : []));
    case 'figure':
      return block.caption.length > 0 ? [{ text: inlineText(block.caption), place: block.place }] : [];
    default:
      return block.blocks.flatMap(textsOf);
  }
};

/** No section of the guidance is dropped: every text of each edition is among the words that the template gave. */
export const checkPlaced = (editions: readonly Edition[], given: readonly Words[], report: Report): void => {
  const counts = new Map<string, number>();
  for (const words of given) {
    const text = fold(textOf(words));
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const texts = editions.flatMap(({ introduction, sections }) => [
    ...introduction.flatMap(textsOf),
    ...sections.flatMap(({ heading, blocks, place }) => [
      { text: inlineText(heading), place },
      ...blocks.flatMap(textsOf),
    ]),
  ]);
  for (const { text, place } of texts) {
    const left = counts.get(fold(text)) ?? 0;
    counts.set(fold(text), left - 1);
    if (left > 0) continue;
    const message = `the template does not place \`${excerpt(fold(text))}\``;
    report(error('compose/unplaced-section', message, place, 'give the template a place for it'));
  }
};
