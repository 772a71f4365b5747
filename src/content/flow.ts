import type {
  BlockContent,
  DefinitionContent,
  Image,
  ListItem,
  Nodes,
  PhrasingContent,
  RootContent,
  TableRow,
} from 'mdast';
import type { Picture } from '../data/picture.ts';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { pair, type Path, readTag, type Run, scan, type Step } from './expressions.ts';
import { nameOf } from './containers.ts';
import type { Table } from './edition.ts';
import { figureIn } from './figures.ts';
import type { Markdown } from './markdown.ts';
import { placeWithin, placeOf, sourceOf } from './nodes.ts';
import { hasRowHeads, rowsOf, tagsOfRow } from './tables.ts';
import { isTagsAlone } from './tags-alone.ts';

/** Words, or a merge field. */
export type FlowText =
  | { readonly kind: 'words'; readonly value: string }
  | { readonly kind: 'field'; readonly path: Path; readonly place: Place | undefined };

export type FlowInline =
  | FlowText
  | { readonly kind: 'strong'; readonly children: Run<FlowInline> }
  | { readonly kind: 'link'; readonly url: Run<FlowText>; readonly children: Run<FlowInline>; readonly place: Place };

/** The blocks of an edition before they are merged: tags paired into branches, fields not yet filled. */
export type FlowBlock =
  | { readonly kind: 'paragraph'; readonly inlines: Run<FlowInline>; readonly place: Place }
  | { readonly kind: 'heading'; readonly depth: number; readonly inlines: Run<FlowInline>; readonly place: Place }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: Run<Flow>;
      readonly place: Place;
    }
  | (Pick<Table, 'kind' | 'heads' | 'aligned' | 'place'> & {
      readonly head: readonly FlowCell[];
      readonly rows: Run<readonly FlowCell[]>;
    })
  | {
      readonly kind: 'figure';
      readonly picture: Picture;
      readonly alt: Run<FlowText>;
      readonly caption: Run<FlowText>;
      readonly place: Place;
    }
  | {
      readonly kind: 'emergency' | 'part' | 'local';
      readonly name: string;
      readonly blocks: Flow;
      readonly place: Place;
    };

export type FlowCell = { readonly inlines: Run<FlowInline>; readonly place: Place };

export type Flow = Run<FlowBlock>;

/** A document as far as its nodes refer to it. */
type Document = Pick<Markdown, 'file' | 'pictures'>;

type Source = Document & { readonly report: Report };

/** Makes a flow of checked markdown: every expression is read, and its tags are paired. */
export function flowOf(nodes: readonly RootContent[], { file, pictures }: Document, report: Report): Flow {
  const source = { file, pictures, report };
  return pair(
    nodes.filter(isBlock).flatMap((node) => stepsOfBlock(node, source)),
    report,
  );
}

/** Makes a flow of guidance. Its title is a fact of the edition, not one of its blocks. */
export const flowOfGuidance = (guidance: Markdown, report: Report): Flow =>
  flowOf(
    guidance.root.children.filter((node) => node.type !== 'heading' || node.depth > 1),
    guidance,
    report,
  );

/** Makes a run of a single string, such as a piece of furniture. */
export function flowOfText(text: string, place: Place | undefined, report: Report): Run<FlowText> {
  return pair(
    stepsOfText(text, () => place, report),
    report,
  );
}

const isBlock = (node: RootContent): node is BlockContent | DefinitionContent => node.type !== 'yaml';

function stepsOfBlock(node: BlockContent | DefinitionContent, source: Source): Step<FlowBlock>[] {
  if (node.type === 'paragraph' && isTagsAlone(node)) {
    return stepsOfInlines(node.children, source).filter((step) => step.kind === 'tag');
  }
  const block = blockOf(node, source);
  return block ? [{ kind: 'one', item: block }] : [];
}

function blockOf(node: BlockContent | DefinitionContent, source: Source): FlowBlock | undefined {
  const place = placeOf(node, source.file);
  const run = (children: readonly (BlockContent | DefinitionContent)[]): Flow =>
    pair(
      children.flatMap((child) => stepsOfBlock(child, source)),
      source.report,
    );
  switch (node.type) {
    case 'paragraph': {
      const figure = figureIn(node);
      if (figure) return figureOf(figure, place, source);
      return { kind: 'paragraph', inlines: inlinesOf(node.children, source), place };
    }
    case 'heading':
      return { kind: 'heading', depth: node.depth, inlines: inlinesOf(node.children, source), place };
    case 'list': {
      const items = pair(
        node.children.flatMap((item) => stepsOfItem(item, run, source)),
        source.report,
      );
      return { kind: 'list', ordered: node.ordered ?? false, start: node.start ?? 1, items, place };
    }
    case 'table': {
      const { head, rows } = rowsOf(node);
      const aligned = (head?.children ?? []).map((_, i) => node.align?.[i] ?? 'left');
      const read = pair(
        rows.flatMap((row) => stepsOfRow(row, source)),
        source.report,
      );
      const heads = hasRowHeads(node) ? 'both' : 'columns';
      return { kind: 'table', heads, head: head ? cellsOf(head, source) : [], rows: read, aligned, place };
    }
    case 'containerDirective':
      if (node.name !== 'emergency' && node.name !== 'part' && node.name !== 'local') break;
      return { kind: node.name, name: nameOf(node), blocks: run(node.children), place };
  }
  throw new Error(`markdown that was not checked: ${node.type}`);
}

