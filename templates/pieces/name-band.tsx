import type { ReactElement } from 'react';
import type { Report } from '../../src/diagnostics/diagnostic.ts';
import { At, Block, Frame } from '../../src/typeset/elements.tsx';
import type { Parts } from '../../src/typeset/template.ts';
import { Label, linesTaken } from '../../src/typeset/words.tsx';
import { Logo } from './logo.tsx';
import { fitName, type Setting } from './names.ts';

/** The measures of a band with logo and name, in points. */
export type BandLook = {
  /** Of the page. */
  readonly width: number;
  readonly height: number;
  /** The edge of the page's text, where the logo begins; without a logo, the name does. */
  readonly side: number;
  /** Where the name ends at the right: what is left of the page there. */
  readonly right: number;
  readonly logo: number;
  readonly logoTop: number;
  /** Where the name begins beside a logo. */
  readonly name: number;
  readonly settings: readonly [Setting, ...Setting[]];
  /** The most that words on it may take in height. */
  readonly words: number;
  /** As diagnostics name it. */
  readonly where: string;
};

type NameBandProps = { readonly parts: Parts; readonly look: BandLook; readonly report: Report };

/** Logo and council at the head of a page; in the middle of the band's height. */
export const NameBand = ({ parts, look, report }: NameBandProps): ReactElement => {
  const { faces, brand, palette, edition } = parts;
  const left = brand.logo ? look.name : look.side;
  const width = look.width - left - look.right;
  const name = fitName(edition.record.council, look.settings, width, faces, look.where, report);
  const lines = linesTaken(name.text, name.style, width, faces);
  // A word that is wider than its column takes no number of lines, and preflight tells of it.
  const height = Number.isFinite(lines) ? name.style.leading * lines : look.words;
  return (
    <>
      <Block width={look.width} height={look.height} colour="brand" />
      {brand.logo ? (
        <At left={look.side} top={look.logoTop} width={look.logo}>
          <Logo logo={brand.logo} palette={palette} size={look.logo} />
        </At>
      ) : null}
      <Frame name="council name" left={left} top={(look.height - height) / 2} width={width} height={look.words}>
        <Label runs={name.text} style={name.style} colour="onBrand" />
      </Frame>
    </>
  );
};
