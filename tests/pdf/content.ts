import { type Dict, isDict, type Json, type Pdf } from './qpdf.ts';

/** The content of pages, read by its operators: what is shown or painted, and in which marked content. */

/** A marked content: `/P <</MCID 3>> BDC`. */
export type Mark = { readonly tag: string; readonly properties: Readonly<Record<string, string>> };

export type Painted = {
  /** `TJ`, `f`, `S` … */
  readonly operator: string;
  /** From the outermost. */
  readonly marks: readonly Mark[];
  /** Of text: the resource name of its font, and its codes. */
  readonly font?: string;
  readonly codes?: readonly number[];
  /** Which marked content, counted from the page's head. */
  readonly sequence: number;
};

export type PageContent = { readonly painted: readonly Painted[]; readonly marks: readonly Mark[] };

const TOKEN = /<<[^>]*>>|<([0-9a-fA-F\s]*)>|\[|\]|\/[^\s/<>[\]()]+|[^\s/<>[\]()]+/g;

const PAINTING = new Set(['f', 'f*', 'F', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'Tj', 'TJ', "'", '"', 'EI']);

const propertiesOf = (written: string): Record<string, string> =>
  Object.fromEntries(
    [...written.matchAll(/\/(\w+)\s*(\/\w+|[-\d.]+|\[[^\]]*\])/g)].map(([, key = '', value = '']) => [key, value]),
  );

/** @throws where marked content is not closed, or closed without being opened */
export const readContent = (content: string): PageContent => {
  const painted: Painted[] = [];
  const all: Mark[] = [];
  let open: Mark[] = [];
  let operands: string[] = [];
  let codes: number[] = [];
  let font: string | undefined;
  let sequence = 0;
  for (const [token, hex] of content.matchAll(TOKEN)) {
    if (hex !== undefined) {
      for (let at = 0; at < hex.length; at += 4) codes.push(Number.parseInt(hex.slice(at, at + 4), 16));
      continue;
    }
    if (!/^[A-Za-z'"]/.test(token)) {
      operands.push(token);
      continue;
    }
    if (token === 'Tf') font = operands.at(-2)!.slice(1);
    if (token === 'BDC') {
      const mark = { tag: operands.at(-2)!.slice(1), properties: propertiesOf(operands.at(-1)!) };
      open = [...open, mark];
      all.push(mark);
      sequence += 1;
    }
    if (token === 'BMC') throw new Error(`a mark without properties: ${operands.at(-1)}`);
    if (token === 'EMC') {
      if (open.length === 0) throw new Error('EMC without BDC');
      open = open.slice(0, -1);
    }
    if (PAINTING.has(token)) {
      const isText = token === 'TJ' || token === 'Tj';
      painted.push({ operator: token, marks: open, sequence, ...(isText && font !== undefined && { font, codes }) });
    }
    operands = [];
    codes = [];
  }
  if (open.length > 0) throw new Error(`marked content is not closed: ${JSON.stringify(open)}`);
  return { painted, marks: all };
};

const contents = new WeakMap<Pdf, Map<string, PageContent>>();

/** The content of a page, read once. */
export const contentOf = (pdf: Pdf, page: string): PageContent => {
  const known = contents.get(pdf) ?? new Map<string, PageContent>();
  contents.set(pdf, known);
  let content = known.get(page);
  if (!content) known.set(page, (content = readContent(pdf.content(page))));
  return content;
};

export const mcidOf = ({ marks }: { readonly marks: readonly Mark[] }): number | undefined => {
  const mcid = marks.findLast(({ properties }) => properties.MCID !== undefined)?.properties.MCID;
  return mcid === undefined ? undefined : Number(mcid);
};

/** A font as readers use it: what each code stands for (9.10.3), how wide it is (9.7.4.3), and the face's file. */
export type PdfFont = {
  readonly name: string;
  readonly characters: ReadonlyMap<number, string>;
  readonly widths: readonly number[];
  readonly descriptor: Dict;
  readonly file: Buffer;
};

/** By their resource names, which are the same on every page. */
export const fontsOf = (pdf: Pdf): Map<string, PdfFont> => {
  const [resources, ...more] = new Set(pdf.pages.map((page) => pdf.dict(page)['/Resources']));
  if (more.length > 0) throw new Error('pages have resources of their own');
  const fonts = pdf.dict(pdf.dict(resources)['/Font']);
  return new Map(Object.entries(fonts).map(([key, font]) => [key.slice(1), fontOf(pdf, font)]));
};

const fontOf = (pdf: Pdf, reference: Json): PdfFont => {
  const font = pdf.dict(reference);
  const descendant = pdf.dict(pdf.array(font['/DescendantFonts'])[0]);
  const descriptor = pdf.dict(descendant['/FontDescriptor']);
  const map = pdf.data(font['/ToUnicode']).toString('latin1');
  const characters = new Map(
    [...map.matchAll(/<([0-9a-f]{4})> <((?:[0-9a-f]{4})+)>\n/g)].map(([, code = '', units = '']) => [
      Number.parseInt(code, 16),
      Buffer.from(units, 'hex').swap16().toString('utf16le'),
    ]),
  );
  const [first, widths] = pdf.array(descendant['/W']);
  if (first !== 0 || isDict(widths)) throw new Error('widths are not written from code 0');
  return {
    name: String(font['/BaseFont']).slice(1),
    characters,
    widths: pdf.array(widths) as number[],
    descriptor,
    file: pdf.data(descriptor['/FontFile2']),
  };
};

/** Of each page, the words of each marked content by its MCID. */
export const wordsOf = (pdf: Pdf): Map<number, string>[] => {
  const fonts = fontsOf(pdf);
  return pdf.pages.map((page) => {
    const words = new Map<number, string>();
    for (const piece of contentOf(pdf, page).painted) {
      const mcid = mcidOf(piece);
      if (mcid === undefined || !piece.codes) continue;
      const { characters } = fonts.get(piece.font!)!;
      const text = piece.codes.map((code) => characters.get(code) ?? '\ufffd').join('');
      words.set(mcid, (words.get(mcid) ?? '') + text);
    }
    return words;
  });
};
