import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { parseManifest } from '../../src/manifest.ts';
import { readPdf } from '../../src/pdf/read/file.ts';
import { pagesOf } from '../../src/pdf/read/pages.ts';
import { linesOf } from '../../src/pdf/read/text.ts';
import { writeWelshProject } from '../welsh.ts';

// Both languages from the command line, on guidance that is holding text in Welsh.

const folder = writeWelshProject();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Said = { readonly status: number; readonly files: readonly string[]; readonly diagnostics: readonly Diagnostic[] };

const play = async (...argv: readonly string[]): Promise<Said> => {
  let stdout = '';
  const io = {
    stdout: { write: (text: string) => void (stdout += text) },
    stderr: { write() {} },
    cwd: folder,
    env: {},
    now: () => new Date(2025, 2, 20),
  };
  const status = await run([...argv, '--date', '2025-03-20', '--format', 'json'], io);
  const { files, diagnostics } = JSON.parse(stdout) as {
    files: readonly { path: string }[];
    diagnostics: readonly Diagnostic[];
  };
  return { status, files: files.map(({ path }) => path), diagnostics };
};

const rulesOf = ({ diagnostics }: Said): string[] => diagnostics.map(({ severity, rule }) => `${severity} ${rule}`);

const textOf = (path: string): string =>
  pagesOf(readPdf(readFileSync(join(folder, path))))
    .flatMap((page) => linesOf(page).map(({ text }) => text))
    .join('\n');

const BUILD = ['build', '--council', 'llanfair-y-wyl'];

describe('both languages at once', () => {
  test('make one leaflet and one card, and web pages and words for each', async () => {
    const said = await play(...BUILD, '--language', 'cy-en', '--draft');
    expect([said.status, rulesOf(said)]).toEqual([0, ['warning parse/unreviewed']]);
    expect(said.files).toEqual([
      'output/llanfair-y-wyl/leaflet.cy-en.draft.pdf',
      'output/llanfair-y-wyl/leaflet.cy.draft.html',
      'output/llanfair-y-wyl/leaflet.en.draft.html',
      'output/llanfair-y-wyl/wallet-card.cy-en.draft.pdf',
      'output/llanfair-y-wyl/wallet-card.cy-en.sheet.draft.pdf',
      'output/llanfair-y-wyl/wallet-card.cy.draft.txt',
      'output/llanfair-y-wyl/wallet-card.en.draft.txt',
    ]);
    const entries = parseManifest(readFileSync(join(folder, 'output/manifest.json'), 'utf8')) ?? [];
    const [leaflet] = entries.filter(({ path }) => path.endsWith('leaflet.cy-en.draft.pdf'));
    expect(leaflet).toMatchObject({ language: 'cy-en', status: 'draft' });
    expect(Object.keys(leaflet?.inputs ?? {})).toEqual(
      expect.arrayContaining([
        'content/councils/llanfair-y-wyl.cy.yaml',
        'content/councils/llanfair-y-wyl.yaml',
        'content/guidance/candidate-security.cy.md',
        'content/guidance/candidate-security.en.md',
      ]),
    );
  });

  test('say it in Welsh first, once what is the same, and name no other language', () => {
    const text = textOf('output/llanfair-y-wyl/leaflet.cy-en.draft.pdf');
    expect(text.indexOf('Cyngor Sir Llanfair-y-Ŵyl')).toBeLessThan(text.indexOf('Llanfair-y-Ŵyl County Council'));
    expect(text.indexOf('Testun dal lle')).toBeLessThan(text.indexOf('Five ways to improve'));
    expect(text).not.toMatch(/also available|ar gael yn/);
    const card = textOf('output/llanfair-y-wyl/wallet-card.cy-en.draft.pdf');
    expect(card.match(/01632.960.011/g)).toHaveLength(1);
  });

  test('the web pages name one another', () => {
    const page = (language: string): string =>
      readFileSync(join(folder, `output/llanfair-y-wyl/leaflet.${language}.draft.html`), 'utf8');
    expect(page('en')).toContain(
      '<p class="also" lang="cy-GB"><a href="leaflet.cy.draft.html" hreflang="cy-GB">Mae’r daflen hon ar gael yn Gymraeg hefyd.</a></p>',
    );
    expect(page('cy')).toContain('<html lang="cy-GB">');
    expect(page('cy')).toContain('href="leaflet.en.draft.html" hreflang="en-GB"');
  });
});

test('separate versions each name the other', async () => {
  const said = await play(...BUILD, '--language', 'cy', '--template', 'leaflet', '--draft');
  expect(said.status).toBe(0);
  const welsh = textOf('output/llanfair-y-wyl/leaflet.cy.draft.pdf').replace(/\s+/g, ' ');
  expect(welsh).toContain('This leaflet is also available in English.');
  await play(...BUILD, '--template', 'leaflet', '--draft');
  const english = textOf('output/llanfair-y-wyl/leaflet.en.draft.pdf').replace(/\s+/g, ' ');
  expect(english).toContain('Mae’r daflen hon ar gael yn Gymraeg hefyd.');
});

test('a number that is another in Welsh stops a final file, and no other', async () => {
  const path = join(folder, 'content/guidance/candidate-security.cy.md');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace(/ 101\b/, ' 102'));
  const said = await play(...BUILD, '--language', 'cy-en', '--out', 'final');
  expect([said.status, said.files]).toEqual([1, []]);
  expect(rulesOf(said).filter((rule) => rule.startsWith('error'))).toEqual([
    'error parity/number',
    'error parity/number',
  ]);
  const english = await play(...BUILD, '--language', 'en', '--template', 'wallet-card', '--out', 'final');
  expect([english.status, english.files.length]).toEqual([0, 3]);
  writeFileSync(path, text);
});

test('the finished files have the words of both languages, each once and in order', async () => {
  const made = await play(...BUILD, '--language', 'cy-en', '--draft', '--out', 'checked');
  const files = made.files.filter((path) => path.endsWith('.pdf'));
  const said = await play('preflight', ...files);
  expect([said.status, said.diagnostics]).toEqual([0, []]);
});
