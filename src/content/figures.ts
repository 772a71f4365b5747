import type { Image, Nodes, Paragraph } from 'mdast';
import { type Picture, parsePicture } from '../data/picture.ts';
import { error, type Place, type Report, warning } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import type { Check } from './containers.ts';
import { placeOf } from './nodes.ts';

/** Where pictures are found: a project's `content/pictures`. */
export type PictureShelf = {
  /** The names of all pictures, as `![…](name.svg)` gives them. */
  readonly names: () => readonly string[];
  /** @returns undefined when an error was reported */
  readonly read: (name: string, report: Report) => SourceFile | undefined;
};

/** For what has no pictures. */
export const noPictures: PictureShelf = { names: () => [], read: () => undefined };

/** The pictures of one document, each parsed when it is first named. */
export class Pictures {
  readonly found = new Map<string, Picture>();
  readonly #tried = new Set<string>();
  readonly #shelf: PictureShelf;

  constructor(shelf: PictureShelf) {
    this.#shelf = shelf;
  }

  /** Parses a picture; one that is not there is reported at `place`, its own faults at theirs. */
  take(name: string, place: Place, report: Report): void {
    const names = this.#shelf.names();
    if (!names.includes(name)) {
      const meant = nearest(name, names);
      const known = names.slice(0, 20).map((each) => `\`${each}\``);
      const there = known.length > 0 ? `use one that is there: ${known.join(', ')}` : `put it into \`${FOLDER}\``;
      const hint = meant === undefined ? there : `did you mean \`${meant}\`?`;
      report(error('parse/missing-picture', `there is no picture \`${name}\` in \`${FOLDER}\``, place, hint));
    } else if (!this.#tried.has(name)) {
      this.#tried.add(name);
      const file = this.#shelf.read(name, report);
      const picture = file && parsePicture(file, report);
      if (picture) this.found.set(name, picture);
    }
  }
}

const FOLDER = 'content/pictures';

/** The picture of a paragraph that holds nothing else: a figure. */
export function figureIn(node: Nodes): Image | undefined {
  if (node.type !== 'paragraph') return undefined;
  const [only, ...more] = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return only?.type === 'image' && more.length === 0 ? only : undefined;
}

/** Checks a figure: where it stands, what it shows, and what is said to those who do not see it. */
export function checkFigure(image: Image, paragraph: Paragraph, { file, report, around, pictures }: Check): void {
  const place = placeOf(image, file);
  const where = around.find((name) => name in CLOSED);
  if (where !== undefined) {
    const message = `a picture inside ${CLOSED[where]} cannot be set`;
    report(error('parse/unsupported-block', message, placeOf(paragraph, file), 'put it before or after'));
  }
  const { url } = image;
  const kind = KINDS.find(([ending]) => ending.test(url))?.[1];
  if (kind !== undefined) {
    const hint = 'give it as an SVG file of flat shapes: redraw or trace it, do not only wrap it';
    report(error('parse/unsupported-picture', `${kind} cannot be set`, place, hint));
  } else if (!/^[a-z0-9][a-z0-9._-]*\.svg$/i.test(url)) {
    const message = `\`${url}\` is not the name of a picture`;
    report(error('parse/unsupported-picture', message, place, `put an SVG file into \`${FOLDER}\`, and give its name`));
  } else pictures.take(url, place, report);
  checkWords(image, place, report);
}

/** Blocks that hold words only. */
const CLOSED: Readonly<Record<string, string>> = { listItem: 'a list', emergency: '`:::emergency`' };

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\.png$/i, 'a PNG picture'],
  [/\.jpe?g$/i, 'a JPEG picture'],
  [/\.webp$/i, 'a WebP picture'],
  [/\.(gif|avif|tiff?|bmp|heic)$/i, 'a picture made of pixels'],
  [/\.(pdf|eps|ai)$/i, 'a picture of this kind'],
];

/** A screen reader says no more than so much without a pause, and many stop there. */
const mostLetters = 250;

/** No words of what is shown. */
const EMPTY_WORDS =
  /^(an? |the )?(image|picture|photo(graph)?|graphic|figure|icon|diagram|chart|drawing|illustration|screenshot|alt( text)?|untitled)( of)?[\s\d.:]*$/i;

function checkWords({ alt, title, url }: Image, place: Place, report: Report): void {
  const words = (alt ?? '').trim();
  const hint = 'say what it shows, as to somebody on the phone: `![A door with a chain …](door.svg)`';
  const poor = (what: string): void => report(error('parse/poor-alt', what, place, hint));
  if (words === '') {
    const or = 'or remove it: nothing in guidance is there for decoration';
    report(error('parse/missing-alt', 'a picture without words for those who do not see it', place, hint, or));
  } else if (/\.(svg|png|jpe?g|gif|webp|pdf)$/i.test(words) || folded(words) === folded(url.replace(/\.\w+$/, ''))) {
    poor(`\`${words}\` is the name of a file, not what the picture shows`);
  } else if (EMPTY_WORDS.test(words)) poor(`\`${words}\` does not say what the picture shows`);
  else if (title && folded(words) === folded(title)) {
    poor('the words for those who do not see the picture are those of its caption, and would be heard twice');
  } else if ([...words].length > mostLetters) {
    const message = `the words for those who do not see the picture have ${[...words].length} characters, ${mostLetters} are good`;
    report(warning('parse/long-alt', message, place, 'say the essential in them, and the rest in the text'));
  }
}

const folded = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
