import { describe, expect, it } from '@jest/globals';
import { isLoopback } from './loopback.js';

describe('an address of this machine alone', () => {
  it.each(['127.0.0.1', '127.0.0.2', '127.255.255.254', '::1', '[::1]', 'localhost', 'LocalHost'])('is %s', (host) =>
    expect(isLoopback(host)).toBe(true),
  );

  it.each([
    '0.0.0.0',
    '::',
    '128.0.0.1',
    '10.127.0.0.1',
    '127.0.0.1.example',
    '127.0.0',
    '127.0.0.1234',
    'localhost.example',
    '',
  ])('is not %j', (host) => expect(isLoopback(host)).toBe(false));
});
