/** Values as yargs leaves them: what is given twice is an array, which only --council may be. */
export class Options {
  readonly wrong: string[] = [];
  readonly #values: Readonly<Record<string, unknown>>;
  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }
  /** The values of an argument, as they came. */
  all(name: string): readonly string[] {
    return this.#given(name);
  }
  /** The values of an option that may be repeated, each once. */
  many(name: string): string[] {
    return [...new Set(this.#given(name))];
  }
  /** The words of an argument besides options, put together: who types `st albans` need not think of quotes. */
  words(name: string): string {
    return this.#given(name).join(' ').trim();
  }
  /** The value of an option that is given once. */
  one(name: string): string | undefined {
    const values = this.#given(name);
    if (values.length > 1) this.wrong.push(`--${name} is given ${values.length} times, expected once`);
    if (values[0] === '' && name !== 'area') this.wrong.push(`--${name} is empty`);
    return values[0];
  }
  is(name: string): boolean {
    return this.#given(name).includes('true');
  }
  #given(name: string): string[] {
    const value = this.#values[name] ?? [];
    return (Array.isArray(value) ? value : [value]).map(String);
  }
}
