import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import { addressKey, nameKey, verdictOn, type Attempts } from './throttle.js';

const now = new Date('2026-03-02T10:15:30Z');
const at = (time: string, attempts: number): Attempts => ({ windowStart: new Date(`2026-03-02T${time}:00Z`), attempts });

describe('throttling sign-ins', () => {
  it('denies the eleventh after ten failures, until the oldest are forgotten', () => {
    expect(verdictOn([at('10:01', 4), at('10:10', 6)], 10, now)).toEqual({ allowed: false, retryAfterSeconds: 30 });
  });

  it('says when there is room again, not when everything is forgotten', () => {
    expect(verdictOn([at('10:05', 2), at('10:15', 11)], 10, now)).toEqual({ allowed: false, retryAfterSeconds: 870 });
  });

  it('allows the tenth', () => {
    expect(verdictOn([at('10:10', 9)], 10, now)).toEqual({ allowed: true });
  });

  it('forgets what is a quarter of an hour old', () => {
    expect(verdictOn([at('10:00', 50)], 10, now)).toEqual({ allowed: true });
  });
});

describe('the keys of the counters', () => {
  it('keep the same name of two States apart', () => {
    expect(nameKey(stateCode('QM'), 'officer').equals(nameKey(stateCode('QN'), 'officer'))).toBe(false);
  });

  it('take the addresses of one IPv6 network for one, and two networks for two', () => {
    expect(addressKey('2001:db8:1:2::5').equals(addressKey('2001:0db8:0001:0002:aaaa::9'))).toBe(true);
    expect(addressKey('2001:db8:1:2::5').equals(addressKey('2001:db8:1:3::5'))).toBe(false);
    expect(addressKey('192.0.2.1').equals(addressKey('192.0.2.2'))).toBe(false);
  });
});
