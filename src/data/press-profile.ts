import { z } from './zod.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { type Mm, mm } from '../units.ts';
import { fault } from './issues.ts';
import { type PressRule, pressRules } from './press-rules.ts';
import { requiredLine } from './text.ts';
import { type Parsed, parseYaml } from './yaml.ts';

/** What a press asks of a finished file: only what is given is asked. Lengths in millimetres, type and lines in points. */
export type PressProfile = {
  readonly name: string;
  readonly title: string;
  /** Rules that are told as warnings. */
  readonly warn: readonly PressRule[];
  readonly pages: Settled<Stated['pages']>;
  readonly file: Settled<Stated['file']>;
  readonly boxes: Settled<Stated['boxes']>;
  readonly colour: Settled<Stated['colour']>;
  readonly type: Settled<Stated['type']>;
  readonly pictures: Settled<Stated['pictures']>;
  readonly letter: Settled<Stated['letter']>;
};

/** A size of paper, upright or not. */
export type PaperSize = { readonly name: string; readonly width: Mm; readonly height: Mm };

/** A rectangle of a page, from its left and upper edges. */
export type Zone = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** Pixels to the inch: what is asked for, and below which a warning or an error is told. */
export type Resolution = { readonly wanted: number; readonly warn: number; readonly error: number };

/** The kinds of colour that a press may take. */
export const colourKinds = ['cmyk', 'gray', 'spot', 'rgb', 'rgb-with-profile', 'lab'] as const;
export type ColourKind = (typeof colourKinds)[number];

const between = (least: number, most: number, hint: string): z.ZodType<number> =>
  z.number().superRefine((value, context) => {
    if (value >= least && value <= most) return;
    fault(context, `\`${value}\` is not a number from ${least} to ${most}`, { hints: [hint] });
  });

const whole = (least: number, most: number, hint: string): z.ZodType<number> =>
  between(least, most, hint).superRefine((value, context) => {
    if (!Number.isInteger(value)) fault(context, `\`${value}\` is not a whole number`, { hints: [hint] });
  });

const millimetres = (most: number): z.ZodType<number> => between(0, most, 'give it in millimetres, as `3`');
const points = between(0, 72, 'give it in points, as `6`');

/** `any` takes back what the profile that is extended asks. */
const orAny = <T>(schema: z.ZodType<T>) => z.union([schema, z.literal('any')]).exactOptional();
const choice = <const T extends string>(...choices: readonly T[]) => z.enum([...choices, 'any']).exactOptional();

/** ISO 216 and others, upright. */
const papers: { readonly [name: string]: readonly [width: number, height: number] } = {
  A0: [841, 1189],
  A1: [594, 841],
  A2: [420, 594],
  A3: [297, 420],
  A4: [210, 297],
  A5: [148, 210],
  A6: [105, 148],
  A7: [74, 105],
  DL: [99, 210],
  'ID-1': [53.98, 85.6],
};

const size = z.string().transform((text, context): PaperSize => {
  const known = papers[text.trim()];
  const [, width, height] = /^(\d+(?:\.\d+)?) ?[x×] ?(\d+(?:\.\d+)?)$/.exec(text.trim()) ?? [];
  if (known) return { name: text.trim(), width: mm(known[0]), height: mm(known[1]) };
  if (width !== undefined && height !== undefined && Number(width) > 0 && Number(height) > 0) {
    return { name: `${width} × ${height} mm`, width: mm(Number(width)), height: mm(Number(height)) };
  }
  const hints = [`write it as \`A4\` or, in millimetres, as \`85 x 55\`; names: ${Object.keys(papers).join(', ')}`];
  fault(context, `\`${text}\` is not the size of a page`, { hints });
  return z.NEVER;
});

const zone = z
  .strictObject({
    left: millimetres(2000),
    top: millimetres(2000),
    right: millimetres(2000),
    bottom: millimetres(2000),
  })
  .superRefine(({ left, top, right, bottom }, context) => {
    if (left < right && top < bottom) return;
    const hints = ['count all four from the left and the upper edge of the page'];
    fault(context, 'the area is empty: `left` must be less than `right`, and `top` less than `bottom`', { hints });
  });

const ppi = whole(1, 10_000, 'give it in pixels to the inch, as `300`');
const resolution = z.strictObject({ wanted: ppi, warn: ppi, error: ppi }).superRefine((given, context) => {
  if (given.wanted >= given.warn && given.warn >= given.error) return;
  fault(context, '`wanted` must not be less than `warn`, nor `warn` less than `error`', {
    hints: ['put the three in order: `{ wanted: 300, warn: 200, error: 150 }`'],
  });
});

