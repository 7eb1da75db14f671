import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeskLog } from '@tracedesk/platform';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { CalendarCoverage } from './calendar-coverage.service.js';

let desk: TestDatabase;

beforeAll(async () => {
  desk = await openTestDatabase();
  await desk.superuser('update states set active = false');
  await desk.superuser(
    `insert into states (code, time_zone, officers_submit) values ('QM', 'UTC', true), ('QN', 'Pacific/Niue', true), ('QR', 'UTC', true)
     on conflict (code) do update set active = true`,
  );
});
afterAll(() => desk?.close());

describe('what the worker may see of a calendar', () => {
  it.each([
    ['its holidays', 'select holidays from calendars'],
    ['where they come from', 'select source from calendars'],
  ])('is not %s', async (_, statement) => {
    await expect(desk.database.as('sweeper', (tx) => tx.query(statement))).rejects.toMatchObject({
      context: { sqlState: '42501' },
    });
  });

  it('is nothing that it could change', async () => {
    const change = desk.database.as('sweeper', (tx) => tx.query(`update calendars set covered_until = '2099-12-31'`));
    await expect(change).rejects.toMatchObject({ context: { sqlState: '42501' } });
  });
});

describe('a State without holidays entered for the next 90 days', () => {
  it('is named in health as a warning, which is no failure', async () => {
    expect(await report()).toEqual({ ok: true, warning: 'no holidays are entered for all of the next 90 days: QM, QN, QR' });
  });

  it('is named as long as its newest calendar ends too early, and only if it takes part', async () => {
    await covered('QM', 1, 400);
    await covered('QN', 1, 400);
    await covered('QN', 2, 60);
    await desk.superuser(`update states set active = false where code = 'QR'`);
    expect(await report()).toEqual({ ok: true, warning: 'no holidays are entered for all of the next 90 days: QN' });
    await covered('QN', 3, 91);
    expect(await report()).toEqual({ ok: true, warning: null });
  });

  it('does not keep the others from being looked at where its time zone is none', async () => {
    await desk.superuser(`insert into states (code, time_zone, officers_submit, active) values ('QO', 'Mars/Olympus', true, true)
      on conflict (code) do update set time_zone = excluded.time_zone, active = true`);
    expect(await report()).toEqual({
      ok: true,
      warning: 'no holidays are entered for all of the next 90 days: QO; the time zone is not known, days are counted in UTC: QO',
    });
    await desk.superuser(`update states set active = false where code = 'QO'`);
  });

  it('is looked up once a minute, not by everybody who asks for health', async () => {
    const coverage = new CalendarCoverage(desk.database, new DeskLog('silent'));
    await coverage.report();
    await covered('QM', 2, 1);
    expect(await coverage.report()).toEqual({ ok: true, warning: null });
  });
});

function report(): Promise<unknown> {
  return new CalendarCoverage(desk.database, new DeskLog('silent')).report();
}

function covered(state: string, version: number, days: number): Promise<unknown> {
  return desk.superuser(
    `insert into calendars (state, version, time_zone, weekend, holidays, source, covered_until, created_at)
     values ($1, $2, 'UTC', '{6,7}', '[]', 'Law', (desk_now() at time zone 'UTC')::date + $3::integer, desk_now())`,
    [state, version, days],
  );
}
