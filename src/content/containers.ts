import type { ContainerDirective } from 'mdast-util-directive';
import { error, type Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import type { Pictures } from './figures.ts';
import { slugOf } from './ids.ts';
import { placeWithin, sourceOf } from './nodes.ts';

/** What a check of a tree carries along. */
export type Check = {
  readonly file: SourceFile;
  readonly report: Report;
  /** Ids of parts and names of slots seen so far. */
  readonly ids: Set<string>;
  /** Names of the containers and blocks around. */
  readonly around: readonly string[];
  readonly pictures: Pictures;
};

type Container = { readonly attribute?: string; readonly example: string };
const CONTAINERS: { readonly [name: string]: Container } = {
  emergency: { example: ':::emergency' },
  part: { attribute: 'id', example: ':::part{#five-ways}' },
  local: { attribute: 'slot', example: ':::local{slot=cannot-speak}' },
};

/** The value of a container's one attribute: a part's id, a local block's slot. */
export const nameOf = ({ name, attributes }: ContainerDirective): string =>
  attributes?.[CONTAINERS[name]?.attribute ?? ''] ?? '';

/** Checks that a container is known, closed, and named as its kind asks. */
export function checkContainer(node: ContainerDirective, { file, report, ids, around }: Check): void {
  const [opening = '', ...rest] = sourceOf(node, file).split(/\r\n|\r|\n/);
  const place = placeWithin(node, file, 0, opening.trimEnd().length);
  const fault = (rule: string, message: string, hint: string): void => report(error(rule, message, place, hint));

  const colons = /^:+/.exec(opening)?.[0] ?? ':::';
  const closing = rest.at(-1)?.trim() ?? '';
  if (!/^:+$/.test(closing) || closing.length < colons.length) {
    const message = `\`${opening.trim()}\` is opened here and never closed`;
    fault(
      'parse/unclosed-container',
      message,
      `close it with a line \`${colons}\`; what is around it needs more colons`,
    );
  }
  const kind = Object.hasOwn(CONTAINERS, node.name) ? CONTAINERS[node.name] : undefined;
  if (!kind) {
    const known = Object.keys(CONTAINERS).map((name) => `\`:::${name}\``);
    fault('parse/unknown-container', `there is no container \`:::${node.name}\``, `use one of ${known.join(', ')}`);
    return;
  }
  const given = Object.keys(node.attributes ?? {});
  const value = nameOf(node);
  const isRight = kind.attribute ? /^[a-z][a-z0-9-]*$/.test(value) && given.length === 1 : given.length === 0;
  if (!isRight || node.children.some(({ data }) => data && 'directiveLabel' in data)) {
    const needed = kind.attribute ? `exactly one attribute, \`${kind.attribute}\`, in small letters` : 'no attributes';
    fault('parse/container-attribute', `\`:::${node.name}\` takes ${needed}`, `write it as \`${kind.example}\``);
  } else if (kind.attribute) {
    const id = `${node.name} ${slugOf(value)}`;
    if (ids.has(id))
      fault('parse/duplicate-id', `the ${kind.attribute} \`${value}\` stands twice`, 'rename one of the two');
    ids.add(id);
  }
  // A panel is never set inside a panel; a part only names a passage and may stand anywhere.
  const panel = around.find((name) => name === 'emergency' || name === 'local');
  if (node.name !== 'part' && panel !== undefined) {
    fault('parse/nested-container', `\`:::${node.name}\` stands inside \`:::${panel}\``, 'end that before it');
  }
}
