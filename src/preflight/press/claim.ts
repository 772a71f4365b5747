import { isA, isArray, latin1, nameOf, type PdfDict, textOfString } from '../../pdf/read/objects.ts';
import { packetOf } from '../document.ts';
import type { Subject } from '../subject.ts';
import type { PressCheck } from './asking.ts';

/** That the file says to which part of PDF/X it keeps (ISO 15930-7, 6.4; ISO 15930-4, 6.3). */
export const checkPressClaim: PressCheck = ({ subject, profile, make }) => {
  const { claims } = profile.file;
  if (!claims) return;
  const claimed = claimOf(subject);
  if (claims.some((claim) => claimed === claim || claimed?.startsWith(`${claim}:`))) return;
  const said =
    claimed === undefined ? 'the file does not claim to keep to PDF/X' : `the file claims to keep to ${claimed}`;
  make('press/no-claim', `${said}, expected ${claims.join(' or ')}`, {}, `write it as ${claims.at(-1)}, for print`);
};

/** `PDF/X-4`, or as the document information says it: `PDF/X-1a:2001`. */
function claimOf(subject: Subject): string | undefined {
  const { file } = subject;
  const [, inMetadata] = /GTS_PDFXVersion\s*(?:=\s*["']|>\s*)(PDF\/X-[\w:]+)/.exec(packetOf(subject)) ?? [];
  if (inMetadata !== undefined && !inMetadata.startsWith('PDF/X-1:')) return inMetadata;
  const info = file.dictOf(file.trailer.entries.get('Info'));
  const textOf = (key: string): string => {
    const found = info && file.get(info, key);
    return isA(found, 'string') ? textOfString(found) : '';
  };
  return textOf('GTS_PDFXConformance') || textOf('GTS_PDFXVersion') || inMetadata || undefined;
}

/** Where the signature of a profile's colours stands (ISO 15076-1, 7.2.6). */
const signatureAt = 16;

/** That the file says for which press its colours are meant (ISO 15930-7, 6.2.1), and that it is one that is asked for. */
export const checkOutputIntent: PressCheck = ({ subject, profile, make }) => {
  const { outputIntent, conditions } = profile.file;
  if (!outputIntent && !conditions) return;
  const { file } = subject;
  const given = file.get(file.catalog, 'OutputIntents');
  const intents = (isArray(given) ? given : []).flatMap((item): PdfDict[] => {
    const intent = file.dictOf(item);
    return intent && nameOf(file.get(intent, 'S')) === 'GTS_PDFX' ? [intent] : [];
  });
  const [intent] = intents;
  const hint = `write it with the output intent of the press${conditions ? `: ${conditions.join(' or ')}` : ''}`;
  if (!intent) {
    make('press/output-intent', 'the file does not say for which press its colours are meant', {}, hint);
    return;
  }
  const words = ['OutputConditionIdentifier', 'OutputCondition', 'Info']
    .map((key) => file.get(intent, key))
    .flatMap((text) => (isA(text, 'string') ? [textOfString(text)] : []));
  const own = file.get(intent, 'DestOutputProfile');
  const named = words[0]?.trim() ?? '';
  const colours = isA(own, 'stream') ? latin1(file.decode(own).subarray(signatureAt, signatureAt + 4)) : undefined;
  if (named === '' && colours === undefined) {
    make('press/output-intent', 'the output intent names no press and holds no profile', {}, hint);
  } else if (colours !== undefined && colours !== 'CMYK') {
    const message = `the profile of the output intent is one of ${colours.trim() || 'unknown colours'}, expected CMYK`;
    make('press/output-intent', message, {}, hint);
  } else if (conditions && !conditions.some((each) => words.some((text) => includes(text, each)))) {
    const message = `the colours are meant for \`${named || 'a press without a name'}\`, expected ${conditions.join(' or ')}`;
    make('press/output-intent', message, {}, hint);
  }
};

const includes = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());
