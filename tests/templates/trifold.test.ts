import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/content/edition.ts';
import { type Pick, sentencesIn } from '../../src/content/picks.ts';
import type { Contact } from '../../src/data/record.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkSafeArea } from '../../src/print/safe-area.ts';
import { foldsOf } from '../../src/typeset/template.ts';
import { press } from '../../src/pipeline.ts';
import { mmToPt } from '../../src/units.ts';
import { leftOut, picks } from '../../templates/trifold/picks.ts';
import { trifold, trifoldZ } from '../../templates/trifold/trifold.tsx';
import { type Changes, DAY, example, exampleWith, noClock, partsOf, setOf, type SetPages } from '../sources.ts';
import { colourBoxes, drawings, textBoxes, type TextLine, textLines } from '../typeset/laid-text.ts';
import { loadWelsh, writeWelshProject } from '../welsh.ts';
import {
  at,
  BRAND,
  council,
  deputy,
  EMERGENCY,
  find,
  INK,
  LONG_AREA,
  LONG_COUNCIL,
  longEmail,
  near,
  noneOptional,
  PAPER,
  parish,
  place,
  QUIET,
  TINT,
} from './leaflets.ts';

const templates = { trifold, 'trifold-z': trifoldZ } as const;
const products = ['trifold', 'trifold-z'] as const;

const deputies = ['Tomos Gruffydd', 'Aaminah Chowdhury-Fitzgerald', 'Jo Li'].map((name, i): Contact => ({
  ...deputy,
  name,
  phones: [`01632 960 01${i}`],
  email: `deputy${i}@anyshire.example`,
}));

const changes = {
  example: {},
  area: { area: 'Abbey ward' },
  'nothing optional': { council: noneOptional, words: 'none' },
  parish: { council: { election: parish } },
  'no advisor': { council: { feoa: undefined } },
  'four contacts': { council: { deputyReturningOfficers: deputies.slice(0, 1) } },
  'six contacts': { council: { deputyReturningOfficers: deputies } },
  'a long email': { council: { electoralServices: { ...council.electoralServices!, email: longEmail } } },
  'long names': { council: { name: LONG_COUNCIL, issuedBy: undefined }, area: LONG_AREA },
  'two forces': {
    council: {
      police: [{ name: 'Devon, Cornwall and the Isles of Scilly Constabulary' }, { name: 'Northmoor Constabulary' }],
    },
    area: LONG_AREA,
  },
} as const satisfies Readonly<Record<string, Changes>>;
type Case = keyof typeof changes;
const names = Object.keys(changes) as Case[];

const sets = new Map<string, Promise<SetPages>>();
const set = (product: (typeof products)[number], name: Case): Promise<SetPages> => {
  const key = `${product} ${name}`;
  const made = sets.get(key) ?? setOf(templates[product], exampleWith(changes[name]));
  sets.set(key, made);
  return made;
};

const textsOn = ({ pages }: SetPages, page: number): string[] =>
  textBoxes(pages)
    .filter((box) => box.page === page)
    .map(({ text }) => text);

/** The place of a line whose words stand on a page more than once. */
const lineAt = ({ pages }: SetPages, page: number, text: string, size: number): TextLine =>
  textLines(pages).find((line) => line.page === page && line.text === text && line.size === size)!;

const box = (page: number, left: number, top: number, width: number, height: number, colour: string) => ({
  page,
  left: near(left),
  top: near(top),
  width: near(width),
  height: near(height),
  colour,
});

