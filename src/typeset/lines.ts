import { Memory } from '../memory.ts';
import type { Faces } from './faces.ts';
import type { GlyphRun, Line, Run, Words } from './laid.ts';
import { type Breakable, breakLines } from './linebreak.ts';
import { type Placed, placedAt } from './placed.ts';
import { baseline, underline } from './scale.ts';
import { settable } from './trace.ts';

/** A word and the space after it, each as glyphs by run. */
type Word = Breakable & { readonly from: number; readonly to: number; readonly text: string };

/** A run, or a part of it between hard breaks, and which of the words' runs it is. */
type IndexedRun = Run & { readonly index: number };

/** A placed glyph, and the run that it belongs to. */
type Setting = { readonly placed: Placed; readonly run: number };

/**
 * Where a line may end: at a space, and inside an address after `/ . - ?` when something follows. Nowhere else: words
 * are not split, and no hyphen is ever added.
 */
const addressLike = /^(?:https?:\/\/|www\.)\S+$/;

const shapeRuns = (words: Words, runs: readonly IndexedRun[], faces: Faces): Setting[] => {
  const { size } = words.style;
  return runs.flatMap((run, index) => {
    const face = faces.of(run.weight);
    const { glyphs, positions } = face.shape(run.text, words.figures);
    return glyphs.map((glyph, i) => ({ placed: placedAt(size, glyph, positions[i]!, face), run: index }));
  });
};

/** Cuts the glyphs into words; a word may run over several runs (`**bold**,`). */
const wordsOf = (glyphs: readonly Setting[]): Word[] => {
  const words: Word[] = [];
  let from = 0;
  while (from < glyphs.length) {
    let to = from;
    let width = 0;
    let text = '';
    while (to < glyphs.length && !glyphs[to]!.placed.space) {
      width += glyphs[to]!.placed.position.xAdvance;
      text += glyphs[to]!.placed.text;
      to += 1;
    }
    const wordEnd = to;
    let spaceAfter = 0;
    while (to < glyphs.length && glyphs[to]!.placed.space) {
      spaceAfter += glyphs[to]!.placed.position.xAdvance;
      to += 1;
    }
    if (addressLike.test(text)) words.push(...cutAddress(glyphs, from, wordEnd, to, spaceAfter));
    else words.push({ from, to, width, spaceAfter, text });
    from = to;
  }
  return words;
};

const cutAddress = (glyphs: readonly Setting[], from: number, end: number, to: number, spaceAfter: number): Word[] => {
  const pieces: Word[] = [];
  let start = from;
  let width = 0;
  let text = '';
  for (let i = from; i < end; i += 1) {
    const glyph = glyphs[i]!.placed;
    width += glyph.position.xAdvance;
    text += glyph.text;
    const mayBreak = /[/.?-]/.test(glyph.text) && !/[/.?-]/.test(glyphs[i + 1]?.placed.text ?? '');
    if (i === end - 1) pieces.push({ from: start, to, width, spaceAfter, text });
    else if (mayBreak) {
      pieces.push({ from: start, to: i + 1, width, spaceAfter: 0, text });
      start = i + 1;
      width = 0;
      text = '';
    }
  }
  return pieces;
};

const glyphRun = (words: Words, run: IndexedRun, faces: Faces, glyphs: readonly Setting[], start: number): GlyphRun => {
  const { font } = faces.of(run.weight);
  const { size, leading } = words.style;
  return {
    start,
    end: start + glyphs.reduce((sum, each) => sum + each.placed.text.length, 0),
    glyphs: glyphs.map((each) => each.placed.glyph),
    positions: glyphs.map((each) => each.placed.position),
    attributes: {
      font: [font],
      fontSize: size,
      lineHeight: leading,
      color: words.colour,
      run: run.index,
      ...(run.link !== undefined && { link: run.link }),
    },
    xAdvance: glyphs.reduce((sum, each) => sum + each.placed.position.xAdvance, 0),
    height: leading,
    ascent: baseline(words.style),
    descent: baseline(words.style) - leading,
  };
};

const lineOf = (
  words: Words,
  runs: readonly IndexedRun[],
  faces: Faces,
  glyphs: readonly Setting[],
  y: number,
): Line => {
  const { leading } = words.style;
  const glyphRuns: GlyphRun[] = [];
  const decorationLines: Line['decorationLines'][number][] = [];
  let string = '';
  let x = 0;
  for (let from = 0; from < glyphs.length;) {
    const { run } = glyphs[from]!;
    let to = from;
    while (to < glyphs.length && glyphs[to]!.run === run) to += 1;
    const stretch = glyphs.slice(from, to);
    const made = glyphRun(words, runs[run]!, faces, stretch, string.length);
    glyphRuns.push(made);
    string += stretch.map((each) => each.placed.text).join('');
    if (runs[run]!.link !== undefined && runs[run]!.look !== 'plain') {
      const hangingSpace = to === glyphs.length ? trailingSpace(stretch) : 0;
      decorationLines.push({
        rect: {
          x,
          y: baseline(words.style) + underline.depth,
          width: made.xAdvance - hangingSpace,
          height: underline.thickness,
        },
        color: words.colour,
        opacity: 1,
        style: 'solid',
      });
    }
    x += made.xAdvance;
    from = to;
  }
  const width = x - trailingSpace(glyphs);
  return {
    string,
    runs: glyphRuns,
    box: {
      x: { left: 0, center: (words.measure - width) / 2, right: words.measure - width }[words.align],
      y,
      width: words.measure,
      height: leading,
    },
    height: leading,
    ascent: baseline(words.style),
    descent: baseline(words.style) - leading,
    xAdvance: width,
    decorationLines,
  };
};

