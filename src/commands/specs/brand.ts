import { parseHex } from '../../data/colour.ts';
import type { Hex } from '../../data/brand.ts';
import { isSafeName } from '../../data/text.ts';
import type { Options } from '../options.ts';
import type { Common, Spec } from './spec.ts';

export type BrandCommand =
  | BrandCheckCommand
  | BrandNewCommand
  | { readonly kind: 'brand'; readonly action: 'page'; readonly brands: readonly string[]; readonly common: Common };

/** No brands: all of the project. */
export type BrandCheckCommand = {
  readonly kind: 'brand';
  readonly action: 'check';
  readonly brands: readonly string[];
  readonly common: Common;
};

export type BrandNewCommand = {
  readonly kind: 'brand';
  readonly action: 'new';
  readonly name: string;
  /** Relative to where the command runs. */
  readonly logo: string;
  readonly primary?: Hex;
  readonly common: Common;
};

export const brand: Spec<BrandCommand> = {
  name: 'brand',
  positionals: '<action> [brands..]',
  summary: 'Check, begin or show colours and logo',
  define: (command) =>
    command
      .usage(
        'handbill brand check [brand..]\nhandbill brand new <brand> --logo <file> [--primary "#0b4f35"]\nhandbill brand page <brand..>\n\ncheck: looks for faults in colours and logo, and prints every contrast.\nnew:   writes content/brands/<brand>/brand.yaml and logo.svg from the colours of a logo.\npage:  makes a page that shows the brand on every element.',
      )
      .positional('action', { choices: ['check', 'new', 'page'], describe: 'What to do' })
      .positional('brands', {
        type: 'string',
        describe: 'Brand: its folder in content/brands (check: all of the project, if none is named)',
      })
      .option('logo', { type: 'string', requiresArg: true, describe: 'new: the logo, as plain SVG' })
      .option('primary', {
        type: 'string',
        requiresArg: true,
        describe: 'new: the colour of the band, as "#0b4f35" (default: the one that most of the logo has)',
      })
      .example('handbill brand check', 'every brand of the project')
      .example('handbill brand new leeds --logo logo.svg', 'into content/brands/leeds/')
      .example('handbill brand page anyshire', 'into output/brands/anyshire/'),
  read(given, common) {
    const action = given.one('action');
    const brands = given.many('brands');
    if (action === 'new') return readNew(given, brands, common);
    for (const option of ['logo', 'primary']) {
      if (given.one(option) !== undefined) given.wrong.push(`--${option} goes with \`brand new\` only`);
    }
    if (action === 'page' && brands.length === 0) given.wrong.push('missing: the brand to be shown');
    return { kind: 'brand', action: action === 'page' ? 'page' : 'check', brands, common };
  },
  load: async () => (await import('../brand.ts')).brand,
};

function readNew(given: Options, [name = '', ...others]: readonly string[], common: Common): BrandNewCommand {
  const [logo, typed] = [given.one('logo'), given.one('primary')];
  const primary = typed === undefined ? undefined : parseHex(typed);
  if (name === '') given.wrong.push('missing: the name of the brand');
  else if (!isSafeName(name)) {
    given.wrong.push(`\`${name}\` cannot be a folder's name: use lower-case letters, digits and single hyphens`);
  }
  if (others.length > 0) given.wrong.push(`unknown argument: ${others.join(' ')}`);
  if (logo === undefined) given.wrong.push('missing: --logo');
  if (typed !== undefined && !primary) {
    const meant = parseHex(`#${typed}`);
    const hint = meant ? `did you mean "${meant}"?` : 'expected red, green and blue as "#0b4f35"';
    given.wrong.push(`--primary is \`${typed}\`, which is not a colour: ${hint}`);
  }
  return { kind: 'brand', action: 'new', name, logo: logo ?? '', ...(primary && { primary }), common };
}
