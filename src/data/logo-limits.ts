/** Attributes that change the drawing and that we do not draw: the value that does no harm, and what to do. */
const ATTRIBUTES: { readonly [name: string]: { readonly harmless: RegExp; readonly remedy: string } } = {
  transform: {
    harmless: /^\s*$/,
    remedy: 'apply the transform to the shapes: ungroup them, or simplify the file with SVGO',
  },
  opacity: { harmless: /^1(\.0*)?$|^100%$/, remedy: 'use a flat colour in the shade that is meant' },
  clipPath: { harmless: /^none$/, remedy: 'cut the shapes themselves' },
  mask: { harmless: /^none$/, remedy: 'cut the shapes themselves' },
  filter: { harmless: /^none$/, remedy: 'remove the effect' },
  display: { harmless: /^(inline|block)$/, remedy: 'remove what is not shown' },
  visibility: { harmless: /^visible$/, remedy: 'remove what is not shown' },
  strokeDasharray: { harmless: /^(none|0)$/, remedy: 'draw each dash as a shape' },
  strokeLinecap: { harmless: /^butt$/, remedy: 'turn the stroke into a path' },
  strokeLinejoin: { harmless: /^miter$/, remedy: 'turn the stroke into a path' },
  mixBlendMode: { harmless: /^normal$/, remedy: 'use flat colours' },
};

/** The first attribute that changes the drawing in a way that is not drawn, and the remedy. */
export function findUnsupported(props: {
  readonly [name: string]: unknown;
}): { name: string; remedy: string } | undefined {
  for (const [name, value] of Object.entries(props)) {
    const known = ATTRIBUTES[/^(fill|stroke)Opacity$/.test(name) ? 'opacity' : name];
    const written = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (known && !known.harmless.test(String(value).trim())) return { name: written, remedy: known.remedy };
  }
  return undefined;
}

/** What to do about an element that a logo cannot hold. */
export function remedyFor(element: string): string {
  if (/^(text|tspan|textPath)$/.test(element)) return 'turn the text into outlines';
  if (/^(image|foreignObject)$/.test(element)) return 'redraw it as shapes';
  if (/Gradient$|^(pattern|filter|stop)$/.test(element)) return 'use flat colours';
  if (/^(clipPath|mask)$/.test(element)) return 'cut the shapes themselves';
  if (/^(use|symbol)$/.test(element)) return 'turn each copy into a shape of its own';
  if (element === 'style') return 'write the colours at the shapes: `fill="…"`';
  return 'remove it, or redraw it as plain shapes';
}

/** What a file that is not SVG is instead; undefined for SVG. */
export function nameOther(text: string): string | undefined {
  if (text.trim() === '') return 'the file is empty';
  const kinds: readonly [RegExp, string][] = [
    [/^.{0,3}PNG/s, 'a PNG picture'],
    [/^.{0,10}(JFIF|Exif)/s, 'a JPEG picture'],
    [/^GIF8/, 'a GIF picture'],
    [/^RIFF.{4}WEBP/s, 'a WebP picture'],
    [/^%PDF/, 'a PDF file'],
    [/^\s*(<!doctype html|<html)/i, 'a web page'],
  ];
  const found = kinds.find(([start]) => start.test(text))?.[1];
  if (found !== undefined) return found;
  return /<svg[\s>]/.test(text) && /^\s*</.test(text) ? undefined : 'it holds no `svg` element';
}
