import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ITI_DEFAULT, recompute, type ProfileTerms } from '@tracedesk/deadlines';
import { stateCode } from '@tracedesk/kernel';
import { TracingWalk, must, openTestDesk, type TestDesk } from '@tracedesk/testing/desk';
import { AnswerProfile } from './answer-profile.service.js';
import { CorrectCalendar } from './correct-calendar.service.js';
import { ExplainDeadline } from './explain-deadline.service.js';
import { ProposeProfile } from './propose-profile.service.js';
import { ReadCalendar } from './read-calendar.service.js';
import { ReadRequest } from './read-request.service.js';
import { ReadTimeline } from './read-timeline.service.js';

let desk: TestDesk;
let walk: TracingWalk;
beforeAll(async () => {
  desk = await openTestDesk();
  walk = new TracingWalk(desk);
});
afterAll(() => desk?.close());

const CALENDAR = {
  timeZone: 'Pacific/Honolulu',
  weekend: [6, 7],
  holidays: [{ on: '2098-12-25', name: 'Founding Day' }],
  source: 'Law of 3 May 1994',
  coveredUntil: '2098-12-31',
};

describe("a correction of a State's calendar", () => {
  it.each([
    ['a version that is not the present one', 4, {}, 'CALENDAR_VERSION_CONFLICT'],
    ['an unknown zone', 0, { timeZone: 'Europe/Nowhere' }, 'TIME_ZONE_UNKNOWN'],
    ['no working day', 0, { weekend: [1, 2, 3, 4, 5, 6, 7] }, 'CALENDAR_NEVER_WORKS'],
    ['a holiday twice', 0, { holidays: [...CALENDAR.holidays, ...CALENDAR.holidays] }, 'HOLIDAYS_OVERLAP'],
    ['an end in the past', 0, { holidays: [], coveredUntil: '2001-01-01' }, 'COVERAGE_PAST'],
  ])('is denied with %s, and nothing changes', async (_, replaces, change, code) => {
    await walk.submitted();
    const before = await stored();
    const administrator = desk.officer('QM', 'administrator');
    const draft = { ...CALENDAR, ...change };
    expect(await desk.get(CorrectCalendar).preview(administrator, replaces, draft)).toBeDeniedWith(code);
    expect(await desk.get(CorrectCalendar).execute(administrator, replaces, draft)).toBeDeniedWith(code);
    expect(await stored()).toEqual(before);
  });

  it('can be looked at beforehand, and moves nothing of a State that only asks', async () => {
    const request = await walk.submitted();
    const before = await stored();
    const preview = must(await desk.get(CorrectCalendar).preview(desk.officer('QM', 'administrator'), 0, CALENDAR));
    expect(preview.touched.filter(({ requestId }) => requestId === request.id).map(({ clock }) => clock)).toEqual([
      'acknowledgement',
      'response',
    ]);
    const asker = must(await desk.get(CorrectCalendar).preview(desk.officer('QR', 'administrator'), 0, CALENDAR));
    expect(asker.touched).toEqual([]);
    expect(await stored()).toEqual(before);
  });

  it('moves open dates, tells both parties, and keeps the date before visible', async () => {
    const request = await walk.acknowledged();
    const done = must(await desk.get(CorrectCalendar).execute(desk.officer('QM', 'administrator'), 0, CALENDAR));
    expect(done.version).toBe(1);
    const moved = done.touched.find(({ requestId }) => requestId === request.id);
    expect(moved).toMatchObject({ clock: 'response', missed: false });

    const seen = must(await desk.get(ReadRequest).execute(walk.requesting, request.id));
    const response = seen.deadlines?.find(({ clock }) => clock === 'response');
    expect(response).toMatchObject({ dueAt: moved?.dueAt, firstDueAt: moved?.dueBefore, timeZone: 'Pacific/Honolulu' });
    expect(seen).toMatchObject({ nextDueAt: moved?.dueAt, version: request.version });
    const timeline = must(await desk.get(ReadTimeline).execute(walk.requesting, request.id));
    expect(timeline.filter(({ action }) => action === 'deadline.recomputed')).toHaveLength(1);
    const explanation = must(await desk.get(ExplainDeadline).execute(walk.requesting, request.id, 'response'));
    expect(explanation.lines).toContainEqual(
      expect.objectContaining({ line: 'recomputed', dueBefore: moved?.dueBefore, calendarVersion: 1 }),
    );
    expect(explanation.storedDueAt).toEqual(explanation.dueAt);

    const repeated = await desk.get(CorrectCalendar).execute(desk.officer('QM', 'administrator'), 0, CALENDAR);
    expect(repeated).toBeDeniedWith('CALENDAR_VERSION_CONFLICT');
  });

  it('can be read by every State, with a warning where the next 90 days are not covered', async () => {
    expect(must(await desk.get(ReadCalendar).execute(desk.officer('QN'), stateCode('QM')))).toMatchObject({
      version: 1,
      holidays: CALENDAR.holidays,
      uncoveredFrom: null,
    });
    const none = must(await desk.get(ReadCalendar).execute(desk.officer('QN'), stateCode('QR')));
    expect(none).toMatchObject({ version: 0, weekend: [6, 7], uncoveredFrom: expect.any(String) });
    expect(await desk.get(ReadCalendar).execute(desk.officer('QN'), stateCode('FR'))).toBeDeniedWith('STATE_NOT_FOUND');
  });
});

