import { describe, expect, test } from 'vitest';
import { collisions, folderName, outputName, sheetsName } from '../../src/output-names.ts';

const leaflet = {
  council: 'anyshire',
  template: 'leaflet',
  language: 'en',
  kind: 'pdf',
  variant: 'final',
} as const;

describe('the name of a file', () => {
  test.each([
    [leaflet, 'anyshire/leaflet.en.pdf'],
    [{ ...leaflet, area: 'Abbey ward' }, 'anyshire/abbey-ward/leaflet.en.pdf'],
    [{ ...leaflet, template: 'wallet-card', kind: 'sheet' as const }, 'anyshire/wallet-card.en.sheet.pdf'],
    [{ ...leaflet, variant: 'draft' as const }, 'anyshire/leaflet.en.draft.pdf'],
    [
      { ...leaflet, template: 'wallet-card', kind: 'sheet' as const, variant: 'draft' as const },
      'anyshire/wallet-card.en.sheet.draft.pdf',
    ],
    [{ ...leaflet, language: 'cy' as const }, 'anyshire/leaflet.cy.pdf'],
    [{ ...leaflet, purpose: 'print' as const }, 'anyshire/leaflet.en.print.pdf'],
    [{ ...leaflet, purpose: 'proof' as const }, 'anyshire/leaflet.en.proof.pdf'],
    [{ ...leaflet, purpose: 'screen' as const }, 'anyshire/leaflet.en.pdf'],
    [{ ...leaflet, purpose: 'print' as const, variant: 'draft' as const }, 'anyshire/leaflet.en.print.draft.pdf'],
    [{ ...leaflet, purpose: 'print' as const, kind: 'job' as const }, 'anyshire/leaflet.en.print.job.yaml'],
    [
      { ...leaflet, purpose: 'print' as const, kind: 'sheet' as const, variant: 'draft' as const },
      'anyshire/leaflet.en.sheet.print.draft.pdf',
    ],
    [{ ...leaflet, purpose: 'print' as const, kind: 'sheet-job' as const }, 'anyshire/leaflet.en.sheet.print.job.yaml'],
  ])('%j', (named, expected) => {
    expect(outputName(named)).toBe(expected);
  });

  test('of sheets of several councils is that of the sheet', () => {
    const sheet = { sheet: 'sra3-cards', language: 'cy-en', variant: 'final' } as const;
    expect(sheetsName(sheet)).toBe('sheets/sra3-cards.cy-en.sheet.pdf');
    expect(sheetsName({ ...sheet, purpose: 'print', kind: 'sheet-job' })).toBe(
      'sheets/sra3-cards.cy-en.sheet.print.job.yaml',
    );
  });

  test('tells all variants of one edition apart', () => {
    const names = (['final', 'draft'] as const).flatMap((variant) =>
      (['pdf', 'sheet'] as const).flatMap((kind) =>
        (['en', 'cy'] as const).map((language) => outputName({ ...leaflet, variant, kind, language })),
      ),
    );
    expect(new Set(names).size).toBe(8);
  });
});

describe('a name as a folder', () => {
  test.each([
    ['Abbey', 'abbey'],
    ["St Mary's & St John’s", 'st-marys-and-st-johns'],
    ['Llanfair-y-Ŵyl', 'llanfair-y-wyl'],
    ['Tòrlundaigh', 'torlundaigh'],
    ['Îles', 'iles'],
    ['Þórsgötu Æbleø Straße Łódź', 'thorsgotu-aebleo-strasse-lodz'],
    ['İstanbul', 'istanbul'],
    ['ﬁeld №4', 'field-no4'],
    ['Bryn-y-maen, Dwygyfylchi & Capelulo', 'bryn-y-maen-dwygyfylchi-and-capelulo'],
    ['  trailing dots and spaces. . ', 'trailing-dots-and-spaces'],
    ['../../etc/passwd', 'etc-passwd'],
    ['..\\..\\windows', 'windows'],
    ['/absolute', 'absolute'],
    ['C:\\temp', 'c-temp'],
    ['name:stream', 'name-stream'],
    ['=HYPERLINK("x")', 'hyperlink-x'],
    ['{{council}}', 'council'],
    ['a\u0000b\u0007c', 'a-b-c'],
    ['zero\u200Bwidth\u00ADhyphen', 'zerowidthhyphen'],
    ['Abbey 🏰', 'abbey'],
  ])('%j', (name, expected) => {
    expect(folderName(name)).toBe(expected);
  });

  test('is the same for both forms of an accent', () => {
    expect(folderName('Ŵyl'.normalize('NFD'))).toBe(folderName('Ŵyl'.normalize('NFC')));
    expect(folderName('🏰é'.normalize('NFD'))).toBe(folderName('🏰é'.normalize('NFC')));
  });

  test.each(['con', 'PRN', 'Aux', 'nul', 'COM1', 'com0', 'COM¹', 'lpt9', 'CONIN$', 'conout$', 'CLOCK$', 'NUL.'])(
    'is never the device %s',
    (name) => {
      expect(folderName(name)).toMatch(/-area$/);
    },
  );

  test('of a device with an ending is no device', () => {
    expect(folderName('con.txt')).toBe('con-txt');
    expect(folderName('lpt1.pdf')).toBe('lpt1-pdf');
  });

  test.each(['', '   ', '...', '🏰', '選挙区', 'Αβ', '---', '&'])('of %j is never empty', (name) => {
    expect(folderName(name)).toMatch(/^(area-[0-9a-f]{8}|and)$/);
  });

  test('differs for names of which no letter is left', () => {
    expect(folderName('選挙区')).not.toBe(folderName('選挙'));
    expect(folderName('選挙区')).toBe('area-5c3dff3e');
  });

  test('is cut when it is long, and stays apart from its like', () => {
    const long = 'North and South and '.repeat(10);
    const names = [folderName(`${long}East`), folderName(`${long}West`)];
    expect(new Set(names).size).toBe(2);
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(60);
      expect(name).toMatch(/^north-and-south-.*-[0-9a-f]{8}$/);
    }
    expect(folderName('a'.repeat(60))).toBe('a'.repeat(60));
    expect(folderName('a'.repeat(61))).toMatch(/^a{51}-[0-9a-f]{8}$/);
  });
});

