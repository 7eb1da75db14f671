import { describe, expect, it } from '@jest/globals';
import { validateInput } from '@tracedesk/platform';
import { stateCode } from '@tracedesk/kernel';
import { BatchDto } from './batch.dto.js';
import { denialInBatch, draftsOf, recordDenial, type NewBatch } from './new-batch.js';

const MISSION = {
  kind: 'peace_operation',
  name: 'Mission in Kandarra',
  hostConsent: { on: '2026-02-10', by: 'Ministry of the Interior' },
};
const COMMON = { question: { find: { stateOfFind: 'QX', manner: 'found', source: MISSION } } };
const RIFLE = { make: 'VAW', model: 'R5', countryOfManufacture: 'QM' };
const FACTS = { ownState: stateCode('QX'), successors: {} };

describe('a batch that is not as it has to be', () => {
  it.each([
    ['no firearm', [], ['firearms', 'TOO_FEW']],
    ['201 firearms', Array(201).fill(RIFLE), ['firearms', 'TOO_MANY']],
    ['a firearm that is a text', [RIFLE, 'rifle'], ['firearms', 'NOT_AN_OBJECT']],
    ['a year that is none', [RIFLE, { yearOfManufacture: 19 }], ['firearms.1.yearOfManufacture', 'OUT_OF_RANGE']],
    [
      'a number of two lines',
      [RIFLE, RIFLE, { serialNumber: { value: 'A\nB' } }],
      ['firearms.2.serialNumber.value', 'CONTROL_CHARACTER'],
    ],
    ['a find of its own', [{ ...RIFLE, find: {} }], ['firearms.0.find', 'UNKNOWN_FIELD']],
  ])('is refused with %s, at its place', (_, firearms, fault) => {
    const checked = validateInput(BatchDto, { ...COMMON, firearms });
    expect(checked.ok ? [] : checked.faults.map(({ field, code }) => [field, code])).toEqual([fault]);
  });

  it('is refused with a firearm in its common part', () => {
    const checked = validateInput(BatchDto, { question: { firearm: RIFLE }, firearms: [RIFLE] });
    expect(checked).toMatchObject({ ok: false, faults: [{ field: 'question.firearm', code: 'UNKNOWN_FIELD' }] });
  });

  it('gives no number of a record where nobody recorded anything', () => {
    expect(recordDenial(batch({ firearms: [RIFLE, { ...RIFLE, sourceReference: 'REC-2' }] }))).toMatchObject({
      code: 'SOURCE_REQUIRED',
      field: 'firearms.1.sourceReference',
    });
  });

  it('is told the faults of a draft by the place of its firearm, and those of the common part as they are', () => {
    const chosen = batch({ firearms: [RIFLE, { ...RIFLE, requestedState: 'QX' }] });
    const fieldOf = (field: string, place: number) => denialInBatch({ code: 'ANY', field }, place, chosen).field;
    expect(fieldOf('question.firearm.yearOfManufacture', 1)).toBe('firearms.1.yearOfManufacture');
    expect(fieldOf('question.find.on', 1)).toBe('question.find.on');
    expect(denialInBatch({ code: 'ANY' }, 1, chosen)).toEqual({ code: 'ANY' });
    expect([fieldOf('requestedState', 0), fieldOf('requestedState', 1)]).toEqual(['requestedState', 'firearms.1.requestedState']);
  });
});

describe('the drafts of a batch', () => {
  it('say the common part with each firearm, and the number of its own record', () => {
    const [one, other] = draftsOf(batch({ ...COMMON, firearms: [{ ...RIFLE, sourceReference: 'REC-1' }, RIFLE] }), FACTS);
    expect(one?.question?.reveal()).toMatchObject({ firearm: RIFLE, find: { source: { ...MISSION, reference: 'REC-1' } } });
    expect(other?.question?.reveal().find?.source).toEqual(MISSION);
  });

  it('ask the State named with the firearm, else the one named for all, else the one its marks point to', () => {
    const marked = { ...RIFLE, importMarks: [{ state: 'QN', year: 2009 }] };
    const asked = (body: object) => draftsOf(batch(body), FACTS).map(({ requestedState }) => requestedState);
    expect(asked({ firearms: [marked, RIFLE, { make: 'VAW' }] })).toEqual(['QN', 'QM', null]);
    expect(asked({ requestedState: 'QS', firearms: [marked, { ...marked, requestedState: 'QP' }] })).toEqual(['QS', 'QP']);
  });
});

function batch(body: object): NewBatch {
  const checked = validateInput(BatchDto, body);
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.value.toCommand();
}
