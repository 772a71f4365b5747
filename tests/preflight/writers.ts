import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Link, Page, renderToBuffer, Text } from '@react-pdf/renderer';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import PDFKit from 'pdfkit';
import { createElement } from 'react';

/** Files of a few words, as other programs write them. */

const TITLE = 'Keep safe at the count';

export const PAGE = `<!doctype html><html lang="en-GB"><head><title>${TITLE}</title></head><body>
<h1>Keep safe</h1><p>Read <a href="https://www.anyshire.example/">the council’s website</a> first.</p>
<h2>Steps</h2><ol><li>Ring the office<ul><li>by phone</li></ul></li><li>Tell the agent</li></ol>
<table><tr><th scope="col">Office</th><th scope="col">Number</th></tr><tr><td>Elections</td><td>01632 960 001</td></tr></table>
</body></html>`;

/** Runs a program in a folder of its own, and gives the file that it wrote there. */
function writtenBy(
  program: string,
  given: (folder: string) => readonly string[],
  input: Uint8Array | string,
): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'handbill-writer-'));
  try {
    writeFileSync(join(folder, typeof input === 'string' ? 'in.html' : 'in.pdf'), input);
    execFileSync(program, given(folder), { stdio: 'ignore', cwd: folder });
    return readFileSync(join(folder, 'out.pdf'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const chromium = (html: string): Uint8Array =>
  writtenBy(
    'chromium',
    (folder) => [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-pdf-header-footer',
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${join(folder, 'out.pdf')}`,
      join(folder, 'in.html'),
    ],
    html,
  );

export const ghostscript = (input: Uint8Array, ...options: readonly string[]): Uint8Array =>
  writtenBy('gs', () => ['-q', '-sDEVICE=pdfwrite', ...options, '-o', 'out.pdf', 'in.pdf'], input);

export const cairo = (input: Uint8Array): Uint8Array =>
  writtenBy('pdftocairo', () => ['-pdf', 'in.pdf', 'out.pdf'], input);

/** The bytes of a document of pdfkit, which is ended. */
export const collected = (document: PDFKit.PDFDocument): Promise<Uint8Array> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => void chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.end();
  });

export const pdfkit = (): Promise<Uint8Array> => {
  const document = new PDFKit();
  document.text('Keep safe');
  return collected(document);
};

export const pdfkitTagged = (): Promise<Uint8Array> => {
  const face = '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf';
  // The types do not know of PDF/UA.
  const options = {
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    info: { Title: TITLE },
    font: createRequire(import.meta.url).resolve(face),
  };
  const document = new PDFKit(options as unknown as PDFKit.PDFDocumentOptions);
  const root = document.struct('Document');
  document.addStructure(root);
  root.add(document.struct('H1', {}, () => void document.text('Keep safe')));
  const paragraph = document.struct('P');
  root.add(paragraph);
  paragraph.add(document.struct('Span', {}, () => void document.text('Read ', { continued: true })));
  const link = { link: 'https://www.anyshire.example/' };
  paragraph.add(document.struct('Link', {}, () => void document.text('the website', link)));
  root.end();
  return collected(document);
};

export const pdfLib = async (): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage().drawText('Keep safe', { font });
  return document.save();
};

export const reactPdf = (): Promise<Uint8Array> =>
  renderToBuffer(
    createElement(
      Document,
      { title: TITLE, language: 'en-GB' },
      createElement(
        Page,
        null,
        createElement(Text, null, 'Keep safe'),
        createElement(Link, { src: 'https://www.anyshire.example' }, 'the website'),
      ),
    ),
  );
