import { parseCouncil } from '../data/council.ts';
import { isError, type Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import type { Owner } from '../import/match.ts';
import { openOutput } from '../output.ts';
import type { Desk } from './bench.ts';

/** What an import is to write, before any of it is written: its later steps build upon the earlier ones. */
export type ImportFiles = {
  /** The councils that have a file in the project, or will have one. */
  readonly owners: () => readonly Owner[];
  /** The file of a council as it will be; undefined if it has a fault, which was reported, and is not to be changed. */
  readonly council: (slug: string) => SourceFile | undefined;
  /** A file of the project as it will be; undefined if there is none, or it cannot be read, which was reported. */
  readonly file: (name: string) => SourceFile | undefined;
  /** @param text is written with all others, unless it is what stands there */
  readonly put: (name: string, text: string) => void;
  readonly stands: (name: string) => boolean;
  /** As the user may name a file of the project. */
  readonly shown: (name: string) => string;
  /** Writes what was put, each file whole or not at all, and looks for faults in the councils' files. */
  readonly write: () => readonly string[];
};

export const councilFileName = (slug: string): string => `content/councils/${slug}.yaml`;

export function openImportFiles({ project, console, cwd }: Desk): ImportFiles {
  const output = openOutput(project.root, cwd, console.report, undefined, ' with --project');
  const pending = new Map<string, string>();
  const owners = new Map<string, Owner>();
  const remember = (slug: string, text: string): void => {
    const parsed = parseCouncil({ path: councilFileName(slug), text }, slug, () => {}, 'draft');
    const { name = slug, shortName, gss } = parsed?.council ?? {};
    owners.set(slug, { slug, name, ...(shortName !== undefined && { shortName }), ...(gss !== undefined && { gss }) });
  };
  for (const slug of project.councils('own')) {
    remember(slug, project.read(councilFileName(slug), () => {})?.file.text ?? '');
  }
  const file = (name: string): SourceFile | undefined => {
    const text = pending.get(name);
    if (text !== undefined) return { path: name, text };
    return project.has(name) ? project.read(name, console.report)?.file : undefined;
  };
  return {
    owners: () => [...owners.values()],
    file,
    council(slug) {
      const found = file(councilFileName(slug));
      // What is missing in it is told once it is written; what is wrong, now.
      const tell: Report = (each) => {
        if (isError(each)) console.report({ record: slug, ...each });
      };
      return found && parseCouncil(found, slug, tell, 'draft') ? found : undefined;
    },
    put(name, text) {
      const [, slug] = /^content\/councils\/([a-z0-9-]+)\.yaml$/.exec(name) ?? [];
      pending.set(name, text);
      if (slug !== undefined) remember(slug, text);
    },
    stands: (name) => pending.has(name) || output.look(name) !== 'nothing',
    shown: output.shown,
    write() {
      const written = [...pending].filter(([name, text]) => output.write(name, text)).map(([name]) => name);
      for (const name of written) {
        const [, slug] = /^content\/councils\/([a-z0-9-]+)\.yaml$/.exec(name) ?? [];
        // Read as any other run will read it, so that places are those of what stands there now.
        const read = slug === undefined ? undefined : project.read(name, console.report);
        if (read && slug !== undefined) {
          parseCouncil(read.file, slug, (each) => console.report({ record: slug, ...each }), 'draft');
        }
      }
      return written.map(output.shown);
    },
  };
}
