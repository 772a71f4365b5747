/**
 * What a list of councils, wards or contacts never comes near. A file beyond it is refused at the place where it goes
 * beyond, so that neither a broken file nor one made to harm can fill the memory or run for ever.
 */
export const LIMITS = {
  /** Of a workbook or a JSON file, in bytes: they are held as a whole. CSV is not, and may have any size. */
  held: 64 * 2 ** 20,
  /** Of all parts of a workbook that are read, in bytes after inflation. */
  inflated: 256 * 2 ** 20,
  /** Files in the archive that a workbook is. */
  entries: 10_000,
  /** Elements of XML or values of JSON within one another. */
  depth: 64,
  /** Characters of XML without a tag between them. */
  run: 4 * 2 ** 20,
  columns: 1_000,
  /** Characters of one row. */
  row: 1_000_000,
  /** Sheets, merged ranges, number formats and the like of a workbook. */
  parts: 100_000,
  /** Different texts of a workbook, and their characters. */
  texts: 2_000_000,
  textLength: 64 * 2 ** 20,
} as const;
