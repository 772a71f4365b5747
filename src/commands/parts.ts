import type { PictureShelf } from '../content/figures.ts';
import { isError, Stop } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Input, Project } from '../project.ts';

/** Something parsed, and the files it came from. */
export type Part<T> = { readonly value: T; readonly inputs: readonly Input[] };

export const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

/**
 * Parses a file, and makes sure that what is faulty is not used: a parser may go on after an error, to find more of
 * them, or stop.
 */
export function sound<T>(report: Report, parse: (report: Report) => T | undefined): T | undefined {
  let faults = 0;
  try {
    const value = parse((diagnostic) => {
      if (isError(diagnostic)) faults++;
      report(diagnostic);
    });
    return faults > 0 ? undefined : value;
  } catch (cause) {
    if (cause instanceof Stop) return undefined;
    throw cause;
  }
}

const INSTALL_AGAIN = "leave the project's own out, so that handbill's is used, or install handbill again";

/** Reads and parses a file that every edition needs. */
export function loadPart<T>(
  project: Project,
  name: string,
  parse: (file: Input['file'], report: Report, shelf: PictureShelf) => T,
  report: Report,
): Part<T> | undefined {
  const input = project.read(name, report, INSTALL_AGAIN);
  const { shelf, inputs } = pictureShelf(project);
  const value = input && sound(report, (counted) => parse(input.file, counted, shelf));
  return input && value !== undefined ? { value, inputs: [input, ...inputs] } : undefined;
}

/** The pictures of a project, and those of them that were read. */
export function pictureShelf(project: Project): { readonly shelf: PictureShelf; readonly inputs: readonly Input[] } {
  const inputs: Input[] = [];
  const read: PictureShelf['read'] = (name, report) => {
    const input = project.read(`content/pictures/${name}`, report);
    if (input) inputs.push(input);
    return input?.file;
  };
  return { shelf: { names: project.pictures, read }, inputs };
}
