import { describe, expect, it } from '@jest/globals';
import { CodedError } from '@tracedesk/kernel';
import { isConflictOfTransactions, isUniqueViolation, sqlStateOf, unavailabilityOf, withoutValues } from './database-error.js';

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

  it.each(['08006', '57P01', '57P03', '53300', '58030', '25006'])('is told by PostgreSQL with %s', (code) => {
    expect(unavailabilityOf(fromPostgres(code))).toBe('DATABASE_AWAY');
    expect(unavailabilityOf(withoutValues(fromTypeOrm(code)))).toBe('DATABASE_AWAY');
  });

  it.each(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND'])(
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
  ])('is told by the client: %s', (words) => expect(unavailabilityOf(new Error(words))).toBe('DATABASE_AWAY'));

  it('has no room left where PostgreSQL or the disk says so', () => {
    expect(unavailabilityOf(fromPostgres('53100'))).toBe('NO_ROOM_LEFT');
    expect(unavailabilityOf(ofSocket('ENOSPC'))).toBe('NO_ROOM_LEFT');
  });

  it.each([fromPostgres('23505'), fromPostgres('42P01'), fromPostgres('22P05'), new TypeError('ours'), 'text', null])(
    'is no excuse for a fault of ours: %p',
    (error) => expect(unavailabilityOf(error)).toBeNull(),
  );
});
