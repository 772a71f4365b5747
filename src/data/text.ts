import { domainToASCII, domainToUnicode } from 'node:url';
import { z } from './zod.ts';
import { guessDay, parseDay } from './day.ts';
import { type Fault, fault } from './issues.ts';
import { readPhone } from './phone.ts';
import type { Day } from './record.ts';

/** What is read of a text, or the message that refuses it. */
type Read = { readonly value: string } | ({ readonly message: string } & Fault);

/** A schema for one line of text: trimmed, in Unicode's composed form, neither empty nor holding what cannot be seen. */
const line = (empty: string, read: (text: string) => Read = (value) => ({ value })): z.ZodType<string> =>
  z.string().transform((typed, context) => {
    const text = typed.normalize('NFC').trim();
    const hidden = HIDDEN.exec(text)?.[0];
    const result: Read =
      text === ''
        ? { message: 'the value is empty', hints: [empty] }
        : hidden !== undefined
          ? { message: `the value holds ${nameHidden(hidden)}`, hints: ['write it on one line, typed afresh'] }
          : read(text);
    if ('value' in result) return result.value;
    fault(context, result.message, result);
    return z.NEVER;
  });

/** What no reader sees, or sees as a gap. */
export const HIDDEN = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/** A character of `HIDDEN` in words. */
export function nameHidden(character: string): string {
  if (character === '\n' || character === '\r') return 'a line break';
  if (character === '\t') return 'a tab';
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return `a character that cannot be seen (U+${code})`;
}

/** One line of text that must be there. */
export const requiredLine = line('fill it in');

/** One line of text that may be left out. */
export const optionalLine = line('leave the key out');

/** A name that is safe as a folder's on every system, and in addresses. */
export const isSafeName = (name: string): boolean =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && name.length <= 64 && !/^(con|prn|aux|nul|com\d|lpt\d)$/.test(name);

/** The name of a folder under `content`. */
export const folderName = line('fill it in', (text) =>
  isSafeName(text)
    ? { value: text }
    : {
        message: `\`${text}\` cannot be a folder’s name`,
        hints: ['use lower-case letters, digits and single hyphens'],
      },
);

/** A phone number, in the grouping in which it was typed. */
export const phone = line('leave the key out', (text) => {
  const read = readPhone(text);
  return read.kind === 'phone' ? { value: read.printed } : { ...read, rule: 'parse/invalid-phone' };
});

/** A phone number before which Relay UK's 18001 is printed. */
export const phoneWithoutRelay = line('leave the key out', (text) => {
  const read = readPhone(text);
  if (read.kind === 'fault') return { ...read, rule: 'parse/invalid-phone' };
  if (!/^1800[12] /.test(read.printed)) return { value: read.printed };
  return {
    rule: 'parse/invalid-phone',
    message: `\`${read.printed}\` begins with Relay UK’s ${read.printed.slice(0, 5)}, which is printed beside it`,
    hints: [`write \`${read.printed.slice(6)}\``],
  };
});

/** An email address as it was typed; its domain may be in any script. */
export const email = line('leave the key out', (text) => {
  const wrong = (reason: string, hint: string): Read => ({
    rule: 'parse/invalid-email',
    message: `\`${text}\` is not an email address: ${reason}`,
    hints: [hint],
  });
  const parts = text.split('@');
  const [mailbox = '', domain = ''] = parts;
  if (/^mailto:/i.test(text)) return wrong('`mailto:` is not part of it', `write \`${text.slice(7)}\``);
  if (parts.length < 2) return wrong('it has no `@`', 'write it as `name@council.gov.uk`');
  if (parts.length > 2) return wrong('it has more than one `@`', 'give one address');
  if (/\s/.test(text)) return wrong('it holds a space', 'leave only the address');
  if (mailbox === '') return wrong('nothing stands before the `@`', 'write it as `name@council.gov.uk`');
  if (!/^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u.test(mailbox)) {
    return wrong(`\`${mailbox}\` cannot stand before the \`@\``, 'leave only the address');
  }
  if (!isDomain(domain))
    return wrong(`\`${domain}\` is not a domain`, 'write what follows the `@` as `council.gov.uk`');
  return { value: text };
});

/** A page on the web, with its scheme: `https://` where none was typed. `shownUrl` gives what is printed. */
export const website = line('leave the key out', (text) => {
  const wrong = (reason: string, hint: string): Read => ({
    rule: 'parse/invalid-website',
    message: `\`${text}\` is not a web address: ${reason}`,
    hints: [hint],
  });
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d)/i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'https' && scheme !== 'http') {
    return wrong(`it begins with \`${scheme}:\``, 'give the address of a page, as `www.council.gov.uk`');
  }
  if (/\s/.test(text)) return wrong('it holds a space', 'leave only the address');
  const typed = scheme === undefined ? `https://${text}` : text;
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  const host = url && domainToUnicode(url.hostname);
  if (!url || !host || !isDomain(host)) return wrong('its domain is not one', 'write it as `www.council.gov.uk`');
  if (url.username || url.password || url.port)
    return wrong('it is no public address', 'write it as `www.council.gov.uk`');
  return { value: url.href.replace(/(?<=^https?:\/\/[^/]+)\/$/, '') };
});

/** An address of the web as it is printed: without scheme and closing slash, in its own script. */
export function shownUrl(href: string): string {
  const { hostname, pathname, search, hash } = new URL(href);
  const rest = pathname.replace(/\/$/, '') + search + hash;
  return domainToUnicode(hostname) + readable(rest);
}

function readable(path: string): string {
  try {
    const decoded = decodeURI(path);
    return /\s/.test(decoded) || HIDDEN.test(decoded) ? path : decoded;
  } catch {
    return path;
  }
}

function isDomain(text: string): boolean {
  const ascii = domainToASCII(text);
  return (
    /^[^\s/:?#@[\]]+$/.test(text) && /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i.test(ascii)
  );
}

/** A day that exists, `YYYY-MM-DD`. */
export const day: z.ZodType<Day> = line('fill it in', (text) => {
  if (parseDay(text)) return { value: text };
  const meant = guessDay(text);
  const shaped = /^\d{4}-\d{2}-\d{2}$/.test(text);
  return {
    rule: 'parse/invalid-date',
    message: shaped ? `there is no day \`${text}\`` : `\`${text}\` is not a date as \`YYYY-MM-DD\``,
    hints: [meant ? `did you mean \`${meant}\`?` : 'write the year, the month and the day: `2025-05-01`'],
  };
}).transform((text) => text as Day);
