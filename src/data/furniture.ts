import { z } from 'zod';
import { Stop, type Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { parseYaml } from './yaml.ts';

const keys = [
  'tag',
  'danger',
  'crime',
  'orPoliceUk',
  'operationFord',
  'contacts',
  'checkedOn',
  'adviceOnly',
  'contents',
  'qrAlt',
  'qrCaption',
  'qrSearch',
  'qrShort',
  'call',
  'addedBy',
  'otherFormats',
  'otherFormatsLead',
  'otherFormatsPhone',
  'otherFormatsOr',
  'theWords',
  'theWordsText',
  'issuedBy',
  'footDocument',
  'footPage',
  'largePrintTitle',
  'largePrintDate',
  'largePrintElection',
  'largePrintMore',
  'largePrintFormats',
  'largePrintFoot',
  'cardSay',
  'cardMore',
  'cardProtect',
  'cardTitle',
  'sheetFronts',
  'sheetBacks',
  'sheetPrint',
  'proofTitle',
  'proofLead',
  'proofPolice',
  'proofRelay',
  'proofWords',
  'proofFixed',
  'proofFixedNote',
  'proofBox',
  'proofSigning',
  'proofName',
  'proofDate',
  'proofSignature',
  'proofFoot',
  'proofFootShort',
  'draft',
] as const;

export type FurnitureKey = (typeof keys)[number];

/** The product's own words in one language: labels, captions, feet. `tag` is the language as PDF and HTML name it. */
export type Furniture = Readonly<Record<FurnitureKey, string>>;

const schema = z.strictObject(
  Object.fromEntries(keys.map((key) => [key, z.string().min(1)])) as Record<FurnitureKey, z.ZodString>,
);

/**
 * Reads `content/furniture/<lang>.yaml`. Every key must be there: a leaflet without a label is a faulty leaflet.
 *
 * @throws Stop when an error was reported
 */
export const parseFurniture = (file: SourceFile, report: Report): Furniture => {
  const parsed = parseYaml(file, schema, report);
  if (!parsed) throw new Stop();
  return parsed.value;
};
