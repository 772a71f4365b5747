import { shownText } from '../pdf/read/content.ts';
import type { PdfFile } from '../pdf/read/file.ts';
import { isArray, nameOf, type PdfDict } from '../pdf/read/objects.ts';
import { textOfElement } from '../pdf/read/structure.ts';
import type { Check } from './profiles.ts';
import type { Subject } from './subject.ts';

/** That text can be read as text, and that its fonts are in the file (ISO 14289-1, 7.21). */
export const checkFonts: Check = (subject, found) => {
  const { file, pages } = subject;
  const told = { embedded: new Set<PdfDict>(), mapped: new Set<PdfDict>() };
  const replaced = replacedContent(subject);
  for (const { index: page } of pages) {
    for (const { dict, name, codes, unmapped } of subject.marks(page).fonts) {
      const shown = name === '' ? 'a font without a name' : `the font \`${name}\``;
      if (codes > 0 && !told.embedded.has(dict) && !isEmbedded(file, dict)) {
        told.embedded.add(dict);
        const hint = 'embed the font: other machines show the words in another one, or not at all';
        found.error('accessible/font-not-embedded', `${shown} is not in the file`, { page }, hint);
      }
      if (unmapped > 0 && !told.mapped.has(dict) && !isPredefined(file, dict)) {
        told.mapped.add(dict);
        const message = `${shown} does not say which characters ${unmapped} of its signs on the page are`;
        found.error('accessible/unreadable-text', message, { page }, 'write the file with `ToUnicode` for each font');
      }
    }
    const odd = shownText(pages[page]!).find(
      ({ text, marks, mcid }) =>
        unreadable.test(text) &&
        !marks.some(({ actualText }) => actualText !== undefined) &&
        !(mcid !== undefined && replaced.has(`${page} ${mcid}`)),
    );
    if (!odd) continue;
    const code = unreadable.exec(odd.text)![0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    const message = `a sign of the font \`${odd.fontName}\` is read as U+${code}, which is no character that can be read aloud`;
    const hint = 'correct `ToUnicode` of the font, or say in `ActualText` what the sign is';
    found.error('accessible/unreadable-text', message, { page }, hint);
  }
};

/** The character that stands for a lost one, those that mean something in one font only, and none at all. */
const unreadable = /[\ufffd\ufffe\uffff\ue000-\uf8ff\0]|[\u{f0000}-\u{10fffd}]/u;

/** Content for which `ActualText` of an element is read. */
function replacedContent(subject: Subject): ReadonlySet<string> {
  const { elements, file } = subject;
  const replaced = new Set<string>();
  for (const element of elements) {
    if (!element.dict.entries.has('ActualText') || textOfElement(file, element, 'ActualText') === undefined) continue;
    for (const leaf of subject.leaves(element)) if (leaf.kind === 'content') replaced.add(`${leaf.page} ${leaf.mcid}`);
    if (replaced.size > 200_000) break;
  }
  return replaced;
}

/** Whether the glyphs of a font are in the file. */
export function isEmbedded(file: PdfFile, font: PdfDict): boolean {
  const subtype = nameOf(file.get(font, 'Subtype'));
  if (subtype === 'Type3') return true;
  const descendants = file.get(font, 'DescendantFonts');
  const described = subtype === 'Type0' && isArray(descendants) ? file.dictOf(descendants[0]) : font;
  const descriptor = described && file.dictOf(described.entries.get('FontDescriptor'));
  if (!descriptor) return false;
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => file.dictOf(descriptor.entries.get(key)) !== undefined);
}

/** Codes of a character collection that every reader knows (9.7.5.2) need no table of their own. */
function isPredefined(file: PdfFile, font: PdfDict): boolean {
  const encoding = nameOf(file.get(font, 'Encoding'));
  return nameOf(file.get(font, 'Subtype')) === 'Type0' && encoding !== undefined && !encoding.startsWith('Identity-');
}
