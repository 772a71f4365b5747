import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Imprinter, PdfFile, type RecordPart } from '../../src/pdf/file.ts';
import { name, text } from '../../src/pdf/objects.ts';
import { readPdf } from '../../src/pdf/read/file.ts';

/** A file of one page, which says a name in its title and in its content. */
const fileOf = (area: string) => {
  const file = new PdfFile();
  const pages = file.reserve();
  const shared = file.stream(Buffer.from('0 g'));
  const own = file.stream(Buffer.from(`% ${area}`, 'latin1'), {}, 'record', 'plain');
  const page = file.add({ Type: name('Page'), Parent: pages, MediaBox: [0, 0, 100, 100], Contents: [shared, own] });
  file.set(pages, { Type: name('Pages'), Kids: [page], Count: 1 });
  const root = file.add({ Type: name('Catalog'), Pages: pages });
  const info = file.add({ Title: text(area) }, 'record');
  return { file, ends: { root, info }, own: own.id + 1, info: info.id + 1 };
};

const partOf = (area: string): RecordPart => {
  const { own, info } = fileOf(area);
  const data = Buffer.from(`% ${area}`, 'latin1');
  return {
    streams: [{ number: own, dictionary: `<</Length ${data.length}>>`, data }],
    objects: [{ number: info, text: `<</Title (${area})>>` }],
  };
};

const idOf = (bytes: Uint8Array): string[] =>
  [...Buffer.from(bytes).toString('latin1').matchAll(/\/ID \[<([\da-f]{32})> <([\da-f]{32})>\]/g)].flatMap(
    ([, first = '', second = '']) => [first, second],
  );

describe('an imprint', () => {
  const { file, ends } = fileOf('Abbey');
  const imprinter = new Imprinter(file.constant(ends));

  test.each(['Abbey', 'Castle', 'A much longer name'])('is the file that is written for the record: %s', (area) => {
    const whole = fileOf(area);
    expect(Buffer.compare(imprinter.imprint(partOf(area)).bytes, whole.file.write(whole.ends))).toBe(0);
  });

  test('knows its sha256', () => {
    const { bytes, sha256 } = imprinter.imprint(partOf('Castle'));
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test('has an ID of its own, which follows from what it holds', () => {
    const [abbey, castle, again] = ['Abbey', 'Castle', 'Abbey'].map((area) => idOf(imprinter.imprint(partOf(area)).bytes));
    expect(abbey).toHaveLength(2);
    expect(abbey![0]).toBe(abbey![1]);
    expect(abbey).toEqual(again);
    expect(abbey).not.toEqual(castle);
  });

  test('changes nothing of the next one', () => {
    const first = imprinter.imprint(partOf('Abbey'));
    imprinter.imprint(partOf('Castle'));
    expect(imprinter.imprint(partOf('Abbey'))).toEqual(first);
  });

  test('is read without a fault', () => {
    const read = readPdf(imprinter.imprint(partOf('Castle')).bytes);
    expect(read.faults).toEqual([]);
  });
});
