/** The queues there are. A queue is a place for doorbells: PostgreSQL holds what is true. */
export const QUEUE_NAMES = ['deadlines', 'notices', 'attachments'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

/**
 * Whose jobs only ring for what stands on a list of its own, and is found there without them. A job of any other queue is itself the record of what is
 * to be done: its row stays in the outbox until that is done.
 */
export const DOORBELLS: readonly QueueName[] = ['deadlines', 'attachments'];

/** Ids, codes and counts; nothing protected ever enters a queue. */
export type JobPayload = Readonly<Record<string, string | number>>;

export interface JobOptions {
  /** Adding an id that is already there does nothing. It saves work; it guarantees nothing. No colon, not all digits. */
  readonly jobId?: string;
  /** How long the job waits before it rings. */
  readonly delayMs?: number;
}

/** A job as its handler sees it. The handler asks the database whether anything is due: twice, late or early makes no difference. */
export interface Job {
  /** Its row's in the outbox, where it is no doorbell. */
  readonly id: string;
  readonly name: string;
  readonly data: JobPayload;
}

export type JobHandler = (job: Job) => Promise<void>;

export interface QueueHealth {
  readonly backend: 'redis' | 'postgres';
  readonly reachable: boolean;
  /** Whether the place keeps what it is given: no eviction, no replica. While it is not, nothing is added and the outbox waits. */
  readonly fit: boolean;
  /** Whether every queue that this process works has been polled lately. */
  readonly polled: boolean;
  /** How long the quietest of them has not been polled; null where this process works none. */
  readonly quietMs: number | null;
}

/** Port: where wake-ups wait. The same promises on Redis and on PostgreSQL, held by one suite. */
export abstract class Queues {
  abstract readonly backend: 'redis' | 'postgres';
  /** Adds a job. Rejects at once while the backend is away, so that the outbox keeps the row and tries again. */
  abstract add(queue: QueueName, job: string, payload: JobPayload, options?: JobOptions): Promise<void>;
  /** Starts working a queue. A handler that throws is tried again, with growing pauses. */
  abstract work(queue: QueueName, handler: JobHandler, options?: { readonly concurrency?: number }): void;
  abstract health(): Promise<QueueHealth>;
  /** The time of the queues' own server, or null where they lie in the database and so have no clock of their own. Rejects while it is away. */
  abstract time(): Promise<Date | null>;
  /** Lets running handlers finish, then closes everything. */
  abstract close(): Promise<void>;
}
