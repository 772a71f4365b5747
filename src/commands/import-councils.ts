import { parseCouncil } from '../data/council.ts';
import { brandStarter, councilStarter } from '../data/council-starter.ts';
import { otherBrandStarter, otherCouncilStarter } from '../data/other-council-starter.ts';
import { documentOf } from '../data/yaml.ts';
import { editYaml, valueIn } from '../data/yaml-edit.ts';
import { error, isError, type Report, warning } from '../diagnostics/diagnostic.ts';
import { type Gathered, gatherCouncils, type Target } from '../import/gather.ts';
import { type Matcher, matcherOf } from '../import/match.ts';
import { planCouncil, type Planned, printed } from '../import/plan.ts';
import type { Recognised } from '../import/recognise.ts';
import { inWords } from '../import/rows.ts';
import { counted } from './counted.ts';
import { councilFileName } from './import-files.ts';
import type { ImportScene } from './import.ts';

/** Plans the files of councils, and says what is new, what differs and what was kept. Gives what it came to in a line. */
export async function importCouncils(recognised: Recognised, scene: ImportScene): Promise<string | undefined> {
  const { workbook, registry, files, desk } = scene;
  const { console } = desk;
  const matcher = matcherOf(files.owners(), registry);
  const { councils, faulty, others } = await gatherCouncils(recognised, workbook, matcher, console.report);
  const tally = { councils: 0, begun: 0, taken: 0, same: 0, kept: 0, days: 0 };
  const changes: unknown[] = [];
  for (const one of councils) changes.push(...plan(one, scene, matcher, tally));
  console.attach(recognised.subject, changes);
  if (councils.length + faulty + others === 0) return nothingIn(recognised, scene);
  if (councils.length === 0 && others > 0) tellNoneHere(others, scene);
  if (tally.kept > 0) {
    const message = `${counted(tally.kept, 'value')} ${tally.kept === 1 ? 'differs' : 'differ'} from what is there, and ${tally.kept === 1 ? 'was' : 'were'} kept`;
    const hint = 'look at the lines above; with `--replace` what the file says is taken';
    console.report(warning('import/kept', message, { kind: 'text', path: workbook.path }, hint));
  }
  return [
    `${counted(tally.taken, 'value')} for ${counted(tally.councils, 'council')}${tally.begun > 0 ? `, ${tally.begun.toLocaleString('en-GB')} of them new` : ''}`,
    ...(tally.same > 0 ? [`${tally.same.toLocaleString('en-GB')} as before`] : []),
    ...(faulty > 0 ? [`${counted(faulty, 'row')} with faults`] : []),
    ...(others > 0 ? [`${counted(others, 'row')} of councils without a file passed over`] : []),
    ...(tally.days > 0 ? ['`contactsCheckedOn` stays until somebody has rung the numbers'] : []),
  ].join(', ');
}

/** A form that nobody has filled in holds rows that only show how; of its further sheets, none need hold others. */
export function nothingIn({ subject, sheet, headerRow }: Recognised, { command, desk }: ImportScene): undefined {
  if (subject !== command.subject) return;
  const hint = 'fill in a row for each; the row `example` only shows how';
  desk.console.report(
    error('import/no-rows', 'there are no rows to be imported', sheet.placeOf(headerRow + 1, 1), hint),
  );
}

/** A list of which no row is of this project is the wrong list, or the councils are still to be begun. */
export function tellNoneHere(others: number, { workbook, desk }: ImportScene): void {
  const message = `none of the ${counted(others, 'row')} is of a council that has a file here`;
  const hint = 'begin the files of councils with `handbill init` or `handbill import councils`';
  desk.console.report(error('import/not-listed', message, { kind: 'text', path: workbook.path }, hint));
}

type Tally = { councils: number; begun: number; taken: number; same: number; kept: number; days: number };

