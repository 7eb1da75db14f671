import { describe, expect, it } from '@jest/globals';
import { Sealed, type Denial, type Result } from '@tracedesk/kernel';
import {
  COMPLETE_QUESTION,
  FACTS,
  REQUESTED,
  REQUESTING,
  THIRD,
  aDraft,
  commandFor,
  officerOf,
  requestIn,
} from './request.examples.js';
import { textsOf, type Action, type Command, type CommandOf, type Commands } from './commands.js';
import type { TracingDenial } from './errors.js';
import { textsOfMove, type KeptBackInformation } from './kept-back.js';
import { ACTIONS, LIFECYCLE } from './lifecycle.js';
import { noticesOf, responseIn } from './move-traces.js';
import { ownRestrictionsOn, type AskedElement, type Question } from './question.js';
import type { Facts } from './requirement.js';
import { REQUIREMENTS } from './requirements.js';
import { FINDINGS, type Finding, type ResponseItem } from './response-item.js';
import { LIMITATION_GROUNDS, RESPONSE_KINDS, type Response, type ResponseContent, type ResponseKind } from './response.js';
import { transition, unmetRequirements, type Moved } from './transition.js';
import type { RequestStatus, TracingRequest } from './tracing-request.js';

const now = new Date('2026-03-02T10:00:00Z');
const blank = Sealed.of('  ');

const byRequesting = (request: TracingRequest, command: Command, facts: Partial<Facts> = {}) =>
  transition(request, command, { actor: officerOf(REQUESTING), now, facts: { ...FACTS, ...facts } });
const byRequested = (request: TracingRequest, command: Command, facts: Partial<Facts> = {}) =>
  transition(request, command, { actor: officerOf(REQUESTED), now, facts: { ...FACTS, ...facts } });
const submitting = (changed: Partial<Question>, request: Partial<TracingRequest> = {}, facts: Partial<Facts> = {}) =>
  byRequesting(aDraft(request, { ...COMPLETE_QUESTION, ...changed }), commandFor('submit'), facts);
const responding = (response: Partial<Omit<Response, 'content'>>, content: Partial<ResponseContent> = {}) =>
  byRequested(
    requestIn('acknowledged'),
    commandFor('respond', { response: { kind: 'full', content: Sealed.of({ items: [], ...content }), ...response } }),
  );

const RESPONSE_NEEDS_GROUND: readonly ResponseKind[] = ['restricted', 'refused'];

/** The request after one round of question and answer about the element. */
function askedAbout(request: TracingRequest, element: AskedElement): TracingRequest {
  const asked = moved(byRequested(request, commandFor('request_information', { element }))).next;
  return moved(byRequesting(asked, commandFor('supply_information'))).next;
}

function codeOf(result: Result<Moved>): TracingDenial | 'moved' {
  return result.ok ? 'moved' : (result.denial.code as TracingDenial);
}
function denialOf(result: Result<Moved>): Denial {
  if (result.ok) throw new Error('The move was expected to be denied.');
  return result.denial;
}
function moved(result: Result<Moved>): Moved {
  if (!result.ok) throw new Error(`The move was denied with ${result.denial.code}.`);
  return result.value;
}

