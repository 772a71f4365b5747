import { describe, expect, test } from 'vitest';
import { bytesOf } from '../pdf/products.ts';
import { describeWith } from '../require.ts';
import { foundIn, rulesOf } from './tagged.ts';
import { cairo, chromium, ghostscript, PAGE, pdfkit, pdfkitTagged, pdfLib, reactPdf } from './writers.ts';

/** What is found in the files of other programs: what is there, and nothing that is not. */

const found = (bytes: Uint8Array): string[] => rulesOf(foundIn(bytes)).map((rule) => rule.replace('accessible/', ''));

describe('files of libraries', () => {
  test('pdfkit, without tags', async () => {
    const rules = ['font-not-embedded', 'no-claim', 'no-language', 'no-title', 'untagged'];
    expect(found(await pdfkit())).toEqual(rules);
  });

  test('pdfkit, with tags: the link has no words of its own', async () => {
    const all = foundIn(await pdfkitTagged());
    expect(all.map(({ rule, place }) => [rule, place])).toEqual([
      ['accessible/annotation-contents', { kind: 'pdf', path: 'file.pdf', page: 1, element: 'Document/P/Link' }],
    ]);
  });

  test('pdf-lib', async () => {
    const rules = ['font-not-embedded', 'no-claim', 'no-language', 'no-title', 'untagged'];
    expect(found(await pdfLib())).toEqual(rules);
  });

  test('react-pdf: a title and a language, and no tags', async () => {
    expect(found(await reactPdf())).toEqual(['font-not-embedded', 'no-claim', 'no-title', 'untagged']);
  });
});

describeWith('chromium', 'files of Chromium', () => {
  test('are tagged; an inner list stands beside the body of its item', () => {
    expect(found(chromium(PAGE)).filter((rule) => rule !== 'empty-label')).toEqual([
      'annotation-contents',
      'nested-list',
      'no-claim',
      'no-title',
    ]);
  });
});

describeWith('ghostscript', 'files of Ghostscript', () => {
  test('lose the tags of ours', async () => {
    const rules = found(ghostscript(await bytesOf('wallet-card')));
    expect(rules).toEqual(expect.arrayContaining(['no-language', 'title-not-shown', 'untagged']));
    expect(rules).not.toContain('font-not-embedded');
  });

  test('are read as PDF 1.4 and PDF/A too', async () => {
    const file = ghostscript(
      await bytesOf('leaflet'),
      '-dPDFA=1',
      '-dCompatibilityLevel=1.4',
      '-sColorConversionStrategy=RGB',
    );
    expect(found(file)).toEqual(['no-claim', 'no-language', 'title-not-shown', 'untagged']);
  });
});

describeWith('poppler', 'files of cairo', () => {
  test('lose tags, language and title of ours', async () => {
    expect(found(cairo(await bytesOf('leaflet')))).toEqual(['no-claim', 'no-language', 'no-title', 'untagged']);
  });
});
