/**
 * Lengths. Millimetres everywhere but in `typeset/` and `pdf/`, which speak PostScript points (72 to the inch).
 * The brands keep the two apart: a function that wants one does not take the other, nor a bare number.
 */
export type Mm = number & { readonly unit: 'mm' };
export type Pt = number & { readonly unit: 'pt' };

export const mm = (value: number): Mm => value as Mm;
export const pt = (value: number): Pt => value as Pt;

/** 1 inch is 25.4 mm by definition. */
export const mmToPt = (value: Mm): Pt => pt((value / 25.4) * 72);
export const ptToMm = (value: Pt): Mm => mm((value / 72) * 25.4);