describe('submitting a request', () => {
  it.each<[TracingDenial, string | undefined, Partial<Question>, Partial<TracingRequest>, Partial<Facts>]>([
    ['REQUESTED_STATE_REQUIRED', undefined, {}, { requestedState: null }, {}],
    ['REQUESTED_STATE_IS_OWN', undefined, {}, { requestedState: REQUESTING }, {}],
    ['REQUESTED_STATE_UNKNOWN', undefined, {}, {}, { requestedStateExists: false }],
    ['STATE_OF_FIND_REQUIRED', '16', { find: {} }, {}, {}],
    ['FOUND_ELSEWHERE', '16', { find: { ...COMPLETE_QUESTION.find, stateOfFind: THIRD } }, {}, {}],
    [
      'REASON_REQUIRED',
      '16',
      { find: { ...COMPLETE_QUESTION.find, otherPossibleState: { state: THIRD, because: ' ' } } },
      {},
      {},
    ],
    ['GROUND_OF_ILLICITNESS_REQUIRED', '6', { illicitness: { ...COMPLETE_QUESTION.illicitness, grounds: [] } }, {}, {}],
    ['LEGAL_JUSTIFICATION_REQUIRED', '17(a)', { illicitness: { grounds: ['6a'] } }, {}, {}],
    ['LEGAL_JUSTIFICATION_REQUIRED', '17(a)', { illicitness: { grounds: ['6a'], legalJustification: { value: ' ' } } }, {}, {}],
    ['RESOLUTION_REQUIRED', '6(b)', { illicitness: { grounds: ['6b'], legalJustification: { value: 'Embargo.' } } }, {}, {}],
    ['RESOLUTION_REQUIRED', '6(b)', { find: { ...COMPLETE_QUESTION.find, contexts: ['embargo'] } }, {}, {}],
    ['SOURCE_REQUIRED', '16', { find: { ...COMPLETE_QUESTION.find, contexts: ['peace_operation'] } }, {}, {}],
    [
      'HOST_CONSENT_REQUIRED',
      '16',
      { find: { ...COMPLETE_QUESTION.find, source: { kind: 'peace_operation', name: 'Mission' } } },
      {},
      {},
    ],
    ['SUBJECT_OUTSIDE_INSTRUMENT', '4', { subject: 'ammunition' }, {}, {}],
    ['UNDERTAKING_REQUIRED', '15', { undertaking: { guaranteed: false, because: ' \n ' } }, {}, {}],
    ['PURPOSES_NOT_APPLICABLE', '15(b)', { restrictions: { whole: ['15c'], purposes: ['investigation'] } }, {}, {}],
    ['URGENCY_REASON_REQUIRED', undefined, { urgentReason: 'other' }, { priority: 'urgent' }, {}],
    ['MANNER_OF_FIND_REQUIRED', '17(a)', { find: { stateOfFind: REQUESTING } }, {}, {}],
    ['CIRCUMSTANCES_REQUIRED', '17(a)', { find: { stateOfFind: REQUESTING, manner: 'found' } }, {}, {}],
    ['DESCRIPTION_REQUIRED', '17(b)', { firearm: { type: { value: 'rifle' }, calibre: { value: '7.62x39' } } }, {}, {}],
    ['INTENDED_USE_REQUIRED', '17(c)', { intendedUse: { value: { uses: [] } } }, {}, {}],
    ['UNDERTAKING_REQUIRED', '15', { undertaking: { guaranteed: false, because: '' } }, {}, {}],
    ['URGENCY_REASON_REQUIRED', undefined, {}, { priority: 'urgent' }, {}],
    ['CONTACT_POINT_MISSING', '25', {}, {}, { requestedStateHasActiveContactPoint: false }],
    ['TRACEABILITY_CHECK_NOT_READ', undefined, {}, {}, { traceabilityCheckRead: false }],
    ['ASKED_SINCE_CHECK', undefined, {}, {}, { askedSinceCheck: true }],
  ])('is denied with %s (ITI %s)', (code, paragraph, question, request, facts) => {
    const denial = denialOf(submitting(question, request, facts));
    expect([denial.code, denial.paragraph]).toEqual([code, paragraph]);
  });

  it('takes one justification for several grounds, where it is said of all of them', () => {
    const illicitness = { grounds: ['6a', '6e'], legalJustification: { value: 'Arms Act, sections 4 and 9.' } } as const;
    expect(codeOf(submitting({ illicitness }))).toBe('moved');
  });

  it('asks a justification for each of several grounds, and names the one that has none', () => {
    const justifications = { '6a': { value: 'Arms Act, section 4.' } };
    const lacking = submitting({ illicitness: { grounds: ['6a', '6e'], justifications } });
    expect(denialOf(lacking).field).toBe('question.illicitness.justifications.6e');
    const unknown = { unknownBecause: 'The court has not said yet.' };
    expect(
      codeOf(submitting({ illicitness: { grounds: ['6a', '6e'], justifications: { ...justifications, '6e': unknown } } })),
    ).toBe('moved');
  });

  it('lets parts and ammunition be asked about under another instrument than the ITI', () => {
    expect(codeOf(submitting({ subject: 'parts_or_components' }, { legalBasis: 'FIREARMS_PROTOCOL_12' }))).toBe('moved');
  });

  it('takes a mission as source of data with the recorded consent of the State of find, which asks', () => {
    const hostConsent = { on: '2026-02-10', by: 'Ministry of the Interior' };
    const source = { kind: 'peace_operation', name: 'Mission', hostConsent } as const;
    expect(codeOf(submitting({ find: { ...COMPLETE_QUESTION.find, contexts: ['peace_operation'], source } }))).toBe('moved');
  });

  it('is urgent by a code, or by words where no code says it', () => {
    expect(codeOf(submitting({ urgentReason: 'threat_to_life' }, { priority: 'urgent' }))).toBe('moved');
    expect(codeOf(submitting({ urgentReason: 'other', urgentBecause: 'The ship sails.' }, { priority: 'urgent' }))).toBe('moved');
  });

  it('binds the requested State to the restrictions of a section and of the whole', () => {
    const question: Question = { restrictions: { whole: ['15b'], find: ['15c', '15b'] } };
    expect(ownRestrictionsOn(question, 'find')).toEqual(['15b', '15c']);
    expect(ownRestrictionsOn(question, 'firearm')).toEqual(['15b']);
    expect(ownRestrictionsOn({}, 'firearm')).toEqual([]);
  });

  it('names the part of the description that is missing', () => {
    expect(denialOf(submitting({ firearm: { serialNumber: { value: 'A1' }, type: { value: 'rifle' } } })).field).toBe(
      'question.firearm.calibre',
    );
  });

  it('needs the contact point to release an officer’s request where the State says so', () => {
    const asOfficer = (officersSubmitThemselves: boolean) =>
      transition(aDraft(), commandFor('submit'), {
        actor: officerOf(REQUESTING, 'tracing_officer'),
        now,
        facts: { ...FACTS, officersSubmitThemselves },
      });
    expect(codeOf(asOfficer(false))).toBe('RELEASE_REQUIRED');
    expect(codeOf(asOfficer(true))).toBe('moved');
    expect(codeOf(submitting({}, {}, { officersSubmitThemselves: false }))).toBe('moved');
  });

  it('takes “unknown because …” as an answer to every element of ITI 17', () => {
    const unknown = { unknownBecause: 'obliterated' };
    const result = submitting({
      illicitness: { grounds: ['6c'], legalJustification: unknown },
      find: { stateOfFind: REQUESTING, manner: 'found', circumstances: unknown },
      firearm: { serialNumber: unknown, type: unknown, calibre: unknown },
      intendedUse: unknown,
    });
    expect(codeOf(result)).toBe('moved');
  });

  it('lists everything that is missing at once', () => {
    const request = aDraft({ requestedState: null }, {});
    const codes = unmetRequirements({ request, command: commandFor('submit'), actor: officerOf(REQUESTING), facts: FACTS }).map(
      (each) => each.code,
    );
    expect(codes).toEqual([
      'REQUESTED_STATE_REQUIRED',
      'STATE_OF_FIND_REQUIRED',
      'GROUND_OF_ILLICITNESS_REQUIRED',
      'LEGAL_JUSTIFICATION_REQUIRED',
      'MANNER_OF_FIND_REQUIRED',
      'CIRCUMSTANCES_REQUIRED',
      'DESCRIPTION_REQUIRED',
      'DESCRIPTION_REQUIRED',
      'DESCRIPTION_REQUIRED',
      'INTENDED_USE_REQUIRED',
      'UNDERTAKING_REQUIRED',
    ]);
  });

  it('names each part of the description that is missing, by its field', () => {
    const fieldsOf = (firearm: Question['firearm']): readonly (string | undefined)[] =>
      unmetRequirements({
        request: aDraft({}, { ...COMPLETE_QUESTION, ...(firearm && { firearm }) }),
        command: commandFor('submit'),
        actor: officerOf(REQUESTING),
        facts: FACTS,
      }).map(({ field }) => field);
    const [serialNumber, type, calibre] = [{ value: 'AB1' }, { value: 'rifle' }, { value: '7.62x39' }] as const;
    expect(fieldsOf({})).toEqual(['serialNumber', 'type', 'calibre'].map((part) => `question.firearm.${part}`));
    expect(fieldsOf({ serialNumber })).toEqual(['question.firearm.type', 'question.firearm.calibre']);
    expect(fieldsOf({ type, calibre })).toEqual(['question.firearm.serialNumber']);
    expect(fieldsOf({ serialNumber, type, calibre })).toEqual([]);
  });

  it('starts both clocks of the requested State', () => {
    expect(moved(submitting({})).event.clocks).toEqual({ acknowledgement: 'runs', response: 'runs' });
  });
});

