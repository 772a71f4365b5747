import { standardType } from '../pdf/read/structure.ts';
import type { Check } from './profiles.ts';

/** Words that do not say where a link leads when it is read by itself. */
const empty =
  /^(?:(?:please )?(?:click|tap|press|follow|see|visit|go) (?:on )?(?:here|this|this link|the link|link)|here|this|this link|this page|link|more|read more|learn more|find out more|more info(?:rmation)?|more details|details|continue|go|website|web page|download|cliciwch yma|yma|darllen mwy|mwy)\s*[.…>»›]*$/i;

/** Links as elements: each with what is clicked, and with words that tell where it leads (ISO 14289-1, 7.18.5). */
export const checkLinks: Check = (subject, found) => {
  for (const element of subject.elements) {
    if (standardType(element) !== 'Link') continue;
    let hasAnnotation = false;
    for (const { kind } of subject.leaves(element)) {
      if (kind !== 'object') continue;
      hasAnnotation = true;
      break;
    }
    if (!hasAnnotation) {
      const message = 'a link in the structure has no annotation: it is read as a link, and leads nowhere';
      const hint = 'put a reference to the annotation (`OBJR`) into the `Link`, or tag its words as plain text';
      found.error('accessible/link-without-annotation', message, subject.at(element), hint);
    }
    const words = subject.spoken(element);
    if (!empty.test(words)) continue;
    const message = `the words of a link are \`${words}\`: by themselves they do not say where it leads`;
    found.warning('accessible/link-words', message, subject.at(element), 'name the page that it leads to');
  }
};
