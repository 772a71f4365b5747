import type { Font, Glyph } from 'fontkit';
import PDFDocument from 'pdfkit';
import { xmp } from './xmp.ts';

/** What a file says of itself. */
export type Metadata = {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** BCP 47: `en-GB`. */
  readonly language: string;
  /** The file's date: an input, so that the same job makes the same bytes. */
  readonly date: Date;
};

/** An indirect object of the file. */
export type Reference = { readonly data: Record<string, unknown>; end(chunk?: Uint8Array): void; compress: boolean };

/** pdfkit's embedded font, as far as we use it: a subset that grows, and the tables made from it. */
type EmbeddedFont = {
  readonly id: string;
  readonly font: Font;
  readonly scale: number;
  readonly subset: { includeGlyph(id: number): number };
  readonly widths: number[];
  readonly unicode: number[][];
  ref(): Reference;
};

type Page = {
  readonly dictionary: Reference;
  readonly fonts: Record<string, Reference>;
  readonly annotations: Reference[];
};

/** The inner seams of pdfkit that `@types/pdfkit` does not know; the version is pinned and a contract test watches them. */
type Pdfkit = Pick<PDFKit.PDFDocument, 'addPage' | 'transform' | 'path' | 'switchToPage' | 'on'> & {
  font(font: Font): void;
  end(): void;
  page: Page;
  _font: EmbeddedFont;
  _root: Reference;
  ref(data?: object): Reference;
  addContent(operators: string): void;
};

const noBreakSpace = 0xa0;

/**
 * Our context on pdfkit: objects, streams and embedded fonts are pdfkit's; what stands on a page is written as PDF
 * operators by our painter. No standard font can get in: pdfkit opens none of its own accord, and a face is only taken
 * as an opened font.
 */
export class Context {
  readonly #pdf: Pdfkit;
  readonly #chunks: Uint8Array[] = [];
  readonly #ended: Promise<void>;
  readonly #fonts = new Map<Font, EmbeddedFont>();
  readonly #pages: Reference[] = [];

  constructor(metadata: Metadata) {
    const info = {
      Title: metadata.title,
      Author: metadata.author,
      Subject: metadata.subject,
      Creator: 'handbill',
      Producer: 'handbill',
      CreationDate: metadata.date,
      ModDate: metadata.date,
    };
    const options = {
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      displayTitle: true,
      lang: metadata.language,
      font: null,
      info,
    };
    this.#pdf = new MetadataOfOurOwn(options as object) as unknown as Pdfkit;
    const packet = this.#pdf.ref({ Type: 'Metadata', Subtype: 'XML' });
    packet.compress = false;
    packet.end(new TextEncoder().encode(xmp(metadata)));
    this.#pdf._root.data.Metadata = packet;
    this.#ended = new Promise((resolve, reject) => {
      this.#pdf.on('data', (chunk: Uint8Array) => this.#chunks.push(chunk));
      this.#pdf.on('end', resolve);
      this.#pdf.on('error', reject);
    });
  }

  /** Opens a page; sizes in points. Coordinates are PDF's own: from the lower left corner. */
  addPage(width: number, height: number): void {
    this.#pdf.addPage({ size: [width, height], margin: 0 });
    // pdfkit turns the page upside down for its own drawing; once more, and PDF's coordinates are back.
    this.#pdf.transform(1, 0, 0, -1, 0, height);
    const { dictionary } = this.#pdf.page;
    // A reader that takes UserUnit from the dictionary fails on the default; it says nothing at 1.
    delete dictionary.data.UserUnit;
    this.#pages.push(dictionary);
  }

  /** Appends operators to the page's content. */
  write(operators: string): void {
    this.#pdf.addContent(operators);
  }

  /** Appends an SVG path (its `d`) to the content as path operators; the caller paints it. */
  path(d: string): void {
    this.#pdf.path(d);
  }

  /** Makes a face available on the page and returns its resource name. */
  face(font: Font): string {
    const embedded = this.#embedded(font);
    this.#pdf.page.fonts[embedded.id] ??= embedded.ref();
    return embedded.id;
  }

  /** Takes a glyph into the subset and returns its code (four hex digits) and its natural width in thousandths. */
  glyph(font: Font, glyph: Glyph): { readonly code: string; readonly width: number } {
    const embedded = this.#embedded(font);
    const id = embedded.subset.includeGlyph(glyph.id);
    const width = glyph.advanceWidth * embedded.scale;
    embedded.widths[id] ??= width;
    // A space that must not break is a space to whoever copies or searches the text.
    embedded.unicode[id] ??= glyph.codePoints.map((code) => (code === noBreakSpace ? 0x20 : code));
    return { code: id.toString(16).padStart(4, '0'), width };
  }

  /** Adds an annotation to the current page. */
  annotate(data: object): void {
    const annotation = this.#pdf.ref(data);
    annotation.end();
    this.#pdf.page.annotations.push(annotation);
  }

  /** The object of a page that has been opened, counted from 0. */
  page(index: number): Reference {
    return this.#pages[index]!;
  }

  /** Goes back to a page, to add to it. */
  turnTo(index: number): void {
    this.#pdf.switchToPage(index);
  }

  /** Writes what is left and returns the file. */
  async finish(): Promise<Uint8Array> {
    this.#pdf.end();
    await this.#ended;
    return Buffer.concat(this.#chunks);
  }

  #embedded(font: Font): EmbeddedFont {
    let embedded = this.#fonts.get(font);
    if (!embedded) {
      this.#pdf.font(font);
      embedded = this.#pdf._font;
      this.#fonts.set(font, embedded);
    }
    return embedded;
  }
}

/** pdfkit writes Info strings into its XMP without escaping them: one `&` in a title destroys the packet. Ours replaces it. */
class MetadataOfOurOwn extends PDFDocument {
  override endMetadata(): void {}
}
