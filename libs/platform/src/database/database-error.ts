import { CodedError } from '@tracedesk/kernel';

export type DatabaseErrorCode =
  | 'DATABASE_UNREACHABLE'
  | 'DATABASE_TOO_OLD'
  | 'DATABASE_NOT_OURS'
  | 'DATABASE_OLDER'
  | 'DATABASE_NEWER'
  | 'DATABASE_OF_ANOTHER_KIND'
  | 'DATABASE_CLOCK_CHANGED'
  | 'DATABASE_NOT_PREPARED'
  | 'DATABASE_RIGHTS_MISSING'
  | 'DATABASE_PASSWORD_MISSING'
  | 'DATABASE_CLOSED'
  | 'STATEMENT_FAILED'
  | 'TRANSACTION_OVER'
  | 'TRANSACTION_ABORTED'
  | 'IDEMPOTENCY_NEEDS_A_PERSON'
  | 'STATE_CODE_MALFORMED';

/** What went wrong with the database, in words fit for a log: names and codes, never a value that was stored or searched. */
export class DatabaseError extends CodedError<DatabaseErrorCode> {}

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const STATEMENT_NAME_UNKNOWN = '26000';
const CACHED_PLAN_OUTDATED = '0A000';
const UNIQUE_VIOLATION = '23505';

/** A socket's EPIPE has five capitals too; no class of SQLSTATE begins with E, and all codes of sockets do. */
const SQLSTATE = /^(?!E)[0-9A-Z]{5}$/;

/** PostgreSQL's five-character code, from wherever in the chain of causes it stands. */
export function sqlStateOf(error: unknown): string | null {
  for (let link = error, depth = 0; link instanceof Error && depth < 8; link = link.cause, depth += 1) {
    if (link instanceof DatabaseError && typeof link.context['sqlState'] === 'string') return link.context['sqlState'];
    const code = (link as { code?: unknown }).code ?? (link as { driverError?: { code?: unknown } }).driverError?.code;
    if (typeof code === 'string' && SQLSTATE.test(code)) return code;
  }
  return null;
}

/** Whether running the same work again may succeed: two transactions got into each other's way. */
export function isConflictOfTransactions(error: unknown): boolean {
  const code = sqlStateOf(error);
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED;
}

/** Whether a connection is of no more use: its prepared statements are lost, or older than a migration that changed what they answer. */
export function spoilsConnection(error: unknown): boolean {
  const code = sqlStateOf(error);
  return code === STATEMENT_NAME_UNKNOWN || code === CACHED_PLAN_OUTDATED;
}

/** Whether a statement failed because such a row is there already. */
export function isUniqueViolation(error: unknown): boolean {
  return sqlStateOf(error) === UNIQUE_VIOLATION;
}

/**
 * What PostgreSQL says when it is there and cannot take part: connections that end (08), no room or memory (53), an operator's hand (57), its disk (58),
 * and a server that only reads, because another is the primary now.
 */
const NOT_AVAILABLE = /^(?:08|53|57P|58)|^25006$/;
const NO_ROOM = /^53[12]00$/;
const OF_SOCKETS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
// pg tells these by their words alone.
const OF_CLIENT =
  /^(?:Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|Query read timeout)/;
const OUR_OWN: readonly unknown[] = ['DATABASE_UNREACHABLE', 'DATABASE_CLOSED'];

export type Unavailability = 'DATABASE_AWAY' | 'NO_ROOM_LEFT';

/** Whether something failed because the database, or the disk, could not take part, and nobody did anything wrong; null otherwise. */
export function unavailabilityOf(error: unknown): Unavailability | null {
  const sqlState = sqlStateOf(error);
  if (sqlState !== null) return NO_ROOM.test(sqlState) ? 'NO_ROOM_LEFT' : NOT_AVAILABLE.test(sqlState) ? 'DATABASE_AWAY' : null;
  for (let link = error, depth = 0; link instanceof Error && depth < 8; link = link.cause, depth += 1) {
    const { code } = link as { code?: unknown };
    if (code === 'ENOSPC' || code === 'EDQUOT') return 'NO_ROOM_LEFT';
    if (link instanceof DatabaseError && (OUR_OWN.includes(code) || isUnsent(link))) return 'DATABASE_AWAY';
    if (OF_SOCKETS.has(String(code)) || OF_CLIENT.test(link.message)) return 'DATABASE_AWAY';
  }
  return null;
}

/** A statement that did not reach PostgreSQL: `withoutValues` says so by naming no SQLSTATE. */
function isUnsent({ code, context }: DatabaseError): boolean {
  return code === 'STATEMENT_FAILED' && context['sqlState'] === null;
}

interface PostgresFields {
  readonly table?: unknown;
  readonly constraint?: unknown;
}

/**
 * The same failure without the values: PostgreSQL's own message and detail, and TypeORM's list of parameters, quote what was stored.
 * Errors that did not come from PostgreSQL pass through.
 */
export function withoutValues(error: unknown): unknown {
  if (error instanceof CodedError || !(error instanceof Error)) return error;
  const driverError = (error as { driverError?: unknown }).driverError;
  const source = (driverError instanceof Error ? driverError : error) as Error & PostgresFields;
  const sqlState = sqlStateOf(source);
  if (sqlState === null && source === error) return error;
  const table = typeof source.table === 'string' ? source.table : null;
  const constraint = typeof source.constraint === 'string' ? source.constraint : null;
  const where = [table && `table ${table}`, constraint && `constraint ${constraint}`].filter(Boolean).join(', ');
  const found =
    sqlState === null ? 'A statement did not reach PostgreSQL' : `PostgreSQL refused a statement with SQLSTATE ${sqlState}`;
  const scrubbed = new DatabaseError('STATEMENT_FAILED', `${found}${where ? ` (${where})` : ''}.`, {
    sqlState,
    table,
    constraint,
  });
  const frames = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
  if (frames) scrubbed.stack = `${scrubbed.name}: ${scrubbed.message}\n${frames}`;
  return scrubbed;
}
