import { SaxesParser } from 'saxes';
import { LIMITS } from './limits.ts';
import { Damaged } from './zip.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Is told what stands in a document, in order. Names are without their prefixes. */
export type Listener = {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
};

/**
 * Reads XML piece by piece, telling after each piece that it has been read. Workbooks have no document type; with none,
 * no entity can grow or lead to another file.
 *
 * @param name what is read, for the message of a fault
 * @throws Damaged if it is not well-formed, or out of all measure
 */
export async function* readXml(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  listener: Listener,
): AsyncIterable<void> {
  const parser = new SaxesParser();
  let depth = 0;
  let run = 0;
  parser.on('error', (fault) => {
    throw new Damaged(`\`${name}\` is not well-formed: ${reasonOf(fault.message)}`);
  });
  parser.on('doctype', () => {
    throw new Damaged(`\`${name}\` has a document type, which no workbook has`);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    run = 0;
    if (depth > LIMITS.depth) throw new Damaged(`\`${name}\` is nested more than ${LIMITS.depth} deep`);
    listener.open(local(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    run = 0;
    listener.close?.(local(tag.name));
  });
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));

  let decoder: InstanceType<typeof TextDecoder> | undefined;
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes ? (decoder?.decode(bytes, { stream: true }) ?? '') : (decoder?.decode() ?? '');
    } catch {
      throw new Damaged(`\`${name}\` is not in the encoding that it should be in`);
    }
  };
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    const text = decode(chunk);
    run += text.length;
    if (run > LIMITS.run) throw new Damaged(`\`${name}\` has a text beyond all measure`, 'too-large');
    parser.write(text);
    yield;
  }
  const rest = decode();
  if (rest !== '') parser.write(rest);
  parser.close();
  yield;
}

/** Reads XML to its end. */
export async function readAllXml(name: string, chunks: AsyncIterable<Uint8Array>, listener: Listener): Promise<void> {
  const pieces = readXml(name, chunks, listener)[Symbol.asyncIterator]();
  // oxlint-disable-next-line no-await-in-loop -- piece by piece
  while (!(await pieces.next()).done);
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';

/** The parser's words, which begin with line and column, as the end of a sentence of ours. */
const reasonOf = (message: string): string => {
  const [, where = '', reason = message] = /^(\d+:\d+): (.*)$/s.exec(message) ?? [];
  const said = reason.replace(/\.$/, '').slice(0, 100);
  return where === '' ? said : `${said} (${where})`;
};
