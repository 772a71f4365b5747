import { isArray, nameOf, numberOf, type PdfDict, type PdfObject } from '../../pdf/read/objects.ts';
import { annotationsOf } from '../../pdf/read/pages.ts';
import type { Subject } from '../subject.ts';
import type { PressCheck } from './asking.ts';
import { round } from './paper.ts';

const megabyte = 1_000_000;

export const checkFileSize: PressCheck = ({ size, profile, make }) => {
  const { megabytes } = profile.file;
  // Who says 2 MB may mean 2 × 1024 × 1024 bytes: what fits the smaller one fits both.
  if (megabytes === undefined || size <= megabytes * megabyte) return;
  const message = `the file has ${round(size / megabyte)} MB, expected at most ${megabytes} MB`;
  make('press/file-size', message, {}, 'make its pictures smaller, or write it with compression');
};

/** The version of the header, or a later one that the catalog gives (ISO 32000-2, 7.5.2). */
export const checkVersion: PressCheck = ({ subject: { file }, profile, make }) => {
  const { versions } = profile.file;
  const given = nameOf(file.get(file.catalog, 'Version')) ?? '';
  const version = Number(given) > Number(file.version) ? given : file.version;
  if (!versions || versions.includes(version)) return;
  const message = `the file is of PDF version ${version || 'none'}, expected ${versions.join(' or ')}`;
  make('press/version', message, {}, `write it as PDF ${versions.at(-1)}`);
};

/** Layers that may be shown and hidden (8.11): nobody knows which of them is meant to be printed. */
export const checkLayers: PressCheck = ({ subject: { file }, profile, make }) => {
  if (!profile.file.layers) return;
  const properties = file.dictOf(file.catalog.entries.get('OCProperties'));
  const groups = properties && file.get(properties, 'OCGs');
  if (!isArray(groups) || groups.length === 0) return;
  const message = `the file has ${groups.length} layer${groups.length === 1 ? '' : 's'} that can be shown or hidden`;
  make('press/layers', message, {}, 'write it with its layers merged');
};

const namesOf = ({ file }: Subject, key: string): PdfDict | undefined => {
  const names = file.dictOf(file.catalog.entries.get('Names'));
  return names && file.dictOf(names.entries.get(key));
};

export const checkAttachments: PressCheck = ({ subject, papers, profile, make }) => {
  if (!profile.file.attachments) return;
  const { file } = subject;
  const associated = file.get(file.catalog, 'AF');
  const page = papers.find((paper) =>
    annotationsOf(paper.page).some(({ subtype }) => subtype === 'FileAttachment'),
  )?.index;
  if (!namesOf(subject, 'EmbeddedFiles') && !(isArray(associated) && associated.length > 0) && page === undefined)
    return;
  make(
    'press/attachments',
    'other files are attached to the file',
    { page },
    'take them out, and send them by themselves',
  );
};

const isScript = ({ file }: Subject, object: PdfObject | undefined): boolean => {
  const action = file.dictOf(object);
  return action !== undefined && nameOf(file.get(action, 'S')) === 'JavaScript';
};

/** Programs in the file (12.6.4.17): in its names, when it is opened, on its pages and at their links. */
export const checkScripts: PressCheck = ({ subject, papers, profile, make }) => {
  if (!profile.file.scripts) return;
  const { file } = subject;
  const actionsOf = (dict: PdfDict): PdfObject[] => {
    const more = file.dictOf(dict.entries.get('AA'));
    return [dict.entries.get('A') ?? null, ...(more?.entries.values() ?? [])];
  };
  const isIn = (dicts: readonly PdfDict[]): boolean =>
    dicts.some((dict) => actionsOf(dict).some((action) => isScript(subject, action)));
  const page = papers.find(({ page: own }) => isIn([own.dict, ...annotationsOf(own).map(({ dict }) => dict)]))?.index;
  const isOpened = isScript(subject, file.catalog.entries.get('OpenAction')) || isIn([file.catalog]);
  if (!namesOf(subject, 'JavaScript') && !isOpened && page === undefined) return;
  make('press/scripts', 'the file holds programs (JavaScript)', { page }, 'print it to a new file, without them');
};

export const checkForms: PressCheck = ({ subject: { file }, profile, make }) => {
  if (!profile.file.forms) return;
  const form = file.dictOf(file.catalog.entries.get('AcroForm'));
  const fields = form && file.get(form, 'Fields');
  if (!isArray(fields) || fields.length === 0) return;
  const message = `the file is a form with ${fields.length} field${fields.length === 1 ? '' : 's'}`;
  make('press/form-fields', message, {}, 'flatten its fields into the page');
};

/** Bits of `F` (12.5.3): not shown at all. */
const hidden = 2;

/**
 * Links, notes and the like: printers may print them or not. PDF/X wants them outside the bleed (ISO 15930-7, 6.16);
 * marks of the printer are meant to be there.
 */
export const checkAnnotations: PressCheck = ({ papers, profile, make }) => {
  const { annotations } = profile.file;
  if (!annotations) return;
  for (const paper of papers) {
    const { left, bottom, right, top } = paper.printed;
    const found = annotationsOf(paper.page).filter(({ dict, subtype, areas }) => {
      const flags = numberOf(paper.page.file.get(dict, 'F')) ?? 0;
      if (/^(?:PrinterMark|TrapNet|Popup)$/.test(subtype) || (flags & hidden) !== 0) return false;
      return (
        annotations === 'refused' ||
        areas.some((area) => area[0] < right && area[2] > left && area[1] < top && area[3] > bottom)
      );
    });
    const [first] = found;
    if (!first) continue;
    const kinds = [...new Set(found.map(({ subtype }) => subtype))].join(', ');
    const counted =
      found.length === 1
        ? `an annotation (\`${first.subtype}\`) stands`
        : `${found.length} annotations (${kinds}) stand`;
    const message = `${counted} on what is printed`;
    make(
      'press/annotation',
      message,
      { page: paper.index },
      'write the file for print: without links, notes and fields',
    );
  }
};
