import { standardType } from '../pdf/read/structure.ts';
import type { Check } from './profiles.ts';

/** That the levels of headings go down step by step, from one title (ISO 14289-1, 7.4). */
export const checkHeadings: Check = (subject, found) => {
  let before = 0;
  let titles = 0;
  for (const element of subject.elements) {
    const level = Number(/^H(\d{1,3})$/.exec(standardType(element))?.[1] ?? 0);
    if (level === 0) continue;
    const where = subject.at(element);
    if (level === 1) titles += 1;
    if (level === 1 && titles === 2) {
      const message = 'a second heading of level 1, expected one: the title';
      found.warning('accessible/several-titles', message, where, 'tag what is below the title as `H2` and so on');
    }
    if (before === 0 && level > 1) {
      const message = `the first heading is of level ${level}, expected level 1`;
      found.error('accessible/first-heading', message, where, 'tag the title of the document as `H1`');
    } else if (level > before + 1) {
      const message = `a heading of level ${level} follows one of level ${before}, expected level ${before + 1} at the most`;
      found.error('accessible/skipped-heading', message, where, `tag it as \`H${before + 1}\``);
    }
    before = level;
  }
};
