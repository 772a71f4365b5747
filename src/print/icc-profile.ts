import { error, type Place, type Report } from '../diagnostics/diagnostic.ts';

/** The profile of a press: what its inks look like on paper. */
export type IccProfile = {
  readonly bytes: Uint8Array;
  /** As it calls itself. */
  readonly description: string;
  /** The name of its condition in the registry of the ICC; `Custom` for a profile of somebody's own. */
  readonly identifier: string;
};

/** The profile that handbill brings along, by the name of its condition. */
export const usualIdentifier = 'FOGRA39';

const rule = 'print/profile';
const hint =
  'ask your print unit for the CMYK output profile of its press, or leave out --icc for coated paper (FOGRA39)';

/** In the header of a profile (ICC.1:2010, 7.2). */
const header = { length: 128, size: 0, version: 8, of: 12, space: 16, connection: 20, signature: 36 } as const;

const classes: { readonly [signature: string]: string } = {
  scnr: 'of a scanner or a camera',
  mntr: 'of a screen',
  link: 'that links two devices',
  spac: 'of a colour space',
  abst: 'of an effect',
  nmcl: 'of named colours',
};

const spaces: { readonly [signature: string]: string } = { RGB: 'RGB', GRAY: 'grey', Lab: 'CIELAB' };

/**
 * Reads what a file says of itself as a profile, and holds it to what PDF/X-4 asks of an output intent (ISO 15930-7,
 * 6.2.2): an output profile, of four inks.
 *
 * @returns undefined when an error was reported
 */
export const readProfile = (bytes: Uint8Array, place: Place, report: Report): IccProfile | undefined => {
  const fail = (message: string): undefined => {
    report(error(rule, message, place, hint));
    return undefined;
  };
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at: number): string => data.toString('latin1', at, at + 4).trim();
  if (data.length < header.length || word(header.signature) !== 'acsp') {
    return fail('the file is no ICC profile, expected the profile of a press');
  }
  const [of, space] = [word(header.of), word(header.space)];
  const size = data.readUInt32BE(header.size);
  if (size > data.length) return fail(`the profile is cut off: it says ${size} bytes, and has ${data.length}`);
  if (space !== 'CMYK') {
    return fail(`the profile is for ${spaces[space] ?? `\`${space}\``}, expected one of a press for CMYK`);
  }
  if (of !== 'prtr') return fail(`the profile is one ${classes[of] ?? `\`${of}\``}, expected one of a press`);
  const version = data.readUInt8(header.version);
  if (version > 4) return fail(`the profile is of version ${version}, expected 2 or 4`);
  return { bytes, description: descriptionOf(data) ?? 'a profile without a name', identifier: 'Custom' };
};

/** The profile's own name (ICC.1:2010, 9.2.41), in ASCII or in Unicode. */
const descriptionOf = (data: Buffer): string | undefined => {
  const count = data.readUInt32BE(header.length);
  for (let i = 0; i < count && header.length + 16 + 12 * i <= data.length; i += 1) {
    const at = header.length + 4 + 12 * i;
    if (data.toString('latin1', at, at + 4) !== 'desc') continue;
    const start = data.readUInt32BE(at + 4);
    const tag = data.subarray(start, start + data.readUInt32BE(at + 8));
    return tag.length < 28 ? undefined : textOf(tag);
  }
  return undefined;
};

const textOf = (tag: Buffer): string | undefined => {
  const type = tag.toString('latin1', 0, 4);
  const read =
    type === 'mluc'
      ? Buffer.from(tag.subarray(tag.readUInt32BE(24), tag.readUInt32BE(24) + (tag.readUInt32BE(20) & ~1)))
          .swap16()
          .toString('utf16le')
      : tag.toString('latin1', 12, 12 + tag.readUInt32BE(8));
  const text = read.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return text === '' ? undefined : text;
};
