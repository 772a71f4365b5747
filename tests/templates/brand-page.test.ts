import { describe, expect, test } from 'vitest';
import type { Brand, BrandRoles, Logo } from '../../src/data/brand.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { press } from '../../src/pipeline.ts';
import type { LaidNode } from '../../src/typeset/laid.ts';
import { mm } from '../../src/units.ts';
import { brandPage } from '../../templates/brand-page/brand-page.tsx';
import { walletCard } from '../../templates/wallet-card/wallet-card.tsx';
import { type Changes, DAY, example, exampleWith, noClock, setOf } from '../sources.ts';
import { LONG_COUNCIL } from './leaflets.ts';

/** The page of a brand, as it is set: its texts, its figures, and what is said of it. */
async function set(changes: Changes = {}) {
  const sources = exampleWith(changes);
  const { pages: card } = await setOf(walletCard, sources);
  const { pages, diagnostics } = await setOf(brandPage(card), sources);
  const nodes: LaidNode[] = [];
  const visit = (node: LaidNode): void => {
    nodes.push(node);
    node.children?.forEach(visit);
  };
  pages.forEach((page) => page.nodes.forEach(visit));
  const texts = nodes.flatMap(({ props }) => props.words?.runs.map(({ text }) => text).join('') ?? []);
  const colourOf = (text: string): string | undefined =>
    nodes.find(({ props }) => props.words?.runs.some((run) => run.text === text))?.props.words?.colour;
  return { pages, diagnostics, nodes, texts, colourOf };
}

const withRoles = (roles: BrandRoles, given: Brand['given'] = {}): Changes => ({ brand: { roles, given } });

const green = example().brand.roles;

