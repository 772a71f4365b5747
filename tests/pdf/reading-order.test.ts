import { expect, test } from 'vitest';
import type { Edition } from '../../src/content/edition.ts';
import { editionTexts } from '../../src/content/edition-texts.ts';
import { exampleWith, partsOf } from '../sources.ts';
import { describeWith } from '../require.ts';
import { bytesOf, type CouncilName, councilNames, councils, pdfOf } from './products.ts';
import { onFile, output } from './qpdf.ts';
import { readAloud, type Element } from './tree.ts';

/** What is read aloud, and in which order: the order in which a reader meets it on the page. */

const fold = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

const editionOf = (council: CouncilName): Edition => partsOf(exampleWith(councils[council])).edition;

/** Councils whose first page has no room for the five ways: they come after the introduction there. */
const withoutRoom: readonly CouncilName[] = ['four contacts', 'a long email'];

const expectedOf = (council: CouncilName): string[] => {
  const { title, introduction, sections } = editionTexts(editionOf(council));
  const [first = [], ...others] = sections;
  const opening = withoutRoom.includes(council) ? [...introduction, ...first] : [...first, ...introduction];
  return [title, ...opening, ...others.flat()];
};

type Read = { readonly element: Element; readonly text: string };

const leafletOf = async (council: CouncilName): Promise<Read[]> =>
  readAloud(await pdfOf('leaflet', council)).map(({ element, text }) => ({ element, text: fold(text) }));

/** Takes the texts out of what is read, each where it stands after the one before. */
const without = (read: readonly Read[], texts: readonly string[]): { missing: string[]; rest: Read[] } => {
  const missing: string[] = [];
  const rest: Read[] = [];
  let at = 0;
  for (const text of texts) {
    const found = read.findIndex((item, i) => i >= at && item.text === text && item.element.type !== 'Lbl');
    if (found < 0) missing.push(text);
    else {
      rest.push(...read.slice(at, found));
      at = found + 1;
    }
  }
  return { missing, rest: [...rest, ...read.slice(at)] };
};

describeWith('qpdf', 'the leaflet, read aloud', () => {
  test.each(councilNames)('%s: every text of the edition once, in its order', async (council) => {
    const read = await leafletOf(council);
    const expected = expectedOf(council);
    expect(expected.length).toBeGreaterThan(40);
    const { missing, rest } = without(read, expected);
    expect(missing).toEqual([]);
    // Nothing is read twice: what is left are the template's own words.
    expect(rest.filter(({ text }) => expected.includes(text)).map(({ text }) => text)).toEqual([]);
  });

  test('the example: and these words of the template, where they stand', async () => {
    const { rest } = without(await leafletOf('example'), expectedOf('example'));
    expect(rest.filter(({ element }) => element.type !== 'Lbl').map(({ text }) => text)).toEqual([
      'Anyshire District Council logo',
      'Anyshire District Council',
      'Local elections Thursday 1 May 2025',
      'In danger now, or a crime is happening',
      '999',
      'A crime has happened',
      '101',
      'Anyshire Police',
      'or police.uk',
      'Say that you are a candidate and that this is an Operation Ford incident.',
      'Your local contacts',
      'Checked on 20 March 2025',
      'Returning Officer',
      'Helen Marsh',
      '01632 960 001',
      'ro@anyshire.example',
      'Monday to Friday, 9am to 5pm',
      'Electoral services',
      'Elections team',
      '01632 960 002',
      'elections@anyshire.example',
      'Monday to Friday, 9am to 5pm',
      'Operation Ford advisor',
      'Sgt Dev Okafor',
      '01632 960 003',
      'ford@police.example',
      'For advice, not to report a crime',
      'QR code: the candidate security guidance collection on GOV.UK',
      'All of this, kept up to date:',
      'GOV.UK: search for “candidate security guidance”',
      'Added by Anyshire District Council',
      '2',
      'Call',
      '999',
      'Added by Anyshire District Council',
      'Added by Anyshire District Council',
      'Added by Anyshire District Council',
      '3',
      '4',
      'In danger now, or a crime is happening',
      '999',
      'A crime has happened',
      '101',
      'Other formats',
      'For large print, easy read, audio, braille or another language: 01632 960 002, Relay UK 18001 01632 960 002, or elections@anyshire.example',
      'The words',
      'Candidate security guidance for local elections, HM Government, May 2025. © Crown copyright, used under the Open Government Licence v3.0. The panels with numbers to call sum up the guidance. Panels marked “Added by” are the council’s own.',
      'Issued by',
      'Anyshire District Council, Market Hall, Anytown AN1 1AA, anyshire.example',
    ]);
  });

  test.each(councilNames)('%s: title, numbers, contacts, and then the guidance', async (council) => {
    const texts = (await leafletOf(council)).map(({ text }) => text);
    const edition = editionOf(council);
    const { introduction, sections } = editionTexts(edition);
    const [first, second] = sections;
    const guidance = [introduction[0]!, first![0]!];
    const order = [
      edition.guidance.title,
      '999',
      '101',
      'Your local contacts',
      '01632 960 001',
      ...(withoutRoom.includes(council) ? guidance : guidance.toReversed()),
      second![0]!,
      'The words',
    ].map((text) => texts.indexOf(text));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(Math.min(...order)).toBeGreaterThanOrEqual(0);
  });

  test('an area is read after the title', async () => {
    const texts = (await leafletOf('area')).map(({ text }) => text);
    expect(texts.indexOf('Abbey ward')).toBe(texts.indexOf('Candidate security guidance for local elections') + 1);
  });

  test('heads and feet of pages are not read', async () => {
    const texts = (await leafletOf('area')).map(({ text }) => text);
    expect(texts.filter((text) => /^Page \d|^Candidate security guidance, /.test(text))).toEqual([]);
  });
});

