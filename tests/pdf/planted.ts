import type { GlyphRun, LaidNode, LaidPage, Line } from '../../src/typeset/laid.ts';

/** Faults planted into laid-out pages, behind the back of every check: what the painter gets is not what was set. */

export const plain = (text: string): string => text.replaceAll('\u00a0', ' ').trim();

/** Pages with some of their text nodes changed; only the nodes that change are new. */
export function changeNodes(pages: readonly LaidPage[], change: (node: LaidNode) => LaidNode): LaidPage[] {
  const down = (node: LaidNode): LaidNode => {
    const changed = node.lines ? change(node) : node;
    return changed.children ? { ...changed, children: changed.children.map(down) } : changed;
  };
  return pages.map((page) => ({ ...page, nodes: page.nodes.map(down) }));
}

/** Changes the lines that hold a text, so many of them, from the first one on. */
export function changeLines(
  pages: readonly LaidPage[],
  holding: string,
  change: (line: Line) => Line,
  most = Number.POSITIVE_INFINITY,
): LaidPage[] {
  let changed = 0;
  return changeNodes(pages, (node) => ({
    ...node,
    lines: node.lines!.map((line) => {
      if (!plain(line.string).includes(holding) || changed >= most) return line;
      changed += 1;
      return change(line);
    }),
  }));
}

/** A line in which other glyphs stand for a text; what the line says of itself stays. */
export const spelling =
  (from: string, to: string) =>
  (line: Line): Line => {
    const at = line.string.replaceAll('\u00a0', ' ').indexOf(from);
    const runs = line.runs.map((run): GlyphRun => {
      const font = run.attributes.font[0]!;
      const glyphs = run.glyphs.map((glyph, i) => {
        const letter = to[run.start + i - at];
        return letter !== undefined && run.start + i >= at && letter !== from[run.start + i - at]
          ? font.glyphForCodePoint(letter.codePointAt(0)!)
          : glyph;
      });
      const unit = run.attributes.fontSize / font.unitsPerEm;
      const positions = run.positions.map((position, i) =>
        glyphs[i] === run.glyphs[i] ? position : { ...position, xAdvance: glyphs[i]!.advanceWidth * unit },
      );
      return { ...run, glyphs, positions };
    });
    return { ...line, runs };
  };

/** A line whose links lead somewhere else. */
export const linking =
  (to: string) =>
  (line: Line): Line => ({
    ...line,
    runs: line.runs.map((run) =>
      run.attributes.link === undefined ? run : { ...run, attributes: { ...run.attributes, link: to } },
    ),
  });

/** Two texts that stand in each other's place, wherever they stand alone on a line. */
export function swap(pages: readonly LaidPage[], one: string, other: string): LaidPage[] {
  const lineOf = (text: string): Line => {
    let found: Line | undefined;
    changeNodes(pages, (node) => {
      found ??= node.lines!.find((line) => plain(line.string) === text);
      return node;
    });
    if (!found) throw new Error(`no line says ${text}`);
    return found;
  };
  const [first, second] = [lineOf(one), lineOf(other)];
  return changeNodes(pages, (node) => ({
    ...node,
    lines: node.lines!.map((line) => {
      if (plain(line.string) === one) return { ...second, box: line.box };
      return plain(line.string) === other ? { ...first, box: line.box } : line;
    }),
  }));
}
