import { describe, expect, it } from '@jest/globals';
import { denied, ok } from '@tracedesk/kernel';
import { DenialException, respond } from './denial.exception.js';

describe('the answer of a use case', () => {
  it('is its value, or the denial that the problem is built from', () => {
    expect(respond(ok(7))).toBe(7);
    const no = denied('REQUEST_NOT_FOUND');
    expect(() => respond(no)).toThrow(
      expect.objectContaining({ name: 'DenialException', message: 'REQUEST_NOT_FOUND', denial: { code: 'REQUEST_NOT_FOUND' } }),
    );
  });

  it('may name the fields at fault', () => {
    const faults = [{ field: 'reason', code: 'REQUIRED' }];
    expect(new DenialException({ code: 'VALIDATION_FAILED' }, faults).faults).toBe(faults);
  });
});
