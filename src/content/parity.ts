import { type Diagnostic, error, type Place, type Report, warning } from '../diagnostics/diagnostic.ts';
import type { Run } from './expressions.ts';
import { type Flow, type FlowInline, type FlowText, flowOfGuidance } from './flow.ts';
import type { Status } from '../data/record.ts';
import type { Guidance } from './guidance.ts';
import { slugOf } from './ids.ts';

/** Something that is the same in every language: a field, a number, a link, a place for the council's words. */
export type Fixed = {
  readonly kind: 'field' | 'number' | 'link' | 'email' | 'container';
  readonly text: string;
  readonly place: Place | undefined;
};

/** A section, or what stands before the first. */
export type Part = { readonly name: string; readonly place: Place | undefined; readonly fixed: readonly Fixed[] };

/**
 * Compares two guidance documents that say the same in two languages: as many sections, and in each the same merge
 * fields, numbers, addresses, links and containers, as often. Words and their order may differ; a difference is an error,
 * in a draft a warning, at the one place that says where the other would be.
 */
export function checkParity(one: Guidance, other: Guidance, status: Status, report: Report): void {
  const make = status === 'draft' ? warning : error;
  const [ours, theirs] = [one, other].map((guidance) => partsOf(guidance));
  if (!ours || !theirs) return;
  if (ours.length !== theirs.length) {
    const [more, fewer] = ours.length > theirs.length ? [ours, theirs] : [theirs, ours];
    const files = ours.length > theirs.length ? [one, other] : [other, one];
    const message = `the guidance has ${more.length - 1} sections, and \`${files[1]!.file.path}\` has ${fewer.length - 1}`;
    const extra = more[fewer.length];
    report(make('parity/section', message, extra?.place, 'give both the same sections, in the same order'));
    return;
  }
  ours.forEach((part, i) => {
    compare(part, theirs[i]!, other.file.path, make, report);
    compare(theirs[i]!, part, one.file.path, make, report);
  });
}

/**
 * Two languages say the same only in one edition of the guidance.
 *
 * @param ours the edition of the first language, `2026-05`; undefined where it is not known
 */
export function checkEditions(
  other: Guidance,
  ours: string | undefined,
  theirs: string | undefined,
  report: Report,
): void {
  if (ours === undefined || theirs === undefined || ours === theirs) return;
  const message = `the guidance is the edition ${ours} in one language, and ${theirs} in the other`;
  const older = ours < theirs ? ours : theirs;
  const place: Place = { kind: 'text', path: other.file.path };
  const hint = `make both of the older one with \`--edition ${older}\`, or supply the newer one in both`;
  report(error('parity/edition', message, place, hint));
}

const keyOf = ({ kind, text }: Fixed): string => `${kind} ${text}`;

/** Reports what the one has, and the other has not, or not as often. */
function compare(part: Part, against: Part, path: string, make: typeof error, report: Report): void {
  const left = new Map<string, number>();
  for (const fixed of against.fixed) left.set(keyOf(fixed), (left.get(keyOf(fixed)) ?? 0) + 1);
  for (const fixed of part.fixed) {
    const count = left.get(keyOf(fixed)) ?? 0;
    left.set(keyOf(fixed), count - 1);
    if (count > 0) continue;
    const line = against.place?.kind === 'text' ? against.place.range?.start.line : undefined;
    const where = line === undefined ? `\`${path}\`` : `\`${path}:${line}\``;
    const message = `${NAMES[fixed.kind]} \`${fixed.text}\` stands in ${part.name}, and not in the same part of ${where}`;
    report(
      diagnosticOf(make, fixed.kind, message, fixed.place, 'put it into the other language too, or take it out here'),
    );
  }
}

type Said = Parameters<typeof error> extends readonly [string, ...infer Rest] ? Rest : never;

const diagnosticOf = (make: typeof error, kind: Fixed['kind'], ...said: Said): Diagnostic => {
  switch (kind) {
    case 'field':
      return make('parity/field', ...said);
    case 'number':
      return make('parity/number', ...said);
    case 'link':
      return make('parity/link', ...said);
    case 'email':
      return make('parity/email', ...said);
    case 'container':
      return make('parity/container', ...said);
  }
};

const NAMES: { readonly [kind in Fixed['kind']]: string } = {
  field: 'the merge field',
  number: 'the number',
  link: 'the link',
  email: 'the address',
  container: 'the container',
};

