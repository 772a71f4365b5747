import type { ReactElement } from 'react';
import { expect, test } from 'vitest';
import type { Metadata } from '../../src/pdf/document.ts';
import { paint } from '../../src/pdf/paint.ts';
import { Block, Figure, Frame, Furniture, Leaf, Leaves, Stack, view } from '../../src/typeset/elements.tsx';
import type { LaidNode, LaidPage } from '../../src/typeset/laid.ts';
import type { Template } from '../../src/typeset/template.ts';
import { Heading, Item, Label, List, Paragraph } from '../../src/typeset/words.tsx';
import { page } from '../../src/typeset/scale.ts';
import { mm, mmToPt } from '../../src/units.ts';
import { describeWith } from '../require.ts';
import { example, setOf } from '../sources.ts';
import { contentOf } from './content.ts';
import { type Pdf, readPdf, textOf } from './qpdf.ts';
import { all, type Element, ofType, reader, treeOf } from './tree.ts';

/** What templates of any kind come to in the tree: made of our elements, on small pages. */

const metadata: Metadata = { title: 'A', author: 'B', subject: 'C', language: 'en-GB', date: new Date(0) };

const size = { width: mm(90), height: mm(50) };

const templateOf = (content: ReactElement): Template<'only'> => ({
  name: 'leaflet',
  size,
  pages: { least: 1, most: 20 },
  takes: 'parts',
  fits: ['only'],
  compose: ({ palette, faces }) => (
    <Leaves>
      <Leaf
        width={mmToPt(size.width)}
        height={mmToPt(size.height)}
        palette={palette}
        faces={faces}
        margins={{ top: 10, bottom: 10, side: 10 }}
      >
        {content}
      </Leaf>
    </Leaves>
  ),
});

const pagesOf = async (content: ReactElement): Promise<readonly LaidPage[]> => {
  const { pages, diagnostics } = await setOf(templateOf(content), example());
  expect(diagnostics).toEqual([]);
  return pages;
};

const pdfOf = async (content: ReactElement): Promise<Pdf> => readPdf(await paint(await pagesOf(content), metadata));

/** `P(Link)`: types only. */
const shapeOf = ({ type, kids }: Element): string => {
  const inside = kids.flatMap((kid) => (kid.kind === 'element' ? [shapeOf(kid)] : []));
  return inside.length > 0 ? `${type}(${inside.join(' ')})` : type;
};

const annotationsOf = (pdf: Pdf) =>
  pdf.pages.flatMap((at, i) =>
    pdf.array(pdf.dict(at)['/Annots']).map((annotation) => ({ page: i, annotation: pdf.dict(annotation) })),
  );

const sentence = 'Nobody should be afraid to stand for election, or to speak. ';

describeWith('qpdf', 'links', () => {
  test('are one, whatever look their words have', async () => {
    const link = 'https://a.example/';
    const pdf = await pdfOf(
      <Paragraph
        runs={[
          { text: 'Read ', weight: 400 },
          { text: 'the ', weight: 400, link },
          { text: 'whole', weight: 700, link },
          { text: ' guidance', weight: 400, link },
          { text: ' or ', weight: 400 },
          { text: 'another', weight: 400, link: 'https://b.example/' },
          { text: '.', weight: 400 },
        ]}
      />,
    );
    expect(shapeOf(treeOf(pdf))).toBe('Document(P(Link Link))');
    const found = annotationsOf(pdf).map(({ annotation }) => textOf(annotation['/Contents']));
    expect(found).toEqual(['the whole guidance', 'another']);
    expect(reader(pdf)(treeOf(pdf)).trim()).toBe('Read the whole guidance or another.');
  });

  test('of two pages are one element with an annotation on each', async () => {
    const text = sentence.repeat(12).trim();
    const pdf = await pdfOf(<Paragraph runs={[{ text, weight: 400, link: 'https://a.example/' }]} />);
    expect(pdf.pages.length).toBeGreaterThan(1);
    const [link, ...more] = ofType(treeOf(pdf), 'Link');
    expect([shapeOf(treeOf(pdf)), more]).toEqual(['Document(P(Link))', []]);
    expect(annotationsOf(pdf).map(({ page: at }) => at)).toEqual(pdf.pages.map((_, i) => i));
    for (const kid of link!.kids) {
      if (kid.kind !== 'object') continue;
      expect(pdf.dict(kid.object)['/P']).toBe(kid.page);
      expect(pdf.array(pdf.dict(kid.page)['/Annots'])).toEqual([kid.object]);
    }
    expect(reader(pdf)(link!).trim()).toBe(text);
  });

  test('have addresses in ASCII', async () => {
    const pdf = await pdfOf(
      <Stack>
        <Label runs={[{ text: 'a', weight: 400, link: 'mailto:ŵyl@a.example' }]} style={page.body} />
        <Label runs={[{ text: 'b', weight: 400, link: 'https://a.example/%C5%B5?a=(b)&c=\\' }]} style={page.body} />
      </Stack>,
    );
    const addresses = annotationsOf(pdf).map(({ annotation }) => textOf(pdf.dict(annotation['/A'])['/URI']));
    expect(addresses).toEqual(['mailto:%C5%B5yl@a.example', 'https://a.example/%C5%B5?a=(b)&c=\\']);
  });

  test('that lead nowhere are a fault of ours, not a dead link', async () => {
    const content = <Paragraph runs={[{ text: 'a', weight: 400, link: '#nowhere' }]} />;
    await expect(pdfOf(content)).rejects.toThrow('no place #nowhere');
  });

  test('inside the document lead to where their target begins', async () => {
    const pdf = await pdfOf(
      <Stack>
        <Paragraph runs={[{ text: 'To the end', weight: 400, link: '#end' }]} />
        <Paragraph runs={sentence.repeat(8)} />
        <Heading level={1} id="end" runs="The end" style={page.h2} />
        <Paragraph runs="And no more." />
      </Stack>,
    );
    const [to, , x] = pdf.array(annotationsOf(pdf)[0]!.annotation['/Dest']);
    const heading = ofType(treeOf(pdf), 'H1')[0]!;
    expect([to, x]).toEqual([heading.dict['/Pg'], 10]);
    expect(pdf.pages.indexOf(String(to))).toBe(2);
  });
});