describe('the roll fold of the example, beside the measures', () => {
  test.for([
    [1, 'If you are affected', 28, 40, 58, '18/24 bold', INK],
    [1, 'Your local contacts', 299, 40, 58, '18/24 bold', INK],
    [1, 'Returning Officer', 299, 88, 100, '12/16 bold', INK],
    [1, 'Helen Marsh', 299, 104, 116, '12/16', INK],
    [1, '01632 960 001', 299, 120, 138, '18/24 bold', INK],
    [1, 'ro@anyshire.example', 299, 144, 156, '12/16', INK],
    [1, 'For advice, not to report a crime', 299, 336, 347.3, '10/16', INK],
    [1, 'Checked on 20 March 2025', 299, 364, 375.3, '10/16', QUIET],
    [1, 'Not all is here. For cyber', 387, 400, 412, '12/16 bold', INK],
    [1, 'Other formats: 01632 960 002, Relay UK', 299, 496, 506.3, '10/14', INK],
    [1, 'Anyshire District Council', 638.4, 24, 40.7, '14/24 bold', PAPER],
    [1, 'Candidate', 582.4, 104, 132, '30/36 bold', INK],
    [1, 'local elections', 582.4, 212, 240, '30/36 bold', INK],
    [1, 'What to do today, whom to call,', 582.4, 264, 281.3, '16/24', INK],
    [1, 'Local elections, Thursday 1 May 2025', 582.4, 320, 332, '12/16', QUIET],
    // The fields stand 4 pt higher than drawn: the tails of the last line would stand within 5 mm of the cut.
    [1, 'In danger now,', 582.4, 372, 387.3, '16/20 bold', PAPER],
    [1, '999', 577.4, 424, 512.1, '132/88 bold', PAPER],
    [1, 'A crime has happened', 582.4, 532, 544, '12/16 bold', INK],
    [1, '101', 580.9, 552, 576, '36/24 bold', INK],
    // Where one calls a force, it is named.
    [1, 'Anyshire Police', 650.4, 548, 560, '12/16 bold', INK],
    [1, 'or police.uk', 650.4, 564, 576, '12/16 bold', INK],
    [2, '999', 23.2, 40, 120.1, '120/80 bold', PAPER],
    [2, '101', 304.5, 72, 120, '72/48 bold', INK],
    [2, 'or police.uk', 431.5, 108, 120, '12/16 bold', INK],
    [2, '5', 587.9, 72, 120, '72/48 bold', BRAND],
    [2, 'In danger now:', 28, 164, 182, '18/24 bold', INK],
    [2, 'After a crime,', 307.5, 164, 182, '18/24 bold', INK],
    [2, 'Five ways to improve your', 590.9, 164, 182, '18/24 bold', INK],
    [2, 'If a crime has been committed, contact your', 307.5, 228, 240, '12/16', INK],
    [2, 'Say:', 323.5, 348, 360, '12/16', INK],
  ] as const)('page %i: %s', async ([page, text, left, top, baseline, type, colour]) => {
    const laid = await set('trifold', 'example');
    const size = Number(type.split('/')[0]);
    expect(place(lineAt(laid, page, text, size))).toEqual(at(left, top, baseline, type, colour));
  });

  test('band, fields, heads, panel, logo and code', async () => {
    const { pages } = await set('trifold', 'example');
    const boxes = colourBoxes(pages).filter(({ height }) => height > 1);
    expect(boxes).toEqual([
      box(1, 558.4, 0, 283.5, 72, BRAND),
      box(1, 558.4, 360, 283.5, 164, EMERGENCY),
      box(1, 558.4, 524, 283.5, 71.3, TINT),
      box(2, 0, 0, 283.5, 144, EMERGENCY),
      box(2, 283.5, 0, 558.4, 144, TINT),
      box(2, 307.5, 332, 235.5, 112, TINT),
    ]);
    expect(drawings(pages).map(({ left, top, width }) => [left, top, width])).toEqual([
      [near(582.4), near(16), near(40)],
      [near(299), near(400), near(72)],
    ]);
  });
});

