import { standardType, type StructureElement } from '../pdf/read/structure.ts';
import { around, type Box } from './marked-text.ts';
import type { Check } from './profiles.ts';
import type { Subject } from './subject.ts';

/** Text of a block as it stands on one page, in the order in which it is read. */
type Placed = {
  readonly block: StructureElement;
  readonly box: Box;
  /** The element that it stands in among others. */
  readonly group: StructureElement | undefined;
  /** Its place in the order of painting. */
  readonly painted: number;
};

/** Elements that are read as one; what stands in them is part of their line. */
const block = /^(?:P|H\d*|LI|BlockQuote|Title|Code)$/;

/** What belongs to a block rather than that it holds some. */
const part = /^(?:L|LI|LBody|NonStruct|BlockQuote)$/;

/** What may stand anywhere on the page, whenever it is read. */
const apart = /^(?:Note|FENote|Aside|Caption|Figure|Table|TOC|Form|Artifact|Annot|Warichu|Ruby)$/;

const mostBlocks = 2000;
/** So many blocks before one are looked at. */
const reach = 100;

/**
 * Finds blocks that are read before others that stand above them in the same column. A block that begins another column
 * stands beside those before it, not above them. Where blocks stand in different groups, one of them may be a box
 * that is read later on purpose: then they must have been painted the other way round, too.
 */
export const checkReadingOrder: Check = (subject, found) => {
  for (const [page, blocks] of blocksOf(subject)) {
    for (let at = 1; at < Math.min(blocks.length, mostBlocks); at += 1) {
      const late = blocks[at]!;
      const early = blocks.slice(Math.max(0, at - reach), at).find((each) => isRunAgainst(each, late));
      if (!early) continue;
      const message = `${said(late, subject)} stands above ${said(early, subject)}, and is read after it`;
      const hint = 'put the elements into the order in which they are to be read';
      found.warning('accessible/reading-order', message, { page, element: late.block }, hint);
    }
  }
};

function isRunAgainst(early: Placed, late: Placed): boolean {
  if (late.box[1] < early.box[3] - tolerance || !isSameColumn(early.box, late.box)) return false;
  return early.group === late.group || late.painted < early.painted;
}

/** Lines of type that touch, in points. */
const tolerance = 1;
/** Left edges of one column, in points. */
const edge = 2;

function isSameColumn(one: Box, other: Box): boolean {
  const shared = Math.min(one[2], other[2]) - Math.max(one[0], other[0]);
  const widths = [one[2] - one[0], other[2] - other[0]];
  if (shared <= Math.min(...widths) / 2) return false;
  return shared > Math.max(...widths) / 2 || Math.abs(one[0] - other[0]) <= edge;
}

function blocksOf(subject: Subject): ReadonlyMap<number, readonly Placed[]> {
  const pages = new Map<number, Map<StructureElement, Placed>>();
  for (const element of subject.elements) {
    for (const kid of element.kids) {
      if (kid.kind !== 'content' || kid.page === undefined) continue;
      const text = subject.textOf(kid);
      const holder = blockAround(element);
      if (!text?.box || text.text.trim() === '' || !holder) continue;
      let blocks = pages.get(kid.page);
      if (!blocks) pages.set(kid.page, (blocks = new Map()));
      const known = blocks.get(holder);
      blocks.set(holder, {
        block: holder,
        group: known ? known.group : groupOf(holder),
        box: around(known?.box, text.box),
        painted: Math.min(known?.painted ?? text.painted, text.painted),
      });
    }
  }
  return new Map([...pages].map(([page, blocks]) => [page, [...blocks.values()]]));
}

/** Elements that are nested deeper are not looked at. */
const deepest = 100;

/** The block that an element stands in; undefined where something around it may stand anywhere. */
function blockAround(element: StructureElement): StructureElement | undefined {
  let found: StructureElement | undefined;
  let at: StructureElement | undefined = element;
  for (let steps = 0; at; at = at.parent, steps += 1) {
    const type = standardType(at);
    if (apart.test(type) || steps > deepest) return undefined;
    if (block.test(type)) found = at;
  }
  return found;
}

function groupOf({ parent }: StructureElement): StructureElement | undefined {
  let at = parent;
  for (let steps = 0; at && part.test(standardType(at)) && steps < deepest; steps += 1) at = at.parent;
  return at;
}

const said = ({ block: of }: Placed, subject: Subject): string => {
  const words = subject.words(of);
  return `\`${words.length > 40 ? `${words.slice(0, 39).trimEnd()}…` : words}\``;
};
