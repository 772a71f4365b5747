import type { Nodes, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { error, type Place, type Position, type Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { slugOf } from './ids.ts';

/** Markdown as a tree whose every node is known to have an element: see `readMarkdown`. */
export type Markdown = { readonly file: SourceFile; readonly root: Root };

/**
 * Reads markdown and holds it to the vocabulary that can be set: headings, paragraphs, lists, text, bold, links, and
 * the containers `:::emergency`, `:::part{#id}` and `:::local{slot=name}`. Everything else is an error at its place;
 * nothing is left out in silence. Text and leaf directives (`9:30am`, `::x`) are plain text.
 */
export function readMarkdown(source: SourceFile, report: Report): Markdown {
  const file = { path: source.path, text: source.text.replace(/^\uFEFF/, '') };
  const root = processor.parse(file.text);
  checkChildren(root, { file, report, ids: new Set(), around: [] });
  return { file, root };
}

/** The place of a node. */
export function placeOf(node: Nodes, file: SourceFile): Place {
  const { start, end } = node.position ?? {};
  if (!start || !end) return { kind: 'text', path: file.path };
  const range = { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } };
  return { kind: 'text', path: file.path, range };
}

/** The place of a part of a node, between two offsets from its beginning. */
export function placeWithin(node: Nodes, file: SourceFile, from: number, to: number): Place {
  const { line = 1, column = 1 } = node.position?.start ?? {};
  const at = (offset: number): Position => {
    const lines = sourceOf(node, file).slice(0, offset).split(/\r\n|\r|\n/);
    const last = (lines.at(-1) ?? '').length;
    return { line: line + lines.length - 1, column: lines.length === 1 ? column + last : last + 1 };
  };
  return { kind: 'text', path: file.path, range: { start: at(from), end: at(to) } };
}

/** A node as it is written. */
export const sourceOf = (node: Nodes, file: SourceFile): string =>
  file.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkDirective).use(containersOnly);

/** Takes the text and leaf forms out of the directives: they would eat `9:30am` and what follows a colon. */
function containersOnly(this: Processor): void {
  for (const extension of this.data().micromarkExtensions ?? []) {
    for (const { flow, text } of 'flow' in extension ? [extension] : []) {
      const colon = flow?.[COLON];
      if (colon && text) delete text[COLON];
      if (flow && Array.isArray(colon)) flow[COLON] = colon.filter(({ concrete }) => concrete);
    }
  }
}
const COLON = 58;

type Check = {
  readonly file: SourceFile;
  readonly report: Report;
  /** Ids of parts and names of slots seen so far. */
  readonly ids: Set<string>;
  /** Names of the containers and blocks around. */
  readonly around: readonly string[];
};

const BLOCKS: { readonly [parent: string]: readonly string[] } = {
  root: ['heading', 'paragraph', 'list', 'containerDirective', 'yaml'],
  containerDirective: ['heading', 'paragraph', 'list', 'containerDirective'],
  list: ['listItem'],
  listItem: ['paragraph', 'list'],
  heading: ['text', 'strong', 'link'],
  paragraph: ['text', 'strong', 'link'],
  strong: ['text', 'strong', 'link'],
  link: ['text', 'strong'],
};

function checkChildren(node: Nodes, check: Check): void {
  const known = BLOCKS[node.type];
  if (!known || !('children' in node)) return;
  for (const child of node.children) {
    if (!known.includes(child.type)) refuse(child, node, check);
    else {
      checkNode(child, check);
      checkChildren(child, { ...check, around: [...check.around, 'name' in child ? String(child.name) : child.type] });
    }
  }
}

function checkNode(node: Nodes, { file, report, ids, around }: Check): void {
  const place = placeOf(node, file);
  const unsupported = (what: string, hint: string): void =>
    report(error('parse/unsupported-block', `${what} cannot be set`, place, hint));
  if (node.type === 'containerDirective') checkContainer(node, { file, report, ids, around });
  else if (node.type === 'text') checkText(node.value, place, report);
  else if (node.type === 'link' && node.title) unsupported('a title on a link', 'put it into the words of the link');
  else if (node.type === 'link' && node.children.length === 0) {
    unsupported('a link without words', 'write `[words](address)`');
  } else if (node.type === 'heading') {
    if (!sourceOf(node, file).startsWith('#')) unsupported('a heading made by underlining', 'begin it with `#` signs');
    if (node.children.length === 0) unsupported('a heading without words', 'give it words, or remove it');
    if (node.depth < 3 && around.length > 0) {
      const message = `a heading of level ${node.depth} stands inside \`:::${around[0]}\``;
      report(error('parse/heading-in-container', message, place, 'end the container before it, or use `###`'));
    }
  }
}

function checkText(text: string, place: Place, report: Report): void {
  const fence = /^\s*:{3,}.*/m.exec(text)?.[0].trim();
  if (fence !== undefined) {
    const hint = 'write `:::name{…}` without spaces, close it with as many colons, and give what is around it more';
    report(error('parse/stray-fence', `\`${fence}\` neither opens nor closes a container`, place, hint));
  }
  const markup = /\*\*|\]\(|\]\[|^#+(?=\S)/m.exec(text)?.[0];
  if (markup !== undefined) {
    const hint = `finish the markup, or write \`\\${markup}\` if the signs are meant`;
    report(error('parse/stray-markup', `\`${markup}\` would be printed as it stands`, place, hint));
  }
}

