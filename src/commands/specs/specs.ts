import { build, card } from './build.ts';
import { check } from './check.ts';
import type { Spec } from './spec.ts';

/** Every command, in the order of `handbill --help`. */
export const SPECS = [build, card, check] as unknown as readonly Spec[];
