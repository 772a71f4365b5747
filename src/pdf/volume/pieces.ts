import { number } from '../objects.ts';
import type { PdfDict, PdfObject, PdfRef } from '../read/objects.ts';

/** An object as text, with places for what is known only when it is written. */
export type Pieces<Place> = readonly (string | Place)[];

/** Says what stands in the place of a reference, or of the value of a key; undefined: what is there. */
export type Placing<Place> = {
  readonly ref: (ref: PdfRef) => Instead<Place>;
  /** Of the dictionary that is the object itself, not of those in it. */
  readonly entry?: (key: string) => Instead<Place> | 'as-it-is' | 'left-out';
};

type Instead<Place> = string | Place | readonly (string | Place)[];

/** Writes an object that was read, with places in it. Texts between places are joined. */
export function piecesOf<Place extends object>(object: PdfObject, placing: Placing<Place>): Pieces<Place> {
  const pieces: (string | Place)[] = [];
  const put = (piece: string | Place): void => {
    const last = pieces.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  };
  const putAll = (instead: Instead<Place>): void => {
    for (const each of Array.isArray(instead) ? instead : [instead]) put(each as string | Place);
  };
  const dict = ({ entries }: PdfDict, entry: Placing<Place>['entry']): void => {
    put('<<');
    let isFirst = true;
    for (const [key, value] of entries) {
      const instead = entry?.(key) ?? 'as-it-is';
      if (instead === 'left-out') continue;
      put(`${isFirst ? '' : ' '}/${nameIn(key)} `);
      isFirst = false;
      if (instead === 'as-it-is') down(value, undefined);
      else putAll(instead);
    }
    put('>>');
  };
  const down = (value: PdfObject, entry: Placing<Place>['entry']): void => {
    if (value === null || typeof value === 'boolean') return put(String(value));
    if (typeof value === 'number') return put(number(value));
    if (isList(value)) {
      put('[');
      value.forEach((item, i) => {
        if (i > 0) put(' ');
        down(item, undefined);
      });
      return put(']');
    }
    switch (value.kind) {
      case 'name':
        return put(`/${nameIn(value.name)}`);
      case 'string':
        return put(stringIn(value.bytes));
      case 'ref':
        return putAll(placing.ref(value));
      case 'dict':
        return dict(value, entry);
      case 'stream':
        return dict(value.dict, entry);
    }
  };
  down(object, placing.entry);
  return pieces;
}

const isList = (value: PdfObject): value is readonly PdfObject[] => Array.isArray(value);

/** Names as they are read, a character a byte (ISO 32000-1, 7.3.5). */
const nameIn = (of: string): string =>
  of.replace(/[^!-~]|[#()<>[\]{}/%]/g, (c) => `#${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

const stringIn = (of: string): string =>
  /^[ -~]*$/.test(of)
    ? `(${of.replace(/[\\()]/g, (c) => `\\${c}`)})`
    : `<${Buffer.from(of, 'latin1').toString('hex')}>`;
