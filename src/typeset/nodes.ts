import * as P from '@react-pdf/primitives';
import { Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';
import type { Line, NodeProps } from './laid.ts';
import { type Setting, SettingContext, within } from './setting.ts';

/** A node before layout has run, as react-pdf's reconciler would make it. */
export type Node = {
  readonly type: string;
  readonly props: NodeProps & Readonly<{ [key: string]: unknown }>;
  readonly style: Readonly<Record<string, unknown>>;
  readonly children: readonly Node[];
  /** Of a text, once it is composed. */
  readonly lines?: readonly Line[];
};

type Given = Readonly<{ [key: string]: unknown }> & { readonly children?: ReactNode };

/** The leaves of a document, as elements that are not yet evaluated. */
export const leavesOf = (element: ReactElement): readonly ReactElement[] => {
  const { type, props } = element as ReactElement<Given>;
  if (isFunction(type)) return leavesOf(type(props) as ReactElement);
  if (type !== P.Document) throw new Error('the template composed no document');
  return [props.children].flat(Infinity).filter((child): child is ReactElement => isValidElement(child));
};

/**
 * Evaluates elements to the tree that is laid out: depth first, in their order, as React does. Templates are functions of
 * what they are given, rendered once and never updated, so nothing else of React is needed: of hooks they use
 * `useSetting` alone. Another kind of component throws, and so do words that stand outside of a text element.
 */
export const nodesOf = (element: ReactElement): readonly Node[] => {
  const nodes: Node[] = [];
  within(undefined, () => collect(element, nodes));
  return nodes;
};

const collect = (given: ReactNode, into: Node[]): void => {
  if (given === null || given === undefined || typeof given === 'boolean' || given === '') return;
  if (Array.isArray(given)) {
    for (const each of given as readonly ReactNode[]) collect(each, into);
    return;
  }
  if (!isValidElement<Given>(given)) throw new Error(`${typeof given} in the place of an element: ${String(given)}`);
  const { type, props } = given;
  if (type === Fragment) collect(props.children, into);
  else if (isSetting(type)) within(props['value'] as Setting, () => collect(props.children, into));
  else if (typeof type === 'string') into.push(nodeOf(type, props));
  else if (isFunction(type)) collect(type(props), into);
  else throw new Error('an element that is neither a node nor a function of its properties');
};

/** React's types hide that a context is what provides it. */
const isSetting = (type: unknown): boolean => type === SettingContext || type === SettingContext.Provider;

const isFunction = (type: unknown): type is (props: Given) => ReactNode =>
  typeof type === 'function' && !(type.prototype as { isReactComponent?: object } | undefined)?.isReactComponent;

const nodeOf = (type: string, { style, children: given, ...props }: Given): Node => {
  const children: Node[] = [];
  collect(given, children);
  return { type, props, style: (style ?? {}) as Node['style'], children };
};