/** A small generator of numbers from 0 up to 1 that always gives the same row (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const MORSELS = [
  ...[
    '..',
    '/',
    '\\',
    '.',
    ' ',
    ':',
    '*',
    '?',
    '"',
    '<',
    '>',
    '|',
    '\u0000',
    '\n',
    '-',
    '_',
    '%2e',
    '~',
    '$',
    '&',
    "'",
  ],
  ...[
    'con',
    'NUL',
    'com1',
    'a',
    'Z',
    '9',
    'ward',
    'ŵ',
    'w\u0302',
    'ß',
    'İ',
    'ı',
    'Σ',
    'ς',
    '選',
    '🏰',
    '\ud800',
    '\u202e',
  ],
];

const random = seeded(20_250_501);
const strange = Array.from({ length: 3000 }, () =>
  Array.from({ length: Math.floor(random() * 40) }, () => MORSELS[Math.floor(random() * MORSELS.length)]).join(''),
);

describe('whatever a name holds', () => {
  test('its folder is safe everywhere', () => {
    for (const name of strange) {
      const folder = folderName(name);
      expect(folder, JSON.stringify(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(folder.length, JSON.stringify(name)).toBeLessThanOrEqual(60);
      expect(folder, JSON.stringify(name)).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)$/);
      expect(folderName(folder), JSON.stringify(name)).toBe(folder);
      expect(folderName(name.normalize('NFD')), JSON.stringify(name)).toBe(folderName(name.normalize('NFC')));
    }
  });

  test('its file lies two folders down and has one ending', () => {
    for (const area of strange) {
      const parts = outputName({ ...leaflet, area }).split('/');
      expect(parts).toHaveLength(3);
      expect([parts[0], parts[2]]).toEqual(['anyshire', 'leaflet.en.pdf']);
    }
  });

  test('an area is never a file of its council', () => {
    const files = new Set(['leaflet.en.pdf', 'wallet-card.en.pdf', 'wallet-card.en.sheet.pdf']);
    for (const area of [...files, ...strange]) expect(files.has(folderName(area))).toBe(false);
  });
});

describe('collisions', () => {
  test('are none where names differ', () => {
    expect(
      collisions([
        ['Abbey', 'a/abbey/x.pdf'],
        ['Priory', 'a/priory/x.pdf'],
      ]),
    ).toEqual([]);
  });

  test('are found over case and the form of accents', () => {
    const names = [
      ['Abbey', 'a/Abbey.pdf'],
      ['abbey', 'a/abbey.pdf'],
      ['Ŵyl', 'a/\u0174yl.pdf'],
      ['Ŵyl again', 'a/W\u0302yl.pdf'],
      ['Priory', 'a/priory.pdf'],
    ] as const;
    expect(collisions(names)).toEqual([
      { name: 'a/Abbey.pdf', records: ['Abbey', 'abbey'] },
      { name: 'a/\u0174yl.pdf', records: ['Ŵyl', 'Ŵyl again'] },
    ]);
  });

  test('are found for names that people tell apart and folders do not', () => {
    const areas = ["St Mary's", 'St Marys', 'St. Mary’s', 'St Mary'];
    const found = collisions(areas.map((area) => [area, outputName({ ...leaflet, area })] as const));
    expect(found).toEqual([
      { name: 'anyshire/st-marys/leaflet.en.pdf', records: ["St Mary's", 'St Marys', 'St. Mary’s'] },
    ]);
  });
});
