import { expect, test } from 'vitest';
import { describeWith } from '../require.ts';
import { exampleWith } from '../sources.ts';
import { sheetNamed } from '../print/letters.ts';
import { purposes } from '../print/pressed.ts';
import { sheetsOf, wards } from '../print/sheets.ts';
import { validate } from './vera.ts';

// Sheets are for cutting, and keep to what every product keeps to all the same.

describeWith('verapdf', 'sheets', () => {
  test('are accessible PDF/A, however they are filled and turned', { timeout: 120_000 }, async () => {
    const files = {
      'wards in cut piles': await sheetsOf({ records: wards(12), stack: 'cut', sheet: sheetNamed('office') }),
      'turned over the short edge': await sheetsOf({ sheet: { ...sheetNamed('a4-eight'), turn: 'short-edge' } }),
      'cards for print': await sheetsOf({ sheet: sheetNamed('sra3-cards'), purpose: purposes.print }),
      'a draft for print': await sheetsOf({ status: 'draft', sheet: sheetNamed('a4-eight'), purpose: purposes.print }),
      'leaflets for print': await sheetsOf({
        template: 'leaflet',
        sheet: sheetNamed('sra3-a4'),
        purpose: purposes.print,
      }),
      'a booklet for print': await sheetsOf(
        { template: 'leaflet', sheet: sheetNamed('sra3-booklet'), purpose: purposes.print },
        () => {},
      ),
      'a proof': await sheetsOf({ sheet: sheetNamed('a4-eight'), purpose: purposes['soft proof'] }),
      'a draft': await sheetsOf({ status: 'draft' }),
      'leaflets to be cut': await sheetsOf({ template: 'leaflet', sheet: sheetNamed('sra3-a4') }),
      'folded cards': await sheetsOf({ template: 'folded-card', sheet: sheetNamed('a4-folded-cards') }),
      'a booklet': await sheetsOf(
        {
          template: 'leaflet',
          records: [{ name: 'anyshire', sources: exampleWith({ area: 'Abbey ward' }) }],
          sheet: sheetNamed('sra3-booklet'),
        },
        () => {},
      ),
    };
    const questions = Object.entries(files).map(
      ([name, bytes]) => [name, { bytes, flavours: ['ua1', '2a', '2b'] }] as const,
    );
    const verdicts = validate(new Map(questions));
    expect(verdicts).toHaveLength(3 * questions.length);
    expect(verdicts.filter(({ passed }) => !passed)).toEqual([]);
  });
});
