import type { ReactElement } from 'react';
import type { Section } from '../../src/content/edition.ts';
import { At, Panel, Rule } from '../../src/typeset/elements.tsx';
import { space, type TypeStyle } from '../../src/typeset/scale.ts';
import { Heading, HeadingNumber, runsOf } from '../../src/typeset/words.tsx';

/** How a section begins: lengths in points. */
export type SectionLook = {
  /** Of the rule above it. */
  readonly measure: number;
  /** The column of its number, and where its heading begins. */
  readonly number: number;
  readonly heading: number;
  readonly styles: { readonly sectionNumber: TypeStyle; readonly h2: TypeStyle; readonly body: TypeStyle };
  /** Between the heading and what it heads. */
  readonly gap: number;
};

type SectionHeadProps = { readonly section: Section; readonly look: SectionLook };

/** Rule, number, and the heading beside it; never alone at a page's foot. */
export const SectionHead = ({
  section,
  look: { measure, number, heading, styles, gap },
}: SectionHeadProps): ReactElement => (
  <Panel
    role="H2"
    colour="paper"
    padding={{ top: space.l, bottom: 0, left: heading, right: 0 }}
    minHeight={space.l + styles.sectionNumber.leading}
    presence={gap + 2 * styles.body.leading}
  >
    <At left={0} top={space.xs} width={measure}>
      <Rule colour="brand" thickness={2} />
    </At>
    <At left={0} top={space.l} width={number}>
      <HeadingNumber number={section.number} style={styles.sectionNumber} />
    </At>
    <Heading level={2} id={section.id} runs={runsOf(section.heading, 700)} style={styles.h2} place={section.place} />
  </Panel>
);
