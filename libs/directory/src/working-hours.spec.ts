import { describe, expect, it } from '@jest/globals';
import { contactPointDenial, isTimeOfDay, periodDenial, timeOfDayIn, worksAt } from './working-hours.js';

describe('a time of day', () => {
  it.each(['', '8:30', '08:60', '24:00', '29:00', '30:00', '08:3', '008:30', '08:300', '08.30', ' 08:30', '-8:30'])(
    'is not %j',
    (text) => expect(isTimeOfDay(text)).toBe(false),
  );

  it.each(['00:00', '08:30', '19:59', '20:00', '23:59'])('is %s', (text) => expect(isTimeOfDay(text)).toBe(true));

  it.each([
    ['8:00', '08:00'],
    ['08:00:00', '08:00'],
    ['08.30.00', '08:30'],
    ['08h15', '08:15'],
    ['8H15', '08:15'],
    [' 23:59 ', '23:59'],
    ['12:00 AM', '00:00'],
    ['1:00 am', '01:00'],
    ['11:59 am', '11:59'],
    ['12:00 pm', '12:00'],
    ['4.30 p.m.', '16:30'],
    ['11:59PM', '23:59'],
    ['04:30:00  PM', '16:30'],
  ])('written as %j is %s', (text, time) => expect(timeOfDayIn(text)).toBe(time));

  it.each(['', 'noon', '8', '8:5', '008:00', '8:000', '24:00', '8:60', '08:00:01', '08:00:0', '0:30 am', '13:00 pm', '8:00 xm'])(
    'is not what %j says',
    (text) => expect(timeOfDayIn(text)).toBeNull(),
  );

  it.each(['at 8:00', '8:00 or so', '8;00', '8:00 amm'])('is not found within %j', (text) => {
    expect(timeOfDayIn(text)).toBeNull();
  });
});

describe('what a State says of an office', () => {
  const silent = { workingDays: [], opensAt: null, closesAt: null };
  const open = { workingDays: [1, 5], opensAt: '08:00', closesAt: '16:30' };
  const told = { email: 'tracing@qm.example', validFrom: '2026-01-01', validUntil: null, ...open };
  const denialOf = (said: object) => contactPointDenial({ ...told, ...said })?.denial;

  it.each([
    [{ email: 'a@b.example, c@d.example' }, 'NOT_AN_EMAIL_ADDRESS', 'email'],
    [{ validUntil: '2025-12-31' }, 'VALIDITY_ENDS_BEFORE_IT_BEGINS', 'validUntil'],
    [{ opensAt: null }, 'WORKING_HOURS_INCOMPLETE', 'opensAt'],
    [{ closesAt: null }, 'WORKING_HOURS_INCOMPLETE', 'closesAt'],
    [{ workingDays: [] }, 'WORKING_HOURS_INCOMPLETE', 'workingDays'],
    [{ closesAt: '08:00' }, 'CLOSES_BEFORE_IT_OPENS', 'closesAt'],
    [{ closesAt: '07:59' }, 'CLOSES_BEFORE_IT_OPENS', 'closesAt'],
  ])('cannot be %j', (said, code, field) => expect(denialOf(said)).toEqual({ code, field }));

  it.each([
    [{}],
    [silent],
    [{ opensAt: null, closesAt: null }],
    [{ closesAt: '08:01' }],
    [{ validUntil: '2026-01-01' }],
    [{ validUntil: '2026-01-02' }],
  ])('may be %j', (said) => expect(denialOf(said)).toBeUndefined());

  it('is one day at least', () => {
    expect(periodDenial({ validFrom: '2026-01-02', validUntil: '2026-01-01' })?.denial.field).toBe('validUntil');
    expect(periodDenial({ validFrom: '2026-01-02', validUntil: '2026-01-02' })).toBeNull();
  });

  it.each([
    [open, 1, '07:59', false],
    [open, 1, '08:00', true],
    [open, 5, '16:29', true],
    [open, 5, '16:30', false],
    [open, 2, '12:00', false],
    [{ ...open, opensAt: null, closesAt: null }, 1, '23:59', true],
    [{ ...open, opensAt: null, closesAt: null }, 2, '12:00', false],
    [{ ...open, closesAt: null }, 1, '07:00', true],
    [{ ...open, opensAt: null }, 1, '17:00', true],
    [silent, 1, '12:00', null],
  ])('of its hours %j: on day %s at %s it works: %s', (hours, weekday, time, works) => {
    expect(worksAt(hours, { weekday, time })).toBe(works);
  });
});
