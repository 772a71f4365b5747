import type { Metadata } from '../document.ts';
import { text, type Value, write } from '../objects.ts';
import { metadataStream, recordOf } from '../plate.ts';
import { DocumentParts } from './document-parts.ts';
import { NumberLeaves } from './number-leaves.ts';
import { Outline } from './outline.ts';
import { PageNodes } from './page-nodes.ts';
import { type Place, type RecordTemplate, templateOf } from './record-template.ts';
import { Sections } from './sections.ts';
import { SharedObjects } from './shared-objects.ts';
import { type FileEnd, type Sink, StreamedFile } from './streamed-file.ts';

/** What a volume is made for. */
export type VolumeKind = {
  readonly purpose: 'screen' | 'press';
  /** Whether it holds records of several councils. */
  readonly councils: 'one' | 'several';
};

/** A record that is put into a volume. */
export type VolumeRecord = {
  /** As people write it: records of one council come one after the other. */
  readonly council: string;
  readonly area: string;
  readonly template: RecordTemplate;
  /** Its own content, by the numbers of the template's streams; without it, that of the file the template was made of. */
  readonly content?: ReadonlyMap<number, string>;
};

/** Where a record stands: its first and last page, counted from 1, and the number of the first one's object. */
export type Pages = { readonly first: number; readonly last: number; readonly object: number };

export type VolumeEnd = FileEnd & { readonly pages: number };

/**
 * Many records in one tagged PDF, which is written as it is made. Fonts and art that records share stand in it once. It
 * claims what its records' files claim: PDF/UA-1 and PDF/A-2a; for a press PDF/X-4, and PDF/VT-1 (ISO 16612-2).
 */
export class Volume {
  readonly #purpose: VolumeKind['purpose'];
  readonly #out: StreamedFile;
  readonly #shared: SharedObjects;
  readonly #pages: PageNodes;
  readonly #keys: NumberLeaves;
  readonly #outline: Outline;
  readonly #sections: Sections;
  readonly #parts: DocumentParts | undefined;
  #council: string | undefined;
  #catalog: string | undefined;

  constructor(sink: Sink, { purpose, councils }: VolumeKind) {
    this.#purpose = purpose;
    // PDF/X-4, and so PDF/VT-1, is of PDF 1.6 (ISO 15930-7, 6.1).
    this.#out = new StreamedFile(sink, purpose === 'press' ? '1.6' : '1.7');
    this.#shared = new SharedObjects(this.#out);
    this.#pages = new PageNodes(this.#out);
    this.#keys = new NumberLeaves(this.#out);
    this.#outline = new Outline(this.#out, councils === 'one' ? 'open' : 'closed');
    this.#sections = new Sections(this.#out);
    this.#parts = purpose === 'press' ? new DocumentParts(this.#out) : undefined;
  }

  /** Pages so far. */
  get pages(): number {
    return this.#pages.count;
  }

  /**
   * Takes a finished file, so that records can be written as it is; puts what they share into the volume.
   *
   * @param own numbers of the content streams that differ between records
   */
  template(bytes: Uint8Array, own: ReadonlySet<number>): RecordTemplate {
    const template = templateOf(bytes, own, this.#shared);
    this.#catalog ??= template.catalog;
    // What is said once must hold for all: the language, and what colours mean.
    if (template.catalog !== this.#catalog) throw new Error('records of one volume differ in language or in colours');
    return template;
  }

  /**
   * Writes a record.
   *
   * @throws {TooLarge}
   */
  record({ council, area, template, content }: VolumeRecord): Pages {
    const out = this.#out;
    const base = out.reserve(template.count);
    const pages = Array.from({ length: template.pages }, (_, i) => base + i);
    const first = this.#pages.count + 1;
    if (council !== this.#council) {
      this.#council = council;
      this.#outline.council(council, base);
      this.#sections.council(council);
      this.#parts?.council(council);
    }
    this.#outline.area(area, base);
    const parent = this.#sections.add(base + template.section);
    const part = this.#parts?.add(area, { first: base, last: pages.at(-1)! });
    const node = this.#pages.add(pages);
    const key = this.#keys.next;
    const title = plain(text(area));
    const known = (piece: string | Place): string | number => {
      if (typeof piece === 'string') return piece;
      switch (piece.kind) {
        case 'own':
          return base + piece.at;
        case 'key':
          return key + piece.at;
        case 'page-node':
          return node;
        case 'section-parent':
          return parent;
        case 'document-part':
          return part === undefined ? '' : ` /DPart ${part} 0 R`;
        case 'title':
          return title;
      }
    };
    for (const { at, number, data } of template.streams) {
      const own = content?.get(number);
      if (content && own === undefined) throw new Error(`a record has nothing for stream ${number} of its plate`);
      out.plain(base + at, own ?? data);
    }
    for (const { at, pieces } of template.objects) out.object(base + at, pieces.map(known));
    this.#keys.add(template.keys.count, template.keys.pieces.map(known));
    return { first, last: this.#pages.count, object: base };
  }

  /** Writes what holds the records together, and ends the file. */
  finish(metadata: Metadata): VolumeEnd {
    const out = this.#out;
    if (this.#catalog === undefined) throw new Error('a volume has no records');
    this.#pages.finish();
    this.#outline.finish();
    const structure = this.#sections.finish(this.#keys.finish(), this.#keys.next);
    const parts = this.#parts?.finish();
    const mark = this.#purpose === 'press' ? out.mark() : undefined;
    const { packet, info } = recordOf(metadata, mark, 'variable');
    const [root, said, own] = [out.reserve(), out.reserve(), out.reserve()];
    out.stream(said, plain({ ...metadataStream, Length: packet.length }), packet);
    const entries = [
      '/Type /Catalog',
      `/Pages ${this.#pages.root} 0 R`,
      this.#catalog,
      `/StructTreeRoot ${structure} 0 R`,
      `/Metadata ${said} 0 R`,
      `/Outlines ${this.#outline.root} 0 R`,
      '/PageMode /UseOutlines',
      ...(parts === undefined ? [] : [`/DPartRoot ${parts} 0 R`]),
    ];
    out.object(root, `<<${entries.join(' ')}>>`);
    out.object(own, plain(info));
    return { ...out.finish({ root, info: own }), pages: this.#pages.count };
  }
}

/** A value without references. */
const plain = (value: Value): string => write(value, (ref) => ref.id);
