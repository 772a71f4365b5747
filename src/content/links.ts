import { z } from 'zod';
import type { Day } from '../data/record.ts';
import { fault } from '../data/issues.ts';
import { day, requiredLine } from '../data/text.ts';
import { parseYaml } from '../data/yaml.ts';
import { error, type Place, type Report, Stop } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { SourceFile } from '../diagnostics/source.ts';

/** Where the links of the guidance lead, by the key in `[words](link:key)`. */
export type LinkTable = {
  readonly path: string;
  readonly links: ReadonlyMap<string, Link>;
  /** The collection page: what is not verified leads there. */
  readonly collection: string;
};

export type Link =
  | { readonly state: 'verified'; readonly url: string; readonly checkedOn: Day }
  | { readonly state: 'probable'; readonly url: string }
  | { readonly state: 'unverified' };

/** An address of the web as it is written in content. */
export const address = requiredLine.superRefine((text, context) => {
  if (/^https:\/\/[^\s/]/.test(text) && URL.canParse(text)) return;
  fault(context, `\`${text}\` is not a web address`, { hints: ['begin it with `https://`'] });
});

const schema = z.record(
  z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected small letters, digits and hyphens'),
  z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('verified'), url: address, checkedOn: day }),
    z.strictObject({ state: z.literal('probable'), url: address }),
    z.strictObject({ state: z.literal('unverified') }),
  ]),
);

/**
 * Parses the table of links.
 *
 * @throws {Stop} when an error was reported
 */
export function parseLinks(file: SourceFile, report: Report): LinkTable {
  const parsed = parseYaml(file, schema, report);
  if (!parsed) throw new Stop();
  const links = new Map(Object.entries(parsed.value));
  const collection = links.get('collection');
  if (collection?.state !== 'verified') {
    const place = parsed.placeOf('collection') ?? { kind: 'text', path: file.path };
    const hint = 'give it a `url`, `state: verified` and the day in `checkedOn`';
    const message = 'the link `collection` must be there and verified, since other links lead to it';
    report(error('parse/no-collection', message, place, hint));
    throw new Stop();
  }
  return { path: file.path, links, collection: collection.url };
}

const USABLE = /^(?:https?:\/\/[^\s/]\S*|mailto:[^\s@]+@[^\s@]+|tel:\+?[\d-]+|#\S+)$/;

/** Reports an address that leads nowhere: an unknown key, or neither web, mail, telephone nor a heading. */
export function checkUrl(written: string, table: LinkTable, place: Place | undefined, report: Report): void {
  const key = keyOf(written);
  if (key !== undefined && !table.links.has(key)) {
    const meant = nearest(key, table.links.keys());
    const hint = meant === undefined ? `add \`${key}: …\` to ${table.path}` : `did you mean \`link:${meant}\`?`;
    report(error('merge/unknown-link', `no link \`${key}\` in ${table.path}`, place, hint));
  } else if (key === undefined && !USABLE.test(written)) {
    const hint = 'begin it with `https://`, `mailto:`, `tel:`, `link:` and a key, or `#` and the id of a heading';
    report(error('merge/bad-link', `\`${written}\` is not an address that a link can lead to`, place, hint));
  }
}

/** Resolves `link:key`; every other address comes back as it is. Checks it first. */
export function resolveUrl(written: string, table: LinkTable, place: Place | undefined, report: Report): string {
  checkUrl(written, table, place, report);
  const key = keyOf(written);
  if (key === undefined) return written;
  const link = table.links.get(key);
  return link?.state === 'verified' ? link.url : table.collection;
}

const keyOf = (written: string): string | undefined => (written.startsWith('link:') ? written.slice(5) : undefined);
