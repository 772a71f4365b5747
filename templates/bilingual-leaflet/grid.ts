import { space } from '../../src/typeset/scale.ts';
import { measure, qr } from '../leaflet/grid.ts';

/** The two columns of the first page, one for each language, in points. */
export const columnStep = 248;
export const column = 231;
export const columnGap = columnStep - column;

/** What stands beside the QR code: as wide as the columns leave it, or both languages alike. */
export const besideCode = measure - qr - space.l;
export const evenColumn = (besideCode - space.l) / 2;
