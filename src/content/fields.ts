import { isGap } from '../data/gaps.ts';
import { error, type Place, type Report, warning } from '../diagnostics/diagnostic.ts';
import { toTheEnd } from './faults.ts';
import { type FlowText, flowOfText } from './flow.ts';
import { checkRun, checkText } from './names.ts';
import { expand, find, isGiven, type Scope, scopeOf, sourceKey } from './scope.ts';
import type { View } from './view.ts';

export type Filling = { readonly view: View; readonly status: 'final' | 'draft'; readonly report: Report };

/**
 * The text of words or of a field. A field without a value is an error; in a draft it is a warning. Either way its name
 * stands in brackets, and `isMissing` says so. `isOfArea`: the text is the name of the area.
 */
export function textOfItem(
  item: FlowText,
  scope: Scope,
  { view, status, report }: Filling,
): { readonly text: string; readonly isMissing: boolean; readonly isOfArea?: boolean } {
  if (item.kind === 'words') return { text: item.value, isMissing: false };
  const found = find(item.path, scope);
  if (typeof found?.value === 'string' && isGiven(found.value)) {
    return { text: found.value.trim(), isMissing: isGap(found.value), isOfArea: found.keyPath === 'area' };
  }
  const name = found?.keyPath ?? item.path.written;
  const file = view.record.placeOf('name');
  const path = file && 'path' in file ? file.path : `content/councils/${view.record.slug}.yaml`;
  const fillIn =
    name === 'area' ? 'give the area with `--area`' : `fill \`${found ? sourceKey(found) : name}\` in ${path}`;
  const optional = `or make it optional: {{#if ${item.path.written}}}…{{/if}}`;
  const make = status === 'final' ? error : warning;
  const missing = make('merge/missing-field', `no value for merge field \`${name}\``, item.place, fillIn, optional);
  report({ ...missing, record: view.record.slug });
  return { text: `[${name}]`, isMissing: true };
}

/**
 * Fills a single string, such as a piece of furniture, by the same rules as the guidance.
 *
 * @throws {Stop} when an expression is faulty; a missing value is reported, and its name stands in brackets
 */
export function fill(
  template: string,
  view: View,
  given: { readonly status: 'final' | 'draft'; readonly place?: Place },
  report: Report,
): string {
  const run = toTheEnd(report, (counted) => {
    const flow = flowOfText(template, given.place, counted);
    const names = { report: counted, used: new Set<string>() };
    checkRun(flow, scopeOf(view), names, (item, scope) => checkText(item, scope, names));
    return flow;
  });
  const filling = { view, status: given.status, report };
  return expand(run, scopeOf(view), (item, scope) => [textOfItem(item, scope, filling).text]).join('');
}
