import type { ReactElement } from 'react';
import { expect, test } from 'vitest';
import { textOf as wordsOfInlines } from '../../src/content/typography.ts';
import type { Block } from '../../src/content/edition.ts';
import { officeSheet } from '../../src/data/sheet.ts';
import { paint } from '../../src/pdf/paint.ts';
import { laySheets } from '../../src/lay-sheets.ts';
import { imposeLeaves, leavesOf, repeated } from '../../src/print/imposition.ts';
import { setProduct } from '../../src/products.ts';
import { Leaf, Leaves, Spoken, Stack } from '../../src/typeset/elements.tsx';
import { page } from '../../src/typeset/scale.ts';
import type { Parts, Template } from '../../src/typeset/template.ts';
import { Heading, Label, Paragraph } from '../../src/typeset/words.tsx';
import { leaflet } from '../../templates/leaflet/leaflet.tsx';
import { largePrint } from '../../templates/large-print/large-print.tsx';
import { typeset } from '../../src/typeset/typeset.ts';
import { describeWith } from '../require.ts';
import { example, noClock, partsOf, setOf, silent } from '../sources.ts';
import { pairOf } from '../templates/bilingual.ts';
import { type Pdf, readPdf, textOf } from './qpdf.ts';
import { all, altOf, type Element, leaves, ofType, reader, treeOf } from './tree.ts';

/** In which language a screen reader is told to speak. The finished bytes are read, by a program that is not ours. */

const metadata = { title: 'A', author: 'B', subject: 'C', language: 'cy-GB', date: new Date(0) };

const langOf = (element: Element | undefined): string =>
  element === undefined ? metadata.language : (textOf(element.dict['/Lang']) ?? langOf(element.parent));

type Spoken = { readonly language: string; readonly text: string; readonly element: Element };

/** All that is read, in order, each stretch with its language. */
const spokenIn = (pdf: Pdf): Spoken[] => {
  const read = reader(pdf);
  return all(treeOf(pdf)).flatMap((element) => {
    const own = { ...element, kids: element.kids.filter(({ kind }) => kind !== 'element') };
    const text = (element.type === 'Figure' ? altOf(element)! : read(own)).replace(/\s+/g, ' ').trim();
    return text === '' ? [] : [{ language: langOf(element), text, element }];
  });
};

const templateOf = (content: ReactElement): Template<'only'> => ({
  name: 'leaflet',
  size: { width: 90 as never, height: 50 as never },
  pages: { least: 1, most: 20 },
  takes: 'parts',
  fits: ['only'],
  compose: ({ palette, faces }) => (
    <Leaves>
      <Leaf width={300} height={200} palette={palette} faces={faces} margins={{ top: 10, bottom: 10, side: 10 }}>
        {content}
      </Leaf>
    </Leaves>
  ),
});

const pdfOf = async (content: ReactElement): Promise<Pdf> =>
  readPdf(await paint((await setOf(templateOf(content), example())).pages, metadata));

const shapeOf = ({ type, dict, kids }: Element): string => {
  const inside = kids.flatMap((kid) => (kid.kind === 'element' ? [shapeOf(kid)] : []));
  const lang = textOf(dict['/Lang']);
  return `${type}${lang === undefined ? '' : `[${lang}]`}${inside.length > 0 ? `(${inside.join(' ')})` : ''}`;
};

