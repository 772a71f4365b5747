import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePressProfile, type PressProfile, settled } from '../../../src/data/press-profile.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { preflight } from '../../../src/preflight/preflight.ts';
import { packageFolder } from '../../../src/project.ts';
import { deflated, type Objects, stream } from '../../pdf/read/made.ts';

/** A page of A6 for the press, made by hand, without a fault, so that a test can put each fault into it. */

function read(text: string, path: string) {
  const faults: Diagnostic[] = [];
  const found = parsePressProfile({ path, text }, (fault) => void faults.push(fault));
  if (!found) throw new Error(JSON.stringify(faults));
  return found;
}

/** The profiles that handbill brings along, with what a test asks besides. */
export function profileOf(name: 'council-print' | 'notify', own = ''): PressProfile {
  const path = `content/preflight/${name}.yaml`;
  const base = settled(name, read(readFileSync(join(packageFolder(), path), 'utf8'), path));
  return own === '' ? base : settled('own', read(`title: Own\n${own}`, 'own.yaml'), base);
}

export const foundFor = (profile: PressProfile, bytes: Uint8Array): readonly Diagnostic[] => {
  const found: Diagnostic[] = [];
  preflight({ bytes, path: 'file.pdf' }, [profile], (diagnostic) => void found.push(diagnostic));
  return found;
};

/** 3 mm in points. */
export const bleed = (3 / 25.4) * 72;
const [width, height] = [(105 / 25.4) * 72, (148 / 25.4) * 72];
const box = (by: number): string =>
  `[${[bleed - by, bleed - by, bleed + width + by, bleed + height + by].map((value) => value.toFixed(3)).join(' ')}]`;

/** The trim, grown by so many points on each side. */
export const trimGrownBy = box;

/** A picture of so many pixels, in a box of 0.1 inch: 30 pixels are 300 to the inch. */
export const picture = (pixels: number, ink = '\x40\x00\x00\x00', more = '/ColorSpace /DeviceCMYK'): string =>
  deflated(
    ink.repeat(pixels * pixels),
    `/Type /XObject /Subtype /Image /Width ${pixels} /Height ${pixels} /BitsPerComponent 8 ${more}`,
  );

export const ground = `0.1 0.05 0 0 k 0 0 ${(width + 2 * bleed).toFixed(3)} ${(height + 2 * bleed).toFixed(3)} re f`;
export const words = '0 0 0 1 k /Over gs BT /F 10 Tf 40 300 Td (Keep safe) Tj ET';
export const line = '0 0 0 1 K 0.5 w 40 200 m 200 200 l S';
export const placed = 'q 7.2 0 0 7.2 40 100 cm /Picture Do Q';

/** What stands on the page, and what is put after it. */
export const content = (more = '', instead: readonly [part: string, other: string] = ['', '']): string =>
  stream([ground, words, line, placed, more].join('\n').replace(...instead));

export const metadata = (claim: string): string =>
  stream(`<rdf:Description pdfxid:GTS_PDFXVersion="${claim}"/>`, '/Type /Metadata /Subtype /XML');

export const profile = (colours: string): string => stream(`0123456789abcdef${colours}prtr`, '/N 4');

export const font = (entries: string): string =>
  `<< /Type /Font /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 /Widths [${'500 '.repeat(224)}] ${entries} >>`;

const states = [
  '/Over << /OP true /op true /OPM 1 >>',
  '/Zero << /OP true /op true /OPM 0 >>',
  '/None << /OP false /op false >>',
  '/Half << /ca 0.5 /CA 0.5 >>',
  '/Multiply << /BM /Multiply >>',
  '/Screen << /BM /Screen >>',
].join(' ');

const spaces = [
  '/Spot [/Separation /PANTONE#20342#20C /DeviceCMYK 20 0 R]',
  '/All [/Separation /All /DeviceCMYK 20 0 R]',
  '/Stencil [/Pattern /DeviceCMYK]',
].join(' ');

export const sound: Objects = {
  1: '<< /Type /Catalog /Pages 2 0 R /Metadata 8 0 R /OutputIntents [9 0 R] >>',
  2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources 6 0 R >>',
  3: `<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox ${box(bleed)} /BleedBox ${box(bleed)} /TrimBox ${box(0)} >>`,
  4: content(),
  5: font('/Subtype /TrueType /BaseFont /ABCDEF+Face /FontDescriptor 7 0 R'),
  6: `<< /Font << /F 5 0 R >> /XObject << /Picture 11 0 R >> /ExtGState << ${states} >> /ColorSpace << ${spaces} >> /Pattern << /Tile 21 0 R /Shade 22 0 R >> /Shading << /Shade 23 0 R >> >>`,
  7: '<< /Type /FontDescriptor /FontName /ABCDEF+Face /Flags 32 /FontFile2 12 0 R >>',
  8: metadata('PDF/X-4'),
  9: '<< /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (FOGRA39) /DestOutputProfile 10 0 R >>',
  10: profile('CMYK'),
  11: picture(30),
  12: stream('glyphs'),
  20: '<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 0 1 0] /N 1 >>',
  21: stream(
    '1 0 0 rg 0 0 4 4 re f',
    '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 8 8] /XStep 8 /YStep 8 /Resources << >>',
  ),
  22: '<< /Type /Pattern /PatternType 2 /Shading 23 0 R >>',
  23: '<< /ShadingType 2 /ColorSpace /DeviceCMYK /Coords [40 0 200 0] /Extend [true true] /Function 24 0 R >>',
  24: '<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0.9 0.9 0.9 0.9] /N 1 >>',
};
