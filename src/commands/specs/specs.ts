import { batch } from './batch.ts';
import { brand } from './brand.ts';
import { build, card } from './build.ts';
import { check } from './check.ts';
import { councils } from './councils.ts';
import { exportFile } from './export.ts';
import { importFile } from './import.ts';
import { guidance } from './guidance.ts';
import { init } from './init.ts';
import { manifest } from './manifest.ts';
import { newProject } from './new.ts';
import { preflight } from './preflight.ts';
import { proofSheet } from './proof-sheet.ts';
import { signOff } from './sign-off.ts';
import type { Spec } from './spec.ts';

/** Every command, in the order of `handbill --help`. */
export const SPECS = [
  build,
  card,
  batch,
  check,
  preflight,
  proofSheet,
  signOff,
  manifest,
  brand,
  importFile,
  exportFile,
  guidance,
  councils,
  newProject,
  init,
] as unknown as readonly Spec[];
