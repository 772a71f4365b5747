import { error, type Place, type Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Path, Run } from './expressions.ts';
import { type Flow, type FlowInline, type FlowText, flowOfGuidance } from './flow.ts';
import type { Guidance } from './guidance.ts';
import { checkLinkWords, checkUrl, type LinkTable } from './links.ts';
import { find, type Found, type Scope, sourceKey, step } from './scope.ts';
import { vocabulary } from './view.ts';

/** The merge fields that guidance uses, in any branch, as keys of the council: `police.name`, `returningOfficer.phones`. */
export function fieldsOf(guidance: Guidance): ReadonlySet<string> {
  const used = new Set<string>();
  checkBlocks(flowOfGuidance(guidance, unheard), top, { report: unheard, used, slots: new Set(), parts: new Set() });
  return used;
}

/** What is faulty here is reported by `merge`. */
const unheard: Report = () => {};

/** The outermost scope without values. */
export const top: Scope = { shape: vocabulary, value: undefined, keyPath: '' };

export type Known = Names & { readonly slots: Set<string>; readonly parts: Set<string>; readonly links?: LinkTable };

/** Checks every name and every literal address of a flow, and collects its slots and parts. */
export function checkBlocks(flow: Flow, scope: Scope, known: Known): void {
  checkRun(flow, scope, known, (block, inner) => {
    if ('inlines' in block) checkInlines(block.inlines, inner, known);
    else if ('items' in block) checkRun(block.items, inner, known, (item, within) => checkBlocks(item, within, known));
    else if (block.kind === 'table') {
      for (const { inlines } of block.head) checkInlines(inlines, inner, known);
      checkRun(block.rows, inner, known, (row, within) =>
        row.forEach((cell) => checkInlines(cell.inlines, within, known)),
      );
    } else if (block.kind === 'figure') {
      for (const run of [block.alt, block.caption]) {
        checkRun(run, inner, known, (item, within) => checkText(item, within, known));
      }
    } else {
      if (block.kind === 'local') known.slots.add(block.name);
      if (block.kind === 'part') known.parts.add(block.name);
      checkBlocks(block.blocks, inner, known);
    }
  });
}

function checkInlines(run: Run<FlowInline>, scope: Scope, known: Known): void {
  checkRun(run, scope, known, (inline, inner) => {
    if (inline.kind === 'words' || inline.kind === 'field') return checkText(inline, inner, known);
    checkInlines(inline.children, inner, known);
    if (inline.kind !== 'link') return;
    const words = literalWords(inline.children);
    if (words !== undefined) checkLinkWords(words, inline.place, known.report);
    checkRun(inline.url, inner, known, (item, within) => checkText(item, within, known));
    const [only, ...more] = inline.url;
    const literal =
      only?.kind === 'one' && only.item.kind === 'words' && more.length === 0 ? only.item.value : undefined;
    const url = inline.url.length === 0 ? '' : literal;
    if (url !== undefined && known.links) checkUrl(url, known.links, inline.place, known.report);
  });
}

/** What is written out in a run; undefined where a field completes it. */
function literalWords(run: Run<FlowInline>): string | undefined {
  const texts = run.map((node) => {
    if (node.kind !== 'one') return undefined;
    if (node.item.kind === 'words') return node.item.value;
    return node.item.kind === 'strong' ? literalWords(node.item.children) : undefined;
  });
  return texts.every((text) => text !== undefined) ? texts.join('') : undefined;
}

/** What a check of names finds: `used` are keys of the council, `police.name`. */
export type Names = { readonly report: Report; readonly used: Set<string> };

/** Checks the names of a run's fields, in every branch and without any values. */
export function checkRun<T>(run: Run<T>, scope: Scope, names: Names, one: (item: T, scope: Scope) => void): void {
  for (const node of run) {
    if (node.kind === 'one') {
      one(node.item, scope);
      continue;
    }
    const found = checkName(node.path, scope, node.place, names);
    let inner = scope;
    if (node.block === 'each' && found?.shape.kind === 'list') {
      const loop = { first: true, last: true };
      inner = { shape: found.shape.of, value: undefined, keyPath: `${found.keyPath}.0`, loop, parent: scope };
    } else if (node.block === 'each' && found) {
      const hint = `use \`{{#if ${node.path.written}}}\``;
      wrongKind(`\`${node.path.written}\` is not a list and cannot be repeated`, node.place, hint, names);
      continue;
    } else if (node.block === 'each') continue;
    checkRun(node.body, inner, names, one);
    checkRun(node.otherwise, scope, names, one);
  }
}

/** Checks the name of a field that is to be printed. */
export function checkText(item: FlowText, scope: Scope, names: Names): void {
  if (item.kind === 'words') return;
  const found = checkName(item.path, scope, item.place, names);
  const { written } = item.path;
  if (!found || found.shape.kind === 'text') return;
  if (found.shape.kind === 'flag') {
    wrongKind(`\`${written}\` is a yes or no, not a text`, item.place, `use it as \`{{#if ${written}}}\``, names);
  } else if (found.shape.kind === 'list') {
    const hint = `write \`{{#each ${written}}}{{this}}{{/each}}\`, with the fields of an element in place of \`this\``;
    wrongKind(`\`${written}\` is a list, not a text`, item.place, hint, names);
  } else {
    const hint = `name one of its fields: ${listed(Object.keys(found.shape.fields), written)}`;
    wrongKind(`\`${written}\` is a group of fields, not a text`, item.place, hint, names);
  }
}

const wrongKind = (message: string, place: Place | undefined, hint: string, { report }: Names): void =>
  report(error('merge/wrong-kind', message, place, hint));

const listed = (names: readonly string[], before = ''): string =>
  names.map((name) => `\`${before === '' ? '' : `${before}.`}${name}\``).join(', ');

function checkName(path: Path, scope: Scope, place: Place | undefined, { report, used }: Names): Found | undefined {
  const found = find(path, scope);
  if (found) {
    if (!path.loop) used.add(sourceKey(found).replace(/\.\d+(?=\.|$)/g, ''));
    return found;
  }
  const outer = path.up === 0 && scope.parent && find(path, scope.parent);
  const hint = outer
    ? `write \`../${path.written}\`: it is a field of the whole, not of the element`
    : suggest(path, scope);
  report(error('merge/unknown-field', `there is no merge field \`${path.written}\` here`, place, hint));
  return undefined;
}

/** The nearest name of a field at the first step that fails. */
function suggest(path: Path, scope: Scope): string {
  let from = scope;
  for (let up = path.up; up > 0; up--) from = from.parent ?? from;
  let found: Found = from;
  const known: string[] = [];
  for (const part of path.parts) {
    const next = step(found, part);
    if (!next) {
      const names = found.shape.kind === 'group' ? Object.keys(found.shape.fields) : [];
      const meant = nearest(part, names);
      const written = [...known, meant, ...path.parts.slice(known.length + 1)].join('.');
      return meant === undefined
        ? `known here: ${listed(names) || 'nothing below it'}`
        : `did you mean \`${written}\`?`;
    }
    known.push(part);
    found = next;
  }
  return '`@first` and `@last` stand inside `{{#each …}}`';
}
