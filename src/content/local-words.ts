import type { ContainerDirective } from 'mdast-util-directive';
import { error, type Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { toTheEnd } from './faults.ts';
import type { PictureShelf } from './figures.ts';
import { checkDepths } from './guidance.ts';
import { nameOf } from './containers.ts';
import { type Markdown, readMarkdown } from './markdown.ts';
import { placeOf } from './nodes.ts';

/** A council's own words, by the slot of the guidance that they go to. */
export type LocalWords = Markdown & { readonly slots: ReadonlyMap<string, ContainerDirective> };

/**
 * Parses a council's own words: nothing but `:::local{slot=…}` at the top, headings from `###` downwards, the same
 * vocabulary and merge fields as the guidance.
 *
 * @param shelf where its pictures are found
 * @throws {Stop} when an error was reported
 */
export function parseLocalWords(source: SourceFile, report: Report, shelf?: PictureShelf): LocalWords {
  return toTheEnd(report, (counted) => {
    const markdown = readMarkdown(source, counted, shelf);
    const { file, root } = markdown;
    const slots = new Map<string, ContainerDirective>();
    for (const node of root.children) {
      if (node.type === 'containerDirective' && node.name === 'local') {
        slots.set(nameOf(node), node);
        checkDepths(node, file, 3, counted);
      } else if (node.type === 'containerDirective' || node.type in OUTSIDE) {
        const hint = 'put it into a `:::local{slot=…}` that the guidance has';
        const message = "in a council's own words everything belongs to a slot";
        counted(error('parse/outside-slot', message, placeOf(node, file), hint));
      }
    }
    return { ...markdown, slots };
  });
}

const OUTSIDE = { heading: true, paragraph: true, list: true, table: true, yaml: true };
