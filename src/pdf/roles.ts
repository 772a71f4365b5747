import type { Role } from '../typeset/laid.ts';
import type { ElementProps, StructureType } from './structure.ts';

/** What is no content is of a kind (ISO 32000-1, 14.8.2.2): furniture of the page, decoration of the layout, or marks. */
export const artifacts = {
  layout: '/Artifact <</Type /Layout>> BDC',
  header: '/Artifact <</Type /Pagination /Subtype /Header>> BDC',
  footer: '/Artifact <</Type /Pagination /Subtype /Footer>> BDC',
  repeated: '/Artifact <</Type /Pagination>> BDC',
  mark: '/Artifact <</Type /Page>> BDC',
} as const;

type ArtifactRole = 'Artifact' | 'Header' | 'Footer' | 'Repeated' | 'Mark';

const openings: { readonly [role in ArtifactRole]: string } = {
  Artifact: artifacts.layout,
  Header: artifacts.header,
  Footer: artifacts.footer,
  Repeated: artifacts.repeated,
  Mark: artifacts.mark,
};

export const isArtifact = (role: Role | undefined): role is ArtifactRole => role !== undefined && role in openings;

/** The operator that opens the artifact of a role; undefined for what is read. */
export const artifactOf = (role: Role | undefined): string | undefined =>
  isArtifact(role) ? openings[role] : undefined;

/** A role as elements carry it, as a structure type. */
export const typeOf = (role: Exclude<Role, ArtifactRole>): { type: StructureType; props: ElementProps } => {
  if (role === 'L/Decimal') return { type: 'L', props: { numbering: 'Decimal' } };
  if (role === 'L/Disc') return { type: 'L', props: { numbering: 'Disc' } };
  if (role === 'TH/Column') return { type: 'TH', props: { scope: 'Column' } };
  if (role === 'TH/Row') return { type: 'TH', props: { scope: 'Row' } };
  return { type: role, props: {} };
};
