import * as P from '@react-pdf/primitives';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { isError } from '../diagnostics/diagnostic.ts';
import { mmToPt } from '../units.ts';
import type { LaidNode, LaidPage, Words } from './laid.ts';
import { checkCopy, checkFrames, checkGlyphs, checkPageCount, checkPlaced, isOverset } from './preflight.ts';
import { lay, type StageClock } from './react-pdf.ts';
import type { Known, Parts, Template } from './template.ts';

/** Laid-out pages of one product, furniture and all. */
export type Typeset = {
  readonly template: string;
  readonly pages: readonly LaidPage[];
};

/** One layout of a template: its pages before furniture, and what was found on the way. */
type Attempt<Fit> = {
  readonly fit: Fit;
  readonly pages: readonly LaidPage[];
  readonly given: ReadonlyMap<number, Words>;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Stage 4: composes and lays out until nothing is overset and the layout is a good one, lays the furniture over the
 * pages, and checks the result.
 *
 * @returns undefined when an error was reported
 */
export const typeset = async <Fit,>(template: Template<Fit>, parts: Parts, report: Report, clock: StageClock): Promise<Typeset | undefined> => {
  const chosen = await chooseFit(template, parts, clock);
  const pages = await furnished(template, parts, chosen.pages, chosen, clock);
  const diagnostics = [...chosen.diagnostics];
  const collect: Report = (diagnostic) => diagnostics.push(diagnostic);
  checkPageCount(template, pages.length, collect);
  if (template.takes === 'whole') checkPlaced(parts.edition, chosen.given, collect);
  checkGlyphs(template.name, chosen.given, parts, collect);
  diagnostics.forEach(report);
  return diagnostics.some(isError) ? undefined : { template: template.name, pages };
};

/** The first fit that is good; failing that, the first in which nothing is overset; failing that, the last. */
const chooseFit = async <Fit,>(template: Template<Fit>, parts: Parts, clock: StageClock): Promise<Attempt<Fit>> => {
  let fitting: Attempt<Fit> | undefined;
  let last: Attempt<Fit> | undefined;
  for (const fit of template.fits) {
    last = await attempt(template, parts, fit, clock);
    if (last.diagnostics.some(isOverset)) continue;
    if (!template.isGood || template.isGood({ lastPageFill: lastPageFill(template, last.pages) })) return last;
    fitting ??= last;
  }
  const best = fitting ?? last;
  if (!best) throw new Error(`template ${template.name} names no fit`);
  return best;
};

/** Lays out until the page numbers that the layout itself shows are those that it was composed with. */
const attempt = async <Fit,>(template: Template<Fit>, parts: Parts, fit: Fit, clock: StageClock): Promise<Attempt<Fit>> => {
  let known: Known = { pageOf: () => undefined };
  for (let round = 1; ; round += 1) {
    const diagnostics: Diagnostic[] = [];
    const collect: Report = (diagnostic) => diagnostics.push(diagnostic);
    const given = new Map<number, Words>();
    const asked: [id: string, page: number | undefined][] = [];
    const before = known;
    const tree = template.compose(
      parts,
      fit,
      {
        pageOf(id) {
          asked.push([id, before.pageOf(id)]);
          return before.pageOf(id);
        },
      },
      collect,
    );
    const leaves = await lay(tree, parts.faces, (serial, words) => given.set(serial, words), clock);
    const pages = leaves.map(asPage);
    const headings = pagesOf(pages);
    if (round < 3 && asked.some(([id, page]) => headings.get(id) !== page)) {
      known = { pageOf: (id) => headings.get(id) };
      continue;
    }
    checkCopy(template.name, given, pages, collect);
    checkFrames(template.name, pages, collect);
    return { fit, pages, given, diagnostics };
  }
};

const asPage = ({ type, box, children }: LaidNode): LaidPage => {
  if (type !== P.Page) throw new Error(`layout gave a ${type} in the place of a page`);
  return { width: box.width, height: box.height, nodes: children ?? [] };
};

/** The page, from 1, on which each node with an id begins. */
const pagesOf = (pages: readonly LaidPage[]): Map<string, number> => {
  const found = new Map<string, number>();
  const visit = (node: LaidNode, page: number): void => {
    if (node.props.id !== undefined && !found.has(node.props.id)) found.set(node.props.id, page);
    for (const child of node.children ?? []) visit(child, page);
  };
  pages.forEach(({ nodes }, i) => nodes.forEach((node) => visit(node, i + 1)));
  return found;
};

/** Lays a page's furniture over it. Furniture is composed once the pages are counted, each page's by itself. */
const furnished = async <Fit,>(
  template: Template<Fit>,
  parts: Parts,
  pages: readonly LaidPage[],
  { diagnostics, given }: Attempt<Fit>,
  clock: StageClock,
): Promise<LaidPage[]> => {
  const { furnish } = template;
  if (!furnish) return [...pages];
  const done: LaidPage[] = [];
  for (const [i, page] of pages.entries()) {
    const words = new Map<number, Words>();
    const [leaf] = await lay(furnish(parts, { page: i + 1, pages: pages.length }), parts.faces, (serial, value) =>
      words.set(serial, value),
      clock,
    );
    const overlay = asPage(leaf!);
    const collect: Report = (diagnostic) => (diagnostics as Diagnostic[]).push(diagnostic);
    checkCopy(template.name, words, [overlay], collect);
    checkFrames(template.name, [overlay], collect, i);
    for (const [serial, value] of words) (given as Map<number, Words>).set(-(serial + 1000 * (i + 1)), value);
    done.push({ ...page, nodes: [...overlay.nodes, ...page.nodes] });
  }
  return done;
};

/** How far down the words of the last page reach, as a share of the page. */
export const lastPageFill = ({ size }: Pick<Template, 'size'>, pages: readonly LaidPage[]): number => {
  let lowest = 0;
  const visit = (node: LaidNode, top: number): void => {
    const bottom = top + node.box.top + node.box.height;
    if (node.lines) lowest = Math.max(lowest, bottom);
    for (const child of node.children ?? []) visit(child, top + node.box.top);
  };
  for (const node of pages.at(-1)?.nodes ?? []) visit(node, 0);
  return lowest / mmToPt(size.height);
};
