import { createHash } from 'node:crypto';
import type { Font, Glyph } from 'fontkit';
import type { Cut } from '../typeset/laid.ts';
import { boxesOf } from './boxes.ts';
import { type Plate, PdfFile } from './file.ts';
import { EmbeddedFont } from './font.ts';
import { name, type Ref, text, type Value } from './objects.ts';
import { type Bookmark, writeOutlines } from './outlines.ts';
import { intentsOf } from './output-intent.ts';
import { type Press, screenPress } from './press.ts';
import { StructureTree } from './structure.ts';
import { markOf, metadataStream, type PaintedPlate, recordOf } from './plate.ts';
import type { Slot } from './slot.ts';

export type { PaintedPlate } from './plate.ts';

/** What a file says of itself. */
export type Metadata = {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** BCP 47: `en-GB`. */
  readonly language: string;
  /** The file's date: an input, so that the same job makes the same bytes. */
  readonly date: Date;
  /** Of sheets to be cut or folded: printed in their own size, and turned over this edge. */
  readonly printing?: 'long-edge' | 'short-edge';
};

type Page = {
  readonly ref: Ref;
  readonly width: number;
  readonly height: number;
  /** Operators, in stretches of one plate each; those of a record with the slots in them. */
  readonly content: { readonly plate: Plate; operators: string; readonly pieces: (string | Slot)[] }[];
  readonly annotations: Ref[];
  /** Where the paper is cut, if it is larger than the page. */
  readonly cut: Cut | undefined;
};

/** Operators that are to be written later. */
export type Kept = readonly { readonly operators: string; readonly plate: Plate }[];

/** A form shows so much beyond its page, in points: 3 mm and a little. */
const beyond = 9;

/**
 * A tagged PDF being made: pages and their operators, fonts, annotations, structure, bookmarks and metadata, put into a
 * file at the end. It claims PDF/UA-1 and PDF/A-2a, and writes what they ask for.
 */
export class Document {
  readonly file = new PdfFile();
  readonly tree = new StructureTree();
  readonly #metadata: Metadata;
  readonly #press: Press;
  readonly #pages: Page[] = [];
  readonly #fonts = new Map<Font, { readonly resource: string; readonly ref: Ref; readonly embedded: EmbeddedFont }>();
  readonly #bookmarks: Bookmark[] = [];
  readonly #forms: Ref[] = [];
  /** The content streams that belong to the record, by what stands in them. */
  readonly #recordContent = new Map<
    string,
    { readonly ref: Ref } & Pick<Page['content'][number], 'operators' | 'pieces'>
  >();
  /** The resources of forms: the faces alone, for no form shows another. */
  #formResources: Ref | undefined;
  /** The operators of the form that is being painted, if one is. */
  #form: string | undefined;
  /** Whether the file of another record differs in nothing but what stands in slots, and in what it says of itself. */
  #isImprintable = true;
  /** What is painted now, and written later. */
  #kept: { operators: string; plate: Plate }[] | undefined;

  constructor(metadata: Metadata, press: Press = screenPress) {
    this.#metadata = metadata;
    this.#press = press;
  }

  /**
   * Opens a page, its trimmed size in points; what is written next stands on it. Returns its index.
   *
   * @param cut where it is cut, if it is not the page itself that is cut out of the paper
   */
  addPage(width: number, height: number, cut?: Cut): number {
    this.#pages.push({ ref: this.file.reserve(), width, height, content: [], annotations: [], cut });
    return this.#pages.length - 1;
  }

  /** Appends operators to the page that was opened last. */
  write(operators: string, plate: Plate = 'template'): void {
    if (this.#form !== undefined) {
      this.#form += `${operators}\n`;
      return;
    }
    if (this.#kept) {
      this.#kept.push({ operators, plate });
      return;
    }
    this.#append(`${operators}\n`, plate, `${operators}\n`);
  }

