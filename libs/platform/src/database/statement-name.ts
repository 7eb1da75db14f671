import { createHash } from 'node:crypto';

/** How many different statements one process prepares. Beyond it (lists of varying length, for instance) a statement runs unprepared. */
export const PREPARED_STATEMENTS_MAX = 500;

/** Names statements by what they say, so that PostgreSQL plans each of them once per connection. */
export class StatementNames {
  private readonly names = new Map<string, string>();

  constructor(private readonly atMost = PREPARED_STATEMENTS_MAX) {}

  /** The same name for the same text, in every process; null when there are enough names already. */
  of(text: string): string | null {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    if (this.names.size >= this.atMost) return null;
    const name = `s_${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
    this.names.set(text, name);
    return name;
  }
}
