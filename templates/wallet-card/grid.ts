import { mm, mmToPt } from '../../src/units.ts';

/** ISO/IEC 7810 ID-1: the size of a bank card. */
export const size = { width: mm(85.6), height: mm(53.98) };
export const width = mmToPt(size.width);
export const height = mmToPt(size.height);

/** Margins in points: text starts at 12, no letter crosses the safe line at 8.5 (3 mm). */
export const inner = 12;
export const safeArea = mm(3);
export const safe = mmToPt(safeArea);
export const lineMeasure = width - inner - safe;

export const strip = { height: 32, logo: 15, logoTop: 9, name: 36, nameTop: 8.5 } as const;
export const fields = { top: strip.height, height: 80, emergency: 144 } as const;
/** Below the fields: what to say, and the force, which takes its place where there is nothing to say. */
export const words = { sayTop: 115, forceAlone: 116 } as const;
export const qr = 56;
export const back = {
  top: inner,
  foot: 128,
  column: 160,
  qrLeft: width - inner - qr,
  caption: 60,
  checkedOn: 132,
} as const;
