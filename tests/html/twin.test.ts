import { describe, expect, test } from 'vitest';
import type { Block, Edition } from '../../src/content/edition.ts';
import { readPage } from '../../src/html/read.ts';
import { twin, type TwinParts } from '../../src/html/twin.ts';
import { linesOf as linesOfEdition, minimal, full } from '../content/given.ts';
import { example, exampleWith, partsOf } from '../sources.ts';
import { classed, type Element, elements, linesOf, named, parsed, textOf } from './parsed.ts';

const pageOf = (parts: TwinParts): Element => parsed(twin(parts));

const hostile = 'A & B <C> "D" \'E\' {{F}} **G** Ŵŷ';

const parts = partsOf(example());
const parish = partsOf(exampleWith({ council: { ...undefinedOf(full), ...minimal }, words: 'none' }));
const several = partsOf(
  exampleWith({
    area: hostile,
    council: {
      ...full,
      name: `${hostile} Combined County and District Council`,
      deputyReturningOfficers: [
        { title: hostile, name: hostile, phones: ['18001 01632 960 005'], email: "o'neill&co@anyshire.example" },
      ],
    },
    brand: { logo: { ...example().brand.logo!, alt: hostile } },
  }),
);
const pages = { example: parts, parish, several };

/** Takes away what another council has. */
function undefinedOf(council: object): { readonly [key: string]: undefined } {
  return Object.fromEntries(Object.keys(council).map((key) => [key, undefined]));
}

