import type { ReactElement } from 'react';
import { type BrandRoles, brandRoles } from '../../src/data/brand.ts';
import { contrast, floor } from '../../src/data/contrast.ts';
import { cmykInWords } from '../../src/data/ink.ts';
import { Block, Column, Panel, Row, Space } from '../../src/typeset/elements.tsx';
import type { Run } from '../../src/typeset/laid.ts';
import { filled } from '../../src/typeset/phrase.ts';
import { type ColourRole, leastContrast, type Palette, page, space, wordPairs } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { Label } from '../../src/typeset/words.tsx';
import { measure } from '../leaflet/grid.ts';

/** The grounds that are the same for every council, and what each is called. */
const fixedGrounds = ['emergency', 'panel', 'paper', 'ink', 'quiet'] as const satisfies readonly ColourRole[];

type Ground = keyof BrandRoles | (typeof fixedGrounds)[number];

const nameKeys = {
  brand: 'brandBrand',
  onBrand: 'brandOnBrand',
  tint: 'brandTint',
  emergency: 'brandEmergency',
  panel: 'brandPanel',
  paper: 'brandPaper',
  ink: 'brandInk',
  quiet: 'brandQuiet',
} as const satisfies { readonly [ground in Ground]: string };

const gap = space.m;
const narrowGap = space.s;

/** Fields of colour, large for the brand's own and small for the others, with the words that stand on them. */
const largeWidth = (measure - 2 * gap) / 3;
const small = {
  width: (measure - (fixedGrounds.length - 1) * narrowGap) / fixedGrounds.length,
  height: 2 * page.furniture.leading + space.s,
} as const;

/** What is said on a ground: words in the colour that they are set in there, and their contrast. */
const wordsOn = (ground: Ground, palette: Palette) => {
  const told = wordPairs.flatMap(({ words, on }): { words: ColourRole; on: ColourRole }[] => {
    // What stands on paper is told once: of the colours in which words are set.
    if (on === ground) return ground === 'paper' && words !== 'brand' ? [] : [{ words, on }];
    const isInk = ground === 'onBrand' || (on === 'paper' && (ground === 'quiet' || ground === 'ink'));
    return words === ground && isInk ? [{ words: on, on: ground }] : [];
  });
  return told.map(({ words, on }) => {
    const ratio = contrast(palette[words], palette[on]);
    const passes = ratio >= leastContrast;
    return {
      words,
      ratio: `${floor(ratio)} ${passes ? ': 1' : `< ${leastContrast}`}`,
      colour: passes ? words : readable(on, palette),
    };
  });
};

/** Where words cannot be read, it is said in a colour that can. */
const readable = (ground: ColourRole, palette: Palette): ColourRole =>
  contrast(palette.ink, palette[ground]) > contrast(palette.paper, palette[ground]) ? 'ink' : 'paper';

export const Swatches = ({ parts }: { readonly parts: Parts }): ReactElement => {
  const fields = brandRoles.map((role) => ({ role, said: saidOn(role, parts) }));
  const lines = Math.max(leastLines, ...fields.map(({ said }) => said.length));
  const height = page.body.leading + lines * page.furniture.leading + 2 * space.s;
  return (
    <>
      <Row gap={gap}>
        {fields.map(({ role, said }) => (
          <Large key={role} role={role} said={said} height={height} parts={parts} />
        ))}
      </Row>
      <Space height={space.m} />
      <Row gap={narrowGap}>
        {fixedGrounds.map((ground) => (
          <Column key={ground} width={small.width}>
            <Small ground={ground} parts={parts} />
          </Column>
        ))}
      </Row>
    </>
  );
};

const leastLines = 2;

type Said = { readonly text: string; readonly colour: ColourRole };

/** The contrasts of words on a colour, and how it is printed. */
const saidOn = (role: keyof BrandRoles, parts: Parts): readonly Said[] => {
  const ratios = wordsOn(role, parts.palette).map(({ words, ratio, colour }) => ({
    text: filled(parts.furniture.brandRatio, { words: nameOf(words, parts), ratio }),
    colour,
  }));
  const colour = ratios[0]?.colour ?? 'ink';
  return [...ratios, ...inkOf(role, parts).map((text) => ({ text, colour }))];
};

/** How a colour is printed, as far as its file says so. */
const inkOf = (role: keyof BrandRoles, { brand, furniture }: Parts): string[] => {
  const { cmyk, spot } = brand.given[role] ?? {};
  return [
    ...(cmyk ? [filled(furniture.brandCmyk, { cmyk: cmykInWords(cmyk) })] : []),
    ...(spot === undefined ? [] : [spot]),
  ];
};

const padding = { top: space.s, bottom: 0, left: space.m, right: space.s } as const;

type LargeProps = {
  readonly role: keyof BrandRoles;
  readonly said: readonly Said[];
  readonly height: number;
  readonly parts: Parts;
};

const Large = ({ role, said, height, parts: { palette, furniture } }: LargeProps): ReactElement => {
  const head: Run[] = [
    { text: furniture[nameKeys[role]], weight: 700 },
    { text: `  ${palette[role]}`, weight: 400 },
  ];
  return (
    <Panel colour={role} width={largeWidth} height={height} padding={padding}>
      <Edge width={largeWidth} height={height} ground={role} palette={palette} />
      <Label runs={head} style={page.body} colour={said[0]?.colour ?? 'ink'} />
      {said.map(({ text, colour }) => (
        <Label key={text} runs={text} style={page.furniture} colour={colour} />
      ))}
    </Panel>
  );
};

const Small = ({ ground, parts }: { readonly ground: (typeof fixedGrounds)[number]; readonly parts: Parts }) => {
  const { palette, furniture } = parts;
  return (
    <>
      <Panel
        colour={ground}
        width={small.width}
        height={small.height}
        padding={{ ...padding, top: space.xs, left: space.s }}
      >
        <Edge {...small} ground={ground} palette={palette} />
        {wordsOn(ground, palette).map(({ words, ratio, colour }) => (
          <Label key={words} runs={ratio} style={page.furniture} colour={colour} />
        ))}
      </Panel>
      <Label runs={furniture[nameKeys[ground]]} style={page.furniture} colour="quiet" />
    </>
  );
};

const nameOf = (role: ColourRole, { furniture }: Parts): string =>
  role in nameKeys ? furniture[nameKeys[role as Ground]] : role;

/** What is so pale that its edge would not be seen has a hairline around it. */
const pale = 1.5;

const hairline = 0.75;

type EdgeProps = {
  readonly width: number;
  readonly height: number;
  readonly ground: ColourRole;
  readonly palette: Palette;
};

const Edge = ({ width, height, ground, palette }: EdgeProps): ReactElement | null => {
  if (contrast(palette[ground], palette.paper) > pale) return null;
  const [right, foot] = [width - hairline, height - hairline];
  return (
    <>
      <Block width={width} height={hairline} colour="rule" />
      <Block top={foot} width={width} height={hairline} colour="rule" />
      <Block width={hairline} height={height} colour="rule" />
      <Block left={right} width={hairline} height={height} colour="rule" />
    </>
  );
};