describe('acknowledging a request', () => {
  it('needs the requested State’s own reference', () => {
    expect(codeOf(byRequested(requestIn('submitted'), commandFor('acknowledge', { reference: ' ' })))).toBe(
      'OWN_REFERENCE_REQUIRED',
    );
  });

  it('does not take an expected date that has passed', () => {
    expect(codeOf(byRequested(requestIn('submitted'), commandFor('acknowledge', { expectedOn: '2026-03-01' })))).toBe(
      'EXPECTED_DATE_PAST',
    );
    expect(codeOf(byRequested(requestIn('submitted'), commandFor('acknowledge', { expectedOn: FACTS.today })))).toBe('moved');
  });

  it.each<[Action, RequestStatus]>([
    ['redirect', 'misrouted'],
    ['request_information', 'information_requested'],
    ['delay', 'delayed'],
    ['respond', 'responded'],
  ])('is settled by %s in the same move, and its one event says so', (action, status) => {
    const { next, event } = moved(byRequested(requestIn('submitted'), commandFor(action)));
    expect([next.status, event.facts.settlesAcknowledgement]).toEqual([status, true]);
  });

  it('is not said to be settled again later', () => {
    expect(
      moved(byRequested(requestIn('acknowledged'), commandFor('respond'))).event.facts.settlesAcknowledgement,
    ).toBeUndefined();
  });
});