describe.each(Object.entries(pages))('the page of the council "%s"', (_, given) => {
  const page = pageOf(given);
  const ids = elements(page).flatMap(({ attributes }) => attributes.get('id') ?? []);
  const all = (name: string) => named(page, name);

  test('has one heading of the first level, and skips no level', () => {
    const levels = named(page, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').map(({ name }) => Number(name[1]));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
  });

  test('has one of each landmark', () => {
    for (const name of ['header', 'main', 'nav', 'footer']) expect(all(name)).toHaveLength(1);
    expect(named(all('main')[0]!, 'header', 'footer')).toEqual([]);
  });

  test('gives each id once, and every reference leads to one', () => {
    expect(new Set(ids).size).toBe(ids.length);
    const references = elements(page).flatMap(({ attributes }) => [
      ...(attributes.get('href')?.startsWith('#') ? [attributes.get('href')!.slice(1)] : []),
      ...(attributes.get('aria-labelledby')?.split(' ') ?? []),
    ]);
    expect(references.length).toBeGreaterThan(given.edition.sections.length);
    expect(references.filter((id) => !ids.includes(id))).toEqual([]);
    expect(given.edition.sections.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('asks for nothing else', () => {
    expect(named(page, 'script', 'link', 'img', 'iframe', 'object', 'base', 'form', 'video')).toEqual([]);
    const [css] = all('style');
    expect(css!.children.join('')).not.toMatch(/url\(|@import|@font-face/);
    const handlers = elements(page).flatMap(({ attributes }) =>
      [...attributes.keys()].filter((key) => /^on|src/.test(key)),
    );
    expect(handlers).toEqual([]);
  });

  test('has links with words and addresses of four kinds', () => {
    for (const link of all('a')) {
      expect(textOf(link)).not.toBe('');
      expect(link.attributes.get('href')).toMatch(/^(https?:\/\/[^\s]+|mailto:\S+@\S+|tel:\+?\d+|#\S+)$/);
      expect(named(link, 'a')).toEqual([]);
    }
  });

  test('says every text of the edition once and in its order', () => {
    const [introduction] = classed(page, 'introduction');
    const sections = classed(page, 'section');
    expect([introduction!, ...sections].map(without('label', 'number', 'find')).flatMap(linesOf)).toEqual(
      linesOfEdition(given.edition),
    );
  });

  test('tells the council’s panels from the guidance', () => {
    const labels = [...classed(page, 'local')].map((panel) => {
      const label = elements(panel).find(
        ({ attributes }) => attributes.get('id') === panel.attributes.get('aria-labelledby'),
      );
      return textOf(label!);
    });
    expect(labels).toHaveLength(count(given.edition, 'local'));
    expect(new Set(labels)).toEqual(new Set([`Added by ${given.edition.record.council.name}`]));
    const emergencies = classed(page, 'emergency');
    expect(emergencies.map((panel) => textOf(classed(panel, 'label')[0]!))).toEqual(['Call 999']);
    expect(count(given.edition, 'emergency')).toBe(1);
  });

  test('rings the two numbers and the council’s', () => {
    const [main] = all('main');
    const links = named(main!, 'a').map((link) => [textOf(link), link.attributes.get('href')]);
    expect(links[0]).toEqual(['Call 999', 'tel:999']);
    expect(links[1]).toEqual(['Call 101', 'tel:101']);
    const { council } = given.edition.record;
    const contacts = [
      council.returningOfficer,
      ...council.deputyReturningOfficers,
      council.electoralServices,
      council.feoa,
    ];
    const shown = all('dl')
      .flatMap((list) => named(list, 'a'))
      .map((link) => [textOf(link), link.attributes.get('href')]);
    expect(shown).toEqual(
      contacts.flatMap((contact) => [
        ...(contact?.phones ?? []).map((phone) => [phone, tel(phone)]),
        ...(contact?.email === undefined ? [] : [[contact.email, `mailto:${contact.email}`]]),
      ]),
    );
  });
});

const tel = (phone: string): string => `tel:${phone.replaceAll(' ', '').replace(/^0/, '+44')}`;

const count = ({ introduction, sections }: Edition, kind: Block['kind']): number => {
  const inside = (blocks: readonly Block[]): number =>
    blocks.reduce(
      (sum, block) => sum + (block.kind === kind ? 1 : 0) + ('blocks' in block ? inside(block.blocks) : 0),
      0,
    );
  return inside([...introduction, ...sections.flatMap(({ blocks }) => blocks)]);
};

/** The same without what the edition does not hold. */
const without =
  (...classes: readonly string[]) =>
  (from: Element): Element => ({
    ...from,
    children: from.children
      .filter((child) => typeof child === 'string' || !classes.includes(child.attributes.get('class') ?? ''))
      .map((child) => (typeof child === 'string' ? child : without(...classes)(child))),
  });

describe('the page', () => {
  const page = pageOf(parts);

  test('names its language, its title and its maker', () => {
    const [root] = named(page, 'html');
    expect(root!.attributes.get('lang')).toBe('en-GB');
    expect(textOf(named(page, 'title')[0]!)).toBe(
      'Candidate security guidance for local elections – Anyshire District Council',
    );
    const metas = new Map(
      named(page, 'meta').map(({ attributes }) => [attributes.get('name'), attributes.get('content')]),
    );
    expect(metas.get('generator')).toBe('handbill');
    expect(metas.get('robots')).toBeUndefined();
    expect(metas.get('description')).toBe(
      'Candidate security guidance for local elections, HM Government, May 2025. Anyshire District Council, Local elections, Thursday 1 May 2025.',
    );
  });

  test('says 999 before everything but the title', () => {
    expect(linesOf(named(page, 'main')[0]!).slice(0, 3)).toEqual([
      'Candidate security guidance for local elections',
      'In danger now, or a crime is happening',
      'Call 999',
    ]);
  });

  test('says that an adviser is not a route to report', () => {
    expect(textOf(named(page, 'dl')[0]!)).toMatch(/Okafor .*For advice, not to report a crime$/);
  });

  test('names the licence, the issuer and the ways to other formats', () => {
    const [footer] = named(page, 'footer');
    expect(linesOf(footer!)).toEqual([
      'Other formats',
      'For large print, easy read, audio, braille or another language: 01632 960 002, Relay UK 18001 01632 960 002, or elections@anyshire.example',
      'The words',
      'Candidate security guidance for local elections, HM Government, May 2025. © Crown copyright, used under the Open Government Licence v3.0. The panels with numbers to call sum up the guidance. Panels marked “Added by” are the council’s own.',
      'Issued by',
      'Anyshire District Council, Market Hall, Anytown AN1 1AA, anyshire.example',
    ]);
    const targets = named(footer!, 'a').map(({ attributes }) => attributes.get('href'));
    expect(targets).toEqual([
      'tel:+441632960002',
      'tel:1800101632960002',
      'mailto:elections@anyshire.example',
      'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
      'https://anyshire.example',
    ]);
  });

  test('rings a phone in running text', () => {
    const [introduction] = classed(page, 'introduction');
    const links = named(introduction!, 'a').map((link) => link.attributes.get('href'));
    expect(links).toContain('tel:+441632960001');
  });

  test('shows on paper where a link leads, once an address', () => {
    const shown = elements(page).flatMap(({ attributes }) => attributes.get('data-shown') ?? []);
    expect(shown).toContain('www.gov.uk/government/collections/candidate-security-guidance-collection');
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown).not.toContain('www.police.uk');
  });

  test('is the same when it is made again', () => {
    expect(twin(parts)).toBe(twin(partsOf(example())));
  });

  test('of a parish says nothing of Operation Ford, and has no logo if there is none', () => {
    const { logo: _, ...brand } = parish.brand;
    const of = pageOf({ ...parish, brand });
    expect(classed(of, 'lead')).toEqual([]);
    expect(classed(of, 'logo')).toEqual([]);
    expect(linesOf(named(of, 'footer')[0]!)[0]).toBe('The words');
    expect(named(of, 'dt').map(textOf)).toEqual(['Returning Officer']);
  });

  test('keeps names as the edition gives them', () => {
    const of = pageOf(several);
    const { area, council } = several.edition.record;
    expect(area).toMatch(/^A & B <C> .* \{\{F\}\} \*\*G\*\* Ŵŷ$/);
    expect(textOf(classed(of, 'area')[0]!)).toBe(area);
    expect(textOf(named(of, 'title')[0]!)).toBe(`${several.edition.guidance.title} – ${area}, ${council.name}`);
    expect(classed(of, 'logo')[0]!.attributes.get('aria-label')).toBe(hostile);
    expect(named(of, 'dt').map(textOf)).toContain(area);
    expect(twin(several)).not.toContain('<C>');
  });

  test('of a draft says so', () => {
    const of = pageOf({ ...parts, status: 'draft' });
    expect(textOf(classed(of, 'draft')[0]!)).toBe('DRAFT');
    expect(textOf(named(of, 'title')[0]!)).toMatch(/^DRAFT – /);
    expect(classed(page, 'draft')).toEqual([]);
  });
});

const linkIn = (page: Element) => named(page, 'a').filter(({ attributes }) => attributes.get('hreflang') !== undefined);

const uris = (written: string) => readPage(written).links.map(({ uri }) => uri);

describe('another language', () => {
  const also = [{ language: 'cy-GB', says: 'Mae’r daflen hon ar gael yn Gymraeg hefyd.', isBeside: true as const }];

  test('is named in its own words before the title, and its page lies beside this one', () => {
    const page = pageOf({ ...parts, also });
    const [link, ...more] = linkIn(page);
    expect([textOf(link!), more]).toEqual([also[0]!.says, []]);
    expect([link!.attributes.get('href'), link!.attributes.get('hreflang')]).toEqual(['leaflet.cy.html', 'cy-GB']);
    expect(classed(page, 'also').map(({ attributes }) => attributes.get('lang'))).toEqual(['cy-GB']);
    const lines = linesOf(page);
    expect(lines.indexOf(also[0]!.says)).toBeLessThan(lines.indexOf(parts.edition.guidance.title));
  });

  test('is named without a link where its page is made apart', () => {
    const page = pageOf({ ...parts, also: also.map(({ language, says }) => ({ language, says })) });
    expect(classed(page, 'also').map(textOf)).toEqual([also[0]!.says]);
    expect(linkIn(page)).toEqual([]);
  });

  test('of a draft is a draft', () => {
    const [link] = linkIn(pageOf({ ...parts, also, status: 'draft' }));
    expect(link!.attributes.get('href')).toBe('leaflet.cy.draft.html');
  });

  test('is not named where there is none', () => {
    expect(linkIn(pageOf(parts))).toEqual([]);
  });

  test('is no address to be read back', () => {
    expect(uris(twin({ ...parts, also }))).toEqual(uris(twin(parts)));
  });
});
