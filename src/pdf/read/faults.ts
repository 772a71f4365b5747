/** What is wrong with a file that was read all the same. */
export type Fault = {
  readonly kind: 'xref' | 'object' | 'stream' | 'encrypted' | 'pages' | 'content';
  readonly message: string;
  /** The number of the object, where it is one. */
  readonly object?: number;
};

/** Bytes that are no PDF file, or one of which nothing can be read. */
export class NotAPdf extends Error {
  override name = 'NotAPdf';
}

/** Thrown where bytes cannot be read as an object; whoever drives the parser catches it and notes a fault. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}
