import Handlebars from 'handlebars';
import { error, type Place, type Report } from '../diagnostics/diagnostic.ts';

/** A piece of text as it is written: words, or something between `{{` and `}}` at an offset. */
export type Piece =
  | { readonly kind: 'words'; readonly value: string }
  | { readonly kind: 'tag'; readonly raw: string; readonly offset: number };

/** `returningOfficer.phone`, `../name`, `this`, `@first`. */
export type Path = {
  readonly written: string;
  /** Levels of `../`. */
  readonly up: number;
  readonly parts: readonly string[];
  readonly loop?: 'first' | 'last';
};

export type Tag =
  | { readonly kind: 'field'; readonly path: Path }
  | { readonly kind: 'open'; readonly block: 'if' | 'unless' | 'each'; readonly path: Path }
  | { readonly kind: 'else' }
  | { readonly kind: 'close'; readonly block: string }
  | { readonly kind: 'comment' };

/** A run with its conditions and repetitions resolved into branches. */
export type Run<T> = readonly (
  | { readonly kind: 'one'; readonly item: T }
  | {
      readonly kind: 'branch';
      readonly block: 'if' | 'unless' | 'each';
      readonly path: Path;
      readonly place: Place | undefined;
      readonly body: Run<T>;
      readonly otherwise: Run<T>;
    }
)[];

/** What a run is made of before its tags are paired. */
export type Step<T> =
  | { readonly kind: 'one'; readonly item: T }
  | { readonly kind: 'tag'; readonly tag: Tag; readonly raw: string; readonly place: Place | undefined };

const TAG = /\{\{!--[^]*?--\}\}|\{\{\{[^]*?\}\}\}|\{\{[^]*?\}\}|\{\{[^\n]*|\}\}/g;

/** Cuts a text at its expressions. Data never passes here, only what an author wrote. */
export function scan(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: raw, index } of text.matchAll(TAG)) {
    if (index > from) pieces.push({ kind: 'words', value: text.slice(from, index) });
    pieces.push({ kind: 'tag', raw, offset: index });
    from = index + raw.length;
  }
  if (from < text.length) pieces.push({ kind: 'words', value: text.slice(from) });
  return pieces;
}

const VOCABULARY = 'use `{{field}}`, `{{#if field}}`, `{{#unless field}}`, `{{#each list}}`, `{{else}}` and their ends';

/** Reads one expression; anything but plain paths, `if`, `unless`, `each` and `else` is reported. */
export function readTag(raw: string, place: Place | undefined, report: Report): Tag | undefined {
  if (raw.startsWith('{{!')) return { kind: 'comment' };
  if (/^\{\{\s*else\s*\}\}$/.test(raw)) return { kind: 'else' };
  const close = /^\{\{\/\s*([^\s}]+)\s*\}\}$/.exec(raw)?.[1];
  if (close !== undefined) return { kind: 'close', block: close };
  const tag = interpret(raw);
  if (tag) return tag;
  const message = `the expression \`${raw}\` is not supported`;
  report(error('merge/unsupported-expression', message, place, explain(raw)));
  return undefined;
}

