import type { Nodes } from 'mdast';
import type { Place, Position } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';

/** The place of a node. */
export function placeOf(node: Nodes, file: SourceFile): Place {
  const { start, end } = node.position ?? {};
  if (!start || !end) return { kind: 'text', path: file.path };
  const range = { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } };
  return { kind: 'text', path: file.path, range };
}

/** The place of a part of a node, between two offsets from its beginning. */
export function placeWithin(node: Nodes, file: SourceFile, from: number, to: number): Place {
  const { line = 1, column = 1 } = node.position?.start ?? {};
  const at = (offset: number): Position => {
    const lines = sourceOf(node, file)
      .slice(0, offset)
      .split(/\r\n|\r|\n/);
    const last = (lines.at(-1) ?? '').length;
    return { line: line + lines.length - 1, column: lines.length === 1 ? column + last : last + 1 };
  };
  return { kind: 'text', path: file.path, range: { start: at(from), end: at(to) } };
}

/** A node as it is written. */
export const sourceOf = (node: Nodes, file: SourceFile): string =>
  file.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
