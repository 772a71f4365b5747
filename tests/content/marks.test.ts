import { describe, expect, test } from 'vitest';
import { AreaWords } from '../../src/content/area-words.ts';
import { hasMarks, hasSigns, marked, refilled, unmarked, withoutMarked } from '../../src/content/marks.ts';

describe('marks', () => {
  const text = `${marked(0, 'Abbey')} and ${marked(7, 'Abaty')}`;

  test('stand round a value, and are taken out again', () => {
    expect(hasMarks(text)).toBe(true);
    expect(unmarked(text)).toBe('Abbey and Abaty');
    expect(unmarked('Abbey')).toBe('Abbey');
  });

  test('let other values be put in, by their numbers', () => {
    const before = ['Abbey', '', '', '', '', '', '', 'Abaty'];
    expect(refilled(text, before, before.with(0, 'Castle').with(7, '$& Castell'))).toBe('Castle and $& Castell');
  });

  test.each([
    ['changed', marked(0, 'ABBEY')],
    ['cut', marked(0, 'Abbey').slice(0, 4)],
    ['of which the end is cut', marked(0, 'Abbey').slice(0, -1)],
    ['in another', marked(0, marked(0, 'Abbey'))],
    ['that nobody knows', marked(3, 'Abbey')],
  ])('round a value %s let none be put in', (_, given) => {
    expect(refilled(given, ['Abbey'], ['Castle'])).toBeUndefined();
  });

  test('are no signs that stand alone: those stay, and preflight finds them', () => {
    for (const sign of ['\ue000', '\ue001', '\ue000\ue101 Abbey', 'Abbey \ue000A\ue001']) {
      expect([hasMarks(sign), unmarked(sign), hasSigns(sign)]).toEqual([false, sign, true]);
    }
  });

  test('leave what all records say', () => {
    expect(withoutMarked(text)).toBe('\u0000 and \u0000');
  });

  test('are not to be had without end', () => {
    expect(() => marked(0x700, 'Abbey')).toThrow('no marks');
  });
});

describe('words that name the area', () => {
  const runOf = (words: AreaWords) => [
    { kind: 'text', value: 'The "hall" of ' } as const,
    { kind: 'strong', children: [words.named('Abbey')] } as const,
    { kind: 'text', value: ' - ask' } as const,
  ];

  test('are set with marks round each of their texts', () => {
    const words = new AreaWords('en');
    const inlines = words.marked({ inlines: runOf(words), role: 'running' }, 2);
    expect(inlines).toEqual([
      { kind: 'text', value: marked(2, 'The “hall” of ') },
      { kind: 'strong', children: [{ kind: 'text', value: marked(3, 'Abbey') }] },
      { kind: 'text', value: marked(4, '\u00a0– ask') },
    ]);
  });

  test('are set again for another name, and typography looks at the whole of them', () => {
    const words = new AreaWords('en');
    words.marked({ inlines: runOf(words), role: 'running' }, 2);
    words.marked({ inlines: [{ kind: 'text', value: 'In ' }, words.named('Abbey')], role: 'item' }, 2);
    expect(words.textsFor("'Upper' Ely")).toEqual(['The “hall” of ', '‘Upper’ Ely', '\u00a0– ask', 'In ‘Upper’\u00a0Ely']);
  });

  test('are known by what they are, not by what they say', () => {
    const words = new AreaWords('en');
    words.named('Abbey');
    expect(words.isIn([{ kind: 'text', value: 'Abbey' }])).toBe(false);
    expect(words.isIn([{ kind: 'link', url: '#a', children: [words.named('Abbey')] }])).toBe(true);
  });

  test('have no marks where there would be too many', () => {
    const words = new AreaWords('en');
    const made = Array.from({ length: 700 }, () => words.marked({ inlines: [words.named('Abbey')], role: 'running' }, 2));
    expect(made[0]).toBeDefined();
    expect(made.at(-1)).toBeUndefined();
  });
});
