import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Disclosures } from '@tracedesk/confidentiality';
import { Sealed, stateCode, type CaseId, type RequestId } from '@tracedesk/kernel';
import { AN_ITEM } from '@tracedesk/testing';
import { must, on, onceKey, openTestDesk, TracingWalk, type TestDesk } from '@tracedesk/testing/desk';
import { RespondToRequest } from '../use-cases/respond-to-request.service.js';
import { KeepCase } from './keep-case.service.js';
import { ReadCases } from './read-cases.service.js';
import type { CaseConclusion } from './weapon-case.js';

const SAID = { manner: 'seized', criminalOffence: true, uniquelyMarked: true, ownReference: null } as const;
const LOST: CaseConclusion = {
  kind: 'point_of_diversion',
  basis: 'tracing',
  event: 'loss_or_theft',
  state: stateCode('QM'),
  on: '2016',
};

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

describe('the case of a weapon', () => {
  it('is known to its own State alone, not even to the State it asks', async () => {
    const id = await opened([await answered()]);
    for (const state of ['QM', 'QN']) {
      expect(await desk.get(ReadCases).one(desk.officer(state), id)).toBeDeniedWith('CASE_NOT_FOUND');
      expect(await desk.get(ReadCases).list(desk.officer(state))).toEqual([]);
    }
  });

  it('takes no request that another State asks, and none twice', async () => {
    const requestId = await answered();
    expect(await open([requestId], 'QM')).toBeDeniedWith('REQUEST_NOT_FOUND');
    await opened([requestId]);
    expect(await open([requestId])).toBeDeniedWith('REQUEST_IN_A_CASE');
  });

  it('shows its chain to nobody without a disclosure, and to no auditor', async () => {
    const id = await opened([await answered()]);
    expect(await desk.get(ReadCases).chain(desk.officer('QR'), id, undefined)).toBeDeniedWith('DISCLOSURE_REQUIRED');
    const auditor = desk.officer('QR', 'auditor');
    const asked = { subject: { kind: 'weapon_case', id }, purpose: 'audit_review' } as const;
    expect(await desk.get(Disclosures).open(auditor, asked)).toBeDeniedWith('DISCLOSURE_NOT_PERMITTED');
    expect(await desk.get(Disclosures).open(desk.officer('QM'), asked)).toBeDeniedWith('DISCLOSURE_SUBJECT_NOT_FOUND');
  });

  it('puts the chain together from the answers, and keeps what was concluded sealed', async () => {
    const id = await opened([await answered()]);
    const officer = desk.officer('QR');
    const attempt = { caseId: id, version: 1, once: onceKey() };
    expect(must(await desk.get(KeepCase).conclude(officer, attempt, LOST)).conclusion).toEqual({
      kind: 'point_of_diversion',
      basis: 'tracing',
    });
    const asked = { subject: { kind: 'weapon_case', id }, purpose: 'assigned_task' } as const;
    const disclosure = must(await desk.get(Disclosures).open(officer, asked));
    const chain = must(await desk.get(ReadCases).chain(officer, id, disclosure.id));
    expect(chain).toMatchObject({ steps: [{ giver: 'QM', number: '1.1' }], conclusion: LOST });
  });

  it('that rests on tracing needs an answer; without a request an authority may establish it, and it counts', async () => {
    const id = await opened([]);
    const keep = desk.get(KeepCase);
    const officer = desk.officer('QR');
    expect(await keep.conclude(officer, { caseId: id, version: 1, once: onceKey() }, LOST)).toBeDeniedWith('CASE_WITHOUT_ANSWER');
    const craft = { ...LOST, basis: 'authority', event: 'manufacture', state: officer.state } as const;
    const ever = { from: '1900-01-01', until: '9000-12-31' };
    const before = await desk.get(ReadCases).tally(officer, ever);
    must(await keep.conclude(officer, { caseId: id, version: 1, once: onceKey() }, craft));
    const after = await desk.get(ReadCases).tally(desk.officer('QR', 'auditor'), ever);
    expect([after.arms - before.arms, after.byAuthority - before.byAuthority]).toEqual([0, 1]);
  });
});

function open(requestIds: readonly RequestId[], state = 'QR') {
  return desk.get(KeepCase).open(desk.officer(state), onceKey(), { ...SAID, requestIds });
}

async function opened(requestIds: readonly RequestId[]): Promise<CaseId> {
  return must(await open(requestIds)).id;
}

async function answered(): Promise<RequestId> {
  const request = await new TracingWalk(desk).acknowledged();
  const response = { kind: 'full', content: Sealed.of({ items: [AN_ITEM] }) } as const;
  return must(await desk.get(RespondToRequest).execute(desk.officer('QM'), on(request), { response })).id;
}
