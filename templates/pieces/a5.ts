/** Half of an A4 sheet, in points. */
export const a5 = { width: (148 / 25.4) * 72, height: (210 / 25.4) * 72 } as const;