function refuse(node: Nodes, parent: Nodes, { file, report }: Check): void {
  const place = placeOf(node, file);
  if (node.type === 'html') {
    const tag = /^<[^\s>]*>?/.exec(node.value)?.[0] ?? node.value;
    const hint = node.value.startsWith('<!--') ? 'write a comment as `{{! … }}`' : 'write it as markdown, or remove it';
    report(error('parse/raw-html', `raw HTML \`${tag}\` cannot be set`, place, hint));
    return;
  }
  const [name, hint] = CONSTRUCTS[node.type] ?? [`\`${node.type}\``, 'use headings, paragraphs, lists, bold and links'];
  const where = CONSTRUCTS[node.type] ? '' : ` in \`${parent.type}\``;
  report(error('parse/unsupported-block', `${name}${where} cannot be set`, place, hint));
}

const WORDS = 'write it as a paragraph or a list';
const CONSTRUCTS: { readonly [type: string]: readonly [name: string, hint: string] } = {
  emphasis: ['emphasis (`*…*`)', 'use bold (`**…**`), or plain words'],
  inlineCode: ['code (`` `…` ``)', 'use bold (`**…**`), or plain words'],
  code: ['a block of code', 'remove the indentation or the fence'],
  image: ['an image', 'put pictures into the brand or the template'],
  imageReference: ['an image', 'put pictures into the brand or the template'],
  table: ['a table', 'write it as a list'],
  thematicBreak: ['a rule (`---`)', 'remove it: templates draw the rules'],
  blockquote: ['a block quote (`>`)', WORDS],
  break: ['a forced line break', 'begin a new paragraph, or remove the spaces or `\\` at the end of the line'],
  linkReference: ['a link by reference', 'write the address at the link: `[words](link:key)`'],
  definition: ['the definition of a link', 'write the address at the link: `[words](link:key)`'],
  yaml: ['front matter in this place', 'put it at the very beginning of the file'],
  heading: ['a heading inside a list', 'end the list before it'],
  containerDirective: ['a container inside a list', 'end the list before it'],
};

type Container = { readonly attribute?: string; readonly example: string };
const CONTAINERS: { readonly [name: string]: Container } = {
  emergency: { example: ':::emergency' },
  part: { attribute: 'id', example: ':::part{#five-ways}' },
  local: { attribute: 'slot', example: ':::local{slot=cannot-speak}' },
};

/** The value of a container's one attribute: a part's id, a local block's slot. */
export const nameOf = ({ name, attributes }: ContainerDirective): string =>
  attributes?.[CONTAINERS[name]?.attribute ?? ''] ?? '';

function checkContainer(node: ContainerDirective, { file, report, ids, around }: Check): void {
  const [opening = '', ...rest] = sourceOf(node, file).split(/\r\n|\r|\n/);
  const place = placeWithin(node, file, 0, opening.trimEnd().length);
  const fault = (rule: string, message: string, hint: string): void => report(error(rule, message, place, hint));

  const colons = /^:+/.exec(opening)?.[0] ?? ':::';
  const closing = rest.at(-1)?.trim() ?? '';
  if (!/^:+$/.test(closing) || closing.length < colons.length) {
    const message = `\`${opening.trim()}\` is opened here and never closed`;
    fault(
      'parse/unclosed-container',
      message,
      `close it with a line \`${colons}\`; what is around it needs more colons`,
    );
  }
  const kind = Object.hasOwn(CONTAINERS, node.name) ? CONTAINERS[node.name] : undefined;
  if (!kind) {
    const known = Object.keys(CONTAINERS).map((name) => `\`:::${name}\``);
    fault('parse/unknown-container', `there is no container \`:::${node.name}\``, `use one of ${known.join(', ')}`);
    return;
  }
  const given = Object.keys(node.attributes ?? {});
  const value = nameOf(node);
  const isRight = kind.attribute ? /^[a-z][a-z0-9-]*$/.test(value) && given.length === 1 : given.length === 0;
  if (!isRight || node.children.some(({ data }) => data && 'directiveLabel' in data)) {
    const needed = kind.attribute ? `exactly one attribute, \`${kind.attribute}\`, in small letters` : 'no attributes';
    fault('parse/container-attribute', `\`:::${node.name}\` takes ${needed}`, `write it as \`${kind.example}\``);
  } else if (kind.attribute) {
    const id = `${node.name} ${slugOf(value)}`;
    if (ids.has(id))
      fault('parse/duplicate-id', `the ${kind.attribute} \`${value}\` stands twice`, 'rename one of the two');
    ids.add(id);
  }
  if (node.name !== 'part' && around.includes(node.name)) {
    fault('parse/nested-container', `\`:::${node.name}\` stands inside another`, 'end the first before it');
  }
}
