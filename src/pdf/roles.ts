import type { Role } from '../typeset/laid.ts';
import type { ElementProps, StructureType } from './structure.ts';

/** What is no content is of a kind (ISO 32000-1, 14.8.2.2): furniture of the page, or decoration of the layout. */
export const artifacts = {
  layout: '/Artifact <</Type /Layout>> BDC',
  header: '/Artifact <</Type /Pagination /Subtype /Header>> BDC',
  footer: '/Artifact <</Type /Pagination /Subtype /Footer>> BDC',
  repeated: '/Artifact <</Type /Pagination>> BDC',
} as const;

type ArtifactRole = 'Artifact' | 'Header' | 'Footer' | 'Repeated';

export const isArtifact = (role: Role | undefined): role is ArtifactRole => artifactOf(role) !== undefined;

/** A role as elements carry it, as a structure type. */
export const typeOf = (role: Exclude<Role, ArtifactRole>): { type: StructureType; props: ElementProps } => {
  if (role === 'L/Decimal') return { type: 'L', props: { numbering: 'Decimal' } };
  if (role === 'L/Disc') return { type: 'L', props: { numbering: 'Disc' } };
  if (role === 'TH/Column') return { type: 'TH', props: { scope: 'Column' } };
  if (role === 'TH/Row') return { type: 'TH', props: { scope: 'Row' } };
  return { type: role, props: {} };
};

/** The operator that opens the artifact of a role; undefined where the role is content. */
export const artifactOf = (role: Role | undefined): string | undefined => {
  if (role === 'Artifact') return artifacts.layout;
  if (role === 'Header') return artifacts.header;
  if (role === 'Repeated') return artifacts.repeated;
  return role === 'Footer' ? artifacts.footer : undefined;
};