describe('responding to a request', () => {
  it.each(RESPONSE_KINDS)('asks for what a %s response needs and takes nothing that does not belong to it', (kind) => {
    const item = {
      kind: 'government_stock',
      finding: 'GOVERNMENT_STOCK',
      details: 'Held by the army until 1998.',
      restrictions: [],
    } as const;
    const full = {
      restricted: codeOf(
        responding({ kind, ground: '22_INVESTIGATION' }, { items: [item], reasons: 'A case is before the court.' }),
      ),
      bare: codeOf(responding({ kind })),
      withItems: codeOf(responding({ kind }, { items: [item] })),
      withFinding: codeOf(responding({ kind, finding: 'NO_RECORD_FOUND' })),
      refusing: codeOf(responding({ kind, ground: '22_INVESTIGATION' }, { reasons: 'A case is before the court.' })),
    };
    expect(full).toEqual(
      {
        full: {
          restricted: 'GROUND_NOT_APPLICABLE',
          bare: 'ITEMS_REQUIRED',
          withItems: 'moved',
          withFinding: 'ITEMS_REQUIRED',
          refusing: 'GROUND_NOT_APPLICABLE',
        },
        partial: {
          restricted: 'GROUND_NOT_APPLICABLE',
          bare: 'ITEMS_REQUIRED',
          withItems: 'moved',
          withFinding: 'ITEMS_REQUIRED',
          refusing: 'GROUND_NOT_APPLICABLE',
        },
        restricted: {
          restricted: 'moved',
          bare: 'GROUND_REQUIRED',
          withItems: 'GROUND_REQUIRED',
          withFinding: 'GROUND_REQUIRED',
          refusing: 'ITEMS_REQUIRED',
        },
        refused: {
          restricted: 'ITEMS_NOT_APPLICABLE',
          bare: 'GROUND_REQUIRED',
          withItems: 'GROUND_REQUIRED',
          withFinding: 'GROUND_REQUIRED',
          refusing: 'moved',
        },
        no_record: {
          restricted: 'GROUND_NOT_APPLICABLE',
          bare: 'FINDING_REQUIRED',
          withItems: 'ITEMS_NOT_APPLICABLE',
          withFinding: 'moved',
          refusing: 'GROUND_NOT_APPLICABLE',
        },
      }[kind],
    );
  });

  it.each(LIMITATION_GROUNDS)('refuses on the ground %s only with reasons', (ground) => {
    expect(codeOf(responding({ kind: 'refused', ground }))).toBe('REASONS_REQUIRED');
    expect(codeOf(responding({ kind: 'refused', ground }, { reasons: 'So the law says.' }))).toBe('moved');
  });

  it('does not take “no record” for an item, nor an item’s finding for “no record”', () => {
    const noRecord = { kind: 'free_text', finding: 'NO_RECORD_FOUND', details: '-', restrictions: [] } as const;
    expect(denialOf(responding({}, { items: [noRecord] })).field).toBe('items.0.finding');
    expect(codeOf(responding({ kind: 'no_record', finding: 'GOVERNMENT_STOCK' }))).toBe('FINDING_NOT_APPLICABLE');
  });

  it.each((Object.keys(FINDINGS) as Finding[]).filter((finding) => FINDINGS[finding].of === 'no_record'))(
    'with the finding %s tells beside it what somebody stated, marked as hearsay, unless no firearm could be told from others',
    (finding) => {
      const told = {
        kind: 'free_text',
        details: 'The maker says that it was made under licence abroad.',
        restrictions: [],
        confidence: 'possible',
        confidenceBasis: ['statement'],
      } as const;
      const candidates = ['A1', 'A2'].map((serial) => ({ serial, marks: 'Proof mark.' }));
      const content = finding === 'DUPLICATE_SERIALS' ? { candidates } : {};
      const takes = !['DUPLICATE_SERIALS', 'INSUFFICIENT_IDENTIFICATION'].includes(finding);
      const respond = (item: ResponseItem) => codeOf(responding({ kind: 'no_record', finding }, { ...content, items: [item] }));
      expect(respond(told)).toBe(takes ? 'moved' : 'ITEMS_NOT_APPLICABLE');
      const { confidence: _confidence, ...unsure } = told;
      expect(respond(unsure)).toBe(takes ? 'CONFIDENCE_REQUIRED' : 'ITEMS_NOT_APPLICABLE');
      expect(respond({ ...told, confidenceBasis: ['make_and_model'] })).toBe(takes ? 'HEARSAY_REQUIRED' : 'ITEMS_NOT_APPLICABLE');
    },
  );

  it('keeps kind, finding and ground in the open, and nothing of the content', () => {
    const { event, next } = moved(
      responding({ kind: 'refused', ground: '22_NATIONAL_SECURITY' }, { reasons: 'Military stock.' }),
    );
    expect(event.facts).toEqual({ kind: 'refused', finding: null, ground: '22_NATIONAL_SECURITY' });
    expect(next.latestResponse).toEqual(event.facts);
    expect(JSON.stringify([event, next])).not.toContain('Military');
  });

  it('reopens a request that was closed on silence, and only such a one', () => {
    const silent = { ...requestIn('closed'), closedOnSilence: true, closedAt: now, outcome: 'NOT_TRACED' } as const;
    expect(codeOf(byRequested(requestIn('closed'), commandFor('respond')))).toBe('NOT_CLOSED_ON_SILENCE');
    expect(moved(byRequested(silent, commandFor('respond'))).next).toMatchObject({
      status: 'responded',
      closedAt: null,
      outcome: null,
    });
  });
});

