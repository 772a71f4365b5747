import { getFormatFromId } from 'numfmt';
import { LIMITS } from './limits.ts';
import { readAllXml } from './xml.ts';
import { type Archive, Damaged } from './zip.ts';

/** Excel allows no longer ones, and a pattern is parsed. */
const LONGEST = 255;

/**
 * The number format of each style that cells refer to by number (ECMA-376 part 1, 18.8.10 and 18.8.30).
 *
 * @throws Damaged
 */
export async function numberFormats(archive: Archive, part: string): Promise<readonly string[]> {
  const own = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  await readAllXml(part, archive.open(part), {
    open(name, { numFmtId, formatCode }) {
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) ids.push(Number(numFmtId ?? 0));
      if (name === 'numFmt' && formatCode !== undefined && formatCode.length <= LONGEST) {
        own.set(Number(numFmtId), formatCode);
      }
      if (ids.length > LIMITS.parts || own.size > LIMITS.parts)
        throw new Damaged('it has too many styles', 'too-large');
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return ids.map((id) => own.get(id) ?? (id > 0 && id < 164 ? getFormatFromId(id) : 'General'));
}
