export type Spread = { readonly median: number; readonly least: number; readonly most: number; readonly of: number };
export function spreadOf(values: readonly number[]): Spread;
export function isSteady(spread: Spread): boolean;
export function shown(value: number): string;
export function shownRatio(value: number): string;
export function growthOf(grown: readonly { readonly files: number; readonly peak: number }[]): number;
