import { describe, expect, test } from 'vitest';
import {
  content,
  type Damage,
  damaged,
  firstContent,
  foundIn,
  metadata,
  claim,
  rulesOf,
  secondContent,
  sound,
  title,
  written,
} from './tagged.ts';
import { stream } from '../pdf/read/made.ts';

test('nothing is found in a sound file', () => {
  expect(foundIn(written(sound))).toEqual([]);
});

const element = (type: string, kids: string, more = ''): string => `<< /S /${type} /Pg 3 0 R /K [${kids}] ${more} >>`;

type Fault = readonly [rule: string, what: string, damage: Damage];

const document: readonly Fault[] = [
  ['untagged', 'no structure tree', { 1: ['/StructTreeRoot 6 0 R', ''] }],
  ['not-marked', 'a tree, and no mark', { 1: ['/MarkInfo << /Marked true >>', ''] }],
  ['suspects', 'suspects', { 1: ['/Marked true', '/Marked true /Suspects true'] }],
  ['no-language', 'no language', { 1: ['/Lang (en-GB)', ''] }],
  ['no-language', 'an empty language', { 1: ['(en-GB)', '()'] }],
  ['malformed-language', 'a language as systems write it', { 1: ['en-GB', 'en_GB'] }],
  ['malformed-language', 'a language in words', { 22: ['/K', '/Lang (English) /K'] }],
  ['no-title', 'no title', { 8: metadata(claim) }],
  ['file-name-as-title', 'the name of a file as the title', { 8: metadata(title('leaflet_final2.docx') + claim) }],
  ['file-name-as-title', 'the title that a program gives', { 8: metadata(title('Microsoft Word - Leaflet') + claim) }],
  ['title-not-shown', 'a title that is not shown', { 1: ['/ViewerPreferences << /DisplayDocTitle true >>', ''] }],
  ['no-claim', 'no claim', { 8: metadata(title('Keep safe')) }],
  ['tab-order', 'a page without the order of tabs', { 3: ['/Tabs /S', '/Tabs /R'] }],
  ['unknown-type', 'a type of its own', { 22: ['/S /P', '/S /Absatz'] }],
  [
    'circular-role',
    'a role map that goes round',
    { 6: ['/K', '/RoleMap << /A /B /B /A >> /K'], 22: ['/S /P', '/S /A'] },
  ],
];

