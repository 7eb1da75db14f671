import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import { chooseContactPoint } from './contact-choice.js';
import type { ContactPoint } from './state.js';
import { contactPointDenial, worksAt } from './working-hours.js';

const NOW = new Date('2026-06-01T12:00:00Z');
const ON = { day: '2026-06-01', now: NOW };

function anOffice(office: string, said: Partial<ContactPoint> = {}): ContactPoint {
  return {
    id: office,
    state: stateCode('QM'),
    office,
    email: 'a@b.example',
    telephone: null,
    languages: ['en'],
    channels: [],
    workingDays: [],
    opensAt: null,
    closesAt: null,
    deputies: [],
    scope: ['all'],
    validFrom: '2020-01-01',
    validUntil: null,
    version: 1,
    confirmedAt: NOW,
    ...said,
  };
}

function chosen(offices: readonly ContactPoint[], legalBasis = 'ITI'): readonly [string, ...string[]] | null {
  const choice = chooseContactPoint(offices, legalBasis, ON);
  return choice && [choice.contactPoint.office, ...choice.warnings];
}

describe('the office that gets a request', () => {
  it('is none where every office has expired or has not begun', () => {
    expect(chosen([])).toBeNull();
    expect(chosen([anOffice('old', { validUntil: '2026-05-31' }), anOffice('new', { validFrom: '2026-06-02' })])).toBeNull();
  });

  it('is the one named for the legal basis, before the one for all', () => {
    const offices = [anOffice('general'), anOffice('regional', { scope: ['ECOWAS_19'] })];
    expect(chosen(offices, 'ECOWAS_19')).toEqual(['regional']);
    expect(chosen(offices, 'ITI')).toEqual(['general']);
  });

  it('is another one of the State when the named one has expired, and says so', () => {
    const offices = [anOffice('general'), anOffice('regional', { scope: ['ECOWAS_19'], validUntil: '2026-05-31' })];
    expect(chosen(offices, 'ECOWAS_19')).toEqual(['general', 'NAMED_OFFICE_HAS_EXPIRED']);
  });

  it('is, as a last way, one for other requests', () => {
    const offices = [anOffice('general', { validUntil: '2026-05-31' }), anOffice('regional', { scope: ['ECOWAS_19'] })];
    expect(chosen(offices)).toEqual(['regional', 'NAMED_OFFICE_HAS_EXPIRED', 'OFFICE_HAS_OTHER_SCOPE']);
  });

  it('answers on its first and on its last day', () => {
    expect(chosen([anOffice('one', { validFrom: '2026-06-01', validUntil: '2026-06-01' })])).toEqual(['one']);
    expect(chosen([anOffice('one', { validFrom: '2026-06-02' })])).toBeNull();
    expect(chosen([anOffice('one', { validUntil: '2026-05-31' })])).toBeNull();
  });

  it('takes over from no office that has expired where the one for this request answers', () => {
    const regional = anOffice('regional', { scope: ['ECOWAS_19', 'OTHER'] });
    const gone = anOffice('gone', { scope: ['ECOWAS_19'], validUntil: '2026-05-31' });
    expect(chosen([gone, regional, anOffice('second', { scope: ['ECOWAS_19'] })], 'ECOWAS_19')).toEqual(['regional']);
    expect(chosen([anOffice('old', { validUntil: '2026-05-31' }), anOffice('general')], 'ECOWAS_19')).toEqual(['general']);
    expect(chosen([gone, anOffice('general')], 'BILATERAL')).toEqual(['general']);
  });

  it('takes over from no office whose first day is still to come, nor from one on its last day', () => {
    const coming = anOffice('coming', { scope: ['ECOWAS_19'], validFrom: '2026-06-02', validUntil: '2027-01-01' });
    expect(chosen([coming, anOffice('general')], 'ECOWAS_19')).toEqual(['general']);
    expect(chosen([anOffice('last day', { scope: ['ECOWAS_19'], validUntil: '2026-06-01' })], 'ECOWAS_19')).toEqual(['last day']);
  });

  it('may be one for other requests from the beginning: then nothing has expired', () => {
    expect(chosen([anOffice('regional', { scope: ['ECOWAS_19'] })])).toEqual(['regional', 'OFFICE_HAS_OTHER_SCOPE']);
  });

  it('is told to have been asked for an update, until it is answered', () => {
    expect(chosen([anOffice('general', { updateAskedAt: NOW })])).toEqual(['general', 'OFFICE_ASKED_TO_UPDATE']);
    expect(chosen([anOffice('general', { updateAskedAt: null })])).toEqual(['general']);
  });

  it('is told to be unconfirmed from the 180th day on', () => {
    const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000);
    expect(chosen([anOffice('general', { confirmedAt: daysAgo(179) })])).toEqual(['general']);
    expect(chosen([anOffice('general', { confirmedAt: daysAgo(180) })])).toEqual(['general', 'OFFICE_UNCONFIRMED']);
  });
});

describe('working hours', () => {
  const hours = { workingDays: [1, 2, 3, 4, 5], opensAt: '08:00', closesAt: '16:30' };
  const period = { email: 'tracing@qm.example', validFrom: '2026-01-01', validUntil: null };

  it('do not open without closing, close before they open, or belong to no day', () => {
    expect(contactPointDenial({ ...period, ...hours, closesAt: null })).toMatchObject({ denial: { field: 'closesAt' } });
    expect(contactPointDenial({ ...period, ...hours, closesAt: '08:00' })).toMatchObject({
      denial: { code: 'CLOSES_BEFORE_IT_OPENS' },
    });
    expect(contactPointDenial({ ...period, ...hours, workingDays: [] })).toMatchObject({ denial: { field: 'workingDays' } });
    expect(contactPointDenial({ ...period, ...hours })).toBeNull();
  });

  it('are those of the State’s clock', () => {
    expect(worksAt(hours, { weekday: 1, time: '08:00' })).toBe(true);
    expect(worksAt(hours, { weekday: 1, time: '16:30' })).toBe(false);
    expect(worksAt(hours, { weekday: 6, time: '12:00' })).toBe(false);
    expect(worksAt({ workingDays: [], opensAt: null, closesAt: null }, { weekday: 6, time: '12:00' })).toBeNull();
  });
});
