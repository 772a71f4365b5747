import type { PdfFile } from './file.ts';
import { isA, isArray, nameOf, type PdfDict, textOfString } from './objects.ts';

/** The standard structure types (ISO 32000-1, 14.8.4). */
const standard = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 ' +
    'L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot ' +
    'Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
);

/** What the second edition adds in its own namespace (ISO 32000-2, 14.8.4). */
const later = new Set('DocumentFragment Aside Title FENote Sub Em Strong Artifact'.split(' '));

const LATER = 'http://iso.org/pdf2/ssn';
const MATHS = 'http://www.w3.org/1998/Math/MathML';

/** What a structure type stands for: a standard one, none, or one that leads back to itself. */
export type Role =
  | { readonly kind: 'standard'; readonly role: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'circular' };

const longestChain = 64;

/** Follows the role map (14.7.3) from a type to a standard one; a type that is standard is not mapped. */
export function roleOf(file: PdfFile, roleMap: PdfDict | undefined, type: string, namespace?: PdfDict): Role {
  let [name, space] = [type, namespace];
  const seen = new Set<string>();
  for (let steps = 0; steps < longestChain; steps += 1) {
    const uri = space && uriOf(file, space);
    if (uri === MATHS) return { kind: 'standard', role: 'Formula' };
    if (uri === LATER && (later.has(name) || /^H\d+$/.test(name))) return { kind: 'standard', role: name };
    if ((uri === undefined || uri !== MATHS) && standard.has(name)) return { kind: 'standard', role: name };
    const key = `${uri ?? ''} ${name}`;
    if (seen.has(key)) return { kind: 'circular' };
    seen.add(key);
    const map = space ? file.dictOf(space.entries.get('RoleMapNS')) : roleMap;
    const mapped = map && file.get(map, name);
    // In a namespace, a role is a name, or a name with the namespace that it is of (ISO 32000-2, 14.7.4.2).
    const [to, of] = isArray(mapped)
      ? [nameOf(file.resolve(mapped[0])), file.dictOf(mapped[1])]
      : [nameOf(mapped ?? null)];
    if (to === undefined) return { kind: 'unknown' };
    [name, space] = [to, of];
  }
  return { kind: 'circular' };
}

function uriOf(file: PdfFile, namespace: PdfDict): string | undefined {
  const uri = file.get(namespace, 'NS');
  return isA(uri, 'string') ? textOfString(uri) : undefined;
}
