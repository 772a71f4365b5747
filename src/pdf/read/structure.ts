import { attributeOf } from './attributes.ts';
import type { PdfFile } from './file.ts';
import { numberTree } from './number-tree.ts';
import { countOf, isA, isArray, nameOf, type PdfDict, type PdfObject, textOfString } from './objects.ts';
import type { PdfPage } from './pages.ts';
import { type Role, roleOf } from './structure-types.ts';

/** Marked content that an element holds (ISO 32000-2, 14.7.5.2). */
export type StructureContent = {
  readonly kind: 'content';
  /** From 0; undefined where it is on no page of the file. */
  readonly page: number | undefined;
  readonly mcid: number;
  /** The number of the form whose content it is; undefined for the page's own. */
  readonly stream?: number;
};

/** An annotation or another object that an element holds (14.7.5.3). */
export type StructureObject = {
  readonly kind: 'object';
  /** The page that the reference names, from 0; undefined where it names none. */
  readonly page: number | undefined;
  /** The number of the object. */
  readonly object: number | undefined;
};

export type StructureKid = StructureElement | StructureContent | StructureObject;

export type StructureElement = {
  readonly kind: 'element';
  readonly dict: PdfDict;
  /** The number of its object, where it is one. */
  readonly number: number | undefined;
  /** As it is written. */
  readonly type: string;
  readonly role: Role;
  readonly parent: StructureElement | undefined;
  readonly kids: readonly StructureKid[];
  /** The page that it names, or an element around it, from 0. */
  readonly page: number | undefined;
};

/** The structure tree of a file (14.7.2). */
export type Structure = {
  /** Every element, each before those below it, in reading order: no tree is too deep to be gone through. */
  readonly elements: readonly StructureElement[];
  readonly top: readonly StructureElement[];
  /** The parent tree: what content and annotations say they belong to (14.7.5.4). */
  readonly parents: ReadonlyMap<number, PdfObject>;
  /** What is wrong with the tree itself, though it was read; each said once. */
  readonly faults: readonly string[];
};

const mostElements = 300_000;
const mostKids = 1_000_000;

type Building = Omit<StructureElement, 'kids'> & { readonly kids: StructureKid[] };
type Ahead = { readonly object: PdfObject; readonly parent: Building | undefined };

/** Reads the structure tree; undefined where the file has none. A damaged one is read as far as it can be. */
export function structureOf(file: PdfFile, pages: readonly PdfPage[]): Structure | undefined {
  const root = file.dictOf(file.catalog.entries.get('StructTreeRoot'));
  return root && new TreeReader(file, pages, root).read();
}

class TreeReader {
  readonly #file: PdfFile;
  readonly #root: PdfDict;
  readonly #roleMap: PdfDict | undefined;
  readonly #pages = new Map<number, number>();
  readonly #roles = new Map<string, Role>();
  readonly #seen = new Set<PdfDict>();
  readonly #elements: Building[] = [];
  readonly #top: StructureElement[] = [];
  readonly #faults = new Set<string>();
  #kids = 0;

  constructor(file: PdfFile, pages: readonly PdfPage[], root: PdfDict) {
    this.#file = file;
    this.#root = root;
    this.#roleMap = file.dictOf(root.entries.get('RoleMap'));
    for (const { number, index } of pages) if (number !== undefined) this.#pages.set(number, index);
  }

