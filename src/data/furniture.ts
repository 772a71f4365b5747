import { z } from './zod.ts';
import { type Report, Stop, warning } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { fault } from './issues.ts';
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
  'bookletContents',
  'qrAlt',
  'qrCaption',
  'qrSearch',
  'qrShort',
  'call',
  'addedBy',
  'table',
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
  'posterTitle',
  'posterSay',
  'foldedTitle',
  'foldedDanger',
  'trifoldTitle',
  'trifoldPromise',
  'trifoldPromiseShort',
  'trifoldElection',
  'trifoldDanger',
  'trifoldCrime',
  'trifoldCrimeShort',
  'trifoldSay',
  'trifoldQuote',
  'trifoldMore',
  'trifoldFormats',
  'trifoldWords',
  'trifoldIssued',
  'sheetFronts',
  'sheetBacks',
  'sheetPrint',
  'sheetPrintShort',
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
  'brandTitle',
  'brandBand',
  'brandBrand',
  'brandOnBrand',
  'brandTint',
  'brandEmergency',
  'brandPanel',
  'brandPaper',
  'brandInk',
  'brandQuiet',
  'brandRatio',
  'brandCmyk',
  'brandSample',
  'brandSampleText',
  'brandSampleLink',
  'brandSampleFirst',
  'brandSampleSecond',
  'brandSampleDanger',
  'brandSampleRed',
  'brandSampleCouncil',
  'brandClearSpace',
  'brandLeastSize',
  'brandCardFront',
  'brandCardBack',
  'draft',
  'language',
  'alsoHere',
  'dangerShort',
  'crimeShort',
  'or',
  'sayShort',
  'online',
  'guidance',
] as const;

export type FurnitureKey = (typeof keys)[number];

/** The product's own words in one language: labels, captions, feet. `tag` is the language as PDF and HTML name it. */
export type Furniture = Readonly<Record<FurnitureKey, string>>;

/** A language as PDF and HTML name it (BCP 47). */
const tag = z.string().superRefine((text, context) => {
  if (isLanguageTag(text)) return;
  const meant = text.replaceAll('_', '-');
  const hint = isLanguageTag(meant) ? `did you mean \`${meant}\`?` : 'write it as `en-GB` or `cy-GB`';
  fault(context, `\`${text}\` is not a language tag`, { hints: [hint] });
});

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

const texts = Object.fromEntries(keys.map((key) => [key, z.string().min(1)])) as Record<FurnitureKey, z.ZodString>;

/** Who has reviewed the words of a language that the makers of handbill do not speak, or `no`. */
const reviewer = z.string().min(1).exactOptional();

const schema = z.strictObject({ ...texts, tag, reviewed: reviewer });

/**
 * Reads `content/furniture/<lang>.yaml`. Every key must be there: a leaflet without a label is a faulty leaflet.
 *
 * @throws Stop when an error was reported
 */
export const parseFurniture = (file: SourceFile, report: Report): Furniture => {
  const parsed = parseYaml(file, schema, report);
  if (!parsed) throw new Stop();
  const { reviewed, ...furniture } = parsed.value;
  if (reviewed === 'no') {
    const message = `nobody who speaks the language has reviewed the labels in \`${file.path}\``;
    const hint = 'let somebody read them, and write their name and the day into `reviewed`';
    report(warning('parse/unreviewed', message, parsed.placeOf('reviewed'), hint));
  }
  return furniture;
};
