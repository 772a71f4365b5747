import type { Common, Spec } from './spec.ts';
import { shared } from './spec.ts';

export type ProofSheetCommand = {
  readonly kind: 'proof-sheet';
  readonly councils: readonly string[];
  readonly common: Common;
};

export const proofSheet: Spec<ProofSheetCommand> = {
  name: 'proof-sheet',
  summary: 'List every number to ring, tick and sign for',
  define: (command) =>
    command
      .usage(
        'handbill proof-sheet --council <slug> [options]\n\nMakes a sheet with every number, email, website and address that leaflet and card print, where each\ncomes from, a box to tick and room to sign: as PDF, and as CSV for spreadsheets.',
      )
      .option('council', { ...shared.council, demandOption: true })
      .example('handbill proof-sheet --council anyshire', 'into output/anyshire/'),
  read: (given, common) => ({ kind: 'proof-sheet', councils: given.many('council'), common }),
  load: async () => (await import('../proof-sheet.ts')).proofSheet,
};