describe('the page', () => {
  test('is one page that says each role, its colour and its contrasts', async () => {
    const { pages, diagnostics, texts } = await set();
    expect([pages.length, diagnostics]).toEqual([1, []]);
    const said = ['Colours and logo', 'Brand  #0b4f35', 'On the brand  #ffffff', 'Tint  #f0f4f3'];
    const ratios = [
      'On the brand 9.61 : 1',
      'Brand 9.61 : 1',
      'Ink 15.69 : 1',
      'Brand 8.67 : 1',
      '7.32 : 1',
      '17.40 : 1',
    ];
    expect(texts).toEqual(expect.arrayContaining([...said, ...ratios, 'Clear space 25 %', 'At least 5 mm high']));
  });

  test('has every element of the leaflet on it', async () => {
    const { texts, nodes } = await set();
    expect(texts).toEqual(
      expect.arrayContaining(['999', '101', 'Call', 'Added by\nAnyshire District Council', '1', '•']),
    );
    const grounds = new Set(nodes.map(({ style }) => style.backgroundColor));
    expect([...grounds]).toEqual(expect.arrayContaining([green.brand, green.tint, '#b00020', '#f4f4f2', '#b1b4b6']));
  });

  test('tells what is known of print, and nothing of what is not', async () => {
    const given: Brand['given'] = {
      brand: { cmyk: [90, 40, 80, 40], spot: 'PANTONE 342 C' },
      tint: { cmyk: [6, 2, 5, 0] },
    };
    const { diagnostics, texts } = await set(withRoles(green, given));
    expect(diagnostics).toEqual([]);
    expect(texts).toEqual(expect.arrayContaining(['CMYK 90 40 80 40', 'PANTONE 342 C', 'CMYK 6 2 5 0']));
    expect((await set()).texts.filter((text) => /CMYK|PANTONE/.test(text))).toEqual([]);
  });

  test.each([
    ['near black', { brand: '#111111', onBrand: '#ffffff', tint: '#f1f1f1' }],
    ['bright yellow under dark words', { brand: '#ffd100', onBrand: '#1a1a1a', tint: '#fffcf0' }],
    ['white under white', { brand: '#ffffff', onBrand: '#ffffff', tint: '#ffffff' }],
  ] satisfies [string, BrandRoles][])('is set for a brand of %s', async (_, roles) => {
    const { diagnostics, texts } = await set(withRoles(roles));
    expect(diagnostics).toEqual([]);
    expect(texts).toEqual(expect.arrayContaining([`Brand  ${roles.brand}`, `On the brand  ${roles.onBrand}`]));
  });

  test('is set for a long name, all that can be said of print, and no logo', async () => {
    const ink = { cmyk: [90, 40, 80, 40], spot: 'PANTONE 342 C' } as const;
    const { logo: _, ...brand } = example().brand;
    const given = { brand: ink, onBrand: ink, tint: ink };
    const { diagnostics } = await set({ council: { name: LONG_COUNCIL }, brand: { ...brand, given } });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('a contrast that is too little', () => {
  const yellow = { brand: '#ffd100', onBrand: '#1a1a1a', tint: '#fffcf0' } as const;

  test('is shown as such, in words that can be read', async () => {
    const { texts, colourOf } = await set(withRoles(yellow));
    expect(texts).toEqual(expect.arrayContaining(['On the brand 11.91 : 1', 'Brand 1.42 < 4.5', '1.46 < 4.5']));
    expect([colourOf('Brand 1.42 < 4.5'), colourOf('1.46 < 4.5')]).toEqual(['#1a1a1a', '#1a1a1a']);
    expect(colourOf('On the brand 11.91 : 1')).toBe('#1a1a1a');
  });

  test('is a warning here and an error on a leaflet', async () => {
    const sources = exampleWith(withRoles(yellow));
    const heard = async (product: 'brand-page' | 'leaflet') => {
      const found: Diagnostic[] = [];
      const job = { product, sources, status: 'final', day: DAY } as const;
      const made = await press(job, (diagnostic) => void found.push(diagnostic), noClock);
      return [made !== undefined, [...new Set(found.map(({ rule, severity }) => `${severity} ${rule}`))]];
    };
    expect(await heard('brand-page')).toEqual([true, ['warning preflight/contrast']]);
    expect(await heard('leaflet')).toEqual([false, ['error preflight/contrast']]);
  });
});

const figures = (nodes: readonly LaidNode[]): LaidNode[] => nodes.filter(({ props }) => props.role === 'Figure');

type Extent = { readonly left: number; readonly right: number; readonly top: number; readonly foot: number };

const extent = (d: string): Extent => {
  const points = [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), foot: Math.max(...ys) };
};

/** Where each stretch of words of one look lies on its page. */
const stretchesOf = (nodes: readonly LaidNode[], left = 0, top = 0): Extent[] =>
  nodes.flatMap(({ box, lines = [], children = [] }) => {
    const [x, y] = [left + box.left, top + box.top];
    const own = lines.flatMap((line) => {
      let pen = x + line.box.x;
      const upper = y + line.box.y - (lines[0]?.box.y ?? 0);
      return line.runs.flatMap((run) => {
        const from = pen;
        pen += run.xAdvance;
        const isSeen = line.string.slice(run.start, run.end).trim() !== '';
        return isSeen ? [{ left: from, right: pen, top: upper, foot: upper + line.height }] : [];
      });
    });
    return [...own, ...stretchesOf(children, x, y)];
  });

describe('the pictures', () => {
  test('show the card as it is: its colours, its drawings, and a shape for each stretch of words', async () => {
    const { nodes } = await set();
    const { pages: card } = await setOf(walletCard, example());
    const shown = figures(nodes).slice(-2);
    expect(shown.map(({ props }) => props.alt)).toEqual(['Front of the card, in small', 'Back of the card, in small']);
    shown.forEach(({ children = [], props }, i) => {
      const inCard: LaidNode[] = [];
      const visit = (node: LaidNode): void => {
        inCard.push(node);
        node.children?.forEach(visit);
      };
      card[i]!.nodes.forEach(visit);
      const fills = new Set(children.map((each) => each.props.fill));
      const colours = inCard.flatMap(({ style, props: { words } }) => [
        ...(typeof style.backgroundColor === 'string' ? [style.backgroundColor] : []),
        ...(words ? [words.colour] : []),
      ]);
      expect(colours.filter((colour) => !fills.has(colour))).toEqual([]);
      const runs = inCard.flatMap(({ lines = [] }) => lines.flatMap((line) => line.runs));
      expect(children.length).toBeGreaterThan(runs.length);
      // Each stretch of words lies where it lies on the card: its outline fills its place on the line.
      const outlines = children.map(({ props: { d = '' } }) => extent(d));
      const apart = stretchesOf(card[i]!.nodes).filter(
        ({ left, right, top, foot }) =>
          !outlines.some(
            (each) =>
              each.left > left - 1 &&
              each.right < right + 1 &&
              each.right - each.left > 0.75 * (right - left) &&
              each.top > top - 2 &&
              each.foot < foot + 2,
          ),
      );
      expect(apart).toEqual([]);
      // Nothing of it reaches beyond the card.
      const { viewBox } = props;
      const numbers = children.flatMap(({ props: { d = '' } }) => [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)]);
      expect(numbers.length).toBeGreaterThan(1000);
      const most = typeof viewBox === 'object' ? [viewBox.maxX, viewBox.maxY] : [0, 0];
      expect(
        numbers.filter(
          ([, x, y]) => Number(x) < 0 || Number(x) > most[0]! + 0.01 || Number(y) < 0 || Number(y) > most[1]! + 0.01,
        ),
      ).toEqual([]);
    });
  });

  const logoHeights = async (logo: Partial<Logo>): Promise<number[]> => {
    const { nodes, diagnostics } = await set({ brand: { logo: { ...example().brand.logo!, ...logo } } });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const [, , width, height] = logo.viewBox ?? [0, 0, 1, 1];
    // The first is that of the band.
    return figures(nodes)
      .slice(1, -2)
      .map(({ box }) => Math.round(10 * Math.min(box.height, (box.width * height) / width)) / 10);
  };

  test('show the logo in its clear space, and as small as it may be', async () => {
    expect(await logoHeights({})).toEqual([40, 14.2]);
    expect(await logoHeights({ leastSize: mm(10), clearSpace: 0 })).toEqual([60, 28.3]);
    expect(await logoHeights({ viewBox: [0, 0, 160, 40], leastSize: mm(2) })).toEqual([21.7, 5.7]);
  });

  test('show no logo smaller than it may be', async () => {
    expect(await logoHeights({ leastSize: mm(20) })).toEqual([]);
  });
});
