import { LIMITS } from './limits.ts';
import { readAllXml } from './xml.ts';
import { type Archive, Damaged } from './zip.ts';

/**
 * Collects the text of a string item: all its runs, without what shows how to say it (ECMA-376 part 1, 18.4.8 and
 * 18.4.6).
 */
export function textCollector(): {
  open(name: string): void;
  text(text: string): void;
  close(name: string): void;
  take(): string;
} {
  let text = '';
  let inText = false;
  let phonetic = 0;
  return {
    open(name) {
      if (name === 'rPh') phonetic += 1;
      inText = name === 't' && phonetic === 0;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 'rPh') phonetic -= 1;
      if (name === 't') inText = false;
    },
    take() {
      const taken = unescaped(text);
      text = '';
      return taken;
    },
  };
}

/** Characters that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19); line breaks become `\n`. */
export const unescaped = (text: string): string =>
  (text.includes('_x')
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
  ).replace(/\r\n?/g, '\n');

/**
 * The texts that cells refer to by number.
 *
 * @throws Damaged
 */
export async function sharedTexts(archive: Archive, part: string): Promise<readonly string[]> {
  const texts: string[] = [];
  const collector = textCollector();
  let length = 0;
  await readAllXml(part, archive.open(part), {
    open: (name) => collector.open(name),
    text: (text) => collector.text(text),
    close(name) {
      collector.close(name);
      if (name !== 'si') return;
      const text = collector.take();
      length += text.length;
      texts.push(text);
      if (texts.length > LIMITS.texts || length > LIMITS.textLength) {
        throw new Damaged('it has more text than any list', 'too-large');
      }
    },
  });
  return texts;
}
