/**
 * The sentences of a text, and where each begins. A full stop within a word, as in `police.uk`, ends none, nor does one
 * that a small letter follows, as in `e.g. this`; other abbreviations do.
 */
export const sentencesOf = (text: string): readonly { readonly text: string; readonly at: number }[] =>
  [...text.matchAll(/\S[^]*?(?:[.!?]["”’)\]*]*(?=\s+(?!\p{Ll})|\s*$)|$)/gu)].map((match) => ({
    text: match[0],
    at: match.index,
  }));
