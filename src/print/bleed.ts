import type { Area, LaidNode, LaidPage } from '../typeset/laid.ts';

/** How near to the edge of its page a colour must come to be meant to reach it, in points. */
const near = 0.1;

/**
 * A page whose colours go on beyond its edges where they reach them, so that a cut which is a little off shows no paper.
 * The strips lie below everything else, and in the order in which the colours are painted.
 *
 * @param by in points; what is not wanted of it is clipped where the page is placed
 */
export const bled = (page: LaidPage, by: number): LaidPage => {
  const strips: LaidNode[] = [];
  const visit = ({ type, props, style, box, children = [] }: LaidNode, x: number, y: number): void => {
    const area = { ...box, left: x + box.left, top: y + box.top };
    if (type === 'VIEW' && typeof style.backgroundColor === 'string') {
      strips.push(...beyond(area, page, by).map((strip) => field(strip, style.backgroundColor as string, props.meant)));
    }
    for (const child of children) visit(child, area.left, area.top);
  };
  for (const node of page.nodes) visit(node, 0, 0);
  return strips.length === 0 ? page : { ...page, nodes: [...strips, ...page.nodes] };
};

/** The parts of a field beyond the page, at each edge that it reaches; those above and below take the corners. */
const beyond = ({ left, top, width, height }: Area, page: LaidPage, by: number): Area[] => {
  const [right, bottom] = [left + width, top + height];
  const reaches = {
    left: left <= near,
    top: top <= near,
    right: right >= page.width - near,
    bottom: bottom >= page.height - near,
  };
  const from = reaches.left ? -by : left;
  const across = (reaches.right ? page.width + by : right) - from;
  return [
    ...(reaches.left ? [{ left: -by, top, width: by, height }] : []),
    ...(reaches.right ? [{ left: page.width, top, width: by, height }] : []),
    ...(reaches.top ? [{ left: from, top: -by, width: across, height: by }] : []),
    ...(reaches.bottom ? [{ left: from, top: page.height, width: across, height: by }] : []),
  ];
};

/** A strip in the colour of its field, and for the press in its inks. */
const field = (box: Area, backgroundColor: string, meant: LaidNode['props']['meant']): LaidNode => ({
  type: 'VIEW',
  props: meant ? { meant } : {},
  style: { backgroundColor },
  box,
});
