import { expect, test } from 'vitest';
import { readPdf } from '../pdf/qpdf.ts';
import { type Element, readAloud, treeOf } from '../pdf/tree.ts';
import { describeWith } from '../require.ts';
import { everything, pressed } from './pressed.ts';

/** The types of a tree as it stands, without links: their words are the paragraph's. */
const outlineOf = (element: Element): string => {
  const below = element.kids.flatMap((kid) => (kid.kind === 'element' && kid.type !== 'Link' ? [outlineOf(kid)] : []));
  return below.length > 0 ? `${element.type}(${below.join(' ')})` : element.type;
};

const readOf = (bytes: Uint8Array) => {
  const pdf = readPdf(bytes);
  return {
    outline: outlineOf(treeOf(pdf)),
    aloud: readAloud(pdf).map(({ element, text }) => `${element.type} ${text}`),
  };
};

describeWith('qpdf', 'the structure of a file for print', () => {
  test.each(everything)('%s of %s: is read as the screen’s is, but for links', async (product, council) => {
    const screen = readOf((await pressed(product, council, 'screen')).bytes);
    const print = readOf((await pressed(product, council, 'marked')).bytes);
    expect(screen.aloud.length).toBeGreaterThan(10);
    expect(print).toEqual(screen);
  });
});
