import { describe, expect, it } from '@jest/globals';
import { CodedError } from '@tracedesk/kernel';
import {
  DatabaseError,
  isConflictOfTransactions,
  isUniqueViolation,
  spoilsConnection,
  sqlStateOf,
  unavailabilityOf,
  withoutValues,
} from './database-error.js';

const fromPostgres = (code: string) =>
  Object.assign(new Error('duplicate key value: (4711) exists'), {
    code,
    detail: 'Key (serial)=(4711) already exists.',
    table: 'scribbles',
    constraint: 'scribbles_key',
  });
const fromTypeOrm = (code: string) =>
  Object.assign(new Error('duplicate key value: (4711) exists'), {
    driverError: fromPostgres(code),
    parameters: ['4711'],
    query: 'insert',
  });

describe('a failure of a statement', () => {
  it.each([
    ['pg', fromPostgres],
    ['TypeORM', fromTypeOrm],
  ])('from %s is told without the values in it', (_from, make) => {
    const told = withoutValues(make('23505')) as CodedError & { cause?: unknown };
    expect(told).toMatchObject({
      code: 'STATEMENT_FAILED',
      context: { sqlState: '23505', table: 'scribbles', constraint: 'scribbles_key' },
    });
    expect(`${told.message}${told.stack}${JSON.stringify(told)}${String(told.cause)}`).not.toContain('4711');
    expect(told.message).toBe('PostgreSQL refused a statement with SQLSTATE 23505 (table scribbles, constraint scribbles_key).');
    expect(isUniqueViolation(told)).toBe(true);
  });

  it.each([
    [{ table: 'scribbles' }, ' (table scribbles)'],
    [{ constraint: 'scribbles_key' }, ' (constraint scribbles_key)'],
    [{}, ''],
  ])('names what it knows of %j, and keeps where in our code it came from', (known, where) => {
    const thrown = Object.assign(new Error('(4711)\nwith a second line 4711'), { code: '23505', ...known });
    const told = withoutValues(thrown) as Error;
    expect(told.message).toBe(`PostgreSQL refused a statement with SQLSTATE 23505${where}.`);
    expect(told.stack?.split('\n')[0]).toBe(`DatabaseError: ${told.message}`);
    expect(told.stack).toContain('database-error.spec');
    expect(told.stack).not.toContain('4711');
  });

  it('that did not reach PostgreSQL says so, and names no code', () => {
    const told = withoutValues(Object.assign(new Error('4711'), { driverError: new Error('4711') })) as DatabaseError;
    expect(told.message).toBe('A statement did not reach PostgreSQL.');
    expect(told.context).toEqual({ sqlState: null, table: null, constraint: null });
    expect(unavailabilityOf(told)).toBe('DATABASE_AWAY');
  });

  it('has a code of five signs, looked for through eight errors', () => {
    const within = (depth: number): Error =>
      Array.from({ length: depth }).reduce<Error>((cause) => new Error('around', { cause }), fromPostgres('40001'));
    expect([sqlStateOf(within(7)), sqlStateOf(within(8))]).toEqual(['40001', null]);
    for (const code of ['4000', '400011', 'x40001', '4000a']) expect(sqlStateOf(fromPostgres(code))).toBeNull();
    expect([sqlStateOf(null), sqlStateOf('40001'), sqlStateOf({ code: '40001' })]).toEqual([null, null, null]);
  });

  it.each([
    ['26000', true],
    ['0A000', true],
    ['40001', false],
  ])('with %s spoils the connection: %s', (code, spoils) => expect(spoilsConnection(fromPostgres(code))).toBe(spoils));

  it('keeps its code through further errors around it', () => {
    expect(sqlStateOf(new Error('around', { cause: new Error('further', { cause: fromPostgres('40P01') }) }))).toBe('40P01');
  });

  it.each([
    ['40001', true],
    ['40P01', true],
    ['23505', false],
    ['57014', false],
  ])('with %s is worth another try: %s', (code, worth) => {
    expect(isConflictOfTransactions(fromPostgres(code))).toBe(worth);
    expect(isConflictOfTransactions(withoutValues(fromTypeOrm(code)))).toBe(worth);
  });

  it('that is none passes through as it is', () => {
    for (const error of [
      new TypeError('ours'),
      new CodedError('OURS', 'ours'),
      Object.assign(new Error('socket'), { code: 'ECONNRESET' }),
      'text',
    ]) {
      expect(withoutValues(error)).toBe(error);
    }
  });
});

describe('a database that cannot take part', () => {
  const ofSocket = (code: string) => Object.assign(new Error(`connect ${code} 127.0.0.1:5432`), { code });

  it.each(['08000', '08006', '57P01', '57P03', '53300', '53400', '58030', '25006'])('is told by PostgreSQL with %s', (code) => {
    expect(unavailabilityOf(fromPostgres(code))).toBe('DATABASE_AWAY');
    expect(unavailabilityOf(withoutValues(fromTypeOrm(code)))).toBe('DATABASE_AWAY');
  });

  it.each(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])(
    'is told by the socket with %s, through whatever lies between',
    (code) => {
      expect(unavailabilityOf(ofSocket(code))).toBe('DATABASE_AWAY');
      expect(unavailabilityOf(withoutValues(Object.assign(new Error('x'), { driverError: ofSocket(code) })))).toBe(
        'DATABASE_AWAY',
      );
    },
  );

  it.each([
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Connection terminated due to connection timeout',
    'Client has encountered a connection error and is not queryable',
    'Client was closed and is not queryable',
    'Query read timeout',
  ])('is told by the client: %s', (words) => expect(unavailabilityOf(new Error(words))).toBe('DATABASE_AWAY'));

  it('has no room left where PostgreSQL or the disk says so', () => {
    expect(unavailabilityOf(fromPostgres('53100'))).toBe('NO_ROOM_LEFT');
    expect(unavailabilityOf(fromPostgres('53200'))).toBe('NO_ROOM_LEFT');
    for (const code of ['ENOSPC', 'EDQUOT'])
      expect(unavailabilityOf(new Error('around', { cause: ofSocket(code) }))).toBe('NO_ROOM_LEFT');
  });

  it.each([
    ['DATABASE_UNREACHABLE', 'DATABASE_AWAY'],
    ['DATABASE_CLOSED', 'DATABASE_AWAY'],
    ['DATABASE_NOT_PREPARED', null],
    ['STATEMENT_FAILED', null],
  ] as const)('is told by our own %s: %s', (code, is) => {
    expect(unavailabilityOf(new DatabaseError(code, 'x'))).toBe(is);
  });

  it.each([
    fromPostgres('23505'),
    fromPostgres('42P01'),
    fromPostgres('22P05'),
    fromPostgres('25001'),
    fromPostgres('57014'),
    new Error('the Connection terminated'),
    new TypeError('ours'),
    'text',
    null,
  ])('is no excuse for a fault of ours: %p', (error) => expect(unavailabilityOf(error)).toBeNull());
});
