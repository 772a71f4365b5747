/** Labels run over the whole measure here, so the line breaks that they have for narrow columns do not count. */
export const onOneLine = (label: string): string => label.replaceAll('\n', ' ');
