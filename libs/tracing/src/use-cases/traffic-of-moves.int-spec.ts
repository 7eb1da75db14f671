import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Sealed, stateCode, type Officer, type Result } from '@tracedesk/kernel';
import { must, on, onceKey, openTestDesk, trafficOf, TracingWalk, type TestDesk } from '@tracedesk/testing/desk';
import type { Attempt } from '../attempt.js';
import type { Action, Commands } from '../commands.js';
import type { RequestSummary } from '../request-summary.js';
import { commandFor } from '../request.examples.js';
import { AcknowledgeRequest } from './acknowledge-request.service.js';
import { AmendDraft } from './amend-draft.service.js';
import { ClarifyResponse } from './clarify-response.service.js';
import { CloseRequest } from './close-request.service.js';
import { DelayResponse } from './delay-response.service.js';
import { DiscardDraft } from './discard-draft.service.js';
import { DraftRequest } from './draft-request.service.js';
import { RedirectRequest } from './redirect-request.service.js';
import { ReopenRequest } from './reopen-request.service.js';
import { RequestAdditionalInformation } from './request-additional-information.service.js';
import { RespondToRequest } from './respond-to-request.service.js';
import { SeekClarification } from './seek-clarification.service.js';
import { SubmitRequest } from './submit-request.service.js';
import { SupplementResponse } from './supplement-response.service.js';
import { SupplyInformation } from './supply-information.service.js';
import { WithdrawRequest } from './withdraw-request.service.js';

/**
 * Round trips and statements of each act, begin and commit among them. A number grows only with a line here that says why.
 * Every move: its transaction, its key, the request, its question and what third States keep back of the weapon (two statements, ADR 0032), what
 * surrounds it, the row, and all that it leaves behind at once.
 * Where there was more than one response, what the earlier ones were: whether they bear an outcome (one; here closing and reopening).
 * A submission asks what the State asked meanwhile about what may be the same weapon (two), and who else drafts about it and is to be told.
 */
const TRAFFIC = {
  draft: [11, 13],
  amend: [10, 12],
  discard: [15, 22],
  submit: [18, 28],
  acknowledge: [8, 17],
  request_information: [9, 18],
  supply_information: [8, 17],
  delay: [9, 18],
  respond: [12, 21],
  seek_clarification: [8, 17],
  clarify: [9, 18],
  supplement: [13, 20],
  close: [8, 18],
  reopen: [8, 18],
  redirect: [8, 17],
  withdraw: [8, 17],
} as const satisfies Readonly<Record<Action | 'draft' | 'amend', readonly [trips: number, statements: number]>>;

let desk: TestDesk;
let walk: TracingWalk;
beforeAll(async () => {
  desk = await openTestDesk();
  walk = new TracingWalk(desk);
  // What a process reads once is read.
  await walk.responded();
});
afterAll(() => desk.close());

it('costs as many round trips and statements as the table says, whichever act it is', async () => {
  const counted: Record<string, readonly [number, number]> = {};
  const count = async <T>(name: string, act: () => Promise<Result<T>>): Promise<T> => {
    const results: Result<T>[] = [];
    const { trips, statements } = await trafficOf(async () => results.push(await act()));
    counted[name] = [trips, statements];
    return must(results[0]!);
  };
  const move = <A extends Action>(action: A, by: Officer, request: RequestSummary, words: Commands[A], service: Mover<A>) =>
    count(action, () => desk.get(service).execute(by, on(request), words));
  const words = <A extends Action>(action: A): Commands[A] => commandFor(action) as unknown as Commands[A];
  const { requesting, requested } = walk;

  const draft = await count('draft', () =>
    desk.get(DraftRequest).execute(requesting, onceKey(), { requestedState: stateCode('QM'), question: Sealed.of({}) }),
  );
  const amended = await count('amend', () =>
    desk.get(AmendDraft).execute(requesting, { requestId: draft.id, version: draft.version }, { requestingReference: 'OWN-2' }),
  );
  await count('discard', () => desk.get(DiscardDraft).execute(requesting, on(amended)));
  const checked = await walk.checked();
  const submitted = await count('submit', () => desk.get(SubmitRequest).execute(requesting, on(checked)));
  const acknowledged = await move(
    'acknowledge',
    requested,
    submitted,
    { reference: 'QM-1', expectedOn: '2099-01-01' },
    AcknowledgeRequest,
  );
  const asked = await move(
    'request_information',
    requested,
    acknowledged,
    words('request_information'),
    RequestAdditionalInformation,
  );
  const supplied = await move('supply_information', requesting, asked, words('supply_information'), SupplyInformation);
  const delayed = await move('delay', requested, supplied, { ...words('delay'), until: '2099-01-01' }, DelayResponse);
  const responded = await move('respond', requested, delayed, words('respond'), RespondToRequest);
  const unclear = await move('seek_clarification', requesting, responded, words('seek_clarification'), SeekClarification);
  const clarified = await move('clarify', requested, unclear, { answer: Sealed.of('In 2009.') }, ClarifyResponse);
  const supplement = {
    content: Sealed.of({ items: words('respond').response.content.reveal().items }),
    because: Sealed.of('Found.'),
  };
  const added = await move('supplement', requested, clarified, supplement, SupplementResponse);
  const closed = await move(
    'close',
    requesting,
    added,
    { outcome: 'NOT_TRACED', obstacle: 'other', followUp: { kind: 'waived', because: Sealed.of('None.') } },
    CloseRequest,
  );
  await move('reopen', requesting, closed, { ground: 'new_information', because: Sealed.of('A mark.') }, ReopenRequest);
  await move('redirect', requested, await walk.submitted(), { believedState: 'unknown' }, RedirectRequest);
  await move('withdraw', requesting, await walk.submitted(), { reason: Sealed.of('Solved.') }, WithdrawRequest);
  expect(counted).toEqual(TRAFFIC);
});

type Mover<A extends Action> = abstract new (...given: never[]) => {
  execute(by: Officer, attempt: Attempt, words: Commands[A]): Promise<Result<RequestSummary>>;
};
