import { Injectable } from '@nestjs/common';
import type { ConsentId, RequestId, StateCode } from '@tracedesk/kernel';
import { Outbox, type OutboxRow, type Tx } from '@tracedesk/platform';
import { CLOCK_NAMES, missesOf, pauseIsCapped, ticks, type ClockReading } from './clock.js';
import { readingOf, type DeadlineRow } from './deadline-row.js';
import { DeadlineError } from './errors.js';
import { planReminders } from './plan-reminders.repository.js';
import { CHECK_DEADLINE } from './wake-up.js';

/** What a deadline row says about its request. */
export interface RequestOfDeadlines {
  readonly id: RequestId;
  readonly reference: string;
  readonly requestingState: StateCode;
  readonly requestedState: StateCode;
  /** The consent that the clock is about; absent: the request itself. */
  readonly consentId?: ConsentId;
}

export interface OpenClock {
  readonly request: RequestOfDeadlines;
  readonly reading: ClockReading;
}

interface FaceRow {
  readonly request_id: RequestId;
  readonly reference: string;
  readonly requesting_state: StateCode;
  readonly requested_state: StateCode;
  readonly consent_id: ConsentId | null;
}

/** The stored clocks of requests. */
@Injectable()
export class Deadlines {
  constructor(private readonly outbox: Outbox) {}

  /** All clocks of a request itself that its reader's State is a party to, in their fixed order; none for anybody else. */
  async of(tx: Tx, requestId: RequestId): Promise<ClockReading[]> {
    const rows = await tx.query<DeadlineRow>(OF, [requestId, tx.state]);
    return rows.map(readingOf).sort((a, b) => CLOCK_NAMES.indexOf(a.clock) - CLOCK_NAMES.indexOf(b.clock));
  }

  /** The clock of each of these consents that its reader's State is a party to. */
  async ofConsents(tx: Tx, ids: readonly ConsentId[]): Promise<ReadonlyMap<ConsentId, ClockReading>> {
    const rows = await tx.query<DeadlineRow & FaceRow>(OF_CONSENTS, [ids, tx.state]);
    return new Map(rows.flatMap((row) => (row.consent_id ? [[row.consent_id, readingOf(row)]] : [])));
  }

  /** Clocks that run or are paused against the State that acts here: those that its calendar can move. */
  async openAgainstOwnState(tx: Tx): Promise<readonly OpenClock[]> {
    const rows = await tx.query<DeadlineRow & FaceRow>(OPEN_AGAINST_OWN, [tx.state]);
    return rows.map((row) => ({
      request: {
        id: row.request_id,
        reference: row.reference,
        requestingState: row.requesting_state,
        requestedState: row.requested_state,
        ...(row.consent_id && { consentId: row.consent_id }),
      },
      reading: readingOf(row),
    }));
  }

  /**
   * Saves what `advanceClocks` gave back, in the transaction of the move: one statement for the changed rows, one for the steps of their
   * escalation, one for the wake-ups.
   * `alongside` are further jobs of the same move: they share the statement of the wake-ups.
   * If the sweep marked one of them in between, the move is run again: it came after the deadline, and the next time it sees so.
   */
  async save(
    tx: Tx,
    request: RequestOfDeadlines,
    readings: readonly ClockReading[],
    alongside: readonly OutboxRow[] = [],
  ): Promise<void> {
    const changed = readings.filter(({ version, savedVersion }) => version !== savedVersion);
    const wakeUps = changed.filter(ticks).map((reading) => wakeUp(request, reading));
    await Promise.all([
      this.#saveChanged(tx, request, changed),
      this.#noteMisses(tx, request, changed),
      planReminders(tx, request, changed),
      this.outbox.add(tx, [...wakeUps, ...alongside]),
    ]);
  }

  async #saveChanged(tx: Tx, request: RequestOfDeadlines, changed: readonly ClockReading[]): Promise<void> {
    if (changed.length === 0) return;
    const saved = await tx.query(SAVE, [...columnsOf(request), ...valuesOf(changed)]);
    if (saved.length !== changed.length) throw changedMeanwhile(request);
  }

  async #noteMisses(tx: Tx, request: RequestOfDeadlines, changed: readonly ClockReading[]): Promise<void> {
    const misses = changed.flatMap((reading) => missesOf(reading).map((dueAt) => ({ ...reading, dueAt })));
    if (misses.length === 0) return;
    await tx.query(NOTE_MISSES, [
      ...columnsOf(request),
      misses.map(({ clock }) => clock),
      misses.map(({ actingState }) => actingState),
      misses.map(({ profile }) => profile),
      misses.map(({ dueAt }) => dueAt),
    ]);
  }
}

