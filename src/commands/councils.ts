import type { RegisteredCouncil } from '../data/registry.ts';
import type { Desk } from './bench.ts';
import { loadRegistry, reportNoMatch, warnOfFormerCode } from './registry.ts';
import type { CouncilsCommand } from './specs/councils.ts';

/** Lists the councils of the registry, or those that a query may mean, the likeliest first. */
export function councils({ query }: CouncilsCommand, { project, console }: Desk): void {
  const registry = loadRegistry(project, console.report);
  if (!registry) return;
  const matches = query === '' ? [] : registry.find(query);
  const found = query === '' ? registry.councils : matches.map(({ council }) => council);
  if (found.length === 0) reportNoMatch(query, registry.near(query), console.report);
  for (const match of matches) warnOfFormerCode(match, console.report);
  console.attach('councils', found);
  for (const line of aligned(found)) console.say(line);
}

const NATION_NAMES = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
} as const;

/** Short name for files, name, nation and police force, each in a column of its own. */
function aligned(listed: readonly RegisteredCouncil[]): string[] {
  const rows = listed.map(({ slug, name, nation, force }) => [slug, name, NATION_NAMES[nation], force.name]);
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((text, at) => text.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
