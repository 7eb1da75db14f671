import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Disclosures } from '@tracedesk/confidentiality';
import { Sealed, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { TracingWalk, must, on, openTestDesk, type TestDesk } from '@tracedesk/testing/desk';
import type { RequestSummary } from '../request-summary.js';
import { AmendDraft } from './amend-draft.service.js';
import { CheckTraceability } from './check-traceability.service.js';
import { DiscardDraft } from './discard-draft.service.js';
import { ReadKeptCheck, type KeptCheckRead } from './read-kept-check.service.js';
import { SubmitRequest } from './submit-request.service.js';
import { WithdrawRequest } from './withdraw-request.service.js';

const BECAUSE = 'The frame lies in the harbour of Quillmoor.';
const RULE = 'SERIAL_NUMBER_NOT_FROM_FRAME';

let desk: TestDesk;
let walk: TracingWalk;
let request: RequestSummary;
beforeAll(async () => {
  desk = await openTestDesk();
  walk = new TracingWalk(desk);
  const draft = await drafted('slide_or_bolt');
  must(await desk.get(CheckTraceability).execute(walk.requesting, draft.id, [{ rule: RULE, because: Sealed.of(BECAUSE) }]));
  // Read once more by another person: the last reading is the one that counts, and the override stays whose it was.
  must(await desk.get(CheckTraceability).execute(desk.officer('QR', 'contact'), draft.id));
  request = must(await desk.get(SubmitRequest).execute(walk.requesting, on(draft)));
});
afterAll(() => desk?.close());

const read = (actor: Officer, disclosure?: string, id: RequestId = request.id): Promise<Result<KeptCheckRead>> =>
  desk.get(ReadKeptCheck).execute(actor, id, disclosure);

describe('the check that was read before a submission', () => {
  it('is not there for a third State, nor for the State asked, with a disclosure of the question or without', async () => {
    const own = await opened(walk.requesting);
    for (const person of ['officer', 'auditor', 'supervisor']) {
      expect(await read(desk.officer('QN', person), own)).toBeDeniedWith('REQUEST_NOT_FOUND');
      expect(await read(desk.officer('QM', person), own)).toBeDeniedWith('TRACEABILITY_CHECK_NOT_FOUND');
    }
    expect(await read(walk.requested, await opened(walk.requested))).toBeDeniedWith('TRACEABILITY_CHECK_NOT_FOUND');
  });

  it('is sealed for the requesting State alone, and leaves no word in plain columns', async () => {
    const circle = await desk.database.superuser<{ state: string }>(
      `select state from desk.record_keys where record_kind = 'traceability_check' and record_id = $1`,
      [request.id],
    );
    expect(circle).toEqual([{ state: 'QR' }]);
    const [found] = await desk.database.superuser<{ hits: number }>(
      `select count(*)::int as hits from (
         select r::text as row from desk.tracing_requests r union all select r::text from desk.outbox r
         union all select r::text from desk.protected_parts r union all select r::text from desk.audit_entries r) as rows
        where row ~ 'Quillmoor'`,
    );
    expect(found).toEqual({ hits: 0 });
  });

  it('tells an auditor what was overridden, by whom and when, without the words, and no disclosure opens them', async () => {
    const auditor = desk.officer('QR', 'auditor');
    const check = must(await read(auditor));
    const overridden = check.findings.find(({ rule }) => rule === RULE);
    expect(overridden).toMatchObject({
      severity: 'warning',
      certainty: 'certain',
      answered: 'override',
      overriddenBy: { personId: walk.requesting.personId, role: 'tracing_officer' },
      because: null,
    });
    expect(overridden?.overriddenAt).toBeInstanceOf(Date);
    expect(check.readBy).toEqual({ personId: desk.officer('QR', 'contact').personId, role: 'contact_point' });
    const subject = { kind: 'tracing_request', id: request.id } as const;
    const asked = desk
      .get(Disclosures)
      .open(auditor, { subject, purpose: 'audit_review', justification: Sealed.of('For the review.') });
    expect(await asked).toBeDeniedWith('DISCLOSURE_NOT_PERMITTED');
    expect(await read(auditor, await opened(walk.requesting))).toBeDeniedWith('DISCLOSURE_REQUIRED');
  });

  it('gives the words to nobody without a disclosure of this request, and to whoever opened it', async () => {
    expect(must(await read(walk.requesting)).findings.every(({ because }) => because === null)).toBe(true);
    const other = await walk.submitted();
    expect(await read(walk.requesting, await opened(walk.requesting, other.id))).toBeDeniedWith('DISCLOSURE_REQUIRED');
    const { findings } = must(await read(walk.requesting, await opened(walk.requesting)));
    expect(findings.map(({ rule, because }) => [rule, because?.reveal() ?? null])).toContainEqual([RULE, BECAUSE]);
  });

  it('can be read when the request is over', async () => {
    const other = await walk.submitted();
    must(await desk.get(WithdrawRequest).execute(walk.requesting, on(other), { reason: Sealed.of('Solved otherwise.') }));
    expect(must(await read(walk.requesting, undefined, other.id)).checkedVersion).toBe(1);
  });

  it('says nothing of a warning that was overridden in an earlier version and is cured', async () => {
    const draft = await drafted('slide_or_bolt');
    must(await desk.get(CheckTraceability).execute(walk.requesting, draft.id, [{ rule: RULE, because: Sealed.of(BECAUSE) }]));
    const question = Sealed.of({ firearm: firearmRead('frame_or_receiver') });
    const cured = must(await desk.get(AmendDraft).execute(walk.requesting, on(draft), { question }));
    must(await desk.get(CheckTraceability).execute(walk.requesting, draft.id));
    must(await desk.get(SubmitRequest).execute(walk.requesting, on(cured)));
    const disclosure = await opened(walk.requesting, draft.id);
    const { findings, checkedVersion } = must(await read(walk.requesting, disclosure, draft.id));
    expect(checkedVersion).toBe(cured.version);
    expect(findings.filter(({ answered, because }) => answered === 'override' || because !== null)).toEqual([]);
  });

  it('is not there for a draft, and goes with one that is discarded', async () => {
    const draft = await walk.checked();
    expect(await read(walk.requesting, undefined, draft.id)).toBeDeniedWith('TRACEABILITY_CHECK_NOT_FOUND');
    must(await desk.get(DiscardDraft).execute(walk.requesting, on(draft)));
    const left = await desk.database.superuser('select 1 from desk.record_keys where record_id = $1', [draft.id]);
    expect(left).toEqual([]);
  });
});

type Place = 'slide_or_bolt' | 'frame_or_receiver';

function firearmRead(serialNumberPlace: Place) {
  return {
    type: { value: 'self_loading_pistol' },
    calibre: { value: '9x19' },
    serialNumber: { value: 'A104552' },
    serialNumberPlace,
    make: 'VAW',
  } as const;
}

async function drafted(place: Place): Promise<RequestSummary> {
  const complete = await walk.drafted();
  const question = Sealed.of({ firearm: firearmRead(place) });
  return must(await desk.get(AmendDraft).execute(walk.requesting, on(complete), { question }));
}

async function opened(actor: Officer, id: string = request.id): Promise<string> {
  const subject = { kind: 'tracing_request', id } as const;
  return must(await desk.get(Disclosures).open(actor, { subject, purpose: 'assigned_task' })).id;
}
