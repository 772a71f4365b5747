import { enoughCouncils, type JobOf, metadataOfAll } from '../job.ts';
import type { SetName } from '../catalogue.ts';
import { error, type Report } from '../diagnostics/diagnostic.ts';
import type { Streaming } from '../output-stream.ts';
import type { Output } from '../output.ts';
import { checkVolume } from '../pdf/volume/read-back.ts';
import type { RecordTemplate } from '../pdf/volume/record-template.ts';
import { TooLarge } from '../pdf/volume/streamed-file.ts';
import { type Pages, Volume, type VolumeEnd, type VolumeKind } from '../pdf/volume/volume.ts';
import { editionsOf, languageOf, type Made, type Wanted } from './editions.ts';
import type { Loaded } from './sources.ts';

/** A file of many areas that is being written. */
export type OneFile = {
  /** Adds a record; whether it stands in the file. What hinders it is reported. */
  readonly add: (made: Made, wanted: Wanted) => boolean;
  /** Where the pages of an area are; undefined if it is not in the file. */
  readonly pagesOf: (council: string, area: string) => Pages | undefined;
  /** Ends the file, reads it back and puts it in its place; undefined if it does not stand there, which was reported. */
  readonly keep: () => Promise<Kept | undefined>;
  /** Takes away what was written of it. */
  readonly drop: () => void;
};

/** A file that stands. */
export type Kept = VolumeEnd & {
  /** What it was made from, by council. */
  readonly councils: ReadonlyMap<string, Origin>;
  readonly title: string;
};

/** What is kept of a council until the file stands; all else of it is let go before the next. */
export type Origin = Pick<Loaded, 'contacts' | 'inputs'> & {
  /** As people write it. */
  readonly name: string;
};

export type OneFileOptions = {
  /** Path under the output folder. */
  readonly name: string;
  readonly kind: VolumeKind;
  /** See `OneFilePrinter`. */
  readonly ownIn: (bytes: Uint8Array) => ReadonlySet<number>;
  readonly output: Output;
  readonly report: Report;
};

/** Opens a file of many areas; undefined if something hinders it, which was reported. */
export function openOneFile({ name, kind, ownIn, output, report }: OneFileOptions): OneFile | undefined {
  const opened = output.stream(name);
  if (!opened) return undefined;
  return new Gathering({ name, kind, ownIn, output, report }, opened);
}

class Gathering implements OneFile {
  readonly #options: OneFileOptions;
  readonly #stream: Streaming;
  readonly #volume: Volume;
  readonly #places = new Map<string, Pages>();
  readonly #councils = new Map<string, Origin>();
  /** For each council, the first of its jobs. */
  readonly #jobs: JobOf<SetName>[] = [];
  #templates = new WeakMap<Uint8Array, RecordTemplate>();
  #isSound = true;

  constructor(options: OneFileOptions, stream: Streaming) {
    this.#options = options;
    this.#stream = stream;
    this.#volume = new Volume((piece) => void (this.#isSound &&= stream.write(piece)), options.kind);
  }

  add(made: Made, { council, area = '', names, status, day }: Wanted): boolean {
    const { pressed, loaded, product, language } = made;
    if (!this.#isSound) return false;
    const { name } = loaded.sources.record.council;
    if (!this.#councils.has(council)) {
      const { contacts, inputs } = loaded;
      this.#councils.set(council, { name, contacts, inputs });
      const of = editionsOf(product, loaded).find((each) => languageOf(each) === language);
      const job = of && { product: product.template as SetName, ...of, status, day };
      if (job && this.#jobs.length < enoughCouncils) this.#jobs.push(job);
    }
    const { bytes, content } = pressed;
    try {
      const template = this.#templates.get(bytes) ?? this.#volume.template(bytes, this.#options.ownIn(bytes));
      this.#templates.set(bytes, template);
      const title = printedName(area, language, names);
      const record = { council: name, area: title, template };
      this.#places.set(key(council, area), this.#volume.record({ ...record, ...(content && { content }) }));
    } catch (cause) {
      if (!(cause instanceof TooLarge)) throw cause;
      this.#tooLarge();
    }
    return this.#isSound;
  }

  #tooLarge(): void {
    const { output, name, report } = this.#options;
    const path = output.shown(name);
    const message = `\`${path}\` would have more objects than a file of PDF/A may, so it was not written`;
    const hint = 'make it in parts, each of them a file: `--shard 1/4`, `--shard 2/4` and so on';
    report(error('write/too-large', message, { kind: 'text', path }, hint));
    this.#isSound = false;
    this.drop();
  }

  pagesOf(council: string, area: string): Pages | undefined {
    return this.#places.get(key(council, area));
  }

  async keep(): Promise<Kept | undefined> {
    const { output, name, report } = this.#options;
    if (!this.#isSound) return undefined;
    const metadata = metadataOfAll(this.#jobs);
    const end = this.#volume.finish(metadata);
    if (!this.#isSound) return undefined;
    const read: Streaming['read'] = (offset, length) => this.#stream.read(offset, length);
    const records = this.#places.values();
    const fault = await checkVolume({ size: end.size, read }, { pages: end.pages, records });
    if (fault !== undefined) {
      this.drop();
      const place = { kind: 'pdf', path: output.shown(name) } as const;
      const hint = 'nothing was written; report it as a bug in handbill, with the list of areas';
      report(error('trust/read-back', fault, place, hint));
      return undefined;
    }
    if (!this.#stream.keep()) return undefined;
    return { ...end, councils: this.#councils, title: metadata.title };
  }

  drop(): void {
    this.#stream.drop();
  }
}

const key = (council: string, area: string): string => `${council}/${area}`;

/** What an area is called in a file of these languages; its usual name stands beside one that is another. */
export function printedName(area: string, language: string, names: Wanted['names'] = {}): string {
  const printed = language.split('-').map((tag) => names[tag] ?? area);
  return [...new Set([...printed, area])].join(' / ');
}
