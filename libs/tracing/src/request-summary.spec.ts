import { describe, expect, it } from '@jest/globals';
import { idOf, type RequestId } from '@tracedesk/kernel';
import { REQUESTED, REQUESTING, officerOf, requestIn } from './request.examples.js';
import { summaryOf, type StoredRequest } from './request-summary.js';
import type { RequestStatus, TracingRequest } from './tracing-request.js';

const NOW = new Date('2026-03-02T10:00:00Z');
const NEXT = idOf<RequestId>('00000000-0000-4000-8000-00000000000f');

function stored(status: RequestStatus, changed: Partial<TracingRequest> = {}, nextDueAt: Date | null = null): StoredRequest {
  return { request: { ...requestIn(status), ...changed }, nextDueAt, updatedAt: NOW } as StoredRequest;
}
const seen = (state: typeof REQUESTING, ...of: Parameters<typeof stored>) => summaryOf(stored(...of), officerOf(state), NOW);

describe('the request as a reader sees it', () => {
  it('is outgoing to the State that asks and incoming to the State asked, at the stage of its status', () => {
    expect(seen(REQUESTING, 'acknowledged')).toMatchObject({ direction: 'outgoing', stage: 'acknowledged' });
    expect(seen(REQUESTED, 'information_requested')).toMatchObject({ direction: 'incoming', status: 'information_requested' });
  });

  it('names the next request of the chain to the State that made it alone, and to both that there is one', () => {
    const linked = { followUp: { kind: 'linked', requestId: NEXT } } as const;
    expect(seen(REQUESTING, 'closed', linked)).toMatchObject({ followUp: 'linked', followUpRequestId: NEXT });
    expect(seen(REQUESTED, 'closed', linked)).toMatchObject({ followUp: 'linked', followUpRequestId: null });
    expect(seen(REQUESTING, 'closed', { followUp: { kind: 'waived' } })).toMatchObject({
      followUp: 'waived',
      followUpRequestId: null,
    });
    expect(seen(REQUESTING, 'closed', { followUp: null })).toMatchObject({ followUp: null, followUpRequestId: null });
  });

  it('counts the rounds of those elements that were asked about', () => {
    const rounds = { informationRounds: { '17b_markings': 3, beyond_17: 1 } } as const;
    expect(seen(REQUESTING, 'acknowledged', rounds).informationRounds).toEqual([
      { element: '17b_markings', rounds: 3 },
      { element: 'beyond_17', rounds: 1 },
    ]);
    expect(seen(REQUESTING, 'acknowledged').informationRounds).toEqual([]);
  });

  it('is overdue from the instant on at which somebody had to act, and lets close on silence from then on', () => {
    const before = seen(REQUESTING, 'acknowledged', {}, new Date(NOW.getTime() + 1));
    const after = seen(REQUESTING, 'acknowledged', {}, NOW);
    expect([before.overdue, before.actions.includes('close')]).toEqual([false, false]);
    expect([after.overdue, after.actions.includes('close')]).toEqual([true, true]);
    expect(seen(REQUESTING, 'closed').overdue).toBe(false);
  });

  it('tells of a response its kind and when it came, and of none nothing', () => {
    const latestResponse = { kind: 'refused', finding: null, ground: '22_INVESTIGATION' } as const;
    expect(seen(REQUESTED, 'responded', { latestResponse, respondedAt: NOW }).response).toEqual({
      ...latestResponse,
      respondedAt: NOW,
    });
    expect(seen(REQUESTED, 'acknowledged').response).toBeNull();
    expect(seen(REQUESTED, 'acknowledged').deadlines).toBeUndefined();
    expect(summaryOf(stored('acknowledged'), officerOf(REQUESTED), NOW, []).deadlines).toEqual([]);
  });
});
