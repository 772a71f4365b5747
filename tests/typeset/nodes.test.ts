import * as P from '@react-pdf/primitives';
import * as renderer from '@react-pdf/renderer';
import { Component, createElement as h, memo, type ReactElement, useState } from 'react';
import { describe, expect, test } from 'vitest';
import { Leaf, Leaves, Stack } from '../../src/typeset/elements.tsx';
import { leavesOf, type Node, nodesOf } from '../../src/typeset/nodes.ts';
import { example, partsOf } from '../sources.ts';
import { treesFor } from './trees.ts';

type Reconciler = {
  createContainer(container: object): object;
  updateContainer(element: object | null, root: object, parent: null, callback: () => void): void;
};

const { createContainer, updateContainer } = (
  renderer as unknown as { createRenderer(options: object): Reconciler }
).createRenderer({});

/** The tree as React's reconciler makes it. */
const reconciled = (element: ReactElement): Node => {
  const container: { type: 'ROOT'; document: Node | null } = { type: 'ROOT', document: null };
  const root = createContainer(container);
  updateContainer(element, root, null, () => {});
  const { document } = container;
  updateContainer(null, root, null, () => {});
  return document!;
};

/** A node as a test compares it; numbers are given later. */
const plain = ({ type, props, style, children }: Node): object => ({
  type,
  props: { ...props, serial: undefined },
  style,
  children: children.map(plain),
});

const Stateful = (): ReactElement => h(Stack, null, useState(1)[0]);

describe('elements', () => {
  test.each(['example', 'four contacts', 'long names'] as const)(
    'of every template become the nodes that React makes of them: %s',
    async (council) => {
      const trees = await treesFor(council);
      expect(trees.length).toBeGreaterThan(15);
      for (const tree of trees) {
        const own = leavesOf(tree).flatMap(nodesOf);
        expect(own.map(plain)).toEqual(reconciled(tree).children.map(plain));
      }
    },
  );

  const { faces, palette } = partsOf(example());
  const inLeaf = (body: unknown) => h(Leaf, { width: 10, height: 10, palette, faces, children: body as ReactElement });
  const Held = memo(() => null);
  class Old extends Component {
    override render = () => null;
  }

  test.each([
    ['words', 'stray words', /string in the place of an element: stray words/],
    ['a number', 0, /number in the place of an element/],
    ['a class', h(Old), /neither a node nor a function/],
    ['what React memoises', h(Held), /neither a node nor a function/],
    ['a state', h(Stateful), /Invalid hook call|useState/],
  ])('%s between them is refused', (_, body, message) => {
    expect(() => nodesOf(inLeaf(body))).toThrow(message);
  });

  test('nothing is made of what says nothing', () => {
    const [leaf] = nodesOf(inLeaf([null, undefined, false, true, '', [[]]]));
    expect(leaf).toMatchObject({ type: P.Page, children: [] });
  });

  test('what holds in one place does not hold after a fault in it', () => {
    expect(() => nodesOf(inLeaf('stray'))).toThrow('stray');
    expect(() =>
      nodesOf(
        h(
          Stack,
          null,
          h(() => h(Leaves, null, inLeaf(null))),
        ),
      ),
    ).not.toThrow();
  });
});
