/** A heading's words as the target of a link: lower case, ASCII where letters have accents, words joined by `-`. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** Hands out ids: the slug of a heading, with `-2`, `-3` … when it has been given before. */
export class Ids {
  readonly #given = new Set<string>();

  give(text: string): string {
    const slug = slugOf(text) || 'section';
    let id = slug;
    for (let count = 2; this.#given.has(id); count++) id = `${slug}-${count}`;
    this.#given.add(id);
    return id;
  }

  get given(): ReadonlySet<string> {
    return this.#given;
  }
}
