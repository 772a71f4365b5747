import { expect } from 'vitest';
import type { LaidNode, LaidPage } from '../../src/typeset/laid.ts';

/** A length that the drawings of the poster give, within half a point. */
export const within = (value: number): unknown => expect.closeTo(value, 0);

/** From where to where a line of figures is inked, in points from the page's left edge: their strokes, not their boxes. */
export const inkOf = (pages: readonly LaidPage[], text: string): { readonly left: number; readonly right: number } => {
  const ends: number[] = [];
  const walk = ({ box, lines = [], children = [] }: LaidNode, x: number): void => {
    for (const line of lines.filter(({ string }) => string === text)) {
      let pen = x + box.left + line.box.x;
      for (const { glyphs, positions, attributes } of line.runs) {
        const unit = attributes.fontSize / attributes.font[0]!.unitsPerEm;
        glyphs.forEach(({ bbox }, i) => {
          ends.push(pen + bbox.minX * unit, pen + bbox.maxX * unit);
          pen += positions[i]!.xAdvance;
        });
      }
    }
    for (const child of children) walk(child, x + box.left);
  };
  for (const { nodes } of pages) for (const node of nodes) walk(node, 0);
  return { left: Math.min(...ends), right: Math.max(...ends) };
};

/** The headings with words of their own, as they are read: level, language where it is another than the page's, words. */
export const headingsOf = (pages: readonly LaidPage[]): string[] => {
  const found: string[] = [];
  const walk = ({ props, lines = [], children = [] }: LaidNode): void => {
    const { role = '', language = '' } = props;
    if (/^H\d$/.test(role) && props.words) {
      const words = lines.map(({ string }) => string.replaceAll('\u00a0', ' ').trim()).join(' ');
      found.push([role, language, words].filter((part) => part !== '').join(' '));
    }
    children.forEach(walk);
  };
  for (const { nodes } of pages) nodes.forEach(walk);
  return found;
};