describe('a period in working days', () => {
  it('is counted by the calendar of the State that acts; a correction moves it, is read by both, and undoes no miss', async () => {
    const between = new TracingWalk(desk, { from: 'QN', to: 'QP' });
    const { periods } = ITI_DEFAULT;
    const days = (length: number) => ({ unit: 'working_days', length, start: 'receipt' }) as const;
    const terms: ProfileTerms = {
      source: { sentence: 'Agreement in working days', citation: 'TS 1' },
      legalBases: [],
      priorities: [],
      precedence: 1,
      periods: {
        ...periods,
        acknowledgement: { routine: days(2), urgent: days(1) },
        response: { routine: days(10), urgent: days(2) },
      },
      pauses: 'pauses',
      onMiss: 'recorded',
    };
    const [asks, acts] = [desk.officer('QN', 'administrator'), desk.officer('QP', 'administrator')];
    const proposed = must(await desk.get(ProposeProfile).execute(asks, { otherState: stateCode('QP'), profile: null, terms }));
    must(await desk.get(AnswerProfile).execute(acts, 'agree', proposed));

    const request = await between.submitted();
    const dueOf = async () => (must(await desk.get(ReadRequest).execute(between.requesting, request.id)).deadlines ?? [])[1];
    const first = await dueOf();
    const day = first?.dueAt.toISOString().slice(0, 10) ?? '';
    // The last day, in Athens, is the day before the instant; a holiday there moves the date, one of the asking State does not.
    const last = new Date(Date.parse(day) - (first && first.dueAt.getUTCHours() > 12 ? 0 : 86_400_000))
      .toISOString()
      .slice(0, 10);
    const feast = { ...CALENDAR, timeZone: 'Europe/Athens', holidays: [{ on: last, name: 'Feast' }] };
    must(await desk.get(CorrectCalendar).execute(asks, 0, { ...feast, timeZone: 'Europe/Oslo' }));
    expect(await dueOf()).toEqual(first);
    must(await desk.get(CorrectCalendar).execute(acts, 0, feast));
    const moved = await dueOf();
    expect(moved?.dueAt.getTime()).toBeGreaterThan(first?.dueAt.getTime() ?? 0);
    const told = must(await desk.get(ExplainDeadline).execute(between.requesting, request.id, 'response'));
    expect(told.lines).toContainEqual({ line: 'calendar', version: 1, weekend: [6, 7], holidays: [last] });
    expect(recompute(told.derivation)).toEqual(moved?.dueAt);

    await desk.database.advance('60 days');
    const missed = { ...feast, holidays: [...feast.holidays, ...hundredDaysAfter(last)] };
    const done = must(await desk.get(CorrectCalendar).execute(acts, 1, missed));
    expect(done.touched.find(({ requestId, clock }) => requestId === request.id && clock === 'response')).toMatchObject({
      missed: true,
      dueBefore: moved?.dueAt,
    });
    expect(await dueOf()).toMatchObject({ missedAt: moved?.dueAt });
    const timeline = must(await desk.get(ReadTimeline).execute(between.requesting, request.id));
    expect(timeline.filter(({ action }) => action === 'deadline.recomputed').length).toBeGreaterThan(1);
  });
});

/** A hundred days after that day, each a holiday. */
function hundredDaysAfter(day: string): { on: string; name: string }[] {
  return Array.from({ length: 100 }, (_, index) => ({
    on: new Date(Date.parse(day) + (index + 1) * 86_400_000).toISOString().slice(0, 10),
    name: 'Mourning',
  }));
}

async function stored(): Promise<unknown> {
  const tables = ['tracing_requests', 'deadlines', 'calendars', 'missed_deadlines', 'outbox'];
  const counts = tables.map((table) => `(select jsonb_agg(row order by row::text) from ${table} row) as ${table}`);
  return (await desk.database.superuser(`select ${counts.join(', ')}`))[0];
}
