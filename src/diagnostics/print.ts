import { toJson } from './collect.ts';
import { type Diagnostic, isError, type Place } from './diagnostic.ts';
import { drawFrame } from './frame.ts';
import { visible } from './visible.ts';

export type TextOptions = {
  /** The text of a file by the path that diagnostics name; undefined if it is not to be had. */
  readonly source: (path: string) => string | undefined;
  /** With ANSI colours, for a terminal. */
  readonly colour: boolean;
};

/** Equal diagnostics of several records as one, in the order in which they came. Hints are those of the first record. */
type Group = { readonly diagnostic: Diagnostic; readonly records: readonly string[] };

/** Prints diagnostics for people: each with the line it is about, then their count. Empty when there is nothing to say. */
export function printText(diagnostics: readonly Diagnostic[], { source, colour }: TextOptions): string {
  if (diagnostics.length === 0) return '';
  const paint = colour ? ansi : plain;
  const groups = group(diagnostics);
  const shown = sample(groups);
  const printed = shown.map((each) => printGroup(each, source, paint));
  const rest = groups.length > shown.length ? [restOf(groups, shown)] : [];
  return `${[...printed, ...rest].join('\n\n')}\n\n${paint('bold', summary(groups))}\n`;
}

/** So many groups are read; of more, some of each rule are shown. */
const MOST = 20;

/** Errors before warnings where there are too many, and of each rule as many as of the others. */
function sample(groups: readonly Group[]): readonly Group[] {
  if (groups.length <= MOST) return groups;
  const byRule = new Map<string, Group[]>();
  for (const each of groups) byRule.set(each.diagnostic.rule, [...(byRule.get(each.diagnostic.rule) ?? []), each]);
  const rules = [...byRule.values()].toSorted((a, b) => weight(b) - weight(a));
  const shown = new Set<Group>();
  for (let round = 0; shown.size < MOST; round += 1) {
    for (const each of rules) if (each[round] && shown.size < MOST) shown.add(each[round]!);
  }
  return groups.filter((each) => shown.has(each));
}

const weight = ([first]: readonly Group[]): number => (first && isError(first.diagnostic) ? 1 : 0);

