import type { Faces } from './faces.ts';
import { Drawing, Frame, Leaf, Leaves } from './elements.tsx';
import type { LaidPage } from './laid.ts';
import { lay } from './react-pdf.ts';
import type { Palette } from './scale.ts';

/** Share of the page's diagonal that the word takes, and of the page's width and height that it takes at the most. */
const share = 0.7;
const most = 0.95;

/** The word's outlines along the diagonal, as one path. They are lines, so they hide no word; and not text, so nobody reads them out. */
const diagonalWord = (word: string, width: number, height: number, faces: Faces): string => {
  const { font, shape } = faces.of(700);
  const { glyphs, positions } = shape(word);
  const advance = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
  const diagonal = Math.hypot(width, height);
  const [sine, cosine] = [height / diagonal, width / diagonal];
  // On a page that is much wider than high, letters as long as that would be cut off at its head and foot.
  const scale = Math.min(
    (share * diagonal) / advance,
    (most * width) / (advance * cosine + font.capHeight * sine),
    (most * height) / (advance * sine + font.capHeight * cosine),
  );
  const angle = -Math.atan2(height, width);
  const turn = (x: number, y: number): string => {
    // From font units, y upwards and centred, to the page, y downwards and turned about its middle.
    const across = (x - advance / 2) * scale;
    const down = (font.capHeight / 2 - y) * scale;
    const turnedX = width / 2 + across * Math.cos(angle) - down * Math.sin(angle);
    const turnedY = height / 2 + across * Math.sin(angle) + down * Math.cos(angle);
    return `${turnedX.toFixed(2)} ${turnedY.toFixed(2)}`;
  };
  const letters = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' } as const;
  let pen = 0;
  let d = '';
  glyphs.forEach((glyph, i) => {
    for (const { command, args } of glyph.path.commands) {
      const points: string[] = [];
      for (let at = 0; at < args.length; at += 2) points.push(turn(pen + args[at]!, args[at + 1]!));
      d += `${letters[command as keyof typeof letters]}${points.join(' ')}`;
    }
    pen += positions[i]!.xAdvance;
  });
  return d;
};

/** Marks pages as a draft: the word in outline across each. */
export const markDraft = async (
  pages: readonly LaidPage[],
  word: string,
  faces: Faces,
  palette: Palette,
): Promise<LaidPage[]> => {
  const marked: LaidPage[] = [];
  for (const page of pages) {
    const { width, height } = page;
    const d = diagonalWord(word, width, height, faces);
    const stroke = {
      d,
      stroke: palette.emergency,
      meant: { stroke: 'emergency' } as const,
      strokeWidth: Math.hypot(width, height) / 700,
    };
    const [leaf] = await lay(
      <Leaves>
        <Leaf width={width} height={height} palette={palette} faces={faces}>
          <Frame name="draft" left={0} top={0} width={width} height={height}>
            <Drawing width={width} height={height} viewBox={[0, 0, width, height]} shapes={[stroke]} />
          </Frame>
        </Leaf>
      </Leaves>,
      { faces },
    );
    marked.push({ ...page, nodes: [...page.nodes, ...(leaf?.pages[0]?.children ?? [])] });
  }
  return marked;
};
