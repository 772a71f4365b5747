import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import { checkVolume } from '../../src/pdf/volume/read-back.ts';
import { isA, isArray, nameOf, type PdfDict, textOfString } from '../../src/pdf/read/objects.ts';
import { numberTree } from '../../src/pdf/read/number-tree.ts';
import { openLeeds } from '../cli/leeds.ts';
import { operationsOf, type Pdf, readPdf } from '../pdf/reading.ts';

// Some wards of Leeds, one that no plate serves, for there is a number in its name, and one that cannot be printed.

const other = 'Ward 12';
const leeds = openLeeds(5, `9998,E05099998,${other}, ,E08000035,Leeds`, '9999,E05099999,Castle 🐉, ,E08000035,Leeds');
const areas = [...leeds.wards, `${other} ward`];
const args = ['batch', '--council', 'leeds', '--areas', 'wards.csv'];
const at = (name: string): Buffer => readFileSync(join(leeds.folder, 'output/leeds', name));
let status = -1;
let whole: Pdf;
let press: Pdf;

beforeAll(async () => {
  await leeds.play(...args);
  ({ status } = await leeds.play(...args, '--one-file'));
  await leeds.play(...args, '--one-file', '--for', 'print');
  whole = readPdf(at('leaflet.areas.en.pdf'));
  press = readPdf(at('leaflet.areas.en.print.pdf'));
}, 180_000);

afterAll(() => rmSync(leeds.folder, { recursive: true, force: true }));

/** The files of the areas by themselves, in the order of the list. */
const single = (): readonly Pdf[] =>
  areas.map((area) => {
    const { path } = leeds.entries().find((entry) => entry.area === area)!;
    return readPdf(readFileSync(join(leeds.folder, 'output', path)));
  });

const rows = (): string[][] =>
  at('leaflet.areas.en.csv')
    .toString('utf8')
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','));

