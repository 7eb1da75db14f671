import { expect } from '@jest/globals';
import type { Denial, Result } from '@tracedesk/kernel';

// Loaded by Jest before each file (setupFilesAfterEnv): every spec has these matchers, none imports them.

expect.extend({
  /** A denial with this code, and, where one is named, about this field. */
  toBeDeniedWith(received: unknown, code: string, field?: string) {
    const denial = denialIn(received);
    const pass = denial?.code === code && (field === undefined || denial.field === field);
    const wanted = field === undefined ? code : `${code} (${field})`;
    return {
      pass,
      message: () => `expected ${pass ? 'anything but ' : ''}the denial ${wanted}, found ${saysOf(received, denial)}`,
    };
  },

  /** Not denied: the message names the denial if it is one. */
  toBeDone(received: unknown) {
    const denial = denialIn(received);
    const pass = denial === null && isResult(received);
    return { pass, message: () => `expected ${pass ? 'a denial' : 'it to be done'}, found ${saysOf(received, denial)}` };
  },
});

declare module 'expect' {
  interface Matchers<R> {
    toBeDeniedWith(code: string, field?: string): R;
    toBeDone(): R;
  }
}

function denialIn(received: unknown): Denial | null {
  return isResult(received) && !received.ok ? received.denial : null;
}

function isResult(value: unknown): value is Result<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

function saysOf(received: unknown, denial: Denial | null): string {
  if (denial) return denial.field === undefined ? denial.code : `${denial.code} (${denial.field})`;
  return isResult(received) ? 'that it is done' : 'something that is no result';
}
