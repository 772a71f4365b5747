import type { PdfFile } from './file.ts';
import { isArray, nameOf, type PdfDict, type PdfObject } from './objects.ts';

const mostAttributes = 1000;

/**
 * The value of an attribute of an element (ISO 32000-2, 14.7.6), resolved: its own, else that of its classes; null where
 * neither has it.
 */
export function attributeOf(
  file: PdfFile,
  classMap: PdfDict | undefined,
  element: PdfDict,
  owner: string,
  key: string,
): PdfObject {
  const classes = listOf(file, file.get(element, 'C')).flatMap((item) => {
    const name = nameOf(file.resolve(item));
    return name !== undefined && classMap ? listOf(file, file.get(classMap, name)) : [];
  });
  for (const item of [...listOf(file, file.get(element, 'A')), ...classes]) {
    // Numbers of revisions stand between the dictionaries (14.7.6.3).
    const dict = file.dictOf(item);
    if (!dict || nameOf(file.get(dict, 'O')) !== owner) continue;
    const value = file.get(dict, key);
    if (value !== null) return value;
  }
  return null;
}

const listOf = (file: PdfFile, object: PdfObject): readonly PdfObject[] => {
  if (object === null) return [];
  return isArray(object) ? object.slice(0, mostAttributes) : [file.resolve(object)];
};
