/** Writes the project into a folder; gives the slugs of its councils. */
export function writeWholeCountry(folder: string): readonly string[];
