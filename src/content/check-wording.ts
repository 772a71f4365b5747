import { NATION_NAMES, see } from '../data/check-rules.ts';
import { NATION_RULES } from '../data/nation-rules.ts';
import type { Nation } from '../data/record.ts';
import { type Place, type Report, warning } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import type { Guidance } from './guidance.ts';

/**
 * Warns of words of the guidance that do not hold in a nation, unless the council has said in its own words what does:
 * the guidance itself is printed word for word.
 *
 * @param spoken the slots that the council's own words fill
 */
export function checkWording(guidance: Guidance, nation: Nation, spoken: ReadonlySet<string>, report: Report): void {
  for (const { is, source } of NATION_RULES[nation].wording) {
    const { phrase, but, slots } = is;
    const at = guidance.file.text.indexOf(phrase);
    const [first = ''] = slots;
    if (at < 0 || slots.some((slot) => spoken.has(slot))) continue;
    const message = `the guidance says \`${phrase}\`; in ${NATION_NAMES[nation]} ${but}`;
    const hint = `say so in your own words, in \`:::local{slot=${first}}\``;
    const place = placeIn(guidance.file, at, at + phrase.length);
    report(warning('rules/wording', message, place, hint, see(source)));
  }
}

/** The place between two offsets of a file that stand on one line. */
export function placeIn({ path, text }: SourceFile, from: number, to: number): Place {
  const lines = text.slice(0, from).split(/\r\n|\r|\n/);
  const start = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  return { kind: 'text', path, range: { start, end: { line: start.line, column: start.column + to - from } } };
}