const structure: readonly Fault[] = [
  ['skipped-heading', 'a heading of level 3 after one of level 1', { 51: ['/H2', '/H3'] }],
  ['first-heading', 'a first heading of level 2', { 21: ['/H1', '/H2'] }],
  ['several-titles', 'two headings of level 1', { 51: ['/H2', '/H1'] }],
  ['list-content', 'a paragraph in a list', { 24: ['28 0 R', '28 0 R 60 0 R'], 20: ['60 0 R', ''] }],
  ['list-content', 'an item outside a list', { 31: ['/S /L', '/S /Div'] }],
  ['nested-list', 'a list beside the items', { 24: ['28 0 R', '28 0 R 31 0 R'], 30: ['6 31 0 R', '6'] }],
  ['nested-list', 'a list beside the body of an item', { 28: ['30 0 R', '30 0 R 31 0 R'], 30: ['6 31 0 R', '6'] }],
  [
    'no-list-body',
    'an item without a body',
    { 25: ['/K [26 0 R 27 0 R]', '/K [26 0 R 27 0 R]'], 27: ['/LBody', '/P'] },
  ],
  [
    'list-numbering',
    'a list that does not say how it is marked',
    { 24: ['/A << /O /List /ListNumbering /Decimal >>', ''] },
  ],
  ['list-numbering', 'numbers in a list without marks', { 24: ['/Decimal', '/None'] }],
  ['list-numbering', 'numbers in a list of bullets', { 24: ['/Decimal', '/Disc'] }],
  ['list-numbering', 'bullets in a numbered list', { 31: ['/Disc', '/Decimal'] }],
  [
    'list-numbering',
    'a class that says it wrongly',
    {
      6: ['/K', '/ClassMap << /C << /O /List /ListNumbering /Square >> >> /K'],
      24: ['/A << /O /List /ListNumbering /Decimal >>', '/C /C'],
    },
  ],
  ['list-count', 'a number that is left out', { 4: content(firstContent, '(2.)', '(4.)') }],
  ['empty-label', 'a label of spaces', { 4: content(firstContent, '(1.)', '( )') }],
  [
    'label-twice',
    'a number that is read twice',
    { 4: content(firstContent, '(Ring the office)', '(1. Ring the office)') },
  ],
  [
    'table-rows',
    'a row with a cell too few',
    { 42: ['45 0 R 46 0 R', '45 0 R'], 45: ['/K [11]', '/K [11 12]'], 7: ['45 0 R 46 0 R', '45 0 R 45 0 R'] },
  ],
  ['table-rows', 'a cell that reaches too far', { 45: ['/K [11]', '/A << /O /Table /ColSpan 2 >> /K [11]'] }],
  [
    'table-rows',
    'a cell that reaches down, and too many beside it',
    { 43: ['/Scope /Column', '/Scope /Column /RowSpan 2'] },
  ],
  ['no-header-cells', 'a table of data alone', { 43: ['/TH', '/TD'], 44: ['/TH', '/TD'] }],
  ['no-scope', 'a head that does not say what it heads', { 43: ['/A << /O /Table /Scope /Column >>', ''] }],
  ['table-headers', 'a head that names itself', { 43: ['/A <<', '/ID (h) /A << /Headers [(h)]'] }],
  ['table-headers', 'a head that is not there', { 45: ['/K', '/A << /O /Table /Headers [(x)] >> /K'] }],
  ['no-alternative', 'a picture without words', { 50: ['/Alt (The town hall of Anytown)', ''] }],
  ['useless-alternative', 'empty words', { 50: ['The town hall of Anytown', ''] }],
  ['useless-alternative', 'the name of a file', { 50: ['The town hall of Anytown', 'IMG_2034.JPG'] }],
  ['useless-alternative', 'words that say nothing', { 50: ['The town hall of Anytown', 'Image 3'] }],
  ['no-box', 'a picture without a place', { 50: ['/A << /O /Layout /BBox [50 450 150 500] >>', ''] }],
  ['note-id', 'a note without an ID', { 61: ['/ID (note-1)', ''] }],
  ['same-id', 'an ID that stands twice', { 60: ['/K', '/ID (note-1) /K'] }],
  ['empty-element', 'a paragraph of nothing', { 20: ['60 0 R', '60 0 R 62 0 R'], 62: element('P', '') }],
  ['hidden-words', 'words that stand for more than they say', { 22: ['/K', '/ActualText (Read the guidance) /K'] }],
  [
    'hidden-words',
    'a text for a paragraph that leaves words out',
    { 60: ['/K [0 61 0 R]', '/ActualText (Ask) /K [0 61 0 R]'] },
  ],
  ['hidden-words', 'a text for a heading that leaves words out', { 51: ['/K', '/ActualText (At the) /K'] }],
  ['hidden-words', 'another text for a link in a paragraph', { 22: ['/K', '/Alt (A link) /K'] }],
];

const links: readonly Fault[] = [
  [
    'annotation-outside-tree',
    'a link that no element holds',
    {
      3: ['[9 0 R]', '[9 0 R 70 0 R]'],
      70: '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /Contents (Elsewhere) /A << /S /URI /URI (https://a.example) >> >>',
    },
  ],
  ['link-without-annotation', 'a link that leads nowhere', { 60: ['/S /P', '/S /Link'] }],
  ['annotation-page', 'a reference that names another page', { 23: ['/OBJR /Pg 3 0 R', '/OBJR /Pg 10 0 R'] }],
  ['annotation-parent', 'an annotation that says it is elsewhere', { 7: ['2 23 0 R', '2 22 0 R'] }],
  ['annotation-parent', 'an annotation that does not say where it is', { 9: ['/StructParent 2', ''] }],
  ['annotation-contents', 'a link without words', { 9: ['/Contents (the website of the council)', ''] }],
  ['link-words', 'words that say nothing', { 4: content(firstContent, 'the website of the council', 'click here') }],
];

