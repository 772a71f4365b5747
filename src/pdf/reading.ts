import type { LaidNode, LaidPage } from '../typeset/laid.ts';
import { isArtifact } from './roles.ts';

/** The panels of folded paper, which are read in another order than they are painted in. */
export class ReadingOrder {
  /** Of each tree that was laid out by itself, as they are read. */
  readonly #faces = new Map<string, LaidNode[]>();
  readonly folding: 'folded' | 'flat';

  constructor(pages: readonly LaidPage[]) {
    for (const { nodes } of pages) for (const node of nodes) this.#find(node, '');
    this.folding = this.#faces.size > 0 ? 'folded' : 'flat';
    for (const [scope, faces] of this.#faces) {
      this.#faces.set(
        scope,
        faces.toSorted((a, b) => a.props.order! - b.props.order!),
      );
    }
  }

  /** All panels that are read with one of them, in their order; none the second time. */
  facesWith(scope: string): readonly LaidNode[] {
    const faces = this.#faces.get(scope) ?? [];
    this.#faces.delete(scope);
    return faces;
  }

  #find({ props, children = [], ...node }: LaidNode, around: string): void {
    if (isArtifact(props.role)) return;
    const scope = props.scope ?? around;
    if (props.order !== undefined) this.#faces.set(scope, [...(this.#faces.get(scope) ?? []), { ...node, props }]);
    for (const child of children) this.#find(child, scope);
  }
}