const version = z.string().superRefine((text, context) => {
  if (!/^(?:1\.[0-7]|2\.0)$/.test(text))
    fault(context, `there is no PDF version \`${text}\``, { hints: ['write it as `"1.6"`'] });
});

const list = <T>(schema: z.ZodType<T>) => z.array(schema).min(1);

const stated = z.strictObject({
  title: requiredLine,
  sources: z.array(requiredLine).exactOptional(),
  extends: requiredLine.exactOptional(),
  warn: z.array(z.enum(pressRules)).exactOptional(),
  pages: z
    .strictObject({
      sizes: orAny(list(size)),
      tolerance: millimetres(20).exactOptional(),
      orientation: choice('portrait', 'landscape'),
      same: choice('required'),
      most: orAny(whole(1, 100_000, 'give a number of pages, as `10`')),
      multipleOf: orAny(whole(1, 64, 'give a number of pages, as `4`')),
    })
    .exactOptional(),
  file: z
    .strictObject({
      megabytes: orAny(between(0.001, 100_000, 'give a number of megabytes, as `2`')),
      versions: orAny(list(version)),
      claims: orAny(list(z.enum(['PDF/X-1a', 'PDF/X-3', 'PDF/X-4']))),
      outputIntent: choice('required'),
      conditions: orAny(list(requiredLine)),
      layers: choice('refused'),
      attachments: choice('refused'),
      scripts: choice('refused'),
      forms: choice('refused'),
      annotations: choice('refused', 'outside-bleed'),
    })
    .exactOptional(),
  boxes: z
    .strictObject({
      trim: choice('required'),
      bleed: orAny(millimetres(50)),
      safe: orAny(millimetres(100)),
    })
    .exactOptional(),
  colour: z
    .strictObject({
      kinds: orAny(list(z.enum(colourKinds))),
      spots: orAny(z.array(requiredLine)),
      mostInk: orAny(between(1, 1000, 'give the most ink in per cent of all inks, as `300`')),
      blackText: choice('k-only'),
      overprint: choice('checked'),
      transparency: choice('refused'),
    })
    .exactOptional(),
  type: z
    .strictObject({
      embedded: choice('required'),
      subset: choice('required'),
      type3: choice('refused'),
      leastText: orAny(points),
      leastLine: orAny(points),
    })
    .exactOptional(),
  pictures: z.strictObject({ shades: orAny(resolution), bitmap: orAny(resolution) }).exactOptional(),
  letter: z
    .strictObject({
      tolerance: millimetres(20).exactOptional(),
      firstPage: orAny(list(zone)),
      otherPages: orAny(list(zone)),
      address: orAny(zone),
      addressLines: orAny(
        z.strictObject({ least: whole(1, 20, 'give a number of lines'), most: whole(1, 20, 'give a number of lines') }),
      ),
    })
    .exactOptional(),
});

type Stated = z.infer<typeof stated>;

/** A group without what was taken back. */
type Settled<Group> = { readonly [Key in keyof NonNullable<Group>]?: Exclude<NonNullable<Group>[Key], 'any'> };

/** A profile as its file states it. */
export type StatedProfile = Parsed<Stated>;

/**
 * Reads a profile of the press.
 *
 * @returns undefined when an error was reported
 */
export const parsePressProfile = (source: SourceFile, report: Report): StatedProfile | undefined =>
  parseYaml(source, stated, report);

/** A profile that asks nothing. */
const nothing: PressProfile = {
  name: '',
  title: '',
  warn: [],
  pages: {},
  file: {},
  boxes: {},
  colour: {},
  type: {},
  pictures: {},
  letter: {},
};

/**
 * What a file states, laid over the profile that it extends: key by key, and `any` takes back what that one asks. Of
 * the rules that are told as warnings, those of the last file that names some count.
 */
export function settled(name: string, { value }: StatedProfile, base: PressProfile = nothing): PressProfile {
  const { title, warn } = value;
  return {
    name,
    title,
    warn: warn ?? base.warn,
    pages: over(base.pages, value.pages),
    file: over(base.file, value.file),
    boxes: over(base.boxes, value.boxes),
    colour: over(base.colour, value.colour),
    type: over(base.type, value.type),
    pictures: over(base.pictures, value.pictures),
    letter: over(base.letter, value.letter),
  };
}

function over<Group extends object>(base: Settled<Group>, own: Group | undefined): Settled<Group> {
  const entries = Object.entries({ ...base, ...own }).filter(([, value]) => value !== 'any');
  return Object.fromEntries(entries) as Settled<Group>;
}
