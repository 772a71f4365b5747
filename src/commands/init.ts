import { brandStarter, councilStarter } from '../data/council-starter.ts';
import type { RegisteredCouncil, Registry } from '../data/registry.ts';
import { error } from '../diagnostics/diagnostic.ts';
import { openOutput } from '../output.ts';
import type { Output } from '../output.ts';
import { isWithinPackage } from '../project.ts';
import type { Desk } from './bench.ts';
import { loadRegistry, reportNoMatch, warnOfFormerCode } from './registry.ts';
import type { InitCommand } from './specs/init.ts';

/** Writes a council's file and its brand into the project, from what the registry knows. */
export function init(command: InitCommand, desk: Desk): void {
  const { project, console, cwd } = desk;
  if (!isOwn(desk, 'a council')) return;
  const registry = loadRegistry(project, console.report);
  const council = registry && chosen(command.council, registry, desk);
  if (!registry || !council) return;
  const output = openOutput(project.root, cwd, console.report, undefined, ' with --project');
  const written = begin(council, registry, output);
  console.attach('written', written);
  for (const path of written) console.say(path);
}

/**
 * Writes what is not there yet.
 *
 * @returns the paths that were written, as the user may name them
 */
export function begin(council: RegisteredCouncil, registry: Registry, output: Output): readonly string[] {
  const { slug, name } = council;
  const path = `content/councils/${slug}.yaml`;
  const brand = `content/brands/${slug}/brand.yaml`;
  if (output.look(path) !== 'nothing') {
    const message = `\`${path}\` is there already, and was not changed`;
    const hints = [
      `work on it, and look for faults with \`handbill check --council ${slug}\``,
      `or move it away to begin the file of ${name} anew`,
    ];
    output.report(error('project/exists', message, { kind: 'text', path: output.shown(path) }, ...hints));
    return [];
  }
  const files = [
    // The brand first: a council's file without its brand would be in the way of the next attempt.
    ...(output.look(brand) === 'nothing' ? [[brand, brandStarter(council)] as const] : []),
    [path, councilStarter(council, registry)] as const,
  ];
  const written: string[] = [];
  for (const [file, text] of files) {
    if (!output.write(file, text)) break;
    written.unshift(output.shown(file));
  }
  return written;
}

/**
 * Nothing is written into handbill itself but by those who work in its folder.
 *
 * @param what is to be begun
 */
export function isOwn({ project, console, cwd }: Desk, what: 'a council' | 'a brand' | 'an import'): boolean {
  if (project.kind === 'own' || isWithinPackage(cwd)) return true;
  const hints = ['make one: `handbill new <folder>`', 'or name one with --project'];
  console.report(
    error('project/none', `this folder is no project, so ${what} cannot be begun in it`, undefined, ...hints),
  );
  return false;
}

/** Only a whole name, slug or code will do: a council's file is not begun on a guess. */
function chosen(query: string, registry: Registry, { console }: Desk): RegisteredCouncil | undefined {
  const matches = registry.find(query);
  const exact = matches.filter(({ isExact }) => isExact);
  const [match] = exact;
  if (match && exact.length === 1) {
    warnOfFormerCode(match, console.report);
    return match.council;
  }
  const likely = (exact.length > 0 ? exact : matches).map(({ council }) => council);
  reportNoMatch(query, likely.length > 0 ? likely : registry.near(query), console.report);
  return undefined;
}