  read(): Structure {
    const ahead: Ahead[] = [];
    this.#push(ahead, this.#root.entries.get('K') ?? null, undefined);
    for (let next = ahead.pop(); next; next = ahead.pop()) this.#take(next, ahead);
    return {
      elements: this.#elements,
      top: this.#top,
      parents: numberTree(this.#file, this.#file.dictOf(this.#root.entries.get('ParentTree'))),
      faults: [...this.#faults],
    };
  }

  /** `K` is one kid or an array of them (14.7.2). */
  #push(ahead: Ahead[], object: PdfObject, parent: Building | undefined): void {
    const resolved = this.#file.resolve(object);
    if (resolved === null) return;
    const kids = isArray(resolved) ? resolved : [object];
    const room = Math.max(0, mostKids - this.#kids);
    if (kids.length > room) this.#faults.add(`it has more than ${mostKids} parts; the rest was not read`);
    const taken = Math.min(kids.length, room);
    this.#kids += taken;
    for (let at = taken - 1; at >= 0; at -= 1) ahead.push({ object: kids[at] ?? null, parent });
  }

  #take({ object, parent }: Ahead, ahead: Ahead[]): void {
    const resolved = this.#file.resolve(object);
    if (typeof resolved === 'number') {
      if (parent) this.#content(parent, resolved, parent.page);
      return;
    }
    const dict = isA(resolved, 'dict') ? resolved : undefined;
    if (!dict) return void this.#faults.add('a part of it is missing');
    const type = nameOf(this.#file.get(dict, 'Type'));
    if (type === 'MCR' && parent) {
      const stream = numberOfRef(dict.entries.get('Stm'));
      this.#content(parent, this.#file.get(dict, 'MCID'), this.#pageOf(dict) ?? parent.page, stream);
    } else if (type === 'OBJR' && parent) {
      const page = dict.entries.has('Pg') ? this.#pageOf(dict) : parent.page;
      parent.kids.push({ kind: 'object', page, object: numberOfRef(dict.entries.get('Obj')) });
    } else this.#element(dict, numberOfRef(object), parent, ahead);
  }

  #content(parent: Building, mcid: PdfObject, page: number | undefined, stream?: number): void {
    const number = countOf(mcid);
    if (number === undefined) return void this.#faults.add('a number of marked content is no number');
    parent.kids.push({ kind: 'content', page, mcid: number, ...(stream !== undefined && { stream }) });
  }

  #element(dict: PdfDict, number: number | undefined, parent: Building | undefined, ahead: Ahead[]): void {
    if (this.#seen.has(dict)) return void this.#faults.add('an element stands in it twice, or within itself');
    if (this.#elements.length >= mostElements) {
      return void this.#faults.add(`it has more than ${mostElements} elements; the rest was not read`);
    }
    this.#seen.add(dict);
    const type = nameOf(this.#file.get(dict, 'S')) ?? '';
    // Writers leave it out where an element around names it, and readers take that.
    const page = this.#pageOf(dict) ?? parent?.page;
    const element: Building = {
      kind: 'element',
      dict,
      number,
      type,
      role: this.#role(dict, type),
      parent,
      kids: [],
      page,
    };
    this.#elements.push(element);
    (parent?.kids ?? this.#top).push(element);
    this.#push(ahead, dict.entries.get('K') ?? null, element);
  }

  #role(dict: PdfDict, type: string): Role {
    const namespace = this.#file.dictOf(dict.entries.get('NS'));
    if (namespace) return roleOf(this.#file, this.#roleMap, type, namespace);
    let known = this.#roles.get(type);
    if (!known) this.#roles.set(type, (known = roleOf(this.#file, this.#roleMap, type)));
    return known;
  }

  #pageOf(dict: PdfDict): number | undefined {
    const number = numberOfRef(dict.entries.get('Pg'));
    return number === undefined ? undefined : this.#pages.get(number);
  }
}

/** The number of the object that is referred to. */
export const numberOfRef = (object: PdfObject | undefined): number | undefined =>
  isA(object, 'ref') ? object.number : undefined;

/** The standard type that an element stands for; empty where it stands for none. */
export const standardType = ({ role }: StructureElement): string => (role.kind === 'standard' ? role.role : '');

/** A text of an element: `Alt`, `ActualText`, `Lang`, `ID` (14.7.2); undefined where it has none. */
export function textOfElement(file: PdfFile, { dict }: StructureElement, key: string): string | undefined {
  const found = file.get(dict, key);
  return isA(found, 'string') ? textOfString(found) : undefined;
}

/** An attribute of an element, its own or that of a class; null where it has none (14.7.6). */
export function attributeOfElement(file: PdfFile, { dict }: StructureElement, owner: string, key: string): PdfObject {
  const root = file.dictOf(file.catalog.entries.get('StructTreeRoot'));
  return attributeOf(file, root && file.dictOf(root.entries.get('ClassMap')), dict, owner, key);
}
