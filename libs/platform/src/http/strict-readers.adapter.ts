import type { FastifyInstance } from 'fastify';
import { DenialException } from './denial.exception.js';
import { MalformedInput } from './malformed-input.js';
import { readStrictForm } from './strict-form.js';
import { readStrictJson } from './strict-json.js';
import { NOT_AN_OBJECT } from './validation/validate-input.adapter.js';

/** JSON and urlencoded forms are the only bodies read here; anything else is 415. URLs are held to the same promises. */
export function installStrictReaders(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  reader(fastify, 'application/json', readStrictJson);
  reader(fastify, 'application/x-www-form-urlencoded', readStrictForm);
  // Nothing here takes a list, a word or `null`: no controller has to think of them.
  fastify.addHook('preHandler', (request, _reply, done) => {
    const { body } = request;
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
    done(body === undefined || isObject ? undefined : new DenialException({ code: 'VALIDATION_FAILED' }, [NOT_AN_OBJECT]));
  });
  fastify.addHook('onRequest', (request, _reply, done) => {
    try {
      // Node would answer this itself, with a bare status.
      if (request.headers.host === undefined && request.raw.httpVersion !== '1.0') throw new MalformedInput('HOST_MISSING');
      checkUrl(request.raw.url ?? '/');
      done();
    } catch (malformed) {
      done(malformed as Error);
    }
  });
}

function reader(fastify: FastifyInstance, type: string, read: (bytes: Uint8Array) => unknown): void {
  fastify.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, read(body as Buffer));
    } catch (malformed) {
      done(malformed as Error);
    }
  });
}

/** A path and query that can be decoded, well formed and without NUL: else PostgreSQL is the first to notice, with a 500. */
function checkUrl(url: string): void {
  const [path = '/', ...query] = url.split('?');
  try {
    if (decodeURIComponent(path).includes('\0')) throw new MalformedInput('URL_MALFORMED');
    readStrictForm(Buffer.from(query.join('?')));
  } catch {
    throw new MalformedInput('URL_MALFORMED');
  }
}
