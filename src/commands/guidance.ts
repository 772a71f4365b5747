import { type Guidance, parseGuidance } from '../content/guidance.ts';
import { compareGuidance } from '../content/guidance-diff.ts';
import { parseLocalWords } from '../content/local-words.ts';
import { placeOf } from '../content/nodes.ts';
import { partsOf } from '../content/parity.ts';
import { EDITION } from '../data/day.ts';
import { error } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import type { Project } from '../project.ts';
import { readDocument } from '../project-document.ts';
import type { Desk } from './bench.ts';
import { type GuidanceEdition, editionsOf, newerThan } from './guidance-editions.ts';
import { linesOfChanges, type Displaced } from './guidance-lines.ts';
import { sound } from './parts.ts';
import type { GuidanceCommand } from './specs/guidance.ts';
import { GUIDANCE } from './speech.ts';

/** Lists the editions of the guidance, or tells what changed from one to another. */
export function guidance(command: GuidanceCommand, desk: Desk): void {
  if (command.action === 'list') list(desk);
  else diff(command, desk);
}

/** What the list tells of an edition. */
type Listed = GuidanceEdition & {
  readonly title: string;
  /** As it is printed: "May 2025". */
  readonly words: string;
  readonly issuer: string;
  readonly sections: number;
  readonly supersededBy?: string;
};

function list({ project, console }: Desk): void {
  const all = editionsOf(project, GUIDANCE, console.report);
  const listed = all.flatMap((edition): Listed[] => {
    const input = project.read(edition.name, console.report);
    const parsed = input && sound(console.report, (report) => parseGuidance(input.file, report));
    if (!parsed) return [];
    const newer = newerThan(edition, all)?.edition;
    const { title, edition: words, issuer } = parsed.facts;
    const sections = partsOf(parsed).length - 1;
    return [{ ...edition, title, words, issuer, sections, ...(newer !== undefined && { supersededBy: newer }) }];
  });
  console.attach('editions', listed);
  for (const { edition = '-', language, words, issuer, sections, name, supersededBy } of listed) {
    const superseded = supersededBy === undefined ? '' : `, superseded by ${supersededBy}`;
    console.say(
      `${edition.padEnd(10)}  ${language}  ${words}, ${issuer}, ${sections} ${sections === 1 ? 'section' : 'sections'}${superseded}  ${name}`,
    );
  }
}

type Diff = Extract<GuidanceCommand, { readonly action: 'diff' }>;

function diff({ before, after, language }: Diff, desk: Desk): void {
  const { console, project } = desk;
  const [older, newer] = [before, after].map((named) => parse(named, language, desk));
  if (!older || !newer) return;
  if (older.facts.language !== newer.facts.language) {
    const message = `\`${before}\` is in \`${older.facts.language}\`, and \`${after}\` in \`${newer.facts.language}\``;
    const hint = 'compare two editions in one language';
    console.report(error('project/two-languages', message, { kind: 'text', path: newer.file.path }, hint));
    return;
  }
  const changes = compareGuidance(older, newer);
  const displaced =
    changes.slotsGone.length === 0 ? [] : displacedWords(project, newer.facts.language, changes.slotsGone);
  console.attach('changes', { ...changes, displaced });
  for (const line of linesOfChanges(changes, displaced)) console.say(line);
}

/** An edition of the project by its name, else a file by its path. */
function parse(named: string, language: string, { project, console, cwd }: Desk): Guidance | undefined {
  const { report } = console;
  const file = EDITION.test(named) ? editionNamed(named, language, project, report) : readFile(named, cwd, report);
  return file && sound(report, (counted) => parseGuidance(file, counted));
}

const readFile = (named: string, cwd: string, report: Report): SourceFile | undefined =>
  readDocument(cwd, named, report, 'name an edition as `2025-05`, or a file; its path is relative to where you run');

function editionNamed(named: string, language: string, project: Project, report: Report): SourceFile | undefined {
  const all = editionsOf(project, GUIDANCE, report).filter((each) => each.language === language);
  const found = all.find(({ edition }) => edition === named);
  if (found) return project.read(found.name, report)?.file;
  const known = all.map(({ edition, name }) => `\`${edition ?? name}\``).join(', ');
  const message = `there is no edition \`${named}\` of the guidance in \`${language}\``;
  const hint =
    known === '' ? `there is none in \`${language}\`: name a file` : `choose one of ${known}, or name a file`;
  report(error('project/no-edition', message, undefined, hint));
  return undefined;
}

/** The councils whose own words stand in a slot that is gone; words with faults are for `check` to tell. */
function displacedWords(project: Project, language: string, gone: readonly string[]): readonly Displaced[] {
  return project.councils('all').flatMap((council) => {
    const name = `content/councils/${council}.${language}.md`;
    const input = project.has(name) ? project.read(name, () => {}) : undefined;
    const words =
      input &&
      sound(
        () => {},
        (report) => parseLocalWords(input.file, report),
      );
    return [...(words?.slots ?? [])].flatMap(([slot, node]): Displaced[] => {
      if (!words || !gone.includes(slot)) return [];
      const place = placeOf(node, words.file);
      const line = place.kind === 'text' ? place.range?.start.line : undefined;
      return [{ council, slot, path: words.file.path, ...(line !== undefined && { line }) }];
    });
  });
}