describe('a file of all areas', () => {
  test('has the pages of each, as its own file has them', () => {
    const own = single().flatMap((pdf) => pdf.pages.map((page) => shown(pdf, page.dict)));
    const all = whole.pages.map((page) => shown(whole, page.dict));
    expect(all).toHaveLength(own.length);
    expect(all.map((page, i) => page === own[i])).toEqual(own.map(() => true));
  });

  test('has the tags of each, below a section with its name', () => {
    const [document] = kidsOf(whole, whole.at(whole.file.catalog, 'StructTreeRoot', 'dict'));
    expect(nameOf(whole.file.get(document!, 'S'))).toBe('Document');
    const [part, ...others] = kidsOf(whole, document!);
    expect([whole.text(part!, 'T'), others]).toEqual(['Leeds City Council', []]);
    const sections = kidsOf(whole, part!);
    expect(sections.map((section) => [whole.name(section, 'S'), whole.text(section, 'T')])).toEqual(
      areas.map((area) => ['Sect', area]),
    );
    const own = single().map((pdf) => {
      const [root] = kidsOf(pdf, pdf.at(pdf.file.catalog, 'StructTreeRoot', 'dict'));
      return kidsOf(pdf, root!).map((kid) => tagsBelow(pdf, kid));
    });
    expect(sections.map((section) => kidsOf(whole, section).map((kid) => tagsBelow(whole, kid)))).toEqual(own);
  });

  test('leads from what is marked and from links to their elements', () => {
    const tree = whole.at(whole.file.catalog, 'StructTreeRoot', 'dict');
    const keys = numberTree(whole.file, whole.at(tree, 'ParentTree', 'dict'));
    const owners = whole.pages.map(({ dict }, index) => {
      const row = whole.file.resolve(keys.get(Number(dict.entries.get('StructParents'))) ?? null);
      const elements = isArray(row) ? row.map((ref) => whole.file.dictOf(ref)!) : [];
      return { area: areaAbove(elements[0]!), index, links: linksOn(dict) };
    });
    const expected = rows().flatMap(([, area, first, last]) => (first === '' ? [] : spread(area!, first!, last!)));
    expect(owners.map(({ area, index }) => [area, index + 1])).toEqual(expected);
    const strayed = owners.flatMap(({ area, links }) =>
      links.filter((link) => areaAbove(whole.file.dictOf(keys.get(link))!) !== area),
    );
    expect(owners.reduce((sum, { links }) => sum + links.length, 0)).toBeGreaterThan(areas.length * 10);
    expect(strayed).toEqual([]);
  });

  test('has bookmarks by council and area, which lead to their first pages', () => {
    const outlines = whole.at(whole.file.catalog, 'Outlines', 'dict');
    const [council, ...more] = siblings(whole.at(outlines, 'First', 'dict'));
    expect([whole.text(council!, 'Title'), more]).toEqual(['Leeds City Council', []]);
    const found = siblings(whole.at(council!, 'First', 'dict')).map((item) => {
      const [page] = whole.list(item, 'Dest');
      return [
        whole.text(item, 'Title'),
        String(whole.pages.findIndex(({ dict }) => dict === whole.file.dictOf(page)) + 1),
      ];
    });
    expect(found).toEqual(rows().flatMap(([, area, first]) => (first === '' ? [] : [[area, first]])));
  });

  test('has fonts and static art once', () => {
    expect(counts(whole)).toEqual(counts(single()[0]!));
    expect(at('leaflet.areas.en.pdf').length).toBeLessThan(single().length * 25_000);
  });

  test('has a table of where each area is, which says who is not in it', () => {
    const pages = rows().map(([, area, first, last, remark]) => [
      area,
      first === '' ? remark : [Number(first), Number(last)],
    ]);
    let next = 1;
    const expected = areas.map((area, i) => {
      const first = next;
      next += single()[i]!.pages.length;
      return [area, [first, next - 1]];
    });
    expect(pages).toEqual([...expected, ['Castle 🐉 ward', 'not in the file: it has faults']]);
    expect(status).toBe(1);
  });

  test('is in the manifest, with its table, and leaves nothing behind', () => {
    const names = leeds.entries().map(({ path }) => path);
    expect(names).toContain('leeds/leaflet.areas.en.pdf');
    expect(names).toContain('leeds/leaflet.areas.en.csv');
    expect(names).toContain('leeds/leaflet.areas.en.print.job.yaml');
    expect(readdirSync(join(leeds.folder, 'output/leeds')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('is the same bytes each time', async () => {
    const before = at('leaflet.areas.en.pdf');
    await leeds.play(...args, '--one-file');
    expect(at('leaflet.areas.en.pdf').equals(before)).toBe(true);
  }, 60_000);

  test('is not taken for sound when pages stand elsewhere than the table says', async () => {
    const bytes = at('leaflet.areas.en.pdf');
    const read = (offset: number, length: number): Uint8Array => bytes.subarray(offset, offset + length);
    const file = { size: bytes.length, read };
    const told = { pages: whole.pages.length, records: [] };
    expect(await checkVolume(file, told)).toBeUndefined();
    expect(await checkVolume(file, { ...told, pages: 3 })).toMatch(/has \d+ pages, expected 3/);
    const moved = { ...told, records: [{ first: 2, object: 1 }] };
    expect(await checkVolume(file, moved)).toMatch(/page 2 .* is not the page/);
    const torn = Buffer.from(bytes);
    torn.fill(0, bytes.length - 300, bytes.length - 200);
    const broken = { ...file, read: (offset: number, length: number) => torn.subarray(offset, offset + length) };
    expect(await checkVolume(broken, told)).toMatch(/has 0 pages/);
  });
});

describe('a file of all areas for a press', () => {
  test('has a document part for each record (ISO 16612-2)', () => {
    const root = press.at(press.file.catalog, 'DPartRoot', 'dict');
    expect([press.name(root, 'Type'), root.entries.get('RecordLevel')]).toEqual(['DPartRoot', 2]);
    expect(press.list(root, 'NodeNameList').map((each) => nameOf(each))).toEqual(['Batch', 'Council', 'Record']);
    const batch = press.at(root, 'DPartRootNode', 'dict');
    expect(press.at(batch, 'Parent', 'dict')).toBe(root);
    const [council] = partsOf(batch);
    expect(press.at(council!, 'Parent', 'dict')).toBe(batch);
    let next = 0;
    const records = partsOf(council!).map((part, i) => {
      expect(press.at(part, 'Parent', 'dict')).toBe(council);
      const said = press.at(press.at(part, 'DPM', 'dict'), 'HNDBLL_Record', 'dict');
      const count = single()[i]!.pages.length;
      const pages = press.pages.slice(next, (next += count));
      expect(press.at(part, 'Start', 'dict')).toBe(pages[0]!.dict);
      expect(press.at(part, 'End', 'dict')).toBe(pages.at(-1)!.dict);
      for (const { dict } of pages) expect(press.at(dict, 'DPart', 'dict')).toBe(part);
      return press.text(said, 'Area');
    });
    expect(records).toEqual(areas);
    expect(next).toBe(press.pages.length);
  });

  test('says that it is PDF/X-4 and PDF/VT-1', () => {
    const packet = press.stream(press.file.catalog, 'Metadata');
    expect(packet).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>');
    expect(packet).toContain('<pdfvtid:GTS_PDFVTVersion>PDF/VT-1</pdfvtid:GTS_PDFVTVersion>');
    expect(packet).toContain('<pdfvtid:GTS_PDFVTModDate>2025-03-20T00:00:00Z</pdfvtid:GTS_PDFVTModDate>');
    expect(press.file.version).toBe('1.6');
  });

  test('has a job ticket for the whole', () => {
    const ticket = at('leaflet.areas.en.print.job.yaml').toString('utf8');
    expect(ticket).toContain('\nfile: leaflet.areas.en.print.pdf\n');
    expect(ticket).toContain(`\npages: ${press.pages.length}\n`);
    expect(ticket).toMatch(/\nrecords: "?6, each of which begins on a new sheet"?\n/);
    expect(ticket).toContain('\nprofile: ');
  });
});

describe('what makes no sense with one file', () => {
  test.each([
    [['--only', 'Armley'], 'leave out --only, and print from the page'],
    [['--from', 'Armley'], 'leave out --from, and print from the page'],
    [['--resume'], 'leave out --resume'],
    [['--prune'], 'leave out --prune'],
    [['--afresh'], 'leave out --afresh'],
    [['--card'], '--card makes files of their own'],
    [['--html'], '--html makes files of their own'],
    [['--workers', '2'], 'leave out --workers'],
    [['--for', 'proof'], 'leave out --for proof'],
  ])('%s is refused', async (more, said) => {
    let stderr = '';
    const io = { stdout: { write() {} }, stderr: { write: (text: string) => void (stderr += text) }, env: {} };
    const refused = await run([...args, '--one-file', ...more], { ...io, cwd: leeds.folder, now: () => new Date() });
    expect(stderr).toContain(said);
    expect(refused).toBe(2);
  });

  test('a shard has a name of its own', async () => {
    const { stdout } = await leeds.play(...args, '--one-file', '--shard', '1/3', '--dry-run');
    expect(stdout).toContain('write  output/leeds/leaflet.areas.1-of-3.en.pdf\n');
    expect(existsSync(join(leeds.folder, 'output/leeds/leaflet.areas.1-of-3.en.pdf'))).toBe(false);
  });
});

const counts = (pdf: Pdf): readonly number[] =>
  ['FontDescriptor', 'OutputIntent'].map((type) => pdf.all('Type', type).length);

/** What a page shows: its operators, with fonts and forms by what they are, not by their objects. */
const shown = (pdf: Pdf, page: PdfDict): string => {
  const contents = pdf.list(page, 'Contents').map((ref) => {
    const stream = pdf.file.resolve(ref);
    return isA(stream, 'stream') ? Buffer.from(pdf.file.decode(stream)).toString('latin1') : '';
  });
  return JSON.stringify([operationsOf(contents.join('\n')), pdf.numbers(page, 'MediaBox')]);
};

const kidsOf = (pdf: Pdf, element: PdfDict): PdfDict[] => {
  const kids = pdf.file.get(element, 'K');
  return (isArray(kids) ? kids : []).flatMap((kid) => (isA(kid, 'ref') ? [pdf.file.dictOf(kid)!] : []));
};

type Tags = readonly [type: string, alt: string, kids: readonly Tags[]];

const tagsBelow = (pdf: Pdf, element: PdfDict): Tags => {
  const alt = pdf.file.get(element, 'Alt');
  const said = isA(alt, 'string') ? textOfString(alt) : '';
  return [pdf.name(element, 'S'), said, kidsOf(pdf, element).map((kid) => tagsBelow(pdf, kid))];
};

/** The name of the section that an element stands in. */
const areaAbove = (element: PdfDict): string => {
  let above = element;
  while (nameOf(whole.file.get(above, 'S')) !== 'Sect' || !above.entries.has('T')) above = whole.at(above, 'P', 'dict');
  return whole.text(above, 'T');
};

const linksOn = (page: PdfDict): number[] => {
  const given = whole.file.get(page, 'Annots');
  return (isArray(given) ? given : []).map((each) => Number(whole.file.dictOf(each)?.entries.get('StructParent')));
};

const spread = (area: string, first: string, last: string): [string, number][] =>
  Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => [area, Number(first) + i]);

const siblings = (first: PdfDict): PdfDict[] => {
  const found = [first];
  while (found.at(-1)!.entries.has('Next')) found.push(whole.at(found.at(-1)!, 'Next', 'dict'));
  return found;
};

const partsOf = (part: PdfDict): PdfDict[] =>
  press.list(part, 'DParts').flatMap((each) => (isArray(each) ? each.map((ref) => press.file.dictOf(ref)!) : []));
