import * as P from '@react-pdf/primitives';
import type { ReactElement } from 'react';
import type { Edition } from '../content/edition.ts';
import { type Diagnostic, isError, type Report } from '../diagnostics/diagnostic.ts';
import { Memory } from '../memory.ts';
import type { LaidNode, LaidPage, Words } from './laid.ts';
import {
  checkCopy,
  checkFrames,
  checkOverlaps,
  checkPageCount,
  checkPlaced,
  fillOf,
  oversetRule,
} from './preflight.ts';
import { checkFolds } from './preflight-folds.ts';
import { checkGlyphs } from './preflight-glyphs.ts';
import { checkOutline } from './outline.ts';
import { checkLogos } from './preflight-logo.ts';
import { checkUsed } from './preflight-used.ts';
import { checkPicturesFit, checkPicturesPlaced } from './preflight-pictures.ts';
import { lay, type LaidLeaf, type Laying, type StageClock } from './react-pdf.ts';
import { markRepeated } from './repeated.ts';
import { filledUp, inPlace, isBlank } from './signature.ts';
import { traceProps, traceRoom } from './trace-room.ts';
import type { LaidOut, Parts, Template } from './template.ts';

/** Laid-out leaves, the words that their texts were given, and what was found on the way. */
type Layout = {
  readonly pages: readonly LaidPage[];
  readonly given: ReadonlyMap<number, Words>;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Stage 4: composes and lays out until nothing is overset and the layout is a good one, lays the furniture over the
 * pages, and checks the result.
 *
 * @returns the laid-out pages; undefined when an error was reported
 */
export const typeset = async <Fit>(
  template: Template<Fit>,
  parts: Parts,
  report: Report,
  clock: StageClock,
): Promise<readonly LaidPage[] | undefined> => {
  const text = await chooseFit(template, parts, clock);
  const furniture = await furnish(template, parts, text.pages, clock);
  const words = [...text.given.values(), ...furniture.flatMap((layout) => [...(layout?.given.values() ?? [])])];

  const diagnostics = [...text.diagnostics, ...furniture.flatMap((layout) => layout?.diagnostics ?? [])];
  const collect: Report = (diagnostic) => diagnostics.push(diagnostic);
  if (diagnostics.every((diagnostic) => !isError(diagnostic))) checkPageCount(template, text.pages.length, collect);
  if (template.takes === 'whole') {
    const editions = editionsOf(template, parts);
    checkPlaced(editions, words, collect);
    for (const edition of editions) checkPicturesPlaced(edition, text.pages, collect);
    checkUsed(editions, words, collect, parts.faces.trace);
  }
  diagnostics.forEach(report);
  if (diagnostics.some(isError)) return undefined;
  // Furniture lies below, so that nothing of it can hide a word.
  const whole = text.pages.map((page, i) => ({
    ...page,
    nodes: [...(furniture[i]?.pages[0]?.nodes ?? []), ...page.nodes],
  }));
  if (parts.faces.trace) traceProps(whole, parts.faces.trace);
  return whole;
};

/** All editions whose words stand on the pages. */
const editionsOf = <Fit>({ also = [] }: Template<Fit>, { edition }: Parts): readonly Edition[] => [edition, ...also];

/** By template, which of its fits the document before was set in: where to begin to be quick, and never what to choose. */
const likely = new Memory<string, number>(64);

/** The first fit in which nothing is overset, failing that the last; improved if it makes no good pages. */
const chooseFit = async <Fit>(template: Template<Fit>, parts: Parts, clock: StageClock): Promise<Layout> => {
  const layOut = (fit: Fit, leaves: 'all' | 'first') => layFit(template, parts, fit, clock, leaves);
  const isGood = ({ pages }: Layout): boolean => template.isGood?.(judged(pages)) ?? true;
  let last: Layout | undefined;
  for (const [i, fit] of template.fits.entries()) {
    const isOpen = async (): Promise<boolean> => fit === template.fits.at(-1) || !isOverset(await layOut(fit, 'first'));
    // Most fits fail on the first leaf already, which is quicker to lay out than all of them. But the fit of the document
    // before, or of most, holds most often; and what is overset on the first leaf is overset among all, unless something
    // else is faulty.
    const isLikely = (likely.get(template.name) ?? template.usualFit ?? 0) === i;
    if (!isLikely && !(await isOpen())) continue;
    last = await layOut(fit, 'all');
    if (isLikely && !isOverset(last) && last.diagnostics.some(isError) && !(await isOpen())) continue;
    if (!isOverset(last)) likely.set(template.name, i);
    if (isOverset(last)) continue;
    if (isGood(last)) return last;
    const tried = [last];
    for (const better of template.improve?.(fit) ?? []) {
      const improved = await layOut(better, 'all');
      if (isOverset(improved)) continue;
      if (isGood(improved)) return improved;
      tried.push(improved);
    }
    return tried.find(({ pages }) => template.isFair?.(judged(pages))) ?? last;
  }
  if (!last) throw new Error(`template ${template.name} names no fit`);
  return last;
};

const judged = (pages: readonly LaidPage[]): LaidOut => {
  const fills = pages.filter((page) => !isBlank(page)).map(fillOf);
  const blanks = pages.length - fills.length;
  return { pages: pages.length, blanks, lastPageFill: fills.at(-1) ?? 0, leastFill: Math.min(...fills) };
};

const isOverset = ({ diagnostics }: Layout): boolean => diagnostics.some(({ rule }) => rule === oversetRule);

/** A contents list changes no heights, so the second layout already shows the right page numbers. */
const mostRounds = 3;

/** Lays a fit out; again, if it shows page numbers, until they are those that it was composed with. */
const layFit = async <Fit>(
  template: Template<Fit>,
  parts: Parts,
  fit: Fit,
  clock: StageClock,
  leaves: 'all' | 'first',
): Promise<Layout> => {
  const editions = editionsOf(template, parts);
  let known: ReadonlyMap<string, number> = new Map();
  let before: readonly LaidLeaf[] | undefined;
  for (let round = 1; ; round += 1) {
    const diagnostics: Diagnostic[] = [];
    const collect: Report = (diagnostic) => diagnostics.push(diagnostic);
    const shown = new Map<string, number | undefined>();
    let asked = 0;
    const pageOf = (id: string): number | undefined => {
      asked += 1;
      shown.set(id, known.get(id));
      return known.get(id);
    };
    const tree = template.compose(parts, fit, { pageOf }, collect);
    // What is asked for while leaves are not yet evaluated may stand in any of them.
    const reused = asked === 0 && before ? { before } : {};
    const laying = { faces: parts.faces, clock, leaves, asked: () => asked, ...reused };
    const { laid, given, ...flowed } = await layPages(tree, laying);
    const pages = leaves === 'all' ? filledUp(flowed.pages, template.signature) : flowed.pages;
    const headings = firstPages(pages);
    const settled = [...shown].every(([id, page]) => headings.get(id) === page);
    if (leaves === 'all' && !settled && round < mostRounds) {
      known = headings;
      // A leaf that is not evaluated again would not report again.
      before = diagnostics.length === 0 && asked > 0 ? laid : undefined;
      continue;
    }
    checkGlyphs(template.name, [...given.values()], editions, parts.faces, collect);
    // What has no glyph is not on the page and takes a wrong width: all else would be said of the wrong thing.
    if (diagnostics.some(isError)) return { pages, given, diagnostics };
    if (leaves === 'first') {
      // Of a fit that is tried nothing is asked but whether it fails, and most fail because something is too high.
      checkFrames(template.name, editions, pages, collect);
      if (diagnostics.length > 0) return { pages, given, diagnostics };
    }
    checkCopy(template.name, editions, given, pages, collect);
    checkFrames(template.name, editions, pages, collect);
    if (leaves === 'all') checkOutline(template.name, pages, collect);
    checkOverlaps(template.name, editions, pages, collect);
    if (template.finish) checkFolds(template.name, template.finish, pages, collect);
    checkLogos(template.name, pages, parts.brand, collect);
    checkPicturesFit(template.name, pages, collect);
    if (parts.faces.trace) traceRoom(pages, parts.faces.trace);
    return { pages, given, diagnostics };
  }
};

type LaidPages = {
  readonly laid: readonly LaidLeaf[];
  readonly pages: readonly LaidPage[];
  readonly given: ReadonlyMap<number, Words>;
};

const layPages = async (tree: ReactElement, laying: Laying): Promise<LaidPages> => {
  const laid = await lay(tree, laying);
  const pages = markRepeated(laid.flatMap((leaf) => leaf.pages).map(asPage));
  return { laid, pages, given: new Map(laid.flatMap(({ texts }) => texts)) };
};

const asPage = ({ type, props, box, children = [] }: LaidNode, index: number): LaidPage => {
  if (type !== P.Page) throw new Error(`layout gave a ${type} in the place of a page`);
  const nodes = inPlace(children, props.mirrored ?? 0, index + 1);
  return { width: box.width, height: box.height, foot: props.foot ?? box.height, nodes };
};

/** The page, from 1, on which each node with an id begins. */
const firstPages = (pages: readonly LaidPage[]): Map<string, number> => {
  const found = new Map<string, number>();
  const visit = (node: LaidNode, page: number): void => {
    if (node.props.id !== undefined && !found.has(node.props.id)) found.set(node.props.id, page);
    for (const child of node.children ?? []) visit(child, page);
  };
  pages.forEach(({ nodes }, i) => nodes.forEach((node) => visit(node, i + 1)));
  return found;
};

/** Lays out the furniture of each page, once the pages are counted; blank ones have none. */
const furnish = async <Fit>(
  template: Template<Fit>,
  parts: Parts,
  pages: readonly LaidPage[],
  clock: StageClock,
): Promise<(Layout | undefined)[]> => {
  const editions = editionsOf(template, parts);
  const layouts: (Layout | undefined)[] = [];
  for (let page = 1; template.furnish && page <= pages.length; page += 1) {
    if (isBlank(pages[page - 1]!)) {
      layouts.push(undefined);
      continue;
    }
    const tree = template.furnish(parts, { page, pages: pages.length });
    const { pages: laid, given } = await layPages(tree, { faces: parts.faces, clock, leaves: 'first' });
    const diagnostics: Diagnostic[] = [];
    const collect: Report = (diagnostic) => diagnostics.push(diagnostic);
    checkGlyphs(template.name, [...given.values()], editions, parts.faces, collect);
    if (!diagnostics.some(isError)) {
      checkCopy(template.name, editions, given, laid, collect);
      checkFrames(template.name, editions, laid, collect, page - 1);
    }
    layouts.push({ pages: laid, given, diagnostics });
  }
  return layouts;
};
