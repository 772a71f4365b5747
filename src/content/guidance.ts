import type { Heading, Nodes } from 'mdast';
import { z } from '../data/zod.ts';
import { day, folderName, requiredLine } from '../data/text.ts';
import { parseYaml } from '../data/yaml.ts';
import { error, type Place, type Report, Stop } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import type { GuidanceFacts } from './edition.ts';
import { toTheEnd } from './faults.ts';
import type { PictureShelf } from './figures.ts';
import { guidanceFileOf, monthOfFacts } from './guidance-edition.ts';
import { address } from './links.ts';
import { type Markdown, readMarkdown } from './markdown.ts';
import { placeOf, sourceOf } from './nodes.ts';

/** One guidance document, parsed and checked, its merge fields still open. */
export type Guidance = Markdown & { readonly facts: GuidanceFacts };

const frontMatter = z.strictObject({
  id: folderName,
  title: requiredLine,
  shortTitle: requiredLine,
  edition: requiredLine,
  issued: day.exactOptional(),
  issuer: requiredLine,
  licence: z.strictObject({ name: requiredLine, url: address }),
  language: z.string().regex(/^[a-z]{2,3}$/, 'expected a language such as `en` or `cy`'),
  source: address,
});

/**
 * Parses a guidance document: front matter, one `#` title, `##` sections. The title stands twice, in the front matter
 * (what the document is called) and as its heading (what is set); the two must be the same.
 *
 * @param shelf where its pictures are found
 * @throws {Stop} when an error was reported
 */
export function parseGuidance(source: SourceFile, report: Report, shelf?: PictureShelf): Guidance {
  return toTheEnd(report, (counted) => {
    if (!/^\uFEFF?---[ \t]*\r?\n([^]*?\n)?---[ \t]*(\r?\n|$)/.test(source.text)) {
      const place: Place = { kind: 'text', path: source.path, range: firstLine };
      const hint = 'begin the file with a line `---`, the keys `id`, `title`, `edition` …, and a line `---`';
      counted(error('parse/front-matter', 'the guidance has no front matter', place, hint));
      throw new Stop();
    }
    const markdown = readMarkdown(source, counted, shelf);
    const facts = readFacts(markdown, counted);
    checkTitle(markdown, facts, counted);
    checkDepths(markdown.root, markdown.file, 2, counted);
    if (!facts) throw new Stop();
    return { ...markdown, facts };
  });
}

const firstLine = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

function readFacts({ file, root }: Markdown, report: Report): GuidanceFacts | undefined {
  const yaml = root.children[0];
  if (yaml?.type !== 'yaml') return undefined;
  const parsed = parseYaml({ path: file.path, text: yaml.value }, frontMatter, report, { line: 1 });
  const named = guidanceFileOf(file.path)?.named;
  const month = parsed && monthOfFacts(parsed.value);
  if (parsed && named !== undefined && month !== undefined && !named.startsWith(month)) {
    const message = `the front matter is of the edition ${month}, and the file is named for ${named}`;
    const hint = `name the file \`${parsed.value.id}@${month}.${parsed.value.language}.md\`, or correct \`edition\``;
    report(error('parse/edition', message, parsed.placeOf('edition'), hint));
  }
  return parsed && { ...parsed.value, path: file.path };
}

function checkTitle({ file, root }: Markdown, facts: GuidanceFacts | undefined, report: Report): void {
  const fault = (message: string, place: Place, hint: string): void =>
    report(error('parse/title', message, place, hint));
  const titles = headingsOf(root).filter(({ depth }) => depth === 1);
  const [title, ...others] = titles;
  const first = root.children.find(({ type }) => type !== 'yaml');
  if (!title) {
    fault(
      'the guidance has no title',
      first ? placeOf(first, file) : { kind: 'text', path: file.path },
      'begin its text with a line `# Title`',
    );
    return;
  }
  for (const other of others) fault('a second title', placeOf(other, file), 'use `##` for a section');
  if (title !== first) fault('the title does not come first', placeOf(title, file), 'move it above everything else');
  const words = sourceOf(title, file).replace(/^#\s+/, '').trim();
  if (words.includes('{{')) fault('a merge field in the title', placeOf(title, file), 'write its words out');
  if (facts && words !== facts.title) {
    const message = `the title differs from \`${facts.title}\` in the front matter`;
    fault(message, placeOf(title, file), 'make the two the same');
  }
}

/** Levels of headings go down one by one, so that a screen reader's outline has no gaps. */
export function checkDepths(node: Nodes, file: SourceFile, top: number, report: Report): void {
  let deepest = top;
  for (const heading of headingsOf(node)) {
    if (heading.depth > deepest) {
      const message = `a heading of level ${heading.depth} where ${deepest} is the deepest that can stand`;
      const hint = `use \`${'#'.repeat(deepest)}\``;
      report(error('parse/skipped-heading', message, placeOf(heading, file), hint));
    }
    deepest = heading.depth + 1;
  }
}

function headingsOf(node: Nodes): Heading[] {
  if (node.type === 'heading') return [node];
  return 'children' in node ? node.children.flatMap((child) => headingsOf(child)) : [];
}
