import { STATUS_CODES } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** What can still be said when nothing of the application may be relied on. */
export interface PlainProblem {
  readonly status: number;
  readonly code: string;
  /** The id of the request, where there is one: to be found in the log. */
  readonly instance?: string;
}

// Whoever reads this has no language here: what would tell it has just failed, or was never sent.
const DETAIL =
  'The desk could not read what was sent, or could not put its answer into words. Use the links of the desk; if it stays, tell your administrator. / ' +
  'Le bureau n’a pas pu lire ce qui a été envoyé, ou formuler sa réponse. Utilisez les liens du bureau ; si cela persiste, prévenez votre administrateur.';

const HEADERS = {
  'content-type': 'application/problem+json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
} as const;

/**
 * The last resort: answers with fixed words over the plain response, whatever the framework, a catalogue or a page did before. It never throws;
 * an answer that has begun already can only be cut off.
 */
export function answerPlainly(problem: PlainProblem, response: ServerResponse): void {
  try {
    if (response.headersSent || response.destroyed) return void response.destroy();
    const body = bodyOf(problem);
    response.writeHead(problem.status, { ...HEADERS, 'content-length': Buffer.byteLength(body) });
    response.end(body);
  } catch {
    response.destroy();
  }
}

/** The same over the socket, where there is not even a request; the connection ends with it. */
export function answerSocket(problem: PlainProblem, socket: Socket): void {
  if (!socket.writable) return void socket.destroy();
  const body = bodyOf(problem);
  const headers = { ...HEADERS, 'content-length': Buffer.byteLength(body), connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  // Whoever goes on sending would keep the other half of the connection, and what waits for its end.
  socket.on('error', () => undefined);
  socket.end([`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`, ...lines, '', body].join('\r\n'), () =>
    socket.destroy(),
  );
}

function bodyOf({ status, code, instance }: PlainProblem): string {
  const type = `/problems/${code.toLowerCase().replaceAll('_', '-')}`;
  return JSON.stringify({ type, title: STATUS_CODES[status] ?? code, status, detail: DETAIL, code, instance });
}
