import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { error, warning } from './diagnostics/diagnostic.ts';
import type { Report } from './diagnostics/diagnostic.ts';
import type { SourceFile } from './diagnostics/source.ts';
import { decode } from './project-encoding.ts';

/** A content file as it was read: what a stage gets, and what the manifest says of it. */
export type Input = {
  /** The path that names it in every project: `content/councils/anyshire.yaml`. */
  readonly name: string;
  readonly file: SourceFile;
  /** Of the bytes as they lie on the disk. */
  readonly sha256: string;
};

/** Where a run finds its content: the door in. */
export type Project = {
  /** Absolute. */
  readonly root: string;
  /** A user's own folder, or the content that handbill brings along. */
  readonly kind: 'own' | 'package';
  readonly has: (name: string) => boolean;
  /**
   * Reads a content file: the project's if it has it, else the package's. A file that is absent or is not text in
   * UTF-8 is reported.
   *
   * @param name with forward slashes, below `content/`
   * @param hints what to do if it is absent
   */
  readonly read: (name: string, report: Report, ...hints: string[]) => Input | undefined;
  /** The sha256 of the bytes of a content file, as `read` gives it; undefined if there is none that can be read. */
  readonly sha256: (name: string) => string | undefined;
  /** The slugs of all councils that have a file, sorted; `own`: those of this project, not of the package below it. */
  readonly councils: (which: 'all' | 'own') => readonly string[];
  /** The slugs of all councils whose areas the project lists, sorted. */
  readonly areas: () => readonly string[];
  /** The names of all pictures, sorted. */
  readonly pictures: () => readonly string[];
  /** The names of all sheets of paper, sorted. */
  readonly sheets: () => readonly string[];
  /** The names of all brands, sorted; `own`: those of this project, not of the package below it. */
  readonly brands: (which: 'all' | 'own') => readonly string[];
  /** The names of a guidance document's files, in every edition and language, sorted. */
  readonly guidance: (id: string) => readonly string[];
  /** The names of all profiles that finished files can be checked for, sorted. */
  readonly profiles: () => readonly string[];
  /** The languages in which a guidance document is there, sorted: `cy`, `en`. */
  readonly languages: (guidance: string) => readonly string[];
  /** Warns of files beside the councils' that no command will ever read, such as `Anyshire.yml`. */
  readonly warnOfStrays: (report: Report) => void;
  /** The text of a file that was read, by the path that diagnostics print: for code frames. */
  readonly source: (path: string) => string | undefined;
};

/** A council's or a brand's name as a part of a path: lower case, digits and hyphens. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Opens the project: the folder that was named, else the working folder if it holds `content/` with something of
 * a project in it, else the content of the package itself.
 */
export function openProject(cwd: string, folder: string | undefined, report: Report): Project | undefined {
  const own = packageFolder();
  if (folder === undefined) return layered(looksLikeProject(cwd) ? resolve(cwd) : own, own);
  const root = resolve(cwd, folder);
  const place = { kind: 'text', path: folder } as const;
  if (!isFolder(root)) {
    const found = existsSync(root) ? `\`${folder}\` is a file, expected a project folder` : `no folder \`${folder}\``;
    report(error('project/no-folder', found, place, 'check the path after --project: it is relative to where you run'));
    return undefined;
  }
  if (!isFolder(join(root, 'content'))) {
    const message = `\`${folder}\` is not a project: it holds no folder \`content\``;
    const hint = `put your council's file into \`content/councils\` in it`;
    report(error('project/no-content', message, place, hint, "or leave out --project to use handbill's own content"));
    return undefined;
  }
  return layered(root, own);
}

/** A `content` folder alone may be anything: a website's, or the source code of handbill. */
const looksLikeProject = (folder: string): boolean =>
  ['councils', 'brands', 'guidance', 'furniture', 'preflight'].some((part) => isFolder(join(folder, 'content', part)));

/** handbill's own folder, whether it runs from `src` or, installed, from `dist/src`. */
export function packageFolder(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'handbill') return folder;
    if (dirname(folder) === folder) throw new Error('handbill does not find its own package.json');
  }
}

/** Whether one works in handbill's own folder: its content is then a project like any other. */
export const isWithinPackage = (cwd: string): boolean => `${resolve(cwd)}${sep}`.startsWith(`${packageFolder()}${sep}`);

let ownVersion: string | undefined;

