import type { SheetsJob } from '../../src/press-sheets.ts';
import { pressSheets } from '../../src/press-sheets.ts';
import { mm } from '../../src/units.ts';
import { DAY, exampleWith, noClock, silent } from '../sources.ts';
import { sheetNamed } from './letters.ts';

/** The card of the example on Avery's paper, but for what a test changes. */
export const jobWith = (changes: Partial<SheetsJob> = {}): SheetsJob => ({
  template: 'wallet-card',
  records: [{ name: 'anyshire', sources: exampleWith({}) }],
  sheet: sheetNamed('avery-c32011'),
  stack: 'step',
  thickness: mm(0.1),
  status: 'final',
  day: DAY,
  ...changes,
});

/** Cards of as many wards. */
export const wards = (count: number): SheetsJob['records'] =>
  Array.from({ length: count }, (_, i) => {
    const area = `${String.fromCharCode('A'.charCodeAt(0) + i)}bbey ward`;
    return { name: `anyshire/${area}`, sources: exampleWith({ area }) };
  });

/** The bytes of sheets in which nothing is wrong. */
export const sheetsOf = async (changes: Partial<SheetsJob>, report = silent): Promise<Uint8Array> => {
  const pressed = await pressSheets(jobWith(changes), report, noClock);
  if (!pressed) throw new Error('no sheets were made');
  return pressed.bytes;
};
