import { describe, expect, it } from '@jest/globals';
import { validateInput } from '@tracedesk/platform';
import { LIMITATION_GROUNDS } from '../response.js';
import { DelayDto, RedirectDto, RequestInformationDto, SupplyInformationDto } from './before-response.dto.js';
import { DraftDto } from './draft.dto.js';
import { ListDto } from './list.dto.js';
import { AcknowledgeDto, CloseDto, WithdrawDto } from './moves.dto.js';
import { asSent } from './question.dto.js';
import { RespondDto } from './respond.dto.js';

function faultsOf<T extends object>(dto: new () => T, input: unknown): readonly (readonly [string, string])[] {
  const checked = validateInput(dto, input);
  return checked.ok ? [] : checked.faults.map(({ field, code }) => [field, code] as const);
}

function read<T extends object>(dto: new () => T, input: unknown): T {
  const checked = validateInput(dto, input);
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.value;
}

describe('a draft', () => {
  it.each([
    ['an unknown field', { priorty: 'urgent' }, ['priorty', 'UNKNOWN_FIELD']],
    ['an unknown field deep inside', { question: { find: { plaice: 'x' } } }, ['question.find.plaice', 'UNKNOWN_FIELD']],
    ['a list where an object belongs', { question: { firearm: [] } }, ['question.firearm', 'NOT_AN_OBJECT']],
    ['a State nobody knows', { requestedState: 'XX' }, ['requestedState', 'STATE_UNKNOWN']],
    [
      'a State nobody knows on a mark',
      { question: { firearm: { importMarks: [{ state: 'XX' }] } } },
      ['question.firearm.importMarks.0.state', 'STATE_UNKNOWN'],
    ],
    [
      'a word and why there is none',
      { question: { firearm: { calibre: { value: '9x19', unknownBecause: 'worn' } } } },
      ['question.firearm.calibre', 'EXACTLY_ONE_OF'],
    ],
    ['neither a word nor why', { question: { firearm: { calibre: {} } } }, ['question.firearm.calibre', 'EXACTLY_ONE_OF']],
    ['a date there never was', { question: { find: { on: '2026-02-30' } } }, ['question.find.on', 'NOT_A_DATE']],
    [
      'a serial number of two lines',
      { question: { firearm: { serialNumber: { value: 'A1\nB2' } } } },
      ['question.firearm.serialNumber.value', 'CONTROL_CHARACTER'],
    ],
  ])('is refused with %s', (_, input, fault) => expect(faultsOf(DraftDto, input)).toEqual([fault]));

  it('tells every fault at once', () => {
    const faults = faultsOf(DraftDto, { requestedState: 'q', priority: 'soon', question: { undertaking: {} } });
    expect(faults.map(([field]) => field).sort()).toEqual(['priority', 'question.undertaking.guaranteed', 'requestedState']);
  });

  it('tells what is left out from what is taken back', () => {
    expect(read(DraftDto, {}).toCommand()).toEqual({});
    expect(read(DraftDto, { ownReference: null, requestedState: null }).toCommand()).toEqual({
      requestingReference: null,
      requestedState: null,
    });
  });

  it('keeps what was read exactly as it was read, and gives it back as it was sent', () => {
    const question = {
      illicitness: {
        grounds: ['6a', '6b'],
        justifications: { '6a': { value: 'Arms Act, section 4.' }, '6b': { unknownBecause: 'Open.' } },
      },
      find: {
        stateOfFind: 'QR',
        manner: 'found',
        on: '2026-02-14',
        place: 'Порт',
        circumstances: { unknownBecause: 'No report.' },
        otherPossibleState: { state: 'QP', because: 'The ship flies its flag, but lay in our port.' },
        contexts: ['peace_operation', 'embargo'],
        resolution: { value: 'S/RES/9000 (2026)' },
        source: {
          kind: 'peace_operation',
          name: 'Mission in Kandarra',
          hostConsent: { on: '2026-02-10', by: 'Ministry of the Interior', reference: 'MI/4' },
        },
      },
      subject: 'firearm',
      restrictions: { whole: ['15b'], find: ['15a', '15c'] },
      earlierSteps: { domesticCheck: { value: 'Register 12/26: none' }, iarms: { unknownBecause: 'No access this week.' } },
      language: 'fr',
      urgentReason: 'court_date',
      firearm: {
        type: { value: 'rifle' },
        serialNumber: { value: ' 0OI1B8 ' },
        action: 'bolt',
        automatic: false,
        serialNumberReading: {
          legibility: '===~==',
          obliteration: 'partial',
          recovered: true,
          recoveryMethod: 'magnetic_particles',
        },
        originClass: 'converted',
        originalType: 'Blank-firing pistol',
        components: [{ part: 'barrel', serialNumber: { unknownBecause: 'Ground off.' }, make: 'VAW', obliteration: 'total' }],
        importMarks: [{ state: 'QN', year: 2009, text: 'QN 09', importer: { name: 'Sports Ltd', state: 'QS' } }, { state: 'QP' }],
        markings: [
          { kind: 'proof', text: '⚒', place: 'barrel' },
          { kind: 'deactivation', text: 'QP 03', place: 'barrel', state: 'QP', year: 2003, addedAfterSeizure: true },
        ],
        custody: { status: 'held', exhibitNumber: 'E-12', laboratoryReport: 'L/7' },
      },
      intendedUse: { uses: ['investigation'], details: 'Case 12.' },
      undertaking: { guaranteed: false, because: 'Court files are public.' },
      urgentBecause: 'Hearing on Monday.',
    };
    const command = read(DraftDto, { question }).toCommand();
    expect(asSent(command.question!.reveal())).toEqual(question);
    expect(command.question!.reveal().intendedUse).toEqual({ value: { uses: ['investigation'], details: 'Case 12.' } });
    expect(JSON.stringify(command)).toBe('{"question":"[sealed]"}');
  });
});