/** An item that holds nothing but tags governs the items between. */
function stepsOfItem(item: ListItem, run: (blocks: ListItem['children']) => Flow, source: Source): Step<Flow>[] {
  const [only, ...more] = item.children;
  if (only?.type === 'paragraph' && more.length === 0 && isTagsAlone(only)) {
    return stepsOfInlines(only.children, source).filter((step) => step.kind === 'tag');
  }
  return [{ kind: 'one', item: run(item.children) }];
}

function stepsOfRow(row: TableRow, source: Source): Step<readonly FlowCell[]>[] {
  const tags = tagsOfRow(row);
  if (tags) return stepsOfInlines(tags.children, source).filter((step) => step.kind === 'tag');
  return [{ kind: 'one', item: cellsOf(row, source) }];
}

const cellsOf = ({ children }: TableRow, source: Source): FlowCell[] =>
  children.map((cell) => ({ inlines: inlinesOf(cell.children, source), place: placeOf(cell, source.file) }));

function figureOf(image: Image, place: Place, source: Source): FlowBlock {
  const picture = source.pictures.get(image.url);
  if (!picture) throw new Error(`a picture that was not checked: ${image.url}`);
  const run = (text: string, from: number): Run<FlowText> =>
    pair(stepsOfText(text, tagPlaces(image, from, source.file), source.report), source.report);
  const behindAlt = sourceOf(image, source.file).lastIndexOf(`](`);
  return { kind: 'figure', picture, alt: run(image.alt ?? '', 0), caption: run(image.title ?? '', behindAlt), place };
}

const inlinesOf = (nodes: readonly PhrasingContent[], source: Source): Run<FlowInline> =>
  pair(stepsOfInlines(nodes, source), source.report);

function stepsOfInlines(nodes: readonly PhrasingContent[], source: Source): Step<FlowInline>[] {
  return nodes.flatMap((node): Step<FlowInline>[] => {
    switch (node.type) {
      case 'text':
        return stepsOfText(node.value, tagPlaces(node, 0, source.file), source.report);
      case 'strong':
        return [{ kind: 'one', item: { kind: 'strong', children: inlinesOf(node.children, source) } }];
      case 'link': {
        const [start, end] = [node.position?.start.offset, node.children.at(-1)?.position?.end.offset];
        const places = tagPlaces(node, (end ?? 0) - (start ?? 0), source.file);
        const url = pair(stepsOfText(node.url, places, source.report), source.report);
        const children = inlinesOf(node.children, source);
        return [{ kind: 'one', item: { kind: 'link', url, children, place: placeOf(node, source.file) } }];
      }
    }
    throw new Error(`markdown that was not checked: ${node.type}`);
  });
}

function stepsOfText(
  text: string,
  placeOfTag: (raw: string, index: number) => Place | undefined,
  report: Report,
): Step<FlowText>[] {
  let index = 0;
  return scan(text).flatMap((piece): Step<FlowText>[] => {
    if (piece.kind === 'words') return [{ kind: 'one', item: piece }];
    const place = placeOfTag(piece.raw, index++);
    const tag = readTag(piece.raw, place, report);
    if (!tag || tag.kind === 'comment') return [];
    if (tag.kind === 'field') return [{ kind: 'one', item: { kind: 'field', path: tag.path, place } }];
    return [{ kind: 'tag', tag, raw: piece.raw, place }];
  });
}

/** Where the tags of a node stand in its file; escapes and entities make offsets in the value differ from those. */
function tagPlaces(node: Nodes, from: number, file: SourceFile): (raw: string, index: number) => Place {
  const written = sourceOf(node, file);
  const tags = scan(written.slice(from)).filter((piece) => piece.kind === 'tag');
  return (raw, index) => {
    const tag = tags[index];
    if (tag?.raw !== raw) return placeOf(node, file);
    return placeWithin(node, file, from + tag.offset, from + tag.offset + raw.length);
  };
}
