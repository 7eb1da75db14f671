import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Disclosures, type Purpose } from '@tracedesk/confidentiality';
import { idOf, Sealed, stateCode, type CaseId, type RequestId } from '@tracedesk/kernel';
import { AN_ITEM } from '@tracedesk/testing';
import { must, on, onceKey, openTestDesk, TracingWalk, type TestDesk } from '@tracedesk/testing/desk';
import type { PointOfDiversion, ResponseItem } from '../response-item.js';
import type { Response } from '../response.js';
import { DiscardDraft } from '../use-cases/discard-draft.service.js';
import { ReadRequest } from '../use-cases/read-request.service.js';
import { RedirectRequest } from '../use-cases/redirect-request.service.js';
import { RedraftRequest } from '../use-cases/redraft-request.service.js';
import { RespondToRequest } from '../use-cases/respond-to-request.service.js';
import { SupplementResponse } from '../use-cases/supplement-response.service.js';
import { KeepCase } from './keep-case.service.js';
import { MergeCases } from './merge-cases.service.js';
import { ReadCases, type CaseChain } from './read-cases.service.js';
import { ShowCase } from './show-case.service.js';
import { countsAs } from './tally.js';
import type { CaseConclusion } from './weapon-case.js';

const EVER = { from: '1900-01-01', until: '9000-12-31' };
const NO_CASE = idOf<CaseId>('0199a7a0-0000-7000-8000-00000000000f');
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
    expect(await chainOf(id)).toMatchObject({
      steps: [{ giver: 'QM', number: '1.1' }],
      conclusion: LOST,
      firearm: { make: 'VAW' },
    });
  });

  it('holds a misrouted request and the one asked anew in its place, so that the weapon counts once', async () => {
    const officer = desk.officer('QR');
    const wrong = await redirected();
    const before = await desk.get(ReadCases).tally(officer, EVER);
    const right = must(await desk.get(RedraftRequest).execute(officer, wrong, onceKey()));
    const id = await desk.get(ShowCase).idFor(officer, right.id);
    expect(must(await desk.get(ReadCases).one(officer, id ?? NO_CASE)).requestIds).toEqual([wrong, right.id]);
    const again = must(await desk.get(RedraftRequest).execute(officer, wrong, onceKey(), stateCode('QN')));
    expect(await desk.get(ShowCase).idFor(officer, again.id)).toBe(id);
    const after = await desk.get(ReadCases).tally(officer, EVER);
    expect([after.arms - before.arms, after.pending - before.pending]).toEqual([1, 1]);
  });

  it('keeps the request asked anew in the case that the misrouted one had', async () => {
    const wrong = await redirected();
    const id = await opened([wrong]);
    const right = must(await desk.get(RedraftRequest).execute(desk.officer('QR'), wrong, onceKey()));
    expect(await desk.get(ShowCase).idFor(desk.officer('QR'), right.id)).toBe(id);
    expect(await desk.get(ShowCase).idFor(desk.officer('QM'), wrong)).toBeNull();
  });

  it('is left by a draft that is discarded: nothing was attempted by it', async () => {
    const draft = await new TracingWalk(desk).drafted();
    const id = await opened([draft.id]);
    must(await desk.get(DiscardDraft).execute(desk.officer('QR'), on(draft)));
    const left = must(await desk.get(ReadCases).one(desk.officer('QR'), id));
    expect([left.requestIds, countsAs(left)]).toEqual([[], 'not_attempted']);
  });

  it('shows what else was asked about its serial number, to those who may search alone', async () => {
    const other = await new TracingWalk(desk).submitted();
    const id = await opened([(await new TracingWalk(desk).submitted()).id]);
    const shown = async (name: string) => must(await desk.get(ShowCase).execute(desk.officer('QR', name), id));
    expect((await shown('auditor')).siblings).toEqual([]);
    const { siblings, requests } = await shown('officer');
    expect(siblings.find(({ requestId }) => requestId === other.id)).toMatchObject({ certainty: 'likely', caseId: null });
    expect(siblings.map(({ requestId }) => requestId)).not.toContain(requests[0]?.id);
    const second = await opened([other.id]);
    const caseIds = (await shown('officer')).siblings.map(({ caseId }) => caseId);
    expect(caseIds).toContain(second);
    expect(await desk.get(ShowCase).execute(desk.officer('QM'), id)).toBeDeniedWith('CASE_NOT_FOUND');
  });

  it('takes another of the same weapon up, so that it counts once', async () => {
    const officer = desk.officer('QR');
    const [first, second] = [await answered(), await answered()];
    const [kept, other] = [await opened([first]), await opened([second])];
    const merge = (id: CaseId, otherId: CaseId, { state = 'QR', version = 1 } = {}) =>
      desk.get(MergeCases).execute(desk.officer(state), { caseId: id, version, once: onceKey() }, otherId);
    expect(await merge(kept, other, { state: 'QM' })).toBeDeniedWith('CASE_NOT_FOUND');
    expect(await merge(kept, kept)).toBeDeniedWith('CASE_OF_ITSELF');
    expect(await merge(kept, other, { version: 7 })).toBeDeniedWith('VERSION_CONFLICT');
    must(await desk.get(KeepCase).conclude(officer, { caseId: other, version: 1, once: onceKey() }, LOST));
    const before = await desk.get(ReadCases).tally(officer, EVER);

    expect(must(await merge(kept, other)).requestIds).toEqual([first, second]);
    const after = await desk.get(ReadCases).tally(officer, EVER);
    expect([after.arms - before.arms, after.established - before.established]).toEqual([-1, -1]);
    expect(must(await desk.get(ReadCases).one(officer, other))).toMatchObject({ mergedInto: kept, requestIds: [] });
    expect((await desk.get(ReadCases).list(officer)).map(({ id }) => id)).not.toContain(other);
    expect(await desk.get(ShowCase).idFor(officer, second)).toBe(kept);
    expect(await merge(kept, other, { version: 2 })).toBeDeniedWith('CASE_MERGED');
    const again = { caseId: other, version: 3, once: onceKey() };
    expect(await desk.get(KeepCase).conclude(officer, again, LOST)).toBeDeniedWith('CASE_MERGED');
    const draft = await new TracingWalk(desk).drafted();
    expect(await desk.get(KeepCase).join(officer, other, onceKey(), draft.id)).toBeDeniedWith('CASE_MERGED');
  });

  it('has no step from an item that its giver corrected', async () => {
    const requestId = await answered();
    const id = await opened([requestId]);
    await corrected(requestId, { ...AN_ITEM, on: '2001', replaces: '1.1' });
    expect((await chainOf(id)).steps).toMatchObject([{ number: '2.1', item: { on: '2001' } }]);
  });

  it('has no step that its giver does not permit for the purpose stated (15(b)), and says that one is kept back', async () => {
    const kept = {
      ...AN_ITEM,
      details: 'Sold to the Nordhavn club.',
      restrictions: ['15b'],
      purposes: ['investigation'],
    } as const;
    const id = await opened([await answered([AN_ITEM, kept])]);
    const forCourt = await chainOf(id, 'legal_proceedings');
    expect(forCourt.steps).toMatchObject([{ number: '1.1' }]);
    expect(forCourt.withheld).toMatchObject([{ giver: 'QM', number: '1.2', rule: 'outside_purposes' }]);
    expect(JSON.stringify(forCourt)).not.toContain('Nordhavn');
    const forTask = await chainOf(id);
    expect([forTask.steps.length, forTask.withheld]).toEqual([2, []]);
  });

  it('ends nowhere for a purpose that its giver does not permit for the point of diversion, and says so', async () => {
    const end = { basis: 'tracing', circumstances: 'Stolen.', restrictions: ['15b'], purposes: ['investigation'] } as const;
    const id = await opened([await answered([AN_ITEM], end)]);
    expect(await chainOf(id, 'statistics')).toMatchObject({
      steps: [{ number: '1.1' }],
      ends: [],
      withheld: [{ number: '1.d', item: { kind: 'point_of_diversion' } }],
    });
    expect((await chainOf(id)).ends).toMatchObject([{ circumstances: 'Stolen.', restrictions: ['15b'] }]);
  });

  it('rests on tracing only where a standing item of an answer leads there', async () => {
    const officer = desk.officer('QR');
    const onward = { ...AN_ITEM, kind: 'export', finding: 'TRANSFERRED_TO_STATE', state: stateCode('QN') } as const;
    const told = { ...AN_ITEM, confidence: 'possible', confidenceBasis: ['statement'] } as const;
    const candidates = ['A1', 'A2'].map((serial) => ({ serial, marks: 'Proof mark.' }));
    const without = [
      await answeredWith({ kind: 'refused', ground: '22_INVESTIGATION', content: Sealed.of({ items: [], reasons: 'Pending.' }) }),
      await answeredWith({ kind: 'no_record', finding: 'DUPLICATE_SERIALS', content: Sealed.of({ items: [], candidates }) }),
      await answered([onward]),
      await answered([told]),
      await corrected(await answered([AN_ITEM]), { ...onward, replaces: '1.1' }),
    ];
    for (const requestId of without) {
      const id = await opened([requestId]);
      for (const conclusion of [LOST, { kind: 'last_legal_holder' }] as const) {
        const attempt = { caseId: id, version: 1, once: onceKey() };
        expect(await desk.get(KeepCase).conclude(officer, attempt, conclusion)).toBeDeniedWith('CASE_WITHOUT_TRACE', 'basis');
      }
      must(await desk.get(KeepCase).join(officer, id, onceKey(), await answered([AN_ITEM])));
      must(await desk.get(KeepCase).conclude(officer, { caseId: id, version: 1, once: onceKey() }, LOST));
    }
  });

  it('that rests on tracing needs an answer; without a request an authority may establish it, and it counts', async () => {
    const id = await opened([]);
    const keep = desk.get(KeepCase);
    const officer = desk.officer('QR');
    expect(await keep.conclude(officer, { caseId: id, version: 1, once: onceKey() }, LOST)).toBeDeniedWith('CASE_WITHOUT_ANSWER');
    const craft = { ...LOST, basis: 'authority', event: 'manufacture', state: officer.state } as const;
    const before = await desk.get(ReadCases).tally(officer, EVER);
    must(await keep.conclude(officer, { caseId: id, version: 1, once: onceKey() }, craft));
    const after = await desk.get(ReadCases).tally(desk.officer('QR', 'auditor'), EVER);
    expect([after.arms - before.arms, after.byAuthority - before.byAuthority]).toEqual([0, 1]);
  });
});