describe.each(products)('%s', (product) => {
  test.each(names)('%s: is set without a fault, on two pages', async (name) => {
    const { pages, diagnostics } = await set(product, name);
    expect([pages.length, diagnostics]).toEqual([2, []]);
  });

  test.each(names)('%s: no word stands within 5 mm of a cut or a fold', async (name) => {
    const found: Diagnostic[] = [];
    const { finish } = templates[product];
    checkSafeArea(product, (await set(product, name)).pages, finish!, (each) => found.push(each));
    expect(found).toEqual([]);
    expect(foldsOf(finish!, 0)).toHaveLength(2);
  });

  test.each(names)(
    '%s: 999 is the largest on every panel that has it, each email and phone on one line',
    async (name) => {
      const lines = textLines((await set(product, name)).pages);
      for (const page of [1, 2]) {
        const here = lines.filter((line) => line.page === page);
        const others = here.filter(({ text }) => text !== '999').map(({ size }) => size);
        expect(Math.max(...others)).toBeLessThan(here.find(({ text }) => text === '999')!.size);
      }
      const split = lines.filter(
        ({ box: { text, lines: own } }) => /^[\w.]+@\S+$|^01632 [\d ]+$/.test(text) && own.length > 1,
      );
      expect(split).toEqual([]);
    },
  );

  test('four modules about the QR code are clear', async () => {
    const { pages } = await set(product, 'six contacts');
    const code = drawings(pages).findLast(({ width }) => Math.abs(width - 72) < 0.1)!;
    const clear = (4 / 37) * code.width;
    const close = textLines(pages).filter(
      (line) =>
        line.page === code.page &&
        line.right > code.left - clear &&
        line.left < code.left + code.width + clear &&
        line.baseline > code.top - clear &&
        line.baseline - 0.75 * line.size < code.top + code.height + clear,
    );
    expect(close).toEqual([]);
  });

  test('with contacts that take too much room, hours yield, then names, then emails, and never a number', async () => {
    const page = product === 'trifold' ? 1 : 2;
    const shown = async (name: Case): Promise<string> => textsOn(await set(product, name), page).join('\n');
    const usual = await shown('example');
    expect(usual).not.toContain('9am');
    expect(usual).toContain('Helen Marsh');
    expect(await shown('no advisor')).toContain('Monday to Friday, 9am to 5pm');
    const four = await shown('four contacts');
    expect(four).not.toContain('Helen Marsh');
    expect(four).toContain('deputy0@anyshire.example');
    const six = await shown('six contacts');
    expect(six).not.toContain('@');
    // People of one title are told apart by their names.
    for (const { name } of deputies) expect(six).toContain(name);
    for (const phone of ['001', '002', '003', '010', '011', '012']) expect(six).toContain(`01632 960 ${phone}`);
    expect(six).toContain('For advice, not to report a crime');
  });

  test('with more numbers than it can hold is an error', async () => {
    const many = Array.from({ length: 12 }, (_, i) => ({
      ...deputy,
      title: `Deputy ${i}`,
      phones: [`01632 960 1${i + 10}`],
    }));
    const { pages, diagnostics } = await setOf(
      templates[product],
      exampleWith({ council: { deputyReturningOfficers: many } }),
    );
    expect(pages).toEqual([]);
    expect(diagnostics.map(({ rule, place: where }) => [rule, where])).toContainEqual([
      'preflight/overset',
      { kind: 'frame', template: product, frame: 'contacts', page: product === 'trifold' ? 1 : 2 },
    ]);
  });

  test('where Operation Ford does not apply, nothing is said of it', async () => {
    const advisorless = { election: parish, feoa: undefined };
    const laid = await setOf(templates[product], exampleWith({ council: advisorless, words: 'none' }));
    const texts = [...textsOn(laid, 1), ...textsOn(laid, 2)];
    expect(texts.filter((text) => /Ford|FEOA|what to say/.test(text))).toEqual([]);
    expect(texts.join('\n')).toContain('After a crime: when to call 101');
    expect(texts.some((text) => text.startsWith('Primary responsibility for security'))).toBe(true);
  });

  test('says that there is more, beside the code', async () => {
    const { pages } = await set(product, 'example');
    const words = textBoxes(pages).find(({ text }) => text.startsWith('Not all is here.'))!;
    expect(words.text).toContain('search GOV.UK for “candidate security guidance”');
    const code = drawings(pages).findLast(({ width }) => Math.abs(width - 72) < 0.1)!;
    expect([words.page, words.top]).toEqual([code.page, near(code.top)]);
  });

  test('in Welsh, whose words are longer, margins yield and type does not', async () => {
    const folder = writeWelshProject();
    const { sources } = loadWelsh(folder, () => {});
    rmSync(folder, { recursive: true });
    const { pages, diagnostics } = await setOf(templates[product], sources);
    expect([pages.length, diagnostics]).toEqual([2, []]);
    const body = textBoxes(pages).find(({ text }) => text.startsWith('Testun dal lle hŷn dro gwirionedd'))!;
    expect(`${body.lines[0]!.size}/${body.lines[0]!.leading}`).toBe('12/16');
    const job = { product, sources, status: 'draft', day: DAY } as const;
    expect(await press(job, () => {}, noClock)).toBeDefined();
  });
});

describe('the area', () => {
  test('stands below the title, and the fields stay where they are', async () => {
    const { pages } = await set('trifold', 'area');
    expect(place(find(pages, 1, 'Abbey ward'))).toEqual(at(582.4, 252, 266.7, '14/20 bold', INK));
    expect(find(pages, 1, 'In danger now,').top).toBeCloseTo(372, 0);
  });
});

const flat = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => ('blocks' in block ? flat(block.blocks) : [block]));

describe('what is taken of the guidance, and what is left out', () => {
  const { parts } = partsOf(example()).edition;
  const ways = {
    'with Operation Ford': [[...picks.crime, ...picks.passage], leftOut.withFord],
    'without it': [picks.crimeWithoutFord, leftOut.withoutFord],
  } as const;

  test.each(Object.keys(ways) as (keyof typeof ways)[])('%s: is all of its parts, each sentence once', (way) => {
    const [crime, left] = ways[way];
    const listed: readonly Pick[] = [...picks.danger, ...crime, ...picks.ways, ...picks.advice, ...left];
    const sentencesOf = (part: string): string[] => {
      const all = sentencesIn(flat(parts.get(part) ?? []));
      return all.map((_, i) => `${part} ${i + 1}`);
    };
    const named = listed.flatMap((each) => {
      const all = sentencesOf(each.part);
      return each.take === 'whole' ? all : each.numbers.map((number) => all.at(number > 0 ? number - 1 : number));
    });
    const whole = leftOut.parts.flatMap(sentencesOf);
    expect([...named, ...whole].toSorted()).toEqual([...parts.keys()].flatMap(sentencesOf).toSorted());
  });
});

test('panels are as wide as the paper', () => {
  for (const { size, finish } of [trifold, trifoldZ]) {
    expect(mmToPt(size.width)).toBeCloseTo(841.89, 2);
    expect([size.width, size.height, finish?.safe]).toEqual([297, 210, 5]);
  }
});
