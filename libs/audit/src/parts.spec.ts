import { describe, expect, it } from '@jest/globals';
import { idOf, Sealed, stateCode, type EntryId, type Officer, type PersonId, type SessionId } from '@tracedesk/kernel';
import type { NewEntry } from './entry.js';
import { entryIdAt } from './entry-id.js';
import { partsOf, type Circumstances } from './parts.js';

const officer: Officer = {
  kind: 'person',
  personId: idOf<PersonId>('11111111-1111-4111-8111-111111111111'),
  state: stateCode('QR'),
  role: 'tracing_officer',
  sessionId: idOf<SessionId>('22222222-2222-4222-8222-222222222222'),
};
const circumstances: Circumstances = {
  id: idOf<EntryId>('33333333-3333-7333-8333-333333333333'),
  at: new Date('2026-03-02T10:00:00.000Z'),
  actor: officer,
  state: stateCode('QR'),
};
const submitted: NewEntry = {
  class: 'disclosure',
  action: 'tracing_request.submitted',
  object: { kind: 'tracing_request', id: '44444444-4444-4444-8444-444444444444' },
  counterpart: stateCode('QM'),
  facts: { priority: 'routine' },
};
const text = (content: Uint8Array): string => Buffer.from(content).toString('utf8');

describe('the parts of an entry', () => {
  it('stand in fixed order: envelope, person, justification, then the restricted ones by name', () => {
    const parts = partsOf(
      {
        ...submitted,
        justification: Sealed.of('because'),
        restricted: { reasons: Sealed.of('r'), question: Sealed.of({ serial: 'A104552' }) },
      },
      circumstances,
    );
    expect(parts.map(({ name }) => name)).toEqual(['envelope', 'person', 'justification', 'question', 'reasons']);
    expect(JSON.parse(text(parts[0]!.content))).toMatchObject({ parts: parts.map(({ name }) => name) });
  });

  it('leave out what is not there: the desk itself is no person', () => {
    const sweeper = { ...circumstances, actor: { kind: 'process', name: 'sweeper', state: stateCode('QR') } as const };
    expect(partsOf(submitted, sweeper).map(({ name }) => name)).toEqual(['envelope']);
    expect(JSON.parse(text(partsOf(submitted, sweeper)[0]!.content))).toMatchObject({ capacity: 'sweeper', parts: ['envelope'] });
  });

  it('say that an act was denied, and of what is not told that there is nothing', () => {
    const { counterpart, facts, ...bare } = submitted;
    expect([counterpart, facts]).toEqual(['QM', { priority: 'routine' }]);
    const [envelope] = partsOf({ ...bare, outcome: 'denied' }, circumstances);
    expect(JSON.parse(text(envelope!.content))).toMatchObject({ outcome: 'denied', counterpart: null, facts: {} });
  });

  it('hold the words as they were said, each by itself', () => {
    const restricted = { reasons: Sealed.of('r'), question: Sealed.of({ serial: 'A104552' }), note: Sealed.of(undefined) };
    const parts = partsOf({ ...submitted, justification: Sealed.of('because'), restricted }, circumstances);
    expect(parts.slice(2).map(({ name, content, reader, sealed }) => [name, text(content), reader, sealed])).toEqual([
      ['justification', '"because"', 'own_state', true],
      ['note', 'null', 'own_state', true],
      ['question', '{"serial":"A104552"}', 'own_state', true],
      ['reasons', '"r"', 'own_state', true],
    ]);
    expect(parts.slice(0, 2).map(({ sealed }) => sealed)).toEqual([false, false]);
  });

  it('show the envelope to both parties and everything else to the acting State only', () => {
    const parts = partsOf({ ...submitted, justification: Sealed.of('because') }, circumstances);
    expect(parts.map(({ reader }) => reader)).toEqual(['both_parties', 'own_state', 'own_state']);
  });

  it('seal what was said in confidence', () => {
    const parts = partsOf(
      { ...submitted, justification: Sealed.of('because'), restricted: { reasons: Sealed.of('r') } },
      circumstances,
    );
    expect(parts.filter(({ sealed }) => sealed).map(({ name }) => name)).toEqual(['justification', 'reasons']);
  });

  it('name nobody and say nothing protected in the envelope', () => {
    const [envelope] = partsOf(
      { ...submitted, justification: Sealed.of('seized near the border'), restricted: { question: Sealed.of('A104552') } },
      circumstances,
    );
    expect(text(envelope!.content)).not.toMatch(/border|A104552|11111111/);
  });

  it('are written in one way, byte for byte', () => {
    const [envelope, person] = partsOf(submitted, circumstances);
    expect(text(envelope!.content)).toBe(
      '{"entry":"33333333-3333-7333-8333-333333333333","at":"2026-03-02T10:00:00.000Z","class":"disclosure",' +
        '"action":"tracing_request.submitted","outcome":"done","state":"QR","capacity":"tracing_officer","counterpart":"QM",' +
        '"object":{"kind":"tracing_request","id":"44444444-4444-4444-8444-444444444444"},"facts":{"priority":"routine"},' +
        '"parts":["envelope","person"]}',
    );
    expect(text(person!.content)).toBe(
      '{"person":"11111111-1111-4111-8111-111111111111","session":"22222222-2222-4222-8222-222222222222"}',
    );
  });

  it.each(['envelope', 'person', 'justification'])('take no restricted part that passes for the %s', (name) => {
    expect(() => partsOf({ ...submitted, restricted: { [name]: Sealed.of('x') } }, circumstances)).toThrow(TypeError);
  });
});

describe('the id of an entry', () => {
  const at = new Date('2026-03-02T10:00:00Z');
  const chance = (fill: number): Buffer => Buffer.alloc(8, fill);

  it('is a UUID of version 7 that begins with its time', () => {
    expect(entryIdAt(at, 1, chance(0xff))).toBe('019cadfd-8900-7001-bfff-ffffffffffff');
  });

  it('takes eight bytes of chance, and leaves its two highest bits to the variant', () => {
    for (const length of [0, 7, 9, 16]) expect(() => entryIdAt(at, 1, Buffer.alloc(length))).toThrow(RangeError);
    expect(entryIdAt(at, 4095, chance(0x7f))).toBe('019cadfd-8900-7fff-bf7f-7f7f7f7f7f7f');
  });

  it('keeps the order in which entries of one moment were made, whatever chance says', () => {
    expect(entryIdAt(at, 1, chance(0xff)) < entryIdAt(at, 2, chance(0))).toBe(true);
    expect(entryIdAt(at, 4096, chance(0))).toBe('019cadfd-8900-7000-8000-000000000000');
  });
});