function open(requestIds: readonly RequestId[], state = 'QR') {
  return desk.get(KeepCase).open(desk.officer(state), onceKey(), { ...SAID, requestIds });
}

async function opened(requestIds: readonly RequestId[]): Promise<CaseId> {
  return must(await open(requestIds)).id;
}

async function chainOf(id: CaseId, purpose: Purpose = 'assigned_task'): Promise<CaseChain> {
  const justification = Sealed.of('For the court that hears the case.');
  const asked = { subject: { kind: 'weapon_case', id }, purpose, justification } as const;
  const disclosure = must(await desk.get(Disclosures).open(desk.officer('QR'), asked));
  return must(await desk.get(ReadCases).chain(desk.officer('QR'), id, disclosure.id));
}

async function redirected(): Promise<RequestId> {
  const request = await new TracingWalk(desk).acknowledged();
  const command = { believedState: stateCode('QS') };
  return must(await desk.get(RedirectRequest).execute(desk.officer('QM'), on(request), command)).id;
}

async function corrected(requestId: RequestId, item: ResponseItem): Promise<RequestId> {
  const at = must(await desk.get(ReadRequest).execute(desk.officer('QM'), requestId));
  const supplement = { content: Sealed.of({ items: [item] }), because: Sealed.of('The year was misread.') };
  return must(await desk.get(SupplementResponse).execute(desk.officer('QM'), on(at), supplement)).id;
}

async function answered(items: readonly ResponseItem[] = [AN_ITEM], end?: PointOfDiversion): Promise<RequestId> {
  return answeredWith({ kind: 'full', content: Sealed.of({ items, ...(end && { pointOfDiversion: end }) }) });
}

async function answeredWith(response: Response): Promise<RequestId> {
  const request = await new TracingWalk(desk).acknowledged();
  return must(await desk.get(RespondToRequest).execute(desk.officer('QM'), on(request), { response })).id;
}
