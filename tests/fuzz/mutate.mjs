// Files that have gone wrong on their way: bytes flipped, cut off, doubled, put together from two, or with something in
// them that breaks programs. The same seed makes the same files.

/** A generator of numbers from 0 to 1 (mulberry32). */
export const randomOf = (seed) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

/** What breaks programs: signs of other formats, of markup, of paths, of formulas, of encodings, and very long ones. */
const nasty = [
  '"',
  "'",
  '`',
  '\n',
  '\r\n',
  '\t',
  ',',
  ';',
  '|',
  ':',
  '{',
  '}',
  '[',
  ']',
  '{{',
  '}}',
  '{{#each}}',
  '{{{',
  '&',
  '<',
  '>',
  '<!--',
  '<![CDATA[',
  '&amp;',
  '&#x0;',
  '=1+1',
  '=cmd|calc',
  '+44',
  '-1',
  '@',
  '../../../etc/passwd',
  'C:\\con',
  'NUL',
  '__proto__',
  'constructor',
  'null',
  'undefined',
  'NaN',
  '1e999',
  '-0',
  '0x10',
  '99999999999999999999',
  '\u0000',
  '\ufeff',
  '\ufffd',
  '\u202e',
  '\u200b',
  '\ud800',
  'é',
  'e\u0301',
  'Ŵ',
  '👩‍👩‍👧',
  'ï»¿',
  'Å´',
  '٣',
  'אב',
  ':::local{slot=police}',
  ':::',
  '# ',
  '|---|',
  '![a](b)',
  '](',
  '---\n',
  '~',
  '*&a [*a]',
  '!!js',
  '%PDF-1.7',
  'PK\u0003\u0004',
  'endstream',
  'endobj',
  'xref',
  '/Kids',
  '<< /A 1 0 R >>',
  '1 0 R',
  'A'.repeat(70_000),
  '('.repeat(3000),
  '['.repeat(3000),
];

export function mutated(bytes, other, random) {
  const at = (length) => Math.floor(random() * length);
  let made = Buffer.from(bytes);
  // Half of them have one fault: most of the file is then still read.
  const rounds = random() < 0.5 ? 1 : 1 + at(4);
  for (let round = 0; round < rounds; round++) {
    const [from, to] = [at(made.length + 1), at(made.length + 1)].toSorted((a, b) => a - b);
    switch (at(9)) {
      case 0:
        for (let flips = 1 + at(8); flips > 0 && made.length > 0; flips--) made[at(made.length)] ^= 1 << at(8);
        break;
      case 1:
        made = made.subarray(0, from);
        break;
      case 2:
        made = Buffer.concat([made.subarray(0, from), made.subarray(to)]);
        break;
      case 3:
        made = Buffer.concat([made.subarray(0, to), made.subarray(from, Math.min(to, from + 5000)), made.subarray(to)]);
        break;
      case 4:
      case 5: {
        const inserted = Buffer.from(nasty[at(nasty.length)], 'utf8');
        made = Buffer.concat([made.subarray(0, from), inserted, made.subarray(from)]);
        break;
      }
      case 6:
        made = Buffer.concat([made.subarray(0, from), Buffer.from(other).subarray(at(other.length + 1))]);
        break;
      case 7:
        made = Buffer.from(made.map((byte, i) => (i >= from && i < Math.min(to, from + 64) ? at(256) : byte)));
        break;
      default: {
        const text = made.toString('latin1');
        const words = text.match(/[\w.@-]{3,}/g) ?? [''];
        const word = words[at(words.length)];
        made = Buffer.from(
          text.replace(word, () => Buffer.from(nasty[at(nasty.length)]).toString('latin1')),
          'latin1',
        );
      }
    }
    if (made.length > 2_000_000) made = made.subarray(0, 2_000_000);
  }
  return made;
}
