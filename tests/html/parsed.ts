/** An element of a page, or the page itself (its name is empty). */
export type Element = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (Element | string)[];
};

const VOID = new Set(['meta', 'br', 'wbr', 'path', 'rect']);
const TOKEN = /<!doctype html>|<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+="[^"<>]*")*)\s*(\/?)>|([^<]+)/y;

/** Reads a page strictly: what is not well formed, or an attribute without quotes, throws. */
export function parsed(page: string): Element {
  const root: Element = { name: '', attributes: new Map(), children: [] };
  const open = [root];
  for (let at = 0; at < page.length;) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(page);
    if (!token) throw new Error(`cannot read: ${page.slice(at, at + 80)}`);
    at = TOKEN.lastIndex;
    const [whole, closing, name, attributes = '', selfClosing, text] = token;
    const parent = open.at(-1)!;
    if (text !== undefined) parent.children.push(parent.name === 'style' ? text : unescaped(text));
    else if (name === undefined) continue;
    else if (closing) {
      if (open.pop()!.name !== name) throw new Error(`${whole} does not close <${parent.name}>`);
    } else {
      const element: Element = { name, attributes: attributesOf(attributes), children: [] };
      parent.children.push(element);
      if (!VOID.has(name) && !selfClosing) open.push(element);
    }
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)!.name}> is not closed`);
  return root;
}

const attributesOf = (text: string): Map<string, string> => {
  const found = [...text.matchAll(/([a-zA-Z-]+)="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );
  const attributes = new Map(found.map(([name, value]) => [name, unescaped(value)]));
  if (attributes.size < found.length) throw new Error(`an attribute is given twice: ${text}`);
  return attributes;
};

const CHARACTERS = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['#39', "'"],
]);

const unescaped = (text: string): string =>
  text.replace(/&([^;\s]*);?/g, (whole, name: string) => {
    const character = CHARACTERS.get(name);
    if (character === undefined) throw new Error(`${whole} is not escaped`);
    return character;
  });

/** Every element below, in the order of the page. */
export const elements = (from: Element): Element[] =>
  from.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elements(child)]));

export const named = (from: Element, ...names: readonly string[]): Element[] =>
  elements(from).filter(({ name }) => names.includes(name));

export const classed = (from: Element, name: string): Element[] =>
  elements(from).filter(({ attributes }) => attributes.get('class')?.split(' ').includes(name));

/** The words, with plain spaces. */
export const textOf = (from: Element): string => raw(from).replace(/\s+/g, ' ').trim();

const raw = (from: Element): string =>
  from.children.map((child) => (typeof child === 'string' ? child : raw(child))).join('');

/** The words of paragraphs, headings and items, one line each. A list inside an item begins new lines. */
export function linesOf(from: Element): string[] {
  const lines: string[] = [];
  let line = '';
  const end = (): void => {
    const words = line.replace(/\s+/g, ' ').trim();
    if (words !== '') lines.push(words);
    line = '';
  };
  const walk = ({ name, children }: Element): void => {
    const block = /^(p|h\d|[uod]l|li|d[td]|div|section|aside|nav|figure|figcaption)$/.test(name);
    if (block) end();
    for (const child of children) {
      if (typeof child === 'string') line += child;
      else walk(child);
    }
    if (block) end();
  };
  walk(from);
  end();
  return lines;
}