describe('delaying a response', () => {
  it.each<[TracingDenial, Parameters<typeof commandFor<'delay'>>[1]]>([
    ['GROUND_REQUIRED', { ground: null }],
    ['REASONS_REQUIRED', { reasons: blank }],
    ['DATE_NOT_LATER', { until: '2026-04-01' }],
  ])('is denied with %s', (code, changed) => {
    expect(codeOf(byRequested(requestIn('acknowledged'), commandFor('delay', changed)))).toBe(code);
  });

  it('does not name a day that is past, though the date that stands is past too', () => {
    const late = commandFor('delay', { until: '2026-02-28' });
    expect(codeOf(byRequested(requestIn('acknowledged'), late, { responseDueOn: '2026-02-20' }))).toBe('DELAY_DATE_PAST');
  });

  it('counts from the date that stands now, which a pause may have moved', () => {
    const delayed = { ...requestIn('delayed'), delayedUntil: '2026-05-01' };
    const asked = (until: string) =>
      codeOf(byRequested(delayed, commandFor('delay', { until }), { responseDueOn: '2026-05-11' }));
    expect([asked('2026-05-11'), asked('2026-05-12')]).toEqual(['DATE_NOT_LATER', 'moved']);
  });

  it('says in the open that the reasons are restricted, and neither how nor what they are', () => {
    const delay = commandFor('delay', { reasons: Sealed.of('A court sits.'), reasonsRestrictions: ['15a'] });
    const { event, command } = moved(byRequested(requestIn('acknowledged'), delay));
    expect(event.facts).toEqual({ ground: '22_CONFIDENTIALITY_LAW', until: '2026-05-01', reasonsRestricted: true });
    expect(textsOf(command)['reasons']?.reveal()).toEqual({ text: 'A court sits.', restrictions: ['15a'] });
  });

  it('needs a later date each time', () => {
    const delayed = { ...requestIn('delayed'), delayedUntil: '2026-05-01' };
    expect(codeOf(byRequested(delayed, commandFor('delay', { until: '2026-05-01' })))).toBe('DATE_NOT_LATER');
    expect(moved(byRequested(delayed, commandFor('delay', { until: '2026-05-02' }))).event.newDueOn).toBe('2026-05-02');
  });
});

describe('answering a State that cannot guarantee confidentiality', () => {
  const unguaranteed = { confidentialityGuaranteed: false };
  const answering = (kind: ResponseKind, content: Partial<ResponseContent> = {}) => {
    const { response } = commandFor('respond') as CommandOf<'respond'>;
    const { items } = response.content.reveal();
    const ground = RESPONSE_NEEDS_GROUND.includes(kind) ? { ground: '22_NO_GUARANTEE' as const } : {};
    const told = Sealed.of({ items, reasons: 'They cannot keep it.', ...content });
    return byRequested(
      requestIn('acknowledged'),
      { action: 'respond', response: { kind, ...ground, content: told } },
      unguaranteed,
    );
  };

  it.each(['full', 'partial'] as const)('is asked to confirm before a %s answer', (kind) => {
    expect(denialOf(answering(kind))).toMatchObject({ code: 'GUARANTEE_MISSING', field: 'withoutGuarantee', paragraph: '15' });
    expect(codeOf(answering(kind, { withoutGuarantee: true }))).toBe('moved');
  });

  it('is not asked where the answer is restricted or refused', () => {
    expect(codeOf(answering('restricted'))).toBe('moved');
    expect(codeOf(answering('refused', { items: [] }))).toBe('moved');
  });

  it('is asked of a supplement that makes a refusal a full answer', () => {
    const refused = {
      ...requestIn('responded'),
      latestResponse: { kind: 'refused', finding: null, ground: '22_NO_GUARANTEE' } as const,
    };
    expect(codeOf(byRequested(refused, commandFor('supplement', { kind: 'full' }), unguaranteed))).toBe('GUARANTEE_MISSING');
    expect(codeOf(byRequested(refused, commandFor('supplement', { kind: 'full' })))).toBe('moved');
    // What was full before, or stays limited, is told no more freely than it was.
    expect(codeOf(byRequested(requestIn('responded'), commandFor('supplement'), unguaranteed))).toBe('moved');
    const restricted = { ...refused, latestResponse: { ...refused.latestResponse, kind: 'restricted' } as const };
    expect(codeOf(byRequested(restricted, commandFor('supplement'), unguaranteed))).toBe('moved');
  });
});

