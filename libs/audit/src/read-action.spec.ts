import { describe, expect, it } from '@jest/globals';
import { isReadAction } from './read-action.js';

describe('telling reads from moves', () => {
  it.each([
    'tracing_request.submit',
    'tracing_request.respond',
    'person.create',
    'session.begin',
    'reading_room.close',
    'request.reopen',
    'request.opening',
    'read.close',
    '',
  ])('%s is a move', (action) => expect(isReadAction(action)).toBe(false));

  it.each([
    'disclosure.open',
    'tracing_request.read',
    'tracing_request.read_question',
    'tracing_request.list',
    'disclosure.require',
    'own_record.consult',
    'firearm.search_by_serial',
    'audit_log.view',
    'read',
  ])('%s is a read', (action) => expect(isReadAction(action)).toBe(true));
});
