import { attributeOfElement, standardType, type StructureElement } from '../pdf/read/structure.ts';
import { nameOf } from '../pdf/read/objects.ts';
import type { Findings } from './findings.ts';
import { checkLabels, type Item } from './list-labels.ts';
import type { Check } from './profiles.ts';
import { elementsIn, type Subject } from './subject.ts';

/** What is only a bag around other elements, and may stand between any two (ISO 32000-1, 14.8.4.2). */
const isTransparent = (element: StructureElement): boolean => /^(?:NonStruct|Private)$/.test(standardType(element));

/** Lists: what holds what (ISO 32000-1, 14.8.4.3.3), and that the labels are what the list says they are. */
export const checkLists: Check = (subject, found) => {
  for (const element of subject.elements) {
    switch (standardType(element)) {
      case 'L':
        checkList(element, subject, found);
        break;
      case 'LI':
        checkItem(element, subject, found);
        break;
      case 'Lbl':
      case 'LBody':
        checkPart(element, subject, found);
    }
  }
};

const nest = 'put the inner list into the `LBody` of the item that it belongs to';

function checkList(list: StructureElement, subject: Subject, found: Findings): void {
  const items: Item[] = [];
  for (const kid of elementsIn(list)) {
    const type = standardType(kid);
    if (type === 'LI') {
      const labels = elementsIn(kid).filter((each) => standardType(each) === 'Lbl');
      const body = elementsIn(kid).find((each) => standardType(each) === 'LBody');
      items.push({ item: kid, label: labels[0], body });
    } else if (type === 'L') {
      const message = 'a list stands in a list beside the items, expected in the body of one';
      found.error('accessible/nested-list', message, subject.at(kid), nest);
    } else if (type !== 'Caption' && type !== 'Artifact' && type !== '' && !isTransparent(kid)) {
      const message = `\`${kid.type}\` stands in a list, expected items (\`LI\`)`;
      found.error(
        'accessible/list-content',
        message,
        subject.at(kid),
        'put it into the body of an item, or out of the list',
      );
    }
  }
  if (items.length === 0 && elementsIn(list).every((kid) => standardType(kid) !== 'L' && !isTransparent(kid))) {
    found.error(
      'accessible/list-content',
      'a list without items',
      subject.at(list),
      'tag each item as `LI`, or take the list away',
    );
  }
  const numbering = nameOf(attributeOfElement(subject.file, list, 'List', 'ListNumbering'));
  checkLabels(list, numbering, items, subject, found);
}

function checkItem(item: StructureElement, subject: Subject, found: Findings): void {
  const parent = parentOf(item);
  if (!parent || standardType(parent) !== 'L') {
    const message = 'an item (`LI`) stands outside a list';
    found.error('accessible/list-content', message, subject.at(item), 'put the items of a list into one `L`');
  }
  const kids = elementsIn(item);
  const inner = kids.find((kid) => standardType(kid) === 'L');
  if (inner) {
    const message = 'a list stands in an item beside its body, expected within the body';
    found.error('accessible/nested-list', message, subject.at(inner), nest);
  }
  if (!kids.some((kid) => standardType(kid) === 'LBody' || isTransparent(kid)) && item.kids.length > 0) {
    const message = 'an item of a list has no body (`LBody`)';
    found.error('accessible/no-list-body', message, subject.at(item), 'put the words of the item into an `LBody`');
  }
}

/** A label may stand in other elements too, such as notes; a body only in an item. */
function checkPart(part: StructureElement, subject: Subject, found: Findings): void {
  const parent = parentOf(part);
  if (standardType(part) === 'Lbl' || (parent && standardType(parent) === 'LI')) return;
  const message = 'the body of an item (`LBody`) stands outside an item';
  found.error('accessible/list-content', message, subject.at(part), 'put it into the `LI` that it belongs to');
}

function parentOf({ parent }: StructureElement): StructureElement | undefined {
  let above = parent;
  for (let steps = 0; above && isTransparent(above) && steps < 100; steps += 1) above = above.parent;
  return above;
}
