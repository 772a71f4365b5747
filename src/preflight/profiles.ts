import type { PressProfile } from '../data/press-profile.ts';
import { checkAnnotations } from './annotations.ts';
import { checkArtifacts } from './artifacts.ts';
import { checkBelonging } from './belonging.ts';
import { checkTextContrast } from './contrast.ts';
import { checkBookmarks, checkClaim, checkTabOrder, checkTitle } from './document.ts';
import { checkElements } from './elements.ts';
import { checkFigures } from './figures.ts';
import type { Findings } from './findings.ts';
import { checkFonts } from './fonts.ts';
import { checkHeadings } from './headings.ts';
import { checkLinks } from './links.ts';
import { checkLists } from './lists.ts';
import { checkReadingOrder } from './reading-order.ts';
import type { Subject } from './subject.ts';
import { checkTables } from './tables.ts';
import { checkLanguage, checkTagging, checkTypes } from './tagging.ts';
import { checkUnmarked } from './unmarked.ts';

/** Looks into a finished file for faults of one kind. */
export type Check = (subject: Subject, found: Findings) => void;

/** What everybody who reads a file needs. */
export const accessibleChecks: readonly Check[] = [
  checkTagging,
  checkLanguage,
  checkTitle,
  checkClaim,
  checkTabOrder,
  checkBookmarks,
  checkTypes,
  checkHeadings,
  checkLists,
  checkTables,
  checkFigures,
  checkLinks,
  checkAnnotations,
  checkElements,
  checkBelonging,
  checkArtifacts,
  checkUnmarked,
  checkFonts,
  checkTextContrast,
  checkReadingOrder,
];

/** What a file is for: to be read by everybody, or what a press asks for. */
export type Profile = 'accessible' | PressProfile;
