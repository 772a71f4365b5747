import { expect } from 'vitest';
import type { Contact } from '../../src/data/record.ts';
import type { LaidPage } from '../../src/typeset/laid.ts';
import { leaflet } from '../../templates/leaflet/leaflet.tsx';
import { type Changes, example, exampleWith, setOf, type SetPages } from '../sources.ts';
import { type TextLine, textBoxes, textLines } from '../typeset/laid-text.ts';

export const { council } = example().record;
export const set = (changes: Changes = {}): Promise<SetPages> => setOf(leaflet, exampleWith(changes));

/** Contacts of the council that may be left out. */
export const noneOptional = {
  returningOfficer: { title: 'Returning Officer', phones: ['01632 960 001'] },
  electoralServices: undefined,
  feoa: undefined,
  alternativeFormats: undefined,
  issuedBy: undefined,
} satisfies Changes['council'];

export const parish = { ...council.election, name: 'Parish elections', kind: 'parish' } as const;

export const deputy: Contact = { title: 'Deputy Returning Officer', name: 'Tomos Gruffydd', phones: ['01632 960 004'] };

export const longEmail = 'electoral.registration@basingstoke-borough.example';

export const LONG_COUNCIL = 'Basingstoke, Hartlepool and Saffron Waldens Councils';
export const LONG_AREA = 'Bishop’s Castle, Clun, Chirbury and Worthen East ward';

/** Every way in which a leaflet may differ that a council can bring about. */
export const cases = {
  example: set(),
  area: set({ area: 'Abbey ward' }),
  'nothing optional': set({ council: noneOptional, words: 'none' }),
  parish: set({ council: { election: parish } }),
  'no advisor': set({ council: { feoa: undefined } }),
  'four contacts': set({ council: { deputyReturningOfficers: [deputy] } }),
  'an email too long for a column': set({
    council: { electoralServices: { ...council.electoralServices!, email: longEmail } },
  }),
  'long names': set({ council: { name: LONG_COUNCIL, issuedBy: undefined }, area: LONG_AREA }),
  'two forces': set({ council: { police: [{ name: 'Anyshire Police' }, { name: 'Northmoor Constabulary' }] } }),
} as const;

export type Case = keyof typeof cases;
export const names = Object.keys(cases) as Case[];

export const find = (pages: readonly LaidPage[], page: number, text: string): TextLine => {
  const found = textLines(pages).filter((line) => line.page === page && line.text === text);
  expect([text, found.length]).toEqual([text, 1]);
  return found[0]!;
};

/** Whether it stands in the text of the page, not in its foot. */
export const inText = ({ top }: { readonly top: number }): boolean => top < 790;

export const near = (value: number): unknown => expect.closeTo(value, 0);

/** The place of a line, each measure within half a point. */
export const place = ({ left, top, baseline, size, leading, bold, colour }: TextLine) => ({
  left,
  top,
  baseline,
  type: `${size}/${leading}${bold ? ' bold' : ''}`,
  colour,
});

export const at = (left: number, top: number, baseline: number, type: string, colour: string) => ({
  left: near(left),
  top: near(top),
  baseline: near(baseline),
  type,
  colour,
});

export const INK = '#1a1a1a';
export const QUIET = '#484f53';
export const PAPER = '#ffffff';
export const BRAND = '#0b4f35';
export const EMERGENCY = '#b00020';
export const TINT = '#f0f4f3';
export const RULE = '#b1b4b6';

/** The role of the last text of each page but the last. */
export const lastRoles = (pages: readonly LaidPage[]): string[] => {
  const boxes = textBoxes(pages).filter(inText);
  return pages.slice(0, -1).map((_, i) => boxes.findLast(({ page }) => page === i + 1)!.role);
};

/** Single lines of texts that stand on two pages. */
export const loneLines = (pages: readonly LaidPage[]): string[] => {
  const boxes = textBoxes(pages).filter(inText);
  return boxes
    .filter(
      (box) =>
        box.lines.length === 1 &&
        boxes.some((part) => part.serial === box.serial && part.page !== box.page && part.words === box.words),
    )
    .map(({ text }) => text);
};