describe('a text that tells the other State what a third one keeps back', () => {
  const SILENT: readonly Action[] = ['discard', 'redirect'];
  const start: Readonly<Partial<Record<Action, TracingRequest>>> = {
    submit: aDraft({ requestingReference: 'OWN-1' }),
    supply_information: requestIn('information_requested'),
    seek_clarification: requestIn('responded'),
    clarify: requestIn('clarification_requested'),
    supplement: requestIn('responded'),
    close: requestIn('responded'),
    reopen: requestIn('closed'),
  };
  const told = ACTIONS.flatMap((action) => {
    const request = start[action] ?? requestIn('submitted');
    return textsOfMove(request, commandFor(action))
      .filter(({ text }) => text.length > 3 && !/^[A-Z0-9_]+$|^\d{4}-|^[a-z_0-9]+$/.test(text))
      .map(({ field, text }) => [action, field, text, request] as const);
  });

  it('is looked for in every act that says something', () => {
    expect(ACTIONS.filter((action) => !SILENT.includes(action) && told.every(([one]) => one !== action))).toEqual([]);
  });

  it.each(told)('stops %s at %s', (action, field, text, request) => {
    const keptBack = { guarded: Sealed.of([{ name: '1.1.1', values: [text], rule: 'needs_consent' as const }]) };
    const by = LIFECYCLE[action].by === 'requesting' ? byRequesting : byRequested;
    const denial = denialOf(by(request, commandFor(action), { keptBack }));
    expect(denial).toMatchObject({ code: 'RESTRICTED_WORDS', paragraph: '15(c)', details: { item: '1.1.1' } });
    expect(JSON.stringify(denial)).not.toContain(text);
    expect(field).not.toBe('');
  });

  it('names no item that whoever acts may not read, unless the word stands in one that they may', () => {
    const [[action, , text, request]] = told as [(typeof told)[number]];
    const by = LIFECYCLE[action].by === 'requesting' ? byRequesting : byRequested;
    const unread = { name: '1.1', values: [text], rule: 'designated_only', isUnread: true } as const;
    const read = { name: '2.1', values: [text], rule: 'needs_consent' } as const;
    const itemIn = (guarded: readonly KeptBackInformation[]) =>
      denialOf(by(request, commandFor(action), { keptBack: { guarded: Sealed.of(guarded) } })).details;
    expect(itemIn([unread])).toEqual({ item: 'unread' });
    expect(itemIn([unread, read])).toEqual({ item: '2.1' });
  });
});

describe('asking for additional information', () => {
  it('pauses the response clock when it cites an element of ITI 17, and not beyond', () => {
    const asked = (element: '17b_calibre' | 'beyond_17') =>
      moved(byRequested(requestIn('acknowledged'), commandFor('request_information', { element }))).event.clocks.response;
    expect([asked('17b_calibre'), asked('beyond_17')]).toEqual(['paused', 'runs']);
  });

  it('runs no clock for a question beyond 17: silence on it is held against nobody', () => {
    const { event } = moved(byRequested(requestIn('acknowledged'), commandFor('request_information', { element: 'beyond_17' })));
    expect(event.clocks).toEqual({ acknowledgement: 'settled', response: 'runs', information: 'off' });
  });

  it('pauses nothing for an element that was declared not available, until it is supplied after all', () => {
    const ask = (request: TracingRequest, element: AskedElement) =>
      moved(byRequested(request, commandFor('request_information', { element })));
    const supply = (request: TracingRequest, answer: Commands['supply_information']['answer']) =>
      moved(byRequesting(request, commandFor('supply_information', { answer }))).next;
    const declared = supply(ask(requestIn('acknowledged'), '17b_calibre').next, 'not_available');
    expect(declared.notAvailable).toEqual(['17b_calibre']);
    const again = ask(declared, '17b_calibre');
    expect(again.event.clocks).toMatchObject({ response: 'runs', information: 'runs' });
    expect(ask(declared, '17b_type').event.clocks).toMatchObject({ response: 'paused' });
    const supplied = supply(again.next, Sealed.of('9x19.'));
    expect(supplied.notAvailable).toEqual([]);
    expect(ask(supplied, '17b_calibre').event.clocks).toMatchObject({ response: 'paused' });
  });

  it('declares nothing by an answer to a question beyond 17', () => {
    const asked = moved(byRequested(requestIn('acknowledged'), commandFor('request_information', { element: 'beyond_17' }))).next;
    expect(moved(byRequesting(asked, commandFor('supply_information', { answer: 'not_available' }))).next.notAvailable).toEqual(
      [],
    );
  });

  it('takes “not available” as an answer, but not a blank', () => {
    const asked = requestIn('information_requested');
    expect(codeOf(byRequesting(asked, commandFor('supply_information', { answer: blank })))).toBe('ANSWER_REQUIRED');
    expect(codeOf(byRequesting(asked, commandFor('supply_information', { answer: 'not_available' })))).toBe('moved');
  });

  it('counts the rounds of each element by itself', () => {
    const elements = ['17b_calibre', '17b_markings', '17b_calibre', 'beyond_17'] as const;
    const request = elements.reduce(askedAbout, requestIn('acknowledged'));
    expect(request.informationRounds).toEqual({ '17b_calibre': 2, '17b_markings': 1, beyond_17: 1 });
  });

  it('alerts both supervisors at the third round on the same element, and only then', () => {
    const alerts = (...elements: readonly AskedElement[]) => {
      const request = elements.slice(0, -1).reduce(askedAbout, requestIn('acknowledged'));
      const asking = commandFor('request_information', { element: elements.at(-1) as AskedElement });
      return noticesOf(moved(byRequested(request, asking))).filter(({ payload }) => payload.kind === 'third_information_round');
    };
    expect(alerts('17b_calibre', '17b_markings', '17b_calibre')).toEqual([]);
    expect(alerts('17b_calibre', '17b_calibre', '17b_calibre').map(({ state }) => state)).toEqual([REQUESTING, REQUESTED]);
    expect(alerts('beyond_17', 'beyond_17', 'beyond_17')).toEqual([]);
  });

  it('lets a date set by a delay stand', () => {
    const asked = { ...requestIn('information_requested'), delayedUntil: '2026-05-01' };
    expect(moved(byRequesting(asked, commandFor('supply_information'))).next.delayedUntil).toBe('2026-05-01');
  });
});