  #append(operators: string, plate: Plate, piece: string | Slot): void {
    const { content } = this.#pages.at(-1)!;
    if (content.at(-1)?.plate !== plate) content.push({ plate, operators: '', pieces: [] });
    const last = content.at(-1)!;
    last.operators += operators;
    if (plate === 'record') last.pieces.push(piece);
  }

  /**
   * Appends words that differ between records.
   *
   * @param slot undefined: others cannot be put in their place without more changes to the file
   */
  slot(operators: string, slot: Slot | undefined): void {
    if (this.#form !== undefined || this.#kept || !slot) {
      this.#isImprintable = false;
      this.write(operators, 'record');
    } else this.#append(`${operators}\n`, 'record', slot);
  }

  /** Paints what is to be written later: what is read before other things is marked before them. */
  keep(paint: () => void): Kept {
    const kept: { operators: string; plate: Plate }[] = [];
    this.#kept = kept;
    paint();
    this.#kept = undefined;
    return kept;
  }

  /**
   * Paints what stands in several places once (ISO 32000-1, 8.10). Nothing in it is read.
   *
   * @param paint writes its operators; the origin is the lower left corner of its page, which a bleed may go beyond
   * @returns the resource name
   */
  form(width: number, height: number, paint: () => void): string {
    if (this.#form !== undefined) throw new Error('a form is painted within a form');
    this.#form = '';
    paint();
    const operators = Buffer.from(this.#form, 'latin1');
    this.#form = undefined;
    const [right, top] = [width + beyond, height + beyond];
    const box = { Type: name('XObject'), Subtype: name('Form'), BBox: [-beyond, -beyond, right, top] };
    this.#forms.push(this.file.stream(operators, { ...box, Resources: (this.#formResources ??= this.file.reserve()) }));
    return `X${this.#forms.length}`;
  }

  pageRef(index: number): Ref {
    return this.#pages[index]!.ref;
  }

  /** The resource name of a face. */
  face(font: Font): string {
    return this.#font(font).resource;
  }

  /** The code of a glyph, which is taken into the face's subset, and its natural width in thousandths. */
  glyph(font: Font, glyph: Glyph): { readonly code: string; readonly width: number } {
    return this.#font(font).embedded.glyph(glyph);
  }

  /** Puts an annotation on a page. */
  annotate(page: number, annotation: Ref): void {
    this.#pages[page]!.annotations.push(annotation);
  }

  addBookmark(bookmark: Bookmark): void {
    this.#bookmarks.push(bookmark);
  }

  #font(font: Font) {
    let known = this.#fonts.get(font);
    if (!known) {
      known = {
        resource: `F${this.#fonts.size + 1}`,
        ref: this.file.reserve(),
        embedded: new EmbeddedFont(font),
      };
      this.#fonts.set(font, known);
    }
    return known;
  }

  finish(): PaintedPlate {
    const { file } = this;
    const { language } = this.#metadata;
    const parent = file.reserve();
    const fonts = [...this.#fonts.values()];
    const faces = { Font: Object.fromEntries(fonts.map(({ resource, ref }) => [resource, ref])) };
    const inks = this.#press.inks.resources();
    if (this.#formResources) file.set(this.#formResources, { ...faces, ...inks });
    const forms = Object.fromEntries(this.#forms.map((ref, i) => [`X${i + 1}`, ref]));
    const resources = file.add({ ...faces, ...inks, XObject: this.#forms.length > 0 ? forms : undefined });
    const structure = this.tree.write(
      file,
      this.#pages.map(({ ref }) => ref),
    );
    this.#pages.forEach((page, i) => this.#writePage(page, i, parent, resources));
    file.set(parent, { Type: name('Pages'), Kids: this.#pages.map(({ ref }) => ref), Count: this.#pages.length });
    for (const { embedded, ref } of fonts) embedded.embed(file, ref);
    const outlines = writeOutlines(this.#bookmarks, file, (page) => this.pageRef(page));
    const forPress = this.#press.intent.kind === 'press';
    const own = recordOf(this.#metadata, forPress ? this.#mark() : undefined);
    const metadata = file.stream(own.packet, metadataStream, 'record', 'plain');
    const root = file.add({
      Type: name('Catalog'),
      Pages: parent,
      Lang: text(language),
      MarkInfo: { Marked: true },
      StructTreeRoot: structure,
      ViewerPreferences: { DisplayDocTitle: true, ...printPreferences(this.#metadata) },
      Metadata: metadata,
      Outlines: outlines,
      PageMode: outlines && name('UseOutlines'),
      OutputIntents: intentsOf(this.#press.intent, file),
    });
    const info = file.add(own.info, 'record');
    // PDF/X-4 is of PDF 1.6 (ISO 15930-7, 6.1).
    const ends = { root, info, version: forPress ? '1.6' : '1.7' } as const;
    return {
      bytes: file.write(ends),
      plate: () => {
        if (!this.#isImprintable) return undefined;
        const codes = fonts.map(({ embedded, resource }) => ({ resource, ...embedded.fixed() }));
        const content = [...this.#recordContent.values()].map(({ ref, pieces }) => ({ number: ref.id + 1, pieces }));
        const numbers = { metadata: metadata.id + 1, info: info.id + 1 };
        return {
          constant: file.constant(ends),
          content,
          faces: codes,
          numbers,
          ...(forPress && { constantContent: this.#constantContent() }),
        };
      },
    };
  }

  #writePage(
    { ref, width, height, content, annotations, cut }: Page,
    index: number,
    parent: Ref,
    resources: Ref,
  ): void {
    const streams = content.map((stretch) =>
      stretch.plate === 'record'
        ? this.#recordStream(stretch, index)
        : this.file.stream(Buffer.from(stretch.operators, 'latin1')),
    );
    this.file.set(ref, {
      Type: name('Page'),
      Parent: parent,
      ...boxesOf({ width, height, cut }, this.#press),
      Resources: resources,
      Contents: streams,
      StructParents: index,
      Tabs: name('S'),
      Annots: annotations.length > 0 ? annotations : undefined,
    });
  }

  /** What stands alike on several pages, as a foot does, is one stream; what is read has its own number on each. */
  #recordStream({ operators, pieces }: Page['content'][number], page: number): Ref {
    const key = JSON.stringify([operators.includes('/MCID') && page, pieces]);
    const known = this.#recordContent.get(key);
    if (known) return known.ref;
    const ref = this.file.stream(Buffer.from(operators, 'latin1'), {}, 'record', 'plain');
    this.#recordContent.set(key, { ref, operators, pieces });
    return ref;
  }

  /** A mark of the pages: the same pages have the same, so that the same job makes the same bytes. */
  #mark(): Uint8Array {
    return markOf(
      this.#constantContent(),
      [...this.#recordContent.values()].map(({ operators }) => operators),
      this.#metadata,
    );
  }

  /** The hash of what is the same on the pages of all records. */
  #constantContent(): Uint8Array {
    const hash = createHash('sha256');
    for (const { content } of this.#pages) {
      for (const { plate, operators } of content) if (plate === 'template') hash.update(operators);
    }
    return hash.digest();
  }
}

/** What a viewer offers when somebody prints (ISO 32000-1, 12.2): the paper's own size, and how to turn it over. */
const printPreferences = ({ printing }: Metadata): { readonly [key: string]: Value } => {
  if (printing === undefined) return {};
  const turns = { 'long-edge': 'DuplexFlipLongEdge', 'short-edge': 'DuplexFlipShortEdge' };
  return { PrintScaling: name('None'), Duplex: name(turns[printing]) };
};
