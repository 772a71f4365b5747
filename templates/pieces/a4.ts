/** The sheet, in points. */
export const a4 = { width: (210 / 25.4) * 72, height: (297 / 25.4) * 72 } as const;
