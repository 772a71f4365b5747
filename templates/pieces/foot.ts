import type { Faces } from '../../src/typeset/faces.ts';
import type { TypeStyle } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { linesTaken } from '../../src/typeset/words.tsx';

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
export const fittingFoot = (
  { document, shortTitle, area }: FootWords,
  style: TypeStyle,
  measure: number,
  faces: Faces,
): string => {
  if (area === undefined) return document;
  const choices = [`${document}, ${area}`, `${shortTitle}, ${area}`, area];
  return choices.find((text) => linesTaken(text, style, measure, faces) === 1) ?? area;
};

/**
 * The foot of an edition in one language.
 *
 * @param document document and edition
 */
export const footText = ({ edition, faces }: Parts, document: string, style: TypeStyle, measure: number): string => {
  const { shortTitle } = edition.guidance;
  return fittingFoot({ document, shortTitle, area: edition.record.area }, style, measure, faces);
};
