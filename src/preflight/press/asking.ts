import type { PressProfile } from '../../data/press-profile.ts';
import type { PressRule } from '../../data/press-rules.ts';
import type { Findings, Where } from '../findings.ts';
import type { Subject } from '../subject.ts';
import type { Paper } from './paper.ts';

/** Tells a fault: an error, or a warning where the profile says so. */
export type Make = (rule: PressRule, message: string, where: Where, ...hints: string[]) => void;

/** What a check of the press looks into, and what is asked. */
export type Asking = {
  readonly subject: Subject;
  /** The size of the file in bytes. */
  readonly size: number;
  readonly papers: readonly Paper[];
  readonly profile: PressProfile;
  readonly found: Findings;
  readonly make: Make;
};

/** Looks into a finished file for faults of one kind, if the profile asks. */
export type PressCheck = (asking: Asking) => void;
