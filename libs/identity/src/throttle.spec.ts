import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import {
  addressKey,
  denialKey,
  deviceIn,
  deviceMarkOf,
  FAILURES_PER_PLACE,
  limitsOn,
  nameKey,
  placeKey,
  verdictOn,
  type Attempts,
  type Knock,
} from './throttle.js';

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

  it('forgets at the end of the quarter of an hour, not a moment before or after', () => {
    const since = (time: string) => verdictOn([{ windowStart: new Date(`2026-03-02T${time}Z`), attempts: 10 }], 10, now);
    expect(since('10:00:30.001')).toEqual({ allowed: false, retryAfterSeconds: 1 });
    expect(since('10:00:30.000')).toEqual({ allowed: true });
  });

  it('waits for the oldest to be forgotten, in whatever order the counters are read', () => {
    expect(verdictOn([at('10:15', 5), at('10:05', 6)], 10, now)).toEqual({ allowed: false, retryAfterSeconds: 270 });
    expect(verdictOn([at('10:05', 1), at('10:15', 10)], 10, now)).toEqual({ allowed: false, retryAfterSeconds: 870 });
  });
});

const knock = (changed: Partial<Knock> = {}): Knock => ({
  state: stateCode('QM'),
  signInName: 'officer',
  address: '192.0.2.1',
  device: null,
  ...changed,
});
/** Whether two attempts share a counter, by any of their limits. */
const share = (one: Partial<Knock>, other: Partial<Knock>): boolean =>
  limitsOn(knock(one)).some(({ key }) => limitsOn(knock(other)).some((limit) => limit.key.equals(key)));

describe('the counters of a sign-in', () => {
  it('on a device that knows the person are no stranger’s to fill, whatever the address, name and State', () => {
    expect(share({ device: 'known' }, {})).toBe(false);
    expect(share({ device: 'known' }, { device: 'another' })).toBe(false);
    expect(share({ device: 'known' }, { device: 'known', signInName: 'colleague' })).toBe(false);
  });

  it('still end guessing on a known device after ten failures', () => {
    expect(limitsOn(knock({ device: 'known' })).map(({ failures }) => failures)).toEqual([FAILURES_PER_PLACE]);
  });

  it('of one State are no other State’s, though both sit behind one address', () => {
    expect(share({ state: stateCode('QM') }, { state: stateCode('QN') })).toBe(false);
  });

  it('of one person are no other person’s, though both sit behind one address', () => {
    const [one, other] = [knock(), knock({ signInName: 'colleague' })];
    expect([nameKey(one).equals(nameKey(other)), placeKey(one).equals(placeKey(other))]).toEqual([false, false]);
    expect(addressKey(one).equals(addressKey(other))).toBe(true);
  });

  it('of one person are one counter for all places, and one for each', () => {
    const [one, other] = [knock(), knock({ address: '192.0.2.2' })];
    expect([nameKey(one).equals(nameKey(other)), placeKey(one).equals(placeKey(other))]).toEqual([true, false]);
  });

  it('are those of the person, the place and the address, and each kind is apart from the others', () => {
    const one = knock();
    const keys = [placeKey(one), nameKey(one), addressKey(one), denialKey(one)].map((key) => key.toString('hex'));
    expect(limitsOn(one).map(({ key }) => key.toString('hex'))).toEqual(keys.slice(0, 3));
    expect(new Set(keys).size).toBe(4);
  });

  it('of denied attempts are one for each State and each address', () => {
    const isOne = (other: Partial<Knock>): boolean => denialKey(knock()).equals(denialKey(knock(other)));
    expect([isOne({ state: stateCode('QN') }), isOne({ address: '192.0.2.2' }), isOne({})]).toEqual([false, false, true]);
  });

  it('close a person’s door to one place long before they close it to all places', () => {
    expect(limitsOn(knock()).map(({ failures }) => failures)).toEqual([10, 100, 100]);
  });
});

describe('the place of an address', () => {
  const isOne = (one: string, other: string): boolean =>
    addressKey(knock({ address: one })).equals(addressKey(knock({ address: other })));

  it('is one for an IPv6 network, and two for two networks', () => {
    expect(isOne('2001:db8:1:2::5', '2001:0db8:0001:0002:aaaa::9')).toBe(true);
    expect(isOne('2001:db8:1:2::5', '2001:db8:1:3::5')).toBe(false);
    expect(isOne('192.0.2.1', '192.0.2.2')).toBe(false);
  });

  it.each([
    ['2001:db8::', '2001:db8:0:0:ffff:ffff:ffff:ffff'],
    ['2001::2:0:0:0:1', '2001:0:0:2::9'],
    ['::1', '0:0:0:0:a:b:c:d'],
    ['fe80::1%eth0', 'fe80::2%eth1'],
    ['2001:DB8::1', '2001:db8::2'],
    ['64:ff9b::192.0.2.1', '64:ff9b::198.51.100.7'],
  ])('is one network for %s and %s, however they are written', (one, other) => expect(isOne(one, other)).toBe(true));

  it.each([
    ['2001:db8::1', '2001:db8:0:1::1'],
    ['::ffff:c000:201', '::fffe:c000:201'],
    ['::ffff:c000:201', '::1:ffff:c000:201'],
    ['::ffff:c000:201', '1::ffff:c000:201'],
    ['12:3::', '1:23::'],
    ['1a::', '10::'],
  ])('is two for %s and %s', (one, other) => expect(isOne(one, other)).toBe(false));

  it('is two for two IPv4 addresses written as IPv6, and each is the IPv4 address itself', () => {
    expect(isOne('::ffff:192.0.2.1', '::ffff:192.0.2.2')).toBe(false);
    expect(isOne('::ffff:192.0.2.1', '192.0.2.1')).toBe(true);
    expect(isOne('::ffff:c000:201', '192.0.2.1')).toBe(true);
    expect(isOne('0:0:0:0:0:FFFF:192.0.2.1', '192.0.2.1')).toBe(true);
    expect(isOne('::ffff:201.110.250.130', '201.110.250.130')).toBe(true);
    expect(isOne('::ffff:c96e:fa82', '201.110.250.130')).toBe(true);
  });
});

describe('the mark of a device', () => {
  const DEVICE = 'A'.repeat(22);
  /** Something before, behind or within what would be one. */
  const BESIDE = [
    `x${deviceMarkOf(DEVICE, 'scrypt$one')}`,
    `${deviceMarkOf(DEVICE, 'scrypt$one')}x`,
    deviceMarkOf(DEVICE.slice(1), 'scrypt$one'),
    deviceMarkOf(DEVICE, 'scrypt$one').replace('.', '-'),
  ];

  it('is good for the person to whom it was given, until the password is another', () => {
    expect(deviceIn(deviceMarkOf(DEVICE, 'scrypt$one'), 'scrypt$one')).toBe(DEVICE);
    expect(deviceIn(deviceMarkOf(DEVICE, 'scrypt$one'), 'scrypt$other')).toBeNull();
    const moved = `${'B'.repeat(22)}${deviceMarkOf(DEVICE, 'scrypt$one').slice(22)}`;
    expect(deviceIn(moved, 'scrypt$one')).toBeNull();
  });

  it.each([null, '', DEVICE, `${DEVICE}.${'A'.repeat(43)}`, `${DEVICE}.x`, ...BESIDE])('is not %p', (mark) => {
    expect(deviceIn(mark, 'scrypt$one')).toBeNull();
  });

  it('is nobody’s where there is no such person', () => {
    expect(deviceIn(deviceMarkOf(DEVICE, 'scrypt$one'), null)).toBeNull();
  });
});
