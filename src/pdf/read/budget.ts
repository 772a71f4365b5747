/**
 * The work that reading a file may take, counted in bytes looked at. A damaged or malicious file can make a reader look
 * at the same bytes again and again; when the budget is spent, reading ends with a fault, and does not hang.
 */
export class Budget {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  /** Takes from the budget; false when there is not so much left. */
  spend(bytes: number): boolean {
    this.#left -= bytes;
    return this.#left >= 0;
  }

  get isSpent(): boolean {
    return this.#left < 0;
  }
}
