import fastifyMultipart, { type Multipart } from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { StateCode } from '@tracedesk/kernel';
import { DenialException } from './denial.exception.js';
import { withLineFeeds } from './malformed-input.js';
import { Turns } from './turns.adapter.js';

/** Put on a route by `@RouteConfig(TAKES_MULTIPART)`: every other route answers 415 to such a body. */
export const TAKES_MULTIPART = { takesMultipart: true } as const;

export interface UploadLimits {
  readonly files: number;
  readonly bytesPerFile: number;
  readonly bytesTogether: number;
}

export interface UploadedFile {
  /** As it was sent: a path, nonsense, anything. */
  readonly name: string;
  /** The type the sender believes it is; empty when it does not say. */
  readonly saidType: string;
  /** Null: longer than a file may be. */
  readonly content: Buffer | null;
}

export interface Upload {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly UploadedFile[];
}

interface Begun {
  readonly parts: AsyncIterator<Multipart>;
  readonly first: IteratorResult<Multipart> | { readonly error: unknown };
}

const SMALL_FIELDS = 8;
const FIELD_BYTES = 1_000;
const FILES_AT_MOST = 50;
const FILE_BYTES_AT_MOST = 10 * 1024 * 1024;

const begun = new WeakMap<FastifyRequest, Begun>();
/** Files lie in memory while they are read. Whoever waits is not read from; each State has turns of its own. */
const turns = new Turns({ perOwner: 2, together: 8, longestWaitMs: 10_000 });
/** What an upload that was refused half-way may still take to be sent, so that the sender reads why. */
const LONGEST_REST_MS = 5_000;
const RETRY_AFTER_SECONDS = 30;

/**
 * Reads multipart bodies, on the routes that take them. Before the guard, only the first part is looked at: the form's token stands there, and
 * nothing is kept in memory for somebody who has not shown one.
 */
export async function installMultipart(fastify: FastifyInstance): Promise<void> {
  await fastify.register(fastifyMultipart);
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { takesMultipart } = request.routeOptions.config as Partial<typeof TAKES_MULTIPART>;
    const isMultipart = /^multipart\//i.test(request.headers['content-type'] ?? '');
    done(isMultipart && !takesMultipart ? new DenialException({ code: 'CONTENT_TYPE_NOT_SUPPORTED' }) : undefined);
  });
  fastify.addHook('preValidation', async (request) => {
    if (request.isMultipart()) await begin(request);
  });
  fastify.addHook('onResponse', (request, _reply, done) => {
    if (request.isMultipart() && !request.raw.complete) letGo(request);
    done();
  });
}

/** What nobody read keeps the connection busy: it is thrown away for a while, so that the answer arrives, and then cut off. */
function letGo({ raw }: FastifyRequest): void {
  const late = setTimeout(() => raw.destroy(), LONGEST_REST_MS).unref();
  raw.once('close', () => clearTimeout(late));
  raw.unpipe().resume();
}

async function begin(request: FastifyRequest): Promise<void> {
  const parts = request.parts({
    limits: { files: FILES_AT_MOST, fields: SMALL_FIELDS, fieldSize: FIELD_BYTES, fileSize: FILE_BYTES_AT_MOST + 1 },
    // A path in a name is to be refused, not cut off in silence.
    preservePath: true,
    throwFileSizeLimit: false,
  } as Parameters<FastifyRequest['parts']>[0]);
  const first = await parts.next().catch((error: unknown) => ({ error }));
  begun.set(request, { parts, first });
  const part = 'value' in first ? (first.value as Multipart | undefined) : undefined;
  request.body = part?.type === 'field' ? { [part.fieldname]: part.value } : {};
}

/**
 * Reads the whole upload into memory, a few uploads of a State at a time, or throws what is wrong with it as a whole: then nothing of it may be stored.
 * A file that is too long by itself is told by its content being null.
 */
export async function readUpload(request: FastifyRequest, limits: UploadLimits, state: StateCode): Promise<Upload> {
  const started = begun.get(request);
  if (!started) throw new DenialException({ code: 'CONTENT_TYPE_NOT_SUPPORTED' });
  const endTurn = await turns.take(state);
  if (endTurn === null) throw new DenialException({ code: 'UPLOAD_BUSY', details: { retryAfterSeconds: RETRY_AFTER_SECONDS } });
  try {
    return await Promise.race([readAll(started, limits), cutOff(request)]);
  } catch (error) {
    throw error instanceof DenialException ? error : new DenialException({ code: codeOf(error) });
  } finally {
    endTurn();
  }
}

/** Rejects when the connection ends: what still waits for the rest of a part would wait for ever, and hold its turn. */
function cutOff({ raw }: FastifyRequest): Promise<never> {
  return new Promise((_, reject) => {
    raw.socket.once('close', () => reject(new DenialException({ code: 'UPLOAD_CUT_SHORT' })));
  });
}

async function readAll({ parts, first }: Begun, limits: UploadLimits): Promise<Upload> {
  if ('error' in first) throw first.error;
  const fields: Record<string, string> = {};
  const files: UploadedFile[] = [];
  let together = 0;
  for (let next = first; !next.done; next = await parts.next()) {
    const part = next.value;
    if (part.type === 'field') {
      fields[part.fieldname] = withLineFeeds(String(part.value));
      continue;
    }
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of part.file as AsyncIterable<Buffer>) {
      length += chunk.length;
      together += chunk.length;
      if (together > limits.bytesTogether)
        throw new DenialException({ code: 'UPLOAD_TOO_LARGE', details: { megabytes: limits.bytesTogether / 1024 / 1024 } });
      if (length <= limits.bytesPerFile) chunks.push(chunk);
    }
    // A file input without a choice is sent as a file without name and content.
    const name = (part.filename as string | undefined) ?? '';
    if (name === '' && length === 0) continue;
    files.push({ name, saidType: part.mimetype, content: length > limits.bytesPerFile ? null : Buffer.concat(chunks) });
    if (files.length > limits.files)
      throw new DenialException({ code: 'UPLOAD_TOO_MANY_FILES', details: { files: limits.files } });
  }
  return { fields, files };
}

function codeOf(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: string };
  if (code === 'FST_FILES_LIMIT' || code === 'FST_PARTS_LIMIT' || code === 'FST_FIELDS_LIMIT') return 'UPLOAD_TOO_MANY_FILES';
  return code === 'FST_MP_PREMATURE_CLOSE' || /end|early/i.test(message ?? '') ? 'UPLOAD_CUT_SHORT' : 'UPLOAD_MALFORMED';
}
