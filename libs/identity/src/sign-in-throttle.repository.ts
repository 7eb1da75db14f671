import { Injectable } from '@nestjs/common';
import { denied, ok, type Result } from '@tracedesk/kernel';
import { DeskDatabase } from '@tracedesk/platform';
import { denialKey, limitsOn, THROTTLE_WINDOW_MINUTES, verdictOn, type Attempts, type Knock } from './throttle.js';

/** An attempt that has been counted, to be given back when it was no failure. */
export interface CountedAttempt {
  readonly keys: readonly Buffer[];
  readonly minute: Date;
}

/** Counts sign-ins that failed. Every attempt is counted before it is made, so that a hundred at once get no further than a hundred in a row. */
@Injectable()
export class SignInThrottle {
  constructor(private readonly database: DeskDatabase) {}

  /** Counts the attempt, or denies it and says when the next may be made. */
  async take(knock: Knock): Promise<Result<CountedAttempt>> {
    const limits = limitsOn(knock);
    const keys = limits.map(({ key }) => key);
    const rows = await this.database.door<CounterRow>(COUNT, [keys, THROTTLE_WINDOW_MINUTES]);
    const { minute, now } = rows[0]!;
    const attempt = { keys, minute };

    const waits = limits.map(({ key, failures }) => {
      const verdict = verdictOn(earlierUnder(rows, key), failures, now);
      return verdict.allowed ? 0 : verdict.retryAfterSeconds;
    });
    const retryAfterSeconds = Math.max(...waits);
    if (retryAfterSeconds === 0) return ok(attempt);

    // Who knocks at a closed door does not keep it closed for longer.
    await this.giveBack(attempt);
    return denied('SIGN_IN_THROTTLED', { details: { retryAfterSeconds } });
  }

  /** Counts a denied attempt, and says whether it is the first of this minute for the State from that address. */
  async isFirstDenial(knock: Pick<Knock, 'state' | 'address'>): Promise<boolean> {
    const [row] = await this.database.door<{ attempts: number }>(COUNT_DENIAL, [denialKey(knock)]);
    return row?.attempts === 1;
  }

  /** The attempt was no failure: it does not count. */
  async giveBack({ keys, minute }: CountedAttempt): Promise<void> {
    await this.database.door(GIVE_BACK, [keys, minute]);
  }
}

/** Attempts under the key without the one just counted. */
function earlierUnder(rows: readonly CounterRow[], key: Buffer): Attempts[] {
  return rows
    .filter((row) => row.key_hash.equals(key))
    .map((row) => ({ windowStart: row.window_start, attempts: row.attempts - (row.just_counted ? 1 : 0) }));
}

interface CounterRow {
  readonly key_hash: Buffer;
  readonly window_start: Date;
  readonly attempts: number;
  readonly just_counted: boolean;
  readonly minute: Date;
  readonly now: Date;
}

// In the order of the keys, so that two statements never wait for each other; old counters go a few at a time, past those in use.
const COUNT = `
  WITH clock AS MATERIALIZED (SELECT clock_timestamp() AS now),
  forgotten AS (
    DELETE FROM throttle_counters WHERE ctid = ANY (ARRAY(
      SELECT ctid FROM throttle_counters
       WHERE window_start < (SELECT now FROM clock) - make_interval(mins => $2 + 1) LIMIT 20 FOR UPDATE SKIP LOCKED))),
  counted AS (
    INSERT INTO throttle_counters AS counter (key_hash, window_start, attempts)
    SELECT key, date_trunc('minute', now), 1 FROM clock, unnest($1::bytea[]) AS key ORDER BY key
    ON CONFLICT (key_hash, window_start) DO UPDATE SET attempts = counter.attempts + 1
    RETURNING key_hash, window_start, attempts)
  SELECT counted.*, true AS just_counted, date_trunc('minute', now) AS minute, now FROM clock, counted
  UNION ALL
  SELECT counter.key_hash, counter.window_start, counter.attempts, false, date_trunc('minute', now), now
    FROM clock, throttle_counters counter
   WHERE counter.key_hash = ANY ($1::bytea[])
     AND counter.window_start > now - make_interval(mins => $2) AND counter.window_start < date_trunc('minute', now)`;

const COUNT_DENIAL = `
  INSERT INTO throttle_counters AS counter (key_hash, window_start, attempts)
  VALUES ($1, date_trunc('minute', clock_timestamp()), 1)
  ON CONFLICT (key_hash, window_start) DO UPDATE SET attempts = counter.attempts + 1
  RETURNING attempts`;

const GIVE_BACK = `
  UPDATE throttle_counters SET attempts = attempts - 1
   WHERE ctid = ANY (ARRAY(
     SELECT ctid FROM throttle_counters
      WHERE key_hash = ANY ($1::bytea[]) AND window_start = $2 AND attempts > 0 ORDER BY key_hash FOR UPDATE))`;
