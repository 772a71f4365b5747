import { isA, textOfString } from '../pdf/read/objects.ts';
import type { Check } from './profiles.ts';

/** Whether the file is tagged at all, and whether its tree can be gone through (ISO 14289-1, 7.1). */
export const checkTagging: Check = ({ file, structure }, found) => {
  const info = file.dictOf(file.catalog.entries.get('MarkInfo'));
  const isMarked = info !== undefined && file.get(info, 'Marked') === true;
  const writeAgain = 'write the file again from its source, as a tagged PDF';
  if (!structure) {
    const claim = isMarked ? 'the file says that it is tagged, but has no structure tree' : 'the file is not tagged';
    found.error('accessible/untagged', `${claim}: it has neither headings nor an order of reading`, {}, writeAgain);
    return;
  }
  if (!isMarked) {
    const message =
      'the file has a structure tree, but does not say that it is tagged: many readers pass the tree over';
    found.error('accessible/not-marked', message, {}, 'set `Marked` of `MarkInfo` in the catalog to true');
  }
  if (info && file.get(info, 'Suspects') === true) {
    const message = 'the file says of itself that its tags may be wrong (`Suspects`)';
    found.warning('accessible/suspects', message, {}, 'check the tags by hand, and take `Suspects` away');
  }
  if (!structure.elements.some(({ kids }) => kids.some(({ kind }) => kind !== 'element'))) {
    found.error('accessible/empty-tree', 'the structure tree holds none of the words on the pages', {}, writeAgain);
  }
  for (const fault of structure.faults) {
    found.error('accessible/damaged-tree', `the structure tree is damaged: ${fault}`, {}, writeAgain);
  }
};

/** That every structure type is a standard one or mapped to one (ISO 14289-1, 7.1; ISO 32000-1, 14.7.3). */
export const checkTypes: Check = ({ elements }, found) => {
  const told = new Set<string>();
  for (const element of elements) {
    const { role, type, page } = element;
    if (role.kind === 'standard' || told.has(type)) continue;
    told.add(type);
    const where = { page, element };
    if (role.kind === 'circular') {
      const message = `the role map leads from \`${type}\` back to itself, expected a standard structure type at the end`;
      found.error('accessible/circular-role', message, where, `map \`${type}\` to a standard type, such as \`P\``);
    } else {
      const message = `\`${type}\` is no standard structure type, and the role map does not say what it stands for`;
      found.error('accessible/unknown-type', message, where, `map \`${type}\` to a standard type, such as \`P\``);
    }
  }
};

/** A tag of a language as BCP 47 has it: language, script, region, variants, extensions, private use. */
const languageTag =
  /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?$|^[ix](?:-[a-z\d]{1,8})+$/i;

/** That the document says its language, and each part that says one says it well (ISO 14289-1, 7.2). */
export const checkLanguage: Check = (subject, found) => {
  const { file, elements } = subject;
  const hint = 'name the language as `en-GB` or `cy`';
  const own = file.get(file.catalog, 'Lang');
  const language = isA(own, 'string') ? textOfString(own) : undefined;
  if (language === undefined || language === '') {
    found.error('accessible/no-language', 'the document does not say in which language it is', {}, hint);
  } else if (!isTag(language)) {
    found.error('accessible/malformed-language', `\`${language}\` is not the name of a language`, {}, hint);
  }
  for (const element of elements) {
    const given = file.get(element.dict, 'Lang');
    if (!isA(given, 'string')) continue;
    const text = textOfString(given);
    if (text === '' || isTag(text)) continue;
    found.error(
      'accessible/malformed-language',
      `\`${text}\` is not the name of a language`,
      subject.at(element),
      hint,
    );
  }
};

const isTag = (text: string): boolean => text.length <= 100 && languageTag.test(text);
