import type { Record as CouncilRecord } from '../data/record.ts';
import { error, type Place, type Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { AreaWords } from './area-words.ts';
import type { Block, Cell, Edition, Fields, GuidanceFacts, Inline, Language, Section } from './edition.ts';
import type { Run } from './expressions.ts';
import { toTheEnd } from './faults.ts';
import { textOfItem } from './fields.ts';
import { type Flow, type FlowBlock, type FlowCell, type FlowInline, flowOf, flowOfGuidance } from './flow.ts';
import type { Guidance } from './guidance.ts';
import { Ids } from './ids.ts';
import { marked } from './marks.ts';
import { type LinkTable, resolveUrl } from './links.ts';
import type { LocalWords } from './local-words.ts';
import { placeOf } from './nodes.ts';
import { checkBlocks, top } from './names.ts';
import { expand, type Scope, scopeOf } from './scope.ts';
import { setRecord } from './set-record.ts';
import { type Role, textOf, typographic, typographicInlines } from './typography.ts';
import { type View, viewOf } from './view.ts';

export type Given = {
  readonly words?: LocalWords;
  readonly links: LinkTable;
  readonly record: CouncilRecord;
  /** A draft shows its gaps; a final edition with gaps has errors. */
  readonly status: 'final' | 'draft';
  /** Asks for marks round what the area says in words. Their numbers begin here, but for that of the area itself. */
  readonly marks?: { readonly area: number; readonly from: number };
};

/**
 * Merges guidance with a record, in the tree: a value fills a text or an address and never becomes markup.
 *
 * @throws {Stop} when an expression, a field's name or a link is faulty. Missing values, words without a slot and links
 *   that lead nowhere in the document are reported, and the edition is made for what else it may show.
 */
export function merge(guidance: Guidance, given: Given, report: Report): Edition {
  const slots = given.words?.slots ?? new Map<string, never>();
  const { flow, words, known } = toTheEnd(report, (counted) => {
    const { main, ...all } = checkedFlow(guidance, given.links, counted);
    const own = new Map<string, Flow>();
    for (const [slot, node] of slots) own.set(slot, flowOf(node.children, given.words ?? guidance, counted));
    const names = { report: counted, used: new Set<string>(), links: given.links };
    for (const added of own.values()) checkBlocks(added, top, { ...names, slots: new Set(), parts: new Set() });
    return { flow: main, words: own, known: all };
  });

  const view = viewOf(given.record, guidance.facts.language);
  const merging = new Merging(guidance.facts, words, view, given, report);
  const blocks = merging.blocks(flow, scopeOf(view));
  for (const [slot, node] of slots) {
    if (merging.placed.has(slot)) continue;
    const place = placeOf(node, given.words?.file ?? guidance.file);
    report(error('merge/unplaced-section', ...explainUnplaced(slot, known.slots, place)));
  }
  merging.checkTargets();
  const parts = new Map<string, readonly Block[]>([...known.parts].map((id) => [id, []]));
  for (const [id, found] of partsOf(blocks)) parts.set(id, found);
  const record = setRecord(given.record, guidance.facts.language);
  const edition = { guidance: setFacts(guidance.facts), record, ...sectionsOf(blocks), parts };
  const { area } = record;
  if (area === undefined || !given.marks) return edition;
  const fields = merging.fields(given.record.area ?? area);
  return { ...edition, record: { ...record, area: marked(given.marks.area, area) }, fields };
}

type CheckedFlow = {
  readonly main: Flow;
  readonly slots: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
};

/** The flows of guidance of which there was nothing to report, with the links that they were checked against. */
const sound = new WeakMap<Guidance, { readonly links: LinkTable; readonly flow: CheckedFlow }>();

/** The flow of guidance, its names checked: nothing in it hangs on the record, so it is made once for all of a run. */
function checkedFlow(guidance: Guidance, links: LinkTable, report: Report): CheckedFlow {
  const known = sound.get(guidance);
  if (known?.links === links) return known.flow;
  let isSound = true;
  const told: Report = (diagnostic) => {
    isSound = false;
    report(diagnostic);
  };
  const [slots, parts] = [new Set<string>(), new Set<string>()];
  const main = flowOfGuidance(guidance, told);
  checkBlocks(main, top, { report: told, used: new Set(), links, slots, parts });
  const flow = { main, slots, parts };
  if (isSound) sound.set(guidance, { links, flow });
  return flow;
}

function explainUnplaced(slot: string, slots: ReadonlySet<string>, place: Place): [string, Place, string] {
  if (slots.has(slot)) {
    const message = `the words for \`${slot}\` are left out: their slot stands in a condition that does not hold`;
    return [message, place, 'choose another slot, or remove the words'];
  }
  const meant = nearest(slot, slots);
  const all = [...slots].map((name) => `\`${name}\``).join(', ');
  const hint = meant === undefined ? `use one of its slots: ${all}` : `did you mean \`${meant}\`?`;
  return [`the guidance has no slot \`${slot}\` for these words`, place, hint];
}

/** One merge: the state that grows on the way through the guidance. */
class Merging {
  readonly placed = new Set<string>();
  readonly #ids = new Ids();
  readonly #targets: { readonly id: string; readonly place: Place }[] = [];
  #sections = 0;
  readonly #language: Language;
  readonly #words: ReadonlyMap<string, Flow>;
  readonly #view: View;
  readonly #given: Given;
  readonly #report: Report;
  #areInWords = true;
  readonly #areaWords: AreaWords;

  constructor(facts: GuidanceFacts, words: ReadonlyMap<string, Flow>, view: View, given: Given, report: Report) {
    this.#language = facts.language;
    this.#areaWords = new AreaWords(facts.language);
    this.#words = words;
    this.#view = view;
    this.#given = given;
    this.#report = report;
  }

  blocks(flow: Flow, scope: Scope, role: Role = 'running'): Block[] {
    return expand(flow, scope, (block, inner) => this.#block(block, inner, role));
  }

  #block(block: FlowBlock, scope: Scope, role: Role): Block[] {
    const { kind, place } = block;
    switch (kind) {
      case 'paragraph': {
        const inlines = this.#inlines(block.inlines, scope, role);
        return inlines.length > 0 ? [{ kind, inlines, place }] : [];
      }
      case 'heading': {
        const inlines = this.#inlines(block.inlines, scope, 'heading');
        if (inlines.length === 0) return [];
        const { depth } = block;
        if (depth === 2) this.#sections++;
        if (this.#sections === 0) this.#refuseHeading(place);
        return [{ kind, depth, id: this.#ids.give(textOf(inlines)), inlines, place }];
      }
      case 'list': {
        const { ordered, start } = block;
        const items = expand(block.items, scope, (item, inner) => [this.blocks(item, inner, 'item')]);
        const kept = items.filter((item) => item.length > 0);
        return kept.length > 0 ? [{ kind, ordered, start, items: kept, place }] : [];
      }
      case 'table': {
        const { heads, aligned } = block;
        const rows = expand(block.rows, scope, (row, inner) => [this.#cells(row, inner)]);
        const kept = rows.filter((row) => row.some(({ inlines }) => inlines.length > 0));
        return kept.length > 0
          ? [{ kind, heads, head: this.#cells(block.head, scope), rows: kept, aligned, place }]
          : [];
      }
      case 'figure': {
        const caption = this.#inlines(block.caption, scope, 'running');
        const said = this.#fill(block.alt, scope);
        if (this.#areaWords.isIn(said)) this.#areInWords = false;
        const alt = typographic(textOf(said), this.#language);
        return [{ kind, picture: block.picture, alt, caption, place }];
      }
    }
    const ours = this.blocks(block.blocks, scope);
    const added = kind === 'local' ? this.#wordsFor(block.name) : [];
    const blocks = [...ours, ...added];
    if (blocks.length === 0) return [];
    if (kind === 'emergency') return [{ kind, blocks, place }];
    return [kind === 'part' ? { kind, id: block.name, blocks, place } : { kind, slot: block.name, blocks, place }];
  }

  #wordsFor(slot: string): Block[] {
    this.placed.add(slot);
    return this.blocks(this.#words.get(slot) ?? [], scopeOf(this.#view));
  }

  #refuseHeading(place: Place): void {
    const hint = 'choose a slot inside a section, or remove the heading';
    this.#report(error('merge/heading-in-introduction', 'a heading stands before the first section', place, hint));
  }

  #cells(row: readonly FlowCell[], scope: Scope): Cell[] {
    return row.map(({ inlines, place }) => ({ inlines: this.#inlines(inlines, scope, 'running'), place }));
  }

  #inlines(run: Run<FlowInline>, scope: Scope, role: Role): Inline[] {
    const filled = this.#fill(run, scope);
    const { marks } = this.#given;
    if (!marks || !this.#areaWords.isIn(filled)) return typographicInlines(filled, this.#language, role);
    // A heading is a bookmark and the end of links too: no marks are followed there.
    const inlines = role === 'heading' ? undefined : this.#areaWords.marked({ inlines: filled, role }, marks.from);
    if (!inlines) this.#areInWords = false;
    return inlines ?? typographicInlines(filled, this.#language, role);
  }

  /** What may differ between records, by the numbers of the marks. */
  fields(area: string): Fields {
    const { area: own, from } = this.#given.marks!;
    const valuesFor = (name: string): readonly string[] => {
      const values: string[] = [];
      values[own] = typographic(name, this.#language);
      this.#areaWords.textsFor(name.trim()).forEach((text, i) => (values[from + i] = text));
      return values;
    };
    return { values: valuesFor(area), area: own, valuesFor, areInWords: this.#areInWords };
  }

  #fill(run: Run<FlowInline>, scope: Scope): Inline[] {
    const filling = { view: this.#view, status: this.#given.status, report: this.#report };
    return expand(run, scope, (inline, inner): Inline[] => {
      if (inline.kind === 'words' || inline.kind === 'field') {
        const { text, isOfArea } = textOfItem(inline, inner, filling);
        return [isOfArea ? this.#areaWords.named(text) : { kind: 'text', value: text }];
      }
      const children = this.#fill(inline.children, inner);
      if (inline.kind === 'strong') return [{ kind: 'strong', children }];
      const address = expand(inline.url, inner, (item, within) => [textOfItem(item, within, filling)]);
      if (address.some(({ isMissing }) => isMissing)) return children;
      if (address.some(({ isOfArea }) => isOfArea)) this.#areInWords = false;
      const given = address.map(({ text }) => text).join('');
      const url = resolveUrl(given, this.#given.links, inline.place, this.#report);
      if (url.startsWith('#')) this.#targets.push({ id: url.slice(1), place: inline.place });
      return [{ kind: 'link', url, children }];
    });
  }

  checkTargets(): void {
    for (const { id, place } of this.#targets) {
      if (this.#ids.given.has(id)) continue;
      const meant = nearest(id, this.#ids.given);
      const hint =
        meant === undefined
          ? 'use the words of a heading in small letters, joined by `-`'
          : `did you mean \`#${meant}\`?`;
      this.#report(error('merge/unknown-target', `no heading of the document has the id \`${id}\``, place, hint));
    }
  }
}

function sectionsOf(blocks: readonly Block[]): Pick<Edition, 'introduction' | 'sections'> {
  const introduction: Block[] = [];
  const sections: (Section & { readonly blocks: Block[] })[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.depth === 2) {
      const { id, inlines: heading, place } = block;
      sections.push({ id, number: sections.length + 1, heading, blocks: [], place });
    } else (sections.at(-1)?.blocks ?? introduction).push(block);
  }
  return { introduction, sections };
}

function partsOf(blocks: readonly Block[]): [id: string, blocks: readonly Block[]][] {
  return blocks.flatMap((block) => {
    if (!('blocks' in block)) return [];
    const inner = partsOf(block.blocks);
    return block.kind === 'part' ? [[block.id, block.blocks], ...inner] : inner;
  });
}

function setFacts(facts: GuidanceFacts): GuidanceFacts {
  const set = (text: string): string => typographic(text, facts.language);
  const { title, shortTitle, edition, issuer, licence } = facts;
  return {
    ...facts,
    title: set(title),
    shortTitle: set(shortTitle),
    edition: set(edition),
    issuer: set(issuer),
    licence: { ...licence, name: set(licence.name) },
  };
}
