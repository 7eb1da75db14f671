import { describe, expect, it } from '@jest/globals';
import { stateCode, type StateCode } from '@tracedesk/kernel';
import fc from 'fast-check';
import { CLOCK_NAMES, PRIORITIES } from './clock.js';
import { profileFor } from './profile-for.js';
import { sourceOf, termOf, type DeadlineProfile } from './profile.js';
import { PROFILE_IDS, SHIPPED_PROFILES, profileNamed } from './profiles.js';
import { ECOWAS_19, EU_2006_960_LEGACY, EU_2023_977, ITI_DEFAULT } from './shipped-profiles.js';

const [QM, QV, QW, QR, FR, DE, DK, SN, GH, ML] = ['QM', 'QV', 'QW', 'QR', 'FR', 'DE', 'DK', 'SN', 'GH', 'ML'].map(stateCode) as [
  StateCode,
  StateCode,
  StateCode,
  StateCode,
  StateCode,
  StateCode,
  StateCode,
  StateCode,
  StateCode,
  StateCode,
];

describe('the profile of a request', () => {
  it.each([
    ['a convention that only one of the two is bound by', 'EU_2023_977', FR, SN],
    ['a directive that one member takes no part in', 'EU_2023_977', FR, DK],
    ['a convention that one of the two has left', 'ECOWAS_19', SN, ML],
    ['a basis the desk has no rule for', 'OTHER', FR, DE],
    ['an agreement that nobody has entered', 'BILATERAL', FR, DE],
    ['what was repealed', 'EU_2006_960', FR, DE],
    ['the ITI, also between members', 'ITI', FR, DE],
    ['a region that neither invented State stands for', 'EU_2023_977', QM, QR],
    ['a region an invented State does not share with a real one', 'EU_2023_977', QV, FR],
  ])('is the policy for %s', (_, legalBasis, one, other) => {
    expect(profileFor({ legalBasis, priority: 'routine', states: [one, other] })).toBe(ITI_DEFAULT);
    expect(profileFor({ legalBasis, priority: 'urgent', states: [other, one] })).toBe(ITI_DEFAULT);
  });

  it('is that of the convention invoked, where it binds both', () => {
    expect(profileFor({ legalBasis: 'EU_2023_977', priority: 'urgent', states: [FR, DE] })).toBe(EU_2023_977);
    expect(profileFor({ legalBasis: 'EU_2023_977', priority: 'routine', states: [QR, QV] })).toBe(EU_2023_977);
    expect(profileFor({ legalBasis: 'ECOWAS_19', priority: 'routine', states: [SN, GH] })).toBe(ECOWAS_19);
    expect(profileFor({ legalBasis: 'ECOWAS_19', priority: 'routine', states: [QW, QM] })).toBe(ECOWAS_19);
  });

  it('is what the two States agreed, in either direction and for nobody else', () => {
    const agreed = { ...ITI_DEFAULT, id: 'BILATERAL-1', appliesTo: { pair: [QM, QR] as const, legalBases: ['BILATERAL'] } };
    const chosen = (one: StateCode, other: StateCode): string =>
      profileFor({ legalBasis: 'BILATERAL', priority: 'routine', states: [one, other] }, [agreed]).id;
    expect([chosen(QM, QR), chosen(QR, QM)]).toEqual(['BILATERAL-1', 'BILATERAL-1']);
    expect([chosen(QM, QV), chosen(QW, QR)]).toEqual(['ITI-DEFAULT', 'ITI-DEFAULT']);
  });

  it('is never one that may not be chosen, nor an agreement that says nothing about whom it binds', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom(...PRIORITIES),
        fc.constantFrom(FR, DE, SN, GH, QV, QW, QM, QR),
        fc.constantFrom(FR, DE, SN, GH, QV, QW, QM, QR),
        (legalBasis, priority, one, other) => {
          const boundless = { ...ITI_DEFAULT, id: 'BILATERAL-2', appliesTo: {} };
          const profile = profileFor({ legalBasis, priority, states: [one, other] }, [boundless]);
          expect(profile.selectable).toBe(true);
          expect(profile.id).not.toBe('BILATERAL-2');
        },
      ),
    );
  });
});

describe('the profiles that ship', () => {
  it('are known by their names, and a name that is not is a surprise', () => {
    expect(PROFILE_IDS).toEqual(['ITI-DEFAULT', 'ECOWAS-19', 'EU-2023-977', 'EU-2006-960-LEGACY']);
    for (const profile of SHIPPED_PROFILES) expect(profileNamed(profile.id)).toBe(profile);
    expect(() => profileNamed('BILATERAL-9')).toThrow('BILATERAL-9');
  });

  it('are shown as policy unless the provision itself was read', () => {
    expect(SHIPPED_PROFILES.map(({ id, source }) => [id, source.kind])).toEqual([
      ['ITI-DEFAULT', 'policy'],
      ['ECOWAS-19', 'policy'],
      ['EU-2023-977', 'law'],
      ['EU-2006-960-LEGACY', 'law'],
    ]);
    expect(ITI_DEFAULT.source.sentence).toBe('System policy; the ITI sets no number (paras 18–19)');
    expect(ECOWAS_19.source.sentence).toBe('Policy, after ECOWAS Convention art. 19');
  });

  it('cite the law for the lengths it sets, and call the others policy', () => {
    const kinds = (profile: DeadlineProfile) => CLOCK_NAMES.map((clock) => sourceOf(profile, clock).kind);
    expect(kinds(EU_2023_977)).toEqual(['policy', 'law', 'policy', 'policy', 'policy']);
    expect(kinds(EU_2006_960_LEGACY)).toEqual(['policy', 'law', 'policy', 'policy', 'policy']);
    const agreed: DeadlineProfile = { ...ITI_DEFAULT, source: { kind: 'agreement', sentence: 'Agreement', citation: 'TS 1' } };
    expect(kinds(agreed)).toEqual(['agreement', 'agreement', 'agreement', 'agreement', 'policy']);
  });

  it('keep what is history from being chosen', () => {
    expect(EU_2006_960_LEGACY.selectable).toBe(false);
  });

  it('count as their source says', () => {
    const response = (urgency: 'routine' | 'urgent' | 'urgent_direct', profile = EU_2023_977) =>
      termOf(profile, 'response', urgency);
    expect(response('urgent_direct')).toMatchObject({ unit: 'hours', length: 8, start: 'receipt' });
    expect(response('urgent')).toMatchObject({ unit: 'calendar_days', length: 3 });
    expect(response('routine')).toMatchObject({ unit: 'calendar_days', length: 7 });
    expect(termOf(ECOWAS_19, 'response', 'routine')).toMatchObject({ unit: 'months', length: 1 });
    expect(termOf(ITI_DEFAULT, 'response', 'urgent_direct')).toMatchObject({ unit: 'calendar_days', length: 3 });
  });

  it('give every clock a length for every urgency, and say what pauses do', () => {
    for (const profile of SHIPPED_PROFILES) {
      for (const clock of CLOCK_NAMES) {
        for (const urgency of [...PRIORITIES, 'urgent_direct'] as const) {
          expect(termOf(profile, clock, urgency)).toMatchObject({ length: expect.any(Number), pauses: profile.pauses });
        }
      }
    }
  });
});
