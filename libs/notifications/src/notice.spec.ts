import { describe, expect, it } from '@jest/globals';
import { noticeFrom } from './notice.js';

const job = {
  kind: 'tracing_request.submitted',
  state: 'QM',
  requestId: '00000000-0000-4000-8000-000000000001',
  reference: 'TD-7K3F-92QX4',
  occasion: 'v2',
};

describe('a notice', () => {
  it('tells the requested State that a request was received', () => {
    expect(noticeFrom(job)).toMatchObject({ kind: 'request_received', state: 'QM', clock: null });
  });

  it('is not made of an act that nobody has to be told of', () => {
    expect(noticeFrom({ ...job, kind: 'tracing_request.drafted' })).toBeNull();
  });

  it('takes open fields only, whatever else the job holds', () => {
    expect(noticeFrom({ ...job, serialNumber: 'OO11B8' })).not.toHaveProperty('serialNumber');
  });

  describe('to a State that may be the State of find', () => {
    const telling = { kind: 'tracing_request.other_state_told', state: 'QS', requestingState: 'QR', occasion: 'x' };

    it('takes nothing that leads to the request, even from a job that holds it', () => {
      const notice = noticeFrom({ ...telling, requestId: job.requestId, reference: job.reference });
      expect(notice).toMatchObject({ requestId: null, reference: null });
      expect(JSON.stringify(notice)).not.toContain(job.reference);
    });

    it('names who asked, and must', () => {
      expect(noticeFrom(telling)).toMatchObject({ kind: 'possible_state_of_find', state: 'QS', requestingState: 'QR' });
      expect(() => noticeFrom({ ...telling, requestingState: '' })).toThrow('requestingState');
    });

    it('is the only one that names who asked', () => {
      expect(noticeFrom({ ...job, requestingState: 'QR' })).toMatchObject({ requestingState: null });
    });
  });

  describe('about a deadline profile', () => {
    const proposed = { kind: 'deadline_profile.proposed', state: 'QM', profile: 'BILATERAL-QM-QR-1', occasion: 'x' };

    it('must name it, and holds nothing of a request or of its terms, even from a job that does', () => {
      expect(() => noticeFrom({ ...proposed, profile: '' })).toThrow('profile');
      const notice = noticeFrom({ ...proposed, ...job, kind: proposed.kind, sentence: 'Agreement of 4 June 2024' });
      expect(notice).toMatchObject({ requestId: null, reference: null, requestingState: null });
      expect(JSON.stringify(notice)).not.toContain('Agreement');
    });

    it('is for administrators where it says so, and no other names a profile', () => {
      const notice = noticeFrom({ ...proposed, audience: 'administrator' });
      expect(notice).toMatchObject({ kind: 'profile_proposed', profile: proposed.profile, audience: 'administrator' });
      expect(noticeFrom({ ...job, profile: proposed.profile })).toMatchObject({ profile: null });
    });
  });

  it('says which field a job lacks', () => {
    expect(() => noticeFrom({ ...job, occasion: '' })).toThrow('occasion');
  });
});
