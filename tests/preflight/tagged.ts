import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { preflight } from '../../src/preflight/preflight.ts';
import { classic, type Objects, stream } from '../pdf/read/made.ts';

/*
 * A small tagged file without a fault, made by hand, so that a test can put each fault into it. Its elements:
 *
 *   20 Document  21 H1  22 P > 23 Link  24 L > 25 LI, 28 LI > 31 L  40 Table  50 Figure  51 H2  60 P > 61 Note
 */

type Shown = { readonly tag: string; readonly text: string; readonly x: number; readonly y: number };

/** Marked contents of the first page, in the order of their identifiers. */
const first: readonly Shown[] = [
  { tag: 'H1', text: 'Keep safe', x: 50, y: 700 },
  { tag: 'P', text: 'Read the guidance on ', x: 50, y: 670 },
  { tag: 'Link', text: 'the website of the council', x: 200, y: 670 },
  { tag: 'Lbl', text: '1.', x: 50, y: 640 },
  { tag: 'LBody', text: 'Ring the office', x: 70, y: 640 },
  { tag: 'Lbl', text: '2.', x: 50, y: 620 },
  { tag: 'LBody', text: 'Tell the agent', x: 70, y: 620 },
  { tag: 'Lbl', text: '\\225', x: 70, y: 600 },
  { tag: 'LBody', text: 'by phone', x: 90, y: 600 },
  { tag: 'TH', text: 'Office', x: 50, y: 570 },
  { tag: 'TH', text: 'Number', x: 200, y: 570 },
  { tag: 'TD', text: 'Elections', x: 50, y: 550 },
  { tag: 'TD', text: '01632 960 001', x: 200, y: 550 },
];

const shown = ({ tag, text, x, y }: Shown, mcid: number): string =>
  `/${tag} <</MCID ${mcid}>> BDC BT /F 12 Tf ${x} ${y} Td (${text}) Tj ET EMC`;

export const firstContent = [
  ...first.map(shown),
  '/Figure <</MCID 13>> BDC 50 450 100 50 re f EMC',
  shown({ tag: 'H2', text: 'At the count', x: 50, y: 400 }, 14),
  '/Artifact <</Type /Pagination /Subtype /Footer>> BDC BT /F 12 Tf 50 30 Td (Page one) Tj ET EMC',
].join('\n');

export const secondContent = [
  shown({ tag: 'P', text: 'Ask a steward', x: 50, y: 700 }, 0),
  shown({ tag: 'Note', text: 'Stewards wear a badge', x: 50, y: 100 }, 1),
].join('\n');

export const metadata = (inside: string): string =>
  stream(
    `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${inside}</rdf:RDF></x:xmpmeta><?xpacket end="w"?>`,
    '/Type /Metadata /Subtype /XML',
  );

export const title = (text: string): string =>
  `<rdf:Description><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt></dc:title></rdf:Description>`;

export const claim = '<rdf:Description pdfuaid:part="1"/>';

const element = (type: string, parent: number, kids: string, more = ''): string =>
  `<< /Type /StructElem /S /${type} /P ${parent} 0 R /Pg 3 0 R /K [${kids}] ${more} >>`;

const refs = (...numbers: number[]): string => numbers.map((number) => `${number} 0 R`).join(' ');

