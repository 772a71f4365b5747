import { createRequire } from 'node:module';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import PDFKit from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '../../pdf/products.ts';
import { describeWith } from '../../require.ts';
import { rulesOf } from '../tagged.ts';
import { chromium, collected, ghostscript, pdfLib } from '../writers.ts';
import { foundFor, profileOf } from './made.ts';

/** Files of other programs: those that are right pass, and of the others is found what is wrong with them. */

const face = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
);

const points = (mm: number): number => (mm / 25.4) * 72;

type Colour = [number, number, number, number] | string;

const white: Colour = [0, 0, 0, 0];

const found = (profile: 'council-print' | 'notify', bytes: Uint8Array, own = ''): string[] =>
  rulesOf(foundFor(profileOf(profile, own), bytes)).map((rule) => rule.replace('press/', ''));

/** A card as a printer wants it, with a ground and words of black: by pdfkit, and what it cannot by pdf-lib. */
async function card(ground: Colour = [60, 20, 0, 0], black: Colour = [0, 0, 0, 100]): Promise<Uint8Array> {
  const [width, height, edge] = [points(85), points(55), points(3)];
  const document = new PDFKit({ size: [width + 2 * edge, height + 2 * edge], margin: 0, font: face });
  document.rect(0, 0, width + 2 * edge, height + 2 * edge).fill(ground);
  document.fillColor(white).rect(edge + 20, edge + 20, width - 40, height - 40);
  document.fill();
  document
    .fillColor(black)
    .fontSize(11)
    .text('Keep safe at the count', edge + 30, edge + 40);
  document
    .moveTo(edge + 30, edge + 80)
    .lineTo(edge + 150, edge + 80)
    .lineWidth(0.5)
    .stroke([0, 0, 0, 100]);
  const finished = await PDFDocument.load(await collected(document));
  const { context, catalog } = finished;
  const [page] = finished.getPages();
  page!.setTrimBox(edge, edge, width, height);
  page!.setBleedBox(0, 0, width + 2 * edge, height + 2 * edge);
  const packet = '<rdf:Description><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion></rdf:Description>';
  catalog.set(PDFName.of('Metadata'), context.register(context.stream(packet, { Type: 'Metadata', Subtype: 'XML' })));
  const intent = context.obj({ Type: 'OutputIntent', S: 'GTS_PDFX' });
  intent.set(PDFName.of('OutputConditionIdentifier'), PDFString.of('FOGRA39'));
  catalog.set(PDFName.of('OutputIntents'), context.obj([intent]));
  return finished.save();
}

/** A letter on A4 whose parts stand where GOV.UK Notify wants them. */
function letter(address = ['Jo Candidate', '1 High Street', 'Anytown', 'AN1 1AA']): Promise<Uint8Array> {
  const document = new PDFKit({ size: 'A4', margin: 0, font: face });
  const write = (text: string, left: number, top: number): void =>
    void document.fontSize(11).text(text, points(left), points(top), { lineBreak: false });
  write('Anyshire Council', 20, 10);
  write('Town Hall, Anytown', 130, 35);
  address.forEach((line, i) => write(line, 26, 41 + i * 5));
  write('Dear candidate', 20, 100);
  document.addPage({ size: 'A4', margin: 0 });
  write('Yours faithfully', 20, 10);
  return collected(document);
}

describe('pdfkit and pdf-lib', () => {
  test('a card for the press passes', async () => {
    expect(foundFor(profileOf('council-print'), await card())).toEqual([]);
  });

  test('the same card in the colours of a screen, and in too much ink', async () => {
    expect(found('council-print', await card('#336699', '#000000'))).toEqual(['colour-space']);
    expect(found('council-print', await card([100, 80, 80, 60]))).toEqual(['ink']);
    expect(found('council-print', await card([60, 20, 0, 0], [60, 40, 40, 100]))).toEqual(['rich-black']);
  });

  test('a letter passes, and one without an address, or with one that is too long, does not', async () => {
    expect(foundFor(profileOf('notify'), await letter())).toEqual([]);
    expect(found('notify', await letter([]))).toEqual(['address']);
    expect(found('notify', await letter(['Jo Candidate']))).toEqual(['address']);
    const long = ['Jo', 'Flat 1', 'The House', '1 High Street', 'Anytown', 'AN1 1AA'];
    // The last lines stand below the window, where nothing may be printed.
    expect(found('notify', await letter(long))).toEqual(['outside-areas']);
  });

  test('a page of pdf-lib with a font of the viewer: what Notify would do about it is a doubt', async () => {
    const rules = foundFor(profileOf('notify', 'letter: { address: any, firstPage: any }'), await pdfLib());
    expect(rules.map(({ rule, severity }) => [rule, severity])).toEqual([['press/font-not-embedded', 'warning']]);
  });
});

describe('our files for screens', () => {
  test('are not for the press: colours, links, no bleed', async () => {
    const always = ['annotation', 'bleed-room', 'colour-space', 'no-claim', 'output-intent', 'trim-box'];
    expect(found('council-print', await bytesOf('leaflet'))).toEqual(always);
  });

  test('are no letters', async () => {
    expect(found('notify', await bytesOf('leaflet'))).toEqual(['address', 'outside-areas']);
  });
});

const page = (body: string): string =>
  `<!doctype html><html lang="en-GB"><head><title>Letter</title><style>
  @page { size: A4; margin: 0 } body { margin: 0; font: 11pt sans-serif } p { position: absolute; margin: 0 }
  </style></head><body>${body}</body></html>`;

describeWith('chromium', 'a letter by Chromium', () => {
  const parts = `<p style="left: 20mm; top: 10mm; color: #00703c">Anyshire Council</p>
    <p style="left: 26mm; top: 41mm">Jo Candidate<br>1 High Street<br>Anytown<br>AN1 1AA</p>
    <p style="left: 20mm; top: 100mm; width: 160mm; background: #eeeeee">Dear candidate</p>`;

  test('passes', () => {
    expect(foundFor(profileOf('notify'), chromium(page(parts)))).toEqual([]);
  });

  test('does not with words or a band in its margin', () => {
    const words = '<p style="left: 5mm; top: 150mm">In the margin</p>';
    const band = '<p style="left: 0; top: 150mm; width: 210mm; height: 5mm; background: #00703c"></p>';
    for (const more of [words, band]) expect(found('notify', chromium(page(parts + more)))).toEqual(['outside-areas']);
  });
});

describeWith('ghostscript', 'files of Ghostscript', () => {
  const inks = ['-sColorConversionStrategy=CMYK', '-sProcessColorModel=DeviceCMYK'];

  test('a card for the press keeps its colours; it loses its claim', async () => {
    expect(found('council-print', ghostscript(await card()))).toEqual(['no-claim', 'output-intent']);
  });

  test('the leaflet in inks: no colours of a screen any more, and still no bleed', async () => {
    const rules = found('council-print', ghostscript(await bytesOf('leaflet'), ...inks));
    expect(rules).toEqual(expect.arrayContaining(['bleed-room', 'output-intent', 'trim-box']));
    expect(rules).not.toContain('colour-space');
  });
});
