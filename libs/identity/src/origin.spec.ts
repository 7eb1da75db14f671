import { describe, expect, it } from '@jest/globals';
import { isSameSecret } from '@tracedesk/kernel';
import { originOf } from './origin.js';
import { formTokenOf, looksLikeToken, tokenHash } from './session-token.js';

const OURS = 'http://127.0.0.1:3000';

describe('where a request comes from', () => {
  it.each([
    [{ origin: 'https://evil.example', host: '127.0.0.1:3000' }],
    [{ origin: 'null', host: '127.0.0.1:3000' }],
    [{ origin: 'http://127.0.0.1:4000', host: '127.0.0.1:3000' }],
    [{ origin: 'https://127.0.0.1:3000', host: '127.0.0.1:3000' }],
    [{ 'sec-fetch-site': 'cross-site', origin: OURS, host: '127.0.0.1:3000' }],
    [{ 'sec-fetch-site': 'same-site', host: '127.0.0.1:3000' }],
    [{ 'sec-fetch-site': ['same-origin', 'none'], host: '127.0.0.1:3000' }],
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://evil.example', host: '127.0.0.1:3000' }],
    [{ origin: 'http://localhost:3000', host: '127.0.0.1:3000' }],
    [{ origin: 'http://localhost:3000' }],
    [{ origin: '', host: '' }],
    [{ origin: `${OURS}/`, host: 'localhost:3000' }],
  ])('%p is foreign', (headers) => expect(originOf(headers, OURS)).toBe('foreign'));

  it.each([
    [{ origin: OURS, host: '127.0.0.1:3000' }],
    [{ origin: 'http://localhost:3000', host: 'localhost:3000' }],
    [{ 'sec-fetch-site': 'same-origin', host: '127.0.0.1:3000' }],
    [{ 'sec-fetch-site': 'same-origin', origin: OURS }],
    [{ 'sec-fetch-site': 'none', origin: OURS }],
    [{ origin: 'http://localhost:3000', host: 'LocalHost:3000' }],
  ])('%p is our own', (headers) => expect(originOf(headers, OURS)).toBe('own'));

  it('is our own where the operator wrote the address with a stroke at its end', () => {
    expect(originOf({ origin: OURS }, `${OURS}/`)).toBe('own');
    expect(originOf({ origin: 'http://127.0.0.1:3000/desk' }, `${OURS}/desk`)).toBe('own');
  });

  it('is unsaid by programs, and by a browser that was given the address by a person', () => {
    expect(originOf({ host: '127.0.0.1:3000' }, OURS)).toBe('unsaid');
    expect(originOf({ 'sec-fetch-site': 'none', host: '127.0.0.1:3000' }, OURS)).toBe('unsaid');
  });
});

describe('tokens', () => {
  const token = 'A'.repeat(43);

  it('of a form cannot be used for another session, nor for the sign-in form', () => {
    expect(isSameSecret(formTokenOf(token, 'session'), formTokenOf('B'.repeat(43), 'session'))).toBe(false);
    expect(isSameSecret(formTokenOf(token, 'session'), formTokenOf(token, 'sign_in'))).toBe(false);
    expect(isSameSecret(formTokenOf(token, 'session'), formTokenOf(token, 'session'))).toBe(true);
  });

  it.each([undefined, null, 7, ['x'], {}, ''])('%p is no token', (sent) => {
    expect(isSameSecret(formTokenOf(token, 'session'), sent)).toBe(false);
  });

  it('that cannot be one is not looked up', () => {
    expect(looksLikeToken("' or 1=1 --")).toBe(false);
    for (const text of ['', `${token}A`, token.slice(1), `${token}\n`, `${token.slice(1)}=`])
      expect(looksLikeToken(text)).toBe(false);
    for (const text of [token, '-_09azAZ'.padEnd(43, 'x')]) expect(looksLikeToken(text)).toBe(true);
    expect(tokenHash(token)).toHaveLength(32);
  });
});
