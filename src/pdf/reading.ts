import type { LaidNode, LaidPage } from '../typeset/laid.ts';
import { isArtifact } from './roles.ts';
import type { StructureElement, StructureTree } from './structure.ts';

/** What is read in another order than it is painted in: pages on sheets, and panels of folded paper. */
export class ReadingOrder {
  readonly #tree: StructureTree;
  /** The panels of each tree that was laid out by itself, as they are read. */
  readonly #faces = new Map<string, LaidNode[]>();
  readonly folding: 'folded' | 'flat';

  /** Opens the elements of pages on sheets, before anything is painted, and looks for panels. */
  constructor(tree: StructureTree, pages: readonly LaidPage[]) {
    this.#tree = tree;
    const orders = pages.flatMap(({ nodes }) => nodes.flatMap(({ props }) => props.placing?.order ?? []));
    for (const order of orders.toSorted((a, b) => a - b)) this.page(order);
    for (const { nodes } of pages) for (const node of nodes) this.#find(node, '');
    this.folding = this.#faces.size > 0 ? 'folded' : 'flat';
    for (const [scope, faces] of this.#faces) {
      this.#faces.set(
        scope,
        faces.toSorted((a, b) => a.props.order! - b.props.order!),
      );
    }
  }

  /** The element of a page on a sheet. */
  page(order: number): StructureElement {
    return this.#tree.element(this.#tree.root, 'Div', {}, `order/${order}`);
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