/** The introduction and the sections of a guidance document, and what in each does not depend on the language. */
export function partsOf(guidance: Guidance): Part[] {
  const parts: { name: string; place: Place | undefined; fixed: Fixed[] }[] = [
    { name: 'the introduction', place: { kind: 'text', path: guidance.file.path }, fixed: [] },
  ];
  const collect = (flow: Flow): void => {
    for (const node of flow) {
      const current = parts.at(-1)!;
      if (node.kind === 'branch') {
        current.fixed.push({ kind: 'field', text: `{{#${node.block} ${node.path.written}}}`, place: node.place });
        collect(node.body);
        collect(node.otherwise);
        continue;
      }
      const block = node.item;
      if (block.kind === 'heading' && block.depth === 2) {
        parts.push({ name: `section ${parts.length}`, place: block.place, fixed: [] });
      }
      const here = parts.at(-1)!.fixed;
      if ('inlines' in block) here.push(...inRun(block.inlines, block.place));
      else if ('items' in block) for (const item of ones(block.items, here)) collect(item);
      else if (block.kind === 'table') {
        const rows = [block.head, ...ones(block.rows, here)];
        here.push({ kind: 'container', text: `table of ${block.head.length} columns`, place: block.place });
        for (const cell of rows.flat()) here.push(...inRun(cell.inlines, cell.place));
      } else if (block.kind === 'figure') {
        here.push({ kind: 'container', text: 'picture', place: block.place });
        for (const run of [block.alt, block.caption]) here.push(...inRun(run, block.place));
      } else {
        here.push({ kind: 'container', text: `:::${block.kind} ${block.name}`.trim(), place: block.place });
        collect(block.blocks);
      }
    }
  };
  // What is faulty is reported where the guidance is merged.
  const flow = flowOfGuidance(guidance, () => {});
  collect(flow);
  const headings = headingsIn(flow);
  return parts.map((part) => ({ ...part, fixed: part.fixed.map((fixed) => withoutWords(fixed, headings)) }));
}

/** The ids of headings, in their order. */
const headingsIn = (flow: Flow): string[] =>
  flow.flatMap((node): string[] => {
    if (node.kind === 'branch') return [...headingsIn(node.body), ...headingsIn(node.otherwise)];
    const block = node.item;
    if (block.kind === 'heading') return [slugOf(wordsOf(block.inlines))];
    return 'blocks' in block ? headingsIn(block.blocks) : [];
  });

const wordsOf = (run: Run<FlowInline>): string =>
  ones(run, [])
    .map((inline) => (inline.kind === 'words' ? inline.value : 'children' in inline ? wordsOf(inline.children) : ''))
    .join('');

/** A link to a heading of the document leads to the same one in every language, whose words are others there. */
function withoutWords(fixed: Fixed, headings: readonly string[]): Fixed {
  const at = fixed.kind === 'link' && fixed.text.startsWith('#') ? headings.indexOf(fixed.text.slice(1)) : -1;
  return at < 0 ? fixed : { ...fixed, text: `# of heading ${at + 1}` };
}

/** All that a run may hold, in every branch; its conditions are fields too. */
function ones<T>(run: Run<T>, here: Fixed[]): T[] {
  return run.flatMap((node) => {
    if (node.kind === 'one') return [node.item];
    here.push({ kind: 'field', text: `{{#${node.block} ${node.path.written}}}`, place: node.place });
    return [...ones(node.body, here), ...ones(node.otherwise, here)];
  });
}

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const NUMBER = /\d+(?:[.,:/]\d+)*/g;

function inRun(run: Run<FlowInline>, place: Place): Fixed[] {
  const found: Fixed[] = [];
  let words = '';
  const visit = (inlines: Run<FlowInline>): void => {
    for (const inline of ones<FlowInline>(inlines, found)) {
      if (inline.kind === 'words') words += inline.value;
      else if (inline.kind === 'field') field(inline);
      else {
        if (inline.kind === 'link') {
          const url = ones(inline.url, found).map((text) =>
            text.kind === 'words' ? text.value : `{{${text.path.written}}}`,
          );
          found.push({ kind: 'link', text: url.join(''), place: inline.place });
        }
        visit(inline.children);
      }
    }
  };
  const field = (text: Extract<FlowText, { kind: 'field' }>): void => {
    words += '\n';
    found.push({ kind: 'field', text: `{{${text.path.written}}}`, place: text.place });
  };
  visit(run);
  for (const [text] of words.matchAll(EMAIL)) found.push({ kind: 'email', text, place });
  for (const [text] of words.replace(EMAIL, ' ').matchAll(NUMBER)) found.push({ kind: 'number', text, place });
  return found;
}
