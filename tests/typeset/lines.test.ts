import { describe, expect, test } from 'vitest';
import type { Line, Run, Words } from '../../src/typeset/laid.ts';
import { composeLines } from '../../src/typeset/lines.ts';
import { baseline, card, page, type TypeStyle } from '../../src/typeset/scale.ts';
import { example } from '../sources.ts';

const { faces } = example();

const compose = (runs: string | readonly Run[], change: Partial<Words> = {}): readonly Line[] => {
  const style = change.style ?? page.body;
  const given = typeof runs === 'string' ? [{ text: runs, weight: style.weight }] : runs;
  const words: Words = { runs: given, style, colour: '#1a1a1a', measure: 200, align: 'left', rag: 'text', ...change };
  return composeLines(words, faces);
};

const strings = (lines: readonly Line[]): string[] => lines.map(({ string }) => string);

const widthOf = (text: string, style: TypeStyle = page.body): number =>
  compose(text, { style, measure: 10_000 })[0]!.xAdvance;

const bold = (text: string, rest: Partial<Run> = {}): Run => ({ text, weight: 700, ...rest });
const regular = (text: string, rest: Partial<Run> = {}): Run => ({ text, weight: 400, ...rest });

describe('baselines', () => {
  const styles = [...Object.entries(page), ...Object.entries(card).map(([name, style]) => [`card ${name}`, style])] as [
    string,
    TypeStyle,
  ][];

  test.for(styles)('%s: half the leading and a third of the size below the top', ([, style]) => {
    const [line] = compose('999', { style, measure: 600 });
    expect(line!.ascent).toBeCloseTo(style.leading / 2 + 0.334 * style.size, 6);
    expect(line!.height).toBe(style.leading);
  });

  test.for([
    ['title', page.title, 28.7],
    ['h2', page.h2, 18.7],
    ['body', page.body, 12],
    ['furniture', page.furniture, 11.3],
    ['contact phone', page.contactPhone, 18],
    ['999', page.emergency, 80.1],
    ['101', page.crime, 48],
    ['999 of the card', card.emergency, 40],
  ] as const)('%s stands where the measures say', ([, style, below]) => {
    expect(baseline(style)).toBeCloseTo(below, 1);
  });

  test('capitals and figures fill two thirds of the size, which the rule is built on', () => {
    for (const weight of [400, 700] as const) {
      const { font } = faces.of(weight);
      expect([font.unitsPerEm, font.capHeight]).toEqual([1000, 668]);
    }
  });

  test('lines follow one another by the leading', () => {
    const lines = compose('one two three four five six seven eight nine ten eleven', { measure: 80 });
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.map(({ box }) => box.y)).toEqual(lines.map((_, i) => 16 * i));
  });
});

describe('words on the line', () => {
  test('spaces stay characters, at the ends of lines too, and do not count there', () => {
    const text = 'Candidates can also contact their political party or their Returning Officer.';
    const lines = compose(text, { measure: 120 });
    expect(lines.length).toBeGreaterThan(2);
    expect(strings(lines).join('')).toBe(text);
    for (const line of lines.slice(0, -1)) {
      expect(line.string).toMatch(/\S $/);
      // Less what the last letter is kerned to the space; the space itself is 2.7 wide.
      expect(Math.abs(line.xAdvance - widthOf(line.string.trimEnd()))).toBeLessThan(0.5);
    }
  });

  test('every glyph of a line has its position, and the advances add up', () => {
    for (const { runs, string } of compose([regular('To reach '), bold('01632 960 001'), regular(', ring.')])) {
      expect(runs.map(({ glyphs }) => glyphs.length)).toEqual(runs.map(({ positions }) => positions.length));
      expect(string.length).toBe(runs.at(-1)!.end);
      for (const { positions, xAdvance } of runs) {
        expect(positions.reduce((sum, position) => sum + position.xAdvance, 0)).toBeCloseTo(xAdvance, 6);
      }
    }
  });

  test('a word over two runs is not broken between them', () => {
    const runs = [regular('call '), bold('999'), regular(', ring '), bold('register'), regular('ed')];
    for (let measure = 45; measure < 140; measure += 1) {
      for (const line of strings(compose(runs, { measure }))) expect(line).not.toMatch(/^,|^ed|999$|register$/);
    }
  });

  test('a hard break ends a line, and reads as a space', () => {
    expect(strings(compose('In danger now,\nor a crime is happening'))).toEqual([
      'In danger now, ',
      'or a crime is happening',
    ]);
    expect(strings(compose([bold('Added by\n'), regular('Anyshire')]))).toEqual(['Added by ', 'Anyshire']);
  });

  test('a space between two runs is kept, and there is one at a hard break', () => {
    expect(strings(compose([bold('a'), regular(' '), bold('b')]))).toEqual(['a b']);
    expect(strings(compose('a \nb'))).toEqual(['a ', 'b']);
  });

  test('a space that must not break never does', () => {
    for (let measure = 30; measure < 150; measure += 1) {
      const lines = strings(compose('ring 01632\u00a0960\u00a0001 or 01632\u00a0960\u00a0002', { measure }));
      expect(lines.join('')).toBe('ring 01632\u00a0960\u00a0001 or 01632\u00a0960\u00a0002');
      for (const line of lines) expect(line).not.toMatch(/\u00a0$|^\u00a0/);
    }
  });

  test('a word is never split, nor a hyphen added', () => {
    const text = 'high-risk telecommunications spear-phishing ro@anyshire-district.example';
    const words = compose(text, { measure: 30 });
    expect(strings(words).map((line) => line.trimEnd())).toEqual(text.split(' '));
  });

  test('a right-aligned line ends at the measure', () => {
    for (const line of compose('Page 1 of 4', { align: 'right', measure: 100 })) {
      expect(line.box.x + line.xAdvance).toBeCloseTo(100, 6);
    }
    expect(compose('Page 1 of 4', { measure: 100 })[0]!.box.x).toBe(0);
  });

  test('the title breaks by its sense: even, with no short end', () => {
    const title = 'Candidate security guidance for local elections';
    const lines = compose(title, { style: page.title, measure: 483.28, rag: 'heading' });
    expect(strings(lines)).toEqual(['Candidate security guidance ', 'for local elections']);
  });
});

