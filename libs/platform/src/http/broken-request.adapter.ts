import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { answerPlainly, answerSocket } from './last-resort.adapter.js';

const PROBLEMS: Readonly<Record<string, { readonly status: number; readonly code: string }>> = {
  HPE_HEADER_OVERFLOW: { status: 431, code: 'HEADERS_TOO_LARGE' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'REQUEST_TOO_SLOW' },
};
const MALFORMED = { status: 400, code: 'REQUEST_MALFORMED' };
const NOT_A_PROXY = { status: 405, code: 'METHOD_NOT_ALLOWED' };
const NOT_MET = { status: 417, code: 'EXPECTATION_NOT_MET' };

/** Answers what is not HTTP enough to become a request: no route, filter or hook ever sees it. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET') return void socket.destroy();
  answerSocket(PROBLEMS[error.code ?? ''] ?? MALFORMED, socket);
}

/** Answers what Node keeps away from the framework: CONNECT, which it would hang up on, and an `Expect` that nobody knows. */
export function answerWhatNodeKeeps(server: Server): void {
  server.on('connect', (_request: IncomingMessage, socket: Socket) => answerSocket(NOT_A_PROXY, socket));
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => answerPlainly(NOT_MET, response));
}
