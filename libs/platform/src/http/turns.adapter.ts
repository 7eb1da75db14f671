export interface TurnLimits {
  /** How many one owner may have at once, so that nobody's slowness is another's wait. */
  readonly perOwner: number;
  /** How many there are at once: each holds memory. */
  readonly together: number;
  /** After this time whoever waits is told to come again. */
  readonly longestWaitMs: number;
}

interface Waiting {
  readonly owner: string;
  readonly begin: () => void;
}

/** Hands out turns, in the order of asking where an owner has one left. */
export class Turns {
  readonly #taken = new Map<string, number>();
  readonly #waiting = new Set<Waiting>();

  constructor(private readonly limits: TurnLimits) {}

  /** Waits for a turn and gives what ends it; null if none came in time. */
  async take(owner: string): Promise<(() => void) | null> {
    if (!this.#isFree(owner) && !(await this.#waitFor(owner))) return null;
    return this.#begun(owner);
  }

  #begun(owner: string): () => void {
    this.#taken.set(owner, this.#of(owner) + 1);
    let over = false;
    return () => {
      if (over) return;
      over = true;
      this.#end(owner);
    };
  }

  #waitFor(owner: string): Promise<boolean> {
    return new Promise((resolve) => {
      const waiting = {
        owner,
        begin: () => {
          clearTimeout(late);
          this.#waiting.delete(waiting);
          resolve(true);
        },
      };
      const late = setTimeout(() => {
        this.#waiting.delete(waiting);
        resolve(false);
      }, this.limits.longestWaitMs);
      this.#waiting.add(waiting);
    });
  }

  #end(owner: string): void {
    const left = this.#of(owner) - 1;
    if (left === 0) this.#taken.delete(owner);
    else this.#taken.set(owner, left);
    for (const next of this.#waiting) if (this.#isFree(next.owner)) return next.begin();
  }

  #isFree(owner: string): boolean {
    const together = [...this.#taken.values()].reduce((sum, one) => sum + one, 0);
    return together < this.limits.together && this.#of(owner) < this.limits.perOwner;
  }

  #of(owner: string): number {
    return this.#taken.get(owner) ?? 0;
  }
}
