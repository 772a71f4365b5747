import { error, type Place, type Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { parsePressProfile, type PressProfile, settled } from '../data/press-profile.ts';
import { readProfileFile } from '../finished-files.ts';
import type { Profile } from '../preflight/profiles.ts';
import type { Project } from '../project.ts';
import type { Desk } from './bench.ts';

/** A profile under the name by which it was asked for. */
export type NamedProfile = { readonly name: string; readonly profile: Profile };

export const accessible: NamedProfile = { name: 'accessible', profile: 'accessible' };

/**
 * The profiles of some names: `accessible`, those of the project and of the package, and files.
 *
 * @returns undefined when an error was reported
 */
export function loadProfiles(names: readonly string[], desk: Desk): readonly NamedProfile[] | undefined {
  const loaded = names.map((name): NamedProfile | undefined => {
    if (name === accessible.name) return accessible;
    const profile = isPath(name)
      ? extended(name, readProfileFile(desk.cwd, name, desk.console.report), desk, [])
      : profileOf(name, undefined, desk, []);
    return profile && { name, profile };
  });
  const found = loaded.filter((each) => each !== undefined);
  return found.length === names.length ? found : undefined;
}

/** What stands somewhere, and not in a project under its name. */
const isPath = (name: string): boolean => /[/\\]|\.ya?ml$/i.test(name);

/** Every profile that there is, with its title; those with a fault are reported and left out. */
export function listProfiles(desk: Desk): readonly { readonly name: string; readonly title: string }[] {
  const own = desk.project.profiles().flatMap((name) => profileOf(name, undefined, desk, []) ?? []);
  return [
    { name: accessible.name, title: 'Everybody who reads the file' },
    ...own.map(({ name, title }) => ({ name, title })),
  ];
}

type Around = readonly string[];

/** @param place where it is named; undefined on the command line */
function profileOf(name: string, place: Place | undefined, desk: Desk, around: Around): PressProfile | undefined {
  const { project, console } = desk;
  if (!project.profiles().includes(name)) {
    reportUnknown(name, place, project, console.report);
    return undefined;
  }
  if (around.includes(name)) {
    const message = `the profile \`${name}\` extends itself${
      around.length > 1
        ? `, by way of ${around
            .slice(around.indexOf(name) + 1)
            .map((each) => `\`${each}\``)
            .join(', ')}`
        : ''
    }`;
    console.report(
      error('project/circular-profile', message, place, 'extend another one, or give this one another name'),
    );
    return undefined;
  }
  const input = project.read(`content/preflight/${name}.yaml`, console.report);
  return extended(name, input?.file, desk, [...around, name]);
}

function extended(name: string, file: SourceFile | undefined, desk: Desk, around: Around): PressProfile | undefined {
  const stated = file && parsePressProfile(file, desk.console.report);
  if (!stated) return undefined;
  const below = stated.value.extends;
  if (below === undefined) return settled(name, stated);
  const base = profileOf(below, stated.placeOf('extends'), desk, around);
  return base && settled(name, stated, base);
}

function reportUnknown(name: string, place: Place | undefined, project: Project, report: Report): void {
  const names = place ? project.profiles() : [accessible.name, ...project.profiles()];
  const meant = nearest(name, names);
  const hints = meant === undefined ? [] : [`did you mean \`${meant}\`?`];
  const list = `there are ${names.map((each) => `\`${each}\``).join(', ')}; or name a file, as \`printer.yaml\``;
  report(error('project/unknown-profile', `no profile \`${name}\``, place, ...hints, list));
}
