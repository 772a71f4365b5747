import type { PdfPage } from '../../pdf/read/pages.ts';
import type { PressProfile } from '../../data/press-profile.ts';
import type { Findings } from '../findings.ts';
import type { Subject } from '../subject.ts';
import type { Make, PressCheck } from './asking.ts';
import { checkBleed } from './bleed.ts';
import { checkBoxes } from './boxes.ts';
import { checkOutputIntent, checkPressClaim } from './claim.ts';
import { checkColourKinds, checkRegistration, checkRichBlack } from './colours.ts';
import {
  checkAnnotations,
  checkAttachments,
  checkFileSize,
  checkForms,
  checkLayers,
  checkScripts,
  checkVersion,
} from './file.ts';
import { checkInk } from './ink.ts';
import { checkAddress, checkAreas } from './letter.ts';
import { checkKnockOut, checkWhiteOverprint } from './overprint.ts';
import { checkPageCount, checkPageSizes } from './pages.ts';
import { Paper } from './paper.ts';
import { workOfFile } from './plates.ts';
import { checkResolution, checkTransparency } from './pictures.ts';
import { checkSafeArea } from './safe-area.ts';
import { checkHairlines, checkPressFonts, checkSmallText } from './type.ts';

/** What a profile may ask of a file as a whole: each check does nothing where it is not asked. */
const ofFile: readonly PressCheck[] = [
  checkFileSize,
  checkVersion,
  checkPressClaim,
  checkOutputIntent,
  checkLayers,
  checkAttachments,
  checkScripts,
  checkForms,
  checkPageCount,
  checkPageSizes,
  checkPressFonts,
];

/** What it may ask of each page. */
const ofPage: readonly PressCheck[] = [
  checkBoxes,
  checkBleed,
  checkSafeArea,
  checkAreas,
  checkAddress,
  checkAnnotations,
  checkSmallText,
  checkHairlines,
  checkColourKinds,
  checkRegistration,
  checkRichBlack,
  checkInk,
  checkWhiteOverprint,
  checkKnockOut,
  checkTransparency,
  checkResolution,
];

/** Looks into a finished file for all that a press asks of it. */
export function checkForPress(subject: Subject, size: number, profile: PressProfile, found: Findings): void {
  const warned = new Set<string>(profile.warn);
  const make: Make = (rule, message, where, ...hints) => {
    if (warned.has(rule)) found.warning(rule, message, where, ...hints);
    else found.error(rule, message, where, ...hints);
  };
  const work = workOfFile();
  const paperOf = (page: PdfPage): Paper => new Paper(page, work);
  const asking = { subject, size, profile, found, make };
  for (const check of ofFile) check({ ...asking, papers: subject.pages.map(paperOf) });
  // What is worked out of a page is let go with it: a thousand pages need no more memory than one.
  for (const page of subject.pages) {
    const papers = [paperOf(page)];
    for (const check of ofPage) check({ ...asking, papers });
  }
}