describeWith('qpdf', 'a language', () => {
  test('stands only where it is another than around it', async () => {
    const pdf = await pdfOf(
      <Stack>
        <Label runs="Yn Gymraeg" style={page.body} language="cy-GB" />
        <Spoken language="en-GB" role="Sect">
          <Label runs="In English" style={page.body} />
          <Label runs="In English" style={page.body} language="en-GB" />
          <Spoken language="cy-GB">
            <Label runs="Yn Gymraeg" style={page.body} />
          </Spoken>
        </Spoken>
        <Spoken language="en-GB">
          <Label runs="In English" style={page.body} />
        </Spoken>
      </Stack>,
    );
    expect(shapeOf(treeOf(pdf))).toBe('Document(P Sect[en-GB](P P P[cy-GB]) P[en-GB])');
  });

  test('of words inside a paragraph is a span’s, whatever look they have; of a link it is the link’s', async () => {
    const pdf = await pdfOf(
      <Paragraph
        runs={[
          { text: 'neu', weight: 400, language: 'cy-GB' },
          { text: ' / ', weight: 400 },
          { text: 'or ', weight: 400, language: 'en-GB' },
          { text: 'else', weight: 700, language: 'en-GB' },
          { text: ' ', weight: 400 },
          { text: 'a page', weight: 400, language: 'en-GB', link: 'https://a.example/' },
        ]}
      />,
    );
    expect(shapeOf(treeOf(pdf))).toBe('Document(P(Span[en-GB] Link[en-GB]))');
    expect(reader(pdf)(ofType(treeOf(pdf), 'Span')[0]!)).toBe('or else');
    expect(reader(pdf)(treeOf(pdf)).trim()).toBe('neu / or else a page');
  });

  test('of a heading’s second words is a span’s, and both are one bookmark', async () => {
    const pdf = await pdfOf(
      <Stack role="H1">
        <Heading level={1} runs="Teitl" style={page.h2} language="cy-GB" />
        <Heading level={1} runs="Title" style={page.h2} language="en-GB" />
      </Stack>,
    );
    expect(shapeOf(treeOf(pdf))).toBe('Document(H1(Span[en-GB]))');
  });

  test('of a section that breaks over pages holds on all of them', async () => {
    const words = 'Nobody should be afraid to stand for election, or to speak. '.repeat(25).trim();
    const pdf = await pdfOf(
      <Spoken language="en-GB" role="Sect">
        <Paragraph runs={words} />
      </Spoken>,
    );
    expect(pdf.pages.length).toBeGreaterThan(1);
    expect(shapeOf(treeOf(pdf))).toBe('Document(Sect[en-GB](P))');
  });
});

const wordsOfBlock = (block: Block): string[] => {
  if (block.kind === 'paragraph' || block.kind === 'heading') return [wordsOfInlines(block.inlines)];
  if (block.kind === 'table' || block.kind === 'figure') throw new Error('the guidance has none');
  return (block.kind === 'list' ? block.items.flat() : block.blocks).flatMap(wordsOfBlock);
};

const strings = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
};

/** Every word of a language: of the guidance, the council and the product. */
const vocabularyOf = ({ edition, furniture }: Parts): Set<string> => {
  const { guidance, introduction, sections, record } = edition;
  const texts = [
    ...strings(furniture),
    ...strings(record.council),
    guidance.title,
    guidance.shortTitle,
    guidance.issuer,
    guidance.licence.name,
    ...introduction.flatMap(wordsOfBlock),
    ...sections.flatMap(({ heading, blocks }) => [wordsOfInlines(heading), ...blocks.flatMap(wordsOfBlock)]),
  ];
  return new Set(texts.flatMap(wordsIn));
};

const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

const noProof = () => ({ inWords: [], hash: '' });

