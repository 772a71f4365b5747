import { countOf, isArray, type PdfObject } from '../pdf/read/objects.ts';
import { numberOfRef, type StructureContent, type StructureElement } from '../pdf/read/structure.ts';
import type { Findings } from './findings.ts';
import type { Check } from './profiles.ts';
import type { Subject } from './subject.ts';

/** What holds a marked content: a page by its index, or a form by the number of its object. */
const keyOf = (page: number, stream: number | undefined, mcid: number): string =>
  `${stream === undefined ? `page ${page}` : `form ${stream}`} ${mcid}`;

type Holder = { readonly element: StructureElement; readonly content: StructureContent };

/**
 * That tree, content and parent tree agree: each marked content is read once, and leads back to the element that holds
 * it (ISO 32000-1, 14.7.4).
 */
export const checkBelonging: Check = (subject, found) => {
  if (!subject.structure) return;
  const holders = checkTree(subject, found);
  subject.pages.forEach((_, page) => checkPage(page, holders, subject, found));
};

/** Each marked content that the tree holds is there, and is held once. */
function checkTree(subject: Subject, found: Findings): ReadonlyMap<string, Holder> {
  const holders = new Map<string, Holder>();
  const present = new Map<number, ReadonlySet<string>>();
  for (const element of subject.elements) {
    for (const content of element.kids) {
      if (content.kind !== 'content') continue;
      const { page, mcid, stream } = content;
      if (page === undefined) {
        const message = `an element holds marked content ${mcid}, but of no page of the file`;
        found.error('accessible/content-missing', message, { element }, 'name the page of the content in `Pg`');
        continue;
      }
      let here = present.get(page);
      if (!here) present.set(page, (here = presentOn(page, subject)));
      const key = keyOf(page, stream, mcid);
      if (holders.has(key)) {
        const message = `marked content ${mcid} of the page is in the structure tree twice, so it is read twice`;
        found.error(
          'accessible/content-twice',
          message,
          { page, element },
          'keep it in the element that it belongs to',
        );
      } else holders.set(key, { element, content });
      if (here.has(key)) continue;
      const message = `an element holds marked content ${mcid}, which is not on the page`;
      found.error(
        'accessible/content-missing',
        message,
        { page, element },
        'take it out of the tree, or mark the content',
      );
    }
  }
  return holders;
}

const presentOn = (page: number, subject: Subject): ReadonlySet<string> =>
  new Set(
    subject
      .marks(page)
      .sequences.flatMap(({ mcid, stream }) => (mcid === undefined ? [] : [keyOf(page, stream, mcid)])),
  );

/** Each marked content of the page is in the tree, and its parent tree says where. */
function checkPage(page: number, holders: ReadonlyMap<string, Holder>, subject: Subject, found: Findings): void {
  const told = new Set<string>();
  const parents = new Map<number | undefined, readonly PdfObject[] | undefined>();
  for (const { tag, mcid, stream } of subject.marks(page).sequences) {
    if (mcid === undefined || tag === 'Artifact') continue;
    const key = keyOf(page, stream, mcid);
    if (told.has(key)) {
      // A form may be painted several times.
      if (stream !== undefined) continue;
      const message = `two marked contents of the page have the number ${mcid}, expected one of its own for each`;
      const hint = 'write the file again from its source';
      found.error('accessible/content-twice', message, { page, element: holders.get(key)?.element }, hint);
      continue;
    }
    told.add(key);
    const holder = holders.get(key);
    if (!holder) {
      const message = `marked content ${mcid} of the page is not in the structure tree, so it is not read`;
      found.error(
        'accessible/content-not-read',
        message,
        { page },
        'put it into an element, or mark it as an artifact',
      );
      continue;
    }
    if (!parents.has(stream)) parents.set(stream, parentsOf(page, stream, subject));
    const list = parents.get(stream);
    const parent = numberOfRef(list?.[mcid]);
    if (parent !== undefined && parent === holder.element.number) continue;
    const says = parent === undefined ? 'no element' : 'another element';
    const message = `the parent tree names ${says} for marked content ${mcid} of the page than the tree does`;
    const hint = 'write the file again from its source; programs that start from the page find other elements';
    found.error(
      'accessible/parent-tree',
      parent === undefined ? message.replace(' than the tree does', '') : message,
      { page, element: holder.element },
      hint,
    );
  }
}

/** The elements of the marked contents of a page or a form, by their identifiers. */
function parentsOf(page: number, stream: number | undefined, subject: Subject): readonly PdfObject[] | undefined {
  const { file, structure, pages } = subject;
  const form = stream === undefined ? undefined : file.dictOf({ kind: 'ref', number: stream, generation: 0 });
  const dict = stream === undefined ? pages[page]!.dict : form;
  const key = dict && countOf(file.get(dict, 'StructParents'));
  const list = key === undefined ? null : file.resolve(structure?.parents.get(key));
  return isArray(list) ? list : undefined;
}
