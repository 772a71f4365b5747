import { readFileSync } from 'node:fs';
import { parseRegistry, type Registry } from '../../src/data/registry.ts';
import { collect } from '../../src/diagnostics/collect.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { SourceFile } from '../../src/diagnostics/source.ts';

export const fileOf = (path: string): SourceFile => ({ path, text: readFileSync(path, 'utf8') });

/** Two tables as a registry, and what was reported of them. */
export function read(
  councils: string,
  forces: string,
): { readonly registry: Registry | undefined; readonly found: readonly Diagnostic[] } {
  const { report, all } = collect();
  return { registry: parseRegistry({ councils: fileOf(councils), forces: fileOf(forces) }, report), found: all() };
}

let kept: Registry | undefined;

/** The registry that handbill brings along. */
export function registry(): Registry {
  if (kept) return kept;
  const { registry: own, found } = read('content/registry/councils.csv', 'content/registry/police-forces.csv');
  if (!own || found.length > 0) throw new Error(`the registry is faulty: ${JSON.stringify(found)}`);
  return (kept = own);
}
