import type { TypeStyle } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { linesTaken } from '../../src/typeset/words.tsx';

/**
 * Words of a page's foot: document and edition, with the area where there is one; if that is too long, short title and
 * area; else the area alone.
 *
 * @param document document and edition
 */
export const footText = ({ edition, faces }: Parts, document: string, style: TypeStyle, measure: number): string => {
  const { area } = edition.record;
  if (area === undefined) return document;
  const choices = [`${document}, ${area}`, `${edition.guidance.shortTitle}, ${area}`, area];
  return choices.find((text) => linesTaken(text, style, measure, faces) === 1) ?? area;
};
