/**
 * A cell with phone numbers, taken apart. `before` is what stands between the number and the one before it, and tells
 * what the number is for.
 */
export type PhonePart = { readonly before: string; readonly typed: string; readonly extension?: string };

export type PhoneParts = { readonly numbers: readonly PhonePart[]; readonly after: string };

/** Digits with what people put between them; a few letters are let in, which are typed for figures. */
const NUMBER =
  /(?<![\p{L}\d])(?:1800[12][ -]*)?(?:\(\+?\d+\)|\+ ?\d|\( ?0|\d|[Oo](?=\d{3}))(?:[\d ]|[-‐-―−.](?=[ ]?[\d(])|\( ?\d+ ?\)|(?<=[\d ])[OoIl|]+(?=\d)|(?<=\d)[OoIl|]+(?!\p{L}))*(?!\p{L})/gu;

const EXTENSION = /^[ ,(]*(?:extension|extn|ext|est|x)[ .:]*(\d{1,6})\)?(?!\d)/i;

/** Hours of a day, which are figures too: `9am - 5pm`, `08:30-17.00`, `0830-1700`, `24hrs`, `24/7`. */
const HOURS =
  /(?<![\d+])(?:\d{1,2}(?:[.:]\d{2})? ?(?:am|pm)?(?: ?[-–—] ?| to )\d{1,2}(?:[.:]\d{2})? ?(?:am|pm)|\d{1,2}[.:]\d{2}(?: ?[-–—] ?| to )\d{1,2}[.:]\d{2}|[01]\d[0-5]\d ?[-–—] ?[012]\d[0-5]\d(?!\d)|24 ?\/ ?7|\d{1,2} ?(?:am|pm|hrs?|hours)\b)/gi;

/** Finds the numbers in a cell, and what stands around them. */
export function partsOf(text: string): PhoneParts {
  // Of the same length, so that what is found keeps its place.
  const plain = text.replace(HOURS, (found) => '_'.repeat(found.length));
  const numbers: PhonePart[] = [];
  let from = 0;
  for (const found of plain.matchAll(NUMBER)) {
    const start = found.index;
    if (start < from) continue;
    for (const [typed, at] of apart(found[0].trimEnd(), start)) {
      const end = at + typed.length;
      const extension = EXTENSION.exec(plain.slice(end));
      numbers.push({ before: text.slice(from, at), typed, ...(extension?.[1] && { extension: extension[1] }) });
      from = end + (extension?.[0].length ?? 0);
    }
  }
  return { numbers, after: text.slice(from) };
}

/** Two whole numbers with a space between them are two. */
function apart(typed: string, at: number): readonly (readonly [typed: string, at: number])[] {
  const digits = typed.replace(/\D/g, '');
  if (digits.length < 20 || /^\D*1800[12]/.test(typed)) return [[typed, at]];
  const gaps = [...typed.matchAll(/ +(?=\(?[0+])/g)];
  const gap = gaps.find(({ index }) => {
    const left = typed.slice(0, index).replace(/\D/g, '').length;
    return left >= 10 && left <= 12;
  });
  if (!gap) return [[typed, at]];
  const second = gap.index + gap[0].length;
  return [[typed.slice(0, gap.index), at], ...apart(typed.slice(second), at + second)];
}