describeWith('qpdf', 'products in two languages', () => {
  const [first, second] = pairOf();
  const only = { 'cy-GB': vocabularyOf(first), 'en-GB': vocabularyOf(second) };
  const madeOf = async (name: 'leaflet' | 'card' | 'sheet'): Promise<Pdf> => {
    const spoken = [first, second] as const;
    const template = name === 'leaflet' ? name : 'wallet-card';
    const pages = (await setProduct(template, spoken, noProof, silent, noClock))!;
    if (name !== 'sheet') return readPdf(await paint(pages, metadata));
    const cards = imposeLeaves(officeSheet, repeated(leavesOf(0, pages.length), 10), 'step');
    const sides = await laySheets(officeSheet, cards, [{ spoken, pages }], silent, noClock);
    return readPdf(await paint(sides!, metadata));
  };
  const made = { leaflet: madeOf('leaflet'), card: madeOf('card'), sheet: madeOf('sheet') };
  const names = ['leaflet', 'card', 'sheet'] as const;

  test.each(names)('%s: no word is spoken in the other language', async (name) => {
    const spoken = spokenIn(await made[name]);
    const odd = spoken.flatMap(({ language, text, element }) => {
      const [own, other] = language === 'cy-GB' ? [only['cy-GB'], only['en-GB']] : [only['en-GB'], only['cy-GB']];
      // The words for the logo are the brand's, in one language.
      if (element.type === 'Figure' && text.endsWith(' logo')) return [];
      return wordsIn(text).flatMap((word) =>
        !own.has(word) && other.has(word) ? [`${language}: ${word} (${text})`] : [],
      );
    });
    expect(odd).toEqual([]);
    const counts = spoken.reduce(
      (sum, { language }) => ({ ...sum, [language]: (sum[language] ?? 0) + 1 }),
      {} as Record<string, number>,
    );
    expect(Object.keys(counts).toSorted()).toEqual(['cy-GB', 'en-GB']);
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(6);
  });

  test('the first page is read in turn: what has happened in both languages, then the number', async () => {
    const texts = spokenIn(await made.leaflet).map(({ text, language }) => `${language.slice(0, 2)} ${text}`);
    const wanted = [
      'cy Canllawiau diogelwch dal lle i ymgeiswyr mewn etholiadau lleol',
      'en Candidate security guidance for local elections',
      'cy Mewn perygl nawr, neu drosedd yn digwydd',
      'en In danger now, or a crime is happening',
      'cy 999',
      'cy Mae trosedd wedi digwydd',
      'en A crime has happened',
      'cy 101',
      'cy Heddlu Canolfro',
      'en Canolfro Police',
      'en or',
      'cy Dywedwch eich bod yn ymgeisydd a bod hwn yn ddigwyddiad Operation Ford.',
      'en Say that you are a candidate and that this is an Operation Ford incident.',
      'cy Swyddog Canlyniadau',
      'en Returning Officer',
      'cy 01632 960 011',
      'en Checked on 20 March 2025',
      'cy Yn Gymraeg',
      'en In English',
    ];
    const at = wanted.map((text) => texts.indexOf(text));
    expect(at.filter((found) => found < 0)).toEqual([]);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
  });

  test('each edition is one section in its language, with a bookmark above those of its headings', async () => {
    const pdf = await made.leaflet;
    const runs = treeOf(pdf).kids.filter(
      (kid): kid is Element => kid.kind === 'element' && ofType(kid, 'H2').length > 1,
    );
    expect(runs.map((run) => [run.type, langOf(run)])).toEqual([
      ['Sect', 'cy-GB'],
      ['Sect', 'en-GB'],
    ]);
    // The second begins on a page of its own.
    const [cy, en] = runs.map(pagesOfRun);
    expect([...en!].filter((on) => cy!.has(on))).toEqual([]);
    expect(outlineOf(pdf)).toEqual([
      [`${first.edition.guidance.title} / ${second.edition.guidance.title}`, 1],
      ['Yn Gymraeg', 4],
      ['In English', 4],
    ]);
  });

  test('headings begin with one title and skip no level', async () => {
    const levels = ofType(treeOf(await made.leaflet), /^H\d$/).map(({ type }) => Number(type.slice(1)));
    levels.forEach((level, i) => expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
  });

  test('links inside an edition stay in its language', async () => {
    const pdf = await made.leaflet;
    const objects = ofType(treeOf(pdf), 'Link').flatMap((link) =>
      link.kids.flatMap((kid) => (kid.kind === 'object' ? [{ link, dict: pdf.dict(kid.object) }] : [])),
    );
    const inside = objects.filter(({ dict }) => dict['/Dest'] !== undefined);
    const firstEnglish = pdf.pages.indexOf(
      leaves(ofType(treeOf(pdf), 'Sect').filter((run) => langOf(run) === 'en-GB')[0]!)[0]!.page,
    );
    // Contents of both languages, and the link from the end of the guidance back to its second section.
    expect(inside).toHaveLength(2 * (4 + 1));
    for (const { link, dict } of inside) {
      const to = pdf.pages.indexOf(String(pdf.array(dict['/Dest'])[0]));
      expect([langOf(link), to >= firstEnglish ? 'en-GB' : 'cy-GB']).toEqual([langOf(link), langOf(link)]);
    }
  });
});

const pagesOfRun = (run: Element) => new Set(leaves(run).map(({ page: on }) => on));

/** Titles of the first level, and how many bookmarks stand right below each. */
const outlineOf = (pdf: Pdf): [title: string, below: number][] => {
  const siblings = (from: string): string[] => {
    const next = pdf.dict(from)['/Next'];
    return [from, ...(next === undefined ? [] : siblings(String(next)))];
  };
  return siblings(String(pdf.dict(pdf.catalog['/Outlines'])['/First'])).map((at) => {
    const first = pdf.dict(at)['/First'];
    return [textOf(pdf.dict(at)['/Title'])!, first === undefined ? 0 : siblings(String(first)).length];
  });
};

describeWith('qpdf', 'a leaflet that is to be had in another language', () => {
  const also = [{ language: 'cy-GB', says: 'Mae’r daflen hon ar gael yn Gymraeg hefyd.' }];
  test.each([
    ['leaflet', leaflet],
    ['large print', largePrint],
  ] as const)('says so in that language: %s', async (_, template) => {
    const parts = { ...partsOf(example()), also };
    const pages = await typeset(template as Template, parts, silent, noClock);
    const pdf = readPdf(await paint(pages!, { ...metadata, language: 'en-GB' }));
    const said = all(treeOf(pdf)).filter(({ dict }) => textOf(dict['/Lang']) === 'cy-GB');
    expect(said.map((element) => reader(pdf)(element).trim())).toEqual([also[0]!.says]);
  });
});
