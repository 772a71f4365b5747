/**
 * The sRGB colour space (IEC 61966-2-1) as an ICC profile, version 4 (ICC.1:2004-10): primaries and white point adapted
 * to D50, and the curve in its parametric form. Made here, so that nothing has to be shipped.
 */
export const srgbProfile = (): Uint8Array => {
  const tags: readonly (readonly [signature: string, data: Buffer])[] = [
    ['desc', multiLocalized('sRGB')],
    ['cprt', multiLocalized('No copyright, use freely')],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['rXYZ', xyz(0.436_07, 0.222_49, 0.013_92)],
    ['gXYZ', xyz(0.385_15, 0.716_87, 0.097_08)],
    ['bXYZ', xyz(0.143_07, 0.060_61, 0.714_1)],
    ['rTRC', curve()],
    ['gTRC', curve()],
    ['bTRC', curve()],
    ['chad', chromaticAdaptation()],
  ];
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length, 0);
  const bodies: Buffer[] = [];
  let offset = headerLength + table.length;
  tags.forEach(([signature, data], i) => {
    table.write(signature, 4 + 12 * i, 'latin1');
    table.writeUInt32BE(offset, 8 + 12 * i);
    table.writeUInt32BE(data.length, 12 + 12 * i);
    const padded = Buffer.alloc(Math.ceil(data.length / 4) * 4);
    data.copy(padded);
    bodies.push(padded);
    offset += padded.length;
  });
  return Buffer.concat([header(offset), table, ...bodies]);
};

const headerLength = 128;

const header = (size: number): Buffer => {
  const data = Buffer.alloc(headerLength);
  data.writeUInt32BE(size, 0);
  data.writeUInt32BE(0x04_20_00_00, 8);
  data.write('mntrRGB XYZ ', 12, 'latin1');
  // The profile's own date, so that its bytes never change: 1 January 2026.
  [2026, 1, 1, 0, 0, 0].forEach((part, i) => data.writeUInt16BE(part, 24 + 2 * i));
  data.write('acsp', 36, 'latin1');
  // The illuminant of the connection space: D50.
  fixed([0.9642, 1, 0.8249]).copy(data, 68);
  return data;
};

/** s15Fixed16Number: 16 bits before the point, 16 behind it. */
const fixed = (values: readonly number[]): Buffer => {
  const data = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => data.writeInt32BE(Math.round(value * 65_536), 4 * i));
  return data;
};

const tagged = (type: string, ...parts: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from(`${type}\0\0\0\0`, 'latin1'), ...parts]);

const xyz = (x: number, y: number, z: number): Buffer => tagged('XYZ ', fixed([x, y, z]));

/** Type 3: Y = ((X + 0.055) / 1.055)^2.4 from 0.04045, X / 12.92 below. */
const curve = (): Buffer =>
  tagged('para', Buffer.from([0, 3, 0, 0]), fixed([2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.040_45]));

/** Bradford, from D65 to D50. */
const chromaticAdaptation = (): Buffer =>
  tagged('sf32', fixed([1.047_88, 0.022_92, -0.050_22, 0.029_59, 0.990_48, -0.017_07, -0.009_23, 0.015_06, 0.751_75]));

const multiLocalized = (text: string): Buffer => {
  const words = Buffer.from(text, 'utf16le').swap16();
  const head = Buffer.alloc(20);
  head.writeUInt32BE(1, 0);
  head.writeUInt32BE(12, 4);
  head.write('enUS', 8, 'latin1');
  head.writeUInt32BE(words.length, 12);
  head.writeUInt32BE(28, 16);
  return tagged('mluc', head, words);
};
