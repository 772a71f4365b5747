import { isA, latin1, nameOf, textOfString, utf16be } from '../pdf/read/objects.ts';
import type { Check } from './profiles.ts';
import { fold, type Subject } from './subject.ts';

/** A name of a file, or what a program puts in the place of a title. */
const fileName =
  /\.(?:pdf|docx?|odt|rtf|indd|qxp|pages|html?|txt|xlsx?|pptx?|tmp|md|tex|ai)$|^microsoft word - |^[\w-]*untitled[\w-]*\d*$|^document\d*$/i;

/** The title: that there is one, that it says something, and that it is shown (ISO 14289-1, 7.1). */
export const checkTitle: Check = ({ file }, found) => {
  const info = file.dictOf(file.trailer.entries.get('Info'));
  const given = info && file.get(info, 'Title');
  const inInfo = isA(given, 'string') ? fold(textOfString(given)) : '';
  const inMetadata = fold(titleOf(packetOf({ file })));
  const title = inMetadata || inInfo;
  const write = 'give the document a title that says what it is about, in the program that it was written with';
  if (title === '') found.error('accessible/no-title', 'the document has no title', {}, write);
  else if (inMetadata === '') {
    const message = 'the title stands in the document information alone, expected `dc:title` in the metadata too';
    found.error('accessible/no-title', message, {}, 'write the file with XMP metadata');
  } else if (fileName.test(title)) {
    found.error('accessible/file-name-as-title', `the title \`${title}\` is the name of a file`, {}, write);
  }
  const preferences = file.dictOf(file.catalog.entries.get('ViewerPreferences'));
  if (title !== '' && (!preferences || file.get(preferences, 'DisplayDocTitle') !== true)) {
    const message = 'readers show the name of the file, not the title of the document';
    found.error('accessible/title-not-shown', message, {}, 'set `DisplayDocTitle` of `ViewerPreferences` to true');
  }
};

/** That the file says that it keeps to PDF/UA (ISO 14289-1, 5). */
export const checkClaim: Check = ({ file }, found) => {
  if (/pdfuaid:part\s*(?:=\s*["']\d|>\s*\d)/.test(packetOf({ file }))) return;
  const message = 'the file does not claim to keep to PDF/UA';
  found.warning(
    'accessible/no-claim',
    message,
    {},
    'once its faults are mended, write `pdfuaid:part` into its metadata',
  );
};

/** That pages with links and fields are gone through in the order of the structure (ISO 14289-1, 7.18.3). */
export const checkTabOrder: Check = ({ file, pages, structure }, found) => {
  if (!structure) return;
  for (const { dict, index } of pages) {
    if (!file.dictOf(firstOf(file.get(dict, 'Annots'))) || nameOf(file.get(dict, 'Tabs')) === 'S') continue;
    const message = 'the Tab key does not go through the links of the page in the order in which they are read';
    found.error('accessible/tab-order', message, { page: index }, 'set `Tabs` of the page to `S`');
  }
};

const firstOf = (object: unknown) => (Array.isArray(object) ? (object[0] ?? null) : null);

/** Longer documents are hard to find one's way in without bookmarks. */
const mostPagesWithoutBookmarks = 20;

export const checkBookmarks: Check = ({ file, pages }, found) => {
  if (pages.length <= mostPagesWithoutBookmarks) return;
  const outlines = file.dictOf(file.catalog.entries.get('Outlines'));
  if (outlines && file.dictOf(outlines.entries.get('First'))) return;
  const message = `${pages.length} pages and no bookmarks`;
  found.warning('accessible/no-bookmarks', message, {}, 'write the headings as bookmarks');
};

/** Metadata beyond this is no metadata. */
const mostMetadata = 1 << 20;

/** The metadata of the document as text (ISO 32000-1, 14.3.2); empty where there is none. */
export function packetOf({ file }: Pick<Subject, 'file'>): string {
  const stream = file.get(file.catalog, 'Metadata');
  if (!isA(stream, 'stream')) return '';
  const bytes = file.decode(stream).subarray(0, mostMetadata);
  const text = latin1(bytes);
  if (text.startsWith('\xfe\xff')) return utf16be(text.slice(2));
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** `dc:title`: the text of its first language. Found by looking for its ends, for metadata may be anything. */
function titleOf(packet: string): string {
  const title = inside(packet, '<dc:title', '</dc:title>');
  if (title === undefined) return '';
  const item = inside(title, '<rdf:li', '</rdf:li>') ?? (title.includes('<') ? '' : title);
  return item.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => entities[entity] ?? entity);
}

const entities: { readonly [entity: string]: string } = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

/** What stands between the end of a tag and another. */
function inside(text: string, open: string, close: string): string | undefined {
  const from = text.indexOf(open);
  const begin = from < 0 ? -1 : text.indexOf('>', from);
  const end = begin < 0 ? -1 : text.indexOf(close, begin);
  return end < 0 ? undefined : text.slice(begin + 1, end);
}