describeWith('qpdf', 'the folded card, read aloud', () => {
  test('as it is unfolded: the cover, inside left, inside right, the back', async () => {
    const read = readAloud(await pdfOf('folded-card')).map(({ text }) => fold(text));
    const inside = partsOf(exampleWith({})).edition.parts.get('when-to-call-999')!;
    const said = editionTexts({ ...editionOf('example'), introduction: inside, sections: [] }).introduction;
    expect(said).toHaveLength(5);
    expect(read.filter((text) => text !== '•')).toEqual([
      'Anyshire District Council logo',
      'Anyshire District Council',
      'In danger now, or a crime is happening',
      '999',
      'A crime has happened',
      '101',
      'or police.uk',
      'Say: “I am a candidate. This is an Operation Ford incident.”',
      'Anyshire Police',
      'When to call 999',
      ...said.map(fold),
      'Your local contacts',
      'Checked on 20 March 2025',
      'Returning Officer, Helen Marsh',
      '01632 960 001',
      'ro@anyshire.example',
      'Monday to Friday, 9am to 5pm',
      'Electoral services, Elections team',
      '01632 960 002',
      'elections@anyshire.example',
      'Monday to Friday, 9am to 5pm',
      'A crime has happened',
      '101',
      'or police.uk',
      'Say that you are a candidate and that this is an Operation Ford incident.',
      'NCSC, to protect your accounts',
      'individualsupport@ncsc.gov.uk',
      'QR code: the candidate security guidance collection on GOV.UK',
      'More guidance',
      'GOV.UK: search for “candidate security guidance”',
      'Anyshire District Council',
    ]);
  });
});

describeWith('qpdf', 'the card, read aloud', () => {
  test('whom to call, then whom to ask', async () => {
    const read = readAloud(await pdfOf('wallet-card')).map(({ text }) => fold(text));
    expect(read).toEqual([
      'Anyshire District Council logo',
      'Anyshire District Council',
      'In danger now, or a crime is happening',
      '999',
      'A crime has happened',
      '101',
      'or police.uk',
      'Say: “I am a candidate. This is an Operation Ford incident.”',
      'Anyshire Police',
      'Returning Officer, Helen Marsh',
      '01632 960 001',
      'Electoral services, Elections team',
      '01632 960 002',
      'elections@anyshire.example',
      'NCSC, to protect your accounts',
      'individualsupport@ncsc.gov.uk',
      'Checked on 20 March 2025',
      'QR code: the candidate security guidance collection on GOV.UK',
      'More guidance',
    ]);
  });
});

describeWith('poppler', 'pdfinfo -struct-text', () => {
  test.each(['leaflet', 'wallet-card'] as const)('reads the %s in the same order', async (product) => {
    const printed = onFile(await bytesOf(product), (path) => output('pdfinfo', ['-struct-text', path]));
    const said = [...printed.matchAll(/^ *"(.*)"$/gm)].map(([, text = '']) => text).join('');
    const read = readAloud(await pdfOf(product)).flatMap(({ element, text }) =>
      element.type === 'Figure' ? [] : [text],
    );
    // Spaces apart: pdfinfo takes some of them for ends of lines.
    expect(said.replace(/\s/g, '')).toBe(read.join('').replace(/\s/g, ''));
  });
});
