import { error, isError, type Report, warning } from '../diagnostics/diagnostic.ts';
import { type AreaChange, areaFileName, planAreas, printAreas, readAreaFile } from '../import/area-file.ts';
import { type CouncilAreas, readAreas } from '../import/areas.ts';
import { type Found, type Matcher, matcherOf } from '../import/match.ts';
import type { Recognised } from '../import/recognise.ts';
import { inWords } from '../import/rows.ts';
import { counted } from './counted.ts';
import type { ImportScene } from './import.ts';
import { nothingIn, tellNoneHere } from './import-councils.ts';
import { nearest } from '../diagnostics/nearest.ts';

/**
 * Plans the files of areas.
 *
 * @returns what it came to in a line, or undefined when an error ended it
 */
export async function importAreas(recognised: Recognised, scene: ImportScene): Promise<string | undefined> {
  const { workbook, registry, files, command, desk } = scene;
  const { report } = desk.console;
  const matcher = matcherOf(files.owners(), registry);
  const only = command.council === undefined ? undefined : ownNamed(command.council, matcher, scene);
  if (command.council !== undefined && !only) return undefined;
  const read = await readAreas(recognised, workbook, { matcher, ...(only && { only }) }, report);
  if (!read) return undefined;
  if (read.councils.length + read.faulty + read.others === 0) return nothingIn(recognised, scene);
  const tally = { areas: 0, councils: 0, new: 0, same: 0, kept: 0, absent: 0 };
  desk.console.attach(
    'areas',
    read.councils.flatMap((one) => plan(one, scene, tally)),
  );
  if (tally.kept > 0) {
    const message = `${counted(tally.kept, 'area')} ${tally.kept === 1 ? 'differs' : 'differ'} from what is there, and ${tally.kept === 1 ? 'was' : 'were'} kept`;
    const hint = 'look at the lines above; with `--replace` what the file says is taken';
    report(warning('import/kept', message, { kind: 'text', path: workbook.path }, hint));
  }
  if (tally.absent > 0) {
    const message = `${counted(tally.absent, 'area')} ${tally.absent === 1 ? 'is' : 'are'} not in the file, and ${tally.absent === 1 ? 'was' : 'were'} kept`;
    const hint = 'with `--replace` those that a file without faults does not list are taken out';
    report(warning('import/absent', message, { kind: 'text', path: workbook.path }, hint));
  }
  if (read.councils.length === 0 && read.others > 0 && !only) tellNoneHere(read.others, scene);
  return [
    `${counted(tally.areas, 'area')} of ${counted(tally.councils, 'council')}: ${tally.new.toLocaleString('en-GB')} new, ${tally.same.toLocaleString('en-GB')} as before`,
    ...(read.faulty > 0 ? [`${counted(read.faulty, 'row')} with faults`] : []),
    ...(read.others > 0 ? [`${counted(read.others, 'row')} of other councils passed over`] : []),
  ].join(', ');
}

/** The council that was named: by its file, its name or its code. */
export function ownNamed(
  typed: string,
  matcher: Matcher,
  { files, desk }: Pick<ImportScene, 'files' | 'desk'>,
): Found | undefined {
  const isCode = /^[ENSW]\d{8}$/.test(typed);
  const [found] = matcher({ codes: isCode ? [typed] : [], names: isCode ? [] : [typed] });
  if (found?.kind === 'own') return found;
  const known = files.owners().map(({ slug }) => slug);
  const near = nearest(typed, known);
  const hints = [
    ...(near === undefined ? [] : [`did you mean \`${near}\`?`]),
    found?.kind === 'registered'
      ? `begin its file: \`handbill init ${found.slug}\``
      : `known councils: ${
          known.length === 0
            ? 'none yet'
            : known
                .slice(0, 20)
                .map((slug) => `\`${slug}\``)
                .join(', ')
        }`,
  ];
  desk.console.report(error('project/unknown-council', `no council \`${typed}\` in this project`, undefined, ...hints));
  return undefined;
}

type Tally = { areas: number; councils: number; new: number; same: number; kept: number; absent: number };

function plan(
  { slug, areas, faulty }: CouncilAreas,
  { files, command, desk }: ImportScene,
  tally: Tally,
): readonly unknown[] {
  if (areas.length === 0) return [];
  const { console } = desk;
  const name = areaFileName(slug);
  let faults = 0;
  const report: Report = (each) => {
    if (isError(each)) faults += 1;
    console.report({ record: slug, ...each });
  };
  const file = files.stands(name) ? files.file(name) : undefined;
  const there = file ? readAreaFile(file, report) : [];
  if (!there || faults > 0 || (!file && files.stands(name))) return [];
  const { differing, common } = command;
  const { rows, changes, same } = planAreas(there, areas, { differing, hasFaults: faulty > 0, day: common.day });
  tally.areas += areas.length;
  tally.councils += 1;
  tally.same += same;
  const of = (...kinds: readonly AreaChange['kind'][]): number =>
    changes.filter(({ kind }) => kinds.includes(kind)).length;
  tally.new += of('new');
  tally.kept += of('kept');
  tally.absent += of('absent');
  if (of('new', 'completed', 'replaced', 'removed') > 0) files.put(name, printAreas(rows));
  const said = WORDS.flatMap(([kind, words]) => (of(kind) === 0 ? [] : [`${of(kind)} ${words}`]));
  console.say(
    `${files.shown(name)}: ${counted(areas.length, 'area')}, ${[...said, ...(same > 0 ? [`${same} as before`] : [])].join(', ')}`,
  );
  // Of areas that are new, nobody wants a line each.
  const telling = changes.filter(({ kind }) => kind !== 'new' && kind !== 'completed');
  for (const change of telling) console.say(`  ${lineOf(change)}`);
  return [{ council: slug, areas: areas.length, new: of('new'), same, changes: telling }];
}

const WORDS: readonly (readonly [kind: AreaChange['kind'], words: string])[] = [
  ['new', 'new'],
  ['completed', 'completed'],
  ['replaced', 'replaced'],
  ['removed', 'taken out'],
  ['kept', 'different and kept'],
  ['absent', 'not listed and kept'],
];

function lineOf({ kind, from = '', to = '', place }: AreaChange): string {
  const where = place ? `  (${inWords(place)})` : '';
  if (kind === 'absent') return `${from}: not in the file, and kept`;
  if (kind === 'removed') return `${from}: not in the file, and taken out`;
  return `${from} → ${to}${where}${kind === 'kept' ? ', kept' : ''}`;
}
