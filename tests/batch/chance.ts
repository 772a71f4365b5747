/** Chance that can be repeated: the same seed gives the same records (mulberry32). */
export type Chance = {
  /** From 0 to 1, 1 excluded. */
  readonly next: () => number;
  readonly oneOf: <T>(all: readonly T[]) => T;
  /** Whether something happens that happens in that share of all cases. */
  readonly happens: (share: number) => boolean;
};

export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    oneOf: (all) => all[Math.floor(next() * all.length)]!,
    happens: (share) => next() < share,
  };
};
