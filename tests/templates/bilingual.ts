import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apart } from '../../src/content/apart.ts';
import { parseGuidance } from '../../src/content/guidance.ts';
import { parseFurniture } from '../../src/data/furniture.ts';
import type { Council, Record as CouncilRecord } from '../../src/data/record.ts';
import type { Diagnostic, Report } from '../../src/diagnostics/diagnostic.ts';
import { openShelf } from '../../src/commands/sources.ts';
import type { Sources } from '../../src/pipeline.ts';
import { openProject, packageFolder } from '../../src/project.ts';
import type { Parts, Template } from '../../src/typeset/template.ts';
import { typeset } from '../../src/typeset/typeset.ts';
import { noClock, partsOf, type SetPages, silent } from '../sources.ts';

/** Llanfair-y-Ŵyl in two languages: the Welsh of its guidance is holding text. */

const root = join(import.meta.dirname, '../..');

const fileOf = (path: string) => ({ path, text: readFileSync(join(root, path), 'utf8') });

const loadEnglish = (): Sources =>
  openShelf(openProject(packageFolder(), undefined, silent)!, silent).load('llanfair-y-wyl', undefined, silent)!
    .sources;

let loaded: { readonly en: Sources; readonly cy: Sources } | undefined;

const sources = (): NonNullable<typeof loaded> => {
  if (loaded) return loaded;
  const en = loadEnglish();
  const guidance = parseGuidance(fileOf('tests/fixtures/welsh/candidate-security.cy.md'), silent);
  // That nobody has reviewed it is another test's business.
  const furniture = parseFurniture(fileOf('content/furniture/cy.yaml'), () => {});
  loaded = { en, cy: { ...en, guidance, furniture, record: inWelsh(en.record) } };
  return loaded;
};

const hours = 'Dydd Llun i ddydd Gwener, 9am i 5pm';

const inWelsh = (record: CouncilRecord): CouncilRecord => {
  const { council } = record;
  return {
    ...record,
    council: {
      ...council,
      name: 'Cyngor Sir Llanfair-y-Ŵyl',
      election: { ...council.election, name: 'Etholiadau lleol' },
      returningOfficer: { ...council.returningOfficer, title: 'Swyddog Canlyniadau', hours },
      electoralServices: {
        ...council.electoralServices!,
        title: 'Gwasanaethau etholiadol',
        name: 'Tîm etholiadau',
        hours,
      },
      police: [{ name: 'Heddlu Canolfro' }],
      issuedBy: { ...council.issuedBy, name: 'Cyngor Sir Llanfair-y-Ŵyl' },
    },
  };
};

export type InTwo = {
  /** Of both languages; undefined takes a value away. */
  readonly council?: { readonly [Key in keyof Council]?: Council[Key] | undefined };
  /** Of one language alone, over `council`. */
  readonly cy?: InTwo['council'];
  readonly en?: InTwo['council'];
  readonly areas?: readonly [cy: string, en: string];
  readonly words?: readonly [cy: Sources['words'], en: Sources['words']];
  readonly brand?: Partial<Sources['brand']>;
};

const changed = ({ record, ...given }: Sources, changes: InTwo, at: 0 | 1): Sources => {
  const own = at === 0 ? changes.cy : changes.en;
  const kept = Object.entries({ ...record.council, ...changes.council, ...own }).filter(
    ([, value]) => value !== undefined,
  );
  const area = changes.areas?.[at];
  const words = changes.words?.[at];
  return {
    ...given,
    brand: { ...given.brand, ...changes.brand },
    ...(words && { words }),
    record: { ...record, council: Object.fromEntries(kept) as Council, ...(area !== undefined && { area }) },
  };
};

/** What a template in two languages composes from: Welsh first. */
export const pairOf = (changes: InTwo = {}, report: Report = silent): readonly [cy: Parts, en: Parts] => {
  const { cy, en } = sources();
  const [first, second] = [partsOf(changed(cy, changes, 0), report), partsOf(changed(en, changes, 1), report)];
  return [first, { ...second, edition: apart(second.edition, 'en-') }];
};

export const setInTwo = async <Fit>(
  template: (second: Parts) => Template<Fit>,
  changes: InTwo = {},
): Promise<SetPages> => {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic);
  const [first, second] = pairOf(changes, report);
  const pages = await typeset(template(second), first, report, noClock);
  return { pages: pages ?? [], diagnostics };
};