describe('addresses', () => {
  const address = 'https://www.gov.uk/government/collections/candidate-security-guidance-collection?page=2';

  test('are broken after / . - ? alone, without a hyphen', () => {
    for (let measure = 100; measure < 400; measure += 7) {
      const lines = strings(compose(address, { measure }));
      expect(lines.join('')).toBe(address);
      for (const line of lines.slice(0, -1)) expect(line).toMatch(/[/.?-]$/);
      for (const line of lines) expect(line).not.toMatch(/^[/.?-]/);
    }
  });

  test('are broken where a line needs it: each line is used', () => {
    const lines = compose(address, { measure: 200 });
    expect(lines.length).toBe(Math.ceil(widthOf(address) / 200));
    for (const { xAdvance } of lines) expect(xAdvance).toBeLessThanOrEqual(200);
  });

  test('emails and names of places are never broken', () => {
    for (const text of ['individualsupport@ncsc.gov.uk', 'police.uk', 'Llanfair-y-Ŵyl', 'Stoke-on-Trent', '24/7']) {
      expect(strings(compose(text, { measure: 20 }))).toEqual([text]);
    }
  });
});

describe('faces', () => {
  test('letters are kerned: AV is narrower than A and V', () => {
    for (const style of [page.body, page.label]) {
      expect(widthOf('AV', style)).toBeLessThan(widthOf('A', style) + widthOf('V', style) - 0.2);
    }
  });

  test('bold and regular are two faces', () => {
    const [line] = compose([regular('call '), bold('999')]);
    expect(line!.runs.map(({ attributes }) => attributes.font[0]!.postscriptName)).toEqual([
      'AtkinsonHyperlegibleNext-Regular',
      'AtkinsonHyperlegibleNext-Bold',
    ]);
  });
});

describe('underlines', () => {
  const link = (text: string, rest: Partial<Run> = {}): Run => regular(text, { link: 'https://a.example/', ...rest });

  test('lie 2 pt below the baseline, 0.75 thick, under the words of the link', () => {
    const [line] = compose([regular('see '), link('police.uk'), regular(' now')]);
    const [underline, ...more] = line!.decorationLines;
    expect(more).toEqual([]);
    expect(underline!.rect.y - line!.ascent).toBeCloseTo(2, 6);
    expect(underline!.rect.height).toBe(0.75);
    expect(underline!.rect.x).toBeCloseTo(widthOf('see ') + widthOf('see x') - widthOf('see') - widthOf('x'), 3);
    expect(underline!.rect.width).toBeCloseTo(widthOf('police.uk'), 3);
  });

  test('do not reach under the space at the end of a line', () => {
    const lines = compose([link('protective security guidance from the authority')], { measure: 120 });
    expect(lines.length).toBeGreaterThan(1);
    for (const { decorationLines, xAdvance } of lines) {
      expect(decorationLines.map(({ rect }) => rect.x + rect.width)).toEqual([expect.closeTo(xAdvance, 6)]);
    }
  });

  test('are only for links, and not for those that a label explains', () => {
    expect(compose([regular('plain words')])[0]!.decorationLines).toEqual([]);
    expect(compose([link('01632 960 001', { look: 'plain' })])[0]!.decorationLines).toEqual([]);
  });

  test('a link without underline is still a link', () => {
    const [run] = compose([link('police.uk', { look: 'plain' })])[0]!.runs;
    expect(run!.attributes.link).toBe('https://a.example/');
  });
});
