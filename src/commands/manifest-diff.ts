import { compare } from '../manifest-changes.ts';
import type { Changed, Reason } from '../manifest-changes.ts';
import { readManifestAt } from '../manifest-file.ts';
import type { Desk } from './bench.ts';
import type { DiffCommand } from './specs/manifest.ts';

/** Tells what changed from one run to another, first of all what must be recalled. */
export function manifestDiff({ before, after }: DiffCommand, { console, cwd }: Desk): void {
  const earlier = readManifestAt(cwd, before, console.report);
  const later = readManifestAt(cwd, after, console.report);
  if (!earlier || !later) return;
  const changes = compare(earlier, later);
  console.attach('changes', changes);
  const { recall, changed, added, removed, unchanged } = changes;
  const lines = [
    ...listed('recall', recall.map(because)),
    ...listed('changed', changed.map(because)),
    ...listed('added', added),
    ...listed('removed', removed),
    `unchanged ${unchanged}`,
  ];
  for (const line of lines) console.say(line);
}

const listed = (what: string, lines: readonly string[]): string[] => [
  `${what} ${lines.length}`,
  ...lines.map((line) => `  ${line}`),
];

const because = ({ path, reasons }: Changed): string => `${path}: ${reasons.map((reason) => WORDS[reason]).join(', ')}`;

const WORDS: { readonly [reason in Reason]: string } = {
  contacts: 'contacts',
  council: "the council's file",
  words: "the council's own words",
  guidance: 'the guidance',
  links: 'links',
  brand: 'the brand',
  furniture: 'labels and captions',
  sheet: 'the sheet of paper',
  handbill: 'the version of handbill',
  date: 'the day',
  unknown: 'nothing that the manifests list (Node.js or handbill itself)',
};
