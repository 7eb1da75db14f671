import { HttpException } from '@nestjs/common';
import { CodedError } from '@tracedesk/kernel';
import { unavailabilityOf } from '../database/database-error.js';
import { DenialException } from './denial.exception.js';
import { MalformedInput } from './malformed-input.js';
import { statusOf, type Fault } from './problem.js';

/** Codes of what goes wrong before a controller is reached, by status. */
const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  400: 'REQUEST_MALFORMED',
  401: 'SIGN_IN_REQUIRED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  406: 'NOT_ACCEPTABLE',
  408: 'REQUEST_TOO_SLOW',
  411: 'LENGTH_REQUIRED',
  413: 'BODY_TOO_LARGE',
  414: 'URL_TOO_LONG',
  415: 'CONTENT_TYPE_NOT_SUPPORTED',
  417: 'EXPECTATION_NOT_MET',
  429: 'TOO_MANY_REQUESTS',
  431: 'HEADERS_TOO_LARGE',
  503: 'NOT_AVAILABLE',
};

const RETRY_AFTER_SECONDS = '10';

/** What the router refuses by itself, more exactly than its status says. */
const CODE_OF_FRAMEWORK: Readonly<Record<string, string>> = { FST_ERR_BAD_URL: 'URL_MALFORMED' };

/** What a thrown thing is to the client: a denial, a fault in what was sent, or a surprise that stays between us and the log (500). */
export function faultOf(thrown: unknown, moreStatuses: Readonly<Record<string, number>> = {}): Fault {
  if (thrown instanceof DenialException) return ofDenial(thrown, moreStatuses);
  if (thrown instanceof MalformedInput) {
    return { status: 400, denial: { code: thrown.code, ...(thrown.field ? { field: thrown.field } : {}) } };
  }
  const status = statusCarriedBy(thrown);
  if (status !== null) {
    const code = CODE_OF_FRAMEWORK[(thrown as { code?: string }).code ?? ''] ?? CODE_OF_STATUS[status] ?? 'REQUEST_MALFORMED';
    return { status, denial: { code } };
  }
  const unavailable = unavailabilityOf(thrown);
  if (unavailable !== null)
    return { status: 503, denial: { code: unavailable }, headers: { 'retry-after': RETRY_AFTER_SECONDS } };
  return { status: 500, denial: { code: 'UNEXPECTED' } };
}

/** Whether the log must tell somebody: the client did nothing wrong. */
export function isSurprise(fault: Fault): boolean {
  return fault.status >= 500 && fault.denial.code === 'UNEXPECTED';
}

/** What stands against a code of unavailability; a denial of one's turn (503 too) is none. */
export const UNAVAILABLE = { DATABASE_AWAY: 503, NO_ROOM_LEFT: 503 } as const;

function ofDenial({ denial, faults }: DenialException, moreStatuses: Readonly<Record<string, number>>): Fault {
  const wait = denial.details?.['retryAfterSeconds'];
  return {
    status: statusOf(denial, moreStatuses),
    denial,
    ...(faults ? { faults } : {}),
    ...(typeof wait === 'number' ? { headers: { 'retry-after': String(Math.ceil(wait)) } } : {}),
  };
}

/** Statuses that the framework and the HTTP server put on their own errors; our own surprises and the database's carry none. */
function statusCarriedBy(thrown: unknown): number | null {
  if (thrown instanceof HttpException) {
    const status = thrown.getStatus();
    return status < 500 || status === 503 ? status : null;
  }
  if (!(thrown instanceof Error) || thrown instanceof CodedError) return null;
  const { statusCode, code } = thrown as { statusCode?: unknown; code?: unknown };
  const ofServer = typeof code === 'string' && code.startsWith('FST_');
  return ofServer && typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? statusCode : null;
}
