import type { Parts } from '../../src/typeset/template.ts';
import type { Choices } from '../../src/typeset/words.tsx';

/** What the foot of a page may say. */
export type FootWords = {
  /** Document and edition. */
  readonly document: string;
  readonly shortTitle: string;
  readonly area: string | undefined;
};

/**
 * Words of a page's foot: document and edition, with the area where there is one; if that is too long, short title and
 * area; else the area alone.
 */
export const footChoices = ({ document, shortTitle, area }: FootWords): Choices => ({
  choices: area === undefined ? [document] : [`${document}, ${area}`, `${shortTitle}, ${area}`, area],
});

/**
 * The foot of an edition in one language.
 *
 * @param document document and edition
 */
export const footText = ({ edition }: Parts, document: string): Choices =>
  footChoices({ document, shortTitle: edition.guidance.shortTitle, area: edition.record.area });
