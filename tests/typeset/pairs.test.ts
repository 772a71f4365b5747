import { create, type Font } from 'fontkit';
import { expect, test } from 'vitest';
import { readFaces } from '../../src/project.ts';
import { Pairs } from '../../src/typeset/pairs.ts';

const files = readFaces();
const faces = Object.entries(files).map(([weight, bytes]) => ({ weight, font: create(bytes as Buffer) as Font }));

const letters = [
  ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)),
  ...'ÀÉÎÑÖÙÝàéîñöùýÿŵŷŴŶĀőŁłŒœŠšŽžİıĿŀĸ\u00a0£°·«»×‐‑–—‘’“”•…',
];

/** Whole texts, as the face itself shapes them. */
const whole = (font: Font, text: string, features: string[] | undefined) => {
  const { glyphs, positions } = font.layout(text, features, undefined, undefined, 'ltr');
  return {
    ids: glyphs.map(({ id }) => id),
    places: positions.map(({ xAdvance, xOffset, yOffset }) => [xAdvance, xOffset, yOffset]),
  };
};

const byPairs = (pairs: Pairs, text: string) => {
  const shaped = pairs.shape(text);
  return (
    shaped && {
      ids: shaped.glyphs.map(({ id }) => id),
      places: shaped.positions.map(({ xAdvance, xOffset, yOffset }) => [xAdvance, xOffset, yOffset]),
    }
  );
};

/** Numbers that look like chance, the same in every run. */
const numbersFrom = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

test.each(faces)('$weight: texts of plain letters come out as the face shapes them', ({ font }) => {
  const below = numbersFrom(7);
  for (const features of [undefined, ['tnum']]) {
    const pairs = new Pairs(font, features);
    for (let i = 0; i < 500; i += 1) {
      const text = Array.from({ length: 1 + below(30) }, () => letters[below(letters.length)]).join('');
      expect([text, byPairs(pairs, text)]).toEqual([text, whole(font, text, features)]);
    }
  }
});

test.each(faces)('$weight: a kerned space keeps its kerning', ({ font }) => {
  const pairs = new Pairs(font, undefined);
  const [space] = whole(font, ' ', undefined).places[0]!;
  const kerned = letters.filter((letter) => whole(font, ` ${letter}`, undefined).places[0]![0] !== space);
  expect(kerned.length).toBeGreaterThan(3);
  for (const letter of kerned) {
    expect(byPairs(pairs, `a ${letter}b`)).toEqual(whole(font, `a ${letter}b`, undefined));
  }
});

test.each(['e\u0301', '1\u20442', 'ﬁ', '\u00ad', 'Ελλάδα', '𝒳'])('%j is not taken for plain letters', (text) => {
  expect(new Pairs(faces[0]!.font, undefined).shape(text)).toBeUndefined();
});
