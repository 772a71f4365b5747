import { z } from '../data/zod.ts';
import type { Day } from '../data/record.ts';
import { fault } from '../data/issues.ts';
import { day, requiredLine } from '../data/text.ts';
import { parseYaml } from '../data/yaml.ts';
import { error, type Place, type Report, Stop, warning } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { SourceFile } from '../diagnostics/source.ts';

/** Where the links of the guidance lead, by the key in `[words](link:key)`. */
export type LinkTable = {
  readonly path: string;
  readonly links: ReadonlyMap<string, Link>;
  /** The collection page: what is not verified leads there. */
  readonly collection: string;
};

export type Link = {
  /** Verified: the page was seen on that day. Probable: nobody has opened it. Unverified: no address is known. */
  readonly state: 'verified' | 'probable' | 'unverified';
  readonly url?: string;
  readonly checkedOn?: Day;
};

/** An address of the web as it is written in content. */
export const address = requiredLine.superRefine((text, context) => {
  if (/^https:\/\/[^\s/]/.test(text) && URL.canParse(text)) return;
  fault(context, `\`${text}\` is not a web address`, { hints: ['begin it with `https://`'] });
});

const link = z
  .strictObject({
    state: z.enum(['verified', 'probable', 'unverified']),
    url: address.exactOptional(),
    checkedOn: day.exactOptional(),
  })
  .superRefine(({ state, url, checkedOn }, context) => {
    if (state !== 'verified' || (url !== undefined && checkedOn !== undefined)) return;
    const hints = ['add them, or write `state: unverified`'];
    fault(context, 'a verified link needs a `url` and the day in `checkedOn`', { rule: 'parse/missing-key', hints });
  });

const schema: z.ZodType<{ [key: string]: Link }> = z.record(
  z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected small letters, digits and hyphens'),
  link,
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
  if (collection?.state !== 'verified' || collection.url === undefined) {
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
    const what =
      written === '' ? 'a link without an address' : `\`${written}\` is not an address that a link can lead to`;
    report(error('merge/bad-link', what, place, hint));
  }
}

/** Words that say nothing of where a link leads, when it is read without what stands around it. */
const VAGUE =
  /^(?:click|tap|press|go|see|read|look|learn|find out)?\s*(?:on\s+)?(?:here|this|more|more here|this link|link|the link|this page|this website|website|details|more information|further information|on)$/i;

/**
 * Warns of a link whose words do not say where it leads: many who use a screen reader go from link to link and hear
 * nothing else (WCAG 2.2, 2.4.4 and 2.4.9).
 */
export function checkLinkWords(words: string, place: Place | undefined, report: Report): void {
  const said = words
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[.,:;!?…>»→]+$/, '')
    .trim();
  if (!VAGUE.test(said)) return;
  const hint = 'link the words that name the page, such as `the council’s page on elections`';
  report(warning('merge/vague-link', `the link \`${said}\` does not say where it leads`, place, hint));
}

/** Resolves `link:key`; every other address comes back as it is. Checks it first. */
export function resolveUrl(written: string, table: LinkTable, place: Place | undefined, report: Report): string {
  checkUrl(written, table, place, report);
  const key = keyOf(written);
  if (key === undefined) return written;
  const { state, url } = table.links.get(key) ?? {};
  return state === 'verified' && url !== undefined ? url : table.collection;
}

const keyOf = (written: string): string | undefined => (written.startsWith('link:') ? written.slice(5) : undefined);