describe('a move', () => {
  it('is refused without its words', () => {
    expect(faultsOf(AcknowledgeDto, {})).toEqual([
      ['reference', 'REQUIRED'],
      ['expectedOn', 'REQUIRED'],
    ]);
    expect(faultsOf(WithdrawDto, { reason: '   ' })).toEqual([['reason', 'BLANK']]);
    expect(faultsOf(RespondDto, { kind: 'full', items: [{ finding: 'GOVERNMENT_STOCK', details: 'x' }] })).toEqual([
      ['items.0.restrictions', 'REQUIRED'],
    ]);
  });

  it('takes no other ground than the four of ITI 22, and names them', () => {
    const staff = { ground: '22_NO_STAFF', reasons: 'Our registry has no staff this month.' };
    for (const checked of [
      validateInput(RespondDto, { kind: 'refused', ...staff }),
      validateInput(DelayDto, { ...staff, until: '2099-01-01' }),
    ])
      expect(checked).toMatchObject({
        faults: [{ field: 'ground', code: 'GROUND_NOT_OF_22', details: { allowed: [...LIMITATION_GROUNDS] } }],
      });
  });

  it('redirects to a State there is, or says that it is unknown', () => {
    expect(faultsOf(RedirectDto, {})).toEqual([['believedState', 'REQUIRED']]);
    expect(faultsOf(RedirectDto, { believedState: 'XX' })).toEqual([['believedState', 'STATE_UNKNOWN']]);
    expect(faultsOf(RedirectDto, { believedState: 'QM', because: 'Not in our registry.' })).toEqual([
      ['because', 'UNKNOWN_FIELD'],
    ]);
    expect(read(RedirectDto, { believedState: 'unknown' }).toCommand()).toEqual({ believedState: 'unknown' });
  });

  it('supplies information, or says that it is not available, and not both', () => {
    expect(faultsOf(SupplyInformationDto, {})).toEqual([['', 'EXACTLY_ONE_OF']]);
    expect(faultsOf(SupplyInformationDto, { answer: '9x19', notAvailable: true })).toEqual([['', 'EXACTLY_ONE_OF']]);
    expect(read(SupplyInformationDto, { notAvailable: true }).toCommand()).toEqual({ answer: 'not_available' });
    expect(faultsOf(RequestInformationDto, { element: '17d', question: 'x' })).toEqual([['element', 'NOT_ONE_OF']]);
  });

  it('says which request follows, or why none does, and not both', () => {
    const followUpFaults = (followUp: object) => faultsOf(CloseDto, { outcome: 'NOT_TRACED', followUp });
    expect(followUpFaults({ kind: 'linked' })).toEqual([['followUp.requestId', 'REQUIRED']]);
    expect(followUpFaults({ kind: 'waived', requestId: '0199a7a0-0000-7000-8000-000000000001' })).toEqual([
      ['followUp.requestId', 'NOT_APPLICABLE'],
    ]);
    const linked = { kind: 'linked', requestId: '0199a7a0-0000-7000-8000-000000000001' };
    expect(followUpFaults({ ...linked, because: 'x' })).toEqual([['followUp.because', 'NOT_APPLICABLE']]);
    expect(followUpFaults(linked)).toEqual([]);
    expect(followUpFaults({ kind: 'waived' })).toEqual([]);
  });

  it('carries free text sealed', () => {
    const refusal = read(RespondDto, { kind: 'refused', ground: '22_INVESTIGATION', reasons: 'Ongoing.' }).toCommand();
    expect(refusal.response).toMatchObject({ kind: 'refused', ground: '22_INVESTIGATION' });
    expect(refusal.response.content.reveal()).toEqual({ items: [], reasons: 'Ongoing.' });
    expect(JSON.stringify(read(WithdrawDto, { reason: 'Solved.' }).toCommand())).toBe('{"reason":"[sealed]"}');
    expect(read(CloseDto, { outcome: 'NOT_TRACED' }).toCommand()).toEqual({ outcome: 'NOT_TRACED', followUp: null });
  });
});

describe('a list', () => {
  const query = (input: object): ListDto => {
    const checked = validateInput(ListDto, input, { fromForm: true });
    if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
    return checked.value;
  };

  it('does not take a cursor of somebody else', () =>
    expect(query({ cursor: 'bmV4dA' }).toCommand()).toBeDeniedWith('CURSOR_INVALID'));

  it.each([
    { limit: '0' },
    { limit: '101' },
    { limit: '1e2' },
    { updatedSince: '2026-03-02' },
    { updatedSince: 'now' },
    { overdue: 'perhaps' },
  ])('is refused with %j', (input) => expect(() => query(input)).toThrow());

  it('is read from the texts of an address', () => {
    const asked = query({
      direction: 'incoming',
      overdue: 'true',
      limit: '10',
      updatedSince: '2026-03-02T09:30:00+02:00',
    }).toCommand();
    expect(asked).toEqual({
      ok: true,
      value: { direction: 'incoming', overdue: true, limit: 10, updatedSince: new Date('2026-03-02T07:30:00Z') },
    });
  });
});
