/** A text file as a stage gets it: the path is the one that diagnostics print, relative to the project where it lies in it. */
export type SourceFile = { readonly path: string; readonly text: string };
