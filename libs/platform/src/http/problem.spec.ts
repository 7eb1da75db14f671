import { describe, expect, it } from '@jest/globals';
import { DenialException, respond } from './denial.exception.js';
import { DENIAL_STATUS, statusOf } from './problem.js';
import { securityHeaders } from './security-headers.js';
import { latestDay, letClockRunAhead } from './validation/latest-day.js';

describe('the status of a denial', () => {
  it.each([
    ['PERMISSION_DENIED', 403],
    ['DEMONSTRATION_SIGN_IN_CLOSED', 404],
    ['TRACING_REQUEST_NOT_FOUND', 404],
    ['NOT_FOUND_THERE', 422],
    ['TRANSITION_NOT_ALLOWED', 422],
    ['SIGN_IN_THROTTLED', 429],
  ])('of %s is %s', (code, status) => expect(statusOf({ code })).toBe(status));

  it('is what an app says of a code of its own', () => {
    expect(statusOf({ code: 'OURS_NOT_FOUND' }, { OURS_NOT_FOUND: 410 })).toBe(410);
    expect(statusOf({ code: 'PERMISSION_DENIED' }, { OTHER: 410 })).toBe(403);
  });

  it('is never one of success, nor of a fault of ours but where nobody can take part', () => {
    const statuses = Object.values(DENIAL_STATUS);
    expect(statuses.filter((status) => !(status >= 400 && status < 500) && status !== 503)).toEqual([]);
  });

  it('goes with the denial, its faults and nothing else', () => {
    const faults = [{ field: 'a', code: 'TOO_LONG' }];
    const thrown = new DenialException({ code: 'VALIDATION_FAILED' }, faults);
    expect([thrown.name, thrown.message, thrown.denial, thrown.faults]).toEqual([
      'DenialException',
      'VALIDATION_FAILED',
      { code: 'VALIDATION_FAILED' },
      faults,
    ]);
    expect(respond({ ok: true, value: 7 })).toBe(7);
    expect(() => respond({ ok: false, denial: { code: 'PERMISSION_DENIED' } })).toThrow(DenialException);
  });
});

describe('the headers of every answer', () => {
  it('let a page run, show and send nothing but our own', () => {
    const policy = securityHeaders({ secureOrigin: false })['content-security-policy']?.split('; ');
    expect(policy).toEqual([
      ...[
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
      ],
      ...["frame-ancestors 'none'", "base-uri 'none'", "require-trusted-types-for 'script'", 'trusted-types own-pages'],
    ]);
  });

  it('have no browser guess a type, frame a page, tell where it came from, or use a camera', () => {
    const { 'content-security-policy': policy, ...others } = securityHeaders({ secureOrigin: false });
    expect(policy).toBeDefined();
    expect(others).toEqual({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    });
  });

  it('bind a browser to https for two years, where people come by it', () => {
    expect(securityHeaders({ secureOrigin: true })['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
  });
});

describe('the latest day that a field takes', () => {
  it('is the one that has begun somewhere on earth, to the instant', () => {
    expect(latestDay(new Date('2026-03-01T09:59:59.999Z'))).toBe('2026-03-01');
    expect(latestDay(new Date('2026-03-01T10:00:00.000Z'))).toBe('2026-03-02');
  });

  it('is any, where a demonstration’s clock runs ahead', () => {
    letClockRunAhead(true);
    expect(latestDay(new Date('2026-03-01T00:00:00Z'))).toBe('9999-12-31');
    letClockRunAhead(false);
    expect(latestDay(new Date('2026-03-01T00:00:00Z'))).toBe('2026-03-01');
  });
});
