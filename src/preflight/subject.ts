import { Budget } from '../pdf/read/budget.ts';
import type { PdfFile } from '../pdf/read/file.ts';
import { marksOf, type PageMarks } from '../pdf/read/marks.ts';
import type { PdfPage } from '../pdf/read/pages.ts';
import {
  type Structure,
  type StructureContent,
  type StructureElement,
  type StructureKid,
  structureOf,
  textOfElement,
} from '../pdf/read/structure.ts';
import { type MarkedText, markedText } from './marked-text.ts';

/** A finished file as checks look into it: what is read is read once, when it is asked for. */
export class Subject {
  readonly file: PdfFile;
  readonly pages: readonly PdfPage[];
  readonly structure: Structure | undefined;
  readonly #steps = new Budget(mostSteps);
  readonly #marks: (PageMarks | undefined)[] = [];
  readonly #texts: (ReadonlyMap<number, MarkedText> | undefined)[] = [];

  constructor(file: PdfFile, pages: readonly PdfPage[]) {
    this.file = file;
    this.pages = pages;
    this.structure = structureOf(file, pages);
  }

  /** Whether so much was asked of the tree that the rest was not looked at. */
  get isExhausted(): boolean {
    return this.#steps.isSpent;
  }

  get elements(): readonly StructureElement[] {
    return this.structure?.elements ?? [];
  }

  marks(page: number): PageMarks {
    return (this.#marks[page] ??= marksOf(this.pages[page]!));
  }

  /** The text of each marked content of a page. */
  texts(page: number): ReadonlyMap<number, MarkedText> {
    return (this.#texts[page] ??= markedText(this.pages[page]!, this.marks(page)));
  }

  /** The text of marked content; undefined where there is none, or where it cannot be told whose it is. */
  textOf({ page, mcid, stream }: StructureContent): MarkedText | undefined {
    return page === undefined || stream !== undefined ? undefined : this.texts(page).get(mcid);
  }

  /** The kids of an element and of those below it that are no elements, in reading order. */
  *leaves(element: StructureElement): Generator<Exclude<StructureKid, StructureElement>> {
    const ahead: StructureKid[] = [element];
    for (let next = ahead.pop(); next && this.#steps.spend(1); next = ahead.pop()) {
      if (next.kind !== 'element') yield next;
      else for (let at = next.kids.length - 1; at >= 0; at -= 1) ahead.push(next.kids[at]!);
    }
  }

  /** What an element and those below it show: the words on the page, whatever stands for them; spaces made one. */
  words(element: StructureElement): string {
    let text = '';
    for (const leaf of this.leaves(element)) {
      if (leaf.kind === 'content') text += this.textOf(leaf)?.text ?? '';
      if (text.length > mostWords) break;
    }
    return fold(text);
  }

  /** What is read of an element: its words, or what stands for them (ISO 32000-2, 14.9.3 and 14.9.4). */
  spoken(element: StructureElement): string {
    let text = '';
    const ahead: StructureKid[] = [element];
    for (let next = ahead.pop(); next && text.length <= mostWords && this.#steps.spend(1); next = ahead.pop()) {
      if (next.kind === 'content') text += this.textOf(next)?.text ?? '';
      if (next.kind !== 'element') continue;
      const instead = textOfElement(this.file, next, 'ActualText') ?? textOfElement(this.file, next, 'Alt');
      if (instead !== undefined) text += instead;
      else for (let at = next.kids.length - 1; at >= 0; at -= 1) ahead.push(next.kids[at]!);
    }
    return fold(text);
  }

  /** The page that an element begins on, from 0. */
  pageOf(element: StructureElement): number | undefined {
    if (element.page !== undefined) return element.page;
    let looked = 0;
    for (const leaf of this.leaves(element)) {
      if (leaf.page !== undefined) return leaf.page;
      if ((looked += 1) > 100) return undefined;
    }
    return undefined;
  }

  /** The place of an element, for findings. */
  at(element: StructureElement): { readonly page: number | undefined; readonly element: StructureElement } {
    return { page: this.pageOf(element), element };
  }
}

/**
 * Steps through the tree that all checks together may take. Each goes down from many elements: in a tree that is made to
 * hang a reader, for ever.
 */
const mostSteps = 5_000_000;

/** Words beyond these matter to no check. */
const mostWords = 20_000;

/** Spaces of all kinds as one, none at the ends, no soft hyphens. */
export const fold = (text: string): string =>
  text
    .replace(/\u00ad/g, '')
    .replace(/[\s\u00a0\u200b]+/g, ' ')
    .trim();

/** The kids of an element that are elements. */
export const elementsIn = ({ kids }: StructureElement): StructureElement[] =>
  kids.filter((kid): kid is StructureElement => kid.kind === 'element');
