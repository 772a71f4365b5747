/** All memories there are, so that a test can see what is made without them; held no longer than whoever uses them. */
const all = new Set<WeakRef<{ forget(): void }>>();

/**
 * What was worked out before, by all that it hangs on. It is bounded by weight, and forgets first what was asked for
 * longest ago: a run over the whole country takes no more room than one over a county.
 *
 * A memory changes no byte of a file: its key says everything that its value is made from, and values are never changed.
 */
export class Memory<Key, Value> {
  readonly #known = new Map<Key, { readonly value: Value; readonly weight: number }>();
  readonly #most: number;
  #weight = 0;

  /** @param most weight that is kept, in whatever `set` counts it in */
  constructor(most: number) {
    this.#most = most;
    all.add(new WeakRef(this));
  }

  get(key: Key): Value | undefined {
    const found = this.#known.get(key);
    if (!found) return undefined;
    // What was asked for last stands last; while there is much room, nobody needs to know.
    if (this.#weight * 2 > this.#most) {
      this.#known.delete(key);
      this.#known.set(key, found);
    }
    return found.value;
  }

  /** Keeps a value, and gives it back; what is heavier than all that may be kept is not. */
  set(key: Key, value: Value, weight = 1): Value {
    this.#drop(key);
    if (weight > this.#most) return value;
    this.#known.set(key, { value, weight });
    this.#weight += weight;
    for (const oldest of this.#known.keys()) {
      if (this.#weight <= this.#most) break;
      this.#drop(oldest);
    }
    return value;
  }

  forget(): void {
    this.#known.clear();
    this.#weight = 0;
  }

  #drop(key: Key): void {
    const found = this.#known.get(key);
    if (!found) return;
    this.#known.delete(key);
    this.#weight -= found.weight;
  }
}

/** Forgets everything. */
export const forgetAll = (): void => {
  for (const memory of all) memory.deref()?.forget();
};
