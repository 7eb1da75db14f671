import { Injectable } from '@nestjs/common';
import { looksLikeToken, tokenHash } from '@tracedesk/identity';
import { stateCode, type Officer, type Role, type StateCode } from '@tracedesk/kernel';
import { DeskDatabase, type Tx } from '@tracedesk/platform';

/** For whom a feed is written. */
export interface FeedReader {
  readonly state: StateCode;
  readonly role: Role;
  readonly language: string;
}

/** The secret addresses of people's calendars: one each, kept as a hash. */
@Injectable()
export class CalendarFeeds {
  constructor(private readonly database: DeskDatabase) {}

  /** Whose address it is, while that person may come in. One look-up by key. */
  async byToken(token: string): Promise<FeedReader | null> {
    if (!looksLikeToken(token)) return null;
    const [row] = await this.database.door<FeedReader>('SELECT state, role, language FROM calendar_feed_by_token($1)', [
      tokenHash(token),
    ]);
    return row ? { ...row, state: stateCode(row.state) } : null;
  }

  async madeAt(tx: Tx, { personId }: Officer): Promise<Date | null> {
    const [row] = await tx.query<{ made_at: Date }>('SELECT made_at FROM calendar_feeds WHERE state = $1 AND person_id = $2', [
      tx.state,
      personId,
    ]);
    return row?.made_at ?? null;
  }

  /** Keeps the address in the place of any before it: that one is worth nothing from here on. */
  async put(tx: Tx, { personId }: Officer, token: string): Promise<void> {
    await tx.query(
      `INSERT INTO calendar_feeds (person_id, state, token_hash, made_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (person_id) DO UPDATE SET token_hash = excluded.token_hash, made_at = excluded.made_at
        WHERE calendar_feeds.state = $2`,
      [personId, tx.state, tokenHash(token), tx.now],
    );
  }

  /** Ends the address and says whether there was one. */
  async end(tx: Tx, { personId }: Officer): Promise<boolean> {
    const ended = await tx.query('DELETE FROM calendar_feeds WHERE state = $1 AND person_id = $2 RETURNING person_id', [
      tx.state,
      personId,
    ]);
    return ended.length > 0;
  }
}
