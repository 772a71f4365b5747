import { AREA } from './leaflet-words.mjs';

/**
 * The leaflet as Typst's own source, written for Typst's cache: what differs between records is an argument and a state,
 * never a value of a `set` rule, and what does not is in functions without arguments, which are remembered.
 *
 * @param {import('./leaflet-words.mjs').Leaflet} leaflet
 */
export const typstTemplate = ({ title, foot, first, rest }) => `
#let area-of = state("area", "")
#let foot = context [${runs(foot, '#area-of.final()')} #h(1fr) Page #counter(page).display() of #counter(page).final().first()]
#let front(area) = [
${first.map((block) => markup(block, '#area')).join('\n\n')}
]
#let guidance() = [
${rest.map((block) => markup(block, '#area')).join('\n\n')}
]
#let leaflet(area) = {
  set document(title: ${quoted(title)}, author: "Anyshire District Council", date: none)
  set page(paper: "a4", margin: (x: 20mm, top: 20mm, bottom: 25mm), footer: foot)
  set text(font: "Atkinson Hyperlegible Next", size: 12pt, lang: "en", region: "GB", hyphenate: false)
  set par(leading: 0.75em, spacing: 1.15em, justify: false)
  show heading.where(level: 1): set text(size: 30pt)
  show heading.where(level: 2): set text(size: 18pt)
  show heading.where(level: 3): set text(size: 14pt)
  area-of.update(area)
  front(area)
  pagebreak()
  guidance()
}
`;

/** The source of one record. */
export const typstRecord = (area) => `#import "leaflet.typ": leaflet\n#leaflet(${quoted(area)})\n`;

const quoted = (text) => `"${text.replace(/[\\"]/g, (c) => `\\${c}`)}"`;

const runs = (all, area) =>
  all
    .map(({ text, bold, link }) => {
      const pieces = text.split(AREA).map((piece) => (piece === '' ? '' : `#${quoted(piece)};`));
      const words = pieces.join(`${area};`);
      const heavy = bold ? `#strong[${words}]` : words;
      return link === undefined ? heavy : `#link(${quoted(link)})[${heavy}]`;
    })
    .join('');

const plain = (all) => all.map((run) => ({ ...run, bold: false }));

const markup = (block, area) => {
  switch (block.kind) {
    case 'heading':
      return `#heading(level: ${block.level})[${runs(plain(block.runs), area)}]`;
    case 'paragraph':
      return `#par[${runs(block.runs, area)}]`;
    case 'list':
      return `#${block.ordered ? 'enum' : 'list'}(${block.items.map((item) => `[${runs(item, area)}]`).join(', ')})`;
  }
};