function explain(raw: string): string {
  if (raw === '}}') return 'remove it, or open the expression with `{{`';
  if (!raw.endsWith('}}')) return 'close it with `}}`';
  if (raw.startsWith('{{{') || raw.startsWith('{{&')) return 'write `{{…}}`: values are never escaped';
  if (/^\{\{\s*(?:else\s|\^)/.test(raw)) return 'write `{{else}}`, and a further `{{#if …}}` inside it';
  return VOCABULARY;
}

function interpret(raw: string): Tag | undefined {
  const name = /^\{\{#\s*([^\s}]+)/.exec(raw)?.[1];
  const statement = statementOf(name === undefined ? raw : `${raw}{{/${name}}}`);
  if (!statement) return undefined;
  if (isMustache(statement)) {
    const path = pathOf(statement.path);
    const plain =
      statement.escaped && statement.params.length === 0 && isBare(statement.hash) && isKept(statement.strip);
    return path && plain ? { kind: 'field', path } : undefined;
  }
  if (!isBlock(statement) || (name !== 'if' && name !== 'unless' && name !== 'each')) return undefined;
  const { params, hash, openStrip, program } = statement;
  const path = params.length === 1 && params[0] ? pathOf(params[0]) : undefined;
  const plain = isBare(hash) && isKept(openStrip) && !program.blockParams?.length;
  return path && plain ? { kind: 'open', block: name, path } : undefined;
}

function statementOf(template: string): hbs.AST.Statement | undefined {
  try {
    const { body } = Handlebars.parseWithoutProcessing(template);
    return body.length === 1 ? body[0] : undefined;
  } catch {
    return undefined;
  }
}

const isMustache = (node: hbs.AST.Node): node is hbs.AST.MustacheStatement => node.type === 'MustacheStatement';
const isBlock = (node: hbs.AST.Node): node is hbs.AST.BlockStatement => node.type === 'BlockStatement';
const isPath = (node: hbs.AST.Node): node is hbs.AST.PathExpression => node.type === 'PathExpression';
const isBare = (hash: hbs.AST.Hash | undefined): boolean => !hash?.pairs.length;
const isKept = (strip: hbs.AST.StripFlags): boolean => !strip.open && !strip.close;

function pathOf(node: hbs.AST.Node): Path | undefined {
  if (!isPath(node)) return undefined;
  const { original: written, depth: up, parts, data } = node;
  if (!data) return { written, up, parts };
  const loop = parts.length === 1 && up === 0 ? parts[0] : undefined;
  return loop === 'first' || loop === 'last' ? { written, up, parts: [], loop } : undefined;
}

type Open<T> = {
  readonly step: Step<T> & { readonly kind: 'tag' };
  readonly tag: Tag & { readonly kind: 'open' };
  readonly body: Run<T>[number][];
  otherwise?: Run<T>[number][];
};

const PAIR =
  'open and close it in the same paragraph, or give both tags paragraphs of their own, with blank lines around';

/** Pairs the tags of one run: of a paragraph's inlines, of sibling blocks, or of list items. */
export function pair<T>(steps: readonly Step<T>[], report: Report): Run<T> {
  const run: Run<T>[number][] = [];
  const open: Open<T>[] = [];
  const unpaired = (message: string, place: Place | undefined): void =>
    report(error('merge/unclosed-block', message, place, PAIR));
  const target = (): Run<T>[number][] => {
    const inner = open.at(-1);
    return inner ? (inner.otherwise ?? inner.body) : run;
  };
  for (const step of steps) {
    if (step.kind === 'one') target().push(step);
    else if (step.tag.kind === 'open') open.push({ step, tag: step.tag, body: [] });
    else if (step.tag.kind === 'else') {
      const inner = open.at(-1);
      if (!inner) unpaired('`{{else}}` has no `{{#if …}}` before it on its level', step.place);
      else if (inner.otherwise) unpaired(`a second \`{{else}}\` for \`${inner.step.raw}\``, step.place);
      else inner.otherwise = [];
    } else if (step.tag.kind === 'close') {
      const inner = open.at(-1);
      if (inner?.tag.block !== step.tag.block) {
        unpaired(
          `\`${step.raw}\` closes ${inner ? `\`${inner.step.raw}\`` : 'nothing that is open on its level'}`,
          step.place,
        );
        if (!inner) continue;
      }
      open.pop();
      const { block, path } = inner.tag;
      target().push({
        kind: 'branch',
        block,
        path,
        place: inner.step.place,
        body: inner.body,
        otherwise: inner.otherwise ?? [],
      });
    }
  }
  for (const { step } of open) unpaired(`\`${step.raw}\` is opened here and not closed on its level`, step.place);
  return run;
}
