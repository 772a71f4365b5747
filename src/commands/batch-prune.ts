import { warning, type Report } from '../diagnostics/diagnostic.ts';
import { type Entry, sha256 } from '../manifest.ts';
import { folderName } from '../output-names.ts';
import type { Output } from '../output.ts';
import type { Listed, Share } from './batch-choice.ts';
import type { Wanted } from './editions.ts';

/** What a batch would make of every area, and of whom. */
export type Scope = {
  /** Only its files; without it, those of every council. */
  readonly council?: string;
  /** All areas that are listed, whether they were chosen or not. */
  readonly parts: readonly Listed[];
  readonly template: string;
  readonly wanted: Pick<Wanted, 'languages' | 'purpose' | 'status'>;
};

/**
 * The files of areas that are no longer listed, of what this batch makes: its template, purpose, status and languages.
 * What councils have once stays, and so do files of other batches.
 */
export function goneIn(entries: readonly Entry[], { council, parts, template, wanted }: Scope): readonly Entry[] {
  const { languages = ['en'], purpose, status } = wanted;
  const listed = new Set(
    parts.flatMap((part) => part.list.areas.map(({ name }) => `${folderName(part.council)}/${folderName(name)}`)),
  );
  const spoken: readonly string[] = [...languages, languages.join('-')];
  return entries.filter(
    (entry) =>
      entry.area !== undefined &&
      entry.template === template &&
      entry.status === status &&
      (entry.purpose ?? 'screen') === (purpose?.kind ?? 'screen') &&
      spoken.includes(entry.language) &&
      (council === undefined || entry.council === council) &&
      !listed.has(entry.path.split('/').slice(0, 2).join('/')),
  );
}

/** Those that are the run's to remove: a shard's by their paths; a run over some areas has none. */
export const inShare = (gone: readonly Entry[], share: Share): readonly Entry[] =>
  share.kind === 'all'
    ? gone
    : gone.filter(({ path }) => share.kind === 'shard' && numberOf(path) % share.of === share.number - 1);

const numberOf = (path: string): number => Number.parseInt(sha256(new TextEncoder().encode(path)).slice(0, 8), 16);

/** What may be removed: a file that is still as handbill wrote it, or is gone already. The others are warned of. */
export function removable(gone: readonly Entry[], output: Output, report: Report): readonly Entry[] {
  return gone.filter((entry) => {
    const found = output.measure(entry.path);
    if (!found || (found.size === entry.size && isAsWritten(entry, output))) return true;
    const path = output.shown(entry.path);
    const message = `\`${path}\` is of an area that is no longer listed, and was changed after handbill wrote it`;
    report(warning('write/not-removed', message, { kind: 'text', path }, 'look at it, and remove it yourself'));
    return false;
  });
}

function isAsWritten({ path, sha256: written }: Entry, { fs, folder }: Output): boolean {
  try {
    return sha256(fs.readFileSync(`${folder}/${path}`)) === written;
  } catch {
    return false;
  }
}
