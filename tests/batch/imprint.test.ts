import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { PlatePress, type Imprinted, type Refused } from '../../src/batch/imprint.ts';
import type { Plate } from '../../src/batch/plate.ts';
import { proven } from '../../src/batch/proven.ts';
import { type Job, press, pressPlate } from '../../src/pipeline.ts';
import { DAY, example, exampleWith, noClock, silent } from '../sources.ts';

const { faces } = example();

const jobOf = (area: string): Job => ({
  product: 'poster',
  sources: exampleWith({ area }),
  status: 'final',
  day: DAY,
});

const plated = await (async () => {
  const made = await pressPlate(jobOf('Abbey'), silent, noClock);
  const found = made!.plate();
  if (!('plate' in found)) throw new Error(found.refused);
  return { ...found, bytes: made!.pressed.bytes };
})();
const { plate, bytes } = plated;

const imprint = (name: string, changed: Partial<Plate> = {}): Imprinted | Refused =>
  new PlatePress({ ...plate, ...changed }, faces).imprint([name]);

const whyOf = (made: Imprinted | Refused): string => (made.kind === 'refused' ? made.why : made.kind);

describe('an imprint', () => {
  test('is the file of the full way, and knows its hash and its pages', async () => {
    const made = imprint('Castle');
    const full = await press(jobOf('Castle'), silent, noClock);
    if (made.kind === 'refused') throw new Error(made.why);
    expect(Buffer.compare(made.bytes, full!.bytes)).toBe(0);
    expect(made.sha256).toBe(createHash('sha256').update(full!.bytes).digest('hex'));
    expect(made.pages).toBe(full!.pages);
  });

  test('is made of plain data, as workers are sent it', () => {
    const sent = structuredClone(plate);
    expect(new PlatePress(sent, faces).imprint(['Castle'])).toEqual(imprint('Castle'));
  });

  test('has nothing of the one before', () => {
    const own = new PlatePress(plate, faces);
    const first = own.imprint(['Castle']);
    own.imprint(['A name that is much longer than that']);
    expect(own.imprint(['Castle'])).toEqual(first);
  });

  test.each([
    ['of another number of lines', 'shape', 'Castle '.repeat(20)],
    ['in letters that not every subset has', 'glyph', 'Győr'],
    ['with signs of marks', 'glyph', 'Castle \ue000'],
    ['with an address', 'token', 'www.castle.example'],
    ['with a number to ring', 'token', 'Ward 01632 960 999'],
  ] as const)('refuses a name %s', (_, why, name) => {
    expect(whyOf(imprint(name))).toBe(why);
  });

  test('takes short numbers, which nobody rings', () => {
    expect(whyOf(imprint('Ward 12'))).toBe('file');
  });

  test('refuses what was warned to be printed nowhere', () => {
    expect(whyOf(imprint('Castle Press', { missed: ['castlepress'] }))).toBe('shape');
    expect(whyOf(imprint('Castle', { missed: ['castlepress'] }))).toBe('file');
  });

  test('refuses other values than the plate has', () => {
    const own = new PlatePress(plate, faces);
    expect(whyOf(own.imprint(['Castle', 'Castell']))).toBe('shape');
    expect(whyOf(own.imprint([]))).toBe('shape');
  });

  test('reads back what it has set', () => {
    const face = plate.faces.map(({ codes, ...other }) => ({
      ...other,
      codes: codes.map(([id, code, width, said]) => [id, code, width, said === 'C' ? 'G' : said] as const),
    }));
    expect(whyOf(imprint('Castle', { faces: face }))).toBe('read-back');
    expect(whyOf(imprint('Ely', { faces: face }))).toBe('file');
  });
});

describe('a plate', () => {
  const made = { plate, valuesFor: plated.valuesFor };

  test('makes the file of its own record again', () => {
    expect(proven(made, bytes, faces)).toBe(made);
  });

  test('that makes another file is none', () => {
    const wrong = { ...made, plate: { ...plate, metadata: { ...plate.metadata, language: 'cy-GB' } } };
    expect(proven(wrong, bytes, faces)).toEqual({ refused: 'it makes another file of its own record' });
  });

  test('whose own record it refuses is none', () => {
    const wrong = { ...made, plate: { ...plate, faces: plate.faces.map((face) => ({ ...face, codes: [] })) } };
    expect(proven(wrong, bytes, faces)).toEqual({ refused: 'its own record is refused: glyph' });
  });
});
