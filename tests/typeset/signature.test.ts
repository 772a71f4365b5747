import { describe, expect, test } from 'vitest';
import type { LaidNode, LaidPage } from '../../src/typeset/laid.ts';
import { filledUp, inPlace, isBlank } from '../../src/typeset/signature.ts';

const node = (name: string): LaidNode => ({
  type: 'VIEW',
  props: { id: name },
  style: {},
  box: { left: 48, top: 0, width: 1, height: 1 },
});

const pageOf = (name: string): LaidPage => ({ width: 100, height: 200, foot: 180, nodes: [node(name)] });

/** Each page by its name, `.` for a blank one. */
const drawn = (pages: readonly LaidPage[]): string =>
  pages.map((page) => (isBlank(page) ? '.' : page.nodes[0]!.props.id)).join('');

const pagesOf = (names: string): LaidPage[] => [...names].map(pageOf);

describe('a signature of four', () => {
  test.each([
    ['', ''],
    ['1', '...1'],
    ['12', '1..2'],
    ['123', '12.3'],
    ['1234', '1234'],
    ['12345', '1234...5'],
    ['123456789', '12345678...9'],
  ])('fills %s up with blank pages before the last', (given, filled) => {
    expect(drawn(filledUp(pagesOf(given), { of: 4, kept: 1 }))).toBe(filled);
  });

  test('keeps as many pages last as it is told', () => {
    expect(drawn(filledUp(pagesOf('123456'), { of: 4, kept: 2 }))).toBe('1234..56');
    expect(drawn(filledUp(pagesOf('123456'), { of: 8, kept: 0 }))).toBe('123456..');
  });

  test('has blank pages of the same size, on which nothing stands', () => {
    const [, blank] = filledUp(pagesOf('12'), { of: 4, kept: 1 });
    expect(blank).toEqual({ width: 100, height: 200, foot: 200, nodes: [] });
  });

  test('is nobody’s who is not bound', () => {
    expect(drawn(filledUp(pagesOf('123'), undefined))).toBe('123');
  });
});

test('what has more room at the spine stands further out on even pages', () => {
  const leftOf = (page: number) => inPlace([node('1')], -12, page)[0]!.box.left;
  expect([1, 2, 3, 4].map(leftOf)).toEqual([48, 36, 48, 36]);
});
