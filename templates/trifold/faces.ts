import { operationFordApplies } from '../../src/data/election-rules.ts';
import type { Report } from '../../src/diagnostics/diagnostic.ts';
import type { Parts } from '../../src/typeset/template.ts';
import type { TrifoldFit } from './fits.ts';
import type { FacePlace } from './folding.ts';

/** What a face is made of. */
export type FaceProps = {
  readonly parts: Parts;
  readonly place: FacePlace;
  readonly fit: TrifoldFit;
  /** As diagnostics name it. */
  readonly product: string;
  readonly report: Report;
};

export const saysOperationFord = ({ edition }: Parts): boolean =>
  operationFordApplies(edition.record.council.election.kind);
