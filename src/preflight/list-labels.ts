import type { StructureElement } from '../pdf/read/structure.ts';
import type { Findings } from './findings.ts';
import type { Subject } from './subject.ts';

/** An item of a list, with its parts. */
export type Item = {
  readonly item: StructureElement;
  readonly label: StructureElement | undefined;
  readonly body: StructureElement | undefined;
};

type Labelled = { readonly label: StructureElement; readonly text: string };

/** Signs alone; some writers take the letter o for a ring. */
const bullets = /^(?:[^\p{L}\p{N}]|o$)+$/u;

/** What the labels of a list look like, by what the list says of them (ISO 32000-2, table 382). */
const expected: { readonly [numbering: string]: { readonly of: RegExp; readonly as: string } } = {
  Disc: { of: bullets, as: 'bullets' },
  Circle: { of: bullets, as: 'bullets' },
  Square: { of: bullets, as: 'bullets' },
  Unordered: { of: bullets, as: 'bullets' },
  Decimal: { of: /\p{N}/u, as: 'numbers' },
  UpperRoman: { of: /^[^\p{L}]*[IVXLCDM]+[^\p{L}]*$/u, as: 'capital Roman numbers' },
  LowerRoman: { of: /^[^\p{L}]*[ivxlcdm]+[^\p{L}]*$/u, as: 'small Roman numbers' },
  UpperAlpha: { of: /\p{Lu}/u, as: 'capital letters' },
  LowerAlpha: { of: /\p{Ll}/u, as: 'small letters' },
  Ordered: { of: /[\p{L}\p{N}]/u, as: 'numbers or letters' },
};

const longestLabel = 60;

/** That the labels of a list have words, count well, are what the list says they are, and are read once. */
export function checkLabels(
  list: StructureElement,
  numbering: string | undefined,
  items: readonly Item[],
  subject: Subject,
  found: Findings,
): void {
  const labelled = items.flatMap(({ label }): Labelled[] => {
    if (!label) return [];
    const text = subject.spoken(label);
    if (text !== '') return [{ label, text }];
    const message = 'the label of an item says nothing, expected a number or a bullet';
    found.error(
      'accessible/empty-label',
      message,
      subject.at(label),
      'mark the number or the bullet as the content of `Lbl`',
    );
    return [];
  });
  checkNumbering(list, numbering, labelled, subject, found);
  checkCount(labelled, subject, found);
  for (const { label, body } of items) {
    const said = label && subject.spoken(label);
    if (!said || !body || said.length > longestLabel) continue;
    const words = subject.spoken(body);
    // A word may begin as a label looks: only what stands apart is a label.
    if (words !== said && !words.startsWith(`${said} `)) continue;
    const message = `the label \`${said}\` is read again at the beginning of its item`;
    found.error('accessible/label-twice', message, subject.at(body), 'mark the label as the content of `Lbl` alone');
  }
}

function checkNumbering(
  list: StructureElement,
  numbering: string | undefined,
  labelled: readonly Labelled[],
  subject: Subject,
  found: Findings,
): void {
  const [first] = labelled;
  if (!first) return;
  const hint = `set \`ListNumbering\` of the list to what its labels are, such as \`${bullets.test(first.text) ? 'Disc' : 'Decimal'}\``;
  if (numbering === undefined || numbering === 'None') {
    const says =
      numbering === undefined ? 'does not say how its items are marked' : 'says that its items are not marked';
    const message = `a list ${says} (\`ListNumbering\`), but they are, as \`${first.text.slice(0, longestLabel)}\``;
    found.error('accessible/list-numbering', message, subject.at(list), hint);
    return;
  }
  const look = expected[numbering];
  const other = look && labelled.find(({ text }) => !look.of.test(text));
  if (!look || !other) return;
  const message = `a list says that its items are marked with ${look.as} (\`${numbering}\`), but one is marked \`${other.text.slice(0, longestLabel)}\``;
  found.error('accessible/list-numbering', message, subject.at(other.label), hint);
}

/** Numbers count by one, from wherever they begin: of `2.3`, the last. */
function checkCount(labelled: readonly Labelled[], subject: Subject, found: Findings): void {
  let before: number | undefined;
  for (const { label, text } of labelled) {
    const digits = /(?:^|\D)(\d{1,6})[.):\]]?$/.exec(text)?.[1];
    if (digits === undefined) return;
    const number = Number(digits);
    if (before !== undefined && number !== before + 1) {
      const message = `an item is numbered \`${text}\` after ${before}, expected ${before + 1}`;
      found.error(
        'accessible/list-count',
        message,
        subject.at(label),
        'correct the number, or tag the items in their order',
      );
    }
    before = number;
  }
}
