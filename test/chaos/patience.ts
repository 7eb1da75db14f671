/** How long one waits for work that others do: as long as it goes on. */
export class Patience {
  private left: number | 'waiting' | null = null;

  constructor(
    private readonly mostMs: number,
    private since: number,
  ) {}

  /** Whether nothing was done for longer than one waits. `left` is what is still to be done, or that it is not due yet; `now` any clock in ms that only grows. */
  isOver(left: number | 'waiting', now: number): boolean {
    const isProgress = left === 'waiting' || this.left === null || this.left === 'waiting' || left < this.left;
    if (isProgress) {
      this.left = left;
      this.since = now;
    }
    return now - this.since > this.mostMs;
  }
}
