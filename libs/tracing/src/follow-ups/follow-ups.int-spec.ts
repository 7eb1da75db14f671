import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ActOnConsent,
  AskForConsent,
  Disclosures,
  ReadConsents,
  type ConsentSummary,
  type Purpose,
} from '@tracedesk/confidentiality';
import { Sealed, stateCode, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { ProtectedParts } from '@tracedesk/platform';
import { must, on, onceKey, openTestDesk, TracingWalk, type TestDesk } from '@tracedesk/testing/desk';
import { requestSubject } from '../move-traces.js';
import type { Question } from '../question.js';
import type { ResponseItem } from '../response-item.js';
import type { ResponseContent } from '../response.js';
import type { RequestSummary } from '../request-summary.js';
import { AmendDraft } from '../use-cases/amend-draft.service.js';
import { CheckTraceability } from '../use-cases/check-traceability.service.js';
import { ReadRequest } from '../use-cases/read-request.service.js';
import type { Attempt } from '../attempt.js';
import { ReadTimeline } from '../use-cases/read-timeline.service.js';
import { SupplementResponse } from '../use-cases/supplement-response.service.js';
import { ReadQuestion } from '../use-cases/read-question.service.js';
import { RedirectRequest } from '../use-cases/redirect-request.service.js';
import { RedraftRequest } from '../use-cases/redraft-request.service.js';
import { RespondToRequest } from '../use-cases/respond-to-request.service.js';
import { SubmitRequest } from '../use-cases/submit-request.service.js';
import { DraftFollowUp, type FollowUpDrafted } from './draft-follow-up.service.js';
import { PreviewFollowUp, type FollowUpPreview } from './preview-follow-up.service.js';
import { ReadFollowUp } from './read-follow-up.service.js';
import { RenewFollowUp } from './renew-follow-up.service.js';

const CONSIGNEE = 'Nordhavn Trading Company';
const EXPORTED: ResponseItem = {
  kind: 'export',
  finding: 'TRANSFERRED_TO_STATE',
  on: '2009',
  fromState: stateCode('QM'),
  state: stateCode('QN'),
  details: `Exported to ${CONSIGNEE}.`,
  restrictions: [],
  parties: [{ role: 'consignee', name: CONSIGNEE, isPerson: false, restrictions: ['15c'] }],
};
const WORDS = { purpose: Sealed.of('To ask where the arm went.'), reasons: Sealed.of('The trace leads there.') };

let desk: TestDesk;
let officer: Officer;
beforeAll(async () => {
  desk = await openTestDesk();
  officer = desk.officer('QR');
});
afterAll(() => desk.close());

describe('a follow-up', () => {
  it('is not drafted by the State that answered, nor by a third State, nor without a disclosure', async () => {
    const parent = await answered();
    for (const state of ['QM', 'QN']) expect(await follow(parent, desk.officer(state))).toBeDeniedWith('REQUEST_NOT_FOUND');
    const undisclosed = desk.get(DraftFollowUp).execute(officer, onceKey(), undefined, command(parent));
    expect(await undisclosed).toBeDeniedWith('DISCLOSURE_REQUIRED');
  });

  it('is not built where nothing was answered', async () => {
    expect(await follow((await new TracingWalk(desk).acknowledged()).id)).toBeDeniedWith('FOLLOW_UP_WITHOUT_ANSWER');
  });

  it('carries what may travel, withholds the rest by name and rule, and asks its giver for consent', async () => {
    const { request, facts, consents } = must(await follow(await answered()));
    expect(await questionOf(request.id)).toMatchObject({ earlier: [{ giver: 'QM', kind: 'export', on: '2009', state: 'QN' }] });
    expect(JSON.stringify(await questionOf(request.id))).not.toContain(CONSIGNEE);
    expect(facts.map(({ name, rule, paragraph, carried }) => [name, rule, paragraph, carried])).toEqual([
      ['1.1', 'unrestricted', '15', true],
      ['1.1.1', 'needs_consent', '15(c)', false],
    ]);
    expect(consents).toMatchObject([{ status: 'asked', givingState: 'QM', asked: ['1.1.1'], recipient: { state: 'QS' } }]);
  });

  it('is shown before it is drafted: what travels, what is kept back, under which rule, and where the answer points', async () => {
    const parent = await answered();
    const preview = must(await weigh(parent));
    expect(preview).toMatchObject({ requestedState: 'QN', nextStates: ['QN'] });
    expect(
      preview.facts.map(({ name, rule, paragraph, carried, consentStatus }) => [name, rule, paragraph, carried, consentStatus]),
    ).toEqual([
      ['1.1', 'unrestricted', '15', true, null],
      ['1.1.1', 'needs_consent', '15(c)', false, null],
    ]);
    must(await follow(parent));
    const forSardovia = must(await weigh(parent, 'QS'));
    expect(forSardovia.facts.find(({ name }) => name === '1.1.1')).toMatchObject({ carried: false, consentStatus: 'asked' });
  });

  it('shows no fact, and no State it leads to, for a purpose that its giver does not permit; and for one that it does, all', async () => {
    const kept: ResponseItem = { ...EXPORTED, restrictions: ['15b'], purposes: ['diversion_analysis'] };
    const parent = await answered({ items: [kept] });
    const forStatistics = must(await weigh(parent, 'QS', officer, 'statistics'));
    expect(forStatistics.nextStates).toEqual([]);
    expect(forStatistics.facts.map(({ name, fact, withheldBy }) => [name, fact, withheldBy])).toEqual([
      ['1.1', null, 'outside_purposes'],
      ['1.1.1', null, 'outside_purposes'],
    ]);
    const forAnalysis = must(await weigh(parent, 'QS', officer, 'diversion_analysis'));
    expect(forAnalysis.facts[0]).toMatchObject({ withheldBy: null });
    expect(forAnalysis.facts[0]?.fact?.reveal()).toMatchObject({ kind: 'export', on: '2009' });
  });

  it('is entered, before it is shown, on every request of the case whose answers it shows, once a sitting', async () => {
    const parent = await answered();
    const north = must(await submit(must(await follow(parent, officer, 'QN')).request));
    const content = Sealed.of({ items: [{ ...EXPORTED, state: stateCode('QS'), parties: [] }] });
    must(await desk.get(RespondToRequest).execute(desk.officer('QN'), on(north), { response: { kind: 'full', content } }));
    const before = (await readingsOf(parent)).length;
    const disclosure = await opened(north.id, officer, 'statistics');
    for (let time = 0; time < 2; time += 1)
      expect(must(await desk.get(PreviewFollowUp).execute(officer, north.id, disclosure, stateCode('QS'))).facts).toHaveLength(3);
    expect((await readingsOf(parent)).slice(before)).toEqual([
      { purpose: 'statistics', rule: 'stated-need', covers: 'response.1', within: disclosure },
    ]);
  });

  it('is shown to nobody of another State, nor without a disclosure, nor for the own State', async () => {
    const parent = await answered();
    for (const state of ['QM', 'QN']) expect(await weigh(parent, 'QS', desk.officer(state))).toBeDeniedWith('REQUEST_NOT_FOUND');
    const preview = desk.get(PreviewFollowUp);
    expect(await preview.execute(officer, parent, undefined, stateCode('QS'))).toBeDeniedWith('DISCLOSURE_REQUIRED');
    expect(await weigh(parent, 'QR')).toBeDeniedWith('REQUESTED_STATE_IS_OWN', 'requestedState');
  });

  it('takes over no part of the own question that tells what only the State before might be told, and enters that', async () => {
    const north = await toldNorvane();
    const content = Sealed.of({ items: [{ ...EXPORTED, state: stateCode('QS'), details: 'Exported.', parties: [] }] });
    must(await desk.get(RespondToRequest).execute(desk.officer('QN'), on(north), { response: { kind: 'full', content } }));
    const { request, leftOut } = must(await follow(north.id));
    expect(leftOut).toEqual(['question.find.circumstances']);
    expect(JSON.stringify(await questionOf(request.id))).not.toContain(CONSIGNEE);
    expect(await actsOn(request)).toContain('tracing_request.texts_left_out');
  });

  it('is not made by way of a redirect either: what one State was told is weighed anew for the State believed right', async () => {
    const north = await toldNorvane();
    must(await desk.get(RedirectRequest).execute(desk.officer('QN'), on(north), { believedState: stateCode('QS') }));
    const redrafted = must(await desk.get(RedraftRequest).execute(officer, north.id, onceKey()));
    const question = await questionOf(redrafted.id);
    expect(JSON.stringify(question)).not.toContain(CONSIGNEE);
    expect(question).toMatchObject({ earlier: [{ giver: 'QM', kind: 'export', state: 'QN' }], find: { manner: 'seized' } });
    expect(question.find).not.toHaveProperty('circumstances');
    expect(await actsOn(redrafted)).toContain('tracing_request.texts_left_out');
    expect(await amend(redrafted, `It went to ${CONSIGNEE}.`)).toBeDeniedWith('RESTRICTED_WORDS');
  });

  it('keeps back a point of diversion that may not travel until its giver consents to it by name', async () => {
    const lost: ResponseItem = { ...EXPORTED, kind: 'export', finding: 'TRACED_TO_POINT_OF_DIVERSION', parties: [] };
    const end = { basis: 'authority', state: stateCode('QN'), circumstances: 'Lost.', restrictions: ['15c'] } as const;
    const { request, facts, consents } = must(await follow(await answered({ items: [lost], pointOfDiversion: end })));
    expect(facts).toContainEqual(expect.objectContaining({ name: '1.d', rule: 'needs_consent', carried: false }));
    expect(await questionOf(request.id)).not.toMatchObject({ earlier: [{}, {}] });
    expect(consents).toMatchObject([{ asked: ['1.d'] }]);
    const conditions = Sealed.of('For this State only.');
    must(await answer(consents[0]!, { act: 'grant', names: ['1.d'], endsOn: '2099-12-31', conditions }));
    must(await submit(must(await renew(request))));
    const { earlier } = await questionOf(request.id);
    expect(earlier).toContainEqual({
      giver: 'QM',
      kind: 'point_of_diversion',
      state: 'QN',
      conditions: [{ restrictions: ['15c'] }, { restrictions: [] }],
      consent: { endsOn: '2099-12-31', words: 'For this State only.' },
    });
    const next = desk.officer('QS');
    const read = must(await desk.get(ReadQuestion).execute(next, request.id, await opened(request.id, next)));
    expect(read.question.reveal().earlier).toEqual(earlier);
    expect(JSON.stringify(earlier)).not.toContain('Lost.');
  });

  it('is stopped where somebody types what was withheld; the denial names field and item, never the value', async () => {
    const { request } = must(await follow(await answered()));
    const typed = await amend(request, `Sold, we hear, to NORDHAVN  trading-company in 2009.`);
    expect(typed).toBeDeniedWith('RESTRICTED_WORDS', 'question.find.circumstances.value');
    expect(JSON.stringify(typed).toLowerCase()).not.toContain('nordhavn');
    expect(await amend(request, 'Found in a van at the port.')).toBeDone();
  });

  it('tells no value of a firearm that only could have been meant (15(a)), before its giver lets all of them go there', async () => {
    const parent = await answeredWithCandidates();
    const { request } = must(await follow(parent));
    for (const typed of ['It may be B-220417.', 'A RANGER 26, we think.', 'It has a crown on  the slide.']) {
      const denied = await amend(request, typed);
      expect(denied).toBeDeniedWith('RESTRICTED_WORDS', 'question.find.circumstances.value');
      expect(denied).toMatchObject({ denial: { details: { item: '1.c' }, paragraph: '15(a)' } });
      expect(JSON.stringify(denied)).not.toContain('220417');
    }
    expect((await actsOn(request)).filter((act) => act === 'action.denied')).toHaveLength(3);
    const consent = must(await askFor(parent, ['1.c'], 'QS'));
    must(await answer(consent, { act: 'grant', names: ['1.c'], endsOn: '2099-12-31' }));
    const told = must(await amend(request, 'It may be B-220417.'));
    must(await answer(consent, { act: 'withdraw', reason: WORDS.reasons }));
    expect(await submit(told)).toBeDeniedWith('RESTRICTED_WORDS', 'question.find.circumstances.value');
  });

  it('may tell of the firearms that could be meant what was known before, and everything to the State that told of them', async () => {
    const parent = await answeredWithCandidates();
    const { request } = must(await follow(parent));
    expect(await amend(request, 'Its number reads A104552.')).toBeDone();
    const { request: back } = must(await follow(parent, officer, 'QM'));
    expect(await amend(back, 'It may be B-220417.')).toBeDone();
  });

  it('takes over no part of a question that says which firearm could be meant, and enters that', async () => {
    const parent = await answeredWithCandidates();
    const { request } = must(await follow(parent, officer, 'QM'));
    const again = must(await submit(must(await amend(request, 'We hold the Ranger 26.'))));
    const response = { kind: 'no_record', finding: 'NO_RECORD_FOUND', content: Sealed.of({ items: [] }) } as const;
    must(await desk.get(RespondToRequest).execute(desk.officer('QM'), on(again), { response }));
    const next = must(await follow(again.id));
    expect(next.leftOut).toEqual(['question.find.circumstances']);
    expect(JSON.stringify(await questionOf(next.request.id))).not.toContain('Ranger');
    expect(await actsOn(next.request)).toContain('tracing_request.texts_left_out');
  });

  it('binds the next State by what its giver attached: it is not shown there for statistics nor for courts, and says what binds it', async () => {
    const conditions = { restrictions: ['15b'], purposes: ['investigation'], evidentialUse: 'not_permitted' } as const;
    const { request } = must(await follow(await answered({ items: [{ ...EXPORTED, ...conditions, parties: [] }] })));
    must(await submit(request));
    const next = desk.officer('QS');
    const readFor = async (purpose: Purpose) =>
      must(await desk.get(ReadQuestion).execute(next, request.id, await opened(request.id, next, purpose)));
    for (const [purpose, rule] of [
      ['statistics', 'outside_purposes'],
      ['legal_proceedings', 'not_as_evidence'],
    ] as const) {
      const { question, withheldFacts } = await readFor(purpose);
      expect(question.reveal().earlier).toEqual([]);
      expect(withheldFacts).toEqual([{ giver: 'QM', kind: 'export', conditions: [conditions], rule }]);
    }
    const { question, withheldFacts } = await readFor('investigation');
    expect(question.reveal().earlier).toMatchObject([{ giver: 'QM', on: '2009', conditions: [conditions] }]);
    expect(withheldFacts).toEqual([]);
  });

  it('carries nothing that is kept to a purpose which does not take tracing in, and asks its giver', async () => {
    const kept: ResponseItem = { ...EXPORTED, restrictions: ['15b'], purposes: ['statistics'], parties: [] };
    const { request, facts, consents } = must(await follow(await answered({ items: [kept] })));
    expect(facts).toMatchObject([{ name: '1.1', rule: 'outside_purposes', paragraph: '15(b)', carried: false }]);
    expect((await questionOf(request.id)).earlier).toEqual([]);
    expect(consents).toMatchObject([{ asked: ['1.1'] }]);
  });

  it.each([
    ['restricts what travelled freely', [], ['15c'] as const],
    ['changes it', ['15c'] as const, ['15c'] as const],
  ])('goes out no more as it was drafted once its giver %s, until it is renewed', async (_, before, after) => {
    const party = { role: 'consignee', name: CONSIGNEE, isPerson: false, restrictions: [] } as const;
    const source = await answered({ items: [{ ...EXPORTED, parties: [{ ...party, restrictions: before }] }] });
    const { request, consents } = must(await follow(source));
    if (consents[0]) must(await answer(consents[0], { act: 'grant', names: ['1.1.1'], endsOn: '2099-12-31' }));
    const drafted = consents[0] ? must(await renew(request)) : request;
    expect(JSON.stringify(await questionOf(request.id))).toContain(CONSIGNEE);
    const corrected = { ...EXPORTED, parties: [{ ...party, restrictions: after }], replaces: '1.1' };
    must(
      await desk.get(SupplementResponse).execute(desk.officer('QM'), await asItIs(source), {
        content: Sealed.of({ items: [corrected] }),
        because: Sealed.of('An error.'),
      }),
    );
    expect(must(await desk.get(ReadFollowUp).execute(officer, request.id))).toContainEqual(
      expect.objectContaining({ name: '1.1', carried: true, standing: 'must_leave' }),
    );
    const denied = await submit(drafted);
    expect(denied).toBeDeniedWith('EARLIER_FACT_REPLACED', 'question');
    expect(await submit(must(await renew(drafted)))).toBeDone();
    expect(JSON.stringify(await questionOf(request.id))).not.toContain(CONSIGNEE);
  });

  it('takes nobody along whom the giver restricted by themselves, by leave for the item that names them', async () => {
    const { request, consents } = must(await follow(await answered({ items: [{ ...EXPORTED, restrictions: ['15c'] }] })));
    expect(consents[0]?.asked).toEqual(['1.1', '1.1.1']);
    must(await answer(consents[0]!, { act: 'grant', names: ['1.1'], endsOn: '2099-12-31' }));
    expect(await submit(must(await renew(request)))).toBeDone();
    const told = JSON.stringify(await questionOf(request.id));
    expect(told).toContain('2009');
    expect(told).not.toContain(CONSIGNEE);
  });

  it('goes out without the field when consent is refused', async () => {
    const { request, consents } = must(await follow(await answered()));
    must(await answer(consents[0]!, { act: 'refuse', reason: WORDS.reasons }));
    expect(await submit(request)).toBeDone();
    expect(JSON.stringify(await questionOf(request.id))).not.toContain(CONSIGNEE);
  });

  it('carries the field once consent is granted, and not to the other State after it was withdrawn', async () => {
    const { request, consents } = must(await follow(await answered()));
    const granted = must(await answer(consents[0]!, { act: 'grant', names: ['1.1.1'], endsOn: '2099-12-31' }));
    const renewed = must(await renew(request));
    expect(JSON.stringify(await questionOf(request.id))).toContain(CONSIGNEE);
    must(await answer(granted, { act: 'withdraw', reason: WORDS.reasons }));
    const facts = must(await desk.get(ReadFollowUp).execute(officer, request.id));
    const taken = { name: '1.1.1', carried: true, consentStatus: 'withdrawn', standing: 'must_leave', fact: null };
    expect(facts).toContainEqual(expect.objectContaining(taken));
    expect(await submit(renewed)).toBeDeniedWith('EARLIER_FACT_WITHHELD');
    expect(await submit(must(await renew(renewed)))).toBeDone();
  });
});

async function asItIs(id: RequestId): Promise<Attempt> {
  return on(must(await desk.get(ReadRequest).execute(desk.officer('QM'), id)));
}

async function answered(content: ResponseContent = { items: [EXPORTED] }): Promise<RequestId> {
  const request = await new TracingWalk(desk).acknowledged();
  const response = { kind: 'full', content: Sealed.of(content) } as const;
  return must(await desk.get(RespondToRequest).execute(desk.officer('QM'), on(request), { response })).id;
}

/** Of the serial number asked for, which the State knew itself, and of others. */
async function answeredWithCandidates(): Promise<RequestId> {
  const request = await new TracingWalk(desk).acknowledged();
  const candidates = [
    { serial: 'A104552', marks: 'A star on the frame.' },
    { serial: 'B220417', model: 'Ranger 26', marks: 'A crown on the slide.' },
  ];
  const content = Sealed.of({ items: [], candidates });
  const response = { kind: 'no_record', finding: 'DUPLICATE_SERIALS', content } as const;
  return must(await desk.get(RespondToRequest).execute(desk.officer('QM'), on(request), { response })).id;
}

function askFor(requestId: RequestId, names: readonly string[], to: string): Promise<Result<ConsentSummary>> {
  const recipient = { kind: 'state', state: stateCode(to) } as const;
  const once = onceKey();
  return desk.get(AskForConsent).execute(officer, once, { requestId, use: 'onward_release', recipient, names, words: WORDS });
}

/** A request to Norvane that tells it the consignee, typed and carried, because Valmora consents: to Norvane alone. */
async function toldNorvane(): Promise<RequestSummary> {
  const { request, consents } = must(await follow(await answered(), officer, 'QN'));
  must(await answer(consents[0]!, { act: 'grant', names: ['1.1.1'], endsOn: '2099-12-31' }));
  const typed = must(await amend(request, `The seller named ${CONSIGNEE}.`));
  return must(await submit(must(await renew(typed))));
}

function command(requestId: RequestId, to = 'QS') {
  return { requestId, requestedState: stateCode(to), askConsent: WORDS };
}

async function opened(requestId: RequestId, actor: Officer, purpose: Purpose = 'other'): Promise<string | undefined> {
  const asked = { purpose, justification: Sealed.of('For the next request.') } as const;
  const disclosure = await desk.get(Disclosures).open(actor, { subject: requestSubject(requestId), ...asked });
  return disclosure.ok ? disclosure.value.id : undefined;
}

async function follow(requestId: RequestId, actor = officer, to = 'QS'): Promise<Result<FollowUpDrafted>> {
  return desk.get(DraftFollowUp).execute(actor, onceKey(), await opened(requestId, actor), command(requestId, to));
}

async function weigh(requestId: RequestId, to?: string, actor = officer, purpose?: Purpose): Promise<Result<FollowUpPreview>> {
  const state = to === undefined ? null : stateCode(to);
  return desk.get(PreviewFollowUp).execute(actor, requestId, await opened(requestId, actor, purpose), state);
}

/** What was entered on a request of readings of its content, in the order it was entered. */
async function readingsOf(id: RequestId): Promise<readonly object[]> {
  const rows = await desk.database.superuser<{ facts: Readonly<Record<string, string>> }>(
    `select envelope -> 'facts' as facts
       from (select entry_id, convert_from(content, 'UTF8')::jsonb as envelope from audit_parts where name = 'envelope') as entries
      where envelope ->> 'action' = 'disclosure.opened' and envelope -> 'object' ->> 'id' = $1
      order by entry_id`,
    [id],
  );
  return rows.map(({ facts: { purpose, rule, covers, within } }) => ({ purpose, rule, covers, within }));
}

async function actsOn({ id }: RequestSummary): Promise<readonly string[]> {
  return must(await desk.get(ReadTimeline).execute(officer, id)).map(({ action }) => action);
}

async function answer(consent: ConsentSummary, act: Parameters<ActOnConsent['execute']>[2]): Promise<Result<ConsentSummary>> {
  const { version } = must(await desk.get(ReadConsents).one(desk.officer('QM'), consent.id));
  return desk.get(ActOnConsent).execute(desk.officer('QM'), { consentId: consent.id, version, once: onceKey() }, act);
}

function renew({ id, version }: RequestSummary) {
  return desk.get(RenewFollowUp).execute(officer, { requestId: id, version });
}

function amend({ id, version }: RequestSummary, circumstances: string) {
  const find = { stateOfFind: officer.state, manner: 'seized', circumstances: { value: circumstances } } as const;
  return desk.get(AmendDraft).execute(officer, { requestId: id, version }, { question: Sealed.of({ find }) });
}

async function submit(request: RequestSummary) {
  must(await desk.get(CheckTraceability).execute(officer, request.id));
  return desk.get(SubmitRequest).execute(officer, on(request));
}

async function questionOf(id: RequestId): Promise<Question> {
  const parts = await desk.database.work.read(officer, (tx) => desk.get(ProtectedParts).open(tx, requestSubject(id)));
  return parts['question']?.reveal() as Question;
}
