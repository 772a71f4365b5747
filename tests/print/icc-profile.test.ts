import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { srgbProfile } from '../../src/pdf/icc.ts';
import { conversionOf } from '../../src/print/conversion.ts';
import { readProfile } from '../../src/print/icc-profile.ts';
import { profile } from './pressed.ts';

const place = { kind: 'text', path: 'press.icc' } as const;

const read = (bytes: Uint8Array) => {
  const found: Diagnostic[] = [];
  const made = readProfile(bytes, place, (diagnostic) => found.push(diagnostic));
  return { made, found };
};

/** The profile with other bytes at a place. */
const changed = (at: number, text: string): Uint8Array => {
  const bytes = Buffer.from(profile.bytes);
  bytes.write(text, at, 'latin1');
  return bytes;
};

describe('the profile of a press', () => {
  test('that handbill brings along: coated paper', () => {
    const { made, found } = read(profile.bytes);
    expect(found).toEqual([]);
    expect(made!.description).toContain('FOGRA39');
    expect(made!.identifier).toBe('Custom');
    expect(profile.bytes.length).toBeLessThan(250_000);
  });

  test.each([
    [
      'no profile',
      new TextEncoder().encode('%PDF-1.7\n'.repeat(40)),
      'the file is no ICC profile, expected the profile of a press',
    ],
    ['nothing', new Uint8Array(), 'the file is no ICC profile, expected the profile of a press'],
    ['of a screen', srgbProfile(), 'the profile is for RGB, expected one of a press for CMYK'],
    ['of a scanner', changed(12, 'scnr'), 'the profile is one of a scanner or a camera, expected one of a press'],
    ['grey', changed(16, 'GRAY'), 'the profile is for grey, expected one of a press for CMYK'],
    ['cut off', profile.bytes.subarray(0, 5000), 'the profile is cut off: it says 198048 bytes, and has 5000'],
    ['of tomorrow', changed(8, '\u0005'), 'the profile is of version 5, expected 2 or 4'],
  ])('%s is refused, with a way out', (_, bytes, message) => {
    const { made, found } = read(bytes);
    expect(made).toBeUndefined();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ rule: 'print/profile', severity: 'error', message, place });
    expect(found[0]!.hints[0]).toMatch(/^ask your print unit/);
  });

  test('whose tables are broken is refused when it is used', async () => {
    const tables = Buffer.from(profile.bytes);
    // The tags' names, so that no table is found any more.
    for (let at = 132; at < 132 + 12 * tables.readUInt32BE(128); at += 12) tables.write('none', at, 'latin1');
    const found: Diagnostic[] = [];
    const opened = await conversionOf({ ...profile, bytes: tables }, (diagnostic) => found.push(diagnostic));
    expect(opened).toBeUndefined();
    expect(found.map(({ rule }) => rule)).toEqual(['print/profile']);
  });
});