const trailingSpace = (glyphs: readonly Setting[]): number => {
  let width = 0;
  for (let i = glyphs.length - 1; i >= 0 && glyphs[i]!.placed.space; i -= 1)
    width += glyphs[i]!.placed.position.xAdvance;
  return width;
};

/** Splits runs at hard line breaks (`\n`), which furniture uses where the designer breaks a label. */
const paragraphsOf = (runs: readonly Run[]): IndexedRun[][] => {
  const paragraphs: IndexedRun[][] = [[]];
  runs.forEach((run, index) => {
    run.text.split('\n').forEach((text, i, all) => {
      if (i > 0) paragraphs.push([]);
      // A line's end is a space to whoever hears or copies the words.
      const spaced = i < all.length - 1 ? `${text.trimEnd()} ` : text;
      // A line does not begin with a space, but one may stand alone between two runs.
      if (spaced.trim() || (text && paragraphs.at(-1)!.length > 0))
        paragraphs.at(-1)!.push({ ...run, text: spaced, index });
    });
  });
  return paragraphs;
};

/**
 * Composes the lines of a text: shapes its runs, breaks them to the measure and places every glyph. Spaces stay
 * characters, at a line's end too. The result is what react-pdf's layout keeps in `node.lines`: it measures and splits
 * them but never makes its own.
 */
export const composeLines = (given: Words, faces: Faces): readonly Line[] => {
  const { runs: plain, fields } = settable(given.runs);
  // Who measures words with marks by itself gets what they say, and nobody knows what it makes of that.
  if (fields) faces.trace?.lose(`\`${plain.map(({ text }) => text).join('')}\` is measured`);
  const words = fields ? { ...given, runs: plain } : given;
  const known = knownOf(faces);
  const key = keyOf(words);
  return (
    known.get(key) ??
    known.set(
      key,
      newLines(words, faces),
      plain.reduce((sum, { text }) => sum + text.length, 0),
    )
  );
};

/**
 * Lines by words and look, of each project's faces: most of a leaflet's words are those of all leaflets, and are set for
 * each fit. It counts characters, of which a leaflet has 10,000; each takes some 30 bytes.
 */
const memories = new WeakMap<Faces['of'], Memory<string, readonly Line[]>>();

const knownOf = ({ of }: Faces): Memory<string, readonly Line[]> => {
  const known = memories.get(of) ?? new Memory<string, readonly Line[]>(120_000);
  memories.set(of, known);
  return known;
};

/** All that lines hang on. Their runs tell of a link and of its look, and never of a language. */
const keyOf = ({ runs, style, colour, measure, align, rag, figures }: Words): string => {
  const { size, leading } = style;
  const texts = runs.flatMap(({ text, weight, link, look }) => [text, weight, link, look]);
  return JSON.stringify([size, leading, measure, colour, align, rag, figures, texts]);
};

/** The same of words that nobody sets again, and that have no marks: nothing is remembered of them. */
export const newLines = (words: Words, faces: Faces): readonly Line[] => {
  const lines: Line[] = [];
  let y = 0;
  for (const runs of paragraphsOf(words.runs)) {
    const glyphs = shapeRuns(words, runs, faces);
    const units = wordsOf(glyphs);
    let first = 0;
    for (const end of breakLines(units, words.measure, words.rag)) {
      const from = units[first]!.from;
      const to = units[end - 1]!.to;
      lines.push(lineOf(words, runs, faces, glyphs.slice(from, to), y));
      y += words.style.leading;
      first = end;
    }
  }
  return lines;
};

/** The lines of words that are set; what hangs on them is told to whoever traces the layout. */
export const setLines = (words: Words, faces: Faces): readonly Line[] => {
  const lines = composeLines(words, faces);
  const { fields, choices, style, measure, rag, figures } = words;
  if (fields) {
    const took = {
      runs: fields,
      ...(choices && { choices }),
      style,
      measure,
      rag,
      lines: linesThatFit(lines, measure),
    };
    faces.trace?.measured({ ...took, ...(figures && { figures }) });
  }
  return lines;
};

/** How many lines there are; infinitely many if one is too wide: a long word makes no line more, but it does not fit. */
export const linesThatFit = (lines: readonly Line[], measure: number): number =>
  lines.some((line) => line.xAdvance > measure + tolerance) ? Number.POSITIVE_INFINITY : lines.length;

/** Of comparisons between lengths that were added up in another order, in points. */
const tolerance = 0.01;
