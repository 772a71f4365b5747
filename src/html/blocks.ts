import type { Block, Edition, Inline, Section } from '../content/edition.ts';
import { textOf } from '../content/typography.ts';
import { isGap } from '../data/gaps.ts';
import type { Contact, Council } from '../data/record.ts';
import type { Furniture } from '../data/furniture.ts';
import { telUri } from '../data/phone.ts';
import { shownUrl } from '../data/text.ts';
import { filled } from '../typeset/phrase.ts';
import type { Palette } from '../typeset/scale.ts';
import { figureMarkup } from './figure.ts';
import { joined, lines, type Markup, markup } from './markup.ts';
import { oneLine } from './phrases.ts';
import { tableMarkup } from './table.ts';

/** Turns the blocks of one edition into markup; knows what came before, so blocks are given in the order of the page. */
export class BlockWriter {
  readonly #furniture: Furniture;
  readonly #council: Council;
  readonly #phones: ReadonlySet<string>;
  /** Addresses that have been linked: on paper each is spelled out once. */
  readonly #linked = new Set<string>();
  readonly #palette: Palette;
  #panels = 0;
  #tables = 0;

  constructor(edition: Edition, furniture: Furniture, palette: Palette) {
    this.#furniture = furniture;
    this.#palette = palette;
    this.#council = edition.record.council;
    this.#phones = new Set(phonesOf(edition.record.council));
  }

  /** A numbered section. The number is read with the heading, for people speak of "section 2". */
  section({ id, number, heading, blocks }: Section, end?: Markup): Markup {
    const numeral = markup`<span class="number">${number}<span class="unseen">. </span></span>`;
    return lines(
      markup`<section class="section">`,
      markup`<h2 id="${id}">${numeral}<span>${this.inlines(heading)}</span></h2>`,
      this.blocks(blocks),
      end,
      markup`</section>`,
    );
  }

  blocks(blocks: readonly Block[]): Markup {
    return lines(...dissolved(blocks).map((block) => this.#block(block)));
  }

  inlines(inlines: readonly Inline[]): Markup {
    const written = inlines.map((inline) => this.#inline(inline));
    return joined(written, '');
  }

  #block(block: Block): Markup {
    switch (block.kind) {
      case 'paragraph':
        return markup`<p>${this.inlines(block.inlines)}</p>`;
      case 'heading':
        return heading(block.depth, block.id, this.inlines(block.inlines));
      case 'list':
        return this.#list(block);
      case 'table':
        this.#tables += 1;
        return tableMarkup(block, this.#tables, (inlines) => this.inlines(inlines), this.#furniture);
      case 'figure':
        return figureMarkup(block, (inlines) => this.inlines(inlines), this.#palette);
      case 'emergency': {
        const { call } = this.#furniture;
        const label = markup`<a href="tel:999">${call} <span class="figures">999</span></a>`;
        return this.#panel(markup`div class="panel emergency" role="group"`, label, block.blocks, markup`div`);
      }
      case 'local': {
        const { name } = this.#council;
        const label = oneLine(filled(this.#furniture.addedBy, { council: name }));
        const look = name.length > longestBeside ? 'panel local across' : 'panel local';
        return this.#panel(markup`aside class="${look}" role="note"`, markup`${label}`, block.blocks, markup`aside`);
      }
      case 'part':
        return this.blocks(block.blocks);
    }
  }

  #list({ ordered, start, items }: Extract<Block, { kind: 'list' }>): Markup {
    const written = items.map((item) => markup`<li>${this.#item(item)}</li>`);
    if (!ordered) return lines(markup`<ul>`, ...written, markup`</ul>`);
    return lines(start === 1 ? markup`<ol>` : markup`<ol start="${start}">`, ...written, markup`</ol>`);
  }

  /** An item of one paragraph, with or without a list below it, needs no paragraph of its own. */
  #item(blocks: readonly Block[]): Markup {
    const [first, ...rest] = dissolved(blocks);
    if (first?.kind !== 'paragraph' || rest.some(({ kind }) => kind !== 'list')) return this.blocks(blocks);
    const words = this.inlines(first.inlines);
    return rest.length === 0 ? words : lines(words, this.blocks(rest));
  }

  /** A panel whose label is its name for those who do not see it. */
  #panel(opening: Markup, label: Markup, blocks: readonly Block[], closing: Markup): Markup {
    this.#panels += 1;
    // Ids of ours hold an underscore, which those of headings never do.
    const id = `page_panel-${this.#panels}`;
    return lines(
      markup`<${opening} aria-labelledby="${id}">`,
      markup`<p class="label" id="${id}">${label}</p>`,
      markup`<div class="text">`,
      this.blocks(blocks),
      markup`</div>`,
      markup`</${closing}>`,
    );
  }

  #inline(inline: Inline): Markup {
    switch (inline.kind) {
      case 'text':
        return markup`${inline.value}`;
      case 'strong': {
        const phone = textOf(inline.children).replaceAll('\u00a0', ' ');
        const words = markup`<strong>${this.inlines(inline.children)}</strong>`;
        return this.#phones.has(phone) ? markup`<a href="${telUri(phone)}">${words}</a>` : words;
      }
      case 'link':
        return markup`<a href="${inline.url}"${this.#shown(inline)}>${this.inlines(inline.children)}</a>`;
    }
  }

  /** On paper a link to the web shows where it leads, once, and unless its words do. */
  #shown({ url, children }: Extract<Inline, { kind: 'link' }>): Markup | undefined {
    if (!/^https?:/.test(url) || this.#linked.has(url)) return undefined;
    this.#linked.add(url);
    const shown = shownUrl(url);
    const words = textOf(children);
    return words === shown || `www.${words}` === shown ? undefined : markup` data-shown="${shown}"`;
  }
}

const heading = (depth: number, id: string, words: Markup): Markup => {
  switch (depth) {
    case 3:
      return markup`<h3 id="${id}">${words}</h3>`;
    case 4:
      return markup`<h4 id="${id}">${words}</h4>`;
    case 5:
      return markup`<h5 id="${id}">${words}</h5>`;
    case 6:
      return markup`<h6 id="${id}">${words}</h6>`;
    default:
      throw new Error(`no heading of level ${depth} inside a section`);
  }
};

/** Letters of a council's name that stand beside what it adds; a longer name stands above it. */
const longestBeside = 32;

const phonesOf = ({ returningOfficer, deputyReturningOfficers, electoralServices, feoa }: Council): string[] =>
  [returningOfficer, ...deputyReturningOfficers, electoralServices, feoa]
    .filter((contact): contact is Contact => contact !== undefined)
    .flatMap(({ phones }) => phones)
    .filter((phone) => !isGap(phone));

/** Parts only name passages. */
const dissolved = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => (block.kind === 'part' ? dissolved(block.blocks) : [block]));
