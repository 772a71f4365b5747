import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A phone number ready to be printed, or what is wrong with the one that was typed. */
export type Phone =
  | { readonly kind: 'phone'; readonly printed: string; readonly assigned: boolean }
  | { readonly kind: 'fault'; readonly message: string; readonly hints: readonly string[] };

/**
 * Reads a phone number of the United Kingdom. The grouping that was typed stays; a number typed in one go is grouped
 * as people say it.
 *
 * A number of the right length in a range that is not in use comes back as not `assigned`. Drama numbers (01632 960
 * 001) count as assigned: Ofcom keeps them for invented people, so they are possible but never valid.
 */
export function readPhone(typed: string): Phone {
  const text = typed
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  const relay = /^(1800[12]) ?(?=[\d+(])(.+)$/.exec(text);
  if (relay) return withRelay(relay[1]!, relay[2]!);
  const unreadable = refuseCharacters(text);
  if (unreadable) return unreadable;

  const digits = text.replace(/\D/g, '');
  if (/^(1\d\d|999|11[68]\d{3})$/.test(digits)) {
    return fault(
      `\`${text}\` is not the contact’s own number`,
      'give the number on which this contact is reached; 999 and 101 are printed on every product',
    );
  }
  const number = parsePhoneNumberFromString(text, { defaultCountry: 'GB', extract: false });
  if (!number || number.countryCallingCode !== '44') {
    return fault(
      `\`${text}\` is not a phone number of the United Kingdom`,
      'give it with its area code, from the 0 on',
    );
  }
  if (/\(0\)/.test(text) || digits.startsWith('0044')) {
    return fault(`\`${text}\` cannot be dialled as it stands`, `write it as \`${grouped(number)}\``);
  }
  if (!number.isPossible() || !/^\(?0|^\+44/.test(text) || (!number.isValid() && !hasUsualShape(number))) {
    const count = `${digits.length} digit${digits.length === 1 ? '' : 's'}`;
    return fault(
      `\`${text}\` is not a phone number: ${count}, and no number of the United Kingdom looks like this`,
      'check each digit, and give the area code',
    );
  }
  const printed = /^\+?\d+$/.test(text) ? grouped(number, text.startsWith('+')) : text;
  return { kind: 'phone', printed, assigned: number.isValid() || isDrama(number) };
}

/** The address to ring a printed number: `tel:+441632960001`. */
export function telUri(printed: string): string {
  const [, relay = '', rest = printed] = /^(1800[12]) (.+)$/.exec(printed) ?? [];
  const digits = rest.replace(/[^\d+]/g, '');
  return relay ? `tel:${relay}${digits.replace(/^\+44/, '0')}` : `tel:${digits.replace(/^0/, '+44')}`;
}

/** 18001 and 18002 before a number connect through Relay UK. */
function withRelay(prefix: string, typed: string): Phone {
  const phone = readPhone(typed);
  return phone.kind === 'phone' ? { ...phone, printed: `${prefix} ${phone.printed}` } : phone;
}

function refuseCharacters(text: string): Phone | undefined {
  const misread = text.replace(/[Oo]/g, '0').replace(/[Il|]/g, '1');
  const letter = /\p{L}/u.exec(text)?.[0];
  if (letter !== undefined) {
    const plain = /^[\d ()+-]+$/.test(misread);
    const hint = plain
      ? `did you mean \`${misread}\`?`
      : 'leave only the number; a name, an extension or when to ring belongs in `name` or `hours`';
    return fault(`\`${text}\` is not a phone number: \`${letter}\` is a letter`, hint);
  }
  if (/[/,;&]/.test(text))
    return fault(`\`${text}\` is more than one phone number`, 'list each number by itself: `["…", "…"]`');
  const odd = /[^\d ()+-]/u.exec(text)?.[0];
  if (odd !== undefined) {
    return fault(
      `\`${text}\` is not a phone number: it holds \`${odd}\``,
      'write digits with spaces between the groups',
    );
  }
  return /\d/.test(text)
    ? undefined
    : fault(`\`${text}\` is not a phone number: it has no digits`, 'write it in digits');
}

const fault = (message: string, ...hints: string[]): Phone => ({ kind: 'fault', message, hints });

/** `01632 960 001`: six digits at the end are said three by three. */
const grouped = (number: PhoneNumber, abroad = false): string =>
  number.format(abroad ? 'INTERNATIONAL' : 'NATIONAL').replace(/(?<= )(\d{3})(\d{3})$/, '$1 $2');

/** Ten digits after the 0, which is what all but a few old numbers have, in one of the ranges that exist. */
const hasUsualShape = ({ nationalNumber }: PhoneNumber): boolean => /^[123578]\d{9}$/.test(nationalNumber);

/** Ofcom's numbers for radio and television, of those that are in no range in use. */
const isDrama = ({ nationalNumber }: PhoneNumber): boolean => /^(1632960|7700900|3069990)\d{3}$/.test(nationalNumber);
