import { standardType, type StructureElement, textOfElement } from '../pdf/read/structure.ts';
import type { Findings } from './findings.ts';
import type { Check } from './profiles.ts';
import { elementsIn, type Subject } from './subject.ts';

/** Elements one by one: that they hold something, that notes can be found, and that nothing hides words. */
export const checkElements: Check = (subject, found) => {
  const isFull = fullElements(subject);
  const ids = new Map<string, StructureElement>();
  for (const element of subject.elements) {
    const type = standardType(element);
    if (/^(?:P|H\d*|LI)$/.test(type) && !isFull.has(element)) {
      const message = `\`${element.type}\` is empty: readers stop at it, and say nothing`;
      found.warning('accessible/empty-element', message, subject.at(element), 'take it out of the tree');
    }
    checkId(element, type, ids, subject, found);
    checkHidden(element, type, subject, found);
  }
};

/** The elements that hold content, in themselves or below: those below come later, so they are gone through backwards. */
function fullElements({ elements, file }: Subject): ReadonlySet<StructureElement> {
  const full = new Set<StructureElement>();
  for (let at = elements.length - 1; at >= 0; at -= 1) {
    const element = elements[at]!;
    const isSaid = element.dict.entries.has('ActualText') && textOfElement(file, element, 'ActualText') !== '';
    if (isSaid || element.kids.some((kid) => kid.kind !== 'element' || full.has(kid))) full.add(element);
  }
  return full;
}

/** A note is found by its ID, and no ID stands twice (ISO 14289-1, 7.9; ISO 32000-1, 14.7.2). */
function checkId(
  element: StructureElement,
  type: string,
  ids: Map<string, StructureElement>,
  subject: Subject,
  found: Findings,
): void {
  const id = textOfElement(subject.file, element, 'ID');
  const hint = 'give it an `ID` that no other element has';
  if (type === 'Note' && (id === undefined || id === '')) {
    found.error(
      'accessible/note-id',
      'a note has no `ID`, so what refers to it does not find it',
      subject.at(element),
      hint,
    );
  }
  if (id === undefined || id === '') return;
  if (ids.has(id))
    found.error('accessible/same-id', `two elements have the \`ID\` \`${id}\``, subject.at(element), hint);
  else ids.set(id, element);
}

/** Elements whose words are made of what is below them: what stands for them says it in other words. */
const isPicture = /^(?:Figure|Formula)$/;
const block = /^(?:P|H\d*|L|LI|LBody|Table|TR|TD|TH|BlockQuote|Caption|Sect|Div|Part|Art|Note)$/;

/** What stands for an element is read in the place of all that it holds (ISO 32000-1, 14.9.3 and 14.9.4). */
function checkHidden(element: StructureElement, type: string, subject: Subject, found: Findings): void {
  for (const key of ['ActualText', 'Alt'] as const) {
    const instead = textOfElement(subject.file, element, key);
    if (instead === undefined) continue;
    const isWhole = block.test(type) || elementsIn(element).some((kid) => block.test(standardType(kid)));
    if (!isWhole && (isPicture.test(type) || type === 'Span' || elementsIn(element).length === 0)) continue;
    const said = lettersOf(instead);
    const lost = subject
      .words(element)
      .split(' ')
      .find((word) => lettersOf(word) !== '' && !said.includes(lettersOf(word)));
    if (lost === undefined) continue;
    const message = `\`${key}\` of \`${element.type}\` is read in the place of its words, and leaves \`${lost.slice(0, 40)}\` out`;
    found.error(
      'accessible/hidden-words',
      message,
      subject.at(element),
      `take \`${key}\` away, or say in it all that stands there`,
    );
  }
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
