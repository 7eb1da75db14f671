import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { DEFAULT_PREFERENCES, isUrgent, preferencesDenial, sendableAt, type MailPreferences } from './mail-preferences.js';

const HOUR = 3_600_000;
const ZONES = [
  'UTC',
  'Europe/Zurich',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Pacific/Chatham',
];
const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([h, m]) => `${two(h)}:${two(m)}`);
const preferences = fc
  .record({
    byMail: fc.constantFrom('immediately', 'digest'),
    digestHour: fc.integer({ min: 0, max: 23 }),
    quietFrom: time,
    quietUntil: time,
    urgentThrough: fc.boolean(),
  })
  .filter((one) => preferencesDenial(one as MailPreferences) === null) as fc.Arbitrary<MailPreferences>;
const instant = fc.date({ min: new Date('2024-01-01'), max: new Date('2032-01-01'), noInvalidDate: true });
/** Instants of the very nights on which clocks change. */
const changing = fc
  .tuple(
    fc.constantFrom('2026-03-28T20:00Z', '2026-10-24T20:00Z', '2026-03-08T00:00Z', '2026-11-01T00:00Z', '2026-04-04T08:00Z'),
    fc.integer({ min: 0, max: 720 }),
  )
  .map(([from, minutes]) => new Date(Date.parse(from) + minutes * 60_000));
const anyTime = fc.oneof(instant, changing);

describe('when a message may leave', () => {
  it('is never within quiet hours by the clock of the State, and never before the notice', () => {
    fc.assert(
      fc.property(preferences, anyTime, fc.constantFrom(...ZONES), (wanted, at, zone) => {
        const leaves = sendableAt(wanted, at, zone, false);
        expect(leaves.getTime()).toBeGreaterThanOrEqual(at.getTime());
        expect(quietAt(wanted, leaves, zone)).toBe(false);
      }),
    );
  });

  it('is never later than the length of the quiet hours, or a day where a digest is wanted, and the hour that a clock may be put back', () => {
    fc.assert(
      fc.property(preferences, anyTime, fc.constantFrom(...ZONES), (wanted, at, zone) => {
        const most = wanted.byMail === 'digest' ? 24 : 16;
        expect(sendableAt(wanted, at, zone, false).getTime() - at.getTime()).toBeLessThanOrEqual((most + 1) * HOUR);
      }),
    );
  });

  it('is the same for all notices between two digests', () => {
    fc.assert(
      fc.property(preferences, anyTime, fc.constantFrom(...ZONES), fc.nat(24 * 60), (wanted, at, zone, minutes) => {
        fc.pre(wanted.byMail === 'digest');
        const leaves = sendableAt(wanted, at, zone, false);
        const later = new Date(Math.min(at.getTime() + minutes * 60_000, leaves.getTime() - 1));
        expect(sendableAt(wanted, later, zone, false)).toEqual(leaves);
      }),
    );
  });

  it('is at once for what is urgent, where the person allows it, and only then', () => {
    fc.assert(
      fc.property(preferences, anyTime, fc.constantFrom(...ZONES), (wanted, at, zone) => {
        const expected = wanted.urgentThrough ? at : sendableAt(wanted, at, zone, false);
        expect(sendableAt(wanted, at, zone, true)).toEqual(expected);
      }),
    );
  });

  it.each([
    [{ quietFrom: '20:00', quietUntil: '07:15' }, '2026-03-02T19:59', '2026-03-02T19:59'],
    [{ quietFrom: '20:00', quietUntil: '07:15' }, '2026-03-02T20:00', '2026-03-03T07:15'],
    [{ quietFrom: '20:00', quietUntil: '07:15' }, '2026-03-03T07:14', '2026-03-03T07:15'],
    [{ quietFrom: '12:00', quietUntil: '13:30' }, '2026-03-02T12:30', '2026-03-02T13:30'],
    [{ quietFrom: '12:00', quietUntil: '13:30' }, '2026-03-02T13:30', '2026-03-02T13:30'],
    [{ byMail: 'digest', digestHour: 9 }, '2026-03-02T08:59', '2026-03-02T09:00'],
    [{ byMail: 'digest', digestHour: 9 }, '2026-03-02T09:00', '2026-03-03T09:00'],
    [{ byMail: 'immediately', digestHour: 9 }, '2026-03-02T08:00', '2026-03-02T08:00'],
  ] as const)('is, with %j, of a notice of %s: %s', (some, at, leaves) => {
    const instantOf = (text: string) => new Date(`${text}:00Z`);
    expect(sendableAt({ ...DEFAULT_PREFERENCES, ...some }, instantOf(at), 'UTC', false)).toEqual(instantOf(leaves));
  });

  it('is at the second of two equal hours, where the clock is put back and the first is over', () => {
    const quiet = { ...DEFAULT_PREFERENCES, quietFrom: '22:00', quietUntil: '02:30' };
    // In Paris it is 02:10 for the second time that night.
    const at = new Date('2026-10-25T01:10:00Z');
    expect(sendableAt(quiet, at, 'Europe/Paris', false)).toEqual(new Date('2026-10-25T01:30:00Z'));
  });

  it('is at once where nothing is quiet', () => {
    expect(sendableAt(DEFAULT_PREFERENCES, new Date(5), 'UTC', false)).toEqual(new Date(5));
  });
});