const belonging: readonly Fault[] = [
  ['content-twice', 'content of two elements', { 51: ['/K [14]', '/K [14 1]'] }],
  [
    'content-twice',
    'two contents of one number',
    { 4: stream(`${firstContent}\n/H2 <</MCID 14>> BDC BT /F 12 Tf 50 300 Td (Again) Tj ET EMC`) },
  ],
  ['content-missing', 'content that is not on the page', { 51: ['/K [14]', '/K [14 99]'] }],
  [
    'content-not-read',
    'content of no element',
    { 4: stream(`${firstContent}\n/P <</MCID 15>> BDC BT /F 12 Tf 50 300 Td (Lost) Tj ET EMC`) },
  ],
  ['parent-tree', 'a parent tree that names another element', { 7: ['60 0 R', '22 0 R'] }],
  ['parent-tree', 'a parent tree that names none', { 10: ['/StructParents 1', ''] }],
  [
    'artifact-kind',
    'an artifact of no kind',
    { 4: content(firstContent, '/Artifact <</Type /Pagination /Subtype /Footer>> BDC', '/Artifact BMC') },
  ],
  ['artifact-kind', 'an artifact that is neither head nor foot', { 4: content(firstContent, ' /Subtype /Footer', '') }],
  [
    'artifact-in-content',
    'an artifact in a paragraph',
    {
      11: content(
        secondContent,
        'BT /F 12 Tf 50 700',
        '/Artifact <</Type /Layout>> BDC 0 0 1 1 re f EMC BT /F 12 Tf 50 700',
      ),
    },
  ],
  [
    'artifact-in-content',
    'a paragraph in an artifact',
    { 11: stream(`/Artifact <</Type /Layout>> BDC\n${secondContent}\nEMC`) },
  ],
  ['damaged-tree', 'an element that stands in itself', { 22: ['23 0 R', '23 0 R 20 0 R'] }],
  ['damaged-tree', 'an element that is missing', { 20: ['60 0 R', '60 0 R 99 0 R'] }],
];

const words: readonly Fault[] = [
  [
    'font-not-embedded',
    'one of the standard fonts',
    { 5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>' },
  ],
  [
    'unreadable-text',
    'signs without characters',
    { 5: ['/BaseEncoding /WinAnsiEncoding', '/BaseEncoding /WinAnsiEncoding /Differences [75 /g001]'] },
  ],
  [
    'unreadable-text',
    'the sign for a lost character',
    {
      5: ['/Encoding', '/ToUnicode 71 0 R /Encoding'],
      71: stream('1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <4b> <fffd> endbfchar'),
    },
  ],
  [
    'unreadable-text',
    'a character of one font only',
    {
      5: ['/Encoding', '/ToUnicode 71 0 R /Encoding'],
      71: stream('1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <4b> <e001> endbfchar'),
    },
  ],
  [
    'reading-order',
    'a heading that is read after what stands below it',
    { 20: ['21 0 R 22 0 R 24 0 R', '21 0 R 24 0 R 22 0 R'] },
  ],
];

describe.each(Object.entries({ document, structure, links, belonging, words }))('%s', (_, faults) => {
  test.each(faults)('accessible/%s: %s', (rule, _what, damage) => {
    expect(rulesOf(foundIn(written(damaged(damage))))).toEqual([`accessible/${rule}`]);
  });
});

const noFault: readonly (readonly [what: string, damage: Damage])[] = [
  [
    'a type of its own that is mapped',
    { 6: ['/K', '/RoleMap << /Absatz /Text /Text /P >> /K'], 22: ['/S /P', '/S /Absatz'] },
  ],
  ['a type of PDF 2.0 in its namespace', { 60: ['/S /P', '/S /Aside /NS << /NS (http://iso.org/pdf2/ssn) >>'] }],
  [
    'a cell that reaches down over a row',
    {
      40: ['41 0 R 42 0 R', '41 0 R 42 0 R 47 0 R'],
      45: ['/K [11]', '/A << /O /Table /RowSpan 2 >> /K [11]'],
      46: ['/K [12]', '/K []'],
      47: '<< /S /TR /Pg 3 0 R /K [48 0 R] >>',
      48: '<< /S /TD /Pg 3 0 R /K [12] >>',
      7: ['45 0 R 46 0 R', '45 0 R 48 0 R'],
    },
  ],
  [
    'heads that are named by their cells',
    { 43: ['/A << /O /Table /Scope /Column >>', '/ID (h)'], 45: ['/K', '/A << /O /Table /Headers [(h)] >> /K'] },
  ],
  [
    'a text that says all that it stands for',
    { 22: ['/K', '/ActualText (Read the guidance on the website of the council.) /K'] },
  ],
  [
    'a list that begins with another number',
    { 4: stream(firstContent.replace('(1.)', '(7.)').replace('(2.)', '(8.)')) },
  ],
  ['a language with script and region', { 1: ['en-GB', 'zh-Hant-HK'] }],
  // Two columns: what begins the second one stands above what ends the first.
  ['a second column', { 4: content(firstContent, '50 400 Td (At the count)', '350 600 Td (At the count)') }],
  // A box of another group that is read late, and painted late.
  [
    'a box that is read at the end',
    { 51: ['/S /H2', '/S /Sect'], 4: content(firstContent, '50 400 Td (At the count)', '50 720 Td (At the count)') },
  ],
];

test.each(noFault)('no fault: %s', (_, damage) => {
  expect(foundIn(written(damaged(damage)))).toEqual([]);
});
