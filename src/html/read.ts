import type { ReadText } from '../text/read-back.ts';

/**
 * Reads the words and links of a finished page as a browser would show them. It reads what `markup` writes: every
 * element closed, attributes in double quotes, five entities.
 */
export function readPage(page: string): ReadText {
  const body = page.slice(page.indexOf('<body>')).replace(/<svg\b.*?<\/svg>/gs, '');
  const links = [...body.matchAll(/<a\b[^>]*? href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].map(([, uri = '', words = '']) => ({
    uri: unescaped(uri),
    words: textOf(words),
  }));
  const title = /<title>(.*?)<\/title>/s.exec(page)?.[1] ?? '';
  const description = /<meta name="description" content="([^"]*)">/.exec(page)?.[1] ?? '';
  return {
    lines: [unescaped(title), unescaped(description), ...textOf(body).split('\n')],
    links: links.filter(({ uri }) => !WITHIN.test(uri)),
  };
}

/** On the page itself, or to the same page in another language, which lies beside it. */
const WITHIN = /^#|^leaflet\.[a-z]+(\.draft)?\.html$/;

/** Elements that stand within a line. */
const INLINE = /<\/?(?:a|span|strong|wbr)\b[^>]*>/g;

const textOf = (written: string): string => unescaped(written.replace(INLINE, '').replace(/<[^>]*>/g, '\n'));

const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const unescaped = (text: string): string =>
  text.replace(/&(\w+|#\d+);/g, (all, entity: string) => CHARACTERS[entity] ?? all);
