import type { FormColumn } from './sheet.ts';
import { columnLetters, DECLARATION, escaped, MAIN } from './xml.ts';

/** The comments on headings (ECMA-376 part 1, 18.7). */
export function comments(columns: readonly FormColumn[]): string {
  const list = noted(columns).map(
    ({ note, at }) =>
      `<comment ref="${columnLetters(at + 1)}1" authorId="0"><text><t xml:space="preserve">${escaped(note)}</t></text></comment>`,
  );
  return `${DECLARATION}<comments xmlns="${MAIN}"><authors><author>handbill</author></authors><commentList>${list.join('')}</commentList></comments>`;
}

/** Their boxes, which Excel still takes from VML (part 4, 19.4); without them it shows no comment. */
export function commentBoxes(columns: readonly FormColumn[]): string {
  const boxes = noted(columns).map(({ note, at }, index) => {
    const lines = Math.ceil(note.length / 40) + 1;
    const anchor = [at + 1, 15, 1, 2, at + 4, 15, 1 + lines, 4].join(', ');
    return `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>0</x:Row><x:Column>${at}</x:Column></x:ClientData></v:shape>`;
  });
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${boxes.join('')}</xml>`;
}

const noted = (columns: readonly FormColumn[]): { readonly note: string; readonly at: number }[] =>
  columns.flatMap(({ note }, at) => (note === undefined ? [] : [{ note, at }]));
