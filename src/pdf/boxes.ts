import type { Area, LaidPage } from '../typeset/laid.ts';
import type { Value } from './objects.ts';
import type { Press } from './press.ts';

type Corners = readonly [left: number, bottom: number, right: number, top: number];

/**
 * The boxes of a page (ISO 32000-1, 14.11.2), in points from the lower left corner of its paper. What is made for a
 * screen is paper alone; else it says where it is cut (ISO 15930-7, 6.11): round the page, or where a sheet says.
 */
export const boxesOf = (
  { width, height, cut }: Pick<LaidPage, 'width' | 'height'> & { readonly cut: LaidPage['cut'] | undefined },
  { surround, bleed }: Pick<Press, 'surround' | 'bleed'>,
): { readonly [key: string]: Value } => {
  const onPaper = ({ left, top, ...area }: Area): Corners => [
    surround + left,
    surround + height - top - area.height,
    surround + left + area.width,
    surround + height - top,
  ];
  const page: Area = { left: 0, top: 0, width, height };
  const around: Area = { left: -bleed, top: -bleed, width: width + 2 * bleed, height: height + 2 * bleed };
  const { trim, bleed: bled } = cut ?? { trim: page, bleed: around };
  const isPaperAlone = cut === undefined && surround === 0;
  return {
    MediaBox: [0, 0, width + 2 * surround, height + 2 * surround],
    ...(!isPaperAlone && { BleedBox: onPaper(bled), TrimBox: onPaper(trim) }),
  };
};