describeWith('qpdf', 'words', () => {
  test('of a hard line break are kept apart by a space', async () => {
    const pdf = await pdfOf(<Label runs={'In danger now,\nor a crime\nis happening'} style={page.body} />);
    expect(reader(pdf)(treeOf(pdf)).trim()).toBe('In danger now, or a crime is happening');
  });

  test('of three pages are one paragraph, in one piece', async () => {
    const text = sentence.repeat(24).trim();
    const pdf = await pdfOf(<Paragraph runs={text} />);
    expect(pdf.pages.length).toBeGreaterThan(2);
    expect(shapeOf(treeOf(pdf))).toBe('Document(P)');
    expect(reader(pdf)(treeOf(pdf)).trim()).toBe(text);
  });

  test('of a list that goes on overleaf stay in its item', async () => {
    const pdf = await pdfOf(
      <List gap={4} ordered={false}>
        {[1, 2, 3].map((i) => (
          <Item key={i} marker="•" markerStyle={page.body} hang={16}>
            <Stack gap={4}>
              <Paragraph runs={sentence.repeat(4)} />
              <List gap={4} ordered>
                <Item marker="1." markerStyle={page.body} hang={16}>
                  <Paragraph runs={sentence} />
                </Item>
              </List>
            </Stack>
          </Item>
        ))}
      </List>,
    );
    const item = 'LI(Lbl LBody(P L(LI(Lbl LBody(P)))))';
    expect(pdf.pages.length).toBeGreaterThan(1);
    expect(shapeOf(treeOf(pdf))).toBe(`Document(L(${item} ${item} ${item}))`);
    const numbering = ofType(treeOf(pdf), 'L').map(({ attributes }) => attributes['/ListNumbering']);
    expect(numbering).toEqual(['/Disc', '/Decimal', '/Decimal', '/Decimal']);
  });
});

describeWith('qpdf', 'artifacts', () => {
  test('of heads and feet say so, and nothing in them is read', async () => {
    const pdf = await pdfOf(
      <Stack>
        <Furniture at="Header">
          <Block width={100} height={4} colour="brand" />
        </Furniture>
        <Paragraph runs="Text" />
        <Furniture at="Footer">
          <Frame name="foot" left={0} top={100} width={100} height={20}>
            <Label runs={[{ text: 'Foot', weight: 400, link: 'https://a.example/' }]} style={page.body} />
          </Frame>
        </Furniture>
      </Stack>,
    );
    expect(shapeOf(treeOf(pdf))).toBe('Document(P)');
    expect(reader(pdf)(treeOf(pdf)).trim()).toBe('Text');
    expect(annotationsOf(pdf)).toEqual([]);
    const kinds = contentOf(pdf, pdf.pages[0]!).marks.map(({ tag, properties }) => [tag, properties.Subtype]);
    expect(kinds).toEqual([
      ['Artifact', '/Header'],
      ['P', undefined],
      ['Artifact', '/Footer'],
    ]);
  });

  test('leave no empty element behind', async () => {
    const pdf = await pdfOf(
      <Stack>
        <Stack role="Sect">{view({ style: { height: 4 } })}</Stack>
        <Paragraph runs="Text" />
      </Stack>,
    );
    expect(all(treeOf(pdf)).map(({ type }) => type)).toEqual(['Document', 'P']);
  });
});

test('a figure without words for it is refused', async () => {
  const drawing = { width: 9, height: 9, viewBox: [0, 0, 9, 9], shapes: [{ d: 'M0 0L9 9', fill: '#000000' }] } as const;
  await expect(pagesOf(<Figure alt="" {...drawing} />).then((pages) => paint(pages, metadata))).rejects.toThrow(
    'figure without words',
  );
});

const untagged = (node: LaidNode): LaidNode => {
  const { role: _, ...props } = node.props;
  return { ...node, props, ...(node.children && { children: node.children.map(untagged) }) };
};

test('words without a role are refused: no template can leave them untagged', async () => {
  const [first] = await pagesOf(<Paragraph runs="Text" />);
  const pages = [{ ...first!, nodes: first!.nodes.map(untagged) }];
  await expect(paint(pages, metadata)).rejects.toThrow('without a role');
});
