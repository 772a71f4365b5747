import { isArray } from '../pdf/read/objects.ts';
import { attributeOfElement, standardType, textOfElement } from '../pdf/read/structure.ts';
import type { Check } from './profiles.ts';
import { fold } from './subject.ts';

/** Words that say that there is a picture, and not what is on it. */
const useless =
  /^(?:an? |the )?(?:image|picture|photo|photograph|figure|graphic|graphics|illustration|logo|icon|img|pic|alt|alt text|description|chart|diagram|null|undefined|untitled|spacer|llun|delwedd)[\s\d.:_-]*$/i;
const fileName =
  /^\S+\.(?:png|jpe?g|gif|svg|tiff?|bmp|webp|eps|pdf|ai|psd|emf|wmf|heic)$|^(?:file|https?):\/\/|^[A-Z]:\\/i;

/** Pictures have words that stand for them, and a place (ISO 14289-1, 7.3). */
export const checkFigures: Check = (subject, found) => {
  for (const element of subject.elements) {
    const type = standardType(element);
    if (type !== 'Figure' && type !== 'Formula') continue;
    const where = subject.at(element);
    const alt = textOfElement(subject.file, element, 'Alt');
    const actual = textOfElement(subject.file, element, 'ActualText');
    const what = type === 'Figure' ? 'a picture' : 'a formula';
    const said = fold(alt ?? actual ?? '');
    const describe = 'say in `Alt` what it shows, or mark it as an artifact if it only decorates';
    if (alt === undefined && actual === undefined) {
      found.error('accessible/no-alternative', `${what} has no words that stand for it`, where, describe);
    } else if (said === '') {
      found.error('accessible/useless-alternative', `the words for ${what} are empty`, where, describe);
    } else if (fileName.test(said)) {
      const message = `the words for ${what}, \`${said}\`, are the name of a file`;
      found.error('accessible/useless-alternative', message, where, describe);
    } else if (useless.test(said)) {
      const message = `the words for ${what}, \`${said}\`, do not say what it shows`;
      found.error('accessible/useless-alternative', message, where, describe);
    }
    if (type !== 'Figure' || isArray(attributeOfElement(subject.file, element, 'Layout', 'BBox'))) continue;
    found.warning('accessible/no-box', 'a picture does not say where on the page it stands', where, 'give it `BBox`');
  }
};