describe('a redirect', () => {
  it('says which State, or that it is unknown, and nothing else', () => {
    for (const believedState of [THIRD, 'unknown'] as const) {
      const { event, next, command } = moved(byRequested(requestIn('acknowledged'), commandFor('redirect', { believedState })));
      expect([next.status, next.believedState, event.facts]).toEqual(['misrouted', believedState, { believedState }]);
      expect(textsOf(command)).toEqual({});
    }
  });

  it('can be contested only where it stands', () => {
    const contest = commandFor('reopen', { ground: 'redirect_contested' });
    expect(codeOf(byRequesting(requestIn('closed'), contest))).toBe('REDIRECT_NOT_MADE');
    const { next, event } = moved(byRequesting(requestIn('misrouted'), contest));
    expect([next.status, next.believedState, event.restarts]).toEqual(['acknowledged', null, ['response']]);
  });
});

describe('adding to a response', () => {
  const item = { kind: 'government_stock', finding: 'GOVERNMENT_STOCK', details: 'Held by the army.', restrictions: [] } as const;
  const content = Sealed.of({ items: [item] });
  const after = (kind: ResponseKind): TracingRequest => ({
    ...requestIn('responded'),
    latestResponse: { kind, finding: null, ground: RESPONSE_NEEDS_GROUND.includes(kind) ? '22_INVESTIGATION' : null },
  });

  it('is denied where none was given', () => {
    expect(codeOf(byRequested(requestIn('closed'), commandFor('supplement')))).toBe('NO_RESPONSE_TO_SUPPLEMENT');
  });

  it('takes no item that says there is no record', () => {
    const noRecord = Sealed.of({ items: [{ ...item, finding: 'NO_RECORD_FOUND' as const }] });
    expect(codeOf(byRequested(after('full'), commandFor('supplement', { content: noRecord })))).toBe('FINDING_NOT_APPLICABLE');
    expect(codeOf(byRequested(requestIn('clarification_requested'), commandFor('clarify', { content: noRecord })))).toBe(
      'FINDING_NOT_APPLICABLE',
    );
  });

  it.each<[ResponseKind, ResponseKind]>([
    ['full', 'full'],
    ['partial', 'partial'],
    ['restricted', 'restricted'],
    ['refused', 'restricted'],
    ['no_record', 'partial'],
  ])('makes a %s response %s, unless it says what it has become', (before, then) => {
    const { next } = moved(byRequested(after(before), commandFor('supplement', { content })));
    expect(next.latestResponse).toEqual({ kind: then, finding: null, ground: then === 'restricted' ? '22_INVESTIGATION' : null });
    const full = moved(byRequested(after(before), commandFor('supplement', { content, kind: 'full' })));
    expect(full.next.latestResponse).toEqual({ kind: 'full', finding: null, ground: null });
  });

  it('may be part of a clarification, which otherwise leaves the response as it is', () => {
    const asked = requestIn('clarification_requested');
    const wordsOnly = moved(byRequested(asked, commandFor('clarify')));
    const withItems = moved(byRequested(asked, commandFor('clarify', { content })));
    expect([wordsOnly.next.responses, withItems.next.responses]).toEqual([asked.responses, asked.responses + 1]);
    expect([responseIn(wordsOnly), responseIn(withItems)?.act]).toEqual([null, 'clarified']);
  });
});

