import { z } from './zod.ts';
import { error, type Place, type Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { mm } from '../units.ts';
import { brandColour } from './brand-colour.ts';
import { type Brand, type Hex, type Logo, type LogoRoom, usualRoom } from './brand.ts';
import { mix } from './colour.ts';
import { fault } from './issues.ts';
import { parseLogo } from './logo.ts';
import { optionalLine, requiredLine } from './text.ts';
import { parseYaml } from './yaml.ts';

/** The only name of a logo: one brand has one. */
const LOGO = 'logo.svg';

const logoFile = requiredLine.superRefine((name, context) => {
  if (name === LOGO) return;
  if (/\.svg$/i.test(name))
    fault(context, `the logo’s file must be called \`${LOGO}\`, found \`${name}\``, { hints: ['rename it'] });
  else {
    const hints = [`export the logo as plain SVG, and call it \`${LOGO}\``];
    fault(context, `the logo must be an SVG picture, found \`${name}\``, { rule: 'parse/invalid-logo', hints });
  }
});

/** A measure between two bounds, both allowed. */
const between = (least: number, most: number, hint: string): z.ZodType<number> =>
  z.number().superRefine((value, context) => {
    if (value >= least && value <= most) return;
    fault(context, `\`${value}\` is not a number from ${least} to ${most}`, { hints: [hint] });
  });

const brandFile = z.strictObject({
  name: optionalLine.exactOptional(),
  colours: z.strictObject({
    brand: brandColour,
    onBrand: brandColour.exactOptional(),
    tint: brandColour.exactOptional(),
  }),
  logo: z
    .strictObject({
      file: logoFile,
      alt: requiredLine,
      clearSpace: between(0, 2, 'give it in parts of the logo’s height: `0.25` is a quarter of it').exactOptional(),
      leastSize: between(1, 50, 'give the least height in millimetres, as `8`').exactOptional(),
    })
    .exactOptional(),
});

type Stated = z.infer<typeof brandFile>;

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
  const logo: Logo | undefined = files.logo && parseLogo(files.logo, stated?.alt ?? '', report, roomOf(stated));
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
  return {
    id,
    ...(value.name !== undefined && { name: value.name }),
    ...coloursOf(value.colours),
    ...(logo && { logo }),
    placeOf,
  };
}

const roomOf = (stated: Stated['logo']): LogoRoom => ({
  clearSpace: stated?.clearSpace ?? usualRoom.clearSpace,
  leastSize: stated?.leastSize === undefined ? usualRoom.leastSize : mm(stated.leastSize),
});

/** The tint of a colour, where a brand gives none. */
export const tintOf = (brand: Hex): Hex => mix(brand, '#ffffff', 0.06);

function coloursOf({ brand, onBrand, tint }: Stated['colours']): Pick<Brand, 'roles' | 'given'> {
  return {
    roles: { brand: brand.hex, onBrand: onBrand?.hex ?? '#ffffff', tint: tint?.hex ?? tintOf(brand.hex) },
    given: { brand: brand.ink, ...(onBrand && { onBrand: onBrand.ink }), ...(tint && { tint: tint.ink }) },
  };
}
