import { z } from 'zod';
import { error, type Place, type Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import type { Brand, Hex, Logo } from './brand.ts';
import { mix, parseHex } from './colour.ts';
import { fault } from './issues.ts';
import { parseLogo } from './logo.ts';
import { optionalLine, requiredLine } from './text.ts';
import { parseYaml } from './yaml.ts';

/** The only name of a logo: one brand has one. */
const LOGO = 'logo.svg';

const colour: z.ZodType<Hex> = z
  .string()
  .nullable()
  .transform((typed, context) => {
    const rule = 'parse/invalid-colour';
    const hex = parseHex(typed ?? '');
    if (hex) return hex;
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

const logoFile = requiredLine.superRefine((name, context) => {
  if (name === LOGO) return;
  if (/\.svg$/i.test(name))
    fault(context, `the logo’s file must be called \`${LOGO}\`, found \`${name}\``, { hints: ['rename it'] });
  else {
    const hints = [`export the logo as plain SVG, and call it \`${LOGO}\``];
    fault(context, `the logo must be an SVG picture, found \`${name}\``, { rule: 'parse/invalid-logo', hints });
  }
});

const brandFile = z.strictObject({
  name: optionalLine.exactOptional(),
  colours: z.strictObject({ brand: colour, onBrand: colour.exactOptional(), tint: colour.exactOptional() }),
  logo: z.strictObject({ file: logoFile, alt: requiredLine }).exactOptional(),
});

/**
 * Reads `content/brands/<id>/brand.yaml` and the `logo.svg` beside it. Words on the band are white and the tint is the
 * brand's colour at 6 % on white, unless the file says otherwise.
 *
 * A brand may have no logo: then the name stands alone on the band.
 *
 * @param files the logo is absent where the folder has none
 * @returns undefined when an error was reported
 */
export function parseBrand(
  id: string,
  files: { readonly brand: SourceFile; readonly logo?: SourceFile },
  report: Report,
): Brand | undefined {
  const parsed = parseYaml(files.brand, brandFile, report);
  const stated = parsed?.value.logo;
  const logo: Logo | undefined = files.logo && parseLogo(files.logo, stated?.alt ?? '', report);
  if (!parsed) return undefined;
  const { value, placeOf } = parsed;
  const folder = files.brand.path.replace(/[^/\\]*$/, '');
  if (stated && !files.logo) {
    const hint = `put the logo, as plain SVG, at \`${folder}${LOGO}\``;
    report(error('parse/missing-logo', `the brand has no \`${LOGO}\``, placeOf('logo.file'), hint));
  }
  if (!stated && files.logo) {
    const place: Place = { kind: 'text', path: files.brand.path };
    const hint = `add \`logo: { file: ${LOGO}, alt: … }\`, or take the file away`;
    report(
      error('parse/missing-key', `\`${folder}${LOGO}\` stands there, but the brand does not name it`, place, hint),
    );
  }
  if ((stated === undefined) !== (logo === undefined)) return undefined;
  const { brand, onBrand = '#ffffff', tint = mix(brand, '#ffffff', 0.06) } = value.colours;
  return { id, roles: { brand, onBrand, tint }, ...(logo && { logo }), placeOf };
}
