/** Words that one list of councils gives and another leaves out. */
const NOISE = /\b(the|council|county|district|borough|metropolitan|unitary|royal|city|of|and|cyngor)\b/g;

/**
 * The part of a council's name that lists agree on: `Leeds City Council` and `Leeds`, `Bristol, City of` and
 * `City of Bristol`, `Brighton & Hove` and `Brighton and Hove City Council` are one.
 */
export const foldCouncil = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\p{Mark}'’.]/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/\blondon borough of\b|\bborough council of\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(NOISE, ' ')
    .replace(/\s+/g, ' ')
    .trim();
