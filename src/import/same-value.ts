import { foldCouncil } from '../data/same-council.ts';

type Value = string | readonly string[];

/**
 * Whether two values of a key say the same, however they are written: phone numbers by their digits, addresses by their
 * words, police forces by what is left of their names without "Police". What people read letter by letter is compared so.
 */
export function saysTheSame(key: string, a: Value, b: Value): boolean {
  return fold(key, a) === fold(key, b);
}

function fold(key: string, value: Value): string {
  const last = key.slice(key.lastIndexOf('.') + 1);
  const texts = typeof value === 'string' ? [value] : value;
  if (last === 'phones' || last === 'phone') return texts.map(digitsOf).join(' ');
  const text = texts.join(' ').normalize('NFC');
  if (last === 'email') return text.trim().toLowerCase();
  if (last === 'website')
    return text
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, '');
  if (last === 'address') return wordsOf(text).join(' ');
  if (/^police\.\d+\.name$/.test(key)) return forceOf(text);
  if (key === 'name') return foldCouncil(text);
  return text.replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();
}

const digitsOf = (phone: string): string => phone.replace(/\(0\)|\D/g, '').replace(/^(?:00)?44(?=\d{9,10}$)/, '0');

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Forces are listed with "Police", "Constabulary" or neither, and `London, City of` is the City of London's. */
const forceOf = (name: string): string =>
  wordsOf(name.replaceAll('&', ' and '))
    .filter((word) => !/^(police|constabulary|service|force|heddlu|the|of|and)$/.test(word))
    .toSorted()
    .join(' ');
