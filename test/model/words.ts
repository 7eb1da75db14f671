import { randomUUID } from 'node:crypto';

const WORD = /confided-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;

/** Words that were said in confidence, each with the States that may read it. Each is said once, so that whoever reads it was shown that saying. */
export class ConfidedWords {
  private readonly readers = new Map<string, Set<string>>();

  /** A new word that nobody has said, for these States. */
  said(...states: readonly string[]): string {
    const word = `confided-${randomUUID()}`;
    this.readers.set(word, new Set(states));
    return word;
  }

  /** From now on that State may read it too. */
  open(word: string, state: string): void {
    this.readers.get(word)?.add(state);
  }

  /** All confided words of a text. */
  in(text: string): readonly string[] {
    return [...new Set(text.match(WORD))];
  }

  /** The words of a text that this State may not read. */
  leakedIn(text: string, state: string): readonly string[] {
    return this.in(text).filter((word) => !this.readers.get(word)?.has(state));
  }
}
