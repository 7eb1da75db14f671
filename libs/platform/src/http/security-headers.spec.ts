import { describe, expect, it } from '@jest/globals';
import { securityHeaders } from './security-headers.js';

describe('the headers of every answer', () => {
  it('let nothing in from elsewhere, and tell nobody elsewhere where people come from', () => {
    expect(securityHeaders({ secureOrigin: false })).toEqual({
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; " +
        "frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types own-pages",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    });
  });

  it('ask for https for two years, where people come by it', () => {
    expect(securityHeaders({ secureOrigin: true })).toMatchObject({
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
    });
  });
});
