import { openExample, refuse } from '../example.mjs';

// The words of our leaflet in the order in which they are read, as others set them: taken from the pages that we paint.

/**
 * @typedef {{ readonly text: string, readonly bold: boolean, readonly link?: string }} Run
 * @typedef {{ readonly kind: 'heading', readonly level: number, readonly runs: readonly Run[] }
 *   | { readonly kind: 'paragraph', readonly runs: readonly Run[] }
 *   | { readonly kind: 'list', readonly ordered: boolean, readonly items: readonly (readonly Run[])[] }} Block
 * @typedef {{ readonly title: string, readonly foot: readonly Run[], readonly pages: number,
 *   readonly first: readonly Block[], readonly rest: readonly Block[] }} Leaflet
 */

/** The area that the words are taken with: where its name stands, each record has its own. */
export const AREA = 'Abbey ward';

/** @returns {Promise<Leaflet>} */
export const leafletWords = async () => {
  const { jobOf, press } = await openExample();
  let pages = [];
  await press(
    jobOf(AREA),
    refuse,
    () => {},
    (laid) => {
      pages = laid;
      throw new Painted();
    },
  ).catch((thrown) => {
    if (!(thrown instanceof Painted)) throw thrown;
  });
  const read = reader();
  const [first = [], ...rest] = pages.map((page) => read.page(page));
  return {
    title: 'Candidate security guidance',
    foot: read.foot(),
    pages: pages.length,
    first,
    rest: joined(rest.flat()),
  };
};

/** Nothing is painted: the pages are all that is wanted. */
class Painted extends Error {}

const apart = new Set(['Header', 'Footer', 'Repeated', 'Artifact', 'Mark']);

/** What stands in a foot is of the foot. */
const roleOf = (node, inherited) => (apart.has(inherited) ? inherited : (node.props.role ?? inherited));

const runsOf = ({ runs }) =>
  runs.map(({ text, weight, link }) => ({
    text: text.replaceAll('\n', ' '),
    bold: weight === 700,
    ...(link !== undefined && !link.startsWith('#') && { link }),
  }));

/** Texts that break over pages are on both; they are taken once, by their serial numbers. */
const reader = () => {
  const seen = new Set();
  let foot = [];
  /** All texts below a node, in their order. */
  const textsIn = (node, inherited = '') => {
    const role = roleOf(node, inherited);
    if (node.props.words) {
      const { serial } = node.props;
      if (apart.has(role)) {
        if (role === 'Footer') foot = [...foot, runsOf(node.props.words)];
        return [];
      }
      if (serial !== undefined && seen.has(serial)) return [];
      if (serial !== undefined) seen.add(serial);
      return [{ role, runs: runsOf(node.props.words) }];
    }
    return (node.children ?? []).flatMap((child) => textsIn(child, role));
  };
  const blocksIn = (node, inherited = '') => {
    const role = roleOf(node, inherited);
    if (node.props.role?.startsWith('L/') && !apart.has(role)) {
      const items = itemsIn(node).map((item) => textsIn(item, 'LI').filter((each) => each.role !== 'Lbl'));
      const filled = items.map((texts) => spaced(texts.map(({ runs }) => runs))).filter((runs) => runs.length > 0);
      return filled.length > 0 ? [{ kind: 'list', ordered: role === 'L/Decimal', items: filled }] : [];
    }
    if (!node.props.words) return (node.children ?? []).flatMap((child) => blocksIn(child, role));
    return textsIn(node, inherited).map(({ role: own, runs }) =>
      /^H\d$/.test(own) ? { kind: 'heading', level: Number(own[1]), runs } : { kind: 'paragraph', runs },
    );
  };
  return {
    page: ({ nodes }) => nodes.flatMap((node) => blocksIn(node)),
    foot: () => foot[0] ?? [],
  };
};

const itemsIn = (node) =>
  (node.children ?? []).flatMap((child) => (child.props.role === 'LI' ? [child] : itemsIn(child)));

const spaced = (all) => all.flatMap((runs, i) => (i === 0 ? runs : [{ text: ' ', bold: false }, ...runs]));

/** A list that goes on on the next page is one. */
const joined = (blocks) => {
  const whole = [];
  for (const block of blocks) {
    const before = whole.at(-1);
    if (block.kind === 'list' && before?.kind === 'list' && before.ordered === block.ordered) {
      whole[whole.length - 1] = { ...before, items: [...before.items, ...block.items] };
    } else whole.push(block);
  }
  return whole;
};
