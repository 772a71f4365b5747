/** The turn of one piece of work to be heard. */
export type Turn = {
  /** Runs now, if it is this one's turn, else when it comes. */
  readonly say: (step: () => void) => void;
  /** Nothing more is to be said: the next has its turn. */
  readonly end: () => void;
};

/** Those who wait for their turn. */
export type Queue = {
  /** The turn after all that were given. */
  readonly next: () => Turn;
  /** Says all that is still waiting, in its order: nobody will end their turn any more. */
  readonly close: () => void;
};

type Waiting = { readonly steps: (() => void)[]; ended: boolean };

/** Work may be done in any order; what is said of it is heard in the order in which it was given out. */
export function openQueue(): Queue {
  const waiting: Waiting[] = [];
  let head = 0;
  const advance = (): void => {
    for (let first = waiting[head]; first; first = waiting[head]) {
      for (const step of first.steps.splice(0)) step();
      if (!first.ended) break;
      head++;
    }
    // Those who were heard are let go, many at once.
    if (head > 1000) head -= waiting.splice(0, head).length;
  };
  return {
    next() {
      const own: Waiting = { steps: [], ended: false };
      waiting.push(own);
      return {
        say(step) {
          if (waiting[head] === own && own.steps.length === 0) return step();
          own.steps.push(step);
        },
        end() {
          own.ended = true;
          advance();
        },
      };
    },
    close() {
      for (const each of waiting) each.ended = true;
      advance();
    },
  };
}
