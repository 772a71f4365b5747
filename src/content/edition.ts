import type { Place } from '../diagnostics/diagnostic.ts';
import type { Picture } from '../data/picture.ts';
import type { Day, Record as CouncilRecord } from '../data/record.ts';

/**
 * The edition: guidance merged with a record. It is what templates set: our own small vocabulary of blocks, in the
 * order of the guidance. Every text is final here (fields filled, quotes and dashes typographic, NFC), so that the
 * words given and the words set can be compared one by one.
 */
export type Edition = {
  readonly guidance: GuidanceFacts;
  readonly record: CouncilRecord;
  readonly introduction: readonly Block[];
  readonly sections: readonly Section[];
  /** Passages that products other than the leaflet pick by name (`:::part{#operation-ford}`). */
  readonly parts: ReadonlyMap<string, readonly Block[]>;
  /** Of an edition whose texts have marks round what its area says: see `marks.ts`. */
  readonly fields?: Fields;
};

/** What may differ between the records of a batch. */
export type Fields = {
  /** By the numbers of their marks. */
  readonly values: readonly string[];
  /** The number of the mark of the area's name. */
  readonly area: number;
  /** The same of a record with another name, as it was typed: what else the record says must be the same. */
  readonly valuesFor: (area: string) => readonly string[];
  /** Whether every value stands in words with marks round it: none in an address, in a heading, in what is only read out. */
  readonly areInWords: boolean;
};

/** The front matter of a guidance document. */
export type GuidanceFacts = {
  readonly id: string;
  /** Path of the file, as printed in diagnostics. */
  readonly path: string;
  /** "Candidate security guidance for local elections" */
  readonly title: string;
  /** "Candidate security guidance": for the foot of a page. */
  readonly shortTitle: string;
  /** "May 2025" */
  readonly edition: string;
  /** The day on which this edition was issued, where its name is no month. Not printed. */
  readonly issued?: Day;
  /** "HM Government" */
  readonly issuer: string;
  /** "Open Government Licence v3.0" and its address. */
  readonly licence: { readonly name: string; readonly url: string };
  readonly language: Language;
  /** Address of the collection page: the QR code's target. */
  readonly source: string;
};

/** The language of an edition, by its primary tag (BCP 47): `en`, `cy`. One with furniture and guidance can be made. */
export type Language = string;

/** A numbered section of the guidance (an h2 and what follows). */
export type Section = {
  /** Slug of the heading: the target of links inside the document. */
  readonly id: string;
  /** 1, 2, 3 …: furniture, not part of the heading's words. */
  readonly number: number;
  readonly heading: readonly Inline[];
  readonly blocks: readonly Block[];
  readonly place: Place;
};

export type Block =
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[]; readonly place: Place }
  | {
      readonly kind: 'heading';
      /** 3 to 6: below a section's own heading. */
      readonly depth: number;
      readonly id: string;
      readonly inlines: readonly Inline[];
      readonly place: Place;
    }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Block[])[];
      readonly place: Place;
    }
  | Table
  /** A picture: it stands by itself, and says in words what it shows. */
  | {
      readonly kind: 'figure';
      readonly picture: Picture;
      /** What is said to those who do not see it. */
      readonly alt: string;
      /** Stands below it; empty where it has none. */
      readonly caption: readonly Inline[];
      readonly place: Place;
    }
  /** Danger now: set as the emergency panel. */
  | { readonly kind: 'emergency'; readonly blocks: readonly Block[]; readonly place: Place }
  /** A named passage; a container only, it looks like nothing. */
  | { readonly kind: 'part'; readonly id: string; readonly blocks: readonly Block[]; readonly place: Place }
  /** The council speaking, not the guidance: set as a council panel, says whose words they are. */
  | { readonly kind: 'local'; readonly slot: string; readonly blocks: readonly Block[]; readonly place: Place };

/** Every row has as many cells as the head. */
export type Table = {
  readonly kind: 'table';
  /** What names the cells: those above them; or also the first of each row, and then the first of the head is empty. */
  readonly heads: 'columns' | 'both';
  readonly head: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  /** Of each column. */
  readonly aligned: readonly ('left' | 'center' | 'right')[];
  readonly place: Place;
};

/** A cell of a table; it may be empty. */
export type Cell = { readonly inlines: readonly Inline[]; readonly place: Place };

export type Inline =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'strong'; readonly children: readonly Inline[] }
  /** `url` is absolute (https, mailto, tel) or `#id` of a section or heading of this document. */
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] };