describe('what is urgent', () => {
  it('is what is due or overdue on an urgent request, and nothing else', () => {
    expect(isUrgent('deadline_overdue', 'urgent')).toBe(true);
    expect(isUrgent('deadline_overdue', 'routine')).toBe(false);
    expect(isUrgent('deadline_overdue', undefined)).toBe(false);
    expect(isUrgent('responded', 'urgent')).toBe(false);
    for (const kind of ['deadline_missed', 'deadline_escalated'] as const) expect(isUrgent(kind, 'urgent')).toBe(true);
    expect(isUrgent('deadline_reminder', 'urgent')).toBe(false);
  });
});

describe('preferences', () => {
  const quiet = { quietFrom: '20:00', quietUntil: '07:00' };
  it.each([
    [{ byMail: 'digest' }, 'DIGEST_HOUR_REQUIRED'],
    [{ quietFrom: '20:00' }, 'QUIET_HOURS_INCOMPLETE'],
    [{ quietUntil: '20:00' }, 'QUIET_HOURS_INCOMPLETE'],
    [{ quietFrom: '20:00', quietUntil: '20:00' }, 'QUIET_HOURS_TOO_LONG'],
    [{ quietFrom: '07:00', quietUntil: '23:01' }, 'QUIET_HOURS_TOO_LONG'],
    [{ ...quiet, byMail: 'digest', digestHour: 6 }, 'DIGEST_IN_QUIET_HOURS'],
    [{ ...quiet, byMail: 'digest', digestHour: 20 }, 'DIGEST_IN_QUIET_HOURS'],
  ] as const)('cannot be %j', (some, code) => {
    expect(preferencesDenial({ ...DEFAULT_PREFERENCES, ...some })).toMatchObject({ denial: { code } });
  });

  it.each([
    [{ quietFrom: '20:00' }, { code: 'QUIET_HOURS_INCOMPLETE', field: 'quietUntil' }],
    [{ quietUntil: '20:00' }, { code: 'QUIET_HOURS_INCOMPLETE', field: 'quietFrom' }],
    [{ byMail: 'digest' }, { code: 'DIGEST_HOUR_REQUIRED', field: 'digestHour' }],
    [
      { quietFrom: '07:00', quietUntil: '23:01' },
      { code: 'QUIET_HOURS_TOO_LONG', field: 'quietUntil', details: { hours: 16 } },
    ],
    [
      { quietFrom: '06:30', quietUntil: '09:00', byMail: 'digest', digestHour: 8 },
      { code: 'DIGEST_IN_QUIET_HOURS', field: 'digestHour', details: { from: '06:30', until: '09:00' } },
    ],
  ] as const)('say of %j what would help', (some, denial) => {
    expect(preferencesDenial({ ...DEFAULT_PREFERENCES, ...some })).toEqual({ ok: false, denial });
  });

  it.each([
    [{}],
    [{ quietFrom: '07:00', quietUntil: '23:00' }],
    [{ quietFrom: '23:59', quietUntil: '00:00' }],
    [{ ...quiet, byMail: 'digest', digestHour: 19 }],
    [{ ...quiet, byMail: 'immediately', digestHour: 3 }],
    [{ ...quiet, byMail: 'off', digestHour: 3 }],
    [{ byMail: 'digest', digestHour: 0 }],
  ] as const)('may be %j', (some) => expect(preferencesDenial({ ...DEFAULT_PREFERENCES, ...some })).toBeNull());

  it('are, until somebody says otherwise: at once, by no digest, with no quiet hours', () => {
    expect(DEFAULT_PREFERENCES).toEqual({
      ...{ byMail: 'immediately', digestHour: null, quietFrom: null, quietUntil: null, urgentThrough: true },
    });
  });

  it('may have a digest at the end of the quiet hours', () => {
    expect(preferencesDenial({ ...DEFAULT_PREFERENCES, ...quiet, byMail: 'digest', digestHour: 7 })).toBeNull();
  });
});

/** Told independently of the rule: minute by minute from the beginning of quiet hours. */
function quietAt({ quietFrom, quietUntil }: MailPreferences, at: Date, zone: string): boolean {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  const [from, until] = [quietFrom, quietUntil].map((one) => Number(one?.slice(0, 2)) * 60 + Number(one?.slice(3)));
  for (let one = from as number; one !== until; one = (one + 1) % 1440) if (one === hour * 60 + minute) return true;
  return false;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
