import type { Block, Edition } from '../content/edition.ts';
import { error, type Place, type Report } from '../diagnostics/diagnostic.ts';
import type { LaidNode, LaidPage } from './laid.ts';
import { oversetRule } from './preflight.ts';

/** Preflight of what has no words of its own: pictures. */

type Picture = { readonly alt: string; readonly page: number; readonly left: number; readonly top: number };

const picturesOn = (pages: readonly LaidPage[], visit: (node: LaidNode, picture: Picture) => void): void => {
  const down = (node: LaidNode, page: number, x: number, y: number): void => {
    const at = { page, left: x + node.box.left, top: y + node.box.top };
    const { role, alt } = node.props;
    if (role === 'Figure' && alt !== undefined) visit(node, { alt, ...at });
    for (const child of node.children ?? []) down(child, page, at.left, at.top);
  };
  pages.forEach(({ nodes }, page) => nodes.forEach((node) => down(node, page, 0, 0)));
};

const epsilon = 0.01;

/** Every picture stands on its page, above the foot. */
export const checkPicturesFit = (template: string, pages: readonly LaidPage[], report: Report): void => {
  picturesOn(pages, ({ box: { width, height } }, { alt, page, left, top }) => {
    const at = pages[page]!;
    if (left >= -epsilon && left + width <= at.width + epsilon && top + height <= at.foot + epsilon) return;
    const place: Place = { kind: 'frame', template, frame: 'picture', page: page + 1 };
    const message = `the picture \`${alt}\` stands beyond the edge of page ${page + 1} of the ${template}`;
    report(error(oversetRule, message, place, 'put it into a later section, or make it smaller'));
  });
};

/** No picture of the guidance is left out. */
export const checkPicturesPlaced = (edition: Edition, pages: readonly LaidPage[], report: Report): void => {
  const counts = new Map<string, number>();
  picturesOn(pages, (_, { alt }) => counts.set(alt, (counts.get(alt) ?? 0) + 1));
  const blocks = [...edition.introduction, ...edition.sections.flatMap((section) => section.blocks)];
  for (const { alt, place } of blocks.flatMap(figuresIn)) {
    const left = counts.get(alt) ?? 0;
    counts.set(alt, left - 1);
    if (left > 0) continue;
    const message = `the template does not place the picture \`${alt}\``;
    report(error('compose/unplaced-section', message, place, 'give the template a place for it'));
  }
};

const figuresIn = (block: Block): Extract<Block, { kind: 'figure' }>[] => {
  if (block.kind === 'figure') return [block];
  if (block.kind === 'list') return block.items.flat().flatMap(figuresIn);
  return 'blocks' in block ? block.blocks.flatMap(figuresIn) : [];
};
