import { readFileSync } from 'node:fs';
import { extname, resolve, sep } from 'node:path';
import { error } from './diagnostics/diagnostic.ts';
import type { Report } from './diagnostics/diagnostic.ts';
import type { SourceFile } from './diagnostics/source.ts';
import { codeOf } from './output-hindrance.ts';
import { decode } from './project-encoding.ts';

/**
 * Reads a logo that the command line names: it may lie anywhere, in a project or not. What is no SVG is named for what
 * it is, with the way out.
 *
 * @param path relative to where the command runs; diagnostics show it as it was typed
 * @returns undefined when an error was reported
 */
export function readLogo(cwd: string, path: string, report: Report): SourceFile | undefined {
  const shown = path.split(sep).join('/');
  const place = { kind: 'text', path: shown } as const;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(resolve(cwd, path));
  } catch (cause) {
    const code = codeOf(cause);
    const absent = code === 'ENOENT' || code === 'ENOTDIR';
    const found = code === 'EISDIR' ? 'is a folder, expected an SVG file' : `cannot be read (${code})`;
    const message = absent ? `no file \`${shown}\`` : `\`${shown}\` ${found}`;
    report(error('brand/no-logo-file', message, place, 'name an SVG file; the path is relative to where you run'));
    return undefined;
  }
  const kind = kindOf(bytes, path);
  if (kind) {
    const message = `the logo is ${kind.name}, expected plain SVG`;
    report(error('brand/not-svg', message, place, ...remedies[kind.of]));
    return undefined;
  }
  const { text, sound } = decode(bytes, shown, report);
  return sound ? { path: shown, text } : undefined;
}

type Kind = { readonly name: string; readonly of: 'shapes' | 'eps' | 'pixels' };

/** Files by their first bytes, else by their endings. */
const signatures: readonly (readonly [RegExp, Kind])[] = [
  [/^\x89PNG/, { name: 'a PNG picture', of: 'pixels' }],
  [/^\xff\xd8\xff/, { name: 'a JPEG picture', of: 'pixels' }],
  [/^GIF8/, { name: 'a GIF picture', of: 'pixels' }],
  [/^RIFF.{4}WEBP/s, { name: 'a WebP picture', of: 'pixels' }],
  [/^(II\*\0|MM\0\*)/, { name: 'a TIFF picture', of: 'pixels' }],
  [/^%PDF/, { name: 'a PDF file', of: 'shapes' }],
  [/^(%!PS|\xc5\xd0\xd3\xc6)/, { name: 'an EPS file', of: 'eps' }],
];

const endings: { readonly [ending: string]: Kind } = {
  '.ai': { name: 'an Illustrator file', of: 'shapes' },
  '.svgz': { name: 'a compressed SVG file', of: 'shapes' },
};

function kindOf(bytes: Uint8Array, path: string): Kind | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  // An Illustrator file begins as PDF or as PostScript: its ending says more.
  return endings[extname(path).toLowerCase()] ?? signatures.find(([pattern]) => pattern.test(start))?.[1];
}

/** By their endings, what logos are that are no plain SVG. */
const others: { readonly [ending: string]: Kind['of'] } = {
  png: 'pixels',
  jpg: 'pixels',
  jpeg: 'pixels',
  gif: 'pixels',
  webp: 'pixels',
  tif: 'pixels',
  tiff: 'pixels',
  pdf: 'shapes',
  ai: 'shapes',
  svgz: 'shapes',
  eps: 'eps',
};

/**
 * Looks whether a brand has its logo as something else than plain SVG, such as `logo.png`: its band would be without
 * one. What the file holds is not looked at, for it may be very large.
 *
 * @param folder of the brand
 * @returns true when that was reported
 */
export function isLogoOfOtherKind(folder: string, has: (name: string) => boolean, report: Report): boolean {
  const found = Object.entries(others).find(([ending]) => has(`${folder}/logo.${ending}`));
  if (!found) return false;
  const [ending, kind] = found;
  const message = `the logo must be an SVG picture, found \`logo.${ending}\``;
  report(error('parse/invalid-logo', message, { kind: 'text', path: `${folder}/logo.${ending}` }, ...remedies[kind]));
  return true;
}

const inkscape =
  'in Inkscape: open it, choose Edit > Select All and Path > Object to Path, then File > Save As… and `Plain SVG (*.svg)`';
const illustrator =
  'in Illustrator: choose File > Export > Export As…, the format SVG, Styling `Presentation Attributes` and Font `Convert To Outlines`';

const remedies: { readonly [kind in Kind['of']]: readonly string[] } = {
  shapes: [inkscape, illustrator],
  eps: [illustrator, `${inkscape}; it reads EPS only with Ghostscript installed`],
  pixels: [
    'ask whoever keeps the logo for a drawing of it (SVG, AI, EPS or PDF), and export that as plain SVG',
    'if there is none, have it drawn anew: in Inkscape, Path > Trace Bitmap… makes a beginning',
  ],
};