describe('closing a request', () => {
  it('is open to silence only once a clock against the requested State is missed', () => {
    const close = commandFor('close', { outcome: 'NOT_TRACED', followUp: null });
    expect(codeOf(byRequesting(requestIn('submitted'), close))).toBe('CLOCK_NOT_MISSED');
    expect(moved(byRequesting(requestIn('submitted'), close, { clockMissed: true })).next.closedOnSilence).toBe(true);
  });

  it.each<[RequestStatus, boolean, string]>([
    ['submitted', true, 'no_answer'],
    ['acknowledged', true, 'no_answer'],
    ['delayed', true, 'no_answer'],
    ['information_requested', true, 'no_answer'],
    ['clarification_requested', true, 'mark_erased'],
    ['responded', false, 'mark_erased'],
    ['misrouted', false, 'wrong_state'],
  ])(
    'that is %s is a closing on silence: %s, and without a trace says what stood in the way: %s',
    (status, onSilence, obstacle) => {
      const named = obstacle === 'mark_erased' ? { obstacle: 'mark_erased' as const } : {};
      const close = commandFor('close', { outcome: 'NOT_TRACED', followUp: null, ...named });
      const { next, event } = moved(byRequesting(requestIn(status), close, { clockMissed: true }));
      expect([next.closedOnSilence, next.obstacle]).toEqual([onSilence, obstacle]);
      expect(event.facts).toEqual({ outcome: 'NOT_TRACED', obstacle, followUp: null, onSilence });
    },
  );

  it('without a trace needs what stood in the way, with one takes none, and reopening takes it back', () => {
    const responded = { ...requestIn('responded'), latestResponse: { kind: 'partial', finding: null, ground: null } as const };
    const close = (words: object) => byRequesting(responded, commandFor('close', { followUp: null, ...words }));
    expect(denialOf(close({ outcome: 'NOT_TRACED' }))).toMatchObject({ code: 'OBSTACLE_REQUIRED', field: 'obstacle' });
    expect(codeOf(close({ outcome: 'GOVERNMENT_STOCK', obstacle: 'refused' }))).toBe('OBSTACLE_NOT_APPLICABLE');
    const { next } = moved(close({ outcome: 'NOT_TRACED', obstacle: 'import_mark_unknown' }));
    expect(next).toEqual({
      ...responded,
      status: 'closed',
      version: responded.version + 1,
      closedAt: next.closedAt,
      closedOnSilence: false,
      outcome: 'NOT_TRACED',
      obstacle: 'import_mark_unknown',
      followUp: null,
    });
    expect(moved(byRequesting(next, commandFor('reopen'))).next.obstacle).toBeNull();
    expect(moved(byRequested(next, commandFor('supplement'))).next.obstacle).toBeNull();
  });

  it('links the follow-up or says why there is none, when the answer points to another State', () => {
    const responded = requestIn('responded');
    expect(codeOf(byRequesting(responded, commandFor('close', { followUp: null })))).toBe('FOLLOW_UP_REQUIRED');
    expect(codeOf(byRequesting(responded, commandFor('close', { followUp: { kind: 'waived', because: blank } })))).toBe(
      'FOLLOW_UP_REQUIRED',
    );
    expect(codeOf(byRequesting(responded, commandFor('close', { followUp: { kind: 'linked', requestId: responded.id } })))).toBe(
      'FOLLOW_UP_IS_SAME_REQUEST',
    );
    expect(codeOf(byRequesting(responded, commandFor('close', { outcome: 'RECORDED_DESTROYED', followUp: null })))).toBe('moved');
  });
});

describe('the other texts', () => {
  it.each<[Action, RequestStatus, object, TracingDenial]>([
    ['withdraw', 'acknowledged', { reason: blank }, 'REASON_REQUIRED'],
    ['reopen', 'closed', { because: blank }, 'REASON_REQUIRED'],
    ['seek_clarification', 'responded', { question: blank }, 'QUESTION_REQUIRED'],
  ])('%s asks for words', (action, status, changed, code) => {
    expect(codeOf(byRequesting(requestIn(status), commandFor(action, changed)))).toBe(code);
  });

  it('a supplement has items and says why', () => {
    const responded = requestIn('responded');
    expect(codeOf(byRequested(responded, commandFor('supplement', { content: Sealed.of({ items: [] }) })))).toBe(
      'ITEMS_REQUIRED',
    );
    expect(codeOf(byRequested(responded, commandFor('supplement', { because: blank })))).toBe('REASON_REQUIRED');
  });

  it.each([REQUESTED, REQUESTING])('a redirect to %s, a party to the request, is denied', (believedState) => {
    expect(codeOf(byRequested(requestIn('submitted'), commandFor('redirect', { believedState })))).toBe('BELIEVED_STATE_INVALID');
  });
});

describe('the tables', () => {
  it('use every requirement', () => {
    expect(Object.keys(REQUIREMENTS).length).toBeGreaterThan(20);
    expect(Object.keys(FINDINGS)).toHaveLength(17);
  });
});
