import { describe, expect, it } from '@jest/globals';
import { assertNever } from './assert-never.js';
import { capacityOf, ROLES, type Officer } from './actor.js';
import { CodedError } from './coded-error.js';
import { idOf } from './ids.js';
import { denied, ok } from './result.js';
import { stateCode } from './state-code.js';

const state = stateCode('QM');

describe('who acts', () => {
  it.each(ROLES)('is entered in the log by their role, never by their name: %s', (role) => {
    const officer: Officer = {
      kind: 'person',
      state,
      role,
      personId: idOf('11111111-1111-4111-8111-111111111111'),
      sessionId: idOf('22222222-2222-4222-8222-222222222222'),
    };
    expect(capacityOf(officer)).toBe(role);
  });

  it.each(['sweeper', 'relay', 'door', 'administration', 'upkeep'] as const)(
    'is the desk itself by the name of its process: %s',
    (name) => {
      expect(capacityOf({ kind: 'process', name, state })).toBe(name);
    },
  );

  it('has one of six roles', () => {
    expect(ROLES).toEqual(['tracing_officer', 'contact_point', 'supervisor', 'auditor', 'administrator', 'operator']);
  });
});

describe('an answer of the program', () => {
  it('is what came of it, or the denial with what would help', () => {
    expect(ok(7)).toEqual({ ok: true, value: 7 });
    expect(denied('TOO_LONG')).toEqual({ ok: false, denial: { code: 'TOO_LONG' } });
    expect(denied('TOO_LONG', { field: 'a', paragraph: '17(a)', details: { max: 3 } })).toEqual({
      ok: false,
      denial: { code: 'TOO_LONG', field: 'a', paragraph: '17(a)', details: { max: 3 } },
    });
  });
});

describe('a surprise', () => {
  it('has a stable code, the name of its room’s error, and ids and numbers for the log', () => {
    class RoomError extends CodedError<'LOST'> {}
    const error = new RoomError('LOST', 'It is not there.', { entry: 3 }, { cause: 'x' });
    expect([error.name, error.code, error.message, error.context, error.cause]).toEqual([
      'RoomError',
      'LOST',
      'It is not there.',
      { entry: 3 },
      'x',
    ]);
    expect(new CodedError('LOST', 'x').context).toEqual({});
  });

  it('is a case that nobody thought of', () => expect(() => assertNever('seventh' as never)).toThrow(/"seventh"/));
});
