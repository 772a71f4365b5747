import { LIMITS } from './limits.ts';
import { readAllXml } from './xml.ts';
import { type Archive, Damaged } from './zip.ts';

/** A sheet as the workbook lists it. */
export type ListedSheet = { readonly name: string; readonly part: string; readonly isHidden: boolean };

/** Where the parts of a workbook are (ECMA-376 part 1, 18.2; part 2, 9.3). */
export type Parts = {
  readonly sheets: readonly ListedSheet[];
  /** Days are counted from 1904, as Excel for the Mac once did. */
  readonly from1904: boolean;
  readonly texts?: string;
  readonly styles?: string;
};

type Relation = { readonly kind: string; readonly part: string };

/** @throws Damaged */
export async function partsOf(archive: Archive): Promise<Parts> {
  const root = [...(await relationsOf(archive, '')).values()].find(({ kind }) => kind === 'officeDocument');
  const workbook = root?.part ?? 'xl/workbook.xml';
  const relations = await relationsOf(archive, workbook);
  const sheets: ListedSheet[] = [];
  let from1904 = false;
  await readAllXml(workbook, archive.open(workbook), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true|on)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      if (sheets.length === LIMITS.parts) throw new Damaged('it has too many sheets', 'too-large');
      const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1];
      const target = relations.get(id ?? '');
      // A sheet may be a chart or a dialogue, with nothing to read.
      if (target && target.kind !== 'worksheet') return;
      if (!target) throw new Damaged(`the sheet \`${attributes['name'] ?? ''}\` is missing`);
      const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
      sheets.push({ name: attributes['name'] ?? '', part: target.part, isHidden });
    },
  });
  const partOf = (wanted: string): string | undefined =>
    [...relations.values()].find(({ kind, part }) => kind === wanted && archive.names.has(part.toLowerCase()))?.part;
  const [texts, styles] = [partOf('sharedStrings'), partOf('styles')];
  return { sheets, from1904, ...(texts !== undefined && { texts }), ...(styles !== undefined && { styles }) };
}

/** What a part refers to by id; `''` is the package as a whole. */
async function relationsOf(archive: Archive, part: string): Promise<Map<string, Relation>> {
  const slash = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  const relations = new Map<string, Relation>();
  if (!archive.names.has(name.toLowerCase())) return relations;
  await readAllXml(name, archive.open(name), {
    open(element, { Id = '', Type = '', Target = '', TargetMode }) {
      if (element !== 'Relationship' || TargetMode === 'External') return;
      if (relations.size === LIMITS.parts) throw new Damaged('it has too many parts', 'too-large');
      relations.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), part: resolve(part.slice(0, slash), Target) });
    },
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).replaceAll('\\', '/').split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
