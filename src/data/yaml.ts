import { type Document, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import type { z } from './zod.ts';
import { error, type Place, type Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { withGaps } from './gaps.ts';
import { asMessage, reportIssues } from './issues.ts';
import { Places } from './places.ts';

/** A value as its schema gives it, and the place of each part by key path (`returningOfficer.phones.0`). */
export type Parsed<T> = { readonly value: T; readonly placeOf: (keyPath: string) => Place | undefined };

export type Reading<T> = {
  /** Lines that stand before the text in its file: the 1 of front matter below its `---`. */
  readonly line?: number;
  /**
   * The schema that a draft is read by, which gives null for what is missing: a gap stands there then, and what only
   * the stricter schema objects to is a warning.
   */
  readonly lenient?: z.ZodType<T>;
};

/**
 * Reads YAML and checks it against a schema. Every fault of the file is reported, each at its place.
 *
 * Only what is surely meant as a number becomes one: `01632960001` and `+44 …` stay text, as do dates and `no`.
 *
 * @returns undefined when an error was reported
 */
export function parseYaml<T>(
  source: SourceFile,
  schema: z.ZodType<T>,
  report: Report,
  { line = 0, lenient }: Reading<T> = {},
): Parsed<T> | undefined {
  const file = { path: source.path, text: source.text.replace(/^\uFEFF/, '') };
  const lines = new LineCounter();
  const document = parse(file, lines, report);
  if (document === undefined) return undefined;
  const places = new Places(file, lines, line, document.contents);

  const faults = [...document.errors, ...document.warnings];
  for (const fault of oneForEachLine(faults, lines)) {
    const { message, hints } = explainYaml(fault, file.text);
    report(error('parse/yaml', message, places.between(...rangeOfFault(fault, document, file.text)), ...hints));
  }
  if (faults.some(({ code }) => code !== 'DUPLICATE_KEY')) return undefined;
  if (refuseAliases(document, places, report)) return undefined;
  keepDigits(document);

  const given: unknown = document.toJS({ maxAliasCount: 0 });
  const read = readStrictly(given, { schema, places, report, lenient });
  if (!read || faults.length > 0) return undefined;
  return { value: read.value, placeOf: (keyPath) => places.of(keyPath) };
}

/** The document itself, for who changes a file that was read without a fault; undefined where it is none. */
export function documentOf(text: string): Document | undefined {
  const document = parse({ path: '', text }, new LineCounter(), () => {});
  if (!document || document.errors.length > 0) return undefined;
  keepDigits(document);
  return document;
}

type Strictness<T> = {
  readonly schema: z.ZodType<T>;
  readonly places: Places;
  readonly report: Report;
  readonly lenient: z.ZodType<T> | undefined;
};

function readStrictly<T>(given: unknown, { lenient, ...reading }: Strictness<T>): { readonly value: T } | undefined {
  const strict = reading.schema.safeParse(given, { reportInput: true });
  if (strict.success) return { value: strict.data };
  const { issues } = strict.error;
  const second = lenient?.safeParse(given, { reportInput: true });
  if (!second?.success) {
    const errors = reportIssues(issues, { ...reading, ...(second && { faults: second.error.issues }) });
    if (second && errors === 0) reportIssues(second.error.issues, reading);
    return undefined;
  }
  reportIssues(issues, { ...reading, faults: [] });
  return { value: withGaps(second.data) };
}

function parse(file: SourceFile, lineCounter: LineCounter, report: Report): Document | undefined {
  try {
    return parseDocument(file.text, {
      lineCounter,
      prettyErrors: false,
      schema: 'core',
      uniqueKeys: true,
      version: '1.2',
    });
  } catch (cause) {
    // The parser recurses: thousands of nested brackets exhaust the stack.
    if (!(cause instanceof RangeError)) throw cause;
    const place: Place = { kind: 'text', path: file.path };
    report(error('parse/yaml', 'the values are nested too deeply', place, 'write it without so many brackets'));
    return undefined;
  }
}

/** One slip often breaks several rules of YAML at once: the first on a line names it. */
function oneForEachLine(faults: readonly YAMLError[], lines: LineCounter): YAMLError[] {
  const seen = new Set<number>();
  return faults.filter(({ pos }) => {
    const { line } = lines.linePos(pos[0]);
    return !seen.has(line) && seen.add(line);
  });
}

function rangeOfFault(fault: YAMLError, document: Document, text: string): [from: number, to: number] {
  let [from, to] = fault.pos;
  if (fault.code === 'MISSING_CHAR') {
    // A quote that is never closed is noticed at the end of the text, but the slip is where it opens.
    visit(document, {
      Scalar(_, node) {
        if (node.type?.startsWith('QUOTE') && node.range && node.range[0] < from && node.range[1] >= from) {
          from = node.range[0];
          to = from + 1;
          return visit.BREAK;
        }
        return undefined;
      },
    });
  }
  if (fault.code === 'DUPLICATE_KEY') to = from + (/^[^\s:]+/.exec(text.slice(from))?.[0].length ?? 1);
  const end = text.trimEnd().length;
  if (from >= end) return [Math.max(0, end - 1), end];
  const line = /^[^\r\n]*/.exec(text.slice(from))?.[0].length ?? 0;
  return [from, Math.max(from + 1, Math.min(to, from + line))];
}

type Words = { readonly message: string; readonly hints: readonly string[] };

const INDENT = 'give the keys that belong together the same number of spaces before them';

const WORDS: { readonly [code in YAMLError['code']]?: Partial<Words> } = {
  BAD_INDENT: { hints: [INDENT] },
  BAD_SCALAR_START: { hints: ['put the value in quotes'] },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a second `key: value` where a value was expected to end',
    hints: ['put a value that holds `: ` in quotes', INDENT],
  },
  MULTIPLE_DOCS: {
    message: 'a second document begins here, and one was expected',
    hints: ['remove the line `---` and what does not belong to the file'],
  },
  RESOURCE_EXHAUSTION: { message: 'the values are nested too deeply' },
  TAB_AS_INDENT: { hints: ['indent with spaces'] },
  TAG_RESOLVE_FAILED: { hints: ['remove the tag, or put the value in quotes'] },
};

function explainYaml(fault: YAMLError, text: string): Words {
  if (fault.code === 'DUPLICATE_KEY') {
    const key = /^[^\s:]+/.exec(text.slice(fault.pos[0]))?.[0] ?? '';
    return { message: `the key \`${key}\` is given twice`, hints: ['keep one of the two'] };
  }
  if (fault.code === 'MISSING_CHAR' && /quote/.test(fault.message)) {
    return { message: 'a quote is opened here and never closed', hints: ['close it at the end of the value'] };
  }
  return { message: asMessage(fault.message), hints: [], ...WORDS[fault.code] };
}

/** A value stands where it is used: it has one place then, and no file can grow a thousandfold as it is read. */
function refuseAliases(document: Document, places: Places, report: Report): boolean {
  let refused = false;
  visit(document, {
    Alias(_, node) {
      refused = true;
      const [from, to] = node.range ?? [0, 0];
      const message = `\`*${node.source}\` stands for a value written elsewhere, which is not supported`;
      report(error('parse/yaml', message, places.between(from, to), 'write the value here, without `*` and `&`'));
      return visit.BREAK;
    },
  });
  return refused;
}

function keepDigits(document: Document): void {
  visit(document, {
    Scalar(_, node) {
      const { source } = node;
      if (typeof node.value !== 'number' || source === undefined) return;
      if (!/^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(source)) node.value = source;
    },
  });
}