function plan({ target, given }: Gathered, scene: ImportScene, matcher: Matcher, tally: Tally): readonly unknown[] {
  const { files, command, desk } = scene;
  const { console } = desk;
  const { slug } = target;
  const name = councilFileName(slug);
  const text = target.kind === 'own' ? files.council(slug)?.text : starterOf(target, scene).council;
  const document = text === undefined ? undefined : documentOf(text);
  if (text === undefined || !document) return [];
  const { planned, changes } = planCouncil(given, {
    valueAt: (key) => valueIn(document, key),
    // In a file that is only begun, nothing is anybody's yet.
    differing: target.kind === 'own' ? command.differing : 'replaced',
    isOwn: (called) => {
      const isCode = /^[ENSW]\d{8}$/.test(called);
      const found = matcher({ codes: isCode ? [called] : [], names: isCode ? [] : [called] });
      return found.some((one) => 'slug' in one && one.slug === slug);
    },
    day: command.common.day,
  });
  const edited = changes.length === 0 ? text : editYaml(text, changes);
  let faults = 0;
  const report: Report = (each) => {
    if (!isError(each)) return;
    faults += 1;
    console.report({ record: slug, ...each });
  };
  parseCouncil({ path: name, text: edited }, slug, report, 'draft');
  if (faults > 0) return [];
  if (target.kind !== 'own') {
    const brand = `content/brands/${slug}/brand.yaml`;
    if (!files.stands(brand)) files.put(brand, starterOf(target, scene).brand);
  }
  if (target.kind !== 'own' || changes.length > 0) files.put(name, edited);
  const of = (kind: Planned['kind']): number => planned.filter((each) => each.kind === kind).length;
  const days = planned.filter(({ key, kind }) => key === 'contactsCheckedOn' && kind === 'kept').length;
  tally.councils += 1;
  tally.begun += target.kind === 'own' ? 0 : 1;
  tally.taken += changes.length;
  tally.same += of('same');
  tally.kept += of('kept') - days;
  tally.days += changes.some(({ keyPath }) => keyPath !== 'contactsCheckedOn') && target.kind === 'own' ? 1 : 0;
  say(target, planned, scene);
  return planned.filter(({ kind }) => kind !== 'same').map((each) => ({ council: slug, ...each }));
}

function starterOf(
  target: Exclude<Target, { readonly kind: 'own' }>,
  { registry }: ImportScene,
): { readonly council: string; readonly brand: string } {
  if (target.kind === 'other') {
    const other = { slug: target.slug, name: target.name, kind: target.election };
    return { council: otherCouncilStarter(other), brand: otherBrandStarter(other) };
  }
  const council = { ...target.council, slug: target.slug };
  return { council: councilStarter(council, registry), brand: brandStarter(council) };
}

function say(target: Target, planned: readonly Planned[], { files, command, desk }: ImportScene): void {
  const { console } = desk;
  const of = (kind: Planned['kind'], words: string): string[] => {
    const count = planned.filter((each) => each.kind === kind).length;
    return count === 0 ? [] : [`${count} ${words}`];
  };
  const said = [
    ...(target.kind === 'own' ? [] : ['begun']),
    ...of('new', 'new'),
    ...of('replaced', 'replaced'),
    ...of('kept', 'different and kept'),
    ...of('same', 'as before'),
  ];
  console.say(`${files.shown(councilFileName(target.slug))}: ${said.length === 0 ? 'nothing given' : said.join(', ')}`);
  const isFull = command.purpose === 'look' || command.common.loudness === 'verbose';
  for (const { key, kind, from, to, place } of planned) {
    const where = `  (${inWords(place)})`;
    if (kind === 'new' && isFull) console.say(`  ${key}: ${printed(to)}${where}`);
    if (kind === 'kept' || kind === 'replaced') {
      console.say(`  ${key}: ${printed(from ?? '')} → ${printed(to)}${where}${kind === 'kept' ? ', kept' : ''}`);
    }
  }
}
