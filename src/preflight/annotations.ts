import {
  countOf,
  isA,
  isArray,
  nameOf,
  numberOf,
  type PdfDict,
  type PdfObject,
  textOfString,
} from '../pdf/read/objects.ts';
import { numberOfRef, type StructureElement } from '../pdf/read/structure.ts';
import type { Findings } from './findings.ts';
import type { Check } from './profiles.ts';
import { fold, type Subject } from './subject.ts';

/** What is never read: windows of other annotations, and marks for the printer (ISO 14289-1, 7.18.1 and 7.18.2). */
const notRead = /^(?:Popup|PrinterMark|TrapNet)$/;
const hidden = 2;
const mostOnPage = 20_000;

type Annotation = {
  readonly dict: PdfDict;
  readonly number: number | undefined;
  readonly subtype: string;
  /** From 0. */
  readonly page: number;
};

/** An element that refers to an annotation, and the page that it names. */
type Reference = { readonly element: StructureElement; readonly page: number | undefined };

/** Annotations: each in the tree, where it says that it is, on its page, and with words (ISO 14289-1, 7.18). */
export const checkAnnotations: Check = (subject, found) => {
  if (!subject.structure) return;
  const references = referencesOf(subject);
  const numbers = new Set<number>();
  for (const annotation of annotationsOf(subject)) {
    if (annotation.number !== undefined) numbers.add(annotation.number);
    const [first, second] = (annotation.number === undefined ? undefined : references.get(annotation.number)) ?? [];
    checkContents(annotation, subject, found);
    if (!first) {
      const what = annotation.subtype === 'Link' ? 'a link' : `an annotation (\`${annotation.subtype}\`)`;
      const message = `${what} on the page is not in the structure tree, so it is not read`;
      const hint = 'put a reference to it (`OBJR`) into the element that its words stand in';
      found.error('accessible/annotation-outside-tree', message, { page: annotation.page }, hint);
      continue;
    }
    if (second) {
      const message = 'an annotation stands in the structure tree twice';
      found.error('accessible/annotation-parent', message, subject.at(second.element), 'refer to it once');
    }
    checkReference(annotation, first, subject, found);
  }
};

function checkReference(annotation: Annotation, { element, page }: Reference, subject: Subject, found: Findings): void {
  const where = { page: annotation.page, element };
  if (page !== undefined && page !== annotation.page) {
    const message = `the structure says that an annotation is on page ${page + 1}, but it is on page ${annotation.page + 1}`;
    found.error('accessible/annotation-page', message, where, 'correct `Pg` of the reference (`OBJR`)');
  }
  const key = countOf(subject.file.get(annotation.dict, 'StructParent'));
  const parent = key === undefined ? undefined : subject.structure?.parents.get(key);
  if (key !== undefined && numberOfRef(parent) === element.number && element.number !== undefined) return;
  const says =
    key === undefined
      ? 'does not say to which element it belongs'
      : 'says that it belongs to another element than the one that holds it';
  const hint = 'make `StructParent` of the annotation and the parent tree agree with the tree';
  found.error('accessible/annotation-parent', `an annotation ${says}`, where, hint);
}

/** A link says where it leads in `Contents`; a field in `TU` (7.18.1 and 7.18.4). */
function checkContents({ dict, subtype, page, number }: Annotation, subject: Subject, found: Findings): void {
  const key = subtype === 'Widget' ? 'TU' : 'Contents';
  const text = subject.file.get(dict, key) ?? (subtype === 'Widget' ? inheritedName(dict, subject) : null);
  if (isA(text, 'string') && fold(textOfString(text)) !== '') return;
  const [element] = number === undefined ? [] : [referencesOf(subject).get(number)?.[0]?.element];
  const what = subtype === 'Link' ? 'a link' : subtype === 'Widget' ? 'a field' : `an annotation (\`${subtype}\`)`;
  const message = `${what} has no words of its own (\`${key}\`)`;
  found.error(
    'accessible/annotation-contents',
    message,
    { page, element },
    `say in \`${key}\` ${subtype === 'Link' ? 'where it leads' : 'what it is for'}`,
  );
}

function inheritedName(dict: PdfDict, { file }: Subject): PdfObject {
  const parent = file.dictOf(dict.entries.get('Parent'));
  return parent ? file.get(parent, 'TU') : null;
}

function* annotationsOf({ file, pages }: Subject): Generator<Annotation> {
  for (const { dict: page, index } of pages) {
    const given = file.get(page, 'Annots');
    for (const item of isArray(given) ? given.slice(0, mostOnPage) : []) {
      const dict = file.dictOf(item);
      const subtype = dict && nameOf(file.get(dict, 'Subtype'));
      if (!dict || subtype === undefined || notRead.test(subtype)) continue;
      if (((numberOf(file.get(dict, 'F')) ?? 0) & hidden) !== 0) continue;
      yield { dict, number: numberOfRef(item), subtype, page: index };
    }
  }
}

const known = new WeakMap<Subject, ReadonlyMap<number, Reference[]>>();

/** The references to each object that the tree holds. */
function referencesOf(subject: Subject): ReadonlyMap<number, Reference[]> {
  const kept = known.get(subject);
  if (kept) return kept;
  const references = new Map<number, Reference[]>();
  for (const element of subject.elements) {
    for (const kid of element.kids) {
      if (kid.kind !== 'object' || kid.object === undefined) continue;
      const list = references.get(kid.object) ?? [];
      list.push({ element, page: kid.page });
      references.set(kid.object, list);
    }
  }
  known.set(subject, references);
  return references;
}
