import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import type { AxeResults, Result } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { twin } from '../../src/html/twin.ts';
import { minimal } from '../content/given.ts';
import { withFigures } from '../figures.ts';
import { describeWith } from '../require.ts';
import { example, exampleWith, partsOf } from '../sources.ts';

const email = 'democratic.services.elections.team@bournemouth-christchurch-poole.gov.example';
const { council } = example().record;
const none = Object.fromEntries(Object.keys(council).map((key) => [key, undefined]));

const pages: Readonly<Record<string, () => string>> = {
  example: () => twin(partsOf(example())),
  parish: () => twin(partsOf(exampleWith({ council: { ...none, ...minimal }, words: 'none' }))),
  figures: () => twin(partsOf(withFigures())),
  'long names': () =>
    twin(
      partsOf(
        exampleWith({
          area: 'St Mary’s & Ŵyl <Upper> Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch division',
          council: {
            name: 'Bournemouth, Christchurch and Poole Combined County and District Council',
            deputyReturningOfficers: [
              {
                title: 'Deputy Returning Officer for the northern and the western districts',
                name: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch Jones',
                phones: ['18001 01632 960 005', '01632 960 006'],
                email,
              },
            ],
          },
        }),
      ),
    ),
};

/** Text as far apart as readers may set it (WCAG 2.2, 1.4.12). */
const apart =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

/** What a browser is asked not to do: it would look for updates and accounts. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const pathOf = (program: string): string =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path)) ?? program;

const printed = ({ id, nodes }: Result): string => `${id}: ${nodes.map(({ html }) => html).join(' ')}`;

/** By how much the page is wider than the screen. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

describeWith('chromium', 'the page in a browser', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: pathOf('chromium'), args: quiet });
  });

  afterAll(() => browser.close());

  const opened = async (
    name: string,
    width: number,
    colorScheme: 'light' | 'dark',
    look: (page: Page) => Promise<void>,
  ): Promise<void> => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setContent(pages[name]!());
    await look(page);
    expect(asked).toEqual([]);
    await page.close();
  };

  // Every width and scheme for one council, the extremes for the others: axe takes seconds.
  test.each([
    ['example', 320, 'light'],
    ['example', 320, 'dark'],
    ['example', 704, 'light'],
    ['example', 1200, 'light'],
    ['example', 1200, 'dark'],
    ['parish', 320, 'light'],
    ['figures', 704, 'light'],
    ['figures', 1200, 'dark'],
    ['long names', 320, 'dark'],
    ['long names', 1200, 'light'],
  ] as const)('has no fault that axe knows: %s, %i pixels wide, %s', async (name, width, scheme) => {
    await opened(name, width, scheme, async (page) => {
      await page.evaluate(axe);
      const options = "{ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations', 'incomplete'] }";
      const found = await page.evaluate<AxeResults>(`axe.run(${options})`);
      expect(found.passes.length).toBeGreaterThan(30);
      expect([...found.violations, ...found.incomplete].map(printed)).toEqual([]);
    });
  });

  describe.each(Object.keys(pages))('%s', (name) => {
    test.each([
      ['as it is', ''],
      ['with text set apart', apart],
      ['with type twice as large', 'html { font-size: 200% }'],
    ])('needs no scrolling to the side at 320 pixels, %s', async (_, css) => {
      await opened(name, 320, 'light', async (page) => {
        if (css !== '') await page.addStyleTag({ content: css });
        expect(await overflow(page)).toBe(0);
      });
    });
  });

  test('shows 999 on a phone without scrolling, larger than anything else', async () => {
    await opened('example', 320, 'light', async (page) => {
      const box = await page.locator('a[href="tel:999"]').first().boundingBox();
      expect(box!.y + box!.height).toBeLessThan(568);
      const sizes = await page.evaluate<number[]>(
        "[...document.querySelectorAll('main *')].map((element) => parseFloat(getComputedStyle(element).fontSize))",
      );
      expect(Math.max(...sizes)).toBeCloseTo(0.36 * 320);
    });
  });

  test('scrolls a table that is too wide by itself, by key', async () => {
    await opened('figures', 320, 'light', async (page) => {
      await page.addStyleTag({ content: 'html { font-size: 200% }' });
      const table = page.locator('.scroll').first();
      const measured = (what: string) => page.evaluate<number>(`document.querySelector('.scroll').${what}`);
      expect(await measured('scrollWidth')).toBeGreaterThan(await measured('clientWidth'));
      await table.focus();
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => measured('scrollLeft')).toBeGreaterThan(0);
    });
  });

  test('reaches the contents with one key', async () => {
    await opened('example', 320, 'light', async (page) => {
      await page.keyboard.press('Tab');
      const shown = await page.locator('.skip').boundingBox();
      expect(shown!.height).toBeGreaterThan(24);
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.localName')).toBe('nav');
    });
  });
});
