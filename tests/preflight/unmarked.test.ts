import { describe, expect, test } from 'vitest';
import { checkUnmarked } from '../../src/preflight/unmarked.ts';
import { bytesOf, productNames } from '../pdf/products.ts';
import { classic, type Objects, simple, stream } from '../pdf/read/made.ts';
import { foundBy } from './looking.ts';

const resources = '/Font << /F 5 0 R >> /XObject << /X 8 0 R /P 9 0 R >>';
const objects: Objects = {
  1: '<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 6 0 R /MarkInfo << /Marked true >> >>',
  3: `<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << ${resources} >> >>`,
  6: '<< /Type /StructTreeRoot >>',
  8: stream('0 0 9 9 re f', '/Subtype /Form'),
  9: stream('x', '/Subtype /Image'),
};

const foundIn = (content: string, more: Objects = {}): string[] =>
  foundBy(checkUnmarked, classic(simple(content, { ...objects, ...more }))).map(({ message }) => message);

const text = 'BT /F 12 Tf 50 100 Td (Ring 999) Tj ET';

describe('content that is not marked', () => {
  test('is counted for each page, with its first words', () => {
    const content = `${text} BT /F 9 Tf (more) Tj ET 0 0 9 9 re B /X Do /P Do BI /W 1 ID x EI`;
    const [found, ...more] = foundBy(checkUnmarked, classic(simple(content, objects)));
    expect(found).toMatchObject({
      rule: 'accessible/unmarked',
      severity: 'error',
      message:
        '2 pieces of text, 2 pictures, 3 drawings neither in the structure nor marked as artifacts, first `Ring 999`',
      place: { kind: 'pdf', page: 1 },
    });
    expect(more).toEqual([]);
  });

  test('is none in an element, in an artifact, or in a form that is an element', () => {
    const marked = `/P << /MCID 0 >> BDC ${text} /Span BMC ${text} EMC EMC /Artifact BMC 0 0 9 9 re f /X Do EMC`;
    expect(foundIn(marked)).toEqual([]);
    expect(foundIn('/X Do', { 8: stream('0 0 9 9 re f', '/Subtype /Form /StructParent 1') })).toEqual([]);
    expect(foundIn('/P Do', { 9: stream('x', '/Subtype /Image /StructParent 1') })).toEqual([]);
    expect(foundIn('0 0 9 9 re n 0 0 9 9 re W n')).toEqual([]);
  });

  test('is what stands in marks that belong to nothing', () => {
    expect(foundIn(`/P BMC ${text} EMC`)).toEqual([
      '1 piece of text neither in the structure nor marked as artifacts, first `Ring 999`',
    ]);
    expect(foundIn(`/Artifact BMC EMC 0 0 9 9 re S`)).toEqual([
      '1 drawing neither in the structure nor marked as artifacts',
    ]);
  });

  test('is not asked of a file without a structure', () => {
    expect(foundIn(text, { 1: '<< /Type /Catalog /Pages 2 0 R >>' })).toEqual([]);
  });

  test.each(productNames)('is none in the %s', async (product) => {
    expect(foundBy(checkUnmarked, await bytesOf(product))).toEqual([]);
  });
});
