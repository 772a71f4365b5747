import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collect } from '../../src/diagnostics/collect.ts';
import { isLogoOfOtherKind, readLogo } from '../../src/project-logo.ts';
import { temporaryFolder } from '../output/folder.ts';

/** Reads a file of these bytes, and what is said of it. */
function heard(name: string, bytes: string) {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'in'));
  writeFileSync(join(cwd, 'in', name), Buffer.from(bytes, 'latin1'));
  const { report, all } = collect();
  const file = readLogo(cwd, `in/${name}`, report);
  return { file, said: all().map(({ rule, message, hints }) => ({ rule, message, hints: hints.join(' | ') })) };
}

test.each([
  ['logo.png', '\x89PNG\r\n\x1a\n', 'a PNG picture', /whoever keeps the logo.*Trace Bitmap/],
  ['logo.svg', '\x89PNG\r\n\x1a\n', 'a PNG picture', /Trace Bitmap/],
  ['logo.jpg', '\xff\xd8\xff\xe0', 'a JPEG picture', /Trace Bitmap/],
  ['logo.gif', 'GIF89a', 'a GIF picture', /Trace Bitmap/],
  ['logo.webp', 'RIFF\x00\x00\x00\x00WEBPVP8 ', 'a WebP picture', /Trace Bitmap/],
  ['logo.tif', 'II*\0', 'a TIFF picture', /Trace Bitmap/],
  ['logo.pdf', '%PDF-1.7\n', 'a PDF file', /Inkscape.*Plain SVG.*Illustrator.*Export As/],
  ['logo.ai', '%PDF-1.5\n', 'an Illustrator file', /Inkscape.*Illustrator/],
  ['logo.ai', '%!PS-Adobe-3.0', 'an Illustrator file', /Illustrator/],
  ['logo.eps', '%!PS-Adobe-3.0 EPSF-3.0', 'an EPS file', /Illustrator.*Ghostscript/],
  ['logo.eps', '\xc5\xd0\xd3\xc6', 'an EPS file', /Illustrator/],
])('%s that begins %j is %s', (name, bytes, what, hint) => {
  const { file, said } = heard(name, bytes);
  expect(file).toBeUndefined();
  expect(said).toEqual([
    { rule: 'brand/not-svg', message: `the logo is ${what}, expected plain SVG`, hints: expect.stringMatching(hint) },
  ]);
});

test.each([
  ['logo.png', 2],
  ['logo.JPG', 0],
  ['logo.tiff', 2],
  ['logo.ai', 2],
  ['logo.eps', 2],
  ['letterhead.png', 0],
])('%s in the folder of a brand without logo.svg: %d hints', (name, hints) => {
  const { report, all } = collect();
  const isTold = isLogoOfOtherKind('content/brands/leeds', (path) => path === `content/brands/leeds/${name}`, report);
  expect(isTold).toBe(hints > 0);
  expect(all().map((told) => [told.rule, told.message, told.place, told.hints.length])).toEqual(
    hints === 0
      ? []
      : [
          [
            'parse/invalid-logo',
            `the logo must be an SVG picture, found \`${name}\``,
            { kind: 'text', path: `content/brands/leeds/${name}` },
            hints,
          ],
        ],
  );
});

test('an SVG file is read, whatever it is called', () => {
  expect(heard('logo.xml', '<svg/>')).toEqual({ file: { path: 'in/logo.xml', text: '<svg/>' }, said: [] });
});

test('a file that is not there, and a folder, are told', () => {
  const { report, all } = collect();
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'in'));
  expect([readLogo(cwd, 'in', report), readLogo(cwd, 'in/logo.svg', report)]).toEqual([undefined, undefined]);
  expect(all().map(({ rule, message }) => [rule, message])).toEqual([
    ['brand/no-logo-file', '`in` is a folder, expected an SVG file'],
    ['brand/no-logo-file', 'no file `in/logo.svg`'],
  ]);
});