/** handbill's version. */
export const version = (): string =>
  (ownVersion ??= String(JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')).version));

/** The bytes of the faces that every page is set in. */
export function readFaces(): { regular: Uint8Array; bold: Uint8Array } {
  const require = createRequire(import.meta.url);
  const face = (name: string): Uint8Array =>
    readFileSync(require.resolve(`@expo-google-fonts/atkinson-hyperlegible-next/${name}`));
  return {
    regular: face('400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'),
    bold: face('700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'),
  };
}

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

type Layer = { readonly root: string; readonly kind: 'own' | 'package' };

function layered(root: string, packageRoot: string): Project {
  const below: Layer = { root: packageRoot, kind: 'package' };
  const own = realpathSync(root) === realpathSync(packageRoot) ? [] : [{ root, kind: 'own' } as const];
  const layers: readonly Layer[] = [...own, below];
  const texts = new Map<string, string>();
  const holder = (name: string): Layer | undefined => layers.find((layer) => existsSync(join(layer.root, name)));

  const read = (name: string, report: Report, ...hints: string[]): Input | undefined => {
    if (isAbsolute(name) || name.split('/').includes('..')) throw new Error(`not a path in a project: ${name}`);
    const layer = holder(name);
    const path = shown(root, join((layer ?? layers[0] ?? below).root, name));
    const place = { kind: 'text', path } as const;
    if (!layer) {
      report(error('project/missing-file', `\`${name}\` is missing`, place, ...hints));
      return undefined;
    }
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(join(layer.root, name));
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
      const found = code === 'EISDIR' ? 'is a folder, expected a file' : `cannot be read (${code})`;
      const hint = code === 'EISDIR' ? `move the folder \`${name}\` away` : `make \`${name}\` readable`;
      report(error('project/unreadable', `\`${name}\` ${found}`, place, hint));
      return undefined;
    }
    const { text, sound } = decode(bytes, path, report);
    texts.set(path, text);
    if (!sound) return undefined;
    return { name, file: { path, text }, sha256: hash(bytes) };
  };

  const hashes = new Map<string, string | undefined>();
  const hashOf = (name: string): string | undefined => {
    const layer = holder(name);
    try {
      return layer && hash(readFileSync(join(layer.root, name)));
    } catch {
      return undefined;
    }
  };

  return {
    root,
    kind: own.length > 0 ? 'own' : 'package',
    has: (name) => holder(name) !== undefined,
    read,
    sha256(name) {
      if (!hashes.has(name)) hashes.set(name, hashOf(name));
      return hashes.get(name);
    },
    councils: (which) =>
      namesIn(which === 'own' ? layers.slice(0, 1) : layers, COUNCILS, (name) => COUNCIL_FILE.exec(name)?.[1]),
    areas: () => namesIn(layers.slice(0, 1), 'content/areas', (name) => AREAS_FILE.exec(name)?.[1]),
    pictures: () => namesIn(layers, 'content/pictures', (name) => (/\.svg$/i.test(name) ? name : undefined)),
    sheets: () => namesIn(layers, 'content/sheets', (name) => SHEET_FILE.exec(name)?.[1]),
    brands: (which) =>
      namesIn(which === 'own' ? layers.slice(0, 1) : layers, 'content/brands', (name) =>
        SLUG.test(name) ? name : undefined,
      ),
    profiles: () => namesIn(layers, 'content/preflight', (name) => PROFILE_FILE.exec(name)?.[1]),
    guidance: (id) =>
      namesIn(layers, 'content/guidance', (name) =>
        isOf(id, name) && name.endsWith('.md') ? `content/guidance/${name}` : undefined,
      ),
    languages: (id) =>
      namesIn(layers, 'content/guidance', (name) => (isOf(id, name) ? GUIDANCE_FILE.exec(name)?.[1] : undefined)),
    warnOfStrays: (report) => warnOfStrays(layers[0] ?? below, root, report),
    source: (path) => texts.get(path),
  };
}

const COUNCILS = 'content/councils';
const SHEET_FILE = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml$/;
const SIGN_OFF_FILE = /^[a-z0-9]+(?:-[a-z0-9]+)*\.signoff\.yaml$/;
const AREAS_FILE = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.csv$/;
const COUNCIL_FILE = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml$/;
const PROFILE_FILE = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml$/;
const WORDS_FILE = /^[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z]{2,3}\.(?:md|yaml)$/;
const GUIDANCE_FILE = /\.([a-z]{2,3})\.md$/;
/** `candidate-security.en.md`, and another edition of it, `candidate-security@2026-05.en.md`. */
const isOf = (guidance: string, name: string): boolean =>
  name.startsWith(`${guidance}.`) || name.startsWith(`${guidance}@`);

const namesIn = (layers: readonly Layer[], folder: string, nameOf: (file: string) => string | undefined): string[] => {
  const names = layers.flatMap((layer) => list(join(layer.root, folder)).map(nameOf));
  return [...new Set(names.filter((name) => name !== undefined))].toSorted();
};

const list = (folder: string): string[] => (isFolder(folder) ? readdirSync(folder) : []);

function warnOfStrays(layer: Layer, root: string, report: Report): void {
  for (const name of list(join(layer.root, COUNCILS)).toSorted()) {
    // Hidden files belong to editors and desktops.
    if (name.startsWith('.') || [COUNCIL_FILE, WORDS_FILE, SIGN_OFF_FILE].some((known) => known.test(name))) continue;
    const place = { kind: 'text', path: shown(root, join(layer.root, COUNCILS, name)) } as const;
    const message = `\`${name}\` is not read: expected \`<council>.yaml\` or \`<council>.<language>.md\` in lower case`;
    report(warning('project/stray-file', message, place, `rename it, or move it out of \`${COUNCILS}\``));
  }
}

/** Relative to the project where the file lies in it, else absolute; with forward slashes. */
function shown(root: string, path: string): string {
  const within = relative(root, path);
  const outside = within === '..' || within.startsWith(`..${sep}`) || isAbsolute(within);
  return (outside ? path : within).split(sep).join('/');
}
