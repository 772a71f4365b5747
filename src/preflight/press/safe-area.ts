import type { ShownText } from '../../pdf/read/content.ts';
import { leaves } from '../../pdf/read/shape.ts';
import { excerptOf } from '../excerpt.ts';
import type { PressCheck } from './asking.ts';
import { round } from './paper.ts';
import { boxAround, cornersOf, isSeen, meets } from './placing.ts';

/** That no words stand so near to where a page is cut that a knife may take some of them. */
export const checkSafeArea: PressCheck = ({ papers, profile, make }) => {
  const { safe } = profile.boxes;
  if (safe === undefined || safe === 0) return;
  for (const paper of papers) {
    const { trim, unit } = paper.boxes;
    let nearest = Infinity;
    const near: ShownText[] = [];
    for (const painted of paper.painted) {
      if (painted.kind !== 'text' || !isSeen(painted.text) || painted.alpha === 0) continue;
      const box = boxAround(cornersOf(painted.text));
      // Words beyond the trim are for the printer. Their heights are taken for those of most letters.
      if (!meets(box, trim) || !leaves(painted.clip, painted.text.start)) continue;
      const away =
        unit * Math.min(box.left - trim.left, box.bottom - trim.bottom, trim.right - box.right, trim.top - box.top);
      if (away >= safe - 0.1) continue;
      nearest = Math.min(nearest, away);
      near.push(painted.text);
    }
    if (near.length === 0) continue;
    const where =
      nearest < 0 ? 'reaches beyond where the page is cut' : `stands ${round(nearest)} mm from where the page is cut`;
    const message = `${excerptOf(near)} ${where}, expected at least ${round(safe)} mm`;
    make('press/safe-area', message, { page: paper.index }, `move the words ${round(safe)} mm away from the edge`);
  }
};
