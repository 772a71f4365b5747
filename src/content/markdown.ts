import type { Nodes, Root, Text } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import type { Picture } from '../data/picture.ts';
import { error, type Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { type Check, checkContainer } from './containers.ts';
import { checkFigure, figureIn, noPictures, Pictures, type PictureShelf } from './figures.ts';
import { placeOf, sourceOf } from './nodes.ts';
import { checkTable } from './tables.ts';

/** Markdown as a tree whose every node is known to have an element: see `readMarkdown`. */
export type Markdown = {
  readonly file: SourceFile;
  readonly root: Root;
  /** The pictures that it names. */
  readonly pictures: ReadonlyMap<string, Picture>;
};

/**
 * Reads markdown and holds it to the vocabulary that can be set: headings, paragraphs, lists, tables, figures (a
 * picture in a paragraph of its own), text, bold, links, and the containers `:::emergency`, `:::part{#id}` and
 * `:::local{slot=name}`. Everything else is an error at its place; nothing is left out in silence. Text and leaf
 * directives (`9:30am`, `::x`) are plain text.
 */
export function readMarkdown(source: SourceFile, report: Report, shelf: PictureShelf = noPictures): Markdown {
  const file = { path: source.path, text: source.text.replace(/^\uFEFF/, '') };
  const root = processor.parse(file.text);
  const pictures = new Pictures(shelf);
  checkChildren(root, { file, report, ids: new Set(), around: [], pictures });
  return { file, root, pictures: pictures.found };
}

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkDirective)
  .use(containersOnly)
  .use(tables);

/** The tables of GitHub's markdown, and nothing else of it: no struck words, no links that nobody wrote. */
function tables(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(gfmTable());
  (data.fromMarkdownExtensions ??= []).push(gfmTableFromMarkdown());
}

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

const BLOCKS: { readonly [parent: string]: readonly string[] } = {
  root: ['heading', 'paragraph', 'list', 'table', 'containerDirective', 'yaml'],
  containerDirective: ['heading', 'paragraph', 'list', 'table', 'containerDirective'],
  list: ['listItem'],
  listItem: ['paragraph', 'list'],
  table: ['tableRow'],
  tableRow: ['tableCell'],
  tableCell: ['text', 'strong', 'link'],
  heading: ['text', 'strong', 'link'],
  paragraph: ['text', 'strong', 'link'],
  strong: ['text', 'strong', 'link'],
  link: ['text', 'strong'],
};

function checkChildren(node: Nodes, check: Check): void {
  const known = BLOCKS[node.type];
  if (!known || !('children' in node)) return;
  for (const child of node.children) {
    const figure = figureIn(child);
    if (!known.includes(child.type)) refuse(child, node, check);
    else if (figure && child.type === 'paragraph') checkFigure(figure, child, check);
    else {
      checkNode(child, check);
      checkChildren(child, { ...check, around: [...check.around, 'name' in child ? String(child.name) : child.type] });
    }
  }
}

function checkNode(node: Nodes, check: Check): void {
  const { file, report, around } = check;
  const place = placeOf(node, file);
  const unsupported = (what: string, hint: string): void =>
    report(error('parse/unsupported-block', `${what} cannot be set`, place, hint));
  if (node.type === 'containerDirective') checkContainer(node, check);
  else if (node.type === 'text') checkText(node, check);
  else if (node.type === 'table' && around.includes('emergency')) {
    unsupported('a table inside `:::emergency`', 'put it before or after');
  } else if (node.type === 'table') checkTable(node, check);
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

/** Looks for markup that was meant and is none. What stands behind a `\` is text on purpose. */
function checkText(node: Text, { file, report }: Check): void {
  const written = sourceOf(node, file);
  const place = placeOf(node, file);
  const fence = /^[ \t]*:{3,}.*/m.exec(written)?.[0].trim();
  if (fence !== undefined) {
    const hint = 'write `:::name{…}` without spaces, close it with as many colons, and give what is around it more';
    report(error('parse/stray-fence', `\`${fence}\` neither opens nor closes a container`, place, hint));
  }
  const markup = /(?<!\\)(?:\*\*|\]\(|\]\[)|^#+(?=\S)|^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t:-]*$/m.exec(written)?.[0];
  if (markup !== undefined) {
    const hint = markup.includes('|')
      ? 'give the line below the head of a table as many cells as the head has'
      : 'finish the markup, or put `\\` before each sign that is meant';
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
  image: ['a picture within words', 'give it a paragraph of its own, with an empty line before and after it'],
  imageReference: ['a picture by reference', 'write the file at the picture: `![words](name.svg)`'],
  table: ['a table inside a list', 'end the list before it'],
  thematicBreak: ['a rule (`---`)', 'remove it: templates draw the rules'],
  blockquote: ['a block quote (`>`)', WORDS],
  break: ['a forced line break', 'begin a new paragraph, or remove the spaces or `\\` at the end of the line'],
  linkReference: ['a link by reference', 'write the address at the link: `[words](link:key)`'],
  definition: ['the definition of a link', 'write the address at the link: `[words](link:key)`'],
  yaml: ['front matter in this place', 'put it at the very beginning of the file'],
  heading: ['a heading inside a list', 'end the list before it'],
  containerDirective: ['a container inside a list', 'end the list before it'],
};
