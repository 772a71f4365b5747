import { nameOf } from '../pdf/read/objects.ts';
import type { Check } from './profiles.ts';

/** What is no content says of what kind it is, and is not mixed with content (ISO 14289-1, 7.1; ISO 32000-1, 14.8.2.2). */
export const checkArtifacts: Check = (subject, found) => {
  if (!subject.structure) return;
  const { file, pages } = subject;
  for (const { index: page } of pages) {
    for (const { tag, mcid, properties, around } of subject.marks(page).sequences) {
      if (tag === 'Artifact') {
        const outer = around.findLast((each) => each.mcid !== undefined && each.tag !== 'Artifact');
        if (outer) {
          const message = `an artifact stands in the content of an element (\`${outer.tag}\`)`;
          found.error(
            'accessible/artifact-in-content',
            message,
            { page },
            'end the content before the artifact begins',
          );
        }
        const type = properties && nameOf(file.get(properties, 'Type'));
        const subtype = properties && nameOf(file.get(properties, 'Subtype'));
        // An artifact within another is of its kind.
        if (around.some((each) => each.tag === 'Artifact')) continue;
        if (type === undefined) {
          const message = 'an artifact does not say of what kind it is';
          found.warning(
            'accessible/artifact-kind',
            message,
            { page },
            'give it `Type`: `Pagination`, `Layout`, `Page` or `Background`',
          );
        } else if (type === 'Pagination' && subtype === undefined) {
          const message = 'an artifact of pagination does not say whether it is a header, a footer or a watermark';
          found.warning(
            'accessible/artifact-kind',
            message,
            { page },
            'give it `Subtype`: `Header`, `Footer` or `Watermark`',
          );
        }
      } else if (mcid !== undefined && around.some((each) => each.tag === 'Artifact')) {
        const message = `content of an element (\`${tag}\`) stands in an artifact`;
        found.error('accessible/artifact-in-content', message, { page }, 'end the artifact before the content begins');
      }
    }
  }
};
