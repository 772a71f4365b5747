import type { EditionTexts } from '../content/edition-texts.ts';
import { standardType, type StructureElement } from '../pdf/read/structure.ts';
import type { Findings } from './findings.ts';
import { elementsIn, type Subject } from './subject.ts';

/** A text of the file, as an element says it. */
type Read = { readonly element: StructureElement; readonly text: string };

/**
 * Compares what is read of a product with the edition that it was made of: each text once, in the edition's order. The
 * five ways of the first section may be read before the introduction. What else is read is the template's own.
 */
export function checkEdition(texts: EditionTexts, subject: Subject, found: Findings): void {
  const read = readAloud(subject);
  const [first = [], ...others] = texts.sections;
  const rest = others.flat();
  const orders = [
    [texts.title, ...first, ...texts.introduction, ...rest],
    [texts.title, ...texts.introduction, ...first, ...rest],
  ].map((expected) => compare(expected, read));
  const best = orders.reduce((least, each) => (each.unmatched.length < least.unmatched.length ? each : least));
  for (const text of best.unmatched) tellOfText(text, best.left, subject, found);
  const expected = new Map<string, number>();
  for (const text of [texts.title, ...first, ...texts.introduction, ...rest]) {
    expected.set(text, (expected.get(text) ?? 0) + 1);
  }
  const matched = new Set(best.unmatched);
  // A list of contents says each heading once more, and leads to it, but in a file for print, where nothing leads.
  const leads = read.some(({ element }) => elementsIn(element).some(isLink));
  const headings = new Set(texts.sections.flatMap(([heading = '']) => heading));
  const isEntry = ({ element, text }: Read): boolean =>
    standardType(element) === 'P' && headings.delete(text) && (!leads || elementsIn(element).some(isLink));
  for (const each of best.left) {
    const { element, text } = each;
    if (!expected.has(text) || matched.has(text) || isEntry(each)) continue;
    const message = `\`${cut(text)}\` is read more often than it stands in the guidance`;
    found.error(
      'accessible/repeated-words',
      message,
      subject.at(element),
      'keep it in the tree once; mark the others as artifacts',
    );
  }
}

function tellOfText(text: string, left: readonly Read[], subject: Subject, found: Findings): void {
  const elsewhere = left.find((each) => each.text === text);
  const hint = 'build the file again with this version of handbill; if the fault stays, report it';
  if (elsewhere) {
    const message = `\`${cut(text)}\` is read at another place than it has in the guidance`;
    found.error('accessible/moved-words', message, subject.at(elsewhere.element), hint);
  } else found.error('accessible/missing-words', `\`${cut(text)}\` stands in the guidance, and is not read`, {}, hint);
}

const isLink = (element: StructureElement): boolean => standardType(element) === 'Link';

/** Words of two languages in one element may have no space between them. */
const same = (read: string, text: string): boolean =>
  read === text || (read.length < text.length && read.replaceAll(' ', '') === text.replaceAll(' ', ''));

/** Takes the texts out of what is read, each where it stands after the one before. */
function compare(
  expected: readonly string[],
  read: readonly Read[],
): { readonly unmatched: readonly string[]; readonly left: readonly Read[] } {
  const unmatched: string[] = [];
  const left: Read[] = [];
  let at = 0;
  for (const text of expected) {
    const place = read.findIndex((item, i) => i >= at && same(item.text, text));
    if (place < 0) unmatched.push(text);
    else {
      left.push(...read.slice(at, place));
      at = place + 1;
    }
  }
  return { unmatched, left: [...left, ...read.slice(at)] };
}

/** What says words itself: cells and captions where no paragraph stands in them, pictures by the words for them. */
const speaks = /^(?:P|H\d|T[HD]|Caption|Figure)$/;

/** All that is said, in order; a heading without the number that the template puts before it. */
function readAloud(subject: Subject): Read[] {
  return subject.elements.flatMap((element) => {
    const type = standardType(element);
    if (!speaks.test(type) || elementsIn(element).some((kid) => /^(?:P|H\d|L)$/.test(standardType(kid)))) return [];
    const text = subject.spoken(element);
    return [{ element, text: /^H\d$/.test(type) ? text.replace(/^\d{1,2}[.:]? ?(?=\p{L})/u, '') : text }];
  });
}

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text);