/** What is not shown, by rule. */
function restOf(groups: readonly Group[], shown: readonly Group[]): string {
  const counts = new Map<string, number>();
  const isShown = new Set(shown);
  for (const each of groups) {
    const { rule } = each.diagnostic;
    if (!isShown.has(each)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  const rules = [...counts].map(([rule, more]) => `${more} ${rule}`);
  return `and ${groups.length - shown.length} more: ${rules.join(', ')}; --format json prints them all`;
}

/**
 * Prints diagnostics for programs: one JSON object a line, one line for each diagnostic of each record. Keys are
 * `rule`, `severity`, `message`, `place`, `hints` and `record`, in this order; what is not known is left out.
 */
export function printJson(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `${visible(toJson(diagnostic))}\n`).join('');
}

/** Prints diagnostics as GitHub workflow commands, which mark the lines of a change. */
export function printAnnotations(diagnostics: readonly Diagnostic[]): string {
  const lines = group(diagnostics).map(({ diagnostic, records }) => {
    const { severity, rule, message, place, hints } = diagnostic;
    const properties = { ...annotationPlace(place), title: rule };
    const notes = [...(records.length > 0 ? [`for: ${list(records)}`] : []), ...hints.map((hint) => `hint: ${hint}`)];
    const where = place && place.kind !== 'text' ? ` (${name(place)})` : '';
    const data = [message + where, ...notes].map(visible).join('\n');
    const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(visible(`${value}`))}`);
    return `::${severity} ${written.join(',')}::${escapeData(data)}\n`;
  });
  return lines.join('');
}

function printGroup({ diagnostic, records }: Group, source: TextOptions['source'], paint: Paint): string {
  const { severity, message, place, hints, rule } = diagnostic;
  const tone = severity === 'error' ? 'red' : 'yellow';
  const text = place?.kind === 'text' && place.range ? source(place.path) : undefined;
  const frame = text !== undefined && place?.kind === 'text' && place.range ? drawFrame(text, place.range) : undefined;
  const gutter = ' '.repeat(frame?.number.length ?? 1);
  const bar = paint('blue', '|');
  const lines = [`${paint(tone, severity)}${paint('bold', `: ${visible(message)}`)}`];
  if (place) lines.push(`${gutter}${paint('blue', '-->')} ${visible(name(place))}`);
  if (frame) {
    lines.push(`${gutter} ${bar}`);
    lines.push(`${paint('blue', frame.number)} ${bar} ${frame.line}`.trimEnd());
    lines.push(`${gutter} ${bar} ${frame.indent}${paint(tone, frame.marks)}`);
  }
  const note = (label: string, said: string): void => {
    lines.push(`${gutter} ${paint('blue', '=')} ${label}: ${visible(said)}`);
  };
  if (records.length > 0) note('for', list(records));
  for (const hint of hints) note('hint', hint);
  note('rule', rule);
  return lines.join('\n');
}

function group(diagnostics: readonly Diagnostic[]): Group[] {
  const groups = new Map<string, { diagnostic: Diagnostic; records: string[] }>();
  for (const diagnostic of diagnostics) {
    const { record, ...rest } = diagnostic;
    const key = toJson({ ...rest, hints: [] });
    const found = groups.get(key) ?? { diagnostic, records: [] };
    groups.set(key, found);
    if (record !== undefined && !found.records.includes(record)) found.records.push(record);
  }
  return [...groups.values()];
}

/** `adur, ashfield, barnet and 40 more councils` */
function list(records: readonly string[]): string {
  const shown = records.slice(0, 3);
  const more = records.length - shown.length;
  // The record of an area is written `council/area`.
  const noun = records.some((record) => record.includes('/')) ? 'record' : 'council';
  if (more > 0) return `${shown.join(', ')} and ${count(more, `more ${noun}`)}`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : shown.join('');
}

function summary(groups: readonly Group[]): string {
  const errors = groups.filter(({ diagnostic }) => isError(diagnostic)).length;
  const warnings = groups.length - errors;
  const counts = [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')];
  return counts.filter(Boolean).join(', ');
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** Where a fault stands, in words. */
function name(place: Place): string {
  switch (place.kind) {
    case 'text': {
      const { path, range } = place;
      return range ? `${path}:${range.start.line}:${range.start.column}` : path;
    }
    case 'cell': {
      const sheet = place.sheet === undefined ? '' : `, sheet \`${place.sheet}\``;
      return `${place.path}${sheet}, row ${place.row}, column ${columnLetters(place.column)}`;
    }
    case 'frame':
      return `${place.template}, page ${place.page}, frame \`${place.frame}\``;
  }
}

/** 1 is A, 27 is AA, as spreadsheets name their columns. */
function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

function annotationPlace(place: Place | undefined): { [property: string]: string | number } {
  if (!place || place.kind === 'frame') return {};
  if (place.kind === 'cell') return { file: place.path };
  if (!place.range) return { file: place.path };
  const { start, end } = place.range;
  // Columns are shown only for a range within one line; the last one is meant inclusively.
  const columns =
    start.line === end.line ? { col: start.column, endColumn: Math.max(start.column, end.column - 1) } : {};
  return { file: place.path, line: start.line, endLine: end.line, ...columns };
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

type Style = 'bold' | 'red' | 'yellow' | 'blue';
type Paint = (style: Style, text: string) => string;
const CODES: { readonly [style in Style]: string } = { bold: '1', red: '1;31', yellow: '1;33', blue: '34' };
const plain: Paint = (_, text) => text;
const ansi: Paint = (style, text) => `\u001b[${CODES[style]}m${text}\u001b[0m`;
