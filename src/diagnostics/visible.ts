const UNSAFE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * Text that is safe on a terminal, in a log and in JSON: control characters, marks that cannot be seen or that
 * turn the direction of writing, and halves of characters are written as `\u001b`.
 */
export const visible = (text: string): string =>
  text.replace(UNSAFE, (unsafe) => `\\u${unsafe.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Characters that two columns of a terminal hold. */
const WIDE =
  /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\uabff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** What stands at one place of a line, as it is shown: its text, its width in columns and the code units it is made of. */
export type Glyph = { readonly text: string; readonly width: number; readonly from: number; readonly to: number };

/** Made when it is needed: to load what it knows takes as long as to paint a page. */
let graphemes: Intl.Segmenter | undefined;

/** Takes a line apart into what is shown; a tab reaches to the next stop of four. */
export function glyphs(line: string): Glyph[] {
  const shown: Glyph[] = [];
  let column = 0;
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment, index } of graphemes.segment(line)) {
    const text = segment === '\t' ? ' '.repeat(4 - (column % 4)) : visible(segment);
    const replaced = text !== segment;
    const width = replaced ? text.length : WIDE.test(segment) ? 2 : /^[\p{Mn}\p{Me}\p{Cf}]+$/u.test(segment) ? 0 : 1;
    shown.push({ text, width, from: index, to: index + segment.length });
    column += width;
  }
  return shown;
}
