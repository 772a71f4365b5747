/**
 * The sentences of a text, and where each begins. A full stop within a word, as in `police.uk`, ends none; an
 * abbreviation does, which does no harm to what is compared.
 */
export const sentencesOf = (text: string): readonly { readonly text: string; readonly at: number }[] =>
  [...text.matchAll(/\S[^]*?(?:[.!?]["”’)\]*]*(?=\s|$)|$)/g)].map((match) => ({ text: match[0], at: match.index }));
