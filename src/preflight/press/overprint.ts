import type { Painted } from '../../pdf/read/painted.ts';
import { excerptOf } from '../excerpt.ts';
import type { PressCheck } from './asking.ts';
import { coatOf, inksOfPainted } from './coat.ts';
import { round } from './paper.ts';
import { isSeen, seenBox } from './placing.ts';

/**
 * That nothing white overprints: it would leave what lies beneath it as it is, and not be seen (ISO 32000-2, 8.6.7). In
 * mode 0, `DeviceCMYK` names all four inks, so its white takes them away.
 */
export const checkWhiteOverprint: PressCheck = ({ papers, profile, make }) => {
  if (!profile.colour.overprint) return;
  for (const paper of papers) {
    const white = paper.painted.filter((painted) => {
      const inks = inksOfPainted(paper.page.file, painted);
      if (inks.kind !== 'flat' || !inks.space.plates || !seenBox(painted)) return false;
      if (painted.kind === 'text' && !isSeen(painted.text)) return false;
      const { overprint } = coatOf(paper.page.file, painted);
      const isNothing = inks.shares.every((share) => share <= 0.001);
      const leaves = overprint === 'not-zero' || (overprint === 'named' && !inks.space.isDeviceCmyk);
      return isNothing && leaves;
    });
    if (white.length === 0) continue;
    const what = namesOf(white);
    const message = `${what} in white overprints, and is not seen on the press`;
    make('press/white-overprint', message, { page: paper.index }, 'let white knock out what lies beneath it');
  }
};

function namesOf(painted: readonly Painted[]): string {
  const texts = painted.flatMap((each) => (each.kind === 'text' ? [each.text] : []));
  if (texts.length > 0) return excerptOf(texts);
  return painted.length === 1 ? 'an area or a line' : `${painted.length} areas or lines`;
}

/** Up to this size black words on colours are better printed over them. */
const largest = 12;

/** Of the coloured inks together, below which nobody sees a gap. */
const leastGround = 0.3;

/** That small black words are printed over colours: where they knock them out, a plate that lies askew shows paper. */
export const checkKnockOut: PressCheck = ({ papers, profile, found }) => {
  if (!profile.colour.overprint) return;
  for (const paper of papers) {
    const texts = paper.plates.touches.flatMap(({ painted, before }) => {
      if (painted.kind !== 'text' || before.colours < leastGround || before.isPaper) return [];
      const { unit } = paper.boxes;
      if ((painted.text.size * unit * 72) / 25.4 > largest) return [];
      const inks = inksOfPainted(paper.page.file, painted);
      if (inks.kind !== 'flat' || !inks.space.plates) return [];
      const { plates } = inks.space;
      const isBlack = inks.shares.every((share, i) => (plates[i] === 'K' ? share > 0.9 : share <= 0.001));
      const knocksOut = coatOf(paper.page.file, painted).overprint === 'none' && painted.look.blend === 'normal';
      return isBlack && knocksOut ? [painted.text] : [];
    });
    if (texts.length === 0) continue;
    const message = `${excerptOf(texts)} is black of ${round(largest)} pt or less, and knocks out the colours beneath it`;
    found.warning('press/knock-out', message, { page: paper.index }, 'let small black words overprint');
  }
};
