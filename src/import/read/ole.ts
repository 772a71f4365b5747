import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';

/**
 * Says what a compound file is ([MS-CFB]). Excel wrote its workbooks as such until 2003; later ones are wrapped in it
 * when they have a password or a sensitivity label ([MS-OFFCRYPTO] 2.3). The same first bytes, two remedies.
 *
 * @param bytes the file, or as much of it as there is
 */
export function refuseCompound(bytes: Uint8Array, path: string): Diagnostic {
  const names = streamsOf(bytes);
  const place = { kind: 'text', path } as const;
  if (names.has('EncryptedPackage')) {
    const labelled = [...names].some((name) => name.startsWith('DRM'));
    return labelled
      ? error(
          'import/locked-workbook',
          'the workbook is encrypted by a sensitivity label, and cannot be read',
          place,
          'open it in Excel, choose a label without encryption, and save it',
          'or save the sheet as `CSV UTF-8`',
        )
      : error(
          'import/locked-workbook',
          'the workbook has a password, and cannot be read',
          place,
          'open it in Excel, take the password out under File, Info, Protect Workbook, and save it',
        );
  }
  if (names.has('Workbook') || names.has('Book')) {
    const message = 'the file is a workbook of Excel 97 to 2003 (.xls), expected a later one';
    const hint = 'open it in Excel, and save it as `Excel workbook (.xlsx)`';
    return error('import/old-workbook', message, place, hint);
  }
  const found = names.has('WordDocument') ? 'a Word document' : names.size > 0 ? 'no workbook' : undefined;
  const message = found
    ? `the file is ${found}, expected a spreadsheet`
    : 'the file is an old or an encrypted workbook, and is damaged';
  const hint = 'open it in Excel, and save it as `Excel workbook (.xlsx)`, without a password';
  return error('import/not-a-table', message, place, hint);
}

const ENTRY = 128;
const MOST_SECTORS = 1_000;

/** The names in the directory. Sectors that are missing or lead in a circle end it. */
function streamsOf(bytes: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const read = (at: number): number | undefined =>
    at >= 0 && at + 4 <= bytes.length ? view.getUint32(at, true) : undefined;
  const shift = bytes.length >= 512 ? view.getUint16(30, true) : 0;
  if (shift !== 9 && shift !== 12) return names;
  const size = 2 ** shift;
  const startOf = (sector: number): number => (sector + 1) * size;
  // 109 sectors of the allocation table are named in the header; directories lie in what these know.
  const next = (sector: number): number | undefined => {
    const index = Math.floor((sector * 4) / size);
    const table = index < 109 ? read(76 + index * 4) : undefined;
    return table === undefined ? undefined : read(startOf(table) + ((sector * 4) % size));
  };
  let sector = read(48);
  for (let count = 0; sector !== undefined && sector < 0xfffffffa && count < MOST_SECTORS; count++) {
    for (let at = startOf(sector); at < startOf(sector + 1) && at + ENTRY <= bytes.length; at += ENTRY) {
      const length = Math.min(64, view.getUint16(at + 64, true));
      const name = new TextDecoder('utf-16le').decode(bytes.subarray(at, at + Math.max(0, length - 2)));
      if (length > 2) names.add(name.replace(/^\p{Cc}+/u, ''));
    }
    sector = next(sector);
  }
  return names;
}
