import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import { AUDIENCES, isAudience } from './audience.js';
import { NOTICE_KINDS, noticeFrom } from './notice.js';
import { noticeOf, type NoticeRow } from './notice-row.js';

const ID = '00000000-0000-4000-8000-000000000001';
/** A job in which everything is set, whatever it is about. */
const FULL = {
  ...{ state: 'QM', requestId: ID, reference: 'TD-7K3F-92QX4', requestingState: 'QR', profile: 'BILATERAL-QM-QR-1' },
  ...{ clock: 'response', share: 75, audience: 'supervisor', occasion: 'v2' },
};

/** Every act of which another State is told, and as what. */
const TOLD: readonly (readonly string[])[] = [
  ['tracing_request.submitted', 'request_received'],
  ...[
    ...['acknowledged', 'redirected', 'information_requested', 'information_supplied', 'delayed', 'responded'],
    ...['clarification_requested', 'clarified', 'supplemented', 'closed', 'reopened', 'withdrawn'],
  ].map((kind) => [`tracing_request.${kind}`, kind]),
  ['tracing_request.other_state_told', 'possible_state_of_find'],
  ['asked_alongside', 'asked_alongside'],
  ...['asked', 'granted', 'refused', 'withdrawn'].map((act) => [`consent.${act}`, `consent_${act}`]),
  ...['proposed', 'agreed', 'declined', 'withdrawn', 'ended'].map((act) => [`deadline_profile.${act}`, `profile_${act}`]),
  ['contact_point.update_asked', 'contact_point_update_asked'],
  ...['third_information_round', 'deadline_reminder', 'deadline_missed', 'deadline_missed_by_other'].map((kind) => [kind, kind]),
  ...['deadline_overdue', 'deadline_escalated', 'deadline_escalated_by_other'].map((kind) => [kind, kind]),
];

describe('what a State is told of', () => {
  it.each(TOLD)('is %s as %s, with what it is about and nothing beside it', (act = '', kind = '') => {
    const about =
      kind === 'possible_state_of_find'
        ? 'asker'
        : /^profile_/.test(kind)
          ? 'profile'
          : kind === 'contact_point_update_asked'
            ? 'offices'
            : 'request';
    expect(noticeFrom({ ...FULL, kind: act })).toMatchObject({
      kind,
      state: 'QM',
      requestId: about === 'request' ? ID : null,
      reference: about === 'request' ? 'TD-7K3F-92QX4' : null,
      requestingState: about === 'asker' ? 'QR' : null,
      profile: about === 'profile' ? 'BILATERAL-QM-QR-1' : null,
      clock: 'response',
      share: 75,
      audience: 'supervisor',
      occasion: 'v2',
    });
  });

  it('is every kind of notice there is', () => {
    expect(TOLD.map(([, kind]) => kind).sort()).toEqual([...NOTICE_KINDS].sort());
  });

  it('is for the office, and of no clock and no share, where the job says nothing of them', () => {
    const { clock, share, audience, ...bare } = FULL;
    expect([clock, share, audience]).toEqual(['response', 75, 'supervisor']);
    expect(noticeFrom({ ...bare, kind: 'tracing_request.closed' })).toMatchObject({
      clock: null,
      share: null,
      audience: 'office',
    });
  });

  it.each(['state', 'requestId', 'reference', 'occasion'])('must say its %s', (name) => {
    expect(() => noticeFrom({ ...FULL, kind: 'tracing_request.closed', [name]: '' })).toThrow(name);
    expect(() => noticeFrom({ ...FULL, kind: 'tracing_request.closed', [name]: 7 })).toThrow(name);
  });

  it('is for an audience that there is', () => {
    expect(() => noticeFrom({ ...FULL, kind: 'tracing_request.closed', audience: 'everybody' })).toThrow(TypeError);
    expect(() => noticeFrom({ ...FULL, kind: 'tracing_request.closed', audience: '' })).toThrow('audience');
    expect(AUDIENCES).toEqual(['assigned', 'office', 'supervisor', 'administrator']);
    expect([...AUDIENCES, 'everybody', ''].filter(isAudience)).toEqual([...AUDIENCES]);
  });
});

describe('a notice as it is kept', () => {
  const at = new Date('2026-03-02T09:00:00Z');
  const row: NoticeRow = {
    id: ID,
    state: stateCode('QM'),
    kind: 'closed',
    request_id: ID,
    reference: 'TD-1',
    requesting_state: null,
    profile: null,
    clock: 'response',
    share: 50,
    audience: 'office',
    created_at: at,
    read_at: at,
    read_by: ID,
  };

  it('is read column by column, and says nothing where nothing stands', () => {
    expect(noticeOf(row)).toEqual({
      ...{ id: ID, state: 'QM', kind: 'closed', requestId: ID, reference: 'TD-1', requestingState: null, profile: null },
      ...{ clock: 'response', share: 50, audience: 'office', createdAt: at, readAt: at, readBy: ID },
    });
    expect(noticeOf({ ...row, request_id: null, read_at: null, read_by: null })).toMatchObject({
      requestId: null,
      readAt: null,
      readBy: null,
    });
  });
});