function wakeUp(request: RequestOfDeadlines, { clock, version, actingState, dueAt }: ClockReading): OutboxRow {
  return {
    state: actingState,
    queue: 'deadlines',
    job: CHECK_DEADLINE,
    jobId: `${request.consentId ?? request.id}_${clock}_${version}`,
    payload: { requestId: request.id, clock },
    dueAt,
  };
}

function columnsOf({ id, reference, requestingState, requestedState, consentId }: RequestOfDeadlines): unknown[] {
  return [id, reference, requestingState, requestedState, consentId ?? null];
}

function valuesOf(readings: readonly ClockReading[]): unknown[] {
  return [
    readings.map(({ clock }) => clock),
    readings.map(({ actingState }) => actingState),
    readings.map(({ timeZone }) => timeZone),
    readings.map(({ state }) => state),
    readings.map(({ profile }) => profile),
    readings.map(({ profileVersion }) => profileVersion),
    readings.map(({ intervals }) => JSON.stringify(intervals)),
    readings.map(({ firstDueAt }) => firstDueAt),
    readings.map(({ dueAt }) => dueAt),
    readings.map(({ settledAt }) => settledAt),
    readings.map(({ missedAt }) => missedAt),
    readings.map(({ version }) => version),
    readings.map(pauseIsCapped),
  ];
}

/** SQLSTATE of a serialization failure: to the unit of work this is one, and it runs the move again. */
const SERIALIZATION_FAILURE = '40001';

function changedMeanwhile({ id }: RequestOfDeadlines): DeadlineError {
  const cause = Object.assign(new Error('a newer version is stored'), { code: SERIALIZATION_FAILURE });
  return new DeadlineError(
    'DEADLINE_CHANGED',
    'A deadline of this request changed during the move.',
    { requestId: id },
    { cause },
  );
}

const OF = `
  select clock, acting_state, time_zone, state, profile, profile_version, intervals, first_due_at, due_at, settled_at, missed_at, version
    from deadlines
   where request_id = $1 and consent_id is null and (requesting_state = $2 or requested_state = $2)`;

const OF_CONSENTS = `
  select request_id, reference, requesting_state, requested_state, consent_id,
         clock, acting_state, time_zone, state, profile, profile_version, intervals, first_due_at, due_at, settled_at, missed_at, version
    from deadlines
   where consent_id = any($1) and (requesting_state = $2 or requested_state = $2)`;

const OPEN_AGAINST_OWN = `
  select request_id, reference, requesting_state, requested_state, consent_id,
         clock, acting_state, time_zone, state, profile, profile_version, intervals, first_due_at, due_at, settled_at, missed_at, version
    from deadlines
   where acting_state = $1 and (requesting_state = $1 or requested_state = $1) and state in ('runs', 'paused')
   order by request_id, clock, consent_id`;

const SAVE = `
  insert into deadlines (request_id, reference, requesting_state, requested_state, consent_id,
    clock, acting_state, time_zone, state, profile, profile_version, intervals, first_due_at, due_at, settled_at, missed_at, version,
    pause_capped)
  select $1, $2, $3, $4, $5::uuid, change.*
    from unnest($6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::integer[], $12::jsonb[],
      $13::timestamptz[], $14::timestamptz[], $15::timestamptz[], $16::timestamptz[], $17::integer[], $18::boolean[]) as change
  on conflict (request_id, clock, consent_id) do update set
    time_zone = excluded.time_zone, state = excluded.state, profile = excluded.profile, profile_version = excluded.profile_version,
    intervals = excluded.intervals, first_due_at = excluded.first_due_at, due_at = excluded.due_at,
    settled_at = excluded.settled_at, missed_at = excluded.missed_at, version = excluded.version, pause_capped = excluded.pause_capped
  where deadlines.version = excluded.version - 1
  returning clock`;

const NOTE_MISSES = `
  insert into missed_deadlines (request_id, reference, requesting_state, requested_state, consent_id, clock, acting_state, profile, due_at)
  select $1, $2, $3, $4, $5::uuid, change.*
    from unnest($6::text[], $7::text[], $8::text[], $9::timestamptz[]) as change
  on conflict (request_id, clock, consent_id, due_at) do nothing`;
