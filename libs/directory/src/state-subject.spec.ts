import { describe, expect, it } from '@jest/globals';
import { isUuid, stateCode } from '@tracedesk/kernel';
import { stateSubject } from './state-subject.js';

describe('a State as the object of an entry', () => {
  it('is the same in every installation', () => {
    expect(stateSubject(stateCode('QM'))).toEqual({ kind: 'state', id: 'fcdae0bb-2382-80f3-ae50-a778e6cfca4c' });
    expect(stateSubject(stateCode('QN')).id).toBe('9f2549bf-5326-8ca2-a206-5ea9da8da9ac');
  });

  it('is no other State, and a UUID made by a rule of our own (RFC 9562, version 8)', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const ids = letters.flatMap((one) => letters.map((two) => stateSubject(stateCode(`${one}${two}`)).id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !isUuid(id) || !/^.{14}8.{4}[89ab]/.test(id))).toEqual([]);
  });
});
