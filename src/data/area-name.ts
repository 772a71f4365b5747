import { type Diagnostic, error, type Place } from '../diagnostics/diagnostic.ts';
import { excerpt } from './area-columns.ts';
import type { Noun } from './rule.ts';
import { HIDDEN, nameHidden } from './text.ts';
import { misread } from './windows-1252.ts';

const LONGEST = 200;

/** What hinders a text from being the name of an area; undefined if nothing does. */
export function faultOfName(text: string, place: Place): Diagnostic | undefined {
  const shown = `\`${excerpt(text)}\``;
  const hidden = HIDDEN.exec(text)?.[0];
  const meant = misread(text);
  if (text === '') return error('areas/empty-name', 'the row has no name', place, 'fill it in, or remove the row');
  if (hidden !== undefined) {
    const message = `the name ${shown} holds ${nameHidden(hidden)}`;
    return error('areas/hidden-character', message, place, 'write it on one line, typed afresh');
  }
  if (isFormula(text)) {
    const message = `${shown} is a formula or a sign, expected the name of an area`;
    return error('areas/formula', message, place, 'write the name as it is to be printed');
  }
  if (text.includes('"')) {
    const hint = 'write the name without it, or put the whole cell in double quotes once';
    return error('areas/quotes', `the name ${shown} holds a double quote`, place, hint);
  }
  // A stroke alone is a part of many names: "Bow/Bromley".
  if (/(^|[\\/])\.{1,2}([\\/]|$)|\\|^\//.test(text)) {
    const message = `${shown} is a path of files, expected the name of an area`;
    return error('areas/path', message, place, 'write the name as it is to be printed');
  }
  if (text.length > LONGEST && [...text].length > LONGEST) {
    const message = `${shown} has ${[...text].length} characters, expected at most ${LONGEST}`;
    return error('areas/too-long', message, place, 'check that the cell holds one name');
  }
  if (meant !== undefined) {
    const message = `${shown} has wrong letters: it was \`${excerpt(meant)}\` before the file was saved as it is`;
    return error('areas/misread', message, place, 'export the list again, as `CSV UTF-8`');
  }
  return undefined;
}

/** What a spreadsheet would calculate: no name of an area begins so. */
export const isFormula = (text: string): boolean => /^[=+@-]/.test(text);

/**
 * A name as it is printed. In a column `name` it is written out; the lists of the Office for National Statistics end
 * divisions in ` ED`, and wards in nothing.
 */
export function displayName(text: string, noun: Noun | undefined): string {
  const name = text.replace(/\s+/g, ' ');
  if (noun === undefined) return name;
  const plain = name.replace(/ ED( \(DET\))?$/, '');
  const said = plain === name ? noun : 'division';
  return new RegExp(`(^| )(ward|division|${said})$`, 'i').test(plain) ? plain : `${plain} ${said}`;
}
