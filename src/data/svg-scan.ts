/** An element of an SVG file as it stands there. */
export type Tag = { readonly name: string; readonly from: number; readonly to: number };

/** What a logo may be made of, and the elements that hold no drawing. */
export type Scan =
  | { readonly kind: 'elements'; readonly elements: readonly Tag[] }
  | { readonly kind: 'broken'; readonly message: string; readonly from: number; readonly to: number };

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*>|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*)\s*(\/?)>|</g;

/** Elements whose contents draw nothing: names for screen readers, and notes of drawing programs. */
const NOTES = /^(title|desc|metadata)$|:/;

/**
 * Lists the elements that draw, in order, with their places: the SVG reader itself passes over what it does not know,
 * and a logo must not lose a part in silence.
 */
export function scanSvg(text: string): Scan {
  const elements: Tag[] = [];
  const open: Tag[] = [];
  let note = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [token, slash, name, , selfClosing] = match;
    const [from, to] = [match.index, match.index + token.length];
    const tag = { from, to: from + (/^[^\s>]*/.exec(token)?.[0].length ?? 1) };
    if (token === '<') return { kind: 'broken', message: 'this is not a whole tag', from, to };
    if (name === undefined) continue;
    if (slash) {
      const opened = open.pop();
      if (opened?.name !== name) {
        const expected = opened ? `\`</${opened.name}>\`` : 'nothing more';
        return { kind: 'broken', message: `found \`</${name}>\`, expected ${expected}`, from, to };
      }
      if (note > open.length) note = 0;
      continue;
    }
    if (open.length === 0 && elements.length > 0) {
      return { kind: 'broken', message: `\`${name}\` stands outside \`svg\``, from, to };
    }
    if (note === 0 && !NOTES.test(name)) elements.push({ name, ...tag });
    else if (note === 0 && !selfClosing) note = open.length + 1;
    if (!selfClosing) open.push({ name, ...tag });
  }
  const unclosed = open.at(-1);
  if (unclosed)
    return { kind: 'broken', message: `\`${unclosed.name}\` is never closed`, from: unclosed.from, to: unclosed.to };
  return { kind: 'elements', elements };
}
