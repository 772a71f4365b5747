import * as P from '@react-pdf/primitives';
import type { LaidNode } from '../typeset/laid.ts';
import { cannotPaint } from './operators.ts';
import { isArtifact, typeOf } from './roles.ts';
import type { ElementProps, StructureElement, StructureTree } from './structure.ts';

/** Where a node stands in the structure: under an element and in a language, or in an artifact, which is not read. */
export type Standing =
  | { readonly kind: 'read'; readonly element: StructureElement; readonly language: string }
  | { readonly kind: 'artifact' };

export const artifact: Standing = { kind: 'artifact' };

export type ReadStanding = Standing & { readonly kind: 'read' };

/** Says where the content of a document stands: under which element, in which language. */
export class Standings {
  readonly #tree: StructureTree;
  /** Of the document. */
  readonly #language: string;

  constructor(tree: StructureTree, language: string) {
    this.#tree = tree;
    this.#language = language;
  }

  atRoot(): ReadStanding {
    return { kind: 'read', element: this.#tree.root, language: this.#language };
  }

  /** The standing of a page that is read in another order than it is painted in. */
  inOrder(order: number | undefined, standing: Standing): Standing {
    if (order === undefined || standing.kind === 'artifact') return standing;
    const element = this.#tree.element(this.#tree.root, 'Div', {}, `order/${order}`);
    return { ...standing, element };
  }

  /** The standing of a node's content: under the element of its role, if it has one. */
  of({ props, type }: LaidNode, standing: Standing, scope: string): Standing {
    const { role, serial, alt } = props;
    if (standing.kind === 'artifact') return standing;
    const language = props.language ?? standing.language;
    if (role === undefined || isArtifact(role)) {
      if (type === P.Text || type === P.Svg) cannotPaint(`${type} without a role`);
      return { ...standing, language };
    }
    const { type: structureType, props: elementProps } = typeOf(role);
    // The words of a heading, beside its number or its words in another language.
    if (/^H[1-6]$/.test(structureType) && standing.element.type === structureType) {
      return this.inLanguage({ ...standing, language }, `${scope}${serial}`);
    }
    if (structureType === 'Figure' && !alt) return cannotPaint('figure without words for it');
    const key = `${scope}${serial}`;
    const said = {
      ...elementProps,
      ...(alt !== undefined && { alt }),
      ...this.other(language, standing.element),
    };
    return { kind: 'read', element: this.#tree.element(standing.element, structureType, said, key), language };
  }

  /** A language as a property of an element below another, where it is not the one that holds there anyhow. */
  other(language: string, above: StructureElement): Pick<ElementProps, 'language'> {
    return language === (above.language ?? this.#language) ? {} : { language };
  }

  /** The standing of words within an element: in a Span of their own, if they are in another language. */
  inLanguage(standing: ReadStanding, key: string): ReadStanding {
    const other = this.other(standing.language, standing.element);
    if (other.language === undefined) return standing;
    return { ...standing, element: this.#tree.element(standing.element, 'Span', other, key) };
  }
}
