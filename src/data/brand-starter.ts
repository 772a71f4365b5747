import { stringify } from 'yaml';
import type { Hex } from './brand.ts';
import { contrast, floor } from './contrast.ts';
import type { Seen } from './logo-colours.ts';

/** What a brand is begun with. */
export type BrandStart = {
  readonly name: string;
  /** The band's colour. */
  readonly brand: Hex;
  /** Where the colour comes from, and what it was before it was darkened. */
  readonly origin: { readonly from: 'logo' | 'given' | 'nowhere'; readonly original: Hex };
  /** Other colours of the logo. */
  readonly accents: readonly Seen[];
};

/** What a colour is where a logo has none and none was given: dark and neutral, so that white words can be read on it. */
export const neutralBrand: Hex = '#2b3a4a';

/** A brand's file, begun from a logo, with notes for people. */
export function brandFromLogo({ name, brand, origin, accents }: BrandStart): string {
  return `# The colours and the logo of ${name}.

# Whose brand it is, for you; it is not printed.
name: ${scalar(name)}

# Colours as "#" and six digits, in quotes: without them YAML takes what follows # for a note. What your brand manual
# says of print may stand beside them: { hex: "${brand}", cmyk: [90, 40, 80, 40], spot: "PANTONE 342 C" }
colours:
${notesOn(brand, origin)}
  brand: "${brand}"
  # Optional: words and logo on the band. White unless stated.
  # onBrand: "#ffffff"
  # Optional: the ground of panels in which the council speaks. The brand at 6 % on white unless stated.
  # tint: "#f0f4f3"
${notesOnAccents(accents)}
# logo.svg stands beside this file, made from yours for the band: what had the main colour, or was black, takes the
# colour of the words, and what was white is cut out. Look at it: handbill brand page shows it on every ground.
logo:
  file: logo.svg
  # What a screen reader says of it.
  alt: ${scalar(`${name} logo`)}
  # Optional: what stays free around the logo, in parts of its height, and its least height in millimetres.
  # clearSpace: 0.25
  # leastSize: 5
`;
}

function notesOn(brand: Hex, { from, original }: BrandStart['origin']): string {
  const begun = {
    logo: '# The band at the top, the numbers of the sections: the colour that most of your logo has.',
    given: '# The band at the top, the numbers of the sections: the colour that was given with --primary.',
    nowhere: '# The band at the top, the numbers of the sections. Your logo has no colour of its own: put yours here.',
  }[from];
  const ratio = floor(contrast(original, '#ffffff'));
  const darkened = [
    `# It was "${original}". White words on that have a contrast of ${ratio} : 1, and 4.5 : 1 is needed, on the`,
    '# tint as well: this is the nearest shade that passes.',
  ];
  return [begun, ...(brand === original ? [] : darkened)].map((line) => `  ${line}`).join('\n');
}

function notesOnAccents(accents: readonly Seen[]): string {
  if (accents.length === 0) return '';
  const lines = accents.map(({ hex, share }) => `  #   "${hex}"  ${Math.max(1, Math.round(share * 100))} % of it`);
  return ['  # Other colours of your logo, which stay in it and are used nowhere else:', ...lines, ''].join('\n');
}

/** A text as YAML has it: in quotes where they are needed. */
const scalar = (text: string): string => stringify(text, { lineWidth: 0 }).trimEnd();
