import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { acceptsGzip, languageOf, LANGUAGE_COOKIE, ownPath } from './pages.service.js';

describe('the path to go on to after signing in', () => {
  it('is one of this desk', () => {
    expect(ownPath('/tracing-requests/0199a7a0-0000-7000-8000-000000000001?done=submit')).toContain('/tracing-requests/');
  });

  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '',
    undefined,
    ['/a', '/b'],
    '/a\nb',
  ])('is the first page instead of %j', (text) => {
    expect(ownPath(text)).toBe('/');
  });
});

describe('compression', () => {
  it.each([
    ['gzip, deflate, br', true],
    ['br;q=1.0, gzip;q=0.8', true],
    ['gzip;q=0', false],
    ['', false],
  ])('for "%s": %s', (header, wanted) => {
    expect(acceptsGzip({ headers: { 'accept-encoding': header } } as unknown as FastifyRequest)).toBe(wanted);
  });
});

describe('the language of a page', () => {
  it.each([
    ['whose cookies nobody has read yet', null, 'fr'],
    ['that has none', {}, 'fr'],
    ['on a device where another was chosen', { [LANGUAGE_COOKIE]: 'en' }, 'en'],
  ])('is known for a request %s', (_, cookies, wanted) => {
    const request = { cookies, headers: { 'accept-language': 'fr' } } as unknown as FastifyRequest;
    expect(languageOf(request, null)).toBe(wanted);
  });
});
