import { z } from './zod.ts';
import type { Hex } from './brand.ts';
import { parseHex } from './colour.ts';
import type { Cmyk, Ink } from './ink.ts';
import { fault } from './issues.ts';
import { optionalLine } from './text.ts';

/** A colour of a brand: as a screen shows it, and as its owner has it printed. */
export type BrandColour = { readonly hex: Hex; readonly ink: Ink };

/** A colour as `#rrggbb`. */
const hex: z.ZodType<Hex> = z
  .string()
  .nullable()
  .transform((typed, context) => {
    const rule = 'parse/invalid-colour';
    const found = parseHex(typed ?? '');
    if (found) return found;
    if (typed === null) {
      fault(context, 'the colour is empty: what follows `#` is a note in YAML', {
        rule,
        hints: ['put it in quotes: `"#0b4f35"`'],
      });
    } else {
      const bare = parseHex(`#${typed.trim()}`);
      const hint = bare
        ? `did you mean \`"${bare}"\`?`
        : 'write it as `"#0b4f35"`: red, green and blue, two digits each';
      fault(context, `\`${typed}\` is not a colour`, { rule, hints: [hint] });
    }
    return z.NEVER;
  });

/** Shares of cyan, magenta, yellow and black. */
const cmyk: z.ZodType<Cmyk> = z.array(z.number()).transform((shares, context) => {
  const rule = 'parse/invalid-cmyk';
  const [cyan, magenta, yellow, black, ...more] = shares;
  const outside = shares.find((share) => !(share >= 0 && share <= 100));
  if (outside !== undefined) {
    const hints = ['write each ink as a number from 0 to 100, without %'];
    fault(context, `\`${outside}\` is not a share of ink, expected 0 to 100`, { rule, hints });
    return z.NEVER;
  }
  if (cyan === undefined || magenta === undefined || yellow === undefined || black === undefined || more.length > 0) {
    const hints = ['write cyan, magenta, yellow and black, in this order: `[90, 40, 80, 40]`'];
    fault(context, `there are ${shares.length} shares of ink, expected 4`, { rule, hints });
    return z.NEVER;
  }
  return [cyan, magenta, yellow, black];
});

/** A colour of a brand: a text, or a group that says how it is printed too. */
export const brandColour: z.ZodType<BrandColour> = z.union([
  hex.transform((found): BrandColour => ({ hex: found, ink: {} })),
  z
    .strictObject({ hex, cmyk: cmyk.exactOptional(), spot: optionalLine.exactOptional() })
    .transform(({ hex: found, ...ink }): BrandColour => ({ hex: found, ink })),
]);