export const sound: Objects = {
  1: '<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) /MarkInfo << /Marked true >> /StructTreeRoot 6 0 R /Metadata 8 0 R /ViewerPreferences << /DisplayDocTitle true >> >>',
  2: '<< /Type /Pages /Kids [3 0 R 10 0 R] /Count 2 /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> >> >>',
  3: '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /StructParents 0 /Tabs /S /Annots [9 0 R] >>',
  4: stream(firstContent),
  5: `<< /Type /Font /Subtype /Type3 /Name /F /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << >> /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding >> /FirstChar 32 /LastChar 255 /Widths [${'500 '.repeat(224)}] >>`,
  6: `<< /Type /StructTreeRoot /K [20 0 R] /ParentTree 7 0 R /ParentTreeNextKey 3 >>`,
  7: `<< /Nums [0 [${refs(21, 22, 23, 26, 27, 29, 30, 33, 34, 43, 44, 45, 46, 50, 51)}] 1 [${refs(60, 61)}] 2 23 0 R] >>`,
  8: metadata(title('Keep safe') + claim),
  9: '<< /Type /Annot /Subtype /Link /Rect [200 668 350 682] /Border [0 0 0] /F 4 /Contents (the website of the council) /StructParent 2 /A << /S /URI /URI (https://www.anyshire.example) >> >>',
  10: '<< /Type /Page /Parent 2 0 R /Contents 11 0 R /StructParents 1 /Tabs /S >>',
  11: stream(secondContent),
  20: element('Document', 6, refs(21, 22, 24, 40, 50, 51, 60)),
  21: element('H1', 20, '0'),
  22: element('P', 20, '1 23 0 R'),
  23: element('Link', 22, '2 << /Type /OBJR /Pg 3 0 R /Obj 9 0 R >>'),
  24: element('L', 20, refs(25, 28), '/A << /O /List /ListNumbering /Decimal >>'),
  25: element('LI', 24, refs(26, 27)),
  26: element('Lbl', 25, '3'),
  27: element('LBody', 25, '4'),
  28: element('LI', 24, refs(29, 30)),
  29: element('Lbl', 28, '5'),
  30: element('LBody', 28, '6 31 0 R'),
  31: element('L', 30, refs(32), '/A << /O /List /ListNumbering /Disc >>'),
  32: element('LI', 31, refs(33, 34)),
  33: element('Lbl', 32, '7'),
  34: element('LBody', 32, '8'),
  40: element('Table', 20, refs(41, 42)),
  41: element('TR', 40, refs(43, 44)),
  42: element('TR', 40, refs(45, 46)),
  43: element('TH', 41, '9', '/A << /O /Table /Scope /Column >>'),
  44: element('TH', 41, '10', '/A << /O /Table /Scope /Column >>'),
  45: element('TD', 42, '11'),
  46: element('TD', 42, '12'),
  50: element('Figure', 20, '13', '/Alt (The town hall of Anytown) /A << /O /Layout /BBox [50 450 150 500] >>'),
  51: element('H2', 20, '14'),
  60: '<< /Type /StructElem /S /P /P 20 0 R /Pg 10 0 R /K [0 61 0 R] >>',
  61: '<< /Type /StructElem /S /Note /P 60 0 R /Pg 10 0 R /K [1] /ID (note-1) >>',
};

/** What to put in the place of objects: another text, or one piece of it for another; null takes the object away. */
export type Damage = { readonly [number: number]: string | readonly [from: string, to: string] | null };

export function damaged(damage: Damage, objects: Objects = sound): Objects {
  const changed: Record<number, string> = { ...objects };
  for (const [key, change] of Object.entries(damage)) {
    const number = Number(key);
    const before = changed[number] ?? '';
    if (change === null) delete changed[number];
    else if (typeof change === 'string') changed[number] = change;
    else {
      if (!before.includes(change[0])) throw new Error(`object ${number} does not say ${change[0]}`);
      changed[number] = before.replace(change[0], change[1]);
    }
  }
  return changed;
}

/** The content of a page with a piece of it changed. */
export function content(of: string, from: string, to: string): string {
  if (!of.includes(from)) throw new Error(`the content does not say ${from}`);
  return stream(of.replace(from, to));
}

export const written = (objects: Objects, trailer = '/Root 1 0 R'): Uint8Array => classic(objects, trailer);

/** What is found in a file. */
export function foundIn(file: Uint8Array): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  preflight({ bytes: file, path: 'file.pdf' }, ['accessible'], (diagnostic) => void found.push(diagnostic));
  return found;
}

export const rulesOf = (found: readonly Diagnostic[]): string[] =>
  [...new Set(found.map(({ rule }) => rule))].toSorted();
