/** What a column takes. Phone numbers are texts: as numbers they would lose the zero at their beginning. */
export type ColumnKind = 'text' | 'day';

export type FormColumn = {
  readonly heading: string;
  /** In characters, as spreadsheet programs measure columns. */
  readonly width: number;
  readonly kind: ColumnKind;
  /** A comment on the heading: what to write, and how. */
  readonly note?: string;
  /** What can be chosen from; other values are refused by the spreadsheet program. */
  readonly choices?: Choices;
};

/** A few words without commas, or what stands in a column of a sheet below its heading. */
export type Choices = readonly string[] | { readonly sheet: string; /** From 1. */ readonly column: number };

/** A sheet to be written: a table with its headings, or paragraphs to be read. */
export type FormSheet =
  | {
      readonly kind: 'table';
      readonly name: string;
      readonly columns: readonly FormColumn[];
      /** Texts in the order of the columns; a day as `2025-05-01`. */
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'words'; readonly name: string; readonly title: string; readonly lines: readonly string[] };
